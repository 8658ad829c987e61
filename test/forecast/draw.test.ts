import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/base/random.js';
import { Chooser, normal, normalCdf, poisson, randomOf } from '../../src/forecast/draw.js';

const DRAWS = 20_000;

function moments(draw: () => number): { mean: number; variance: number } {
  const all = Array.from({ length: DRAWS }, draw);
  const mean = all.reduce((sum, value) => sum + value, 0) / DRAWS;
  return { mean, variance: all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (DRAWS - 1) };
}

describe('draws', () => {
  // Both ways of drawing, and either side of where they meet.
  it.each([0.03, 2, 11.9, 12.1, 80, 5000])('counts with mean and variance %d', (wanted) => {
    const random = createRandom(7);
    const { mean, variance } = moments(() => poisson(random, wanted));
    expect(Math.abs(mean - wanted)).toBeLessThan(4 * Math.sqrt(wanted / DRAWS));
    expect(Math.abs(variance / wanted - 1)).toBeLessThan(4 * Math.sqrt((2 + 1 / wanted) / DRAWS));
  });

  it('counts nothing where nothing is expected', () => {
    expect(poisson(createRandom(1), 0)).toBe(0);
  });

  it('chooses by weight', () => {
    const weights = [1, 0, 6, 3];
    const chooser = new Chooser(weights);
    const random = createRandom(3);
    const seen = [0, 0, 0, 0];
    for (let i = 0; i < DRAWS; i++) seen[chooser.choose(random)]! += 1;
    weights.forEach((weight, at) => {
      const share = weight / 10;
      expect(Math.abs(seen[at]! - DRAWS * share)).toBeLessThanOrEqual(4 * Math.sqrt(DRAWS * share * (1 - share)));
    });
  });

  it('is normal where it says so', () => {
    const random = createRandom(5);
    const { mean, variance } = moments(() => normal(random));
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(DRAWS));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / DRAWS));
    expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 6);
    expect(normalCdf(-1.2815515655446004)).toBeCloseTo(0.1, 6);
  });

  it('is the same for one seed and run, and another for the next', () => {
    const first = (seed: number, run: number): number => randomOf(seed, run)();
    expect(first(1, 0)).toBe(first(1, 0));
    expect(new Set([first(1, 0), first(1, 1), first(2, 0), first(2, 1)]).size).toBe(4);
  });
});
