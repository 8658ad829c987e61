import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { reasonNumber } from '../../src/base/error.js';
import { AccessLog, blankAccess, type AccessOptions } from '../../src/telemetry/access.js';
import { LineSink, PartedSink } from '../../src/telemetry/sink.js';

function open(options: Partial<AccessOptions> = {}) {
  const chunks: string[] = [];
  const clock = new ManualClock(1_700_000_000_000_000);
  const log = new AccessLog({ clock, sink: (lines) => void chunks.push(lines), sampleEvery: 1, failureEvery: 1, capacity: 4, ...options });
  const parsed = () => chunks.join('').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>);
  return { log, clock, chunks, parsed };
}

test('a record becomes one line with all its fields', () => {
  const { log, parsed } = open();
  const entry = { ...blankAccess(), protocol: 'grpc' as const, model: 'm', version: 2, id: 'a"1', status: 14, reasonNumber: reasonNumber('queue_full'), rows: 3, queueUs: 10.4, computeUs: 20.6, totalUs: 31, requestBytes: 64, responseBytes: 8 };
  log.record(entry);
  entry.model = 'other';
  expect(log.flush()).toBe(false);
  expect(parsed()).toEqual([{
    time: '2023-11-14T22:13:20.000Z', protocol: 'grpc', model: 'm', version: 2, id: 'a"1', status: 14, reason: 'queue_full',
    rows: 3, queueUs: 10, computeUs: 21, totalUs: 31, requestBytes: 64, responseBytes: 8,
  }]);
});

test('success is named ok and an empty id is left out', () => {
  const { log, parsed } = open();
  log.record(blankAccess());
  log.flush();
  expect(parsed()[0]).toMatchObject({ reason: 'ok', protocol: 'http' });
  expect(parsed()[0]).not.toHaveProperty('id');
});

test('a full ring drops its oldest records and counts them', () => {
  const { log, parsed } = open();
  for (let version = 1; version <= 6; version += 1) log.record({ ...blankAccess(), version });
  expect(log.dropped).toBe(2);
  expect(log.waiting).toBe(4);
  log.flush();
  expect(parsed().map((line) => line['version'])).toEqual([3, 4, 5, 6]);
  log.record({ ...blankAccess(), version: 7 });
  log.flush();
  expect(parsed().at(-1)).toMatchObject({ version: 7 });
});

test('successes and failures are sampled apart', () => {
  const { log } = open({ sampleEvery: 10, failureEvery: 2 });
  const taken = (reason: number) => Array.from({ length: 100 }, () => log.wants(reason)).filter(Boolean).length;
  expect(taken(0)).toBe(10);
  expect(taken(3)).toBe(50);
  const off = open({ sampleEvery: 0, failureEvery: 0 }).log;
  expect([off.wants(0), off.wants(1)]).toEqual([false, false]);
});

test('a flush is bounded and says that some are left; an empty one writes nothing', () => {
  const { log, chunks, parsed } = open({ capacity: 3000 });
  log.flush();
  expect(chunks).toEqual([]);
  for (let version = 1; version <= 3000; version += 1) log.record({ ...blankAccess(), version });
  expect([log.flush(), log.flush(), log.flush()]).toEqual([true, true, false]);
  expect(parsed().map((line) => line['version'])).toEqual(Array.from({ length: 3000 }, (_, i) => i + 1));
});

test('sinks append whole lines, refuse what the disk cannot take and survive a bad path', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'access-'));
  try {
    const path = join(folder, 'access.log');
    for (const line of ['a\n', 'b\n']) {
      const sink = new LineSink(path);
      sink.write(line);
      await sink.close();
    }
    expect(readFileSync(path, 'utf8')).toBe('a\nb\n');
    const narrow = new LineSink(path, 3);
    narrow.write('much too long\n');
    expect(narrow.dropped).toBe(14);
    await narrow.close();
    const parts = new PartedSink(join(folder, 'trace'));
    parts.append(0, 'x\n');
    parts.append(1, 'y\n');
    await parts.close();
    expect(readFileSync(join(folder, 'trace.1'), 'utf8')).toBe('y\n');
    const lost = new LineSink(join(folder, 'no', 'such', 'folder'));
    await lost.failed();
    lost.write('gone\n');
    expect(lost.dropped).toBe(5);
    await lost.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
