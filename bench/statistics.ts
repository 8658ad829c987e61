/** Small statistics over few samples: medians, because a shared machine makes outliers and no bell curves. */
import { assert } from '../src/base/assert.js';

export function median(values: readonly number[]): number {
  assert(values.length > 0, 'median of nothing');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export function spread(values: readonly number[]): Spread {
  return { min: Math.min(...values), median: median(values), max: Math.max(...values) };
}

/**
 * Ratios of neighbours: sample i of one side over sample i of the other, measured one right after the other, so that
 * a slow minute of the machine hits both. Both sides have the same length.
 */
export function pairedRatios(ours: readonly number[], ceiling: readonly number[]): number[] {
  assert(ours.length === ceiling.length, 'paired samples differ in number');
  return ours.map((value, index) => value / (ceiling[index] ?? NaN));
}

/** One criterion of a scenario: a measured number, its bound, and on which side of it the number must lie. */
export interface Check {
  readonly name: string;
  readonly value: number;
  readonly side: 'at least' | 'at most';
  readonly bound: number;
  readonly unit: string;
}

export type Verdict = 'pass' | 'falls short';

export function holds(check: Check): boolean {
  if (Number.isNaN(check.value)) return false;
  return check.side === 'at least' ? check.value >= check.bound : check.value <= check.bound;
}

export function verdictOf(checks: readonly Check[]): Verdict {
  return checks.length > 0 && checks.every(holds) ? 'pass' : 'falls short';
}
