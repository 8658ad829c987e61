import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import { INSTANCE, SLABS_MAX, instanceBytes } from '../../src/memory/layout.js';
import { SlabRing, dropUnshared, releaseSlab } from '../../src/memory/slab.js';
import { threads } from '../support/threads.js';

interface Out {
  readonly slab: number;
  readonly at: number;
  readonly bytes: number;
  readers: number;
}

function ringOf(bytes: number): { ring: SlabRing; words: Int32Array } {
  const words = new Int32Array(new SharedArrayBuffer(instanceBytes(1)));
  return { ring: new SlabRing(words, new SharedArrayBuffer(bytes)), words };
}

/** Leases when there must be room; a lease that would wait for a reader fails the test instead of hanging it. */
function lease(ring: SlabRing, words: Int32Array, bytes: number, readers: number): Out {
  expect(ring.lease(bytes, readers)).toBe(true);
  expect(Atomics.load(words, INSTANCE.slabs + ring.lastSlab)).toBe(readers);
  return { slab: ring.lastSlab, at: ring.lastOffset, bytes: Math.max(64, bytes), readers };
}

describe('SlabRing', () => {
  it('never gives out bytes that a reader still has', () => {
    const SIZE = 4096;
    const step = fc.oneof(
      fc.record({ bytes: fc.integer({ min: 0, max: 900 }), readers: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ done: fc.nat(100) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        const { ring, words } = ringOf(SIZE);
        let out: Out[] = [];
        let newest: Out | null = null;
        const finish = (k: number): void => {
          const one = out[k]!;
          one.readers -= 1;
          releaseSlab(words, one.slab);
          out = out.filter((each) => each.readers > 0);
        };
        for (const each of steps) {
          if ('done' in each) {
            if (out.length > 0) finish(each.done % out.length);
            continue;
          }
          // Space comes back in the order in which it went out: with these few bytes out, and room behind and before
          // them for the largest slab, a lease never has to wait.
          while (out.length > 0 && span(out[0]!, newest!) > SIZE - 2 * 1024) finish(0);
          const got = lease(ring, words, each.bytes, each.readers);
          expect(got.at % 64).toBe(0);
          expect(got.at + got.bytes).toBeLessThanOrEqual(SIZE);
          for (const other of out) expect(got.at + got.bytes <= other.at || other.at + other.bytes <= got.at).toBe(true);
          out.push(got);
          newest = got;
        }
        while (out.length > 0) finish(0);
        expect(lease(ring, words, SIZE, 1).at).toBe(0);
      }),
      { numRuns: 200 },
    );
    /** From the oldest to the newest, the way round the ring. */
    function span(first: Out, last: Out): number {
      const end = last.at + last.bytes;
      return end > first.at ? end - first.at : SIZE - first.at + end;
    }
  });

  it('says at once when a slab cannot fit at all', () => {
    const { ring } = ringOf(1024);
    expect(ring.lease(1025, 1)).toBe(false);
    expect(ring.lease(1024, 1)).toBe(true);
  });

  it('has as many slabs as it says, and turns over more of them for ever', () => {
    const { ring, words } = ringOf(1 << 20);
    for (let round = 0; round < 5; round++) {
      const slabs = Array.from({ length: SLABS_MAX }, () => lease(ring, words, 100, 1).slab);
      expect(new Set(slabs).size).toBe(SLABS_MAX);
      for (const slab of slabs) releaseSlab(words, slab);
    }
  });

  it('reuses at once what was cancelled', () => {
    const { ring, words } = ringOf(1024);
    for (let k = 0; k < 100; k++) {
      lease(ring, words, 1000, 5);
      ring.cancelLast();
    }
    expect(Atomics.load(words, INSTANCE.slabs + ring.lastSlab)).toBe(0);
  });

  it('waits for readers on other threads, and every byte they see is what was written for them', async () => {
    const { words, ring } = ringOf(2048);
    const lane = new Int32Array(new SharedArrayBuffer(4 * 8));
    const readers = await threads('slab-reader', 2, { words: words.buffer, output: ring.bytes.buffer, lane: lane.buffer });
    // Each round fills most of the ring, so that the lease of the next one has to wait for both readers.
    for (let round = 1; round <= 300; round++) {
      expect(ring.lease(1500, 2)).toBe(true);
      ring.bytes.fill(round % 251, ring.lastOffset, ring.lastOffset + 1500);
      Atomics.store(lane, 1, ring.lastSlab);
      Atomics.store(lane, 2, ring.lastOffset);
      Atomics.store(lane, 0, round);
      Atomics.notify(lane, 0);
    }
    expect(await readers.results()).toEqual([300, 300]);
  });

  it('gives a thread up that should leave when nobody reads any more', () => {
    const { ring, words } = ringOf(256);
    expect(ring.lease(200, 1)).toBe(true);
    Atomics.store(words, INSTANCE.control, 1);
    const refused = (): ServingError => {
      try {
        ring.lease(200, 1);
      } catch (thrown) {
        return thrown as ServingError;
      }
      throw new ServingError('internal', 'the lease should have been given up');
    };
    expect(refused().reason).toBe('instance_failed');
    // Its patience is spent once, not once per request.
    expect(refused().reason).toBe('instance_failed');
  });

  it('lets the host of a dead thread drop the slab that nobody was told of, and no other', () => {
    const { ring, words } = ringOf(4096);
    const told = lease(ring, words, 100, 2);
    ring.shared();
    const untold = lease(ring, words, 100, 3);
    dropUnshared(words);
    expect(Atomics.load(words, INSTANCE.slabs + told.slab)).toBe(2);
    expect(Atomics.load(words, INSTANCE.slabs + untold.slab)).toBe(0);
    dropUnshared(words);
    expect(Atomics.load(words, INSTANCE.slabs + told.slab)).toBe(2);
  });
});
