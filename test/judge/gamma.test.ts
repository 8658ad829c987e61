import { describe, expect, it } from 'vitest';
import { logGamma } from '../../src/judge/gamma.js';

describe('log Gamma', () => {
  it.each([
    [0.1, 2.252712651734206],
    [1.5, -0.12078223763524526],
    [10.5, 13.940625219403763],
    [1234.5, 7550.550901077894],
    [1e6 + 0.25, 12815508.023025157],
  ])('of %d', (x, wanted) => {
    expect(Math.abs(logGamma(x) / wanted - 1)).toBeLessThan(1e-12);
  });

  it('is continuous where the series change', () => {
    expect(logGamma(10_000) - logGamma(9_999.999)).toBeCloseTo(0.001 * Math.log(10_000), 6);
  });
});
