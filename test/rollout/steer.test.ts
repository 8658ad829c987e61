import { describe, expect, it } from 'vitest';
import { emptyDocument, type Document } from '../../src/rollout/document.js';
import { abort, pin, promote, reduce, start, swapped } from '../../src/rollout/machine.js';
import { parsePlan, type Plan } from '../../src/rollout/plan.js';
import type { CopyRow } from '../../src/lifecycle/ledger.js';
import type { Phase } from '../../src/lifecycle/state.js';
import { behindStable, eligible, steer, without } from '../../src/rollout/steer.js';

const read = parsePlan({ keepLoaded: '10m' });
const PLAN = (read as { plan: Plan }).plan;
const disk = (...versions: number[]): Map<number, string> => new Map(versions.map((version) => [version, `f${version}`]));
const stableOne = swapped(emptyDocument('m'), 1);
const rolling = (): Document => reduce(start(stableOne, { id: 'r1', candidate: 2, fingerprint: 'f2', plan: PLAN, why: '' }, { atMs: 0, who: 'a' }), { type: 'ready' }, 0);

describe('steer', () => {
  it('leaves a model without a document to its version policy', () => {
    expect(steer(null, disk(1, 2), [2], true, 0)).toMatchObject({ wanted: [2], candidate: null });
    expect(steer(emptyDocument('m'), disk(1, 2), [2], true, 0)).toMatchObject({ wanted: [2], candidate: null });
  });

  it('keeps the stable version beside a new one, which is a candidate', () => {
    expect(steer(stableOne, disk(1, 2), [2], true, 0)).toMatchObject({ wanted: [1, 2], candidate: 2 });
  });

  it('lets a new version take over where nothing is staged', () => {
    expect(steer(stableOne, disk(1, 2), [2], false, 0)).toMatchObject({ wanted: [1, 2], candidate: null });
  });

  it('makes newer versions wait for the rollout that is on', () => {
    const { wanted, candidate, notes } = steer(rolling(), disk(1, 2, 3), [3], true, 0);
    expect([wanted, candidate, notes.get(3)]).toEqual([[1, 2], null, "waits for rollout 'r1' to version 2 to end"]);
  });

  it('keeps the loser for a while and does not try it again', () => {
    const aborted = abort(rolling(), { atMs: 0, who: 'a' }, 'errors');
    expect(steer(aborted, disk(1, 2), [2], true, 1).wanted).toEqual([1, 2]);
    const later = steer(aborted, disk(1, 2), [2], true, 600_001);
    expect([later.wanted, later.candidate, later.notes.get(2)]).toEqual([[1], null, "not tried again: rollout 'r1' ended with: errors"]);
  });

  it('takes other files under a rejected number for another candidate', () => {
    const aborted = abort(rolling(), { atMs: 0, who: 'a' }, 'errors');
    expect(steer(aborted, new Map([[1, 'f1'], [2, 'other']]), [2], true, 600_001)).toMatchObject({ wanted: [1, 2], candidate: 2 });
    // Also while what was aborted would be kept.
    expect(steer(aborted, new Map([[1, 'f1'], [2, 'other']]), [2], true, 1)).toMatchObject({ wanted: [1, 2], candidate: 2 });
    expect(eligible(aborted, disk(1, 2))).toEqual([1]);
    expect(eligible(aborted, new Map([[1, 'f1'], [2, 'other']]))).toEqual([1, 2]);
  });

  it('keeps the version before a promotion until its time is over', () => {
    const promoted = promote(rolling(), { atMs: 0, who: 'a' }, '');
    expect(steer(promoted, disk(1, 2), [2], true, 1).wanted).toEqual([1, 2]);
    expect(steer(promoted, disk(1, 2), [2], true, 600_001).wanted).toEqual([2]);
  });

  it('starts nothing on a pinned model', () => {
    const { wanted, candidate, notes } = steer(pin(stableOne, 1, { atMs: 0, who: 'a' }, ''), disk(1, 2), [2], true, 0);
    expect([wanted, candidate, notes.get(2)]).toEqual([[1], null, 'the model is pinned to version 1']);
  });

  it('serves older versions that the policy names, as before', () => {
    expect(steer(swapped(emptyDocument('m'), 3), disk(1, 2, 3), [1, 2, 3], true, 0).wanted).toEqual([1, 2, 3]);
  });

  it('does not hold out for a stable version that is gone from disk', () => {
    expect(steer(stableOne, disk(2), [2], true, 0)).toMatchObject({ wanted: [2], candidate: null });
  });
});

const copy = (version: number, phase: Phase): CopyRow => ({ servingId: version, model: 'm', version, fingerprint: `f${version}`, sinceMs: 0, state: { phase } as CopyRow['state'] });

describe('what waits for the stable version', () => {
  it('is the candidate and what is kept, until the stable one is up or has failed', () => {
    const promoted = promote(rolling(), { atMs: 0, who: 'a' }, '');
    expect(behindStable(rolling(), [1, 2], [])).toEqual([2]);
    expect(behindStable(rolling(), [1, 2], [copy(1, 'warming')])).toEqual([2]);
    expect(behindStable(promoted, [1, 2], [copy(2, 'loading')])).toEqual([1]);
    expect(behindStable(rolling(), [1, 2], [copy(1, 'available')])).toEqual([]);
    expect(behindStable(rolling(), [1, 2], [copy(1, 'error')])).toEqual([]);
  });

  it('is nothing that is up already, nor what the policy wants beside it', () => {
    expect(behindStable(rolling(), [1, 2], [copy(1, 'new'), copy(2, 'available')])).toEqual([]);
    expect(behindStable(swapped(emptyDocument('m'), 3), [1, 2, 3], [])).toEqual([]);
    // A stable version that is not wanted, since it is gone, is not waited for.
    expect(behindStable(rolling(), [2], [])).toEqual([]);
  });
});

describe('a rollout whose versions leave the repository', () => {
  const moment = { atMs: 1, who: 'a' };
  it('is aborted without its candidate, ended without its stable version, and left alone otherwise', () => {
    const on = rolling();
    expect(without(on, disk(1, 2), moment)).toBe(on);
    expect(without(on, disk(1), moment).rollout).toMatchObject({ phase: { kind: 'aborted' }, reason: 'the candidate left the repository' });
    expect(without(on, new Map([[1, 'f1'], [2, 'other']]), moment).rollout).toMatchObject({ phase: { kind: 'aborted' }, reason: 'the files or the config of the candidate changed' });
    expect(without(on, disk(2), moment)).toMatchObject({ rejected: [], rollout: { phase: { kind: 'failed' }, reason: 'version 1, which it was compared with, left the repository' } });
    const over = abort(on, moment, '');
    expect(without(over, disk(), moment)).toBe(over);
  });
});
