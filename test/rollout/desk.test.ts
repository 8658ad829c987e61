import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { Desk, type Change } from '../../src/rollout/desk.js';
import type { Document } from '../../src/rollout/document.js';
import { MemoryStore } from '../../src/state/memory.js';

const pinned = (document: Document): Document => ({ ...document, stable: 1, pinned: true });
const unpinned = (document: Document): Document => ({ ...document, pinned: false });
/** Stands for evidence: whatever is kept and decides nothing. */
const counted = (document: Document): Document => ({ ...document, kept: [...document.kept, { version: 1, untilMs: 0 }] });

const memory = (): MemoryStore => new MemoryStore(new ManualClock());

function desk(store = memory()): { desk: Desk; store: MemoryStore; told: Change[] } {
  const told: Change[] = [];
  return { desk: new Desk(store, (change) => told.push(change)), store, told };
}

describe('generations', () => {
  it('rise with decisions, and are held to by who has read them', async () => {
    const { desk: one } = desk();
    expect(await one.change('m', pinned, 0)).toMatchObject({ generation: 1 });
    await expect(one.change('m', unpinned, 0)).rejects.toMatchObject({ reason: 'precondition_failed', message: "the rollout of model 'm' is at generation 1, not 0; read it again" });
    expect(await one.change('m', unpinned, 1)).toMatchObject({ generation: 2 });
    expect(one.document('m')?.pinned).toBe(false);
  });

  it('stay while things are counted, so that nobody who reads and then decides is overtaken by a count', async () => {
    const { desk: one, told } = desk();
    const { generation } = await one.change('m', pinned);
    for (let i = 0; i < 3; i++) expect(await one.count('m', counted)).toMatchObject({ generation });
    expect(one.get('m')).toMatchObject({ generation, document: { kept: [{}, {}, {}] } });
    const decided = await one.change('m', unpinned, generation);
    expect(decided.generation).toBeGreaterThan(generation);
    await expect(one.change('m', pinned, generation)).rejects.toMatchObject({ reason: 'precondition_failed' });
    expect(told.map((change) => change.generation)).toEqual([1, 1, 1, 1, decided.generation]);
  });

  it('never come twice with another decision, over a restart either', async () => {
    const store = memory();
    const { desk: first } = desk(store);
    await first.change('m', pinned);
    await first.count('m', counted);
    const { desk: second } = desk(store);
    expect(await second.open()).toEqual([]);
    const { generation } = second.get('m')!;
    expect((await second.count('m', counted)).generation).toBe(generation);
    expect((await second.change('m', unpinned, generation)).generation).toBeGreaterThan(generation);
  });
});
