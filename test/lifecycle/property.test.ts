import fc from 'fast-check';
import { expect, it } from 'vitest';
import { holds } from '../../src/lifecycle/state.js';
import type { AspiredModel } from '../../src/lifecycle/port.js';
import { calm, version, wanting, world, type Config } from './puppets.js';

/** What may happen to one model: new wanted sets, loads that end well or badly, crashes, timers, slow front ends. */
const event = fc.oneof(
  fc.record({
    kind: fc.constant('want' as const),
    versions: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
    fingerprint: fc.constantFrom('a', 'b'),
    broken: fc.boolean(),
    resource: fc.boolean(),
    allOrNothing: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom('succeed' as const, 'fail' as const), at: fc.nat(5) }),
  fc.record({ kind: fc.constant('crash' as const), at: fc.nat(9) }),
  fc.record({ kind: fc.constantFrom('timer' as const, 'forgive' as const, 'hold' as const, 'let' as const) }),
);
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

function setOf(e: Extract<Event, { kind: 'want' }>, resource: boolean): AspiredModel<Config> {
  const versions = e.versions.map((number) => version(number, e.broken ? 'broken' : e.fingerprint, 10, e.broken ? 'broken' : ''));
  return wanting(versions, { allOrNothing: e.allOrNothing, transition: resource && e.resource ? 'resource-preserving' : 'availability-preserving' });
}

function act(w: ReturnType<typeof world>, e: Event, resource: boolean): void {
  switch (e.kind) {
    case 'want':
      return w.manager.aspire('m', setOf(e, resource));
    case 'succeed':
    case 'fail': {
      const [pending] = w.loader.pending.length > 0 ? w.loader.pending.splice(e.at % w.loader.pending.length, 1) : [];
      if (pending) w.loader[e.kind](pending);
      return;
    }
    case 'crash': {
      const alive = w.loader.loaded.filter((loaded) => loaded.unloads === 0);
      return alive[e.at % Math.max(1, alive.length)]?.say(0, 'engine fault');
    }
    case 'timer':
      return w.pause.fire();
    case 'forgive':
      return w.manager.forgive('m');
    case 'hold':
      w.fronts.hold = true;
      return;
    case 'let':
      w.fronts.hold = false;
      for (const go of w.fronts.held.splice(0)) go();
  }
}

/** Ends every load well and every pause, until nothing moves any more. */
async function settle(w: ReturnType<typeof world>): Promise<void> {
  act(w, { kind: 'let' }, false);
  for (let round = 0; round < 50; round += 1) {
    await calm();
    const pending = w.loader.pending.splice(0);
    for (const one of pending) w.loader.succeed(one);
    const timers = w.pause.timers.splice(0);
    for (const timer of timers) timer.wake();
    if (pending.length === 0 && timers.length === 0) return;
  }
}

/** Copies that hold something, by the ledger, must match the budget's books. */
function checkBooks(w: ReturnType<typeof world>): void {
  const reserved = w.ledger.copies('m').filter((copy) => holds(copy.state.phase));
  expect(w.budget.held.size).toBe(reserved.length);
  for (const loaded of w.loader.loaded) expect(loaded.unloads).toBeLessThanOrEqual(1);
}

it('whatever happens, wanted sets come up, nothing leaks, and each load is unloaded exactly once, after draining', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 40 }), fc.integer({ min: 1, max: 4 }), async (events, loadsMax) => {
      const w = world({ loadsMax, load: { count: 1, pauseMs: 1, pauseMsMax: 1 } }, 45);
      for (const e of events) {
        act(w, e, true);
        await calm();
        checkBooks(w);
        for (const loaded of w.loader.loaded) {
          // A copy that front ends may still name is never unloaded.
          const named = [...w.fronts.installed.values()].flat().some((served) => served.route === loaded.route);
          if (named) expect(loaded.unloads).toBe(0);
        }
      }
      await settle(w);
      const final = wanting([version(9), version(8)]);
      w.manager.aspire('m', final);
      await settle(w);
      expect(w.fronts.versions('m')).toEqual([8, 9]);
      expect(w.budget.held.size).toBe(2);
      w.manager.aspire('m', wanting([]));
      await settle(w);
      expect(w.budget.held.size).toBe(0);
      expect(w.loader.loaded.map((loaded) => loaded.unloads)).toEqual(w.loader.loaded.map(() => 1));
      await w.manager.shutdown();
    }),
    { numRuns: 300 },
  );
});

it('under availability-preserving a model with a good version never has none available', async () => {
  const calmEvents = event.filter((e) => e.kind !== 'crash' && !(e.kind === 'want' && e.versions.length === 0));
  await fc.assert(
    fc.asyncProperty(fc.array(calmEvents, { maxLength: 40 }), async (events) => {
      const w = world({}, 45);
      let served = false;
      let gap = false;
      const expose = w.fronts.expose.bind(w.fronts);
      w.fronts.expose = async (model, set) => {
        if (set.length > 0) served = true;
        else if (served) gap = true;
        await expose(model, set);
      };
      for (const e of events) {
        act(w, e, false);
        await calm();
        if (served && w.fronts.versions('m').length > 0) {
          expect(w.ledger.versions('m').some((row) => row.state === 'READY' || row.state === 'LOADING')).toBe(true);
        }
      }
      expect(gap).toBe(false);
      await settle(w);
      expect(gap).toBe(false);
    }),
    { numRuns: 300 },
  );
});
