/**
 * The values that traffic is divided into by one key of its senders, such as a segment: the first ones that come have a
 * place each, all later ones share one. Shared by all front ends of a rollout without a lock: a place is taken by the
 * hash of its value, whose text is written behind it, for control to read.
 */
import { assert } from '../base/assert.js';
import { hashKey } from '../routing/arm.js';

/** Values beyond the places, or too long to be one; requests without a value; then the places. */
export const OTHER_SLICE = 0;
export const NO_SLICE = 1;
const FIRST = 2;

const SALT = 0x511ce5;
/** A longer value counts as one of the others. */
export const SLICE_LENGTH_MAX = 64;
/** UTF-8 takes at most three bytes for each letter of a JavaScript string. */
const TEXT_BYTES = 3 * SLICE_LENGTH_MAX;

const HEAD = { places: 0, words: 4 } as const;
/** Hash of the value, or 0; length of its text once that is there. */
const PLACE = { hash: 0, length: 1, text: 2, words: 2 + TEXT_BYTES / 4 } as const;

const encoder = new TextEncoder();

/** @param values that have a place already, in their order */
export function createSlices(places: number, values: readonly string[] = []): SharedArrayBuffer {
  assert(places > 0 && values.length <= places, 'slices need a place for each value');
  const slices = new SharedArrayBuffer(4 * (HEAD.words + places * PLACE.words));
  new Int32Array(slices)[HEAD.places] = places;
  const book = new SliceBook(slices);
  for (const value of values) book.of(value);
  return slices;
}

/** How many slices there are to count, with the two that are no value. */
export function slicesOf(slices: SharedArrayBuffer | null): number {
  return slices === null ? 0 : FIRST + new Int32Array(slices)[HEAD.places]!;
}

export class SliceBook {
  private readonly words: Int32Array;
  private readonly places: number;

  constructor(slices: SharedArrayBuffer) {
    this.words = new Int32Array(slices);
    this.places = this.words[HEAD.places]!;
  }

  /** Of a request with this value; '' for none. */
  of(value: string): number {
    if (value === '') return NO_SLICE;
    if (value.length > SLICE_LENGTH_MAX) return OTHER_SLICE;
    const hash = (hashKey(SALT, value) | 0) || 1;
    const { words } = this;
    for (let place = 0; place < this.places; place++) {
      const at = HEAD.words + place * PLACE.words;
      let taken = Atomics.load(words, at + PLACE.hash);
      if (taken === 0) {
        taken = Atomics.compareExchange(words, at + PLACE.hash, 0, hash);
        if (taken === 0) {
          this.name(at, value);
          return FIRST + place;
        }
      }
      if (taken === hash) return FIRST + place;
    }
    return OTHER_SLICE;
  }

  /** In the order of the places, up to one whose text is being written. */
  values(): string[] {
    const values: string[] = [];
    for (let place = 0; place < this.places; place++) {
      const at = HEAD.words + place * PLACE.words;
      const length = Atomics.load(this.words, at + PLACE.length);
      if (length === 0) break;
      values.push(Buffer.from(Uint8Array.from(this.text(at).subarray(0, length))).toString('utf8'));
    }
    return values;
  }

  private name(at: number, value: string): void {
    const text = encoder.encode(value);
    this.text(at).set(text);
    Atomics.store(this.words, at + PLACE.length, text.length);
  }

  private text(at: number): Uint8Array {
    return new Uint8Array(this.words.buffer, 4 * (at + PLACE.text), TEXT_BYTES);
  }
}
