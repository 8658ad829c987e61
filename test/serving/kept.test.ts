import { describe, expect, it } from 'vitest';
import { Kept } from '../../src/serving/kept.js';
import type { PooledRequest } from '../../src/serving/request.js';
import { DATATYPES, type Datatype } from '../../src/tensor/datatype.js';
import { signatureOf } from '../support/world.js';

/** An answered request with these outputs, one behind the other in the instance's memory. */
function answered(rows: number, outputs: readonly { readonly datatype: Datatype; readonly bytes: Uint8Array | null }[]): PooledRequest {
  const memory = new Uint8Array(new SharedArrayBuffer(outputs.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 24)));
  let at = 24;
  const views = outputs.map(({ bytes }) => {
    if (bytes === null) return null;
    memory.set(bytes, at);
    at += bytes.length;
    return memory.subarray(at - bytes.length, at);
  });
  const signature = signatureOf([['x', 'FP32', [1]]], outputs.map(({ datatype }, i) => [`y${i}`, datatype, [1]]), rows > 0 ? 1_000_000 : 0);
  return { rows, target: { signature, batched: rows > 0 }, outputBytes: (i: number) => views[i], outputMemory: () => memory } as unknown as PooledRequest;
}

const filled = (datatype: Datatype, elements: number): Uint8Array => Uint8Array.from({ length: elements * Math.max(1, DATATYPES[datatype].bytes) }, (_, k) => k % 251);
const places = Int32Array.of(0, 1);

describe('what is kept of an answer', () => {
  it('is a copy of every output, whatever becomes of the memory it lay in', () => {
    const kept = new Kept();
    const [a, b] = [filled('FP32', 12), filled('INT64', 3)];
    const request = answered(3, [{ datatype: 'FP32', bytes: a }, { datatype: 'INT64', bytes: b }]);
    expect(kept.keep(request)).toBe(true);
    request.outputMemory().fill(0);
    expect([kept.rows, ...kept.outputs]).toEqual([3, a, b]);
  });

  it('is the first rows of a large batch, and as many of the other answer', () => {
    const kept = new Kept();
    const large = filled('FP32', 100 * 1024);
    const request = answered(100, [{ datatype: 'FP32', bytes: large }, { datatype: 'BYTES', bytes: filled('BYTES', 40) }]);
    expect(kept.keep(request)).toBe(true);
    expect(kept.rows).toBe(16);
    expect(kept.outputs).toEqual([large.subarray(0, 16 * 4096), null]);
    expect(kept.beside(request, places)).toEqual([large.subarray(0, 16 * 4096), null]);
  });

  it('takes one row of up to a mebibyte and nothing beyond', () => {
    const kept = new Kept();
    expect(kept.keep(answered(0, [{ datatype: 'FP32', bytes: filled('FP32', 256 * 1024) }]))).toBe(true);
    expect(kept.rows).toBe(1);
    expect(kept.keep(answered(0, [{ datatype: 'FP32', bytes: filled('FP32', 256 * 1024 + 1) }]))).toBe(false);
    expect(kept.keep(answered(1, [{ datatype: 'BYTES', bytes: filled('BYTES', 1024 * 1024 + 1) }]))).toBe(false);
  });

  it('leaves out what the answer did not keep, on both sides', () => {
    const kept = new Kept();
    expect(kept.keep(answered(1, [{ datatype: 'FP32', bytes: null }, { datatype: 'FP32', bytes: filled('FP32', 1) }]))).toBe(true);
    const other = answered(1, [{ datatype: 'FP32', bytes: filled('FP32', 1) }, { datatype: 'FP32', bytes: filled('FP32', 1) }]);
    expect(kept.outputs).toEqual([null, filled('FP32', 1)]);
    expect(kept.beside(other, places)).toEqual([null, filled('FP32', 1)]);
    expect(kept.beside(other, Int32Array.of(0, -1))).toEqual([null, null]);
  });
});
