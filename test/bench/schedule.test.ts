import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalTimesUs } from '../../bench/schedule.js';

const base = { ratePerSecond: 1000, seconds: 20, seed: 3, arrivalsMax: 1_000_000 } as const;

describe('arrivalTimesUs', () => {
  it('spaces constant arrivals evenly', () => {
    const times = arrivalTimesUs({ ...base, pattern: 'constant', seconds: 0.004 });
    expect([...times]).toEqual([0, 1000, 2000, 3000]);
  });

  it('gives the same Poisson arrivals for the same seed and others for another', () => {
    const first = arrivalTimesUs({ ...base, pattern: 'poisson' });
    expect(arrivalTimesUs({ ...base, pattern: 'poisson' })).toEqual(first);
    expect(arrivalTimesUs({ ...base, pattern: 'poisson', seed: 4 })).not.toEqual(first);
  });

  it('keeps the Poisson rate and the spread of its gaps', () => {
    const times = arrivalTimesUs({ ...base, pattern: 'poisson' });
    expect(times.length).toBeGreaterThan(19_000);
    expect(times.length).toBeLessThan(21_000);
    const short = times.filter((time, index) => index > 0 && time - (times[index - 1] ?? 0) < 1000).length;
    // Of exponential gaps 63 % are shorter than the mean.
    expect(short / times.length).toBeGreaterThan(0.6);
    expect(short / times.length).toBeLessThan(0.66);
  });

  it('rises, stays within the duration and within the bound', () => {
    const rates = fc.double({ min: 1, max: 5000, noNaN: true });
    fc.assert(
      fc.property(rates, fc.nat(), fc.constantFrom('constant' as const, 'poisson' as const), (ratePerSecond, seed, pattern) => {
        const times = arrivalTimesUs({ ratePerSecond, seed, pattern, seconds: 1, arrivalsMax: 500 });
        expect(times.length).toBeLessThanOrEqual(500);
        times.forEach((time, index) => {
          expect(time).toBeGreaterThanOrEqual(times[index - 1] ?? 0);
          expect(time).toBeLessThan(1e6);
        });
      }),
    );
  });
});
