/**
 * The classification extension: the k largest values of each item of an output as `value:index` or `value:index:label`
 * texts, largest first, the lower index first where values are equal. Serves both protocols.
 */
import { ServingError } from '../base/error.js';
import { DATATYPES } from '../tensor/datatype.js';
import type { TensorSpec } from '../tensor/signature.js';

const elementsMax = 1_000_000;

export interface Classes {
  /** `[k]`, or `[batch, k]` when the model batches. */
  readonly shape: readonly number[];
  /** One list per item of the batch; one in all when the model does not batch. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * @param memory where the tensor lies, from `offset` on
 * @param shape of the tensor, batch dimension included when `batched`
 * @throws ServingError invalid_argument for datatypes without an order, and for items that are too large
 */
export function classify(
  spec: TensorSpec, memory: Uint8Array, offset: number, byteLength: number, shape: readonly number[], batched: boolean, k: number,
): Classes {
  const row = DATATYPES[spec.datatype];
  if (spec.datatype === 'BYTES' || spec.datatype === 'BOOL' || !row.json) {
    throw new ServingError('invalid_argument', `class result not available for output '${spec.name}' due to unsupported type '${spec.datatype}'`);
  }
  const batch = batched ? (shape[0] ?? 1) : 1;
  const elements = batch === 0 ? 0 : byteLength / row.bytes / batch;
  if (elements > elementsMax) {
    throw new ServingError('invalid_argument', `output '${spec.name}' has ${elements} elements per item; classification takes at most ${elementsMax}`);
  }
  // The tensor may lie at any offset, and windows of 64 bits want theirs to be even: a copy is simplest and small.
  const values = new row.array(memory.slice(offset, offset + byteLength).buffer);
  const count = Math.min(k, elements);
  const rows: string[][] = [];
  for (let item = 0; item < batch; item++) {
    const part = values.subarray(item * elements, (item + 1) * elements);
    rows.push(best(part, count).map((index) => text(part[index] as number | bigint, index, spec, row.bytes >= 4)));
  }
  return { shape: batched ? [batch, count] : [count], rows };
}

type Values = { readonly length: number; readonly [index: number]: number | bigint };

/** Indexes of the `count` largest, in order. NaN stands behind every number. */
function best(values: Values, count: number): number[] {
  const order = Array.from({ length: values.length }, (_, i) => i);
  order.sort((a, b) => {
    const x = values[a] as number | bigint;
    const y = values[b] as number | bigint;
    if (x > y) return -1;
    if (x < y) return 1;
    const missing = Number(Number.isNaN(x)) - Number(Number.isNaN(y));
    return missing === 0 ? a - b : missing;
  });
  return order.slice(0, count);
}

function text(value: number | bigint, index: number, spec: TensorSpec, wide: boolean): string {
  const float = wide && (spec.datatype === 'FP32' || spec.datatype === 'FP64');
  const label = spec.labels[index];
  const start = `${float ? decimals(Number(value)) : value.toString()}:${index}`;
  return label === undefined || label === '' ? start : `${start}:${label}`;
}

/** Six decimals as C's `%f` prints them. */
function decimals(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return Math.abs(value) < 1e21 ? value.toFixed(6) : `${BigInt(value)}.000000`;
}
