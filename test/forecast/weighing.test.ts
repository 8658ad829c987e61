import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASELINE, CANARY, type Side } from '../../src/forecast/sums.js';
import { Weighing } from '../../src/forecast/weighing.js';
import type { ArmCounts, Evidence, Segment } from '../../src/judge/evidence.js';
import { judge } from '../../src/judge/judge.js';
import type { JudgePlan } from '../../src/judge/plan.js';
import { judgePlanOf } from '../../src/rollout/evidence.js';
import { planOf } from '../support/plan.js';

const PLANS: readonly JudgePlan[] = [
  judgePlanOf(planOf({})),
  judgePlanOf(planOf({ twin: false, analysis: { minSamples: 5, metrics: { errors: { ceiling: 'off' } } } })),
  judgePlanOf(planOf({ mirror: { percent: 10 }, analysis: { minSamples: 5, metrics: { latency: { required: true }, agreement: { required: true } } } })),
];

type Counts = { -readonly [Field in keyof ArmCounts]: Field extends 'exceed' ? [number, number, number, number] : ArmCounts[Field] };
const none = (): Counts => ({ units: 0, failures: 0, timed: 0, exceed: [0, 0, 0, 0], warmupTimed: 0 });

interface Happened {
  readonly side: Side;
  readonly failed: boolean;
  readonly exceeded: number;
}

const happened = fc.record({ side: fc.constantFrom<Side>(BASELINE, CANARY), failed: fc.boolean(), exceeded: fc.integer({ min: 0, max: 4 }) });
const stretch = fc.record({ share: fc.constantFrom(0.01, 0.05, 0.25, 0.5), events: fc.array(happened, { minLength: 1, maxLength: 60 }) });
const pairs = fc.record({ pairs: fc.integer({ min: 100, max: 3000 }), part: fc.double({ min: 0, max: 0.2, noNaN: true }) }).map(({ pairs: all, part }) => ({ pairs: all, disagreements: Math.floor(all * part) }));

function weigh(weighing: Weighing, events: readonly Happened[], isAtOnce: boolean): Pick<Segment, 'canary' | 'baseline'> {
  const sums = { [BASELINE]: none(), [CANARY]: none() };
  for (const { side, failed, exceeded } of events) {
    const arm = sums[side];
    arm.units += 1;
    if (failed) arm.failures += 1;
    else {
      arm.timed += 1;
      for (let at = 0; at < exceeded; at++) arm.exceed[at]! += 1;
    }
    if (isAtOnce) continue;
    weighing.unit(side);
    if (failed) weighing.fail(side);
    else weighing.time(side, exceeded);
  }
  for (const side of [BASELINE, CANARY] as const) {
    if (!isAtOnce) continue;
    weighing.unit(side, sums[side].units);
    weighing.addCounts(side, sums[side].failures, sums[side].exceed);
  }
  return { canary: sums[CANARY], baseline: sums[BASELINE] };
}

describe('weighing', () => {
  it('says what the judge says of the same traffic, event by event and many at once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLANS), fc.array(stretch, { minLength: 1, maxLength: 4 }), pairs, pairs, fc.boolean(), (plan, stretches, candidate, floor, isAtOnce) => {
        const weighing = new Weighing(plan, true);
        const segments = stretches.map(({ share, events }, stage): Segment => {
          weighing.enter(share);
          return { stage, share, ...weigh(weighing, events, isAtOnce) };
        });
        weighing.mirrored(candidate, floor);
        const evidence: Evidence = { segments, mirror: { candidate, floor } };
        const judgement = judge(plan, evidence);
        expect(Math.abs(weighing.logAbort() - judgement.logAbort)).toBeLessThan(1e-9 * Math.max(1, judgement.logAbort));
        const isMismatch = judgement.share.logE >= judgement.share.threshold;
        expect(weighing.isMismatch()).toBe(isMismatch);
        expect(weighing.isWorse()).toBe(judgement.logAbort >= judgement.thresholdAbort);
        expect(weighing.isBetter('errors')).toBe(judgement.superior.includes('errors'));
        expect(weighing.isBetter('latency')).toBe(judgement.superior.includes('latency'));
        const isProven = judgement.rows.filter(({ required }) => required).every((row) => (row.logProof ?? 0) >= (row.thresholdPromote ?? 0)) && judgement.canaryUnits >= plan.canaryUnitsMin;
        expect(weighing.isProven()).toBe(isProven);
        if (!isMismatch && !weighing.isWorse()) expect(!weighing.isSuspicious()).toBe(judgement.mayAdvance);
      }),
      { numRuns: 400 },
    );
  });

  it('stays a number beyond what an exponential can be, and gives a dry run no say', () => {
    const dry = { ...PLANS[0]!, metrics: PLANS[0]!.metrics.map((metric) => (metric.kind === 'latency' ? { ...metric, weight: 0 } : metric)) };
    const weighing = new Weighing(dry);
    weighing.enter(0.5);
    weighing.addCounts(CANARY, 0, [5000, 5000, 5000, 5000]);
    expect([weighing.isWorse(), weighing.logAbort()]).toEqual([false, expect.closeTo(0, 9)]);
    weighing.addCounts(CANARY, 5000, [0, 0, 0, 0]);
    expect(weighing.isWorse()).toBe(true);
    expect(weighing.logAbort()).toBeGreaterThan(1000);
  });

  it('is not stirred while nothing speaks either way', () => {
    const weighing = new Weighing(PLANS[0]!, true);
    weighing.enter(0.5);
    for (let i = 0; i < 3; i++) for (const side of [BASELINE, CANARY] as const) weighing.fail(side);
    expect(weighing.isStirred).toBe(false);
    for (let i = 0; i < 12; i++) weighing.fail(CANARY);
    expect(weighing.isStirred).toBe(true);
    expect(weighing.isWorse()).toBe(false);
  });
});
