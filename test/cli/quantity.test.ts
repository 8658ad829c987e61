import { describe, expect, it } from 'vitest';
import { ratePerS, shareOf } from '../../src/cli/quantity.js';

describe('quantities', () => {
  it.each([['40/s', 40], ['40', 40], ['90/min', 1.5], ['90 / m', 1.5], ['7.2/h', 0.002], ['0/s', 0], ['40/y', null], ['/s', null], ['-1/s', null], ['', null]])('reads the rate %j', (text, wanted) => {
    const rate = ratePerS(text);
    if (wanted === null) expect(rate).toBeNull();
    else expect(rate).toBeCloseTo(wanted, 12);
  });

  it.each([['0.2%', 0.002], ['0.2 %', 0.002], ['0.002', 0.002], ['100%', 1], ['0', 0], ['101%', null], ['2', null], ['a', null], ['-1%', null]])('reads the share %j', (text, wanted) => {
    const share = shareOf(text);
    if (wanted === null) expect(share).toBeNull();
    else expect(share).toBeCloseTo(wanted, 12);
  });
});
