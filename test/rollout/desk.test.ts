/** Documents in memory and in the store: which one counts, in which order they change, and what a fault leaves behind. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { durableFiles, type DurableFiles } from '../../src/base/durable.js';
import { Desk, type Change } from '../../src/rollout/desk.js';
import type { Document } from '../../src/rollout/document.js';
import { pin, start, swapped } from '../../src/rollout/machine.js';
import { openFileStore, type FileStore } from '../../src/state/file.js';
import { MemoryStore } from '../../src/state/memory.js';
import { temporaryFolder } from '../support/folder.js';
import { MoodyStore } from './puppets.js';
import { planOf } from '../support/plan.js';

const clock = new ManualClock(1_000_000);
const moment = { atMs: 0, who: 'ann' };
const begin = { id: 'r1', candidate: 2, fingerprint: 'f2', plan: planOf({}), why: 'published' };

function world(): { readonly store: MoodyStore; readonly changes: Change[]; readonly desk: Desk; stored(): Promise<unknown> } {
  const store = new MoodyStore(new MemoryStore(clock));
  const changes: Change[] = [];
  return { store, changes, desk: new Desk(store, (change) => changes.push(change)), stored: async () => (await store.read('rollouts/m'))?.value };
}

describe('a desk', () => {
  it('makes changes one after the other, each on what the one before left', async () => {
    const { desk, changes } = world();
    const seen: number[] = [];
    await Promise.all([1, 2, 3].map((version) => desk.change('m', (document) => {
      seen.push(document.stable);
      return swapped(document, version);
    })));
    expect(seen).toEqual([0, 1, 2]);
    expect(changes.map(({ generation, after }) => [generation, after.stable])).toEqual([[1, 1], [2, 2], [3, 3]]);
    expect(desk.get('m')).toMatchObject({ generation: 3, document: { stable: 3 } });
  });

  it('writes and tells nothing where nothing changed', async () => {
    const { desk, store, changes } = world();
    await desk.change('m', (document) => swapped(document, 1));
    expect((await desk.change('m', (document) => swapped(document, 1))).generation).toBe(1);
    expect([store.writes, changes.length]).toEqual([1, 1]);
  });

  it('refuses a change on a generation that is past, and goes on with the next', async () => {
    const { desk } = world();
    await desk.change('m', (document) => swapped(document, 1));
    const late = desk.change('m', (document) => swapped(document, 5), 0);
    const next = desk.change('m', (document) => swapped(document, 2), 1);
    await expect(late).rejects.toMatchObject({ reason: 'precondition_failed', message: "the rollout of model 'm' is at generation 1, not 0; read it again" });
    expect((await next).document.stable).toBe(2);
  });

  it('tells the transitions that came with a change, and no older ones', async () => {
    const { desk, changes } = world();
    await desk.change('m', (document) => swapped(document, 1));
    await desk.change('m', (document) => start(document, begin, moment));
    await desk.change('m', (document) => pin(document, 1, moment, 'freeze'));
    expect(changes.map(({ transitions }) => transitions.map(({ transition }) => transition.to))).toEqual([[], ['pending'], ['aborted']]);
  });

  it('lets go of models that nobody changes', async () => {
    const { desk } = world();
    await desk.change('m', (document) => swapped(document, 1));
    await desk.change('n', (document) => swapped(document, 1));
    await desk.settled();
    expect(desk.models()).toEqual(['m', 'n']);
  });
});

describe('generations', () => {
  /** Stands for evidence: whatever is kept and decides nothing. */
  const counted = (document: Document): Document => ({ ...document, kept: [...document.kept, { version: 1, untilMs: 0 }] });

  it('stay while things are counted, so that nobody who reads and then decides is overtaken by a count', async () => {
    const { desk, store, changes } = world();
    const { generation } = await desk.change('m', (document) => swapped(document, 1));
    for (let i = 0; i < 3; i++) expect(await desk.count('m', counted)).toMatchObject({ generation });
    expect(desk.get('m')).toMatchObject({ generation, document: { kept: [{}, {}, {}] } });
    const decided = await desk.change('m', (document) => swapped(document, 2), generation);
    expect(decided.generation).toBeGreaterThan(generation);
    await expect(desk.change('m', (document) => swapped(document, 3), generation)).rejects.toMatchObject({ reason: 'precondition_failed' });
    expect(changes.map((change) => change.generation)).toEqual([1, 1, 1, 1, decided.generation]);
    expect(store.writes).toBe(5);
  });

  it('stay where a count came through a fault of the store', async () => {
    const { desk, store, stored } = world();
    const { generation } = await desk.change('m', (document) => swapped(document, 1));
    store.mood = 'unsynced';
    expect(await desk.count('m', counted)).toMatchObject({ generation, document: { kept: [{}] } });
    store.mood = 'well';
    await desk.change('m', (document) => swapped(document, 2), generation);
    expect(await stored()).toEqual(desk.document('m'));
  });

  it('never come twice with another decision, over a restart either', async () => {
    const store = new MemoryStore(clock);
    const first = new Desk(store, () => undefined);
    await first.change('m', (document) => swapped(document, 1));
    await first.count('m', counted);
    const second = new Desk(store, () => undefined);
    expect(await second.open()).toEqual([]);
    const { generation } = second.get('m')!;
    expect((await second.count('m', counted)).generation).toBe(generation);
    expect((await second.change('m', (document) => swapped(document, 2), generation)).generation).toBeGreaterThan(generation);
  });
});

