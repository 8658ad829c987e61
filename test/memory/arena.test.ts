import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AssertionFault } from '../../src/base/assert.js';
import { Arena } from '../../src/memory/arena.js';

const BYTES = 256 * 1024;
const arenaOf = (bytes = BYTES): Arena => new Arena(new SharedArrayBuffer(bytes));

/** Block sizes are powers of two from 512 on. */
const blockBytes = (bytes: number): number => Math.max(512, 2 ** Math.ceil(Math.log2(Math.max(1, bytes))));

describe('Arena', () => {
  it('gives blocks that are aligned, large enough and never overlap, and takes all of them home', () => {
    const step = fc.oneof(
      fc.record({ lease: fc.integer({ min: 0, max: 40_000 }) }),
      fc.record({ lease: fc.integer({ min: 0, max: 2_000 }) }),
      fc.record({ release: fc.nat(1000) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        const arena = arenaOf();
        const out: { at: number; bytes: number }[] = [];
        let used = 0;
        for (const each of steps) {
          if ('lease' in each) {
            const at = arena.lease(each.lease);
            if (at < 0) {
              // With nothing out there is room for anything up to the whole.
              expect(out.length).toBeGreaterThan(0);
              continue;
            }
            const bytes = arena.blockBytes(at);
            expect(at % 512).toBe(0);
            expect(bytes).toBe(blockBytes(each.lease));
            expect(at + bytes).toBeLessThanOrEqual(BYTES);
            for (const other of out) expect(at + bytes <= other.at || other.at + other.bytes <= at).toBe(true);
            out.push({ at, bytes });
            used += bytes;
          } else if (out.length > 0) {
            const [{ at, bytes }] = out.splice(each.release % out.length, 1) as [{ at: number; bytes: number }];
            arena.release(at);
            used -= bytes;
          }
          expect(arena.usedBytes).toBe(used);
        }
        for (const { at } of out) arena.release(at);
        expect(arena.usedBytes).toBe(0);
        expect(arena.lease(BYTES)).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it('refuses when it is full, and only then', () => {
    const arena = arenaOf(8192);
    const blocks = Array.from({ length: 16 }, () => arena.lease(512));
    expect(new Set(blocks).size).toBe(16);
    expect(arena.lease(1)).toBe(-1);
    arena.release(blocks[7]!);
    expect(arena.lease(513)).toBe(-1);
    expect(arena.lease(512)).toBe(blocks[7]);
  });

  it('joins what was cut up, in any order of release', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Array.from({ length: 64 }, (_, i) => i), { minLength: 64, maxLength: 64 }), (order) => {
        const arena = arenaOf(64 * 512);
        const blocks = order.map(() => arena.lease(1));
        for (const i of order) arena.release(blocks[i]!);
        expect(arena.lease(64 * 512)).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  it('refuses sizes beyond itself, also those beyond 32 bits', () => {
    const arena = arenaOf(8192);
    for (const bytes of [8193, 2 ** 31, 2 ** 32, 2 ** 32 + 100, 2 ** 34 + 1, Number.MAX_SAFE_INTEGER]) expect(arena.lease(bytes), String(bytes)).toBe(-1);
    expect(arena.usedBytes).toBe(0);
  });

  it('trips on a second release, whatever happened to the block since', () => {
    // More blocks than are kept for reuse, so that some are joined into larger ones.
    const arena = arenaOf();
    const blocks = Array.from({ length: 200 }, () => arena.lease(512));
    for (const at of blocks) arena.release(at);
    for (const at of blocks) if (at !== 0) expect(() => arena.release(at), String(at)).toThrow(AssertionFault);
    expect(arena.lease(BYTES)).toBe(0);
    for (const at of blocks) if (at !== 0) expect(() => arena.release(at), String(at)).toThrow(AssertionFault);
    arena.release(0);
    expect(() => arena.release(0)).toThrow(AssertionFault);
  });

  it('takes powers of two below 2 GiB only', () => {
    expect(() => arenaOf(3 * 512)).toThrow(AssertionFault);
    expect(() => arenaOf(256)).toThrow(AssertionFault);
    expect(arenaOf(512).lease(512)).toBe(0);
  });
});
