import { describe, expect, it } from 'vitest';
import type { Expected, Golden, Metric } from '../../src/gate/golden.js';
import { judgeGolden, type Answer } from '../../src/gate/score.js';
import type { Signature, TensorSpec } from '../../src/tensor/signature.js';
import type { Datatype } from '../../src/tensor/datatype.js';

const spec = (name: string, datatype: Datatype, dims: readonly number[]): TensorSpec => ({ name, datatype, dims, modelDims: dims, optional: false, labels: [] });
const SIGNATURE: Signature = { inputs: [], outputs: [spec('scores', 'FP32', [3]), spec('name', 'BYTES', [1])], maxBatchSize: 8 };

const answer = (...values: readonly number[]): readonly Answer[] => [{ bytes: new Uint8Array(Float32Array.from(values).buffer), strings: [] }, { bytes: new Uint8Array(0), strings: [] }];
const named = (...strings: readonly string[]): readonly Answer[] => [answer()[0]!, { bytes: new Uint8Array(0), strings }];
const expecting = (values: readonly (number | string)[], output = 0, tolerance = { absolute: 0.01, relative: 0 }): readonly Expected[] => [{ output, values, tolerance }];
const set = (metrics: readonly Metric[], ...rows: readonly (readonly Expected[])[]): Golden => ({ metrics, rows: rows.map((expected, k) => ({ line: k + 1, name: `row ${k + 1}`, rows: 1, inputs: [], expected })) });

describe('judgeGolden', () => {
  it('passes what lies within its tolerance', () => {
    expect(judgeGolden(set([], expecting([1, 2, 3])), SIGNATURE, [answer(1.005, 2, 2.995)])).toEqual({ kind: 'passed', summary: '1 outputs within their tolerance over 1 rows' });
  });

  it('names row, place and both values of what does not', () => {
    expect(judgeGolden(set([], expecting([1, 2, 3]), expecting([1, 2, 3])), SIGNATURE, [answer(1, 2, 3), answer(1, 2.5, 3)])).toEqual({
      kind: 'failed', reason: "golden set failed: 1 of 2 outputs differ: 'scores' of row 2 has 2.5 at 1, 2 was expected",
    });
  });

  it('takes a tolerance that grows with the value', () => {
    const relative = { absolute: 0, relative: 0.1 };
    expect(judgeGolden(set([], expecting([100, 1, 0], 0, relative)), SIGNATURE, [answer(109, 0.95, 0)]).kind).toBe('passed');
    expect(judgeGolden(set([], expecting([100, 1, 0], 0, relative)), SIGNATURE, [answer(112, 1, 0)]).kind).toBe('failed');
  });

  it('never takes NaN for an answer', () => {
    expect(judgeGolden(set([], expecting([0, 0, 0], 0, { absolute: 1e9, relative: 0 })), SIGNATURE, [answer(0, Number.NaN, 0)]).kind).toBe('failed');
  });

  it.each<[string, Metric, string, boolean]>([
    ['accuracy that is reached', { output: 'scores', kind: 'accuracy', min: 0.66 }, "accuracy of 'scores' 0.666667 (at least 0.66) over 3 rows", true],
    ['accuracy that is missed', { output: 'scores', kind: 'accuracy', min: 0.9 }, "golden set failed: accuracy of 'scores' is 0.666667, and the golden set asks for at least 0.9", false],
    ['the two largest', { output: 'scores', kind: 'topK', k: 2, min: 1 }, "topK of 'scores' 1 (at least 1) over 3 rows", true],
  ])('measures %s', (_, metric, text, passes) => {
    const golden = set([metric], expecting([0]), expecting([2]), expecting([0, 9, 1]));
    const verdict = judgeGolden(golden, SIGNATURE, [answer(9, 1, 2), answer(1, 9, 8), answer(1, 5, 2)]);
    expect(verdict).toEqual(passes ? { kind: 'passed', summary: text } : { kind: 'failed', reason: text });
  });

  it('measures errors and text, and fails where a metric has nothing to measure', () => {
    expect(judgeGolden(set([{ output: 'scores', kind: 'meanAbsoluteError', max: 1 }], expecting([0, 0, 0])), SIGNATURE, [answer(1, 2, 0)])).toMatchObject({ kind: 'passed', summary: expect.stringContaining('meanAbsoluteError') });
    expect(judgeGolden(set([{ output: 'scores', kind: 'rootMeanSquareError', max: 1 }], expecting([0, 0, 0])), SIGNATURE, [answer(3, 0, 0)]).kind).toBe('failed');
    expect(judgeGolden(set([{ output: 'name', kind: 'accuracy', min: 1 }], expecting(['cat'], 1)), SIGNATURE, [named('cat')]).kind).toBe('passed');
    expect(judgeGolden(set([{ output: 'name', kind: 'accuracy', min: 0 }], expecting([1, 2, 3])), SIGNATURE, [answer(1, 2, 3)]).kind).toBe('failed');
  });
});
