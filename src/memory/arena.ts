/**
 * Request memory of one front end: a shared buffer cut into power-of-two blocks by the buddy method. Leased and
 * released by its front end only, so the free lists are private and need no atomics; other threads read the bytes of
 * blocks that a ticket of theirs names. Pages are touched on first use, so a large arena costs address space until
 * it is needed. Freed small blocks are kept for reuse as they are: without that, each request would split the arena
 * from the top and join it again (19 steps each way for 512 bytes in 256 MiB).
 */
import { assert } from '../base/assert.js';

const BLOCK_BYTES_MIN = 512;
const BLOCK_SHIFT = 9;
/** Blocks of up to 1 MiB are kept, at most this many of each size. */
const KEPT_ORDER_MAX = 11;
const KEPT_PER_ORDER = 64;

const NONE = -1;
const FREE = 0x80;
/** Mark of a place that no block starts at; carries FREE, so that a release of it trips. */
const INSIDE = 0xff;

export class Arena {
  readonly bytes: Uint8Array;
  readonly ints: Int32Array;
  private readonly orders: number;
  /** Order of the block that starts here, with FREE set while it is in a free list. */
  private readonly mark: Uint8Array;
  private readonly next: Int32Array;
  private readonly previous: Int32Array;
  private readonly heads: Int32Array;
  private readonly kept: number[][];
  private leasedBytes = 0;

  /** @param memory its size must be a power of two of at least 512 bytes */
  constructor(readonly memory: SharedArrayBuffer) {
    const blocks = memory.byteLength / BLOCK_BYTES_MIN;
    assert(blocks >= 1 && Number.isInteger(Math.log2(blocks)) && memory.byteLength < 2 ** 31, 'arena size must be a power of two below 2 GiB');
    this.bytes = new Uint8Array(memory);
    this.ints = new Int32Array(memory);
    this.orders = Math.log2(blocks) + 1;
    this.mark = new Uint8Array(blocks).fill(INSIDE);
    this.next = new Int32Array(blocks);
    this.previous = new Int32Array(blocks);
    this.heads = new Int32Array(this.orders).fill(NONE);
    this.kept = Array.from({ length: Math.min(this.orders, KEPT_ORDER_MAX + 1) }, () => []);
    this.insert(0, this.orders - 1);
  }

  get usedBytes(): number {
    return this.leasedBytes;
  }

  /** @returns byte offset of a block of at least `byteLength` bytes, aligned to 512; -1 when there is no room. */
  lease(byteLength: number): number {
    // Beyond 4 GiB the shift below would count from zero again.
    if (byteLength > this.bytes.length) return NONE;
    const order = byteLength <= BLOCK_BYTES_MIN ? 0 : 32 - Math.clz32((byteLength - 1) >>> BLOCK_SHIFT);
    const kept = this.kept[order];
    let block = kept !== undefined && kept.length > 0 ? kept.pop()! : this.split(order);
    if (block === NONE) {
      this.joinKept();
      block = this.split(order);
      if (block === NONE) return NONE;
    }
    this.mark[block] = order;
    this.leasedBytes += BLOCK_BYTES_MIN << order;
    return block << BLOCK_SHIFT;
  }

  release(byteOffset: number): void {
    const block = byteOffset >>> BLOCK_SHIFT;
    const order = this.mark[block]!;
    assert((order & FREE) === 0, 'block released twice, or never leased');
    this.leasedBytes -= BLOCK_BYTES_MIN << order;
    const kept = this.kept[order];
    if (kept !== undefined && kept.length < KEPT_PER_ORDER) {
      // The mark keeps a second release of a kept block from passing unseen.
      this.mark[block] = order | FREE;
      kept.push(block);
      return;
    }
    this.join(block, order);
  }

  /** Bytes of the block that starts at this offset. */
  blockBytes(byteOffset: number): number {
    return BLOCK_BYTES_MIN << (this.mark[byteOffset >>> BLOCK_SHIFT]! & ~FREE);
  }

  private split(order: number): number {
    let at = order;
    while (at < this.orders && this.heads[at] === NONE) at += 1;
    if (at === this.orders) return NONE;
    const block = this.heads[at]!;
    this.remove(block, at);
    while (at > order) {
      at -= 1;
      this.insert(block + (1 << at), at);
    }
    return block;
  }

  private join(start: number, startOrder: number): void {
    let block = start;
    let order = startOrder;
    while (order < this.orders - 1) {
      const buddy = block ^ (1 << order);
      if (!this.isListed(buddy, order)) break;
      this.remove(buddy, order);
      this.mark[Math.max(block, buddy)] = INSIDE;
      block = Math.min(block, buddy);
      order += 1;
    }
    this.insert(block, order);
  }

  private joinKept(): void {
    for (let order = 0; order < this.kept.length; order++) {
      for (const block of this.kept[order]!.splice(0)) this.join(block, order);
    }
  }

  /** Kept blocks carry FREE too, so the mark alone does not tell; a listed block is led to by its list. */
  private isListed(block: number, order: number): boolean {
    if (this.mark[block] !== (order | FREE)) return false;
    return this.heads[order] === block || (this.previous[block]! !== NONE && this.next[this.previous[block]!] === block);
  }

  private insert(block: number, order: number): void {
    const head = this.heads[order]!;
    this.next[block] = head;
    this.previous[block] = NONE;
    if (head !== NONE) this.previous[head] = block;
    this.heads[order] = block;
    this.mark[block] = order | FREE;
  }

  private remove(block: number, order: number): void {
    const before = this.previous[block]!;
    const after = this.next[block]!;
    if (before === NONE) this.heads[order] = after;
    else this.next[before] = after;
    if (after !== NONE) this.previous[after] = before;
    this.mark[block] = order;
    this.previous[block] = NONE;
    this.next[block] = NONE;
  }
}
