import { existsSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AuditLog } from '../../src/notify/audit.js';
import type { AuditLine } from '../../src/notify/notice.js';
import { dyingDisk, playedDisk } from '../support/disk.js';
import { temporaryFolder } from '../support/folder.js';

const line = (id: string, atMs = 0, model = 'm'): AuditLine => ({ at: new Date(atMs).toISOString(), id, model, who: 'ann', why: 'wörds' });
const newest = (folder: string): string => join(folder, 'audit.jsonl');
const ids = (text: string): string[] => text.split('\n').filter((each) => each !== '').map((each) => (JSON.parse(each) as AuditLine).id);

describe('the audit log', () => {
  it('keeps lines in their order and knows what it has, also when opened again', async () => {
    const folder = temporaryFolder();
    const log = await AuditLog.open(folder);
    expect([log.lacks('r-1', 0), log.lacks('r-2', 0)]).toEqual([true, true]);
    await log.append([line('r-1'), line('r-2')]);
    await log.append([line('s-1', 0, 'other')]);
    const again = await AuditLog.open(folder);
    for (const each of [log, again]) expect(['r-1', 'r-2', 'r-3', 's-1', 's-2', 't-1'].filter((id) => each.lacks(id, 0))).toEqual(['r-3', 's-2', 't-1']);
    expect(ids(await again.read('m', 10))).toEqual(['r-1', 'r-2']);
    expect(ids(await again.read('m', 1))).toEqual(['r-2']);
    expect(await again.read('none', 10)).toBe('');
    expect(JSON.parse((await again.read('other', 10)).trim())).toEqual(line('s-1', 0, 'other'));
  });

  it('drops a last line that a crash cut anywhere, and takes it again', async () => {
    const folder = temporaryFolder();
    const log = await AuditLog.open(folder);
    await log.append([line('r-1'), line('r-2')]);
    const whole = readFileSync(newest(folder));
    const first = whole.indexOf(10) + 1;
    for (let bytes = whole.length - 2; bytes >= first; bytes--) {
      writeFileSync(newest(folder), whole);
      truncateSync(newest(folder), bytes);
      const again = await AuditLog.open(folder);
      expect([again.lacks('r-1', 0), again.lacks('r-2', 0), again.unreadable], String(bytes)).toEqual([false, true, 0]);
      await again.append([line('r-2')]);
      expect(readFileSync(newest(folder)).equals(whole)).toBe(true);
    }
  });

  it('ends a last line that only lacks its end, and leaves foreign lines alone', async () => {
    const folder = temporaryFolder();
    writeFileSync(newest(folder), `of a person\n${JSON.stringify(line('r-1'))}`);
    const log = await AuditLog.open(folder);
    expect([log.unreadable, log.lacks('r-1', 0)]).toEqual([1, false]);
    await log.append([line('r-2')]);
    expect(readFileSync(newest(folder), 'utf8').split('\n')).toEqual(['of a person', JSON.stringify(line('r-1')), JSON.stringify(line('r-2')), '']);
    expect(ids(await log.read('m', 10))).toEqual(['r-1', 'r-2']);
  });

  it('has every line on the disk before it counts', async () => {
    const disk = playedDisk(() => undefined);
    const log = await AuditLog.open(temporaryFolder(), disk.files);
    await log.append([line('r-1')]);
    await log.append([line('r-2')]);
    expect(disk.steps.filter((step) => !step.startsWith('open'))).toEqual(['write audit.jsonl', 'sync audit.jsonl', expect.stringMatching(/^sync sluice-test-/), 'write audit.jsonl', 'sync audit.jsonl']);
  });

  it.each(['open', 'write', 'sync'])('takes lines again that a full disk refused at %s, and none twice', async (at) => {
    let full = false;
    const disk = playedDisk((step) => (full && step.startsWith(at) ? 'ENOSPC' : undefined));
    const folder = temporaryFolder();
    const log = await AuditLog.open(folder, disk.files);
    await log.append([line('r-1')]);
    full = true;
    await expect(log.append([line('r-2'), line('r-3')])).rejects.toThrow('ENOSPC');
    expect([log.lacks('r-1', 0), log.lacks('r-2', 0)]).toEqual([false, true]);
    full = false;
    await log.append([line('r-2'), line('r-3')]);
    expect(ids(readFileSync(newest(folder), 'utf8'))).toEqual(['r-1', 'r-2', 'r-3']);
  });

  it('begins a new file at its bound and keeps the newest few, and does not take what it dropped for new', async () => {
    const folder = temporaryFolder();
    const bounds = { fileBytes: 600 };
    const log = await AuditLog.open(folder, undefined, bounds);
    for (let n = 1; n <= 60; n++) await log.append([line(`r${n}-1`, n * 1000)]);
    const files = readdirSync(folder).sort();
    expect(files).toHaveLength(4);
    expect(files.slice(0, 3).every((name) => /^audit-\d{6}\.jsonl$/.test(name))).toBe(true);
    for (const name of files) expect(readFileSync(join(folder, name)).length).toBeLessThanOrEqual(600);
    const again = await AuditLog.open(folder, undefined, bounds);
    const kept = ids(await again.read('m', 1000));
    expect(kept).toEqual(Array.from({ length: kept.length }, (_, n) => `r${61 - kept.length + n}-1`));
    for (let n = 1; n <= 60; n++) expect(again.lacks(`r${n}-1`, n * 1000), `r${n}`).toBe(false);
    expect(again.lacks('r61-1', 61_000)).toBe(true);
    // A decision that never came into the log is newer than what was dropped.
    expect(again.lacks('q-1', 59_000)).toBe(true);
    await again.append([line('r61-1', 61_000)]);
    expect(ids(await again.read('m', 1))).toEqual(['r61-1']);
  });

  it('is whole after a crash at any step of its writes', async () => {
    const lines = Array.from({ length: 12 }, (_, n) => line(`r${Math.floor(n / 3)}-${(n % 3) + 1}`, n * 1000));
    let at = 0;
    for (let isOver = false; !isOver; at++) {
      const folder = temporaryFolder();
      const disk = dyingDisk(at);
      const log = await AuditLog.open(folder, disk.files, { fileBytes: 350 });
      const done: string[] = [];
      try {
        for (const each of lines) {
          await log.append([each]);
          done.push(each.id);
        }
        isOver = true;
      } catch {
        // The process is gone.
      }
      const next = await AuditLog.open(folder, undefined, { fileBytes: 350 });
      for (const id of done) expect(next.lacks(id, 1e9), `${id} after step ${at}`).toBe(false);
      for (const [n, each] of lines.entries()) if (next.lacks(each.id, n * 1000)) await next.append([each]);
      const kept = ids(await next.read('m', 1000));
      expect(kept, `step ${at}`).toEqual(lines.slice(-kept.length).map(({ id }) => id));
    }
    expect(at).toBeGreaterThan(30);
  });

  it('is readable by its owner alone', async () => {
    const folder = temporaryFolder();
    const log = await AuditLog.open(folder);
    expect(existsSync(newest(folder))).toBe(false);
    await log.append([line('r-1')]);
    expect(statSync(newest(folder)).mode & 0o777).toBe(0o600);
  });
});
