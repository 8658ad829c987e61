/** Simulated rollouts as lines: a row per scenario and rule, and what the rules are. Pure. */
import { ARGO, FLAGGER, limitsOf, type Simulated, type Summary } from '../../forecast/simulate.js';
import type { Truth } from '../../forecast/traffic.js';
import { duration } from '../../forecast/words.js';
import { paragraph } from './forecast.js';
import { paint, type Look } from './look.js';
import { table } from './table.js';
import { count, share } from './words.js';

export interface Settings {
  readonly runs: number;
  readonly seed: number;
  readonly ratePerS: number;
  readonly errors: number;
}

/** What a rule should have said. */
const RIGHT: Readonly<Record<Truth, string>> = { harmless: 'promote', harmful: 'abort', unusable: 'hold' };

export function simulatedLines(simulated: readonly Simulated[], { runs, seed, ratePerS, errors }: Settings, look: Look): string[] {
  const { failureRateMax, slowShareMax } = limitsOf(errors);
  const blocks = simulated.flatMap(({ scenario, summaries }) => [
    paint(look, 'bold', `${scenario.name}: ${scenario.title}; right is to ${RIGHT[scenario.truth]}`),
    ...table(look, ['  rule', 'aborted', 'promoted', 'held', 'wrong', 'median', '90 %', 'canary requests', '90 %'], summaries.map((each) => rowOf(each, scenario.truth))),
    '',
  ]);
  return [
    `${count(runs)} rollouts of each, seed ${seed}; ${ratePerS} requests a second, ${share(errors)} failures`,
    '',
    ...blocks,
    ...paragraph(`Times and canary requests are of the rollouts that were decided. sluice is the judge and the machine of this build. The others are rules as their tools document them: argo looks every ${duration(ARGO.intervalMs)} over steps of ${duration(ARGO.pauseMs)}, fails after more than ${ARGO.failureLimit} failed measurements, and allows ${share(failureRateMax)} failures, or ${ARGO.fleetRatio} times the fleet's; flagger checks every ${duration(FLAGGER.intervalMs)}, rolls back at ${FLAGGER.threshold} failed checks, and allows ${share(failureRateMax)} failures. Both allow ${share(slowShareMax)} of requests to be slower than 1.5 times the usual p99.`, look),
  ];
}

export function wrongShare({ runs, aborted, promoted, held }: Summary, truth: Truth): number {
  const wrong = { harmless: aborted, harmful: promoted, unusable: runs - held }[truth];
  return runs === 0 ? 0 : wrong / runs;
}

function rowOf(summary: Summary, truth: Truth): string[] {
  const { rule, runs, aborted, promoted, held, msMedian, msP90, canaryMedian, canaryP90 } = summary;
  const part = (value: number): string => share(value / Math.max(1, runs));
  const requests = (value: number | null): string => (value === null ? '-' : count(value));
  const time = (ms: number | null): string => (ms === null ? '-' : duration(ms));
  return [`  ${rule}`, part(aborted), part(promoted), part(held), share(wrongShare(summary, truth)), time(msMedian), time(msP90), requests(canaryMedian), requests(canaryP90)];
}
