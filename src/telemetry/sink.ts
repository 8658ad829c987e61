/**
 * A file that takes lines and never holds its caller up: what the disk does not take in time is bounded in bytes,
 * then dropped and counted. Appending, so several threads may write whole lines to one file.
 */
import { createWriteStream, type WriteStream } from 'node:fs';

/** Lines waiting for the disk, in bytes. */
export const SINK_BYTES_MAX = 8 * 1024 * 1024;

export class LineSink {
  private readonly stream: WriteStream;
  private droppedBytes = 0;
  private fault: Error | null = null;

  constructor(path: string, private readonly bytesMax = SINK_BYTES_MAX) {
    this.stream = createWriteStream(path, { flags: 'a', mode: 0o640 });
    this.stream.on('error', (fault) => {
      this.fault = fault;
    });
  }

  /** Bytes given up because the disk was too slow or failed. */
  get dropped(): number {
    return this.droppedBytes;
  }

  /** Settles when writing has stopped for good, with the reason; for a log line that says so. */
  failed(): Promise<Error> {
    return new Promise((resolve) => {
      if (this.fault !== null) resolve(this.fault);
      else this.stream.once('error', resolve);
    });
  }

  readonly write = (lines: string): void => {
    if (this.fault !== null || this.stream.writableLength + lines.length > this.bytesMax) {
      this.droppedBytes += lines.length;
      return;
    }
    this.stream.write(lines);
  };

  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.stream.closed || this.fault !== null) {
        resolve();
        return;
      }
      this.stream.once('close', resolve);
      this.stream.end();
    });
  }
}

/** Trace files: one, or numbered parts of which only the newest is open. */
export class PartedSink {
  private part = -1;
  private sink: LineSink | null = null;

  constructor(private readonly path: string) {}

  append(part: number, lines: string): void {
    if (this.sink === null || part !== this.part) {
      void this.sink?.close();
      this.part = part;
      this.sink = new LineSink(part < 0 ? this.path : `${this.path}.${part}`);
    }
    this.sink.write(lines);
  }

  async close(): Promise<void> {
    await this.sink?.close();
    this.sink = null;
  }
}
