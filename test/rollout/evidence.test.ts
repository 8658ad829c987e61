/** What a rollout acts on, out of what the judge says. */
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/judge/judge.js';
import type { Rollout } from '../../src/rollout/document.js';
import { NO_COUNTS } from '../../src/judge/evidence.js';
import { gather, judgePlanOf, verdictOf } from '../../src/rollout/evidence.js';
import { parsePlan, type Plan } from '../../src/rollout/plan.js';

function planOf(source: unknown): Plan {
  const read = parsePlan(source);
  if ('faults' in read) throw new TypeError(JSON.stringify(read.faults));
  return read.plan;
}

describe('what the judge is shown', () => {
  it('takes a copy that only the candidate failed for a pair that disagrees', () => {
    const reading = {
      stable: NO_COUNTS, control: NO_COUNTS, canary: NO_COUNTS, mirror: { pairs: 90, disagreements: 2 }, floor: { pairs: 9, disagreements: 0 },
      outputs: { checked: 90, nonFinite: 0 }, mirrorFaults: 10,
    };
    const { evidence } = gather({ segments: [] }, [{ stage: 0, share: 0, hasTwin: false, sinceMs: 0, read: () => reading }], 0, 0);
    expect(evidence.mirror).toEqual({ candidate: { pairs: 100, disagreements: 12 }, floor: { pairs: 9, disagreements: 0 } });
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
