/**
 * A walk over protobuf's wire format that holds nothing but a position. It lets a reader step over gigabytes of
 * weights in a file and answers to any bytes whatsoever: each step goes forward and stays inside its message, and
 * the number of steps is bounded. Every fault is a `load_failed` that names the file, the message and the byte.
 */
import { ServingError } from '../base/error.js';

export interface ByteSource {
  /** How faults name it. */
  readonly name: string;
  readonly size: number;
  /** One byte; callers stay within `size`. */
  byte(at: number): number;
  /** A copy of a range; callers bound its length. */
  copy(start: number, end: number): Uint8Array;
}

export class MemorySource implements ByteSource {
  readonly size: number;
  constructor(
    readonly name: string,
    private readonly bytes: Uint8Array,
  ) {
    this.size = bytes.length;
  }
  byte(at: number): number {
    return this.bytes[at] ?? 0;
  }
  copy(start: number, end: number): Uint8Array {
    return this.bytes.slice(start, end);
  }
}

export const WIRE = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;

/** A graph of a million nodes takes about 15 million fields; random bytes must not hold a thread for minutes. */
const FIELDS_MAX = 50_000_000;

/** What all walkers of one file share. */
export class Reading {
  private fieldsLeft: number;
  constructor(
    readonly source: ByteSource,
    private readonly fieldsMax = FIELDS_MAX,
  ) {
    this.fieldsLeft = fieldsMax;
  }

  fault(where: string, at: number, what: string): ServingError {
    return new ServingError('load_failed', `${this.source.name}: not a readable ONNX model: ${where || 'model'} at byte ${at}: ${what}`);
  }

  spendField(where: string, at: number): void {
    if (this.fieldsLeft-- <= 0) throw this.fault(where, at, `the model has more than ${this.fieldsMax} fields`);
  }
}

/** Walks the fields of one message: `next()`, then look at `field`, `wire` and the payload. */
export class Walker {
  field = 0;
  wire = 0;
  /** The value of a varint as a signed 64-bit number; exact up to 2^53. */
  value = 0;
  /** Payload of a length-delimited field. */
  start = 0;
  stop = 0;
  private low = 0;
  private high = 0;

  constructor(
    readonly reading: Reading,
    readonly where: string,
    public at: number,
    readonly end: number,
  ) {}

  next(): boolean {
    if (this.at >= this.end) return false;
    const begin = this.at;
    this.reading.spendField(this.where, begin);
    this.varint();
    this.field = this.low >>> 3;
    this.wire = this.low & 7;
    if (this.high !== 0 || this.field === 0) throw this.fault(begin, 'a field has no valid number');
    this.payload(begin);
    return true;
  }

  /** The message in the current field, to be walked by the caller. */
  child(name: string): Walker {
    if (this.wire !== WIRE.bytes) throw this.fault(this.at, `${name} is not a message`);
    return new Walker(this.reading, this.where === '' ? name : `${this.where}.${name}`, this.start, this.stop);
  }

  /** The bytes of the current field, refused past a bound so that no length in a file decides what is allocated. */
  bytes(name: string, bytesMax: number): Uint8Array {
    if (this.wire !== WIRE.bytes) throw this.fault(this.at, `${name} is not a string`);
    const length = this.stop - this.start;
    if (length > bytesMax) throw this.fault(this.start, `${name} has ${length} bytes, more than the ${bytesMax} allowed`);
    return this.reading.source.copy(this.start, this.stop);
  }

  text(name: string, bytesMax: number): string {
    return Buffer.from(this.bytes(name, bytesMax)).toString('utf8');
  }

  /** The value of the current varint field; a value that a double cannot hold is a fault. */
  integer(name: string): number {
    if (this.wire !== WIRE.varint) throw this.fault(this.at, `${name} is not an integer`);
    if (!Number.isSafeInteger(this.value)) throw this.fault(this.at, `${name} is out of range`);
    return this.value;
  }

  /** The value or values of a repeated integer field, packed or not; `take` sees one at a time. */
  integers(name: string, take: (value: number) => void): void {
    if (this.wire !== WIRE.bytes) return take(this.integer(name));
    const end = this.stop;
    const inner = new Walker(this.reading, this.where, this.start, end);
    while (inner.at < end) {
      this.reading.spendField(this.where, inner.at);
      inner.varint();
      inner.wire = WIRE.varint;
      take(inner.integer(name));
    }
  }

  /** Decodes the current field with generated code, whose errors know no place. */
  decode<T>(name: string, bytesMax: number, decode: (bytes: Uint8Array) => T): T {
    const bytes = this.bytes(name, bytesMax);
    try {
      return decode(bytes);
    } catch (thrown) {
      const what = thrown instanceof Error ? thrown.message : String(thrown);
      throw this.fault(this.start, `${name}: ${what}`);
    }
  }

  fault(at: number, what: string): ServingError {
    return this.reading.fault(this.where, at, what);
  }

  private payload(begin: number): void {
    switch (this.wire) {
      case WIRE.varint:
        return this.varint();
      case WIRE.fixed64:
        return this.skip(begin, 8);
      case WIRE.fixed32:
        return this.skip(begin, 4);
      case WIRE.bytes:
        this.varint();
        return this.skip(begin, this.high * 4294967296 + this.low);
      default:
        throw this.fault(begin, `field ${this.field} has unknown wire type ${this.wire}`);
    }
  }

  private skip(begin: number, length: number): void {
    const left = this.end - this.at;
    if (length > left) throw this.fault(begin, `field ${this.field} claims ${length} bytes, ${left} are left`);
    this.start = this.at;
    this.at += length;
    this.stop = this.at;
  }

  /** Leaves the value in two unsigned halves, which is exact without big integers. */
  private varint(): void {
    const { source } = this.reading;
    let low = 0;
    let high = 0;
    for (let index = 0; index < 10; index++) {
      if (this.at >= this.end) throw this.fault(this.at, 'the message ends within a number');
      const byte = source.byte(this.at++);
      const bits = byte & 127;
      if (index < 4) low |= bits << (7 * index);
      else if (index === 4) {
        low |= bits << 28;
        high |= bits >>> 4;
      } else if (index < 9) high |= bits << (7 * index - 32);
      else high |= bits << 31;
      if (byte < 128) {
        this.low = low >>> 0;
        this.high = high >>> 0;
        this.value = high * 4294967296 + this.low;
        return;
      }
    }
    throw this.fault(this.at, 'a number is longer than ten bytes');
  }
}
