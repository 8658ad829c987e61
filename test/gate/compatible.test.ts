import { describe, expect, it } from 'vitest';
import { breakingChanges } from '../../src/gate/compatible.js';
import type { Signature, TensorSpec } from '../../src/tensor/signature.js';

const spec = (name: string, dims: readonly number[] = [4], change: Partial<TensorSpec> = {}): TensorSpec => ({ name, datatype: 'FP32', dims, modelDims: dims, optional: false, labels: [], ...change });
const signature = (change: Partial<Signature> = {}): Signature => ({ inputs: [spec('x')], outputs: [spec('y')], maxBatchSize: 8, ...change });

describe('breakingChanges', () => {
  it.each<[string, Partial<Signature>]>([
    ['the same signature', {}],
    ['an input of any size', { inputs: [spec('x', [-1])] }],
    ['another optional input', { inputs: [spec('x'), spec('z', [1], { optional: true })] }],
    ['another output', { outputs: [spec('y'), spec('z')] }],
    ['a larger batch', { maxBatchSize: 16 }],
  ])('lets %s pass', (_, change) => {
    expect(breakingChanges(signature(), signature(change))).toEqual([]);
  });

  it.each<[string, Partial<Signature>, string]>([
    ['an input that is gone', { inputs: [] }, "input 'x' is gone"],
    ['another datatype', { inputs: [spec('x', [4], { datatype: 'INT32' })] }, "input 'x' is INT32, not FP32"],
    ['another shape', { inputs: [spec('x', [5])] }, "input 'x' has shape [5], not [4]"],
    ['a new required input', { inputs: [spec('x'), spec('z')] }, "input 'z' is new and required"],
    ['an output that is gone', { outputs: [] }, "output 'y' is gone"],
    ['an output of any size', { outputs: [spec('y', [-1])] }, "output 'y' has shape [-1], not [4]"],
    ['a smaller batch', { maxBatchSize: 4 }, 'a request may have 4 rows, not 8'],
    ['no batch', { maxBatchSize: 0 }, 'there is no batch dimension any more'],
  ])('names %s', (_, change, text) => {
    expect(breakingChanges(signature(), signature(change))).toEqual([text]);
  });
});
