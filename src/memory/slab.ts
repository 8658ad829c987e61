/**
 * Output slabs: the outputs of one run, written once by an instance and read by every front end that has a request in
 * it. Slabs lie one after the other in a ring of shared memory. Readers count a slab down; the instance reuses space
 * in the order in which it was given out. An instance that finds no room waits: that is back-pressure, not a fault.
 */
import { ServingError } from '../base/error.js';
import { INSTANCE, SLABS_MAX } from './layout.js';

/** Slabs start at cache lines and are never empty, so that a full ring and an empty one look different. */
const SLAB_BYTES_MIN = 64;

const LOOK_MS = 5;
/** An instance that was asked to leave looks this often for room before it gives its runs up: 1 s in all. */
const LEAVING_LOOKS_MAX = 200;

export class SlabRing {
  readonly bytes: Uint8Array;
  private readonly starts = new Float64Array(SLABS_MAX);
  private readonly ends = new Float64Array(SLABS_MAX);
  private oldest = 0;
  private count = 0;
  private leavingLooks = 0;

  /** @param words the instance's shared record */
  constructor(
    private readonly words: Int32Array,
    memory: SharedArrayBuffer,
  ) {
    this.bytes = new Uint8Array(memory);
  }

  /**
   * Leases a slab; `lastSlab` and `lastOffset` tell which and where. Blocks while readers hold the space.
   * @returns false when the whole ring is smaller than `wantedBytes`
   * @throws ServingError instance_failed when the instance should leave and its readers do not let go: front ends that
   *   closed before it read nothing any more, and a thread that waits for them would never end
   */
  lease(wantedBytes: number, readers: number): boolean {
    const byteLength = Math.max(wantedBytes, SLAB_BYTES_MIN);
    if (byteLength > this.bytes.length) return false;
    for (;;) {
      this.reclaim();
      if (this.fit(byteLength)) break;
      this.waitForReader();
    }
    const slab = (this.oldest + this.count) % SLABS_MAX;
    this.starts[slab] = this.lastOffset;
    this.ends[slab] = this.lastOffset + byteLength;
    this.count += 1;
    this.lastSlab = slab;
    Atomics.store(this.words, INSTANCE.slabs + slab, readers);
    this.words[INSTANCE.unshared] = slab + 1;
    return true;
  }

  /** The readers of the last slab have been told of it. */
  shared(): void {
    this.words[INSTANCE.unshared] = 0;
  }

  /** Takes back the last leased slab when its outputs could not be written after all. */
  cancelLast(): void {
    Atomics.store(this.words, INSTANCE.slabs + this.lastSlab, 0);
    this.shared();
  }

  lastSlab = 0;
  lastOffset = 0;

  private reclaim(): void {
    while (this.count > 0 && Atomics.load(this.words, INSTANCE.slabs + this.oldest) === 0) {
      this.oldest = (this.oldest + 1) % SLABS_MAX;
      this.count -= 1;
    }
  }

  private fit(byteLength: number): boolean {
    if (this.count === SLABS_MAX) return false;
    if (this.count === 0) {
      this.lastOffset = 0;
      return true;
    }
    const tail = this.starts[this.oldest]!;
    const head = (this.ends[(this.oldest + this.count - 1) % SLABS_MAX]! + 63) & ~63;
    if (head > tail) {
      if (head + byteLength <= this.bytes.length) {
        this.lastOffset = head;
        return true;
      }
      if (byteLength < tail) {
        this.lastOffset = 0;
        return true;
      }
      return false;
    }
    if (head + byteLength < tail) {
      this.lastOffset = head;
      return true;
    }
    return false;
  }

  /** Sleeps until a reader of the oldest slab is done; bounded, since a reader may have finished in between. */
  private waitForReader(): void {
    const at = INSTANCE.slabs + this.oldest;
    const seen = Atomics.load(this.words, at);
    if (seen === 0) return;
    if (Atomics.load(this.words, INSTANCE.control) !== 0) {
      this.leavingLooks += 1;
      if (this.leavingLooks > LEAVING_LOOKS_MAX) throw new ServingError('instance_failed', 'the instance leaves, and nobody reads its outputs');
    }
    Atomics.store(this.words, INSTANCE.starved, 1);
    Atomics.wait(this.words, at, seen, LOOK_MS);
    Atomics.store(this.words, INSTANCE.starved, 0);
  }
}

/** A reader is done with its part of a slab. */
export function releaseSlab(words: Int32Array, slab: number): void {
  Atomics.sub(words, INSTANCE.slabs + slab, 1);
  if (Atomics.load(words, INSTANCE.starved) !== 0) Atomics.notify(words, INSTANCE.slabs + slab);
}

/**
 * For the host of a thread that died: a slab whose readers were never told of it has none. Nobody else may call it.
 */
export function dropUnshared(words: Int32Array): void {
  const slab = words[INSTANCE.unshared]! - 1;
  if (slab >= 0) Atomics.store(words, INSTANCE.slabs + slab, 0);
  words[INSTANCE.unshared] = 0;
}
