/** Strings of BYTES tensors, compared as they lie on the wire: a 4-byte length and as many bytes, element by element. */

const LENGTH_BYTES = 4;

function lengthAt(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
}

/** How many elements fill the bytes exactly; -1 where none do. */
export function countStrings(bytes: Uint8Array): number {
  let count = 0;
  let at = 0;
  for (; at + LENGTH_BYTES <= bytes.length; count++) at += LENGTH_BYTES + lengthAt(bytes, at);
  return at === bytes.length ? count : -1;
}

export interface SameStrings {
  readonly same: boolean;
  readonly stableEnd: number;
  readonly candidateEnd: number;
}

/** `count` elements of both sides, which `countStrings` has found whole. */
export function sameStrings(stable: Uint8Array, at: number, candidate: Uint8Array, other: number, count: number): SameStrings {
  let same = true;
  for (let i = 0; i < count; i++) {
    const length = lengthAt(stable, at);
    const otherLength = lengthAt(candidate, other);
    at += LENGTH_BYTES;
    other += LENGTH_BYTES;
    if (length !== otherLength) same = false;
    for (let k = 0; same && k < length; k++) if (stable[at + k] !== candidate[other + k]) same = false;
    at += length;
    other += otherLength;
  }
  return { same, stableEnd: at, candidateEnd: other };
}
