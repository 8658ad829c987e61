/** Values of a golden set as bytes of a tensor, and outputs of a tensor as values. */
import { decodeNumbers } from '../compare/decode.js';
import { numberToBf16, numberToFp16 } from '../compare/half.js';
import { stringsByteLength, writeStrings } from '../tensor/bytes.js';
import { DATATYPES, type Datatype } from '../tensor/datatype.js';

export type Value = number | string | boolean;

/** JSON writes integers beyond 2^53 as text, and so may a golden set. */
const BIG = /^-?\d{1,20}$/;

/** Elements of nested lists, in row order. */
export function flatten(data: unknown, into: unknown[] = []): unknown[] {
  if (!Array.isArray(data)) into.push(data);
  else for (const item of data) flatten(item, into);
  return into;
}

/** @returns what is wrong with the first value that the datatype cannot hold; null for none */
export function valueFault(datatype: Datatype, values: readonly unknown[]): string | null {
  const wanted = datatype === 'BYTES' ? 'text' : datatype === 'BOOL' ? 'true or false' : /FP|BF/.test(datatype) ? 'a number' : 'an integer';
  const at = values.findIndex((value) => !fits(datatype, value));
  return at < 0 ? null : `value ${at} is ${JSON.stringify(values[at])}, and ${datatype} takes ${wanted}`;
}

function fits(datatype: Datatype, value: unknown): boolean {
  if (datatype === 'BYTES') return typeof value === 'string' && !value.includes('\0');
  if (datatype === 'BOOL') return typeof value === 'boolean' || value === 0 || value === 1;
  if (/FP|BF/.test(datatype)) return typeof value === 'number';
  if (/64/.test(datatype) && typeof value === 'string') return BIG.test(value);
  return typeof value === 'number' && Number.isSafeInteger(value);
}

/** @param values that `valueFault` has found nothing wrong with */
export function encodeValues(datatype: Datatype, values: readonly unknown[]): Uint8Array {
  if (datatype === 'BYTES') {
    const strings = values as readonly string[];
    const bytes = new Uint8Array(stringsByteLength(strings));
    writeStrings(strings, bytes, 0);
    return bytes;
  }
  const row = DATATYPES[datatype];
  const lane = new row.array(new ArrayBuffer(values.length * row.bytes));
  values.forEach((value, i) => {
    if (lane instanceof BigInt64Array || lane instanceof BigUint64Array) lane[i] = BigInt(value as string | number);
    else if (datatype === 'FP16') lane[i] = numberToFp16(Number(value));
    else if (datatype === 'BF16') lane[i] = numberToBf16(Number(value));
    else lane[i] = Number(value);
  });
  return new Uint8Array(lane.buffer);
}

/** Numbers of an output that holds no text. */
export function decodeValues(datatype: Datatype, bytes: Uint8Array): Float64Array {
  const count = bytes.byteLength / DATATYPES[datatype].bytes;
  const numbers = new Float64Array(count);
  decodeNumbers(datatype, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0, count, numbers);
  return numbers;
}
