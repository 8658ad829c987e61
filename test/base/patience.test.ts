import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Patience } from '../../src/base/patience.js';

function after(requests: number, patience: Patience): Patience {
  for (let k = 0; k < requests; k++) patience.lone();
  return patience;
}

describe('Patience', () => {
  it('looks only after requests came one by one for a while', () => {
    expect(after(7, new Patience(300)).budgetUs).toBe(0);
    expect(after(8, new Patience(300)).budgetUs).toBe(300);
  });

  it('does not look once requests come side by side', () => {
    const patience = after(100, new Patience(300));
    patience.crowd();
    expect(patience.budgetUs).toBe(0);
    expect(after(8, patience).budgetUs).toBe(300);
  });

  it('never looks where it may look for no time', () => {
    expect(after(1000, new Patience(0)).budgetUs).toBe(0);
  });

  it('forgives single looks in vain, because a sleep on the other side causes them', () => {
    const patience = after(8, new Patience(300));
    for (let k = 0; k < 1000; k++) {
      patience.looked(k % 4 === 0);
      patience.lone();
      expect(patience.budgetUs).toBe(300);
    }
  });

  it('rests after sixteen looks in vain, and a crowd meanwhile does not end the rest', () => {
    const patience = after(8, new Patience(300));
    for (let k = 0; k < 16; k++) patience.looked(false);
    expect(after(100, patience).budgetUs).toBe(0);
    patience.crowd();
    expect(after(100, patience).budgetUs).toBe(0);
    expect(after(156, patience).budgetUs).toBe(300);
  });

  it('loses at most one look in sixteen requests over any long stretch of vain looks', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 512, maxLength: 2048 }), (crowds) => {
        const patience = new Patience(300);
        let looks = 0;
        for (const crowd of crowds) {
          if (crowd) patience.crowd();
          else patience.lone();
          if (patience.budgetUs === 0) continue;
          looks += 1;
          patience.looked(false);
        }
        expect(looks).toBeLessThanOrEqual(16 * Math.ceil(crowds.length / 256));
      }),
    );
  });
});
