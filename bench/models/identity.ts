/** Models that give back what they get: one for every datatype at the boundary, and one for every kind of shape. */
import { GraphBuilder, type BuildDim } from '../../src/onnx/build.js';
import { DATATYPES, type Datatype } from '../../src/tensor/datatype.js';
import { benchModel, type BenchModel, type BenchTensor } from './model.js';

function identity(name: string, purpose: string, datatype: Datatype, dims: readonly BuildDim[], maxBatchSize: number, config: Omit<BenchTensor, 'name' | 'datatype'>): BenchModel {
  const graph = new GraphBuilder(name)
    .input('INPUT0', datatype, dims)
    .output('OUTPUT0', datatype, dims)
    .node('Identity', ['INPUT0'], ['OUTPUT0']);
  return benchModel(name, purpose, graph, {
    maxBatchSize,
    inputs: [{ name: 'INPUT0', datatype, ...config }],
    outputs: [{ name: 'OUTPUT0', datatype, ...config }],
  });
}

/** `identity_fp32`, `identity_bytes`, ...: rows of any length, batched. BF16 is missing: see `faulty_bf16`. */
export function identityOf(datatype: Datatype): BenchModel {
  const name = `identity_${datatype.toLowerCase()}`;
  return identity(name, `${datatype} in and out`, datatype, ['batch', 'length'], 8, { dims: [-1] });
}

export function identities(): BenchModel[] {
  const served = (Object.keys(DATATYPES) as Datatype[]).filter((datatype) => DATATYPES[datatype].ort !== null);
  return [
    ...served.map(identityOf),
    identity('shape_scalar', 'a tensor without dimensions', 'FP32', [], 0, { dims: [1], reshape: [] }),
    identity('shape_vector', 'one free dimension, no batching', 'FP32', ['length'], 0, { dims: [-1] }),
    identity('shape_matrix', 'two free dimensions, batched; either may be 0', 'FP32', ['batch', 'rows', 'columns'], 8, { dims: [-1, -1] }),
    identity('shape_fixed', 'fixed dimensions, batched', 'FP32', ['batch', 2, 3], 8, { dims: [2, 3] }),
    identity('shape_row', 'a batch of single values', 'FP32', ['batch'], 8, { dims: [1], reshape: [] }),
  ];
}
