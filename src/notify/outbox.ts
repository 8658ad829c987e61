/**
 * Events on their way, and those that were given up (dead letters): one file for each event and target, replaced whole, so
 * that after a crash each is there or not. All are in memory too. Promised: what was added lasts until it is removed, and
 * is never there twice; both kinds are bounded in number and bytes.
 *
 * Memory follows a decision at once and the disk after it: where only the disk fails, the caller is told, this process
 * goes on as decided, and the next one finds the event as it was, which means it may be sent once more.
 */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, durableFiles, makeFolder, replaceDurably, TEMPORARY, type DurableFiles } from '../base/durable.js';
import { ServingError } from '../base/error.js';
import { Turns } from '../base/turns.js';
import { targetId, type Target } from './notice.js';

export interface Fresh {
  readonly id: string;
  readonly target: Target;
  readonly type: string;
  readonly subject: string;
  /** Moment of the decision. */
  readonly atMs: number;
  readonly body: string;
}

export interface Entry extends Fresh {
  /** Names it to people; an event has one for each target. */
  readonly key: string;
  /** Place in the line of its target. */
  readonly order: number;
  /** Since when it waits. */
  readonly queuedMs: number;
  /** null while it waits. */
  readonly dead: { readonly atMs: number; readonly reason: string } | null;
}

export interface OutboxBounds {
  readonly waiting: { readonly count: number; readonly bytes: number };
  readonly dead: { readonly count: number; readonly bytes: number };
}

/** Decisions are rare: this is weeks of them for a receiver that is down. */
export const OUTBOX_BOUNDS: OutboxBounds = { waiting: { count: 2_000, bytes: 16 * 2 ** 20 }, dead: { count: 500, bytes: 4 * 2 ** 20 } };

const FORMAT = 'sluice-outbox';
const SCHEMA = 1;
const SUFFIX = '.json';

export function keyOf(id: string, target: Target): string {
  return `${id}.${targetId(target)}`;
}

/** The id of its target; an id of an event has no full stop. */
export function lineOf({ key }: Pick<Entry, 'key'>): string {
  return key.slice(key.indexOf('.') + 1);
}

/** Everything on disk is one line of work. */
const DISK = '';

export class Outbox {
  private readonly entries = new Map<string, Entry>();
  private order = 0;
  private readonly turns = new Turns();

  private constructor(
    private readonly folder: string,
    private readonly bounds: OutboxBounds,
    private readonly files: DurableFiles,
  ) {}

  /** @returns with files that cannot be read, in words; they are left as they are */
  static async open(folder: string, bounds: OutboxBounds = OUTBOX_BOUNDS, files: DurableFiles = durableFiles): Promise<{ readonly outbox: Outbox; readonly faults: readonly string[] }> {
    const outbox = new Outbox(folder, bounds, files);
    const faults: string[] = [];
    await makeFolder(folder);
    for (const name of await readdir(folder)) {
      if (name.endsWith(`${SUFFIX}${TEMPORARY}`)) await files.unlink(join(folder, name)).catch(() => undefined);
      if (name.startsWith('.') || !name.endsWith(SUFFIX)) continue;
      const entry = parse(await readFile(join(folder, name), 'utf8'));
      if (entry === null || `${entry.key}${SUFFIX}` !== name) faults.push(`${join(folder, name)} is no event of the outbox`);
      else outbox.entries.set(entry.key, entry);
    }
    outbox.order = Math.max(0, ...outbox.all().map(({ order }) => order));
    return { outbox, faults };
  }

  /** Resolves when it lasts. Nothing happens when it is there already. */
  async add(fresh: Fresh, nowMs: number): Promise<void> {
    const key = keyOf(fresh.id, fresh.target);
    await this.turns.take(DISK, async () => {
      if (this.entries.has(key)) return;
      const entry: Entry = { ...fresh, key, order: this.order + 1, queuedMs: nowMs, dead: null };
      await this.write(entry);
      this.order = entry.order;
      this.entries.set(key, entry);
    });
    await this.makeRoom(nowMs);
  }

