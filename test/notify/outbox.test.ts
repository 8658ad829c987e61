import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import type { Target } from '../../src/notify/notice.js';
import { keyOf, Outbox, type Fresh, type OutboxBounds } from '../../src/notify/outbox.js';
import { dyingDisk, playedDisk } from '../support/disk.js';
import { temporaryFolder } from '../support/folder.js';

const A: Target = { url: 'https://a.test/hook', secretEnv: null };
const B: Target = { url: 'https://b.test/hook', secretEnv: 'SECRET' };
const fresh = (id: string, target = A, body = `{"id":"${id}"}`): Fresh => ({ id, target, type: 't', subject: 'm/1', atMs: 5, body });
const lineA = keyOf('', A).slice(1);
const lineB = keyOf('', B).slice(1);

async function open(folder = temporaryFolder(), bounds?: OutboxBounds, files?: Parameters<typeof Outbox.open>[2]): Promise<Outbox> {
  return (await Outbox.open(folder, bounds, files)).outbox;
}
const ids = (entries: readonly { readonly id: string }[]): string[] => entries.map(({ id }) => id);

describe('the outbox', () => {
  it('keeps events in order for each target, also when opened again', async () => {
    const folder = temporaryFolder();
    const outbox = await open(folder);
    for (const id of ['r-2', 'r-10', 'r-1']) await outbox.add(fresh(id), 100);
    await outbox.add(fresh('r-2', B), 100);
    const again = await open(folder);
    for (const each of [outbox, again]) expect([ids(each.waiting(lineA)), ids(each.waiting(lineB)), ids(each.waiting())]).toEqual([['r-2', 'r-10', 'r-1'], ['r-2'], ['r-2', 'r-10', 'r-1', 'r-2']]);
    expect(again.waiting(lineB)[0]).toEqual({ ...fresh('r-2', B), key: keyOf('r-2', B), order: 4, queuedMs: 100, dead: null });
    await again.add(fresh('r-3'), 100);
    expect(ids((await open(folder)).waiting(lineA)).at(-1)).toBe('r-3');
  });

  it('takes an event once, whatever became of it meanwhile', async () => {
    const outbox = await open();
    await outbox.add(fresh('r-1'), 1);
    await outbox.add(fresh('r-1', A, 'other'), 2);
    expect(outbox.waiting().map(({ body }) => body)).toEqual(['{"id":"r-1"}']);
    await outbox.bury(keyOf('r-1', A), 'no', 3);
    await outbox.add(fresh('r-1'), 4);
    expect([outbox.waiting(), ids(outbox.dead())]).toEqual([[], ['r-1']]);
  });

  it('buries with a reason, revives at the end of the line and with a new age, and removes', async () => {
    const folder = temporaryFolder();
    const outbox = await open(folder);
    for (const id of ['r-1', 'r-2']) await outbox.add(fresh(id), 1);
    await outbox.bury(keyOf('r-1', A), 'answered 410', 7);
    expect((await open(folder)).dead()).toMatchObject([{ id: 'r-1', dead: { atMs: 7, reason: 'answered 410' } }]);
    await outbox.revive(keyOf('r-1', A), 9);
    expect((await open(folder)).waiting(lineA)).toMatchObject([{ id: 'r-2' }, { id: 'r-1', queuedMs: 9, dead: null }]);
    await outbox.remove(keyOf('r-2', A));
    await outbox.remove(keyOf('r-2', A));
    expect(ids((await open(folder)).waiting())).toEqual(['r-1']);
    expect(readdirSync(folder)).toHaveLength(1);
    await expect(outbox.revive(keyOf('r-2', A), 9)).rejects.toThrow(ServingError);
    expect(() => outbox.mustHave('nothing')).toThrow(/no notification 'nothing'/);
  });

  it('gives up the oldest of the longest line for one too many, and forgets the oldest dead letter', async () => {
    const folder = temporaryFolder();
    const outbox = await open(folder, { waiting: { count: 4, bytes: 1e6 }, dead: { count: 2, bytes: 1e6 } });
    await outbox.add(fresh('r-1', B), 1);
    for (let n = 1; n <= 6; n++) await outbox.add(fresh(`r-${n}`), n);
    expect([ids(outbox.waiting(lineA)), ids(outbox.waiting(lineB)), ids(outbox.dead())]).toEqual([['r-4', 'r-5', 'r-6'], ['r-1'], ['r-2', 'r-3']]);
    expect(outbox.dead()[0]!.dead).toEqual({ atMs: 5, reason: 'more events wait than there is room for' });
    expect(readdirSync(folder)).toHaveLength(6);
  });

  it('is bounded in bytes too', async () => {
    const outbox = await open(temporaryFolder(), { waiting: { count: 100, bytes: 30 }, dead: { count: 100, bytes: 25 } });
    for (let n = 1; n <= 6; n++) await outbox.add(fresh(`r-${n}`, A, '0123456789'), n);
    expect([ids(outbox.waiting()), ids(outbox.dead())]).toEqual([['r-4', 'r-5', 'r-6'], ['r-2', 'r-3']]);
    await outbox.add(fresh('r-7', A, 'x'.repeat(31)), 7);
    expect([ids(outbox.waiting()), ids(outbox.dead())]).toEqual([[], []]);
  });

  it('leaves files alone that it cannot read, and names them', async () => {
    const folder = temporaryFolder();
    await (await open(folder)).add(fresh('r-1'), 1);
    const [own] = readdirSync(folder);
    writeFileSync(join(folder, 'notes.txt'), '');
    writeFileSync(join(folder, 'torn.json'), '{"format":"sluice-out');
    writeFileSync(join(folder, `x${own}`), readFileSync(join(folder, own!)));
    writeFileSync(join(folder, `.${own}.tmp`), 'half');
    const { outbox, faults } = await Outbox.open(folder);
    expect(ids(outbox.waiting())).toEqual(['r-1']);
    expect([...faults].sort()).toEqual([`${join(folder, 'torn.json')} is no event of the outbox`, `${join(folder, `x${own}`)} is no event of the outbox`]);
    expect(readdirSync(folder).sort()).toEqual(['notes.txt', own, 'torn.json', `x${own}`].sort());
  });

  it('refuses an event that a full disk has no room for, and goes on when it has', async () => {
    let full = true;
    const disk = playedDisk((step) => (full && step.startsWith('write') ? 'ENOSPC' : undefined));
    const folder = temporaryFolder();
    const outbox = await open(folder, undefined, disk.files);
    await expect(outbox.add(fresh('r-1'), 1)).rejects.toThrow('ENOSPC');
    expect([outbox.waiting(), readdirSync(folder)]).toEqual([[], []]);
    full = false;
    await outbox.add(fresh('r-1'), 1);
    full = true;
    // Memory goes on as decided; the next process finds it as it was.
    await expect(outbox.bury(keyOf('r-1', A), 'no', 2)).rejects.toThrow('ENOSPC');
    expect(ids(outbox.dead())).toEqual(['r-1']);
    expect(ids((await open(folder)).waiting())).toEqual(['r-1']);
  });

  it('has every event whole after a crash at any step', async () => {
    let at = 0;
    for (let isOver = false; !isOver; at++) {
      const folder = temporaryFolder();
      const outbox = await open(folder, undefined, dyingDisk(at).files);
      let done = 'nothing';
      try {
        for (const id of ['r-1', 'r-2']) await outbox.add(fresh(id), 1);
        done = 'added';
        await outbox.bury(keyOf('r-1', A), 'no', 2);
        done = 'buried';
        await outbox.revive(keyOf('r-1', A), 3);
        done = 'revived';
        await outbox.remove(keyOf('r-2', A));
        isOver = true;
      } catch {
        // The process is gone.
      }
      const { outbox: next, faults } = await Outbox.open(folder);
      expect(faults).toEqual([]);
      const kept = new Set([...ids(next.waiting()), ...ids(next.dead())]);
      if (done !== 'nothing') expect(kept.has('r-1'), `r-1 at step ${at}`).toBe(true);
      if (done === 'added' || done === 'buried') expect(kept.has('r-2'), `r-2 at step ${at}`).toBe(true);
      if (done === 'buried') expect(ids(next.waiting()).length + ids(next.dead()).length).toBe(2);
      expect(readdirSync(folder).every((name) => name.endsWith('.json'))).toBe(true);
    }
    expect(at).toBeGreaterThan(20);
  });
});
