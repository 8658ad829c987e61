/** A model of a benchmark or test repository: its files by path below the model's folder. */
import { encodeModel, type GraphBuilder } from '../../src/onnx/build.js';
import { DATATYPES, type Datatype } from '../../src/tensor/datatype.js';

export interface BenchModel {
  readonly name: string;
  /** Why it exists, in a line. */
  readonly purpose: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface BenchTensor {
  readonly name: string;
  readonly datatype: Datatype;
  readonly dims: readonly number[];
  /** The model file's dims where they differ; Triton's config cannot say "scalar" in another way. */
  readonly reshape?: readonly number[];
}

export interface BenchConfig {
  /** 0: no batch dimension. */
  readonly maxBatchSize: number;
  readonly inputs: readonly BenchTensor[];
  readonly outputs: readonly BenchTensor[];
  /** Further lines of the config, in Triton's text format. */
  readonly extra?: string;
}

export function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

/** A model of one version with the config that describes it. */
export function benchModel(name: string, purpose: string, graph: GraphBuilder, config: BenchConfig): BenchModel {
  return rawModel(name, purpose, encodeModel(graph, { metadata: { purpose } }), config);
}

export function rawModel(name: string, purpose: string, bytes: Uint8Array, config: BenchConfig): BenchModel {
  const files = new Map([['config.pbtxt', text(configText(name, config))], ['1/model.onnx', bytes]]);
  return { name, purpose, files };
}

export function configText(name: string, config: BenchConfig): string {
  const lines = [
    `name: "${name}"`,
    'platform: "onnxruntime_onnx"',
    `max_batch_size: ${config.maxBatchSize}`,
    ...config.inputs.map((tensor) => tensorText('input', tensor)),
    ...config.outputs.map((tensor) => tensorText('output', tensor)),
    config.extra ?? (config.maxBatchSize > 0 ? 'dynamic_batching { }' : ''),
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

function tensorText(kind: string, tensor: BenchTensor): string {
  const reshape = tensor.reshape === undefined ? '' : `, reshape: { shape: [ ${tensor.reshape.join(', ')} ] }`;
  const type = DATATYPES[tensor.datatype].config;
  return `${kind} [ { name: "${tensor.name}", data_type: ${type}, dims: [ ${tensor.dims.join(', ')} ]${reshape} } ]`;
}

/** Numbers in [-1, 1) that are the same everywhere; what they are does not matter, that they repeat does. */
export function noise(length: number, seed: number): Float32Array {
  let state = seed >>> 0 || 1;
  return Float32Array.from({ length }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2147483648 - 1;
  });
}
