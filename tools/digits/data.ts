/** The handwritten digits: 1797 images of 8 by 8 pixels from 0 to 16 with their class, and how they are split. */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { ServingError } from '../../src/base/error.js';
import { Random } from './random.js';

export const PIXELS = 64;
export const CLASSES = 10;

export interface Digits {
  readonly count: number;
  /** `PIXELS` values per row. */
  readonly pixels: Float64Array;
  readonly labels: Int32Array;
}

export function parseDigits(compressed: Uint8Array): Digits {
  const lines = gunzipSync(compressed).toString('ascii').trim().split('\n');
  const pixels = new Float64Array(lines.length * PIXELS);
  const labels = new Int32Array(lines.length);
  lines.forEach((line, row) => {
    const values = line.split(',').map(Number);
    if (values.length !== PIXELS + 1 || values.some((value) => !(value >= 0 && value <= 16))) {
      throw new ServingError('invalid_argument', `digits.csv.gz: line ${row + 1} is no image of 64 pixels and a class`);
    }
    pixels.set(values.slice(0, PIXELS), row * PIXELS);
    labels[row] = values[PIXELS] as number;
  });
  return { count: lines.length, pixels, labels };
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The held-out rows are the same for every model, or their metrics could not be compared. */
export function splitDigits(digits: Digits, heldOutCount: number, seed: number): { train: Digits; heldOut: Digits } {
  const order = Int32Array.from({ length: digits.count }, (_, row) => row);
  new Random(seed).shuffle(order);
  return {
    train: take(digits, order.subarray(heldOutCount)),
    heldOut: take(digits, order.subarray(0, heldOutCount)),
  };
}

function take(digits: Digits, rows: Int32Array): Digits {
  const pixels = new Float64Array(rows.length * PIXELS);
  const labels = new Int32Array(rows.length);
  rows.forEach((row, at) => {
    pixels.set(digits.pixels.subarray(row * PIXELS, (row + 1) * PIXELS), at * PIXELS);
    labels[at] = digits.labels[row] as number;
  });
  return { count: rows.length, pixels, labels };
}
