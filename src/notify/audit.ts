/**
 * The audit log: one JSON line per decision, only ever appended to, each on the disk before it counts. What it promises
 * its owner: a line is there whole or not at all, and it knows what it holds, so that no decision is written twice.
 *
 * `audit.jsonl` is the newest file. At 8 MiB it becomes `audit-000001.jsonl` and so on; three of those are kept, about
 * 80,000 decisions in all. The folder belongs to this process by the lock of the state store.
 */
import { open as openFile, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, durableFiles, makeFolder, syncFolder, type DurableFiles } from '../base/durable.js';
import { Turns } from '../base/turns.js';
import { mustPlace, placeOf, type AuditLine } from './notice.js';

const NEWEST = 'audit.jsonl';
const OLDER = /^audit-(\d{6})\.jsonl$/;
const OLDER_MAX = 3;
const FILE_BYTES_MAX = 8 * 2 ** 20;
/** Far more than all kept files name. */
const STREAMS_MAX = 200_000;

export interface AuditBounds {
  readonly fileBytes: number;
}

/** Everything on disk is one line of work. */
const DISK = '';

export class AuditLog {
  /** Highest number of each stream that is in the log. */
  private readonly marks = new Map<string, number>();
  private readonly path: string;
  private bytes = 0;
  /** Ends of older files, oldest first. */
  private older: number[] = [];
  /** Streams that are not in the log and older than this were in files that are gone. */
  private sinceMs = -Infinity;
  /** torn: the last write failed, and the file may hold a part of it. */
  private state: 'sound' | 'torn' = 'sound';
  private readonly turns = new Turns();
  /** Lines that are none of ours; they are left alone. */
  unreadable = 0;

  private constructor(private readonly folder: string, private readonly files: DurableFiles, private readonly bounds: AuditBounds) {
    this.path = join(folder, NEWEST);
  }

  /** Reads what is there and mends a last line that a crash cut short. Foreign faults pass through. */
  static async open(folder: string, files: DurableFiles = durableFiles, bounds: AuditBounds = { fileBytes: FILE_BYTES_MAX }): Promise<AuditLog> {
    const log = new AuditLog(folder, files, bounds);
    await makeFolder(folder);
    log.older = (await readdir(folder)).filter((name) => OLDER.test(name)).map((name) => Number(OLDER.exec(name)![1])).sort((a, b) => a - b);
    log.bytes = await mend(log.path);
    let first: AuditLine | null = null;
    for (const path of log.paths()) {
      for (const line of linesOf(await textOf(path))) {
        const read = parse(line);
        if (read === null) log.unreadable += 1;
        else log.mark(read);
        first ??= read;
      }
    }
    const hasLost = (log.older[0] ?? 1) > 1;
    if (hasLost && first !== null) log.sinceMs = Date.parse(first.at);
    return log;
  }

  /** Whether a decision of this id and moment has no line yet. */
  lacks(id: string, atMs: number): boolean {
    const { stream, seq } = mustPlace(id);
    const mark = this.marks.get(stream);
    return mark === undefined ? atMs >= this.sinceMs : seq > mark;
  }

  /** All of them or none: resolves when they last, and a rejected call has left none behind that counts. */
  append(lines: readonly AuditLine[]): Promise<void> {
    return this.turns.take(DISK, () => this.write(lines));
  }

  /** The newest lines of a model, at most `linesMax`, the newest last. */
  read(model: string, linesMax: number): Promise<string> {
    return this.turns.take(DISK, async () => {
      const found: string[] = [];
      for (const path of this.paths().reverse()) {
        const lines = linesOf(await textOf(path)).filter((line) => parse(line)?.model === model);
        found.unshift(...lines.slice(-(linesMax - found.length)));
        if (found.length >= linesMax) break;
      }
      return found.map((line) => `${line}\n`).join('');
    });
  }

  private async write(lines: readonly AuditLine[]): Promise<void> {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    if (this.state === 'torn') await cut(this.path, this.bytes);
    this.state = 'sound';
    if (this.bytes > 0 && this.bytes + Buffer.byteLength(text) > this.bounds.fileBytes) await this.rotate();
    const isNew = this.bytes === 0;
    this.state = 'torn';
    const handle = await this.files.open(this.path, 'a', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (isNew) await syncFolder(this.folder, this.files);
    this.state = 'sound';
    this.bytes += Buffer.byteLength(text);
    for (const line of lines) this.mark(line);
  }

  private async rotate(): Promise<void> {
    const number = (this.older.at(-1) ?? 0) + 1;
    await this.files.rename(this.path, this.olderPath(number));
    this.older.push(number);
    this.bytes = 0;
    while (this.older.length > OLDER_MAX) await this.files.unlink(this.olderPath(this.older.shift()!));
    await syncFolder(this.folder, this.files);
  }

  private mark({ id }: AuditLine): void {
    const { stream, seq } = mustPlace(id);
    const highest = Math.max(this.marks.get(stream) ?? 0, seq);
    this.marks.delete(stream);
    this.marks.set(stream, highest);
    const [oldest] = this.marks.size > STREAMS_MAX ? this.marks.keys() : [];
    if (oldest !== undefined) this.marks.delete(oldest);
  }

  private paths(): string[] {
    return [...this.older.map((number) => this.olderPath(number)), this.path];
  }

  private olderPath(number: number): string {
    return join(this.folder, `audit-${String(number).padStart(6, '0')}.jsonl`);
  }
}

/** @returns bytes of the file once it ends in a whole line */
async function mend(path: string): Promise<number> {
  const bytes = await readFile(path).catch((thrown: unknown) => {
    if (codeOf(thrown) === 'ENOENT') return Buffer.alloc(0);
    throw thrown;
  });
  const end = bytes.lastIndexOf(10) + 1;
  if (end === bytes.length) return end;
  // Only the end of the line may be missing, as after an edit by hand; a torn one comes back from its document.
  const isWhole = parse(bytes.toString('utf8', end)) !== null;
  await (isWhole ? finish(path) : cut(path, end));
  return isWhole ? bytes.length + 1 : end;
}

async function finish(path: string): Promise<void> {
  const handle = await openFile(path, 'a');
  try {
    await handle.writeFile('\n');
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function cut(path: string, bytes: number): Promise<void> {
  const handle = await openFile(path, 'r+').catch((thrown: unknown) => {
    // The very open of the write that failed may have failed.
    if (codeOf(thrown) === 'ENOENT' && bytes === 0) return null;
    throw thrown;
  });
  if (handle === null) return;
  try {
    await handle.truncate(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((thrown: unknown) => {
    if (codeOf(thrown) === 'ENOENT') return '';
    throw thrown;
  });
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

function parse(line: string): AuditLine | null {
  try {
    const value = JSON.parse(line) as Partial<AuditLine> | null;
    const { at, id, model } = value ?? {};
    const isOurs = typeof at === 'string' && typeof id === 'string' && typeof model === 'string' && placeOf(id) !== null && !Number.isNaN(Date.parse(at));
    return isOurs ? (value as AuditLine) : null;
  } catch {
    return null;
  }
}
