/**
 * A model file on disk. Reads are synchronous: they belong on an analysis thread, never on the control thread.
 * A window of the file is held at a time, so stepping over weights costs one small read per gap.
 */
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ServingError } from '../base/error.js';
import { readSummary } from './signature.js';
import type { OnnxSummary } from './summary.js';
import type { ByteSource } from './wire.js';

const WINDOW_BYTES = 64 * 1024;

/** Reads the summary of a model file and looks that its external weights are there and large enough. */
export function inspectFile(path: string): OnnxSummary {
  const source = openFile(path);
  try {
    const summary = readSummary(source);
    for (const file of summary.externalFiles) checkExternal(path, file.path, file.bytesMin);
    return summary;
  } finally {
    source.close();
  }
}

function checkExternal(model: string, path: string, bytesMin: number): void {
  const stat = statSync(join(dirname(model), path), { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new ServingError('load_failed', `${model}: the weights file '${path}' is missing`);
  if (stat.size < bytesMin) {
    throw new ServingError(
      'load_failed',
      `${model}: the weights file '${path}' has ${stat.size} bytes, the model needs ${bytesMin}; was it copied whole?`,
    );
  }
}

function openFile(path: string): FileSource {
  try {
    // Without waiting: a pipe under the name of a model would hold the thread for good.
    return new FileSource(path, openSync(path, constants.O_RDONLY | constants.O_NONBLOCK));
  } catch (thrown) {
    if (thrown instanceof ServingError) throw thrown;
    throw unreadable(path, thrown);
  }
}

function unreadable(path: string, thrown: unknown): ServingError {
  const what = thrown instanceof Error ? thrown.message : String(thrown);
  return new ServingError('load_failed', `${path}: the file cannot be read: ${what}`, { cause: thrown });
}

/** Owns its file descriptor until `close`. */
export class FileSource implements ByteSource {
  readonly size: number;
  private readonly window = Buffer.allocUnsafe(WINDOW_BYTES);
  private windowStart = 0;
  private windowEnd = 0;

  constructor(
    readonly name: string,
    private readonly descriptor: number,
  ) {
    const stat = fstatSync(descriptor);
    this.size = stat.size;
    if (stat.isFile()) return;
    closeSync(descriptor);
    throw new ServingError('load_failed', `${name}: this is not a file`);
  }

  byte(at: number): number {
    if (at < this.windowStart || at >= this.windowEnd) {
      const length = Math.min(WINDOW_BYTES, this.size - at);
      this.fill(this.window, at, length);
      this.windowStart = at;
      this.windowEnd = at + length;
    }
    return this.window[at - this.windowStart] ?? 0;
  }

  copy(start: number, end: number): Uint8Array {
    if (start >= this.windowStart && end <= this.windowEnd) {
      return Uint8Array.prototype.slice.call(this.window, start - this.windowStart, end - this.windowStart);
    }
    const into = Buffer.alloc(end - start);
    this.fill(into, start, end - start);
    return into;
  }

  close(): void {
    closeSync(this.descriptor);
  }

  private fill(into: Buffer, at: number, length: number): void {
    let done = 0;
    while (done < length) {
      const count = this.read(into, done, length - done, at + done);
      if (count === 0) throw new ServingError('load_failed', `${this.name}: the file became shorter while it was read`);
      done += count;
    }
  }

  private read(into: Buffer, offset: number, length: number, at: number): number {
    try {
      return readSync(this.descriptor, into, offset, length, at);
    } catch (thrown) {
      throw unreadable(this.name, thrown);
    }
  }
}
