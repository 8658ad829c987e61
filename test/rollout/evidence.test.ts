import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/judge/judge.js';
import { METRICS as JUDGE_METRICS } from '../../src/judge/plan.js';
import type { Rollout } from '../../src/rollout/document.js';
import { NO_COUNTS, type ArmCounts, type Segment } from '../../src/judge/evidence.js';
import { compact, gather, judgePlanOf, verdictOf, withOutcomes, type LiveSegment, type SegmentReading } from '../../src/rollout/evidence.js';
import { HandCounters } from './puppets.js';
import { planOf } from '../support/plan.js';

const FACTS = { crashes: 0, memoryBytes: 0 };
const stretch = (counters: HandCounters, more: Partial<LiveSegment> = {}): LiveSegment => ({ stage: 0, share: 0.5, hasTwin: true, sinceMs: 0, read: () => counters.read(), ...more });
const arms = (units: number, failures = 0): ArmCounts => ({ ...NO_COUNTS, units, failures, timed: units, exceed: [units, 0, 0, 0] });

describe('gather', () => {
  it('holds the canary against the twin, or against the rest without latency', () => {
    const counters = new HandCounters('m', 1);
    counters.arms.canary = arms(10, 1);
    counters.arms.control = arms(9);
    counters.arms.stable = arms(80);
    const [withTwin, without] = [true, false].map((hasTwin) => gather({ segments: [] }, [stretch(counters, { hasTwin })], 0, FACTS).evidence.segments[0]!);
    expect(withTwin).toMatchObject({ canary: arms(10, 1), baseline: arms(9) });
    expect(without).toMatchObject({ canary: { units: 10, failures: 1, timed: 0, exceed: [0, 0, 0, 0] }, baseline: { units: 80, timed: 0 } });
  });

  it('counts units of the present phase apart, and mirror stretches not as segments', () => {
    const [before, now, mirror] = [new HandCounters('m', 1), new HandCounters('m', 1), new HandCounters('m', 1)];
    before.add('canary', 10);
    now.add('canary', 3);
    mirror.add('stable', 50);
    mirror.pairs = { pairs: 40, disagreements: 2 };
    const gathered = gather({ segments: [] }, [stretch(mirror, { share: 0 }), stretch(before), stretch(now, { stage: 1, sinceMs: 100 })], 100, FACTS);
    expect(gathered.phaseUnits).toBe(3);
    expect(gathered.evidence).toMatchObject({ segments: [{ stage: 0, canary: { units: 10 } }, { stage: 1, canary: { units: 3 } }], mirror: { candidate: { pairs: 40, disagreements: 2 } } });
  });

  it('adds answers and signs up over stretches and processes, against the arm that is compared with', () => {
    const none = { stable: [0, 0, 0], control: [0, 0, 0], canary: [0, 0, 0] };
    const counted = (outcomes: SegmentReading['outcomes'], latencySigns: SegmentReading['latencySigns'], more: Partial<LiveSegment> = {}): LiveSegment =>
      stretch(new HandCounters('m', 1), { read: () => ({ ...new HandCounters('m', 1).read(), ...(outcomes && { outcomes }), ...(latencySigns && { latencySigns }) }), ...more });
    const before = { segments: [{ stage: 0, share: 0.5, canary: NO_COUNTS, baseline: NO_COUNTS, outcomes: { canary: [1], baseline: [2] } }], latencySigns: { canarySlower: 5, baselineSlower: 4 } };
    const { evidence } = gather(before, [
      counted({ stable: [9, 9, 9], control: [0, 1, 0], canary: [3, 0, 0] }, { canarySlower: 1, baselineSlower: 2 }),
      counted(none, undefined),
      counted({ stable: [0, 0, 7], control: [1, 0, 0], canary: [0, 0, 1] }, { canarySlower: 100, baselineSlower: 100 }, { hasTwin: false, share: 0.1 }),
    ], 0, FACTS);
    expect(evidence.segments.map(({ outcomes }) => outcomes)).toEqual([{ canary: [4, 0], baseline: [2, 1] }, { canary: [0, 0, 1], baseline: [0, 0, 7] }]);
    expect(evidence.latencySigns).toEqual({ canarySlower: 6, baselineSlower: 6 });
    expect(judge(withOutcomes(judgePlanOf(planOf({})), evidence), evidence).rows.map(({ metric, weight, required }) => [metric, weight, required])).toContainEqual(['distribution', 0, false]);
    const quiet = gather({ segments: [] }, [counted(none, undefined)], 0, FACTS).evidence;
    expect([quiet.segments[0]!.outcomes, quiet.latencySigns, withOutcomes(judgePlanOf(planOf({})), quiet).metrics.length]).toEqual([undefined, undefined, 2]);
  });

  it('takes a copy that the candidate failed for a disagreement', () => {
    const counters = new HandCounters('m', 1);
    counters.pairs = { pairs: 10, disagreements: 1 };
    counters.mirrorFaults = 5;
    expect(gather({ segments: [] }, [stretch(counters, { share: 0 })], 0, FACTS).evidence.mirror?.candidate).toEqual({ pairs: 15, disagreements: 6 });
  });

  it('adds what earlier processes counted once, however often it is asked', () => {
    const counters = new HandCounters('m', 1);
    counters.add('canary', 5);
    const base = { segments: [{ stage: 0, share: 0.5, canary: arms(100), baseline: arms(90) }], guards: { outputs: { checked: 7, nonFinite: 1 } } };
    for (let k = 0; k < 3; k++) {
      const { evidence } = gather(base, [stretch(counters)], 0, { crashes: 2, memoryBytes: 9 });
      expect(evidence).toMatchObject({ segments: [{ canary: { units: 105 }, baseline: { units: 90 } }], guards: { outputs: { checked: 7, nonFinite: 1 }, crashes: 2, memoryBytes: 9 } });
    }
  });
});

