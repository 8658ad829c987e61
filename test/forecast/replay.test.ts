import { describe, expect, it } from 'vitest';
import type { RecordedLine } from '../../src/forecast/recording.js';
import { replay } from '../../src/forecast/replay.js';
import { DEFAULT_PLAN, METRICS, type JudgePlan } from '../../src/judge/plan.js';
import type { Evidence } from '../../src/judge/evidence.js';
import { arm, evidence, segment } from '../judge/cases.js';

const plan: JudgePlan = { ...DEFAULT_PLAN, metrics: [METRICS.errors] };
const at = (line: number, phase: string, shown: Evidence): RecordedLine => ({ line, atMs: line * 1000, phase, evidence: shown });
const FIRST = 'step 1 of 2 (5 %)';
const LAST = 'step 2 of 2 (50 %)';
const seen = (units: number, failures: number, baseline = units / 100): Evidence => evidence(segment(0.5, arm(units, failures), arm(units, baseline)));

describe('replay', () => {
  const worsening = [at(1, FIRST, seen(500, 6)), at(2, FIRST, seen(1000, 25)), at(3, LAST, seen(1500, 55)), at(4, LAST, seen(2000, 90))];

  it('says when it would have aborted', () => {
    const { decision, at: when, turns } = replay(worsening, plan);
    expect(decision).toBe('aborted');
    expect(when).toMatchObject({ line: 3, phase: LAST, canaryUnits: 1500 });
    expect(turns.map(({ verdict }) => verdict)).toEqual(['unknown', 'worse']);
  });

  it('is later with a smaller chance of a false alarm', () => {
    expect(replay(worsening, { ...plan, alphaAbort: 1e-7 }).at?.line).toBe(4);
    expect(replay(worsening, { ...plan, alphaAbort: 1e-30 })).toMatchObject({ decision: 'held', at: { line: 4 } });
  });

  it('promotes a proof in the last step alone, and says when the proof came', () => {
    const well = [at(1, FIRST, seen(200, 2)), at(2, FIRST, seen(30_000, 300)), at(3, FIRST, seen(31_000, 310)), at(4, LAST, seen(32_000, 320))];
    expect(replay(well, plan)).toMatchObject({ decision: 'promoted', at: { line: 4 }, provenAt: { line: 2 } });
    expect(replay(well.slice(0, 3), plan)).toMatchObject({ decision: 'held', at: { line: 3 }, provenAt: { line: 2 } });
  });

  it('aborts for facts as well', () => {
    expect(replay([at(1, FIRST, { ...seen(10, 0), guards: { crashes: 9 } })], plan)).toMatchObject({ decision: 'aborted' });
  });

  it('has nothing to say of nothing', () => {
    expect(replay([], plan)).toEqual({ decision: 'held', at: null, provenAt: null, turns: [] });
  });
});
