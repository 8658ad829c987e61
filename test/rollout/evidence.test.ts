/** What a rollout acts on, out of what the judge says. */
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/judge/judge.js';
import type { Rollout } from '../../src/rollout/document.js';
import { judgePlanOf, verdictOf } from '../../src/rollout/evidence.js';
import { parsePlan, type Plan } from '../../src/rollout/plan.js';

function planOf(source: unknown): Plan {
  const read = parsePlan(source);
  if ('faults' in read) throw new TypeError(JSON.stringify(read.faults));
  return read.plan;
}

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
