/**
 * Reads protobuf's wire format from one Buffer, forwards, without making objects. It promises the walkers of this room
 * that nothing is read past the end they name and that no input, however wrong, gets past it but as `malformed_body`.
 */
import { ServingError } from '../base/error.js';

/** Groups left the language long ago; a skipped unknown field may still nest them, this deep at most. */
const GROUP_DEPTH_MAX = 32;

export const enum Wire {
  varint = 0,
  fixed64 = 1,
  bytes = 2,
  groupStart = 3,
  groupEnd = 4,
  fixed32 = 5,
}

const TWO_32 = 4_294_967_296;

export class Scanner {
  bytes: Buffer = Buffer.alloc(0);
  at = 0;
  /** Halves of the last `varint`. */
  low = 0;
  high = 0;

  open(bytes: Buffer, at: number): void {
    this.bytes = bytes;
    this.at = at;
  }

  malformed(what: string): ServingError {
    return new ServingError('malformed_body', `the message is not readable as ModelInferRequest: ${what} at byte ${this.at}`);
  }

  /** A field's number and wire type as one integer: number << 3 | type. */
  tag(end: number): number {
    const first = this.at < end ? this.bytes[this.at]! : 0x80;
    if (first < 0x80) {
      this.at++;
      if (first < 8) throw this.malformed('field number 0');
      return first;
    }
    this.varint(end);
    if (this.high !== 0 || this.low >>> 3 === 0) throw this.malformed('a field number that is out of range');
    return this.low >>> 0;
  }

  /** Reads a length and returns where the bytes that follow end. */
  span(end: number): number {
    const first = this.at < end ? this.bytes[this.at]! : 0x80;
    let length = first;
    if (first < 0x80) this.at++;
    else {
      this.varint(end);
      length = this.high === 0 ? this.low >>> 0 : Number.POSITIVE_INFINITY;
    }
    if (length > end - this.at) throw this.malformed('a length beyond the end of its message');
    return this.at + length;
  }

  /** Reads a varint into `low` and `high`. */
  varint(end: number): void {
    const { bytes } = this;
    let low = 0;
    let high = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      if (this.at >= end) throw this.malformed('a field cut off');
      const byte = bytes[this.at++]!;
      const part = byte & 0x7f;
      if (shift < 28) low |= part << shift;
      else if (shift === 28) {
        low |= part << 28;
        high |= part >>> 4;
      } else high |= part << (shift - 32);
      if (byte < 0x80) {
        this.low = low;
        this.high = high;
        return;
      }
    }
    throw this.malformed('a varint of more than 10 bytes');
  }

  /** A signed 64-bit integer; exact up to 2^53, beyond it the nearest double, of the right sign. */
  int64(end: number): number {
    const first = this.at < end ? this.bytes[this.at]! : 0x80;
    if (first < 0x80) {
      this.at++;
      return first;
    }
    this.varint(end);
    return this.high * TWO_32 + (this.low >>> 0);
  }

  uint64(end: number): number {
    this.varint(end);
    return (this.high >>> 0) * TWO_32 + (this.low >>> 0);
  }

  double(end: number): number {
    if (end - this.at < 8) throw this.malformed('a field cut off');
    this.at += 8;
    return this.bytes.readDoubleLE(this.at - 8);
  }

  text(end: number): string {
    const stop = this.span(end);
    const start = this.at;
    this.at = stop;
    return start === stop ? '' : this.bytes.toString('utf8', start, stop);
  }

  /** Demands a wire type of a known field. */
  expect(tag: number, wire: Wire): void {
    if ((tag & 7) !== wire) throw this.malformed(`field ${tag >>> 3} of wire type ${tag & 7}`);
  }

  /** Steps over the value of a field that is not known. */
  skip(tag: number, end: number, depth = 0): void {
    switch (tag & 7) {
      case Wire.varint:
        this.varint(end);
        return;
      case Wire.fixed64:
        this.step(8, end);
        return;
      case Wire.bytes:
        this.at = this.span(end);
        return;
      case Wire.fixed32:
        this.step(4, end);
        return;
      case Wire.groupStart:
        this.skipGroup(tag, end, depth + 1);
        return;
      default:
        throw this.malformed(`wire type ${tag & 7}`);
    }
  }

  private step(count: number, end: number): void {
    if (end - this.at < count) throw this.malformed('a field cut off');
    this.at += count;
  }

  private skipGroup(start: number, end: number, depth: number): void {
    if (depth > GROUP_DEPTH_MAX) throw this.malformed('groups nested too deep');
    for (;;) {
      const tag = this.tag(end);
      if ((tag & 7) === Wire.groupEnd) {
        if (tag >>> 3 !== start >>> 3) throw this.malformed('a group closed by another');
        return;
      }
      this.skip(tag, end, depth);
    }
  }
}
