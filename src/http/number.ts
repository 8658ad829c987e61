/**
 * Runs of JSON numbers from text straight into typed memory: no strings, no arrays of numbers between. Each function
 * reads `count` values separated by commas, the position being after the opening bracket (or a comma), and stops after the last.
 *
 * Floats: a double is the exactly rounded value of its text. An FP32 is that double rounded once more, which is what
 * every client that parses to a double and stores a float gets. Text that leaves the range is refused, not turned into infinity.
 */
import { ServingError } from '../base/error.js';
import { latin1, type Scanner } from './scan.js';

const tens = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
/** Halfway between the largest FP32 and the next power of two: what is not below rounds to infinity. */
const float32Limit = 3.4028235677973366e38;
/** A mantissa below this takes one more digit and stays below 2 ** 53. */
const mantissaMax = 9e14;

export type FloatArray = Float32Array | Float64Array;

/** The comma before element `i`, or the fault that the shape asks for more elements than the data has. */
function separate(s: Scanner, i: number, name: string): void {
  const c = s.peek();
  if (c === 93) shapeFault(name);
  if (i === 0) return;
  if (c !== 44) s.fail("expected ',' or ']'");
  s.pos++;
}

export function shapeFault(name: string): never {
  throw new ServingError('shape_mismatch', `Unable to parse 'data' of input '${name}': Shape does not match true shape of 'data' field`);
}

export function readFloats(s: Scanner, out: FloatArray, at: number, count: number, name: string): void {
  const { bytes, end } = s;
  const single = out instanceof Float32Array;
  let p = s.pos;
  for (let i = 0; i < count; i++) {
    // Numbers stand close together as a rule; `separate` deals with everything else.
    let c = bytes[p] as number;
    if (i > 0 && c === 44) {
      c = bytes[++p] as number;
    } else if (i > 0 || c <= 32 || c === 93) {
      s.pos = p;
      separate(s, i, name);
      p = s.pos;
      c = bytes[p] as number;
    }
    while (c === 32 || c === 10 || c === 13 || c === 9) c = bytes[++p] as number;
    const start = p;
    const negative = c === 45;
    if (negative) c = bytes[++p] as number;
    let mantissa = 0;
    let exponent = 0;
    let cut = false;
    const first = p;
    while (c >= 48 && c <= 57) {
      if (mantissa < mantissaMax) mantissa = mantissa * 10 + (c - 48);
      else exponent++, (cut = true);
      c = bytes[++p] as number;
    }
    if (p === first || (p > first + 1 && bytes[first] === 48)) notNumber(s, start, name);
    if (c === 46) {
      const point = p;
      c = bytes[++p] as number;
      while (c >= 48 && c <= 57) {
        if (mantissa < mantissaMax) (mantissa = mantissa * 10 + (c - 48)), exponent--;
        else cut = true;
        c = bytes[++p] as number;
      }
      if (p === point + 1) notNumber(s, start, name);
    }
    if (c === 101 || c === 69) {
      s.pos = start;
      s.number();
      p = s.pos;
      cut = true;
      exponent = 99;
    }
    if (p >= end) s.pos = end, s.fail('text ends inside a list');
    let value = 0;
    if (!cut && exponent >= -22 && exponent <= 22) {
      value = exponent < 0 ? mantissa / (tens[-exponent] as number) : mantissa * (tens[exponent] as number);
    } else if (single && exponent <= 0 && exponent >= -22) {
      // Digits were cut off: the value lies between two quotients. Mostly both are the same float.
      const low = Math.fround(mantissa / (tens[-exponent] as number));
      value = low === Math.fround((mantissa + 1) / (tens[-exponent] as number)) ? low : Math.abs(Number(latin1(bytes, start, p)));
    } else {
      value = Math.abs(Number(latin1(bytes, start, p)));
    }
    if (value > 3e38 && (single ? value >= float32Limit : value === Infinity)) rangeFault(s, start, p, name);
    out[at + i] = negative ? -value : value;
  }
  s.pos = p;
}

function notNumber(s: Scanner, start: number, name: string): never {
  s.pos = start;
  return s.fail(`expected a number in 'data' of input '${name}'`);
}

function rangeFault(s: Scanner, start: number, end: number, name: string): never {
  const text = latin1(s.bytes, start, Math.min(end, start + 40));
  throw new ServingError('invalid_argument', `value ${text} of input '${name}' is out of the range of its datatype`);
}

export type IntArray = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array;

/** Integers of up to 32 bits. A fraction or an exponent is refused, also where its value would be whole. */
export function readIntegers(s: Scanner, out: IntArray, at: number, count: number, min: number, max: number, name: string): void {
  for (let i = 0; i < count; i++) {
    separate(s, i, name);
    const value = readInteger(s, name);
    if (!(value >= min && value <= max)) rangeFault(s, s.textStart, s.textEnd, name);
    out[at + i] = value;
  }
}

/** One integer as a double, exact up to 2 ** 53; beyond that the caller reads its text. */
function readInteger(s: Scanner, name: string): number {
  s.peek();
  const { bytes, end } = s;
  const start = s.pos;
  let p = start;
  let c = bytes[p] as number;
  const negative = c === 45;
  if (negative) c = bytes[++p] as number;
  const first = p;
  let value = 0;
  while (c >= 48 && c <= 57) {
    value = value * 10 + (c - 48);
    c = bytes[++p] as number;
  }
  if (p === first || (p > first + 1 && bytes[first] === 48)) notNumber(s, start, name);
  if (c === 46 || c === 101 || c === 69) {
    s.pos = start;
    s.fail(`expected a whole number without fraction or exponent in 'data' of input '${name}'`);
  }
  if (p >= end) s.pos = end, s.fail('text ends inside a list');
  s.textStart = start;
  s.textEnd = p;
  s.pos = p;
  return negative ? -value : value;
}

/**
 * Integers of 64 bits as pairs of words, little end first.
 * @param at index of the first word
 */
export function readLongs(s: Scanner, words: Uint32Array, at: number, count: number, signed: boolean, name: string): void {
  for (let i = 0; i < count; i++) {
    separate(s, i, name);
    const value = readInteger(s, name);
    const w = at + 2 * i;
    if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) {
      if (value < 0 && !signed) rangeFault(s, s.textStart, s.textEnd, name);
      words[w] = value;
      words[w + 1] = Math.floor(value / 4294967296);
      continue;
    }
    // Rare: nineteen or twenty digits. More cannot be in range, and are not worth converting.
    if (s.textEnd - s.textStart > 20) rangeFault(s, s.textStart, s.textEnd, name);
    const big = BigInt(latin1(s.bytes, s.textStart, s.textEnd));
    if (signed ? big < -(2n ** 63n) || big >= 2n ** 63n : big < 0n || big >= 2n ** 64n) rangeFault(s, s.textStart, s.textEnd, name);
    words[w] = Number(big & 0xffffffffn);
    words[w + 1] = Number((big >> 32n) & 0xffffffffn);
  }
}

/** true and false, or 0 and 1. */
export function readBooleans(s: Scanner, out: Uint8Array, at: number, count: number, name: string): void {
  for (let i = 0; i < count; i++) {
    separate(s, i, name);
    const c = s.peek();
    if (c === 116 || c === 102) {
      out[at + i] = s.boolean(name) ? 1 : 0;
      continue;
    }
    const value = readInteger(s, name);
    if (value !== 0 && value !== 1) rangeFault(s, s.textStart, s.textEnd, name);
    out[at + i] = value;
  }
}
