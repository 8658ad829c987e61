/**
 * Which keys a rollout has met, which of them have failed and which were timed, as three sets of bits that all front ends
 * share for as long as the rollout lasts. Where requests are assigned by key, a key is one unit of evidence however
 * often it comes. Two keys may share a bit: a second key is then not counted, on every arm alike.
 */
const BITS = 2 ** 20;
const WORDS = BITS / 32;

const SETS = 3;

/** Zeroed sets for one rollout; 384 KiB. */
export function createKeys(): SharedArrayBuffer {
  return new SharedArrayBuffer(SETS * 4 * WORDS);
}

/** Marks of arms that are not compared lie elsewhere in the same sets. */
const APART = 0x3c6ef372;

/**
 * own: of arms that are compared with each other. apart: of an arm that is not, so that a key which comes to the canary
 * with a later step is a unit there although the serving version has met it. strict: own, and a key that was met apart
 * does not count: where the serving version becomes what is compared with, its keys are as old as the canary's.
 */
export type KeyUse = 'own' | 'apart' | 'strict';

export class KeySets {
  private readonly seen: Int32Array;
  private readonly failed: Int32Array;
  private readonly timed: Int32Array;

  constructor(keys: SharedArrayBuffer, private readonly use: KeyUse = 'own') {
    this.seen = new Int32Array(keys, 0, WORDS);
    this.failed = new Int32Array(keys, 4 * WORDS, WORDS);
    this.timed = new Int32Array(keys, 2 * 4 * WORDS, WORDS);
  }

  /** @returns whether this is the first request of the key */
  meet(hash: number): boolean {
    return this.mark(this.seen, hash);
  }

  /** @returns whether this is the first failure of the key */
  fail(hash: number): boolean {
    return this.mark(this.failed, hash);
  }

  /** @returns whether no request of the key was timed before */
  time(hash: number): boolean {
    return this.mark(this.timed, hash);
  }

  private mark(set: Int32Array, hash: number): boolean {
    const isNew = put(set, placeOf(this.use === 'apart' ? hash ^ APART : hash));
    return isNew && (this.use !== 'strict' || !has(set, placeOf(hash ^ APART)));
  }
}

/** Buckets are a remainder of the same hash: without another mixing, the keys of a small arm would crowd on few places. */
function placeOf(hash: number): number {
  let place = Math.imul(hash ^ 0x2545f491, 0x85ebca6b);
  place = Math.imul(place ^ (place >>> 13), 0xc2b2ae35);
  return (place ^ (place >>> 16)) & (BITS - 1);
}

function put(set: Int32Array, place: number): boolean {
  const bit = 1 << (place & 31);
  return (Atomics.or(set, place >>> 5, bit) & bit) === 0;
}

function has(set: Int32Array, place: number): boolean {
  return (Atomics.load(set, place >>> 5) & (1 << (place & 31))) !== 0;
}
