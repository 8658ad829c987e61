import { describe, expect, it } from 'vitest';
import { METRICS } from '../../src/judge/plan.js';
import { LATENCY_PARTS, readMetric } from '../../src/judge/reading.js';
import { harmTest, ratioLogE } from '../../src/judge/ratio.js';
import { signLogE } from '../../src/judge/sign.js';
import { arm, evidence, segment } from './cases.js';

const slow = evidence(segment(0.5, arm(1000, 0, [520, 130, 80, 40]), arm(1000, 0, [500, 100, 50, 10])));

describe('latency', () => {
  it('is a mean of tests: its weights sum to one, and no alternative is beyond what its quantile can show', () => {
    expect(LATENCY_PARTS.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    [0.5, 0.1, 0.05, 0.01].forEach((above, quantile) => {
      for (const ratio of LATENCY_PARTS[quantile]!.ratios) expect(ratio * above).toBeLessThanOrEqual(1);
    });
  });

  it('weighs each quantile, and the signs of pairs where they are kept', () => {
    const counts = [[520, 500], [130, 100], [80, 50], [40, 10]];
    const parts = LATENCY_PARTS.map(({ weight, ratios }, at) => weight * Math.exp(ratioLogE(harmTest(ratios), [{ share: 0.5, canary: counts[at]![0]!, baseline: counts[at]![1]! }])));
    const quantiles = parts.reduce((sum, part) => sum + part, 0);
    expect(readMetric(METRICS.latency, slow).harm.logE).toBeCloseTo(Math.log(quantiles), 12);
    const signed = readMetric({ ...METRICS.latency, signs: true }, { ...slow, latencySigns: { canarySlower: 60, baselineSlower: 40 } });
    expect(signed.harm.logE).toBeCloseTo(Math.log(0.8 * quantiles + 0.2 * Math.exp(signLogE(60, 40))), 12);
  });

  it('says nothing without requests', () => {
    const { harm, better } = readMetric(METRICS.latency, { segments: [] });
    expect([harm.logE, better?.logE]).toEqual([expect.closeTo(0, 12), expect.closeTo(0, 12)]);
  });
});
