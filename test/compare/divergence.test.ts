import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divergenceOf, PROBABILITY_FLOOR } from '../../src/compare/divergence.js';

const of = (row: readonly number[], other: readonly number[]): number => divergenceOf(Float64Array.from(row), Float64Array.from(other), row.length);

describe('divergence', () => {
  it('is that of Kullback and Leibler, in nats', () => {
    expect(of([0.5, 0.5], [0.9, 0.1])).toBeCloseTo(0.5 * Math.log(0.5 / 0.9) + 0.5 * Math.log(0.5 / 0.1), 12);
    expect(of([1, 0], [0.25, 0.75])).toBeCloseTo(Math.log(4), 12);
    expect(of([0.2, 0.8], [0.2, 0.8])).toBe(0);
  });

  it('is finite where the student rules out what the teacher does not', () => {
    expect(of([0.5, 0.5], [1, 0])).toBeCloseTo(0.5 * Math.log(0.5) + 0.5 * Math.log(0.5 / PROBABILITY_FLOOR), 9);
  });

  it('is nothing of rows that are no probabilities', () => {
    expect([of([0.5, 0.6], [0.5, 0.5]), of([0.5, 0.5], [2, -1]), of([0.5, NaN], [0.5, 0.5]), of([3, 4], [3, 4])]).toEqual([NaN, NaN, NaN, NaN]);
  });

  it('is never below zero', () => {
    const weights = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 });
    const normal = (row: readonly number[]): number[] => row.map((each) => each / row.reduce((sum, one) => sum + one, 0));
    fc.assert(fc.property(weights, weights, (a, b) => of(normal(a), normal(b)) >= 0));
  });
});
