import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BATCH_BOUNDS, BATCH_BUCKETS, DURATION_BOUNDS_US, DURATION_BUCKETS, batchBucket, durationBucket, quantile } from '../../src/telemetry/histogram.js';

/** The definition: the first bucket whose inclusive upper bound holds the value. */
function byLoop(value: number, bounds: readonly number[]): number {
  const found = bounds.findIndex((bound) => value <= bound);
  return found < 0 ? bounds.length : found;
}

test('duration buckets agree with their bounds', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (us) => durationBucket(us) === byLoop(us, DURATION_BOUNDS_US)), { numRuns: 5000 });
});

test('duration buckets are exact at and beside every bound', () => {
  for (const bound of DURATION_BOUNDS_US) {
    for (const us of [bound - 0.001, bound, bound + 0.001]) expect(durationBucket(us)).toBe(byLoop(us, DURATION_BOUNDS_US));
  }
});

test.each([Number.NaN, -1, 0, Number.POSITIVE_INFINITY])('%s falls into a bucket that exists', (us) => {
  const bucket = durationBucket(us);
  expect(bucket === 0 || bucket === DURATION_BUCKETS - 1).toBe(true);
});

test('the buckets cover 50 µs to 60 s with at most half again between them', () => {
  expect(DURATION_BOUNDS_US[0]).toBe(50);
  expect(DURATION_BOUNDS_US.at(-1)).toBeGreaterThanOrEqual(60e6);
  DURATION_BOUNDS_US.slice(1).forEach((bound, i) => expect(bound / (DURATION_BOUNDS_US[i] ?? 1)).toBeLessThanOrEqual(1.5));
});

test('batch buckets agree with their bounds', () => {
  for (let rows = 0; rows <= 9000; rows += 1) expect(batchBucket(rows)).toBe(byLoop(rows, BATCH_BOUNDS));
  expect(batchBucket(2 ** 31)).toBe(BATCH_BUCKETS - 1);
});

test('a quantile lies in the bucket that holds it', () => {
  const durations = fc.array(fc.double({ min: 1, max: 5e7, noNaN: true }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(durations, fc.constantFrom(0.5, 0.9, 0.99), (values, q) => {
      const counts = new Float64Array(DURATION_BUCKETS);
      for (const us of values) counts[durationBucket(us)] = (counts[durationBucket(us)] ?? 0) + 1;
      const exact = values.sort((a, b) => a - b)[Math.ceil(q * values.length) - 1] ?? 0;
      const bucket = durationBucket(exact);
      const estimate = quantile(counts, DURATION_BOUNDS_US, q);
      return estimate <= (DURATION_BOUNDS_US[bucket] ?? Infinity) && estimate >= (bucket === 0 ? 0 : (DURATION_BOUNDS_US[bucket - 1] ?? 0));
    }),
  );
});

test('without observations a quantile is 0, beyond the bounds it is the last of them', () => {
  const counts = new Float64Array(DURATION_BUCKETS);
  expect(quantile(counts, DURATION_BOUNDS_US, 0.5)).toBe(0);
  counts[DURATION_BUCKETS - 1] = 1;
  expect(quantile(counts, DURATION_BOUNDS_US, 0.5)).toBe(DURATION_BOUNDS_US.at(-1));
});
