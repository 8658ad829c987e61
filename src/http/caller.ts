/**
 * Who sent a request, as rollouts may ask: headers while the head is at hand, or headers that were kept and the JSON of
 * the body. One serves all requests of a front end, one at a time; it is asked within a call of `resolve` only.
 */
import { ServingError } from '../base/error.js';
import type { Caller } from '../serving/port.js';
import type { Exchange } from './engine.js';
import { CLOSE_OBJECT, latin1, OPEN_OBJECT, QUOTE, Scanner } from './scan.js';

const NOTHING = new Uint8Array(0);

export class HttpCaller implements Caller {
  #exchange: Exchange | null = null;
  #kept: readonly string[] = [];
  #start = 0;
  readonly #scanner = new Scanner();

  ofHead(exchange: Exchange): this {
    this.#exchange = exchange;
    return this;
  }

  /** @param kept names and values in turn; the JSON lies in `bytes` from `start` to `end` */
  ofBody(kept: readonly string[], bytes: Uint8Array, start: number, end: number): this {
    this.#exchange = null;
    this.#kept = kept;
    this.#start = start;
    this.#scanner.reset(bytes, start, end);
    return this;
  }

  /** Lets go of the request. */
  clear(): void {
    this.#exchange = null;
    this.#kept = [];
    this.#start = 0;
    this.#scanner.reset(NOTHING, 0, 0);
  }

  header(name: string): string {
    if (this.#exchange !== null) return this.#exchange.header(name);
    for (let i = 0; i < this.#kept.length; i += 2) if (this.#kept[i] === name) return this.#kept[i + 1]!;
    return '';
  }

  /** A body that is no sound JSON has no key; the codec will say what is wrong with it. */
  field(parts: readonly string[]): string {
    const s = this.#scanner;
    if (s.end === this.#start) return '';
    // It may be asked for more than one.
    s.pos = this.#start;
    try {
      return this.#find(parts);
    } catch (thrown) {
      if (thrown instanceof ServingError) return '';
      throw thrown;
    }
  }

  #find(parts: readonly string[]): string {
    const s = this.#scanner;
    for (let k = 0; k < parts.length; k++) {
      if (s.peek() !== OPEN_OBJECT || !s.openObject()) return '';
      for (;;) {
        s.key();
        if (s.textIs(parts[k]!)) break;
        s.skip(k);
        if (!s.more(CLOSE_OBJECT)) return '';
      }
    }
    const first = s.peek();
    if (first === QUOTE) {
      s.string();
      return s.text();
    }
    // A key may be a number; anything else has no one spelling.
    if (first !== 45 && !(first >= 48 && first <= 57)) return '';
    s.number();
    return latin1(s.bytes, s.textStart, s.textEnd);
  }
}

/** Values of headers that will be asked for when they are gone. */
export function keepHeaders(exchange: Exchange, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [name, exchange.header(name)]);
}
