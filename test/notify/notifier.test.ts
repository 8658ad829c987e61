import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { silentLog } from '../../src/base/log.js';
import type { AuditLine, Notice, Target } from '../../src/notify/notice.js';
import { Notifier, type NotifierPorts } from '../../src/notify/notifier.js';
import { dyingDisk, playedDisk } from '../support/disk.js';
import { temporaryFolder } from '../support/folder.js';
import { until } from '../support/until.js';

const A: Target = { url: 'https://a.test/hook', secretEnv: null };
const B: Target = { url: 'https://b.test/hook', secretEnv: null };
const DAY_MS = 86_400_000;

interface Process {
  readonly notifier: Notifier;
  readonly sent: string[];
  readonly errors: string[];
  readonly clock: ManualClock;
  /** Rings the timers that are set. */
  ring(): void;
}

/** What the documents hold; it outlives processes. */
type Book = Map<string, Notice[]>;

function notice(model: string, id: string, targets: readonly Target[] = [A], atMs = 10 * DAY_MS): Notice {
  return { id, atMs, targets, type: 't', subject: `${model}/1`, body: () => id, line: { at: new Date(atMs).toISOString(), id, model, who: 'ann' } };
}

function start(stateDir: string, book: Book, ports: Partial<NotifierPorts> = {}): Process {
  const clock = new ManualClock(10 * DAY_MS * 1000);
  const timers = new Set<() => void>();
  const sent: string[] = [];
  const errors: string[] = [];
  const notifier = new Notifier({
    stateDir, clock, random: () => 1, secretOf: () => undefined,
    log: { ...silentLog, error: (fields, msg) => void errors.push(`${msg} (${String(fields['cause'] ?? '')})`) },
    noticesOf: (model, isWanted) => (book.get(model) ?? []).filter(({ id, atMs }) => isWanted(id, atMs)),
    after: (_, then) => {
      timers.add(then);
      return () => timers.delete(then);
    },
    post: async (url, _, body) => {
      sent.push(`${body} to ${new URL(url).host}`);
      return { status: 200, retryAfter: null };
    },
    ...ports,
  });
  return {
    notifier, sent, errors, clock,
    ring: () => {
      for (const then of [...timers]) {
        timers.delete(then);
        then();
      }
    },
  };
}

const logged = (stateDir: string): string[] => {
  const path = join(stateDir, 'audit.jsonl');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return text.split('\n').filter((line) => line !== '').map((line) => (JSON.parse(line) as AuditLine).id);
};
const allOf = (process: Process, count: number) => until(`${count} sent`, () => process.sent.length >= count);

