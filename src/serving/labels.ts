/**
 * What a teacher answered, on its way to whoever trains a student: inputs and outputs of mirrored requests in shared memory,
 * one ring of bytes per front end. A front end writes and never waits, control takes and never stops it; what does not
 * fit is dropped and counted.
 *
 *   record   [words, inputs, outputs] then per tensor [index, rank, byteLength, dims...] and its bytes, on whole words
 *
 * A record never wraps: a word of -1 sends the reader to the start.
 */
import { assert } from '../base/assert.js';
import { InputField } from '../memory/descriptor.js';
import type { PooledRequest } from './request.js';

/**
 * Of a front end's row: how many words were written and read, as counts that run over, which need not be at a whole number
 * of rings, so that both sides keep their place beside them; and how many records were left out.
 */
const RING = { written: 0, read: 1, writing: 2, reading: 3, dropped: 4, words: 16 } as const;
const HEAD = { frontEnds: 0, ringWords: 1, words: 16 } as const;
const RECORD_WORDS = 3;
const TENSOR_WORDS = 3;
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
  write(request: PooledRequest): void {
    const { head, ints } = this.ring;
    const words = wordsOf(request);
    const at = words * 2 > ints.length ? -1 : this.room(words);
    if (at < 0) {
      Atomics.add(head, RING.dropped, 1);
      return;
    }
    this.fill(request, at, words);
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

  private fill(request: PooledRequest, start: number, words: number): void {
    const { ints } = this.ring;
    const { signature, layout } = request.target;
    let inputs = 0;
    let outputs = 0;
    let at = start + RECORD_WORDS;
    for (let i = 0; i < signature.inputs.length; i++) {
      const byteLength = request.inputField(i, InputField.byteLength);
      if (byteLength < 0) continue;
      inputs += 1;
      const rank = layout.inputRank[i]!;
      for (let d = 0; d < rank; d++) ints[at + TENSOR_WORDS + d] = request.inputField(i, InputField.dims + d);
      const from = request.inputField(i, InputField.byteOffset);
      at = this.tensor(at, i, rank, request.bytes.subarray(from, from + byteLength));
    }
    for (let i = 0; i < signature.outputs.length; i++) {
      const bytes = request.outputBytes(i);
      if (bytes === null) continue;
      outputs += 1;
      const shape = request.outputShape(i);
      shape.forEach((dim, d) => (ints[at + TENSOR_WORDS + d] = dim));
      at = this.tensor(at, i, shape.length, bytes);
    }
    ints[start] = words;
    ints[start + 1] = inputs;
    ints[start + 2] = outputs;
  }

  private tensor(at: number, index: number, rank: number, bytes: Uint8Array): number {
    this.ring.ints[at] = index;
    this.ring.ints[at + 1] = rank;
    this.ring.ints[at + 2] = bytes.length;
    const from = at + TENSOR_WORDS + rank;
    this.ring.bytes.set(bytes, from * 4);
    return from + Math.ceil(bytes.length / 4);
  }
}

function wordsOf(request: PooledRequest): number {
  const { signature, layout } = request.target;
  let words = RECORD_WORDS;
  for (let i = 0; i < signature.inputs.length; i++) {
    const byteLength = request.inputField(i, InputField.byteLength);
    if (byteLength >= 0) words += TENSOR_WORDS + layout.inputRank[i]! + Math.ceil(byteLength / 4);
  }
  for (let i = 0; i < signature.outputs.length; i++) {
    const bytes = request.outputBytes(i);
    if (bytes !== null) words += TENSOR_WORDS + request.outputShape(i).length + Math.ceil(bytes.length / 4);
  }
  return words;
}

export interface LabelTensor {
  /** Position in the teacher's signature. */
  readonly index: number;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

export interface LabelRecord {
  readonly inputs: readonly LabelTensor[];
  readonly outputs: readonly LabelTensor[];
}

/** Control's side. One reader for all front ends. */
export class LabelReader {
  private readonly rings: readonly Ring[];

  constructor(labels: SharedArrayBuffer) {
    const frontEnds = new Int32Array(labels)[HEAD.frontEnds]!;
    this.rings = Array.from({ length: frontEnds }, (_, frontEnd) => new Ring(labels, frontEnd));
  }

  get dropped(): number {
    return this.rings.reduce((sum, { head }) => sum + Atomics.load(head, RING.dropped), 0);
  }

  /** Takes up to `max` records of each front end, copied out. */
  take(max: number): LabelRecord[] {
    return this.rings.flatMap((ring) => takeFrom(ring, max));
  }
}

function takeFrom(ring: Ring, max: number): LabelRecord[] {
  const { head, ints } = ring;
  const records: LabelRecord[] = [];
  while (records.length < max && Atomics.load(head, RING.read) !== Atomics.load(head, RING.written)) {
    const at = head[RING.reading]! % ints.length;
    const isAgain = ints[at] === AGAIN;
    const words = isAgain ? ints.length - at : ints[at]!;
    if (!isAgain) records.push(recordAt(ring, at));
    head[RING.reading] = at + words;
    Atomics.store(head, RING.read, (Atomics.load(head, RING.read) + words) | 0);
  }
  return records;
}

function recordAt({ ints, bytes }: Ring, start: number): LabelRecord {
  let at = start + RECORD_WORDS;
  const tensors = (count: number): LabelTensor[] =>
    Array.from({ length: count }, () => {
      const [index, rank, byteLength] = [ints[at]!, ints[at + 1]!, ints[at + 2]!];
      const shape = [...ints.subarray(at + TENSOR_WORDS, at + TENSOR_WORDS + rank)];
      const from = at + TENSOR_WORDS + rank;
      at = from + Math.ceil(byteLength / 4);
      return { index, shape, bytes: Uint8Array.from(bytes.subarray(from * 4, from * 4 + byteLength)) };
    });
  const inputs = tensors(ints[start + 1]!);
  return { inputs, outputs: tensors(ints[start + 2]!) };
}
