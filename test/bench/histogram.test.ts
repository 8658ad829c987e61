import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf, Histogram } from '../../bench/histogram.js';

const latencies = fc.array(fc.double({ min: 0.5, max: 1e8, noNaN: true }), { minLength: 1, maxLength: 300 });

function filled(values: readonly number[]): Histogram {
  const histogram = new Histogram();
  for (const value of values) histogram.record(value);
  return histogram;
}

describe('Histogram', () => {
  it('puts every quantile at most two per cent above the value of its rank', () => {
    fc.assert(
      fc.property(latencies, fc.double({ min: 0, max: 1, noNaN: true }), (values, q) => {
        const sorted = [...values].sort((a, b) => a - b);
        const exact = sorted[Math.max(1, Math.ceil(q * sorted.length)) - 1] ?? 0;
        const found = filled(values).quantile(q);
        expect(found).toBeGreaterThanOrEqual(exact * 0.999999);
        expect(found).toBeLessThanOrEqual(Math.max(1, exact * 1.0201));
      }),
    );
  });

  it('gives the same after merging parts as after recording all', () => {
    fc.assert(
      fc.property(latencies, latencies, (left, right) => {
        const merged = distributionOf(filled(left).snapshot(), filled(right).snapshot());
        const whole = filled([...left, ...right]).distribution();
        expect({ ...merged, meanUs: 0 }).toEqual({ ...whole, meanUs: 0 });
        expect(merged.meanUs).toBeCloseTo(whole.meanUs, 3);
      }),
    );
  });

  it('counts values beyond its range in its last bucket and keeps them exact as maximum', () => {
    expect(filled([1e12]).distribution()).toMatchObject({ count: 1, maxUs: 1e12, minUs: 1e12 });
  });

  it('is all zero when empty, also after a reset', () => {
    const histogram = filled([5, 6]);
    histogram.reset();
    expect(histogram.distribution()).toEqual(new Histogram().distribution());
    expect(new Histogram().distribution()).toMatchObject({ count: 0, p99Us: 0, minUs: 0, maxUs: 0 });
  });
});
