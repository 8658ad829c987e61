import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Allowance } from '../../src/serving/allowance.js';

describe('an allowance', () => {
  it('is spent, and earned again by time', () => {
    const allowance = new Allowance(0.1, 100);
    expect(allowance.has(1_000)).toBe(true);
    allowance.spend(150);
    expect(allowance.has(1_400)).toBe(false);
    expect(allowance.has(1_501)).toBe(true);
  });

  it('saves no more than its credit', () => {
    const allowance = new Allowance(0.5, 100);
    allowance.has(1e9);
    allowance.spend(100);
    expect(allowance.has(1e9)).toBe(false);
  });

  it('keeps to its share over any while, but for the credit and the last piece of work', () => {
    const piece = fc.record({ pauseUs: fc.integer({ min: 0, max: 5_000 }), workUs: fc.integer({ min: 1, max: 1_000 }) });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), (pieces) => {
        const allowance = new Allowance(0.03, 2_000);
        allowance.has(1);
        let nowUs = 1;
        let worked = 0;
        for (const { pauseUs, workUs } of pieces) {
          nowUs += pauseUs;
          if (!allowance.has(nowUs)) continue;
          nowUs += workUs;
          worked += workUs;
          allowance.spend(workUs);
        }
        expect(worked).toBeLessThanOrEqual(0.03 * nowUs + 2_000 + 1_000);
      }),
    );
  });
});
