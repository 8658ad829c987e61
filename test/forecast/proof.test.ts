/** The judge's bounds, measured in short; `npm run bench:judge` measures all of them with 2,000 runs each. */
import { describe, expect, it } from 'vitest';
import { randomOf } from '../../src/forecast/draw.js';
import { ALIKE, observe, quantileOf, tally, type Case, type Tally, type Watched } from '../../src/forecast/proof.js';
import type { JudgePlan } from '../../src/judge/plan.js';
import { judgePlanOf } from '../../src/rollout/evidence.js';
import { planOf } from '../support/plan.js';

const TWIN = judgePlanOf(planOf({}));
const ALONE = judgePlanOf(planOf({ twin: false }));

const RUNS = 400;

/** Most that a rate at its bound shows in so many runs, but for once in ten thousand. */
function mostOf(rate: number, runs: number): number {
  let left = 1;
  let term = (1 - rate) ** runs;
  for (let count = 0; ; count++) {
    left -= term;
    if (left < 1e-4) return count;
    term *= ((runs - count) / (count + 1)) * (rate / (1 - rate));
  }
}

function run(plan: JudgePlan, truth: Partial<Case> & Pick<Case, 'share' | 'errors'>, watched: readonly Watched[], requestsMax: number, runs = RUNS): Tally {
  return tally({ plan, truth: { ...ALIKE, ...truth }, requestsMax, watched }, runs, 1);
}

describe('the same version twice', () => {
  it.each([0.01, 0.05, 0.1, 0.5])('at share %d is rarely aborted or called better, looked at after every failure', (share) => {
    const { seen } = run(ALONE, { share, errors: 1 }, ['worse', 'better errors'], 4000);
    expect(seen.worse).toBeLessThanOrEqual(mostOf(0.01, RUNS));
    expect(seen['better errors']).toBeLessThanOrEqual(mostOf(0.05, RUNS));
  });

  it.each([[0.05, 1e-3], [0.5, 1e-4], [0.5, 0.05]])('at share %d with %d failures is rarely aborted or called better by the default plan', (share, errors) => {
    const { seen } = run(TWIN, { share, errors }, ['worse', 'better errors', 'better latency'], 4000);
    expect(seen.worse).toBeLessThanOrEqual(mostOf(0.01, RUNS));
    expect(seen['better errors']).toBeLessThanOrEqual(mostOf(0.05, RUNS));
    expect(seen['better latency']).toBeLessThanOrEqual(mostOf(0.05, RUNS));
  });

  it.each([8, 32])('is rarely aborted for batches of %d that fail, and often where their rows are counted', (failedRows) => {
    const truth = { share: 0.5, errors: 0.02, failedRows };
    expect(run(ALONE, truth, ['worse'], 10_000).seen.worse).toBeLessThanOrEqual(mostOf(0.01, RUNS));
    expect(run(ALONE, { ...truth, countsRows: true }, ['worse'], 10_000).seen.worse).toBeGreaterThan(0.2 * RUNS);
  });

  it('would often be aborted by a test that is meant to be looked at once', () => {
    let alarms = 0;
    for (let seed = 0; seed < RUNS; seed++) {
      const random = randomOf(seed, 0);
      const failed = [0, 0];
      for (let failure = 1; failure <= 1000; failure++) {
        failed[random() < 0.5 ? 0 : 1]! += 1;
        // One-sided at 1 %.
        if (failure >= 20 && (failed[1]! - failed[0]!) / Math.sqrt(failure) > 2.326) {
          alarms += 1;
          break;
        }
      }
    }
    expect(alarms).toBeGreaterThan(mostOf(0.01, RUNS) * 2);
  });
});

describe('a candidate at the margin', () => {
  const ratioOnly: JudgePlan = { ...judgePlanOf(planOf({ twin: false, analysis: { metrics: { errors: { ceiling: 'off' } } } })), canaryUnitsMin: 0 };

  it.each([0.05, 0.5])('is rarely proven at share %d, and one that is the same is', (share) => {
    expect(run(ratioOnly, { share, errors: 0.5, errorRatio: 1.5 }, ['proven'], 3000).seen.proven).toBeLessThanOrEqual(mostOf(0.05, RUNS));
    expect(run(ratioOnly, { share, errors: 0.5 }, ['proven'], 12_000, 50).seen.proven).toBeGreaterThan(45);
  });
});

describe('a candidate that is worse', () => {
  const median = ({ canaryToWorse, runs }: Tally): number => quantileOf(canaryToWorse, runs, 0.5) ?? Infinity;

  it('is aborted within 450 canary requests where it fails three times as often, and 50 for ten times', () => {
    expect(median(run(ALONE, { share: 0.05, errors: 0.01, errorRatio: 3 }, ['worse'], 200_000, 1000))).toBeLessThanOrEqual(450);
    expect(median(run(ALONE, { share: 0.05, errors: 0.01, errorRatio: 10 }, ['worse'], 200_000, 1000))).toBeLessThanOrEqual(50);
  });

  it('is aborted within 1,000 canary requests where 5 % of them are three times slower', () => {
    expect(median(run(TWIN, { share: 0.5, errors: 0.01, slowShare: 0.05, slowFactor: 3 }, ['worse'], 100_000, 1000))).toBeLessThanOrEqual(1000);
  });
});

describe('a run', () => {
  const course = { plan: TWIN, truth: { ...ALIKE, share: 0.5, errors: 0.01, errorRatio: 5 }, requestsMax: 20_000, watched: ['worse'] as const };

  it('is the same for the same seed', () => {
    expect(observe(course, randomOf(4, 2))).toEqual(observe(course, randomOf(4, 2)));
    expect(observe(course, randomOf(4, 2)).worse).not.toBeNull();
  });

  it('that never ends has no part in a quantile', () => {
    expect([0.5, 0.9].map((q) => quantileOf([10, 20, 30], 5, q))).toEqual([30, null]);
  });
});
