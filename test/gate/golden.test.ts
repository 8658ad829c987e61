import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGolden, type Golden } from '../../src/gate/golden.js';
import type { Signature, TensorSpec } from '../../src/tensor/signature.js';
import type { Datatype } from '../../src/tensor/datatype.js';

const spec = (name: string, datatype: Datatype, dims: readonly number[], optional = false): TensorSpec => ({ name, datatype, dims, modelDims: dims, optional, labels: [] });
const SIGNATURE: Signature = { inputs: [spec('x', 'FP32', [2]), spec('mode', 'BYTES', [1], true)], outputs: [spec('scores', 'FP32', [3]), spec('name', 'BYTES', [1])], maxBatchSize: 4 };

const row = (change: object = {}): object => ({ inputs: [{ name: 'x', datatype: 'FP32', shape: [1, 2], data: [1, 2] }], outputs: [{ name: 'scores', data: [0, 1, 0] }], ...change });
const faults = (...lines: readonly (object | string)[]): readonly string[] => {
  const read = parseGolden(lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'), 'golden.jsonl', SIGNATURE);
  return 'faults' in read ? read.faults : [];
};
const golden = (...lines: readonly object[]): Golden => {
  const read = parseGolden(lines.map((line) => JSON.stringify(line)).join('\n'), 'golden.jsonl', SIGNATURE);
  if ('faults' in read) throw new TypeError(read.faults.join('\n'));
  return read.golden;
};

describe('parseGolden', () => {
  it('reads rows into tensors, in the order of the signature', () => {
    const read = golden({ golden: 1, metrics: [{ output: 'scores', kind: 'accuracy', min: 0.9 }], tolerance: { scores: { absolute: 0.5 } } }, row(), row({ name: 'two', inputs: [
      { name: 'mode', datatype: 'BYTES', shape: [2, 1], data: [['a'], ['b']] }, { name: 'x', datatype: 'FP32', shape: [2, 2], data: [[1, 2], [3, 4]] },
    ], outputs: [{ name: 'name', data: ['cat', 'dog'] }] }));
    expect(read.metrics).toEqual([{ output: 'scores', kind: 'accuracy', min: 0.9 }]);
    expect(read.rows.map(({ name, rows, line }) => [name, rows, line])).toEqual([['line 2', 1, 2], ['two', 2, 3]]);
    expect(new Float32Array(read.rows[1]!.inputs[0]!.bytes.buffer)).toEqual(Float32Array.of(1, 2, 3, 4));
    expect(read.rows[1]!.inputs[1]).toEqual({ shape: [1], bytes: Uint8Array.of(1, 0, 0, 0, 97, 1, 0, 0, 0, 98) });
    expect(read.rows[0]!.expected).toEqual([{ output: 0, values: [0, 1, 0], tolerance: { absolute: 0.5, relative: 0 } }]);
  });

  it('names line and field of whatever is wrong, all at once', () => {
    expect(faults('{"golden": 1, "metrics": [{"output": "nope", "kind": "accuracy", "min": 0.9}]}', 'not json', row({ inputs: [{ name: 'x', datatype: 'INT8', shape: [1, 2], data: [1, 2] }] }))).toEqual([
      "golden.jsonl:1: metrics: 'nope' is no output of the model; it has 'scores', 'name'",
      expect.stringMatching(/^golden\.jsonl:2: is no JSON: /),
      'golden.jsonl:3: inputs.x: has datatype INT8, and the model takes FP32',
    ]);
  });

  it.each([
    ['a shape of another rank', { inputs: [{ name: 'x', datatype: 'FP32', shape: [2], data: [1, 2] }] }, 'inputs.x: has shape [2], and the model takes [-1,2]'],
    ['too few values', { inputs: [{ name: 'x', datatype: 'FP32', shape: [1, 2], data: [1] }] }, 'inputs.x: has 1 values, and its shape needs 2'],
    ['too many rows', { inputs: [{ name: 'x', datatype: 'FP32', shape: [5, 2], data: [1, 2, 3, 4, 5, 6, 7, 8, 9, 0] }] }, 'inputs.x: has 5 rows, and a run takes 1 to 4'],
    ['text for a number', { inputs: [{ name: 'x', datatype: 'FP32', shape: [1, 2], data: [1, 'b'] }] }, 'inputs.x: value 1 is "b", and FP32 takes a number'],
    ['an input too many', { inputs: [{ name: 'x', datatype: 'FP32', shape: [1, 2], data: [1, 2] }, { name: 'z', datatype: 'FP32', shape: [1], data: [1] }] }, 'inputs.z: is no input of the model'],
    ['an input too few', { inputs: [{ name: 'mode', datatype: 'BYTES', shape: [1, 1], data: ['a'] }] }, "inputs: leaves out 'x'"],
    ['an unknown output', { outputs: [{ name: 'y', data: [1] }] }, "outputs.y: 'y' is no output of the model; it has 'scores', 'name'"],
    ['nothing expected', { outputs: [{ name: 'scores', data: [] }] }, 'outputs.scores: expects nothing'],
  ])('refuses %s', (_, change, text) => {
    expect(faults(row(change))).toEqual([`golden.jsonl:1: ${text}`]);
  });

  it('refuses a set without rows', () => {
    expect(faults({ golden: 1 })).toEqual(['golden.jsonl: has no rows, so that nothing could pass it']);
  });

  it('meets any text with faults or a set, and throws nothing', () => {
    const any = fc.oneof(fc.string(), fc.jsonValue().map((value) => JSON.stringify(value)), fc.record({ inputs: fc.jsonValue(), outputs: fc.jsonValue() }).map((value) => JSON.stringify(value)));
    fc.assert(fc.property(fc.array(any, { maxLength: 5 }), (lines) => {
      const read = parseGolden(lines.join('\n'), 'golden.jsonl', SIGNATURE);
      expect('faults' in read ? read.faults.length : read.golden.rows.length).toBeGreaterThan(0);
    }));
  });
});
