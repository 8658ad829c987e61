/** Checks of a request's tensors against the signature, with Triton's texts, because clients match on them. */
import { ServingError } from '../base/error.js';
import type { Datatype } from '../tensor/datatype.js';
import type { TensorSpec } from '../tensor/signature.js';
import type { Target } from './port.js';

/** Shared records hold dims as 32-bit integers. */
const DIM_MAX = 2 ** 31 - 1;
const ELEMENTS_MAX = 2 ** 31 - 1;

/** @throws ServingError datatype_mismatch or shape_mismatch naming the tensor */
export function checkShape(target: Target, spec: TensorSpec, datatype: Datatype, shape: readonly number[]): void {
  if (datatype !== spec.datatype) {
    throw new ServingError(
      'datatype_mismatch',
      `inference input '${spec.name}' data-type is '${datatype}', but model '${target.model}' expects '${spec.datatype}'`,
    );
  }
  const max = target.signature.maxBatchSize;
  const skip = max > 0 ? 1 : 0;
  let elements = 1;
  for (let d = 0; d < shape.length; d++) {
    const dim = shape[d]!;
    if (!Number.isInteger(dim) || dim < 0 || dim > DIM_MAX) {
      throw new ServingError('shape_mismatch', `input '${spec.name}' has dimension ${dim}, which must be a whole number from 0 to ${DIM_MAX}`);
    }
    elements *= dim;
  }
  if (elements > ELEMENTS_MAX) throw new ServingError('shape_mismatch', `input '${spec.name}' has more than ${ELEMENTS_MAX} elements`);
  if (skip === 1 && shape.length === 0) {
    throw new ServingError('shape_mismatch', `input '${spec.name}' has no shape but model requires batch dimension for '${target.model}'`);
  }
  let fits = shape.length === spec.dims.length + skip;
  for (let d = 0; fits && d < spec.dims.length; d++) fits = spec.dims[d] === -1 || spec.dims[d] === shape[d + skip];
  if (!fits) throw shapeFault(target, spec, shape);
  if (skip === 1 && (shape[0]! > max || shape[0] === 0)) throw batchFault(target, spec, shape[0]!);
}

function shapeFault(target: Target, spec: TensorSpec, shape: readonly number[]): ServingError {
  const batched = target.signature.maxBatchSize > 0;
  const expected = [...(batched ? [-1] : []), ...spec.dims].join(',');
  const note = batched
    ? ' NOTE: Setting a non-zero max_batch_size in the model config requires a batch dimension to be prepended to each input shape. If you want to specify the full shape including the batch dim in your input dims config, try setting max_batch_size to zero.'
    : '';
  return new ServingError(
    'shape_mismatch',
    `unexpected shape for input '${spec.name}' for model '${target.model}'. Expected [${expected}], got [${shape.join(',')}].${note}`,
  );
}

function batchFault(target: Target, spec: TensorSpec, rows: number): ServingError {
  if (rows === 0) return new ServingError('shape_mismatch', `input '${spec.name}' has a batch of 0 rows for '${target.model}'; send at least one`);
  return new ServingError('shape_mismatch', `inference request batch-size must be <= ${target.signature.maxBatchSize} for '${target.model}'`);
}

/** Rows that a request with this shape brings; 1 for a model without a batch dimension. */
export function rowsOf(target: Target, shape: readonly number[]): number {
  return target.signature.maxBatchSize > 0 ? shape[0]! : 1;
}

export function sizeFault(target: Target, spec: TensorSpec, expected: number, got: number): ServingError {
  return new ServingError(
    'size_mismatch',
    `input byte size mismatch for input '${spec.name}' for model '${target.model}'. Expected ${expected}, got ${got}`,
  );
}
