import { describe, expect, it } from 'vitest';
import { emptyDocument } from '../../src/rollout/document.js';
import { abort, pause, promote, reduce, start, swapped } from '../../src/rollout/machine.js';
import { NOTHING_NOW, viewOf } from '../../src/rollout/view.js';
import { planOf } from '../support/plan.js';

const PLAN = planOf({ mirror: { percent: 10 }, steps: [{ weight: 0.5 }, { weight: 25 }], maxDuration: '1h', keepLoaded: '10m' });
const at = (atMs: number) => ({ atMs, who: 'ann' });
const begun = start(swapped(emptyDocument('m'), 1), { id: 'r1', candidate: 2, fingerprint: 'f2', plan: PLAN, why: 'published' }, at(1_000));
const stepping = reduce(reduce(begun, { type: 'ready' }, 2_000), { type: 'judged', verdict: { kind: 'unknown', reason: 'fine', mayAdvance: true, phaseUnits: 0, units: 0, pairs: 1e6 } }, 3_000);

describe('a view', () => {
  it('of a model that had no rollout is little', () => {
    expect(viewOf(emptyDocument('m'), 0, NOTHING_NOW)).toEqual({ model: 'm', generation: 0, stable: 0, pinned: false, rollout: null, kept: [], rejected: [], history: [] });
  });

  it('says in percent and in words where a rollout is', () => {
    const now = { weights: { canary: 50, control: 50, isMirrored: true }, twin: true, evidence: { segments: [] }, judgement: null, reason: 'counting', comparison: null, labels: null };
    expect(viewOf(stepping, 7, now)).toMatchObject({
      generation: 7, stable: 1,
      rollout: {
        id: 'r1', stable: 1, candidate: 2, phase: 'step', phaseText: 'step 1 of 2 (0.5 %)', over: false, paused: false, step: 1, steps: [0.5, 25],
        startedAt: '1970-01-01T00:00:01.000Z', since: '1970-01-01T00:00:03.000Z', deadline: '1970-01-01T01:00:01.000Z',
        weights: { stable: 99, control: 0.5, canary: 0.5, mirror: 10 }, twin: true, reason: 'counting',
        transitions: [{ from: 'none', to: 'pending', who: 'ann', why: 'published' }, { to: 'mirror', who: 'sluice' }, { from: 'mirror', to: 'step 1 of 2 (0.5 %)' }],
      },
    });
  });

  it('shows what is stored where the process knows nothing newer, and a pause', () => {
    const { rollout } = viewOf(pause(stepping, at(4_000), 'lunch'), 1, NOTHING_NOW);
    expect(rollout).toMatchObject({ paused: true, reason: 'lunch', evidence: { segments: [] }, weights: { stable: 100, canary: 0, mirror: 0 } });
  });

  it('gives an end its own reason, whatever the process thought last', () => {
    const aborted = viewOf(abort(stepping, at(5_000), 'smells'), 1, { ...NOTHING_NOW, reason: 'counting' });
    expect(aborted).toMatchObject({ rollout: { phase: 'aborted', over: true, step: null, reason: 'smells' }, kept: [{ version: 2, until: '1970-01-01T00:10:05.000Z' }], rejected: [{ version: 2, rollout: 'r1', reason: 'smells' }] });
  });

  it('lists earlier rollouts, the newest first', () => {
    const next = start(promote(stepping, at(6_000), 'sure'), { id: 'r2', candidate: 3, fingerprint: 'f3', plan: PLAN, why: '' }, at(7_000));
    expect(viewOf(next, 1, NOTHING_NOW).history).toEqual([{ id: 'r1', stable: 1, candidate: 2, phase: 'promoted', reason: 'sure', startedAt: '1970-01-01T00:00:01.000Z', endedAt: '1970-01-01T00:00:06.000Z' }]);
  });
});
