/**
 * Takes a teacher's answers out of shared memory and has them written as Parquet files, off every thread that serves:
 *
 *   ring of each front end -> chunk -> [analysis thread] -> labels/MODEL/rollout=ID/part-000001-ROWS.parquet
 *
 * What stands on disk is never touched again: at its bounds writing stops, and it goes on when somebody has made room.
 * Whatever hinders a file costs the rows that were meant for it and nothing else. Rows that are in no file yet are lost
 * with the process.
 */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readPartName, type LabelFile, type LabelsWritten } from '../analysis/labels.js';
import type { LabelSource } from '../analysis/columns.js';
import type { Clock } from '../base/clock.js';
import { asServingError } from '../base/error.js';
import type { LabelCounts, LabelState } from '../rollout/document.js';
import type { LabelPlan } from '../rollout/mirror.js';
import { createLabels, LabelReader, type LabelChunk } from '../serving/labels.js';

/** Of each front end. A record may take half of it. */
export const RING_BYTES = 4 * 2 ** 20;
const DRAIN_MS = 250;
/** How soon it is tried again whether there is room on the disk. */
const RETRY_MS = 60_000;
/** Front ends go on with the old table for a moment after a rollout has ended. */
const LINGER_MS = 1_000;

export interface LabelParts {
  readonly frontEnds: number;
  readonly clock: Clock;
  readonly after: (delayMs: number, then: () => void) => () => void;
  readonly write: (file: LabelFile) => Promise<LabelsWritten>;
  /** Told once for every time that files cannot be written. */
  readonly failed: (source: LabelSource, text: string) => void;
}

export interface LabelOrder {
  /** Of the model; that of the rollout lies in it. */
  readonly folder: string;
  readonly source: LabelSource;
  readonly plan: LabelPlan;
  /** Of earlier processes. */
  readonly before: LabelCounts | null;
}

export class LabelWriter {
  readonly shared: SharedArrayBuffer;
  private readonly reader: LabelReader;
  private readonly path: string;
  private chunk: LabelChunk | null = null;
  private chunkMs = 0;
  private state: LabelState = 'writing';
  private reason = '';
  private rows: number;
  private files: number;
  private bytes: number;
  private dropped: number;
  private nextPart = 1;
  /** Of all rollouts of the model. */
  private folderBytes = 0;
  private surveyMs = 0;
  private endMs = Infinity;
  private last: Promise<void> = Promise.resolve();
  private cancelTimer: () => void = () => undefined;
  private isClosed = false;

  /** @param ended told when the last file is written, or cannot be */
  constructor(
    private readonly parts: LabelParts,
    private readonly order: LabelOrder,
    private readonly ended: () => void,
  ) {
    this.path = join(order.folder, `rollout=${order.source.rollout}`);
    const { rows, files, bytes, dropped } = order.before ?? { rows: 0, files: 0, bytes: 0, dropped: 0 };
    this.rows = rows;
    this.files = files;
    this.bytes = bytes;
    this.dropped = dropped;
    this.shared = createLabels(parts.frontEnds, RING_BYTES);
    this.reader = new LabelReader(this.shared);
    this.arm();
  }

  counts(): LabelCounts {
    const { state, reason, rows, files, bytes, path } = this;
    return { state, reason, rows, files, bytes, dropped: this.dropped + this.reader.dropped, path };
  }

  /** The rollout is over: what is on its way is written, and nothing after it. */
  end(): void {
    if (this.endMs === Infinity) this.endMs = this.nowMs + LINGER_MS;
  }

