import { describe, expect, it } from 'vitest';
import { BETTER, HARM, HARM_RATIOS, nonInferiority, ratioLogE, ratioLogs } from '../../src/judge/ratio.js';

const NINE = 9;
const one = (canary: number, baseline: number, share: number) => [{ canary, baseline, share }];

describe('E1', () => {
  it.each([
    [8, 2, 0.5, 1.257499915086853],
    [12, 60, 0.1, 0.5016586719599079],
    [20, 60, 0.1, 5.704928470557753],
    [30, 10, 0.5, 3.9085880077709216],
    [3, 0, 0.05, 5.648026399650928],
  ])('%d of the canary, %d of the baseline at share %d', (canary, baseline, share, logE) => {
    expect(ratioLogE(HARM, one(canary, baseline, share))).toBeCloseTo(logE, NINE);
  });

  it('gives each alternative its own likelihood ratio', () => {
    const wanted = [1.110177, 2.487462, 4.206089, 6.238129, 7.386521, 5.270979, -5.296609, -40.854177];
    ratioLogs(HARM, one(20, 60, 0.1)).forEach((log, index) => expect(log, String(HARM_RATIOS[index])).toBeCloseTo(wanted[index] ?? NaN, 6));
  });

  it('carries evidence over the steps of a ramp', () => {
    const events = [
      [1, 0.01], [0, 0.01], [1, 0.05], [1, 0.05], [0, 0.1], [1, 0.1],
    ].map(([arm = 0, share = 0]) => ({ share, canary: arm, baseline: 1 - arm }));
    expect(ratioLogE(HARM, events)).toBeCloseTo(6.731844474277176, NINE);
  });

  it.each([
    [50, 60, 0.5, 1.4531601300970416],
    [10, 150, 0.1, 2.3009855569348874],
    [200, 220, 0.5, 3.9151201859053506],
    [90, 1000, 0.1, 7.370523132343645],
  ])('proves within 1.25: %d, %d at %d', (canary, baseline, share, logE) => {
    expect(ratioLogE(nonInferiority(1.25), one(canary, baseline, share))).toBeCloseTo(logE, NINE);
  });

  it('in the other direction is itself with the arms exchanged', () => {
    expect(ratioLogE(BETTER, one(12, 60, 0.3))).toBeCloseTo(ratioLogE(HARM, one(60, 12, 0.7)), NINE);
  });

  it('learns nothing while one arm has everything', () => {
    expect(ratioLogE(HARM, [{ share: 1, canary: 50, baseline: 0 }, { share: 0, canary: 0, baseline: 70 }])).toBeCloseTo(0, 12);
  });
});
