/**
 * What a teacher answered, on its way to whoever trains a student: inputs and outputs of mirrored requests in shared memory,
 * one ring of records (tensor/record.ts) per front end. A front end writes and never waits, control takes and never
 * stops it; what does not fit is dropped and counted. A record never wraps: a word of -1 sends the reader to the start.
 */
import { assert } from '../base/assert.js';
import { InputField } from '../memory/descriptor.js';
import { RECORD, RECORD_TENSOR, tensorWords } from '../tensor/record.js';
import type { PooledRequest } from './request.js';

/**
 * Of a front end's row: how many words were written and read, as counts that run over, which need not be at a whole number
 * of rings, so that both sides keep their place beside them; and how many rows were left out.
 */
const RING = { written: 0, read: 1, writing: 2, reading: 3, dropped: 4, words: 16 } as const;
const HEAD = { frontEnds: 0, ringWords: 1, words: 16 } as const;
const AGAIN = -1;

/** @param ringBytes of each front end; a record may take half of it */
export function createLabels(frontEnds: number, ringBytes: number): SharedArrayBuffer {
  assert(frontEnds > 0 && ringBytes >= 64 && ringBytes % 4 === 0 && ringBytes < 2 ** 31, 'labels need a front end and whole words');
  const ringWords = ringBytes / 4;
  const labels = new SharedArrayBuffer(4 * (HEAD.words + frontEnds * (RING.words + ringWords)));
  new Int32Array(labels).set([frontEnds, ringWords]);
  return labels;
}

class Ring {
  readonly head: Int32Array;
  readonly ints: Int32Array;
  readonly bytes: Uint8Array;

  constructor(labels: SharedArrayBuffer, frontEnd: number) {
    const shared = new Int32Array(labels, 0, HEAD.words);
    const frontEnds = shared[HEAD.frontEnds]!;
    const ringWords = shared[HEAD.ringWords]!;
    assert(frontEnd >= 0 && frontEnd < frontEnds, `no front end ${frontEnd} in these labels`);
    const at = 4 * (HEAD.words + frontEnd * (RING.words + ringWords));
    this.head = new Int32Array(labels, at, RING.words);
    this.ints = new Int32Array(labels, at + 4 * RING.words, ringWords);
    this.bytes = new Uint8Array(labels, at + 4 * RING.words, 4 * ringWords);
  }
}

/** The row of one front end. */
export class LabelLane {
  private readonly ring: Ring;

  constructor(labels: SharedArrayBuffer, frontEnd: number) {
    this.ring = new Ring(labels, frontEnd);
  }

  /** Writes an answered request down, if there is room. Its inputs lie in the server's own memory. */
  write(request: PooledRequest, atMs: number): void {
    const { head, ints } = this.ring;
    const words = wordsOf(request);
    const at = words * 2 > ints.length ? -1 : this.room(words);
    if (at < 0) {
      Atomics.add(head, RING.dropped, request.rows);
      return;
    }
    this.fill(request, at, words, atMs);
    head[RING.writing] = at + words;
    Atomics.store(head, RING.written, (Atomics.load(head, RING.written) + words) | 0);
  }

  /** Place of a record, at the start again where the end is too near; -1 when the reader is too far behind. */
  private room(words: number): number {
    const { head, ints } = this.ring;
    const written = Atomics.load(head, RING.written) >>> 0;
    const free = ints.length - ((written - (Atomics.load(head, RING.read) >>> 0)) >>> 0);
    const at = head[RING.writing]! % ints.length;
    const left = ints.length - at;
    if (words <= left) return words <= free ? at : -1;
    if (words + left > free) return -1;
    ints[at] = AGAIN;
    Atomics.store(head, RING.written, (written + left) | 0);
    head[RING.writing] = 0;
    return 0;
  }

