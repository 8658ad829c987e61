/**
 * Tests of one rate against a fixed bound, from counts: E2 (null: the rate is at most p0) and its mirror image, the
 * service-level form (null: the rate is at least p0). Both are grids of Bernoulli likelihood ratios, mixed evenly;
 * like E1 they may be looked at after every trial.
 */
import { logMeanExp, timesLog } from './numbers.js';

export const EXCESS_PARTS = [1.25, 1.5, 2, 3, 5, 10, 30] as const;
export const CEILING_PARTS = [0.75, 0.5, 0.25, 0.1, 0.01] as const;

/** Probabilities end here, so that a part of a large bound stays one. */
const HIGHEST = 1 - 1e-9;

export function rateLogs(parts: readonly number[], events: number, trials: number, bound: number): number[] {
  return parts.map((part) => {
    const rate = Math.min(HIGHEST, part * bound);
    return timesLog(events, rate / bound) + timesLog(trials - events, (1 - rate) / (1 - bound));
  });
}

/** E2: evidence that the rate is above `bound`. */
export function excessLogE(events: number, trials: number, bound: number): number {
  return logMeanExp(rateLogs(EXCESS_PARTS, events, trials, bound));
}

/** Evidence that the rate is below `bound`; needs no events at all, only trials. */
export function ceilingLogE(events: number, trials: number, bound: number): number {
  return logMeanExp(rateLogs(CEILING_PARTS, events, trials, bound));
}
