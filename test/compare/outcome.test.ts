import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTCOME_BINS, OutcomeSorter, scoreBin } from '../../src/compare/outcome.js';
import type { Datatype } from '../../src/tensor/datatype.js';
import type { TensorSpec } from '../../src/tensor/signature.js';

const spec = (name: string, datatype: Datatype, dims: readonly number[]): TensorSpec => ({ name, datatype, dims, modelDims: dims, optional: false, labels: [] });
const binOf = (sorter: OutcomeSorter, bytes: Uint8Array): number => sorter.bin(new DataView(bytes.buffer), bytes.byteOffset, bytes.length);
const floats = (...values: number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);

describe('outcomes', () => {
  it('are classes of scores, labels, or ranges of one score, of the first output that has any', () => {
    const classes = OutcomeSorter.of([spec('text', 'BYTES', [1]), spec('p', 'FP32', [1, 3]), spec('s', 'FP32', [1])])!;
    expect([classes.spec.name, binOf(classes, floats(0.1, 0.2, 0.7)), binOf(classes, floats(9, 1, 1, 0, 0, 5)), binOf(classes, floats(NaN, NaN, NaN))]).toEqual(['p', 2, 0, -1]);
    const labels = OutcomeSorter.of([spec('label', 'INT64', [1])])!;
    expect([3n, 62n, 63n, 1_000n, -1n].map((value) => binOf(labels, new Uint8Array(BigInt64Array.of(value).buffer)))).toEqual([3, 62, 63, 63, 63]);
    const scores = OutcomeSorter.of([spec('s', 'FP32', [1])])!;
    expect([0, 0.049, 0.5, 1, 3, -0.5].map((value) => binOf(scores, floats(value)))).toEqual([0, 0, 10, 19, 21, 47]);
    expect(binOf(scores, new Uint8Array(0))).toBe(-1);
  });

  it('are none of outputs that are wide, or of any size', () => {
    expect(OutcomeSorter.of([spec('a', 'FP32', [65]), spec('b', 'FP32', [-1]), spec('c', 'FP32', [2, 2]), spec('d', 'INT64', [2]), spec('e', 'BYTES', [1])])).toBeNull();
  });

  it('of scores rise with them on each side of zero, and are in range', () => {
    const score = fc.double({ noNaN: true });
    fc.assert(
      fc.property(score, score, (a, b) => {
        const [one, other] = [scoreBin(a), scoreBin(b)];
        for (const bin of [one, other]) if (!(Number.isInteger(bin) && bin >= 0 && bin < OUTCOME_BINS)) return false;
        return a < 0 !== b < 0 || one === other || Math.abs(a) < Math.abs(b) === one < other;
      }),
    );
  });
});