describe('compact', () => {
  const counts = fc.record({ units: fc.nat(1000), failures: fc.nat(10), timed: fc.nat(1000), warmupTimed: fc.nat(10), exceed: fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9)) });
  const segment = fc.record({ stage: fc.nat(2), share: fc.constantFrom(0.01, 0.5), canary: counts, baseline: counts });
  const sums = (segments: readonly Segment[]): number[] => segments.reduce(
    (sum, { stage, share, canary, baseline }) => [canary, baseline].flatMap(({ units, failures, timed, warmupTimed, exceed }) => [units, failures, timed, warmupTimed, ...exceed, units * (stage + 1), units * share]).map((value, k) => value + (sum[k] ?? 0)),
    [] as number[],
  );

  it('leaves one segment for each stage and share, and every sum as it was', () => {
    fc.assert(fc.property(fc.array(segment, { maxLength: 30 }), (segments) => {
      const merged = compact(segments);
      expect(new Set(merged.map(({ stage, share }) => `${stage}/${share}`)).size).toBe(merged.length);
      expect(merged.length).toBeLessThanOrEqual(6);
      sums(merged).forEach((value, k) => expect(value).toBeCloseTo(sums(segments)[k]!, 6));
      expect(compact(merged)).toEqual(merged);
    }));
  });
});

describe('the judge\'s plan', () => {
  it('has what the rollout\'s plan says, and latency only beside a twin', () => {
    const plan = judgePlanOf(planOf({ mirror: { percent: 10 }, analysis: { alphaAbort: 0.02, minSamples: 7, metrics: { errors: { ceiling: 'off', margin: 2 }, agreement: { dryRun: true } } }, limits: { crashes: 0, memory: 1000 } }));
    expect(plan).toMatchObject({
      alphaAbort: 0.02, canaryUnitsMin: 7, guards: { crashesMax: 0, memoryBytesMax: 1000 },
      metrics: [{ kind: 'errors', proof: { form: 'ratio', margin: 2 }, required: true }, { kind: 'latency', weight: JUDGE_METRICS.latency.weight }, { kind: 'agreement', weight: 0 }],
    });
    const alone = judgePlanOf(planOf({ twin: false }));
    expect(alone.metrics.map(({ kind }) => kind)).toEqual(['errors']);
    expect(alone.guards.memoryBytesMax).toBeUndefined();
  });

  it('gives no weight to what will have nothing to say, and takes back no requirement', () => {
    const weights = (source: unknown, isTwinless: boolean): (string | number | boolean)[][] =>
      judgePlanOf(planOf(source), isTwinless).metrics.map(({ kind, weight, required }) => [kind, weight > 0, required]);
    expect(weights({ analysis: { metrics: { latency: { required: true } } } }, true)).toEqual([['errors', true, true], ['latency', false, true]]);
    expect(weights({ mirror: { percent: 10 }, steps: [] }, false)).toEqual([['agreement', true, true]]);
  });

  it('aborts for failures sooner where the twin had no room', () => {
    const counts = (units: number, failures: number): ArmCounts => ({ units, failures, timed: 0, exceed: [0, 0, 0, 0], warmupTimed: 0 });
    const evidence = { segments: [{ stage: 0, share: 0.05, canary: counts(400, 14), baseline: counts(7600, 79) }] };
    expect(judge(judgePlanOf(planOf({}), true), evidence).kind).toBe('worse');
    expect(judge(judgePlanOf(planOf({})), evidence).kind).toBe('unknown');
  });
});

describe('the mirror phase', () => {
  const mayAdvance = (source: object, pairs: number, disagreements: number): boolean => {
    const plan = planOf(source);
    const evidence = { segments: [], mirror: { candidate: { pairs, disagreements }, floor: { pairs: 1000, disagreements: 0 } } };
    const rollout = { plan, phase: { kind: 'mirror' } } as unknown as Rollout;
    return verdictOf(judge(judgePlanOf(plan), evidence), { evidence, phaseUnits: 0 }, rollout).mayAdvance;
  };

  it('is left without proof, but not under suspicion', () => {
    const plan = { mirror: { percent: 10 } };
    expect(mayAdvance(plan, 100, 0)).toBe(true);
    expect(mayAdvance(plan, 100, 8)).toBe(false);
  });

  it('waits for the proof of agreement where that is required, unless copies go on', () => {
    const analysis = { metrics: { agreement: { required: true } } };
    expect(mayAdvance({ mirror: { percent: 10 }, analysis }, 100, 0)).toBe(false);
    expect(mayAdvance({ mirror: { percent: 10 }, analysis }, 2000, 0)).toBe(true);
    expect(mayAdvance({ mirror: { percent: 10, throughout: true }, analysis }, 100, 0)).toBe(true);
  });
});