  async remove(key: string): Promise<void> {
    if (!this.entries.delete(key)) return;
    await this.turns.take(DISK, () => this.files.unlink(this.pathOf(key))).catch((thrown: unknown) => {
      if (codeOf(thrown) !== 'ENOENT') throw thrown;
    });
  }

  async bury(key: string, reason: string, nowMs: number): Promise<void> {
    const entry = this.entries.get(key);
    if (entry === undefined || entry.dead !== null) return;
    await this.replace({ ...entry, dead: { atMs: nowMs, reason } });
    await this.makeRoom(nowMs);
  }

  /** Puts a dead letter at the end of its line. @throws ServingError not_found */
  async revive(key: string, nowMs: number): Promise<void> {
    const entry = this.mustHave(key);
    if (entry.dead === null) return;
    this.order += 1;
    await this.replace({ ...entry, order: this.order, queuedMs: nowMs, dead: null });
    await this.makeRoom(nowMs);
  }

  /** @throws ServingError not_found */
  mustHave(key: string): Entry {
    const entry = this.entries.get(key);
    if (entry === undefined) throw new ServingError('not_found', `no notification '${key}' waits or was given up; it was delivered or removed`);
    return entry;
  }

  /** Those that wait for a target, the first to go first; of all targets when none is named. */
  waiting(line: string | null = null): readonly Entry[] {
    return this.all().filter((entry) => entry.dead === null && (line === null || lineOf(entry) === line)).sort((a, b) => a.order - b.order);
  }

  /** Those that were given up, the oldest first. */
  dead(): readonly Entry[] {
    return this.all().filter(({ dead }) => dead !== null).sort((a, b) => a.dead!.atMs - b.dead!.atMs || a.order - b.order);
  }

  /** Resolves when nothing is on its way to the disk. */
  async settled(): Promise<void> {
    await this.turns.settled();
  }

  /** The oldest of the longest line is given up for one that does not fit, and the oldest dead letter is forgotten. */
  private async makeRoom(nowMs: number): Promise<void> {
    for (;;) {
      const waiting = this.waiting();
      if (fits(waiting, this.bounds.waiting)) break;
      const [oldest] = longestLine(waiting);
      await this.replace({ ...oldest!, dead: { atMs: nowMs, reason: 'more events wait than there is room for' } });
    }
    for (;;) {
      const dead = this.dead();
      if (fits(dead, this.bounds.dead)) break;
      await this.remove(dead[0]!.key);
    }
  }

  private async replace(entry: Entry): Promise<void> {
    this.entries.set(entry.key, entry);
    await this.turns.take(DISK, () => this.write(entry));
  }

  private async write(entry: Entry): Promise<void> {
    await replaceDurably(this.pathOf(entry.key), JSON.stringify({ format: FORMAT, schema: SCHEMA, ...entry }), this.files);
  }

  private all(): Entry[] {
    return [...this.entries.values()];
  }

  private pathOf(key: string): string {
    return join(this.folder, `${key}${SUFFIX}`);
  }
}

function fits(entries: readonly Entry[], { count, bytes }: OutboxBounds['waiting']): boolean {
  return entries.length <= count && entries.reduce((sum, { body }) => sum + body.length, 0) <= bytes;
}

function longestLine(waiting: readonly Entry[]): readonly Entry[] {
  const lines = new Map<string, Entry[]>();
  for (const entry of waiting) {
    const line = lines.get(lineOf(entry));
    if (line === undefined) lines.set(lineOf(entry), [entry]);
    else line.push(entry);
  }
  return [...lines.values()].reduce((most, line) => (line.length > most.length ? line : most));
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';

function parse(text: string): Entry | null {
  try {
    const { format, schema, ...entry } = JSON.parse(text) as Entry & { readonly format: unknown; readonly schema: unknown };
    const { id, target, type, subject, body, atMs, queuedMs, order, key, dead } = entry;
    const isOurs = format === FORMAT && schema === SCHEMA && [id, type, subject, body, key].every(isText) && [atMs, queuedMs, order].every(isNumber);
    const isWhole = isOurs && isText(target.url) && (dead === null || isText(dead.reason)) && key === keyOf(id, target);
    return isWhole ? entry : null;
  } catch {
    return null;
  }
}
