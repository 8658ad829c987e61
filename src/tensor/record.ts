/**
 * An answered request as words, so that many of them cross threads as one piece of memory: its inputs and its outputs, by
 * their positions in the signature.
 *
 *   record   [words, rows, moment in two halves, inputs, outputs], then the tensors
 *   tensor   [index, rank, byteLength, dims...], then its bytes, filled up to a whole word
 */
export const RECORD = { words: 0, rows: 1, momentLow: 2, momentHigh: 3, inputs: 4, outputs: 5, head: 6 } as const;
export const RECORD_TENSOR = { index: 0, rank: 1, byteLength: 2, head: 3 } as const;

export interface RecordTensor {
  readonly index: number;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

export interface TensorRecord {
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly rows: number;
  readonly inputs: readonly RecordTensor[];
  readonly outputs: readonly RecordTensor[];
}

export function tensorWords(rank: number, byteLength: number): number {
  return RECORD_TENSOR.head + rank + Math.ceil(byteLength / 4);
}

/** The records that fill these words, one after the other; bytes stay where they are. */
export function* readRecords(words: Int32Array): Generator<TensorRecord> {
  for (let at = 0; at < words.length; at += words[at]!) yield recordAt(words, at);
}

function recordAt(words: Int32Array, start: number): TensorRecord {
  let at = start + RECORD.head;
  const tensors = (count: number): RecordTensor[] =>
    Array.from({ length: count }, () => {
      const [index, rank, byteLength] = [words[at]!, words[at + RECORD_TENSOR.rank]!, words[at + RECORD_TENSOR.byteLength]!];
      const from = at + RECORD_TENSOR.head + rank;
      const shape = [...words.subarray(at + RECORD_TENSOR.head, from)];
      at += tensorWords(rank, byteLength);
      return { index, shape, bytes: new Uint8Array(words.buffer, words.byteOffset + 4 * from, byteLength) };
    });
  const inputs = tensors(words[start + RECORD.inputs]!);
  const atMs = (words[start + RECORD.momentHigh]! >>> 0) * 2 ** 32 + (words[start + RECORD.momentLow]! >>> 0);
  return { atMs, rows: words[start + RECORD.rows]!, inputs, outputs: tensors(words[start + RECORD.outputs]!) };
}