describe('a store that fails', () => {
  it('leaves memory as the store has it, and the next change comes through', async () => {
    const { desk, store, changes, stored } = world();
    await desk.change('m', (document) => swapped(document, 1));
    store.mood = 'full';
    await expect(desk.change('m', (document) => swapped(document, 2))).rejects.toThrow('full');
    expect([desk.document('m')?.stable, changes.length]).toEqual([1, 1]);
    store.mood = 'well';
    await desk.change('m', (document) => swapped(document, 3));
    expect(await stored()).toEqual(desk.document('m'));
  });

  it('is followed where it has the change all the same', async () => {
    const { desk, store, changes, stored } = world();
    store.mood = 'unsynced';
    expect(await desk.change('m', (document) => swapped(document, 1))).toMatchObject({ generation: 1, document: { stable: 1 } });
    expect(changes).toHaveLength(1);
    store.mood = 'well';
    await desk.change('m', (document) => swapped(document, 2));
    expect([desk.get('m')?.generation, await stored()]).toEqual([2, desk.document('m')]);
  });

  it('is followed where somebody else wrote to it, and the change is told no', async () => {
    const { desk, store, changes, stored } = world();
    await desk.change('m', (document) => swapped(document, 1));
    await store.compareAndSet('rollouts/m', 1, { ...(await stored()) as object, stable: 7 });
    await expect(desk.change('m', (document) => swapped(document, 2))).rejects.toMatchObject({ reason: 'conflict' });
    expect(desk.get('m')).toMatchObject({ generation: 2, document: { stable: 7 } });
    expect(changes.at(-1)).toMatchObject({ before: { stable: 1 }, after: { stable: 7 } });
    expect((await desk.change('m', (document) => swapped(document, 2))).generation).toBe(3);
  });

  it('is written anew where its file was removed: what was decided still holds', async () => {
    const folder = temporaryFolder();
    const store = await openFileStore(folder, clock);
    const desk = new Desk(store, () => undefined);
    await desk.change('m', (document) => swapped(document, 1));
    await store.moveAside('rollouts/m');
    await expect(desk.change('m', (document) => swapped(document, 2))).rejects.toMatchObject({ reason: 'conflict' });
    expect(desk.document('m')?.stable).toBe(1);
    expect(await desk.change('m', (document) => swapped(document, 2))).toMatchObject({ generation: 1, document: { stable: 2 } });
    await store.close();
  });

  it('on a disk whose folder cannot be synced agrees with memory', async () => {
    const folder = temporaryFolder();
    let isBroken = false;
    const files: DurableFiles = {
      ...durableFiles,
      open: async (path, flags, mode) => {
        if (isBroken && flags === 'r') throw Object.assign(new TypeError('no'), { code: 'EIO' });
        return durableFiles.open(path, flags, mode);
      },
    };
    const store = await openFileStore(folder, clock, files);
    const desk = new Desk(store, () => undefined);
    await desk.change('m', (document) => swapped(document, 1));
    isBroken = true;
    await desk.change('m', (document) => swapped(document, 2));
    isBroken = false;
    await desk.change('m', (document) => swapped(document, 3));
    expect((await store.read('rollouts/m'))?.value).toEqual(desk.document('m'));
    await store.close();
  });
});

describe('what an earlier process left', () => {
  const opened = async (folder: string): Promise<{ readonly desk: Desk; readonly faults: readonly string[]; readonly store: FileStore }> => {
    const store = await openFileStore(folder, clock);
    const desk = new Desk(store, () => undefined);
    return { desk, store, faults: await desk.open() };
  };

  it('is read back as it was', async () => {
    const folder = temporaryFolder();
    const first = await opened(folder);
    await first.desk.change('m', (document) => start(swapped(document, 1), begin, moment));
    const before = first.desk.get('m');
    await first.store.close();
    const second = await opened(folder);
    expect([second.faults, second.desk.get('m')]).toEqual([[], before]);
    await second.store.close();
  });

  it.each([
    ['cut off', '{"format":"sluice-state","schema":1,"key":"rollouts/m","gener'],
    ['empty', ''],
    ['garbage', '\u0000\u0001 no document'],
  ])('and is %s is named, left as it is, and never written over', async (_name, text) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'rollouts'), { recursive: true });
    const path = join(folder, 'rollouts', 'm.json');
    writeFileSync(path, text);
    const { desk, faults, store } = await opened(folder);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(path);
    expect(desk.get('m')).toBeNull();
    await expect(desk.change('m', (document) => swapped(document, 1))).rejects.toMatchObject({ reason: 'state_failed' });
    expect(desk.document('m')).toBeNull();
    await store.close();
  });

  it('of a later make is named and left alone', async () => {
    const store = new MemoryStore(clock);
    await store.compareAndSet('rollouts/m', 0, { schema: 99 });
    const desk = new Desk(store, () => undefined);
    expect(await desk.open()).toEqual(['rollouts/m: schema 99 is not one of this version']);
    expect(desk.models()).toEqual([]);
  });
});
