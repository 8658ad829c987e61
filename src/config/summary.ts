/** What this room needs to know of a model file. Whoever reads model files produces it. */
import type { Datatype } from '../tensor/datatype.js';

export interface TensorSummary {
  readonly name: string;
  /** Null where the element type has no name in the protocol. */
  readonly datatype: Datatype | null;
  /** Dims as the file has them, the batch dimension included; -1 for a symbolic one. */
  readonly dims: readonly number[];
  readonly rankKnown: boolean;
  /** False for sequences, maps and optionals. */
  readonly isTensor: boolean;
  /** Whether the file has a default, so that a run may leave the input out. */
  readonly optional?: boolean;
}

export interface ModelSummary {
  readonly inputs: readonly TensorSummary[];
  readonly outputs: readonly TensorSummary[];
}
