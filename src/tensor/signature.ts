import type { Datatype } from './datatype.js';

/** One declared tensor. Dims leave the batch dimension out when the model batches; -1 is a dimension of any size. */
export interface TensorSpec {
  readonly name: string;
  readonly datatype: Datatype;
  /** Dims as clients send and receive them. */
  readonly dims: readonly number[];
  /** Dims as the model file has them, where a `reshape` makes them differ from `dims`. */
  readonly modelDims: readonly number[];
  readonly optional: boolean;
  /** Class names for the classification extension, by index; empty without a label file. */
  readonly labels: readonly string[];
}

/** What a version takes and gives. Structured-cloneable: it is sent to every thread as it is. */
export interface Signature {
  readonly inputs: readonly TensorSpec[];
  readonly outputs: readonly TensorSpec[];
  /** Largest number of rows in one run; 0 means that the model has no batch dimension. */
  readonly maxBatchSize: number;
}
