import { describe, expect, it } from 'vitest';
import { holds, median, pairedRatios, spread, verdictOf, type Check } from '../../bench/statistics.js';

const share = (value: number): Check => ({ name: 'share', value, side: 'at least', bound: 0.4, unit: '' });
const growth = (value: number): Check => ({ name: 'growth', value, side: 'at most', bound: 20, unit: 'MB' });

describe('statistics', () => {
  it('takes the middle, or the mean of the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 9])).toBe(3);
    expect(() => median([])).toThrow('median of nothing');
  });

  it('compares neighbours, so that a slow round of both sides leaves the ratio alone', () => {
    expect(pairedRatios([40, 4], [100, 10])).toEqual([0.4, 0.4]);
    expect(spread([0.4, 0.5, 0.1])).toEqual({ min: 0.1, median: 0.4, max: 0.5 });
  });

  it('passes a check at its bound and fails one beyond it or without a number', () => {
    expect([share(0.4), share(0.39), growth(20), growth(21), share(NaN), growth(NaN)].map(holds)).toEqual([true, false, true, false, false, false]);
  });

  it('passes a scenario only when all its checks hold, and never one without checks', () => {
    expect(verdictOf([share(0.5), growth(3)])).toBe('pass');
    expect(verdictOf([share(0.5), growth(30)])).toBe('falls short');
    expect(verdictOf([])).toBe('falls short');
  });
});
