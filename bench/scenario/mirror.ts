/**
 * What a mirror costs the callers: the same load with one request in ten run on a candidate too, compared and judged, and
 * without, by turns. The candidate stays loaded throughout. Where it has no core of its own its runs take time from what
 * is measured: the result says how many cores there were.
 */
import os from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { BenchFault } from '../fault.js';
import { isListed, probe, rollout, rolloutView, rowInput, type RolloutState } from '../oip.js';
import { binaryPayload, httpRequestBytes } from '../payload.js';
import { publishVersion } from '../repository.js';
import type { Stage } from '../stage.js';
import { median, pairedRatios, spread } from '../statistics.js';
import { formatNumber } from '../table.js';
import { insistClean, latencyText, measure, plain, rateText, type Measured } from './report.js';
import type { Outcome, Scenario } from './scenario.js';

const CONNECTIONS = 64;
const PERCENT = 10;
const SHARE_MIN = 0.97;
const P99_TIMES_MAX = 1.03;
const LOOK_MS = 50;
const LOOKS_MAX = 600;
/** Front end, stable instance, candidate instance, generator. */
const CORES_WANTED = 4;

/** Of one version against a copy of itself, so that nothing ends it before the load does. */
const PLAN = { mirror: { percent: PERCENT, minPairs: 1_000_000_000 }, steps: [{ weight: 1 }], twin: false, keepLoaded: '1h', maxDuration: '1h' };

async function reach<T>(what: string, look: () => Promise<T>, holds: (seen: T) => boolean): Promise<T> {
  for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
    const seen = await look();
    if (holds(seen)) return seen;
    await pause(LOOK_MS);
  }
  throw new BenchFault(`never came: ${what}`);
}

function mirroring(baseUrl: string): Promise<RolloutState> {
  return reach('a mirror', () => rolloutView(baseUrl, 'small'), (view) => view.rollout?.phase === 'mirror');
}

async function begin(baseUrl: string): Promise<void> {
  await rollout(baseUrl, 'small', '', { candidate: 2, plan: PLAN });
  await mirroring(baseUrl);
}

/** @returns pairs that were compared */
async function end(baseUrl: string): Promise<number> {
  const { rollout: seen } = await mirroring(baseUrl);
  await rollout(baseUrl, 'small', '/abort', {});
  return seen?.evidence.mirror?.candidate.pairs ?? 0;
}

async function run(stage: Stage): Promise<Outcome> {
  const { gateway, repository, staging } = await stage.open([{ name: 'small', instances: 1, queueMax: null }]);
  const { baseUrl } = gateway;
  await rollout(baseUrl, 'small', '/pin', { version: 1 });
  publishVersion(repository, staging, 'small', 2);
  await reach('version 2 in the index', () => isListed(baseUrl, 'small', 2), (listed) => listed);
  const payload = binaryPayload(await rowInput(baseUrl, 'small'));
  await probe(baseUrl, payload);
  const generator = stage.generator();
  const bounds = { warmSeconds: stage.warmSeconds, seconds: stage.seconds(8), requestsMax: Number.MAX_SAFE_INTEGER, connections: CONNECTIONS };
  const load = (): ReturnType<typeof measure> => measure(gateway.pid, stage.warmSeconds, () => generator.ask({ kind: 'http-closed', port: gateway.ports.http, request: httpRequestBytes(payload), ...bounds }));
  // Whoever is first would be measured cold.
  await load();
  const mirrored: Measured[] = [];
  const still: Measured[] = [];
  const pairs: number[] = [];
  for (let round = 1; round <= stage.rounds; round += 1) {
    await begin(baseUrl);
    const withMirror = plain(await load());
    pairs.push(await end(baseUrl));
    insistClean(withMirror, 'with a mirror');
    const without = plain(await load());
    insistClean(without, 'without a mirror');
    mirrored.push(withMirror);
    still.push(without);
    stage.progress.note(`round ${round}: with ${rateText(withMirror.rate)} and ${formatNumber(pairs.at(-1)!)} pairs, without ${rateText(without.rate)}, ratio ${formatNumber(withMirror.rate / without.rate)}`);
  }
  const ratios = pairedRatios(mirrored.map((side) => side.rate), still.map((side) => side.rate));
  const p99 = pairedRatios(mirrored.map((side) => side.latency.p99Us), still.map((side) => side.latency.p99Us));
  const cores = os.availableParallelism();
  const text = (sides: readonly Measured[]): string => `${rateText(median(sides.map((side) => side.rate)))}, ${latencyText(sides[sides.length >> 1]!.latency)}`;
  return {
    checks: [
      { name: 'rate against no mirror', value: median(ratios), side: 'at least', bound: SHARE_MIN, unit: '' },
      { name: 'p99 against no mirror', value: median(p99), side: 'at most', bound: P99_TIMES_MAX, unit: 'x' },
      { name: 'pairs compared', value: Math.min(...pairs), side: 'at least', bound: 1, unit: '' },
    ],
    measured: `${text(mirrored)}, ${formatNumber(median(pairs))} pairs`,
    beside: `${text(still)}${cores < CORES_WANTED ? ` (${cores} cores: the candidate has none of its own)` : ''}`,
    details: { cores, ratio: spread(ratios), p99: spread(p99), pairs, rounds: mirrored.map((side, index) => ({ mirrored: side, still: still[index] })) },
  };
}

export const mirrorScenario: Scenario = {
  name: 'mirror',
  title: `small rows, binary, ${PERCENT} % mirrored, compared and judged`,
  ceiling: 'the same load without a mirror',
  target: `at least ${SHARE_MIN} of its rate, p99 at most ${P99_TIMES_MAX} x`,
  run,
};