describe('a notifier', () => {
  it('writes and sends what a model has and the log lacks, once', async () => {
    const folder = temporaryFolder();
    const book: Book = new Map([['m', [notice('m', 'r-1'), notice('m', 'r-2', [A, B])]], ['n', [notice('n', 's-1', [])]]]);
    const p = start(folder, book);
    p.notifier.tell('m');
    p.notifier.tell('n');
    p.notifier.tell('m');
    await p.notifier.settled();
    expect(logged(folder)).toEqual(['r-1', 'r-2', 's-1']);
    book.get('m')!.push(notice('m', 'r-3'));
    p.notifier.tell('m');
    await p.notifier.settled();
    await allOf(p, 4);
    expect(p.sent.filter((each) => each.endsWith('a.test'))).toEqual(['r-1 to a.test', 'r-2 to a.test', 'r-3 to a.test']);
    expect(p.sent.filter((each) => each.endsWith('b.test'))).toEqual(['r-2 to b.test']);
    expect((await p.notifier.audit('m')).split('\n').length - 1).toBe(3);
    await p.notifier.stop();
    const next = start(folder, book);
    next.notifier.tell('m');
    next.notifier.tell('n');
    await next.notifier.settled();
    await next.notifier.stop();
    expect([logged(folder), next.sent]).toEqual([['r-1', 'r-2', 's-1', 'r-3'], []]);
  });

  it('hears of what is decided while it writes', async () => {
    const folder = temporaryFolder();
    const book: Book = new Map([['m', [notice('m', 'r-1')]]]);
    let hears: (() => void) | null = null;
    const disk = playedDisk((step) => {
      if (step.startsWith('sync audit')) hears?.();
      return undefined;
    });
    const p = start(folder, book, { files: disk.files });
    hears = () => {
      hears = null;
      book.get('m')!.push(notice('m', 'r-2'));
      p.notifier.tell('m');
    };
    p.notifier.tell('m');
    await p.notifier.settled();
    expect(logged(folder)).toEqual(['r-1', 'r-2']);
    await p.notifier.stop();
  });

  it('hears of what is decided at the very moment at which it is done', async () => {
    const folder = temporaryFolder();
    const book: Book = new Map([['n', []]]);
    const p = start(folder, book);
    p.notifier.tell('m');
    await p.notifier.settled();
    for (let steps = 0; steps < 20; steps++) {
      p.notifier.tell('m');
      for (let step = 0; step < steps; step++) await Promise.resolve();
      book.get('n')!.push(notice('n', `s-${steps + 1}`, []));
      p.notifier.tell('n');
      await p.notifier.settled();
      expect(logged(folder).at(-1), `after ${steps} steps`).toBe(`s-${steps + 1}`);
    }
    await p.notifier.stop();
  });

  it('tells what an earlier process decided and never wrote, and sends no old news', async () => {
    const folder = temporaryFolder();
    const book: Book = new Map([['m', [notice('m', 'r-1', [A], 1), notice('m', 'r-2', [A], 9 * DAY_MS), notice('m', 'r-3', [A], 9 * DAY_MS + 1)]]]);
    const p = start(folder, book);
    p.notifier.tell('m');
    await p.notifier.settled();
    await allOf(p, 1);
    await p.notifier.stop();
    expect([logged(folder), p.sent]).toEqual([['r-1', 'r-2', 'r-3'], ['r-3 to a.test']]);
  });

  it('reports a full disk, goes on when there is room, and has lost and doubled nothing', async () => {
    const folder = temporaryFolder();
    const book: Book = new Map([['m', [notice('m', 'r-1')]]]);
    let full = true;
    const disk = playedDisk((step) => (full && step.startsWith('write audit') ? 'ENOSPC' : undefined));
    const p = start(folder, book, { files: disk.files });
    for (let n = 2; n < 5; n++) {
      p.notifier.tell('m');
      await p.notifier.settled();
      book.get('m')!.push(notice('m', `r-${n}`));
    }
    expect(p.errors[0]).toBe('decisions cannot be written to the audit log or the outbox; they are kept and tried again (ENOSPC)');
    expect((await p.notifier.view()).fault).toBe('ENOSPC');
    full = false;
    p.ring();
    await p.notifier.settled();
    await allOf(p, 4);
    expect((await p.notifier.view()).fault).toBeNull();
    await p.notifier.stop();
    expect([logged(folder), p.sent]).toEqual([['r-1', 'r-2', 'r-3', 'r-4'], ['r-1 to a.test', 'r-2 to a.test', 'r-3 to a.test', 'r-4 to a.test']]);
  });

  it('writes each decision once and sends each at least once, whenever the process dies', async () => {
    const book: Book = new Map([['m', [notice('m', 'r-1'), notice('m', 'r-2', [A, B])]]]);
    let at = 0;
    let isOver = false;
    for (; !isOver; at++) {
      const folder = temporaryFolder();
      const first = start(folder, book, { files: dyingDisk(at).files });
      first.notifier.tell('m');
      await first.notifier.settled();
      await first.notifier.stop();
      isOver = first.errors.length === 0;
      const second = start(folder, book);
      second.notifier.tell('m');
      await second.notifier.settled();
      const view = (): Promise<number> => second.notifier.view().then(({ waiting }) => waiting.length);
      await until('nothing waits', async () => (await view()) === 0);
      await second.notifier.stop();
      expect(logged(folder), `step ${at}`).toEqual(['r-1', 'r-2']);
      const all = new Set([...first.sent, ...second.sent]);
      expect([...all].sort(), `step ${at}`).toEqual(['r-1 to a.test', 'r-2 to a.test', 'r-2 to b.test']);
      // In order when each came first.
      expect([...all].filter((each) => each.endsWith('a.test')), `step ${at}`).toEqual(['r-1 to a.test', 'r-2 to a.test']);
      expect(second.sent.length, `step ${at}`).toBe(new Set(second.sent).size);
    }
    expect(at).toBeGreaterThan(20);
  });

  it('revives and drops dead letters, and refuses what there is none of', async () => {
    const folder = temporaryFolder();
    const book: Book = new Map([['m', [notice('m', 'r-1'), notice('m', 'r-2')]]]);
    let status = 410;
    const sent: string[] = [];
    const p = start(folder, book, {
      post: async (_, __, body) => {
        sent.push(body);
        return { status, retryAfter: null };
      },
    });
    p.notifier.tell('m');
    const dead = await until('both dead', async () => {
      const view = await p.notifier.view();
      return view.dead.length === 2 && view.dead;
    });
    status = 200;
    await p.notifier.retry(dead[0]!.key);
    await p.notifier.drop(dead[1]!.key);
    await until('sent again', () => sent.length === 3);
    expect(sent).toEqual(['r-1', 'r-2', 'r-1']);
    await expect(p.notifier.drop(dead[1]!.key)).rejects.toThrow(/no notification/);
    await until('gone from the disk', () => readdirSync(join(folder, 'outbox')).length === 0);
    await p.notifier.stop();
  });

  it('opens a folder later that cannot be opened now', async () => {
    const folder = temporaryFolder();
    const book: Book = new Map([['m', [notice('m', 'r-1')]]]);
    const p = start(join(folder, 'none', 'state'), book);
    writeFileSync(join(folder, 'none'), 'in the way');
    p.notifier.tell('m');
    await p.notifier.settled();
    await expect(p.notifier.audit('m')).rejects.toThrow('ENOTDIR');
    rmSync(join(folder, 'none'));
    p.ring();
    await p.notifier.settled();
    expect(logged(join(folder, 'none', 'state'))).toEqual(['r-1']);
    await p.notifier.stop();
  });
});
