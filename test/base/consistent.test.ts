import { describe, expect, it } from 'vitest';
import { readSteady } from '../../src/base/consistent.js';

describe('a steady read', () => {
  it('reads again what moved while it was read, and gives a moment that was', () => {
    const counters = { pairs: 0, disagreements: 0 };
    let interruptions = 3;
    const seen = readSteady(() => counters.pairs, () => {
      const { disagreements } = counters;
      // The writer goes on while the reader is put aside.
      if (interruptions-- > 0) {
        counters.pairs += 20;
        counters.disagreements += 20;
      }
      return { pairs: counters.pairs, disagreements };
    });
    expect(seen).toEqual({ pairs: 60, disagreements: 60 });
  });

  it('does not wait for ever for a writer that never rests', () => {
    let stamp = 0;
    let reads = 0;
    expect(readSteady(() => stamp++, () => ++reads)).toBe(64);
  });
});
