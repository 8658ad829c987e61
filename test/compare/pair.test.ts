import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Comparer, compareOutputs } from '../../src/compare/pair.js';
import { defaultRule, EMBEDDING_RULE, type CompareRule } from '../../src/compare/rule.js';
import { CompareTally, tallyCells, type OutputReading } from '../../src/compare/tally.js';
import { numberToFp16 } from '../../src/compare/half.js';
import { stringsByteLength, writeStrings } from '../../src/tensor/bytes.js';
import type { Datatype } from '../../src/tensor/datatype.js';
import type { TensorSpec } from '../../src/tensor/signature.js';

function specOf(datatype: Datatype, dims: readonly number[]): TensorSpec {
  return { name: 'y', datatype, dims, modelDims: dims, optional: false, labels: [] };
}

const floats = (...values: number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);

function strings(...values: string[]): Uint8Array {
  const bytes = new Uint8Array(stringsByteLength(values));
  writeStrings(values, bytes, 0);
  return bytes;
}

function compareOne(spec: TensorSpec, rows: number, stable: Uint8Array | null, candidate: Uint8Array | null, rule: CompareRule = defaultRule(spec)): OutputReading & { disagreeing: number } {
  const tally = new CompareTally(new Float64Array(tallyCells(1)), 1);
  const disagreeing = compareOutputs([spec], [rule], rows, [stable], [candidate], tally);
  return { ...tally.read().outputs[0]!, disagreeing };
}

describe('scores of classes', () => {
  const spec = specOf('FP32', [4]);

  it('disagree when another class is first', () => {
    const stable = floats(0.1, 0.6, 0.2, 0.1, 0.7, 0.1, 0.1, 0.1);
    const read = compareOne(spec, 2, stable, floats(0.1, 0.5, 0.3, 0.1, 0.2, 0.5, 0.2, 0.1));
    expect(read).toMatchObject({ pairs: 2, disagreements: 1, disagreeing: 1, identical: 0, mismatched: 0 });
    expect(read.measures.top1).toMatchObject({ pairs: 2, mean: 0.5, worst: 0 });
    expect(read.measures.maxAbsolute?.worst).toBeCloseTo(0.5, 6);
    expect(read.measures.meanAbsolute?.worst).toBeCloseTo(0.25, 6);
    expect(read.measures.maxRelative?.worst).toBeCloseTo(4, 5);
    expect(read.measures.topK).toBeNull();
    expect(read.absolute.reduce((sum, count) => sum + count)).toBe(2);
  });

  it('say which rows disagree', () => {
    const comparer = new Comparer([spec, specOf('INT64', [1])], [{ kind: 'top1' }, { kind: 'exact' }]);
    const tally = new CompareTally(new Float64Array(tallyCells(2)), 2);
    const scores = floats(1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0);
    const other = floats(1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0);
    const digits = new Uint8Array(BigInt64Array.of(0n, 0n, 0n).buffer);
    const found = comparer.compare(3, [scores, digits], [other, new Uint8Array(BigInt64Array.of(0n, 1n, 2n).buffer)], tally);
    expect(found).toBe(2);
    expect([...comparer.disagreed.subarray(0, 3)]).toEqual([0, 1, 1]);
    expect(tally.read()).toMatchObject({ pairs: 3, disagreements: 2, outputs: [{ disagreements: 1 }, { disagreements: 2 }] });
    expect(comparer.compare(3, [scores, digits], [scores, digits], tally)).toBe(0);
    expect(tally.read()).toMatchObject({ pairs: 6, disagreements: 2 });
  });
});

describe('rules', () => {
  it('come from the kind of the output', () => {
    expect(defaultRule(specOf('FP32', [10]))).toEqual({ kind: 'top1' });
    expect(defaultRule(specOf('FP16', [1, 10, 1]))).toEqual({ kind: 'top1' });
    expect(defaultRule(specOf('FP32', [1]))).toEqual({ kind: 'relative', atMost: 0.01 });
    expect(defaultRule(specOf('FP32', []))).toEqual({ kind: 'relative', atMost: 0.01 });
    expect(defaultRule(specOf('FP32', [8, 8]))).toEqual({ kind: 'relative', atMost: 0.01 });
    for (const datatype of ['INT64', 'BYTES', 'BOOL', 'UINT8'] as const) expect(defaultRule(specOf(datatype, [4]))).toEqual({ kind: 'exact' });
  });

  it.each<[CompareRule, number[], number[], boolean]>([
    [{ kind: 'relative', atMost: 0.01 }, [100], [100.9], false],
    [{ kind: 'relative', atMost: 0.01 }, [100], [101.1], true],
    [{ kind: 'relative', atMost: 0.01 }, [0], [1e-9], false],
    [{ kind: 'absolute', atMost: 0.5 }, [1, 2], [1.4, 2.4], false],
    [{ kind: 'absolute', atMost: 0.5 }, [1, 2], [1, 2.6], true],
    [EMBEDDING_RULE, [1, 0, 2], [2, 0, 4], false],
    [EMBEDDING_RULE, [1, 0, 2], [2, 0, 3], true],
    [EMBEDDING_RULE, [0, 0], [0, 1], true],
    [{ kind: 'rank', atLeast: 0.9 }, [1, 2, 3], [10, 20, 30], false],
    [{ kind: 'rank', atLeast: 0.9 }, [1, 2, 3], [3, 2, 1], true],
    [{ kind: 'topK', k: 2, atLeast: 1 }, [1, 2, 3], [1, 3, 2], false],
    [{ kind: 'topK', k: 2, atLeast: 1 }, [1, 2, 3], [4, 3, 2], true],
    [{ kind: 'exact' }, [1, 2], [1, 2.0000002], true],
    [{ kind: 'report' }, [1, 2], [2, 1], false],
    [{ kind: 'top1' }, [5], [5.01], false],
    [{ kind: 'top1' }, [5], [6], true],
  ])('%j of %j and %j', (rule, stable, candidate, disagrees) => {
    const read = compareOne(specOf('FP32', [-1]), 1, floats(...stable), floats(...candidate), rule);
    expect(read.disagreeing).toBe(disagrees ? 1 : 0);
    expect(read.disagreements).toBe(disagrees ? 1 : 0);
  });
});

