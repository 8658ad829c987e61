/** Labels in the state store: what one process keeps the next one finds, and what cannot be read is named. */
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { StoredLabels } from '../../src/gateway/labels.js';
import { MemoryStore } from '../../src/state/memory.js';
import { MoodyStore } from '../rollout/puppets.js';

describe('labels in the store', () => {
  it('are found by the next process, which goes on writing where the last one ended', async () => {
    const store = new MemoryStore(systemClock);
    const first = new StoredLabels(store);
    await first.open();
    await first.keep('a model', new Map([['x', 1]]));
    await first.keep('a model', new Map([['x', 2], ['y', 3]]));
    const second = new StoredLabels(store);
    expect(await second.open()).toEqual({ labels: new Map([['a model', new Map([['x', 2], ['y', 3]])]]), faults: [] });
    await second.keep('a model', new Map());
    expect((await new StoredLabels(store).open()).labels.get('a model')).toEqual(new Map());
  });

  it('of another schema are named and left alone', async () => {
    const store = new MemoryStore(systemClock);
    await store.compareAndSet('labels/m', 0, { schema: 2, labels: { x: 1 } });
    await store.compareAndSet('labels/n', 0, { schema: 1, labels: { x: 'two' } });
    const { labels, faults } = await new StoredLabels(store).open();
    expect(labels.size).toBe(0);
    expect(faults).toEqual(['labels/m: not a document of labels of this version', 'labels/n: not a document of labels of this version']);
  });

  it('go on after a write of which only the end failed, and after one that failed whole', async () => {
    const moody = new MoodyStore(new MemoryStore(systemClock));
    const labels = new StoredLabels(moody);
    await labels.open();
    moody.mood = 'unsynced';
    await labels.keep('m', new Map([['x', 1]]));
    moody.mood = 'full';
    await expect(labels.keep('m', new Map([['x', 2]]))).rejects.toMatchObject({ reason: 'state_failed' });
    moody.mood = 'well';
    await labels.keep('m', new Map([['x', 3]]));
    expect((await new StoredLabels(moody).open()).labels.get('m')).toEqual(new Map([['x', 3]]));
  });

  it('go on after somebody else has written them', async () => {
    const store = new MemoryStore(systemClock);
    const labels = new StoredLabels(store);
    await labels.keep('m', new Map([['x', 1]]));
    await store.compareAndSet('labels/m', 1, { schema: 1, labels: { x: 9 } });
    await expect(labels.keep('m', new Map([['x', 2]]))).rejects.toMatchObject({ reason: 'conflict' });
    await labels.keep('m', new Map([['x', 3]]));
    expect((await new StoredLabels(store).open()).labels.get('m')).toEqual(new Map([['x', 3]]));
  });
});
