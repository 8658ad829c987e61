/**
 * A strict JSON reader over bytes (RFC 8259) that builds nothing: it moves a position, and says where a string lies.
 * Reused for every request of a front end. What it meets outside the grammar, or that is not UTF-8, is a ServingError.
 */
import { ServingError } from '../base/error.js';

/** Deepest nesting accepted, as in Triton. */
export const depthMax = 100;

export const QUOTE = 34, COMMA = 44, COLON = 58, OPEN_LIST = 91, CLOSE_LIST = 93, OPEN_OBJECT = 123, CLOSE_OBJECT = 125;
const BACKSLASH = 92;

const latin1Slice = Buffer.prototype.latin1Slice;
const utf8Slice = Buffer.prototype.utf8Slice;

/** Bytes as text, one character per byte. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  return latin1Slice.call(bytes, start, end);
}

export class Scanner {
  bytes: Uint8Array = new Uint8Array(0);
  pos = 0;
  end = 0;
  #start = 0;
  /** Content of the last string, without its quotes, and whether it holds no escapes. */
  textStart = 0;
  textEnd = 0;
  plain = true;

  reset(bytes: Uint8Array, start: number, end: number): void {
    this.bytes = bytes;
    this.#start = start;
    this.pos = start;
    this.end = end;
  }

  fail(what: string): never {
    throw new ServingError('malformed_body', `failed to parse the request JSON buffer: ${what} at byte ${Math.min(this.pos, this.end) - this.#start}`);
  }

  /** The next byte that is not white space, without taking it; -1 at the end. */
  peek(): number {
    const { bytes, end } = this;
    let p = this.pos;
    while (p < end) {
      const c = bytes[p] as number;
      if (c > 32 || (c !== 32 && c !== 10 && c !== 13 && c !== 9)) {
        this.pos = p;
        return c;
      }
      p++;
    }
    this.pos = p;
    return -1;
  }

  /** Takes the byte if it is next. */
  take(byte: number): boolean {
    if (this.peek() !== byte) return false;
    this.pos++;
    return true;
  }

  expect(byte: number): void {
    if (this.peek() !== byte) this.fail(`expected '${String.fromCharCode(byte)}'`);
    this.pos++;
  }

  /** Goes to the first member of an object; false when there is none. The opening brace has not been taken. */
  openObject(): boolean {
    this.expect(OPEN_OBJECT);
    return !this.take(CLOSE_OBJECT);
  }

  /** Reads a key and its colon; `textStart`, `textEnd` and `plain` then tell the key. */
  key(): void {
    this.string();
    this.expect(COLON);
  }

  /** After a member or element: true when another follows. */
  more(close: number): boolean {
    const c = this.peek();
    if (c === COMMA) {
      this.pos++;
      return true;
    }
    if (c !== close) this.fail(`expected ',' or '${String.fromCharCode(close)}'`);
    this.pos++;
    return false;
  }

  /** Passes over a string and remembers where its content lies. */
  string(): void {
    if (this.peek() !== QUOTE) this.fail('expected a string');
    const { bytes, end } = this;
    let p = this.pos + 1;
    this.textStart = p;
    this.plain = true;
    for (;;) {
      if (p >= end) this.fail('string without end');
      const c = bytes[p] as number;
      if (c === QUOTE) break;
      if (c === BACKSLASH) {
        this.plain = false;
        p = this.#escape(p);
      } else if (c < 32) {
        this.pos = p;
        this.fail('control character in a string');
      } else {
        p = c < 128 ? p + 1 : this.#utf8(p);
      }
    }
    this.textEnd = p;
    this.pos = p + 1;
  }

  #escape(p: number): number {
    this.pos = p;
    if (p + 1 >= this.end) this.fail('string without end');
    switch (this.bytes[p + 1]) {
      case 34: case 92: case 47: case 98: case 102: case 110: case 114: case 116:
        return p + 2;
      case 117: {
        const unit = this.#hex(p + 2);
        if (unit < 0xd800 || unit > 0xdfff) return p + 6;
        const pair = unit < 0xdc00 && p + 12 <= this.end && this.bytes[p + 6] === BACKSLASH && this.bytes[p + 7] === 117;
        const low = pair ? this.#hex(p + 8) : 0;
        if (low < 0xdc00 || low > 0xdfff) this.fail('lone surrogate in a string');
        return p + 12;
      }
      default:
        return this.fail('unknown escape in a string');
    }
  }

  #hex(p: number): number {
    if (p + 4 > this.end) this.fail('string without end');
    let value = 0;
    for (let i = p; i < p + 4; i++) {
      const c = this.bytes[i] as number;
      const digit = c >= 48 && c <= 57 ? c - 48 : c >= 97 && c <= 102 ? c - 87 : c >= 65 && c <= 70 ? c - 55 : -1;
      if (digit < 0) this.fail('escape that is not hexadecimal');
      value = value * 16 + digit;
    }
    return value;
  }

  /** Checks one sequence of several bytes and returns the position after it. */
  #utf8(p: number): number {
    const { bytes } = this;
    const a = bytes[p] as number;
    const b = p + 1 < this.end ? (bytes[p + 1] as number) : 0;
    const length = a >= 0xc2 && a <= 0xdf ? 2 : a >= 0xe0 && a <= 0xef ? 3 : a >= 0xf0 && a <= 0xf4 ? 4 : 0;
    let good = length > 0 && p + length <= this.end;
    good &&= !((a === 0xe0 && b < 0xa0) || (a === 0xed && b > 0x9f) || (a === 0xf0 && b < 0x90) || (a === 0xf4 && b > 0x8f));
    for (let i = 1; good && i < length; i++) good = ((bytes[p + i] as number) & 0xc0) === 0x80;
    if (!good) {
      this.pos = p;
      this.fail('broken UTF-8 in a string');
    }
    return p + length;
  }

  /** The last string as text. */
  text(): string {
    if (this.plain) return utf8Slice.call(this.bytes, this.textStart, this.textEnd);
    return JSON.parse(`"${utf8Slice.call(this.bytes, this.textStart, this.textEnd)}"`) as string;
  }

  /** Whether the last string is `name`, which must be plain ASCII. */
  textIs(name: string): boolean {
    if (!this.plain) return this.text() === name;
    const { bytes, textStart } = this;
    if (this.textEnd - textStart !== name.length) return false;
    for (let i = 0; i < name.length; i++) if (bytes[textStart + i] !== name.charCodeAt(i)) return false;
    return true;
  }

  /** Whether the last string is these UTF-8 bytes. */
  textEquals(name: Uint8Array): boolean {
    const { bytes, textStart } = this;
    if (!this.plain || this.textEnd - textStart !== name.length) return false;
    for (let i = 0; i < name.length; i++) if (bytes[textStart + i] !== name[i]) return false;
    return true;
  }

  /** true, false, or fails naming `what`. */
  boolean(what: string): boolean {
    const c = this.peek();
    if (c === 116) return this.literal('true'), true;
    if (c === 102) return this.literal('false'), false;
    return this.fail(`expected true or false for ${what}`);
  }

  literal(word: string): void {
    for (let i = 0; i < word.length; i++) {
      if (this.pos + i >= this.end || this.bytes[this.pos + i] !== word.charCodeAt(i)) this.fail('invalid value');
    }
    this.pos += word.length;
  }

  /** Passes over a number and checks its form. The number's text lies in `textStart` to `textEnd`. */
  number(): void {
    const { bytes } = this;
    this.peek();
    let p = this.pos;
    this.textStart = p;
    if (bytes[p] === 45) p++;
    const first = p;
    p = this.#digits(p);
    if (p === first || (bytes[first] === 48 && p > first + 1)) this.fail('invalid value');
    if (p < this.end && bytes[p] === 46) {
      const fraction = p + 1;
      p = this.#digits(fraction);
      if (p === fraction) this.fail('number without digits after its point');
    }
    if (p < this.end && ((bytes[p] as number) | 32) === 101) {
      p++;
      if (bytes[p] === 43 || bytes[p] === 45) p++;
      const exponent = p;
      p = this.#digits(exponent);
      if (p === exponent) this.fail('number without digits in its exponent');
    }
    this.textEnd = p;
    this.pos = p;
  }

  #digits(p: number): number {
    const { bytes, end } = this;
    while (p < end && (bytes[p] as number) >= 48 && (bytes[p] as number) <= 57) p++;
    return p;
  }

  /** Passes over any value and checks it. `depth` counts the containers around it. */
  skip(depth: number): void {
    switch (this.peek()) {
      case QUOTE:
        return this.string();
      case OPEN_OBJECT:
        if (depth >= depthMax) this.fail(`nesting deeper than ${depthMax}`);
        if (!this.openObject()) return;
        do {
          this.key();
          this.skip(depth + 1);
        } while (this.more(CLOSE_OBJECT));
        return;
      case OPEN_LIST:
        if (depth >= depthMax) this.fail(`nesting deeper than ${depthMax}`);
        this.pos++;
        if (this.take(CLOSE_LIST)) return;
        do this.skip(depth + 1);
        while (this.more(CLOSE_LIST));
        return;
      case 116:
        return this.literal('true');
      case 102:
        return this.literal('false');
      case 110:
        return this.literal('null');
      default:
        return this.number();
    }
  }

  /** Nothing but white space may follow. */
  finish(): void {
    if (this.peek() !== -1) this.fail('something follows the JSON value');
  }
}
