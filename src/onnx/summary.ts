/**
 * What a model file says of itself, as plain data that survives a structured clone and JSON. The config room turns
 * it into a model config, the lifecycle uses the bytes for its memory estimate, reports print the rest.
 */
import type { Datatype } from '../tensor/datatype.js';

export type OnnxKind = 'tensor' | 'sparse_tensor' | 'sequence' | 'map' | 'optional' | 'opaque' | 'undeclared';

export interface OnnxTensor {
  readonly name: string;
  /** Only `tensor` can be served; the others are named so that the refusal can say what they are. */
  readonly kind: OnnxKind;
  /** Null where the kind is not `tensor` or the element type has no datatype in the protocol (complex, float8, 4 bit). */
  readonly datatype: Datatype | null;
  /** ONNX's element number; 0 where none is declared. */
  readonly elementType: number;
  /** -1 for a dimension of any size; null where not even the rank is declared. Empty for a scalar. */
  readonly dims: readonly number[] | null;
  /** Symbolic names beside `dims`, '' where a dimension has none; as long as `dims`, empty where that is null. */
  readonly dimNames: readonly string[];
}

export interface OnnxOpset {
  /** '' is ONNX's own domain. */
  readonly domain: string;
  readonly version: number;
}

export interface OnnxExternalFile {
  /** Relative to the folder of the model file, with forward slashes; never outside of it. */
  readonly path: string;
  /** The least size the file must have for every tensor that points into it. */
  readonly bytesMin: number;
}

export interface OnnxSummary {
  readonly irVersion: number;
  readonly producerName: string;
  readonly producerVersion: string;
  readonly domain: string;
  readonly modelVersion: number;
  readonly graphName: string;
  readonly opsets: readonly OnnxOpset[];
  /** `metadata_props` in file order. */
  readonly metadata: readonly { readonly key: string; readonly value: string }[];
  /** What a caller feeds: graph inputs less those that an initializer fills. */
  readonly inputs: readonly OnnxTensor[];
  readonly outputs: readonly OnnxTensor[];
  /** Distinct operators, sorted, nested graphs and functions included; `domain::Name` outside ONNX's own domain. */
  readonly opTypes: readonly string[];
  readonly nodeCount: number;
  readonly weightCount: number;
  /** Bytes of all weights, embedded, constant and external; the base of a memory estimate. */
  readonly weightBytes: number;
  readonly externalFiles: readonly OnnxExternalFile[];
  /** Size of the model file itself. */
  readonly fileBytes: number;
}
