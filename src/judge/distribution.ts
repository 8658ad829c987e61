/**
 * E4: do both arms answer with the same distribution of outcomes? Under "same", an answer in a bin is the canary's with
 * probability `share` whatever the bin's own rate, so each bin is a beta-binomial against that; a mixture over
 * concentrations covers small and large differences. Stages of a ramp multiply.
 */
import { assert } from '../base/assert.js';
import { logBeta } from './gamma.js';
import { logMeanExp, timesLog } from './numbers.js';

export const CONCENTRATIONS = [5, 20, 80, 320, 1280] as const;

/** Answers per bin of each arm while the share was constant. */
export interface OutcomeCounts {
  readonly share: number;
  readonly canary: readonly number[];
  readonly baseline: readonly number[];
}

/** One bin's log evidence at one concentration. */
export function binLogE(concentration: number, share: number, canary: number, baseline: number): number {
  const a = concentration * share;
  const b = concentration * (1 - share);
  return logBeta(a + canary, b + baseline) - logBeta(a, b) - timesLog(canary, share) - timesLog(baseline, 1 - share);
}

function stageLogE(counts: OutcomeCounts): number {
  assert(counts.canary.length === counts.baseline.length, 'both arms count the same bins');
  // At share 0 or 1 there is one arm only, and nothing to compare.
  if (counts.share <= 0 || counts.share >= 1) return 0;
  return logMeanExp(
    CONCENTRATIONS.map((concentration) => {
      let sum = 0;
      counts.canary.forEach((canary, bin) => (sum += binLogE(concentration, counts.share, canary, counts.baseline[bin] ?? 0)));
      return sum;
    }),
  );
}

export function distributionLogE(stages: readonly OutcomeCounts[]): number {
  return stages.reduce((sum, stage) => sum + stageLogE(stage), 0);
}
