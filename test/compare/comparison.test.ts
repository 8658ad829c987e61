import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addComparisons, COMPARED_OUTPUTS_MAX, comparisonView, keepComparison, type KeptComparison } from '../../src/compare/comparison.js';
import { Comparer } from '../../src/compare/pair.js';
import type { CompareRule } from '../../src/compare/rule.js';
import { sliceCells, SliceTally } from '../../src/compare/slice.js';
import { CompareTally, tallyCells } from '../../src/compare/tally.js';
import type { TensorSpec } from '../../src/tensor/signature.js';

const spec = (name: string): TensorSpec => ({ name, datatype: 'FP32', dims: [2], modelDims: [2], optional: false, labels: [] });
const EXACT: CompareRule = { kind: 'exact' };
const NO_SKIPS = { busy: 0, memory: 0, outside: 0, faults: 0 };
const bytes = (values: readonly number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);

interface Pair {
  readonly slice: number;
  readonly stable: readonly number[];
  readonly candidate: readonly number[];
}

/** As front ends count it, kept as a document keeps it. */
function kept(pairs: readonly Pair[], values: readonly string[] | null = ['a', 'b']): KeptComparison {
  const tally = new CompareTally(new Float64Array(tallyCells(1)), 1);
  const slices = Array.from({ length: values === null ? 0 : 4 }, () => new SliceTally(new Float64Array(sliceCells(1)), 1));
  const comparer = new Comparer([spec('y')], [EXACT]);
  let disagreements = 0;
  for (const { slice, stable, candidate } of pairs) {
    if (comparer.compare(stable.length / 2, [bytes(stable)], [bytes(candidate)], tally, slices[slice] ?? null) > 0) disagreements++;
  }
  const none = { requests: 0, disagreements: 0, tally: new CompareTally(new Float64Array(tallyCells(1)), 1) };
  return JSON.parse(JSON.stringify(keepComparison(['y'], { candidate: { requests: pairs.length, disagreements, tally }, floor: none, slices }, NO_SKIPS, values))) as KeptComparison;
}

const pair = fc.record({
  slice: fc.integer({ min: 0, max: 3 }),
  stable: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 2, maxLength: 2 }),
  candidate: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 2, maxLength: 2 }),
});

describe('a comparison', () => {
  it('is shown by output and by slice', () => {
    const view = comparisonView(kept([
      { slice: 2, stable: [0.5, 0.5], candidate: [0.25, 0.75] },
      { slice: 2, stable: [1, 2, 3, 4], candidate: [1, 2, 3, 5] },
      { slice: 1, stable: [1, 2], candidate: [1, 2] },
      { slice: 0, stable: [1, 2], candidate: [NaN, 2] },
    ]))!;
    expect(view.candidate).toMatchObject({ pairs: 4, disagreements: 3, agreement: 0.25 });
    expect(view.candidate.outputs['y']).toMatchObject({ pairs: 5, disagreements: 3, agreement: 0.4, identical: 2, nonFiniteRows: { stable: 0, candidate: 1 } });
    expect(view.candidate.outputs['y']!.measures.maxAbsolute).toEqual({ pairs: 5, mean: 0.25, worst: 1 });
    expect(view.candidate.outputs['y']!.measures.topK).toBeUndefined();
    expect(view.candidate.outputs['y']!.histogram.absolute.reduce((sum, count) => sum + count, 0)).toBe(5);
    const divergence = 0.5 * Math.log(0.5 / 0.25) + 0.5 * Math.log(0.5 / 0.75);
    expect(view.slices.map(({ kind, value, pairs, disagreements }) => [kind, value, pairs, disagreements])).toEqual([['value', 'a', 2, 2], ['none', null, 1, 0], ['other', null, 1, 1]]);
    expect(view.slices[0]!.outputs['y']).toMatchObject({ rows: 3, disagreements: 2, top1: 2 / 3, divergence: expect.closeTo(divergence, 12) as number });
    expect(view.slices[2]!.outputs['y']).toMatchObject({ top1: null, divergence: null });
    expect([view.floor.pairs, view.floor.agreement]).toEqual([0, null]);
  });

  it('is the same in whatever parts it was counted and kept', () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 20 }), fc.array(pair, { maxLength: 20 }), fc.array(pair, { maxLength: 20 }), (a, b, c) => {
        const whole = kept([...a, ...b, ...c]);
        const close = (one: readonly number[], other: readonly number[]): void => one.forEach((cell, at) => expect(Math.abs(cell - other[at]!)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(cell))));
        const sum = addComparisons(addComparisons(addComparisons(null, kept(a)), kept(b)), kept(c));
        close(sum.candidate.cells, whole.candidate.cells);
        sum.slices!.cells.forEach((cells, slice) => close(cells, whole.slices!.cells[slice]!));
        expect([sum.candidate.requests, sum.candidate.disagreements]).toEqual([whole.candidate.requests, whole.candidate.disagreements]);
      }),
    );
  });

  it('keeps the values of slices in their order while more come', () => {
    const sum = addComparisons(kept([{ slice: 2, stable: [1, 2], candidate: [1, 2] }], ['a']), kept([{ slice: 3, stable: [1, 2], candidate: [1, 2] }], ['a', 'b']));
    expect(comparisonView(sum)!.slices.map(({ value, pairs }) => [value, pairs])).toEqual([['a', 1], ['b', 1]]);
  });

  it('is null before the first pair, and leaves out what cannot be added', () => {
    expect(comparisonView(null)).toBeNull();
    expect(comparisonView(kept([]))).toBeNull();
    const one = kept([{ slice: 0, stable: [1, 2], candidate: [1, 2] }]);
    expect(addComparisons({ ...one, layout: 0 }, one)).toEqual(one);
    expect(addComparisons({ ...one, outputs: ['z'] }, one)).toEqual(one);
    expect(comparisonView({ ...one, layout: 0 })).toBeNull();
  });

  it('has a bounded number of outputs, and no number that JSON cannot hold', () => {
    const names = Array.from({ length: 40 }, (_, k) => `y${k}`);
    const tally = new CompareTally(new Float64Array(tallyCells(40)), 40);
    new Comparer(names.map(spec), names.map(() => EXACT)).compare(1, names.map(() => bytes([1e38, 1])), names.map(() => bytes([-1e38, 1])), tally);
    tally.cells[8] = Infinity;
    const side = { requests: 1, disagreements: 1, tally };
    const text = JSON.stringify(keepComparison(names, { candidate: side, floor: side, slices: [] }, NO_SKIPS, null));
    expect(text).not.toContain('null,');
    expect(text.length).toBeLessThan(16_384);
    const view = comparisonView(JSON.parse(text) as KeptComparison)!;
    expect(Object.keys(view.candidate.outputs)).toEqual(names.slice(0, COMPARED_OUTPUTS_MAX));
    expect(view.candidate.outputs['y7']).toMatchObject({ pairs: 1, disagreements: 1 });
  });
});
