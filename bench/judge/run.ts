/** Runs the cases and says of each what came out and whether it is within its bound. */
import { quantileOf, tally, type Watched } from '../../src/forecast/proof.js';
import { outcomes } from '../../src/forecast/simulate.js';
import { QUIET, type Users } from '../../src/forecast/traffic.js';
import { wilson, type Interval } from '../../src/judge/report.js';
import { bucketOf, armOf, saltOf } from '../../src/routing/arm.js';
import { WEIGHT_WHOLE } from '../../src/routing/split.js';
import { planOf, type Cell } from './cases.js';

export interface Rate {
  readonly of: Watched;
  readonly count: number;
  readonly share: number;
  readonly interval: Interval;
}

export interface CellResult {
  readonly name: string;
  readonly runs: number;
  readonly rates: readonly Rate[];
  readonly canaryMedian: number | null;
  readonly canaryP90: number | null;
  readonly bound: string;
  readonly standing: Standing;
}

/** chance: beyond the bound by no more than so many runs may show of something that is at it. */
export type Standing = 'within' | 'chance' | 'beyond';

/** Three and a half standard errors: one row in four thousand that is at its bound is called beyond it. */
const Z = 3.5;

export function standingOf({ count, share }: Rate, runs: number, max: number): Standing {
  if (share <= max) return 'within';
  return wilson(count, runs, Z).low <= max ? 'chance' : 'beyond';
}

const BETTER_MAX = 0.05;

function boundText({ bound, watched }: Cell): string {
  if (bound === null) return '';
  if (bound.kind === 'median') return `median at most ${bound.max}`;
  const better = watched.some((one) => one.startsWith('better')) ? `, ${BETTER_MAX * 100} % better` : '';
  return `at most ${bound.max * 100} % ${bound.of === 'worse' ? 'aborted' : bound.of}${better}`;
}

function standing({ bound }: Cell, rates: readonly Rate[], runs: number, median: number | null): Standing {
  if (bound === null) return 'within';
  if (bound.kind === 'median') return (median ?? Infinity) <= bound.max ? 'within' : 'beyond';
  const all = rates.map((rate) => standingOf(rate, runs, rate.of === bound.of ? bound.max : BETTER_MAX));
  return all.includes('beyond') ? 'beyond' : all.includes('chance') ? 'chance' : 'within';
}

export function runCell(cell: Cell, runs: number, seed: number): CellResult {
  const seen = tally({ plan: cell.plan, truth: cell.truth, requestsMax: cell.requestsMax, watched: cell.watched }, runs, seed);
  const rates = cell.watched.map((of): Rate => ({ of, count: seen.seen[of], share: seen.seen[of] / runs, interval: wilson(seen.seen[of], runs) }));
  const canaryMedian = quantileOf(seen.canaryToWorse, runs, 0.5);
  return {
    name: cell.name, runs, rates, canaryMedian, canaryP90: quantileOf(seen.canaryToWorse, runs, 0.9), standing: standing(cell, rates, runs, canaryMedian),
    bound: boundText(cell),
  };
}

/** Sticky users, few of whom make most requests, under the product's own machine; the share of runs that were aborted. */
export function runUsers(users: Users, runs: number, seed: number): Rate {
  const plan = planOf({ assign: 'header:x-user', maxDuration: '30m' });
  const all = outcomes('sluice', plan, { ...QUIET, ratePerS: 30, errors: 0.01, users }, runs, seed);
  const count = all.filter(({ kind }) => kind === 'aborted').length;
  return { of: 'worse', count, share: count / runs, interval: wilson(count, runs) };
}

export interface WeightRow {
  readonly weight: number;
  readonly keys: number;
  readonly canary: number;
  readonly control: number;
  /** Of the larger of the two deviations, in standard errors. */
  readonly errors: number;
  /** Keys that were in at the weight before and are not any more. */
  readonly left: number;
}

/** How keys fall to the arms at each weight. */
export function runWeights(keys: number, weights: readonly number[], rollout: string): WeightRow[] {
  const salt = saltOf(rollout);
  const buckets = Uint16Array.from({ length: keys }, (_, key) => bucketOf(salt, `user-${key}`));
  let before = 0;
  return weights.map((weight) => {
    const split = { canaryWeight: weight, controlWeight: weight };
    let canary = 0;
    let control = 0;
    let left = 0;
    for (const bucket of buckets) {
      const arm = armOf(split, bucket);
      if (arm === 'canary') canary += 1;
      else if (armOf({ canaryWeight: before, controlWeight: before }, bucket) === 'canary') left += 1;
      if (arm === 'control') control += 1;
    }
    before = weight;
    const share = weight / WEIGHT_WHOLE;
    const standard = Math.sqrt(keys * share * (1 - share));
    return { weight, keys, canary, control, left, errors: Math.max(Math.abs(canary - keys * share), Math.abs(control - keys * share)) / standard };
  });
}
