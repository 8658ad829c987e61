/**
 * Statistics that are shown and never decide: intervals for display, and the sequential bounds of other tools for
 * comparison. Asymptotic bounds are unsafe for rare events at small shares, which is why they stay here.
 */
import { logBeta } from './gamma.js';
import { timesLog } from './numbers.js';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

const Z_95 = 1.959963984540054;

/** Wilson's interval of a rate, by default at 95 %. */
export function wilson(events: number, trials: number, z = Z_95): Interval {
  if (trials === 0) return { low: 0, high: 1 };
  const rate = events / trials;
  const spread = z * z;
  const centre = rate + spread / (2 * trials);
  const half = z * Math.sqrt((rate * (1 - rate)) / trials + spread / (4 * trials * trials));
  const scale = 1 + spread / trials;
  return {
    low: events === 0 ? 0 : Math.max(0, (centre - half) / scale),
    high: events === trials ? 1 : Math.min(1, (centre + half) / scale),
  };
}

/** Two-sided evidence that the canary's share of events is not `share`, with a uniform prior on the true share. */
export function betaBinomialLogE(canary: number, baseline: number, share: number): number {
  return logBeta(1 + canary, 1 + baseline) - logBeta(1, 1) - timesLog(canary, share) - timesLog(baseline, 1 - share);
}

/** mSPRT with a normal mixture (Johari et al. 2015) for a difference of means; asymptotic. */
export function meanLogRatio(difference: number, variance: number, count: number, mixtureVariance: number): number {
  const widened = variance + count * mixtureVariance;
  return 0.5 * Math.log(variance / widened) + (count ** 2 * mixtureVariance * difference ** 2) / (2 * variance * widened);
}

/** Tuning of the asymptotic confidence sequence (Waudby-Smith et al. 2021) so that it is tightest at `countBest`. */
export function asymptoticTuning(alpha: number, countBest: number): number {
  const wide = -2 * Math.log(alpha);
  return Math.sqrt((wide + Math.log(wide + 1)) / countBest);
}

export function asymptoticHalfWidth(alpha: number, countBest: number, count: number, variance: number): number {
  const square = asymptoticTuning(alpha, countBest) ** 2;
  const spent = count * square + 1;
  return Math.sqrt(variance) * Math.sqrt(((2 * spent) / (count ** 2 * square)) * Math.log(Math.sqrt(spent) / alpha));
}

/** Half-width of a band around an empirical distribution function that holds at all counts (Howard and Ramdas 2022). */
export function distributionBand(alpha: number, count: number): number {
  return 0.85 * Math.sqrt((Math.log(Math.log(Math.E * count)) + 0.8 * Math.log(1612 / alpha)) / count);
}
