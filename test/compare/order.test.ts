import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Orders, RANK_ELEMENTS_MAX, topOf } from '../../src/compare/order.js';

/** Ranks by the definition: the mean place of equal values in sorted order. */
function ranksOf(row: readonly number[]): number[] {
  const sorted = [...row].sort((a, b) => a - b);
  return row.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2);
}

function pearson(a: readonly number[], b: readonly number[]): number {
  const mean = (row: readonly number[]): number => row.reduce((sum, value) => sum + value, 0) / row.length;
  const [x, y] = [mean(a), mean(b)];
  const sum = (of: (i: number) => number): number => a.reduce((total, _, i) => total + of(i), 0);
  return sum((i) => (a[i]! - x) * (b[i]! - y)) / Math.sqrt(sum((i) => (a[i]! - x) ** 2) * sum((i) => (b[i]! - y) ** 2));
}

const of = (...values: number[]): Float64Array => Float64Array.from(values);

describe('orders', () => {
  it('find the first of the greatest', () => {
    expect(topOf(of(1, 3, 3, 2), 4)).toBe(1);
    expect(topOf(of(-Infinity, -Infinity), 2)).toBe(0);
    expect(topOf(of(NaN, -1), 2)).toBe(1);
    expect(topOf(of(NaN), 1)).toBe(-1);
    expect(topOf(of(1, 9), 1)).toBe(0);
  });

  it('count the overlap of the greatest', () => {
    const orders = new Orders(3);
    expect(orders.overlap(of(5, 4, 3, 2, 1), of(5, 4, 3, 2, 1), 5)).toBe(1);
    expect(orders.overlap(of(5, 4, 3, 2, 1), of(1, 2, 3, 4, 5), 5)).toBeCloseTo(1 / 3);
    expect(orders.overlap(of(1, 2, 3), of(1, 2, 3), 3)).toBeNaN();
  });

  it('agree with the definition of Spearman, ties and long rows included', () => {
    const orders = new Orders(5);
    const rows = fc.integer({ min: 2, max: 90 }).chain((count) => {
      const row = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: count, maxLength: count });
      return fc.tuple(row, row);
    });
    fc.assert(
      fc.property(rows, ([a, b]) => {
        const flat = new Set(a).size === 1 || new Set(b).size === 1;
        const found = orders.correlation(of(...a), of(...b), a.length);
        if (flat) expect(found).toBeNaN();
        else expect(found).toBeCloseTo(pearson(ranksOf(a), ranksOf(b)), 9);
      }),
    );
  });

  it('leave long rows alone', () => {
    const row = Float64Array.from({ length: RANK_ELEMENTS_MAX + 1 }, (_, i) => i);
    expect(new Orders(5).correlation(row, row, row.length)).toBeNaN();
    expect(new Orders(5).correlation(row, row, RANK_ELEMENTS_MAX)).toBe(1);
  });
});
