/** What was measured as the page docs/judge.md. Nothing of it depends on the machine. */
import type { Simulated } from '../../src/forecast/simulate.js';
import { duration } from '../../src/forecast/words.js';
import type { Group } from './cases.js';
import { standingOf, type CellResult, type Rate, type Standing, type WeightRow } from './run.js';

export interface Measured {
  readonly seed: number;
  readonly scale: number;
  readonly date: string;
  readonly groups: readonly { readonly group: Group; readonly results: readonly CellResult[] }[];
  readonly users: readonly { readonly name: string; readonly runs: number; readonly rate: Rate; readonly isBound: boolean }[];
  readonly weights: readonly WeightRow[];
  readonly simulated: readonly Simulated[];
}

function markdown(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  return [titles, titles.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

const NAMES = { worse: 'aborted', 'better errors': 'better in failures', 'better latency': 'better in latency', proven: 'proven' } as const;

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}

function rateText({ share, interval }: Rate): string {
  return `${percent(share)} (${percent(interval.low)} to ${percent(interval.high)})`;
}

function count(value: number | null): string {
  return value === null ? '-' : String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

const STANDINGS: Readonly<Record<Standing, string>> = { within: 'kept', chance: 'by chance more', beyond: '**broken**' };

function groupText({ group, results }: Measured['groups'][number]): string {
  const isDetection = results.some(({ bound, canaryMedian }) => bound.startsWith('median') || (canaryMedian !== null && bound === ''));
  const standing = (result: CellResult): string => (result.bound === '' ? '-' : `${result.bound}: ${STANDINGS[result.standing]}`);
  const table = isDetection && group.cells.every(({ bound }) => bound?.kind !== 'share')
    ? markdown(['case', 'runs', 'aborted', 'median', '90 %', 'bound'], results.map((result) => [result.name, count(result.runs), percent(result.rates[0]?.share ?? 0), count(result.canaryMedian), count(result.canaryP90), standing(result)]))
    : markdown(['case', 'runs', ...group.cells[0]!.watched.map((one) => NAMES[one]), 'bound'], results.map((result) => [result.name, count(result.runs), ...result.rates.map(rateText), standing(result)]));
  return `## ${group.title}\n\n${group.text}\n\n${table}`;
}

function usersText({ users }: Measured): string {
  const rows = users.map(({ name, runs, rate, isBound }) => [name, count(runs), rateText(rate), isBound ? `at most 1 %: ${STANDINGS[standingOf(rate, runs, 0.01)]}` : '-']);
  return `## The same version twice: sticky users, few of whom make most requests

20,000 users by Zipf's law with exponent 1.2, every tenth of whom fails nine times as often and waits half as long again as the others;
assigned by header, default plan, 30 requests a second for half an hour, with the rollout machine. A user is one unit, one failure and one
latency. The last row counts every request instead.

${markdown(['case', 'runs', 'aborted', 'bound'], rows)}`;
}

function weightsText({ weights }: Measured): string {
  const rows = weights.map(({ weight, keys, canary, control, errors, left }) => [`${weight / 100} %`, count(keys), count(canary), count(control), errors.toFixed(2), count(left)]);
  return `## Weights over keys

Bound: within 4 standard errors, and nobody who was in at a smaller weight is out at a larger one.

${markdown(['weight', 'keys', 'canary', 'control', 'standard errors off', 'in before and out now'], rows)}`;
}

const RIGHT = { harmless: 'promote', harmful: 'abort', unusable: 'hold' } as const;

function simulatedText({ simulated }: Measured): string {
  const rows = simulated.flatMap(({ scenario, summaries }) => summaries.map(({ rule, runs, aborted, promoted, held, msMedian, canaryMedian }, at) => [
    at === 0 ? scenario.title : '', at === 0 ? RIGHT[scenario.truth] : '', rule, percent(aborted / runs), percent(promoted / runs), percent(held / runs), msMedian === null ? '-' : duration(msMedian), count(canaryMedian),
  ]));
  return `## Whole rollouts, beside the rules of other tools

${simulated[0]?.summaries[0]?.runs ?? 0} rollouts of each by the default plan at 40 requests a second and 1 % failures. What the other rules are is said at the end
of \`sluice rollout simulate\`; they are ours after what the tools document, not the tools themselves.
Reproduce a row with \`sluice rollout simulate --rate 40/s --errors 1% --scenario NAME\`. Median times and canary requests are of the rollouts that were decided.

${markdown(['what is true', 'right is to', 'rule', 'aborted', 'promoted', 'held', 'median time', 'canary requests'], rows)}`;
}

export function pageOf(measured: Measured): string {
  return `# How often the judge is wrong, and how soon it is right

Measured by \`npm run bench:judge -- --write docs/judge.md\` on ${measured.date} with seed ${measured.seed}; the same seed gives the same numbers on every machine.
Shares of runs stand with their 95 % interval. "By chance more" is a share above its bound by less than 3.5 standard errors, as a rate at or just below
the bound shows now and then. The bounds on wrong answers are theorems (${'`'}src/judge/ratio.ts${'`'} says whose); what is measured here is that the code keeps
them while it is looked at after every single request, and how much it sees. ${'`'}npm test${'`'} measures a part of it.

The theorems assume that a unit's arm is drawn by the planned share and that units are counted as ${'`'}src/judge/evidence.ts${'`'} says. They assume nothing
about load, rates, or how they change, as long as they change for both arms. Where a candidate has no control twin, its batches are smaller than those of the
serving version; if batches fail as a whole, at a rate that does not depend on how full they are, it then has more failed batches per request, and the bound on
aborts does not hold. Keep the twin where failures come in batches.

${measured.groups.map(groupText).join('\n\n')}

${usersText(measured)}

${weightsText(measured)}

${simulatedText(measured)}
`;
}