  private fill(request: PooledRequest, start: number, words: number, atMs: number): void {
    const { ints } = this.ring;
    const { signature, layout } = request.target;
    let inputs = 0;
    let outputs = 0;
    let at = start + RECORD.head;
    for (let i = 0; i < signature.inputs.length; i++) {
      const byteLength = request.inputField(i, InputField.byteLength);
      if (byteLength < 0) continue;
      inputs += 1;
      const rank = layout.inputRank[i]!;
      for (let d = 0; d < rank; d++) ints[at + RECORD_TENSOR.head + d] = request.inputField(i, InputField.dims + d);
      const from = request.inputField(i, InputField.byteOffset);
      at = this.tensor(at, i, rank, request.bytes.subarray(from, from + byteLength));
    }
    for (let i = 0; i < signature.outputs.length; i++) {
      const bytes = request.outputBytes(i);
      if (bytes === null) continue;
      outputs += 1;
      const shape = request.outputShape(i);
      shape.forEach((dim, d) => (ints[at + RECORD_TENSOR.head + d] = dim));
      at = this.tensor(at, i, shape.length, bytes);
    }
    ints[start + RECORD.words] = words;
    ints[start + RECORD.rows] = request.rows;
    ints[start + RECORD.momentLow] = atMs % 2 ** 32;
    ints[start + RECORD.momentHigh] = Math.floor(atMs / 2 ** 32);
    ints[start + RECORD.inputs] = inputs;
    ints[start + RECORD.outputs] = outputs;
  }

  private tensor(at: number, index: number, rank: number, bytes: Uint8Array): number {
    const { ints } = this.ring;
    ints[at + RECORD_TENSOR.index] = index;
    ints[at + RECORD_TENSOR.rank] = rank;
    ints[at + RECORD_TENSOR.byteLength] = bytes.length;
    this.ring.bytes.set(bytes, 4 * (at + RECORD_TENSOR.head + rank));
    return at + tensorWords(rank, bytes.length);
  }
}

function wordsOf(request: PooledRequest): number {
  const { signature, layout } = request.target;
  let words: number = RECORD.head;
  for (let i = 0; i < signature.inputs.length; i++) {
    const byteLength = request.inputField(i, InputField.byteLength);
    if (byteLength >= 0) words += tensorWords(layout.inputRank[i]!, byteLength);
  }
  for (let i = 0; i < signature.outputs.length; i++) {
    const bytes = request.outputBytes(i);
    if (bytes !== null) words += tensorWords(request.outputShape(i).length, bytes.length);
  }
  return words;
}

/** Records of one or more rings, one after the other, in private memory. */
export interface LabelChunk {
  readonly words: Int32Array;
  /** Words that are filled, and rows in them. */
  length: number;
  rows: number;
}

/** Control's side. One reader for all front ends. */
export class LabelReader {
  private readonly rings: readonly Ring[];
  private readonly seen: number[];
  private droppedRows = 0;

  constructor(labels: SharedArrayBuffer) {
    const frontEnds = new Int32Array(labels)[HEAD.frontEnds]!;
    this.rings = Array.from({ length: frontEnds }, (_, frontEnd) => new Ring(labels, frontEnd));
    this.seen = this.rings.map(() => 0);
  }

  /** Rows that found no room. */
  get dropped(): number {
    this.rings.forEach(({ head }, at) => {
      const count = Atomics.load(head, RING.dropped);
      // The count in shared memory runs over.
      this.droppedRows += (count - this.seen[at]!) >>> 0;
      this.seen[at] = count;
    });
    return this.droppedRows;
  }

  get isEmpty(): boolean {
    return this.rings.every((ring) => isRead(ring));
  }

  /** Takes records while the chunk has room for them and fewer rows than this. */
  take(chunk: LabelChunk, rowsMax: number): void {
    for (const ring of this.rings) while (chunk.rows < rowsMax && takeOne(ring, chunk));
  }
}

function isRead({ head }: Ring): boolean {
  return Atomics.load(head, RING.read) === Atomics.load(head, RING.written);
}

function takeOne(ring: Ring, chunk: LabelChunk): boolean {
  const { head, ints } = ring;
  if (isRead(ring)) return false;
  const at = head[RING.reading]! % ints.length;
  const isAgain = ints[at] === AGAIN;
  const words = isAgain ? ints.length - at : ints[at]!;
  if (!isAgain) {
    if (chunk.length + words > chunk.words.length) return false;
    chunk.words.set(ints.subarray(at, at + words), chunk.length);
    chunk.length += words;
    chunk.rows += ints[at + RECORD.rows]!;
  }
  head[RING.reading] = at + words;
  Atomics.store(head, RING.read, (Atomics.load(head, RING.read) + words) | 0);
  return true;
}
