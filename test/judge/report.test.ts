import { describe, expect, it } from 'vitest';
import { asymptoticHalfWidth, asymptoticTuning, betaBinomialLogE, distributionBand, meanLogRatio, wilson } from '../../src/judge/report.js';

describe('statistics for show', () => {
  it.each([
    [8, 2, 0.5, 0.7269140430307626],
    [30, 10, 0.5, 3.4543243628417875],
    [12, 60, 0.1, -0.7008090282511166],
  ])('two-sided beta-binomial: %d, %d at %d', (canary, baseline, share, logE) => {
    expect(betaBinomialLogE(canary, baseline, share)).toBeCloseTo(logE, 9);
  });

  it('mSPRT of a difference of means', () => {
    expect(meanLogRatio(0.05, 0.5, 1000, 0.01)).toBeCloseTo(0.8586911620906694, 9);
  });

  it('asymptotic confidence sequence', () => {
    expect(asymptoticTuning(0.05, 5000)).toBeCloseTo(0.03984006677137368, 9);
    expect(asymptoticHalfWidth(0.05, 5000, 5000, 1)).toBeCloseTo(0.04292433718826846, 9);
  });

  it.each([
    [100, 0.26917582233731213],
    [1000, 0.08656912837667055],
    [10_000, 0.027710745077605986],
    [100_000, 0.008846345222203546],
  ])('band of a distribution function at %d', (count, half) => {
    expect(distributionBand(0.05, count)).toBeCloseTo(half, 9);
  });

  it('Wilson', () => {
    const { low, high } = wilson(11, 200);
    expect(low).toBeCloseTo(0.030985341703458832, 9);
    expect(high).toBeCloseTo(0.09578699877230841, 9);
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
    expect(wilson(0, 10).low).toBe(0);
    expect(wilson(10, 10).high).toBe(1);
  });
});
