/**
 * The `data` member of an input into request memory. Flat in row-major order, or nested exactly as the shape says;
 * anything between is refused. The position is at the opening bracket and ends after the closing one.
 */
import { ServingError } from '../base/error.js';
import type { Datatype } from '../tensor/datatype.js';
import { readBooleans, readFloats, readIntegers, readLongs, shapeFault } from './number.js';
import { CLOSE_LIST, OPEN_LIST, QUOTE, type Scanner } from './scan.js';
import { decodedLength, writeDecoded, writeLength } from './text.js';

/** Typed windows on all of a front end's request memory; made again only when that memory is another. */
class Windows {
  readonly f32: Float32Array;
  readonly f64: Float64Array;
  readonly i8: Int8Array;
  readonly u16: Uint16Array;
  readonly i16: Int16Array;
  readonly u32: Uint32Array;
  readonly i32: Int32Array;
  constructor(readonly u8: Uint8Array) {
    const { buffer, byteOffset, byteLength } = u8;
    this.f32 = new Float32Array(buffer, byteOffset, byteLength >> 2);
    this.f64 = new Float64Array(buffer, byteOffset, byteLength >> 3);
    this.i8 = new Int8Array(buffer, byteOffset, byteLength);
    this.u16 = new Uint16Array(buffer, byteOffset, byteLength >> 1);
    this.i16 = new Int16Array(buffer, byteOffset, byteLength >> 1);
    this.u32 = new Uint32Array(buffer, byteOffset, byteLength >> 2);
    this.i32 = new Int32Array(buffer, byteOffset, byteLength >> 2);
  }
}

export class DataReader {
  #windows = new Windows(new Uint8Array(0));
  #datatype: Datatype = 'FP32';
  #name = '';
  #shape: readonly number[] = [];
  /** Index of the next element in its window; for BYTES the offset of the next byte. */
  #next = 0;
  /** BYTES are gone through twice: to learn their length, then to write them. */
  #measuring = false;

  constructor(private readonly s: Scanner) {}

  /** Bytes that a BYTES tensor takes. Moves the position. */
  measure(name: string, shape: readonly number[], total: number): number {
    this.#measuring = true;
    this.#datatype = 'BYTES';
    this.#name = name;
    this.#shape = shape;
    this.#next = 0;
    this.#walk(total);
    return this.#next;
  }

  /** @param offset where `place` said, in `memory` */
  write(memory: Uint8Array, offset: number, datatype: Datatype, elementBytes: number, name: string, shape: readonly number[], total: number): void {
    if (this.#windows.u8 !== memory) this.#windows = new Windows(memory);
    this.#measuring = false;
    this.#datatype = datatype;
    this.#name = name;
    this.#shape = shape;
    this.#next = datatype === 'BYTES' ? offset : offset / elementBytes;
    this.#walk(total);
  }

  #walk(total: number): void {
    const { s } = this;
    if (s.peek() !== OPEN_LIST) s.fail(`expected a list as 'data' of input '${this.#name}'`);
    s.pos++;
    if (s.peek() === OPEN_LIST && this.#shape.length > 1) {
      this.#nested(0);
      return;
    }
    this.#run(total);
    this.#close();
  }

  /** Elements of one dimension; the bracket has been taken. */
  #nested(level: number): void {
    const { s } = this;
    const length = this.#shape[level] as number;
    if (level === this.#shape.length - 1) {
      this.#run(length);
    } else {
      for (let i = 0; i < length; i++) {
        if (i > 0 && !s.take(44)) shapeFault(this.#name);
        if (s.peek() !== OPEN_LIST) shapeFault(this.#name);
        s.pos++;
        this.#nested(level + 1);
      }
    }
    this.#close();
  }

  #close(): void {
    const c = this.s.peek();
    if (c === CLOSE_LIST) {
      this.s.pos++;
      return;
    }
    if (c === 44 || c === OPEN_LIST || c === QUOTE || (c >= 45 && c <= 57)) shapeFault(this.#name);
    this.s.fail("expected ']'");
  }

  #run(count: number): void {
    const { s } = this;
    const w = this.#windows;
    const at = this.#next;
    const name = this.#name;
    switch (this.#datatype) {
      case 'FP32': readFloats(s, w.f32, at, count, name); break;
      case 'FP64': readFloats(s, w.f64, at, count, name); break;
      case 'INT8': readIntegers(s, w.i8, at, count, -128, 127, name); break;
      case 'UINT8': readIntegers(s, w.u8, at, count, 0, 255, name); break;
      case 'INT16': readIntegers(s, w.i16, at, count, -32768, 32767, name); break;
      case 'UINT16': readIntegers(s, w.u16, at, count, 0, 65535, name); break;
      case 'INT32': readIntegers(s, w.i32, at, count, -2147483648, 2147483647, name); break;
      case 'UINT32': readIntegers(s, w.u32, at, count, 0, 4294967295, name); break;
      case 'INT64': readLongs(s, w.u32, at * 2, count, true, name); break;
      case 'UINT64': readLongs(s, w.u32, at * 2, count, false, name); break;
      case 'BOOL': readBooleans(s, w.u8, at, count, name); break;
      case 'BYTES': this.#strings(count); return;
      case 'FP16':
      case 'BF16':
        throw new ServingError('datatype_mismatch', `sending ${this.#datatype} data via JSON is not supported. Please use the binary data format for input '${name}'`);
    }
    this.#next = at + count;
  }

  #strings(count: number): void {
    const { s } = this;
    for (let i = 0; i < count; i++) {
      const c = s.peek();
      if (c === CLOSE_LIST) shapeFault(this.#name);
      if (i > 0) s.expect(44);
      if (s.peek() !== QUOTE) s.fail(`expected a string in 'data' of input '${this.#name}'`);
      s.string();
      const length = decodedLength(s);
      if (!this.#measuring) {
        writeLength(this.#windows.u8, this.#next, length);
        writeDecoded(s, this.#windows.u8, this.#next + 4);
      }
      this.#next += 4 + length;
    }
  }
}
