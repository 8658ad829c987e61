/**
 * BYTES tensors on the wire: each element is a 4-byte little-endian length and its bytes. Engines take them as
 * strings, so elements must be UTF-8 without NUL; what cannot be carried faithfully is refused, never altered.
 */
import { ServingError } from '../base/error.js';

const decoder = new TextDecoder('utf-8', { fatal: true });
const LENGTH_BYTES = 4;

function lengthAt(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
}

/**
 * Reads `count` elements that must fill `byteLength` bytes exactly.
 * @throws ServingError size_mismatch or invalid_argument naming the tensor
 */
export function readStrings(tensor: string, bytes: Uint8Array, byteOffset: number, byteLength: number, count: number): string[] {
  const values: string[] = [];
  const end = byteOffset + byteLength;
  let at = byteOffset;
  while (at < end) {
    const length = at + LENGTH_BYTES <= end ? lengthAt(bytes, at) : -1;
    if (length < 0 || at + LENGTH_BYTES + length > end) {
      throw new ServingError('size_mismatch', `incomplete string data for input '${tensor}': element ${values.length} reaches past the end`);
    }
    values.push(textOf(tensor, bytes, at + LENGTH_BYTES, length, values.length));
    if (values.length > count) break;
    at += LENGTH_BYTES + length;
  }
  if (values.length !== count || at !== end) {
    throw new ServingError('size_mismatch', `unexpected number of string elements ${values.length} for input '${tensor}', expecting ${count}`);
  }
  return values;
}

function textOf(tensor: string, bytes: Uint8Array, at: number, length: number, element: number): string {
  let text: string;
  try {
    // A decoder refuses shared memory; slice copies out of it.
    text = decoder.decode(bytes.slice(at, at + length));
  } catch (cause) {
    throw new ServingError('invalid_argument', `element ${element} of input '${tensor}' is not UTF-8, which string tensors of ONNX Runtime must be`, { cause });
  }
  if (text.includes('\0')) {
    throw new ServingError('invalid_argument', `element ${element} of input '${tensor}' has a NUL character, at which ONNX Runtime's binding would cut it off`);
  }
  return text;
}

/** Bytes that `values` take on the wire. */
export function stringsByteLength(values: readonly string[]): number {
  let total = 0;
  for (const value of values) total += LENGTH_BYTES + Buffer.byteLength(value);
  return total;
}

/** Writes values from `at` on; returns the offset behind them. */
export function writeStrings(values: readonly string[], bytes: Uint8Array, at: number): number {
  const target = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const value of values) {
    const written = target.write(value, at + LENGTH_BYTES);
    target.writeUInt32LE(written, at);
    at += LENGTH_BYTES + written;
  }
  return at;
}
