import { describe, expect, it } from 'vitest';
import { binLogE, distributionLogE } from '../../src/judge/distribution.js';

const canary = [30, 25, 20, 45];
const baseline = [270, 265, 255, 190];

describe('E4', () => {
  it('weighs each bin at one concentration', () => {
    const wanted = [-2.8326581266148345, -2.4314631490466567, -1.411484821147841, 5.822018613651075];
    const bins = canary.map((count, bin) => binLogE(2, 0.1, count, baseline[bin] ?? 0));
    bins.forEach((log, bin) => expect(log).toBeCloseTo(wanted[bin] ?? NaN, 9));
    expect(bins.reduce((sum, log) => sum + log, 0)).toBeCloseTo(-0.8535874831582575, 9);
  });

  it('multiplies the stages of a ramp', () => {
    const stage = { share: 0.1, canary, baseline };
    expect(distributionLogE([stage, stage])).toBeCloseTo(2 * distributionLogE([stage]), 9);
    expect(distributionLogE([stage, { share: 0, canary: [0, 0], baseline: [9, 9] }])).toBe(distributionLogE([stage]));
  });

  it('sees a shifted distribution and not an equal one', () => {
    expect(distributionLogE([{ share: 0.5, canary: [300, 100], baseline: [100, 300] }])).toBeGreaterThan(50);
    expect(distributionLogE([{ share: 0.5, canary: [200, 200], baseline: [200, 200] }])).toBeLessThan(0);
  });
});