  /** Resolves when all that front ends wrote is in files. They must write no more; the next process goes on. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.cancelTimer();
    await this.last;
    if (this.state !== 'done' && (await this.mayWrite())) await this.drain(true);
  }

  private arm(): void {
    this.cancelTimer = this.parts.after(DRAIN_MS, () => {
      this.last = this.turn().then(() => {
        if (this.state !== 'done' && !this.isClosed) this.arm();
      });
    });
  }

  private async turn(): Promise<void> {
    if (this.nowMs >= this.endMs) return this.finish();
    if (await this.mayWrite()) await this.drain(false);
  }

  private async finish(): Promise<void> {
    if (await this.mayWrite()) await this.drain(true);
    this.state = 'done';
    this.ended();
  }

  /** Looks at the folder at first, and now and then where there was no room. */
  private async mayWrite(): Promise<boolean> {
    if (this.surveyMs === 0 || (this.state !== 'writing' && this.nowMs >= this.surveyMs + RETRY_MS)) {
      await this.survey();
      this.judge();
    }
    return this.state === 'writing';
  }

  private async drain(isLast: boolean): Promise<void> {
    const { rollRows, rollBytes, rowsMax } = this.order.plan;
    do {
      this.chunk ??= { words: new Int32Array(Math.ceil(Math.max(rollBytes, RING_BYTES / 2) / 4)), length: 0, rows: 0 };
      const { chunk } = this;
      if (chunk.rows === 0) this.chunkMs = this.nowMs;
      const rows = Math.min(rollRows, rowsMax - this.rows);
      this.reader.take(chunk, rows);
      const isDue = chunk.rows >= rows || chunk.length * 4 >= rollBytes || !this.reader.isEmpty || this.nowMs >= this.chunkMs + this.order.plan.rollMs;
      if (chunk.rows > 0 && (isDue || isLast)) await this.roll(chunk);
    } while (this.state === 'writing' && !this.reader.isEmpty);
  }

  private async roll(chunk: LabelChunk): Promise<void> {
    this.chunk = null;
    try {
      const written = await this.parts.write({ folder: this.path, part: this.nextPart, source: this.order.source, words: chunk.words.subarray(0, chunk.length) });
      this.dropped += written.dropped;
      if (written.rows === 0) return;
      this.nextPart += 1;
      this.files += 1;
      this.rows += written.rows;
      this.bytes += written.bytes;
      this.folderBytes += written.bytes;
      this.judge();
    } catch (thrown) {
      this.dropped += chunk.rows;
      this.stop(asServingError(thrown).message);
    }
  }

  private judge(): void {
    const { rowsMax, bytesMax, rollBytes } = this.order.plan;
    this.state = 'writing';
    this.reason = '';
    if (this.rows >= rowsMax) this.reason = `there are ${this.rows} rows, and maxRows is ${rowsMax}`;
    else if (this.folderBytes + rollBytes > bytesMax) this.reason = `the files of the model take ${this.folderBytes} bytes, and another one would pass maxBytes, ${bytesMax}; remove some of ${this.order.folder}`;
    if (this.reason === '') return;
    this.state = 'full';
    this.surveyMs = this.nowMs;
  }

  private stop(text: string): void {
    this.state = 'stopped';
    this.reason = text;
    this.surveyMs = this.nowMs;
    this.parts.failed(this.order.source, text);
  }

  /** What is on disk is the truth of it; what a document says may be older. */
  private async survey(): Promise<void> {
    this.surveyMs = this.nowMs;
    const { folder, source } = this.order;
    let folderBytes = 0;
    let [rows, files, bytes] = [0, 0, 0];
    for (const inner of await namesIn(folder)) {
      const isOwn = inner === `rollout=${source.rollout}`;
      for (const name of await namesIn(join(folder, inner))) {
        const part = readPartName(name);
        if (part === null) continue;
        const size = await stat(join(folder, inner, name)).then((found) => found.size, () => 0);
        folderBytes += size;
        if (!isOwn) continue;
        this.nextPart = Math.max(this.nextPart, part.part + 1);
        rows += part.rows;
        files += 1;
        bytes += size;
      }
    }
    // Files that were taken away count on: their rows were written.
    this.rows = Math.max(this.rows, rows);
    this.files = Math.max(this.files, files);
    this.bytes = Math.max(this.bytes, bytes);
    this.folderBytes = folderBytes;
  }

  private get nowMs(): number {
    return this.parts.clock.wallMs();
  }
}

function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
