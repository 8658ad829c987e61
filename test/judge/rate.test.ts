import { describe, expect, it } from 'vitest';
import { ceilingLogE, excessLogE } from '../../src/judge/rate.js';

describe('one rate against a bound', () => {
  it.each([
    [8, 200, 0.01, 3.8331630442524576],
    [12, 300, 0.01, 6.197841088505363],
    [30, 1000, 0.02, 0.8891009941571484],
    [45, 1000, 0.02, 9.740618885989065],
  ])('E2: %d of %d against %d', (events, trials, bound, logE) => {
    expect(excessLogE(events, trials, bound)).toBeCloseTo(logE, 9);
  });

  it.each([
    [0, 300, 2.3258960789756085],
    [0, 400, 3.1910656668886968],
    [1, 600, 2.534964517737714],
    [2, 1000, 3.9019925273512484],
  ])('service level of 1 %%: %d of %d', (events, trials, logE) => {
    expect(ceilingLogE(events, trials, 0.01)).toBeCloseTo(logE, 9);
  });

  it('stays a number where a part of the bound would be no probability', () => {
    expect(Number.isFinite(excessLogE(3, 10, 0.5))).toBe(true);
  });
});
