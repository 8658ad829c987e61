/** Little-endian elements of any numeric datatype as doubles, into memory of the caller. Callers have checked the size. */
import { ServingError } from '../base/error.js';
import type { Datatype } from '../tensor/datatype.js';
import { bf16ToNumber, fp16ToNumber } from './half.js';

const FLOATS: ReadonlySet<Datatype> = new Set(['FP16', 'BF16', 'FP32', 'FP64']);

export function isFloat(datatype: Datatype): boolean {
  return FLOATS.has(datatype);
}

/** Reads `count` elements from `at` on. 64-bit integers beyond 2^53 lose their last digits; compare their bytes. */
export function decodeNumbers(datatype: Datatype, view: DataView, at: number, count: number, out: Float64Array): void {
  switch (datatype) {
    case 'FP32':
      for (let i = 0; i < count; i++) out[i] = view.getFloat32(at + i * 4, true);
      return;
    case 'FP64':
      for (let i = 0; i < count; i++) out[i] = view.getFloat64(at + i * 8, true);
      return;
    case 'FP16':
      for (let i = 0; i < count; i++) out[i] = fp16ToNumber(view.getUint16(at + i * 2, true));
      return;
    case 'BF16':
      for (let i = 0; i < count; i++) out[i] = bf16ToNumber(view.getUint16(at + i * 2, true));
      return;
    case 'BOOL':
    case 'UINT8':
      for (let i = 0; i < count; i++) out[i] = view.getUint8(at + i);
      return;
    case 'INT8':
      for (let i = 0; i < count; i++) out[i] = view.getInt8(at + i);
      return;
    case 'UINT16':
      for (let i = 0; i < count; i++) out[i] = view.getUint16(at + i * 2, true);
      return;
    case 'INT16':
      for (let i = 0; i < count; i++) out[i] = view.getInt16(at + i * 2, true);
      return;
    case 'UINT32':
      for (let i = 0; i < count; i++) out[i] = view.getUint32(at + i * 4, true);
      return;
    case 'INT32':
      for (let i = 0; i < count; i++) out[i] = view.getInt32(at + i * 4, true);
      return;
    // In two halves, because a BigInt per element would be an allocation per element.
    case 'UINT64':
      for (let i = 0; i < count; i++) out[i] = view.getUint32(at + i * 8 + 4, true) * 2 ** 32 + view.getUint32(at + i * 8, true);
      return;
    case 'INT64':
      for (let i = 0; i < count; i++) out[i] = view.getInt32(at + i * 8 + 4, true) * 2 ** 32 + view.getUint32(at + i * 8, true);
      return;
    case 'BYTES':
      throw new ServingError('internal', 'strings have no numbers to compare');
  }
}
