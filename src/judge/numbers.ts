/** Sums of exponentials that neither overflow nor vanish: evidence is multiplied, so it is kept as logarithms. */
import { assert } from '../base/assert.js';

export function logSumExp(logs: ArrayLike<number>): number {
  let highest = -Infinity;
  for (let i = 0; i < logs.length; i++) highest = Math.max(highest, logs[i] ?? -Infinity);
  if (highest === -Infinity || highest === Infinity) return highest;
  let sum = 0;
  for (let i = 0; i < logs.length; i++) sum += Math.exp((logs[i] ?? -Infinity) - highest);
  return highest + Math.log(sum);
}

/** The logarithm of the mean of exponentials: a mixture with equal weights is a test again. */
export function logMeanExp(logs: ArrayLike<number>): number {
  assert(logs.length > 0, 'a mixture has at least one part');
  return logSumExp(logs) - Math.log(logs.length);
}

export interface Weighted {
  readonly weight: number;
  readonly logE: number;
}

/** log of the weighted sum of e-values. Parts without weight say nothing. */
export function logWeightedSum(parts: readonly Weighted[]): number {
  return logSumExp(parts.filter((part) => part.weight > 0).map((part) => Math.log(part.weight) + part.logE));
}

/** x ln y with 0 ln 0 = 0. */
export function timesLog(count: number, argument: number): number {
  return count === 0 ? 0 : count * Math.log(argument);
}

/** How much of the way to a threshold evidence has come, 0 to 1, for a bar in a terminal. */
export function progress(logE: number, threshold: number): number {
  if (threshold <= 0) return 1;
  return Math.min(1, Math.max(0, logE / threshold));
}
