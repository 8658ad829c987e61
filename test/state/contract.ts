/** What every driver of the store must do, run against each of them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { ServingError } from '../../src/base/error.js';
import type { Document, Json, StateStore } from '../../src/state/store.js';

export async function reasonOf(what: Promise<unknown>): Promise<string> {
  return what.then(
    () => 'nothing was thrown',
    (thrown: unknown) => (thrown instanceof ServingError ? `${thrown.reason}: ${thrown.message}` : String(thrown)),
  );
}

/** `open` gives a store over nothing; the contract closes it. */
export function storeContract(name: string, open: (clock: ManualClock) => Promise<StateStore>): void {
  async function fresh(run: (store: StateStore, clock: ManualClock) => Promise<void>): Promise<void> {
    const clock = new ManualClock();
    const store = await open(clock);
    try {
      await run(store, clock);
    } finally {
      await store.close();
    }
  }

  describe(`the store contract: ${name}`, () => {
    test('what was never written is null, and the first write makes generation 1', () =>
      fresh(async (store, clock) => {
        expect(await store.read('rollouts/digits')).toBeNull();
        clock.advanceUs(5_000_000);
        const written = await store.compareAndSet('rollouts/digits', 0, { phase: 'mirror' });
        expect(written).toEqual({ key: 'rollouts/digits', generation: 1, epoch: 0, writtenMs: 5000, value: { phase: 'mirror' } });
        expect(await store.read('rollouts/digits')).toEqual(written);
      }));

    test.each([0, 1, 3, -1, 2.5])('generation %d against 2 is a conflict that names both and changes nothing', (generation) =>
      fresh(async (store) => {
        await store.compareAndSet('rollouts/m', 0, 'first');
        const second = await store.compareAndSet('rollouts/m', 1, 'second');
        expect(await reasonOf(store.compareAndSet('rollouts/m', generation, 'third'))).toBe(
          `conflict: 'rollouts/m' is at generation 2, not ${generation}: it changed since it was read; read it again`,
        );
        expect(await store.read('rollouts/m')).toEqual(second);
      }));

    test('of writers that all saw the same generation one wins', () =>
      fresh(async (store) => {
        const outcomes = await Promise.allSettled([0, 1, 2, 3, 4].map((writer) => store.compareAndSet('rollouts/m', 0, writer)));
        expect(outcomes.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected', 'rejected']);
        expect((await store.read('rollouts/m'))?.value).toBe(0);
      }));

    test('a write under an older epoch is fenced off; one without an epoch keeps it', () =>
      fresh(async (store) => {
        await store.compareAndSet('rollouts/m', 0, 1, { epoch: 7 });
        expect(await reasonOf(store.compareAndSet('rollouts/m', 1, 2, { epoch: 6 }))).toMatch(/^conflict: .*lease epoch 7/);
        expect((await store.compareAndSet('rollouts/m', 1, 2)).epoch).toBe(7);
        expect((await store.compareAndSet('rollouts/m', 2, 3, { epoch: 7 })).epoch).toBe(7);
      }));

    test('objects are shared with nobody', () =>
      fresh(async (store) => {
        const value = { steps: [1, 2] };
        const writing = store.compareAndSet('rollouts/m', 0, value);
        value.steps.push(3);
        const written = await writing;
        (written.value as { steps: number[] }).steps.push(4);
        const read = await store.read('rollouts/m');
        expect(read?.value).toEqual({ steps: [1, 2] });
        (read?.value as { steps: number[] }).steps.push(5);
        expect((await store.read('rollouts/m'))?.value).toEqual({ steps: [1, 2] });
      }));

    test('list gives documents by prefix in the order of keys', () =>
      fresh(async (store) => {
        for (const key of ['rollouts/b', 'rollouts/a', 'labels/a', 'rollouts/ab']) await store.compareAndSet(key, 0, key);
        const keys = async (prefix: string): Promise<unknown[]> => (await store.list(prefix)).map((each) => (each.state === 'readable' ? each.document.value : each.where));
        expect(await keys('rollouts/')).toEqual(['rollouts/a', 'rollouts/ab', 'rollouts/b']);
        expect(await keys('rollouts/a')).toEqual(['rollouts/a', 'rollouts/ab']);
        expect(await keys('')).toEqual(['labels/a', 'rollouts/a', 'rollouts/ab', 'rollouts/b']);
        expect(await keys('none/')).toEqual([]);
      }));

    test('watch tells of each write in order, before its writer goes on, until it is ended', () =>
      fresh(async (store) => {
        const seen: Document[] = [];
        const end = store.watch('rollouts/', (document) => seen.push(document));
        for (let generation = 0; generation < 3; generation++) {
          const written = await store.compareAndSet('rollouts/m', generation, generation);
          expect(seen.at(-1)).toEqual(written);
        }
        await store.compareAndSet('labels/m', 0, 'other');
        await reasonOf(store.compareAndSet('rollouts/m', 0, 'late'));
        end();
        await store.compareAndSet('rollouts/m', 3, 3);
        expect(seen.map((each) => each.generation)).toEqual([1, 2, 3]);
      }));

    test.each(['', 'rollouts', 'rollouts/', '/x', 'Rollouts/x', '../x', 'rollouts/\ud800', `rollouts/${'n'.repeat(1025)}`])('the key %j is refused', (key) =>
      fresh(async (store) => {
        expect(await reasonOf(store.read(key))).toMatch(/^invalid_argument: state key/);
        expect(await reasonOf(store.compareAndSet(key, 0, 1))).toMatch(/^invalid_argument: state key/);
      }));

    test('a document past the bound is refused and the old one stays', () =>
      fresh(async (store) => {
        const old = await store.compareAndSet('rollouts/m', 0, 'old');
        expect(await reasonOf(store.compareAndSet('rollouts/m', 1, 'x'.repeat(9 * 1024 * 1024)))).toMatch(/^invalid_argument: the document of 'rollouts\/m' has \d+ bytes/);
        expect(await store.read('rollouts/m')).toEqual(old);
      }));

    test('once closed it refuses', async () => {
      const store = await open(new ManualClock());
      const last = store.compareAndSet('rollouts/m', 0, 1);
      await store.close();
      expect((await last).generation).toBe(1);
      expect(await reasonOf(store.read('rollouts/m'))).toMatch(/^draining: /);
      expect(await reasonOf(store.compareAndSet('rollouts/m', 1, 1))).toMatch(/^draining: /);
      expect(await reasonOf(store.list(''))).toMatch(/^draining: /);
      await store.close();
    });

    test('any name and any JSON comes back as it went in, and names never meet', async () => {
      const names = fc.uniqueArray(fc.oneof(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }), fc.constantFrom('.', '..', 'a/b', '.hidden', 'CON', '%2E', '~', 'é', 'n'.repeat(300), 'n'.repeat(301))), { minLength: 1, maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(names, fc.jsonValue(), (all, value) =>
          fresh(async (store) => {
            const wanted = JSON.parse(JSON.stringify(value)) as Json;
            for (const [index, each] of all.entries()) await store.compareAndSet(`rollouts/${each}`, 0, [index, wanted]);
            for (const [index, each] of all.entries()) expect((await store.read(`rollouts/${each}`))?.value).toEqual([index, wanted]);
            expect(await store.list('')).toHaveLength(all.length);
          }),
        ),
        { numRuns: 30 },
      );
    });
  });
}
