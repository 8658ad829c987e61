/**
 * Reads HTTP/1.1 answers off a keep-alive connection: status and length, nothing else. One answer in one chunk, the
 * common case, costs one scan of the head; bodies are skipped, not copied. Answers without Content-Length are refused,
 * since both servers under test send it.
 */
import { BenchFault } from '../fault.js';

/** A head larger than this is a fault of the server, not an answer. */
const HEAD_BYTES_MAX = 16_384;
const LENGTH_NAME = Buffer.from('content-length:');
const CR = 13;
const LF = 10;

export class AnswerReader {
  /** Bytes of a head that came in pieces. */
  private head: Buffer | null = null;
  private bodyLeft = 0;
  private status = 0;
  /** Where the length stood in the last head: servers repeat their heads, so it is looked for there first. */
  private lengthAt = 0;

  constructor(private readonly onAnswer: (status: number) => void) {}

  push(chunk: Buffer, length: number): void {
    let at = 0;
    while (at < length) {
      if (this.bodyLeft > 0) {
        const taken = Math.min(this.bodyLeft, length - at);
        this.bodyLeft -= taken;
        at += taken;
        if (this.bodyLeft === 0) this.onAnswer(this.status);
        continue;
      }
      at = this.readHead(chunk, at, length);
    }
  }

  /** True between answers, where a connection may be closed without harm. */
  get idle(): boolean {
    return this.bodyLeft === 0 && this.head === null;
  }

  private readHead(chunk: Buffer, from: number, length: number): number {
    const kept = this.head;
    const bytes = kept === null ? chunk : Buffer.concat([kept, chunk.subarray(from, length)]);
    const start = kept === null ? from : 0;
    const limit = kept === null ? length : bytes.length;
    const end = headEnd(bytes, start, limit);
    if (end < 0) {
      if (limit - start > HEAD_BYTES_MAX) throw new BenchFault('the answer has a head of more than 16 KiB');
      this.head = Buffer.from(bytes.subarray(start, limit));
      return length;
    }
    this.head = null;
    this.status = statusOf(bytes, start);
    if (!isLengthLine(bytes, start + this.lengthAt)) this.lengthAt = findLengthLine(bytes, start, end) - start;
    this.bodyLeft = numberAt(bytes, start + this.lengthAt + LENGTH_NAME.length);
    if (this.bodyLeft === 0) this.onAnswer(this.status);
    return kept === null ? end : from + (end - kept.length);
  }
}

/**
 * Offset after the blank line; -1 when it has not come yet. The end of the four bytes is looked at first: where it is
 * neither CR nor LF, no blank line ends in the next three bytes either, which skips three quarters of the head.
 */
function headEnd(bytes: Buffer, start: number, limit: number): number {
  let at = start + 3;
  while (at < limit) {
    const byte = bytes[at];
    if (byte === LF && bytes[at - 1] === CR && bytes[at - 2] === LF && bytes[at - 3] === CR) return at + 1;
    at += byte === LF || byte === CR ? 1 : 4;
  }
  return -1;
}

/** `HTTP/1.1 200 OK`: three digits at a fixed place. */
function statusOf(bytes: Buffer, start: number): number {
  return digit(bytes[start + 9]) * 100 + digit(bytes[start + 10]) * 10 + digit(bytes[start + 11]);
}

function digit(byte: number | undefined): number {
  if (byte === undefined || byte < 48 || byte > 57) throw new BenchFault('the answer does not start with an HTTP status line');
  return byte - 48;
}

function findLengthLine(bytes: Buffer, start: number, end: number): number {
  for (let line = start + 1; line < end; line += 1) {
    if (bytes[line - 1] === LF && isLengthLine(bytes, line)) return line;
  }
  throw new BenchFault('the answer has no Content-Length');
}

function numberAt(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === 32) at += 1;
  let value = 0;
  for (let byte = bytes[at]; byte !== undefined && byte >= 48 && byte <= 57; byte = bytes[(at += 1)]) {
    value = value * 10 + (byte - 48);
  }
  return value;
}

/** At a line's start. Header names come in any case; setting bit 5 lowers letters and leaves `-` and `:` as they are. */
function isLengthLine(bytes: Buffer, line: number): boolean {
  for (let index = 0; index < LENGTH_NAME.length; index += 1) {
    if (((bytes[line + index] ?? 0) | 32) !== LENGTH_NAME[index]) return false;
  }
  return true;
}
