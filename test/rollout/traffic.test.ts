import { describe, expect, it } from 'vitest';
import { emptyDocument, type Document } from '../../src/rollout/document.js';
import { abort, pin, promote, reduce, start, swapped, undo } from '../../src/rollout/machine.js';
import type { Plan } from '../../src/rollout/plan.js';
import { heldOf, NO_WEIGHTS, shareOf, splitOf, weightsOf, type Shared } from '../../src/rollout/traffic.js';
import { planOf } from '../support/plan.js';

const at = { atMs: 0, who: 'a' };
const begun = (plan: Plan): Document => start(swapped(emptyDocument('m'), 1), { id: 'r1', candidate: 2, fingerprint: 'f2', plan, why: '' }, at);
const serving = (plan: Plan): Document => reduce(begun(plan), { type: 'ready' }, 0);

const STEPS = planOf({ steps: [{ weight: 30 }], assign: 'header:x', match: [{ header: 'y' }] });
const HIGH = planOf({ steps: [{ weight: 80 }], twin: false });
const MIRROR = planOf({ mirror: { percent: 20, maxConcurrency: 3, noisePercent: 50 }, steps: [{ weight: 5 }] });
const ALONE = planOf({ mirror: { percent: 20 }, steps: [] });

describe('weights', () => {
  it('are none before the candidate is ready and after the end', () => {
    for (const { rollout } of [emptyDocument('m'), begun(STEPS), abort(serving(STEPS), at, ''), promote(serving(STEPS), at, '')]) expect(weightsOf(rollout, true)).toEqual(NO_WEIGHTS);
  });

  it('give the twin as much as the canary, and no more than is left', () => {
    expect(weightsOf(serving(STEPS).rollout, true)).toEqual({ canary: 3000, control: 3000, isMirrored: false });
    expect(weightsOf(serving(STEPS).rollout, false)).toEqual({ canary: 3000, control: 0, isMirrored: false });
    expect(weightsOf(serving(HIGH).rollout, true)).toEqual({ canary: 8000, control: 2000, isMirrored: false });
  });

  it('mirror until the steps begin or, where it is asked for, throughout, and stand while somebody is asked', () => {
    expect(weightsOf(serving(MIRROR).rollout, true)).toEqual({ canary: 0, control: 0, isMirrored: true });
    const asked = (plan: Plan) => ({ ...serving(plan).rollout!, phase: { kind: 'approval' } as const });
    expect(weightsOf(asked(MIRROR), false)).toEqual({ canary: 500, control: 0, isMirrored: false });
    expect(weightsOf(asked(planOf({ mirror: { percent: 20, throughout: true }, steps: [{ weight: 5 }] })), false)).toEqual({ canary: 500, control: 0, isMirrored: true });
    expect(weightsOf(asked(ALONE), false)).toEqual({ canary: 0, control: 0, isMirrored: true });
  });

  it('make the share of the canary among what is compared', () => {
    expect([shareOf(NO_WEIGHTS), shareOf({ canary: 3000, control: 3000 }), shareOf({ canary: 3000, control: 0 }), shareOf({ canary: 8000, control: 2000 })]).toEqual([0, 0.5, 0.3, 0.8]);
  });
});

describe('a split', () => {
  const shared: Shared = { tallies: new SharedArrayBuffer(8), keys: new SharedArrayBuffer(16), mirror: { rules: [{ kind: 'top1' }], pairs: new SharedArrayBuffer(24) } };

  it('carries out the plan with what the counters share', () => {
    const document = serving(STEPS);
    expect(splitOf(document, weightsOf(document.rollout, true), { ...shared, mirror: null })).toEqual({
      rollout: 'r1', segment: 2, candidate: 2, canaryWeight: 3000, controlWeight: 3000, assign: STEPS.assign, force: STEPS.force, mirror: null, latencyUs: null, tallies: shared.tallies, keys: shared.keys,
    });
  });

  it('mirrors where outputs can be compared', () => {
    const document = serving(MIRROR);
    const weights = weightsOf(document.rollout, false);
    expect(splitOf(document, weights, shared)?.mirror).toEqual({ weight: 2000, concurrencyMax: 3, noiseWeight: 5000, ...shared.mirror });
    expect(splitOf(document, weights, { ...shared, mirror: null })?.mirror).toBeNull();
  });

  it('is none where nothing is divided', () => {
    expect(splitOf(serving(STEPS), NO_WEIGHTS, shared)).toBeNull();
    expect(splitOf(emptyDocument('m'), weightsOf(serving(STEPS).rollout, false), shared)).toBeNull();
  });
});

describe('versions that do not stand in', () => {
  it('are candidates that no caller has met, and what was found to be bad', () => {
    expect([begun(STEPS), serving(STEPS), serving(MIRROR), abort(serving(STEPS), at, ''), pin(serving(STEPS), 1, at, '')].map(heldOf)).toEqual([[2], [], [2], [2], [2]]);
    expect([promote(serving(STEPS), at, ''), undo(promote(serving(STEPS), at, ''), at, '')].map(heldOf)).toEqual([[], []]);
    // What was undone goes on in place of a version that is still being loaded, also once the next rollout has begun.
    const undone = undo(promote(serving(STEPS), at, ''), at, '');
    expect(heldOf(start(undone, { id: 'r2', candidate: 3, fingerprint: 'f3', plan: STEPS, why: '' }, at))).toEqual([3]);
    // A pin on the candidate itself is what its owner wants.
    expect(heldOf(pin(serving(STEPS), 2, at, ''))).toEqual([]);
  });
});
