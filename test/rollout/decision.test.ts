import { describe, expect, it } from 'vitest';
import { decisionsOf } from '../../src/rollout/decision.js';
import { emptyDocument, type Document } from '../../src/rollout/document.js';
import { abort, pause, pin, promote, reduce, resume, start, swap, undo, unpin } from '../../src/rollout/machine.js';
import { planOf } from '../support/plan.js';

const HOOKS = [{ url: 'https://x.test/a', secretEnv: null, events: [] }];
const PLAN = planOf({ steps: [{ weight: 50, minSamples: 0 }], notify: [{ url: 'https://x.test/b' }] });
const by = (atMs: number, who = 'ann'): { atMs: number; who: string; hooks: typeof HOOKS } => ({ atMs, who, hooks: HOOKS });
const begin = (document: Document, id: string, candidate: number, atMs: number): Document =>
  reduce(start(document, { id, candidate, fingerprint: `f${candidate}`, plan: PLAN, why: 'published' }, by(atMs)), { type: 'ready' }, atMs + 1);
const told = (document: Document): string[] => decisionsOf(document).map(({ kind, from, to, who, atMs }) => `${atMs} ${kind}: ${from} > ${to} by ${who}`);

describe('decisions of a document', () => {
  it('are all it holds, the oldest first, over rollouts and between them', () => {
    let document = swap(emptyDocument('m'), 1, by(10, 'sluice'), 'it serves');
    document = begin(document, 'r1', 2, 20);
    document = resume(pause(document, by(30), 'lunch'), by(31), 'back');
    document = abort(document, by(40), 'smells');
    document = unpin(pin(document, 1, by(50), 'freeze'), by(51), 'thaw');
    document = undo(promote(begin(document, 'r2', 3, 60), by(70), 'fine'), by(80), 'not fine');
    expect(told(document)).toEqual([
      '10 swapped: none > version 1 by sluice',
      '20 started: none > pending by ann', '21 advanced: pending > step 1 of 1 (50 %) by sluice', '30 paused: step 1 of 1 (50 %) > paused by ann',
      '31 resumed: paused > step 1 of 1 (50 %) by ann', '40 aborted: step 1 of 1 (50 %) > aborted by ann',
      '50 pinned: version 1 > version 1 by ann', '51 unpinned: version 1 > version 1 by ann',
      '60 started: none > pending by ann', '61 advanced: pending > step 1 of 1 (50 %) by sluice', '70 promoted: step 1 of 1 (50 %) > promoted by ann', '80 undone: promoted > undone by ann',
    ]);
  });

  it('have ids that stay and differ, numbered within their rollout', () => {
    const before = begin(swap(emptyDocument('m'), 1, by(10), ''), 'r1', 2, 20);
    const after = pin(before, 1, by(30), 'freeze');
    const ids = decisionsOf(after).map(({ id }) => id);
    expect(ids.slice(1, 4)).toEqual(['r1-1', 'r1-2', 'r1-3']);
    expect(ids[0]).toMatch(/^model-[0-9a-f]{12}-10$/);
    expect(ids.slice(0, 3)).toEqual(decisionsOf(before).map(({ id }) => id));
    expect(new Set(ids).size).toBe(5);
    // Another model, and a document begun anew, never meet in an id.
    expect(decisionsOf(swap(emptyDocument('n'), 1, by(10), ''))[0]!.id).not.toBe(ids[0]);
    expect(decisionsOf(swap(emptyDocument('m'), 1, by(11), ''))[0]!.id).not.toBe(ids[0]);
  });

  it('keep their numbers when the list has lost its first ones, and the clock went back', () => {
    let document = begin(swap(emptyDocument('m'), 1, by(1_000), ''), 'r1', 2, 20);
    for (let n = 0; n < 150; n++) document = resume(pause(document, by(30), ''), by(31), '');
    const { transitions } = document.rollout!;
    expect([transitions.length, transitions[0]!.seq, transitions.at(-1)!.seq]).toEqual([200, 103, 302]);
    for (let n = 0; n < 210; n++) document = pin(document, (n % 2) + 1, by(500), '');
    expect([document.switches.length, document.switches[0]!.seq, document.switches.at(-1)!.seq]).toEqual([200, 1_011, 1_210]);
  });

  it('go to the webhooks of their plan, or of the config at that moment', () => {
    const document = begin(swap(emptyDocument('m'), 1, by(10), ''), 'r1', 2, 20);
    expect(decisionsOf(document).map(({ hooks }) => hooks.map(({ url }) => url))).toEqual([['https://x.test/a'], ['https://x.test/b'], ['https://x.test/b']]);
  });

  it('tell that a rollout ended a pin', () => {
    const document = begin(pin(swap(emptyDocument('m'), 1, by(10), ''), 1, by(11), 'freeze'), 'r1', 2, 20);
    expect(document.pinned).toBe(false);
    expect(told(document).slice(1)).toEqual(['11 pinned: version 1 > version 1 by ann', '20 started: none > pending by ann', '20 unpinned: version 1 > version 1 by ann', '21 advanced: pending > step 1 of 1 (50 %) by sluice']);
  });
});