describe('what is not a number', () => {
  it('disagrees unless both have it in the same place, and is counted', () => {
    const spec = specOf('FP32', [3]);
    const same = compareOne(spec, 1, floats(NaN, 1, Infinity), floats(NaN, 1, Infinity));
    expect(same).toMatchObject({ disagreements: 0, identical: 1, stableNonFiniteRows: 1, candidateNonFiniteRows: 1, candidateNonFinite: 2 });
    const worse = compareOne(spec, 2, floats(1, 2, 3, 1, 2, 3), floats(1, 2, 3, 1, NaN, 3));
    expect(worse).toMatchObject({ disagreements: 1, stableNonFiniteRows: 0, candidateNonFiniteRows: 1, candidateNonFinite: 1 });
    expect(compareOne(spec, 1, floats(1, 2, 3), floats(1, NaN, 3), { kind: 'report' }).disagreements).toBe(0);
  });
});

describe('shapes and datatypes', () => {
  it('take rows of another size as disagreeing', () => {
    const spec = specOf('FP32', [-1]);
    expect(compareOne(spec, 2, floats(1, 2, 3, 4), floats(1, 2))).toMatchObject({ pairs: 2, mismatched: 2, disagreements: 2, identical: 0 });
    expect(compareOne(spec, 1, floats(1), null)).toMatchObject({ mismatched: 1, disagreements: 1 });
    expect(compareOne(spec, 1, null, null)).toMatchObject({ pairs: 0 });
  });

  it('tell 64-bit integers apart that are one double', () => {
    const spec = specOf('INT64', [1]);
    const one = new Uint8Array(BigInt64Array.of(2n ** 53n).buffer);
    const other = new Uint8Array(BigInt64Array.of(2n ** 53n + 1n).buffer);
    expect(compareOne(spec, 1, one, other)).toMatchObject({ disagreements: 1, identical: 0 });
    expect(compareOne(spec, 1, new Uint8Array(BigInt64Array.of(-5n).buffer), new Uint8Array(BigInt64Array.of(3n).buffer)).measures.maxAbsolute?.worst).toBe(8);
  });

  it('read FP16 where it lies, at an odd place too', () => {
    const words = Uint16Array.of(numberToFp16(1), numberToFp16(2));
    const bytes = new Uint8Array(5);
    bytes.set(new Uint8Array(words.buffer), 1);
    const read = compareOne(specOf('FP16', [2]), 1, bytes.subarray(1), new Uint8Array(Uint16Array.of(numberToFp16(1), numberToFp16(3)).buffer));
    expect(read.measures.maxAbsolute?.worst).toBe(1);
    expect(read.disagreements).toBe(0);
  });

  it('compare strings row by row', () => {
    const spec = specOf('BYTES', [2]);
    expect(compareOne(spec, 2, strings('a', 'b', 'c', 'd'), strings('a', 'b', 'c', 'x'))).toMatchObject({ pairs: 2, disagreements: 1, identical: 1 });
    expect(compareOne(spec, 2, strings('a', 'b', 'c', 'd'), strings('aa', 'b', 'c', 'd'))).toMatchObject({ disagreements: 1, identical: 1 });
    expect(compareOne(spec, 2, strings('a', 'b', 'c', 'd'), strings('a', 'b', 'c'))).toMatchObject({ mismatched: 2 });
    expect(compareOne(spec, 1, strings('a'), strings('a').subarray(0, 4))).toMatchObject({ mismatched: 1 });
  });
});

describe('comparing', () => {
  it('finds nothing between a row and itself, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { minLength: 1, maxLength: 40 }), (values) => {
        const bytes = new Uint8Array(Float64Array.from(values).buffer);
        const read = compareOne(specOf('FP64', [-1]), 1, bytes, bytes.slice());
        expect(read).toMatchObject({ pairs: 1, disagreements: 0, identical: 1 });
      }),
    );
  });

  it('adds up the same in one batch as row by row', () => {
    const row = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(row, row), { minLength: 1, maxLength: 8 }), (pairs) => {
        const spec = specOf('FP32', [6]);
        const comparer = new Comparer([spec], [defaultRule(spec)]);
        const [whole, single] = [0, 0].map(() => new CompareTally(new Float64Array(tallyCells(1)), 1));
        comparer.compare(pairs.length, [floats(...pairs.flatMap(([a]) => a))], [floats(...pairs.flatMap(([, b]) => b))], whole!);
        for (const [a, b] of pairs) comparer.compare(1, [floats(...a)], [floats(...b)], single!);
        expect(whole!.read()).toEqual(single!.read());
      }),
    );
  });
});
