/**
 * Rows of many requests into the tensors of one run: one copy from request memory (or from a client's shared memory
 * file) into the run's own buffers, then padding by repeating the first row, a value known to be valid.
 */
import { readSync } from 'node:fs';
import type { Run } from '../backend/backend.js';
import { ServingError } from '../base/error.js';
import type { DescriptorLayout } from '../memory/descriptor.js';
import { InputField } from '../memory/descriptor.js';
import { readStrings } from '../tensor/bytes.js';
import type { Signature } from '../tensor/signature.js';

/** Below this, a loop over words beats the fixed cost of making a view and calling `set` (about 120 ns). */
const LOOP_BYTES_MAX = 1024;

/** The memory of one front end, as an instance sees it. */
export interface RequestMemory {
  readonly bytes: Uint8Array;
  readonly ints: Int32Array;
}

/** One request of a run: whose memory, and the first integer of its descriptors. */
export interface Part {
  memory: RequestMemory;
  descriptors: number;
}

/** Shape of input `i` as the request gave it; null when it was left out. */
export function inputShape(layout: DescriptorLayout, part: Part, i: number): number[] | null {
  const at = part.descriptors + layout.inputAt[i]!;
  if (part.memory.ints[at + InputField.byteLength] === -1) return null;
  const shape: number[] = [];
  for (let d = 0; d < layout.inputRank[i]!; d++) shape.push(part.memory.ints[at + InputField.dims + d]!);
  return shape;
}

export class Assembler {
  constructor(
    private readonly signature: Signature,
    private readonly layout: DescriptorLayout,
  ) {}

  /**
   * Fills a prepared run.
   * @param rows rows that the requests bring together; `padded` rows are what the run takes
   * @throws ServingError when a client's shared memory cannot be read or does not hold what the shape says
   */
  fill(run: Run, parts: readonly Part[], count: number, rows: number, padded: number): void {
    for (let i = 0; i < this.signature.inputs.length; i++) {
      if (parts[0]!.memory.ints[parts[0]!.descriptors + this.layout.inputAt[i]! + InputField.byteLength] === -1) continue;
      if (this.signature.inputs[i]!.datatype === 'BYTES') this.fillStrings(run, i, parts, count, rows, padded);
      else this.fillBytes(run, i, parts, count, rows, padded);
    }
  }

  private fillBytes(run: Run, i: number, parts: readonly Part[], count: number, rows: number, padded: number): void {
    const target = run.input(i);
    const at = this.layout.inputAt[i]!;
    let end = 0;
    for (let p = 0; p < count; p++) {
      const { memory, descriptors } = parts[p]!;
      const from = memory.ints[descriptors + at + InputField.byteOffset]!;
      const byteLength = memory.ints[descriptors + at + InputField.byteLength]!;
      const file = memory.ints[descriptors + at + InputField.file]!;
      if (file >= 0) readRegion(this.signature.inputs[i]!.name, file, target, end, byteLength, from);
      else copy(memory, from, target, end, byteLength);
      end += byteLength;
    }
    if (padded > rows) repeatFirst(target, end, end / rows);
  }

  private fillStrings(run: Run, i: number, parts: readonly Part[], count: number, rows: number, padded: number): void {
    const values: string[] = [];
    for (let p = 0; p < count; p++) {
      for (const value of this.strings(i, parts[p]!)) values.push(value);
    }
    const perRow = values.length / Math.max(1, rows);
    for (let row = rows; row < padded; row++) values.push(...values.slice(0, perRow));
    run.setStrings(i, values);
  }

  private strings(i: number, part: Part): string[] {
    const { name } = this.signature.inputs[i]!;
    const at = part.descriptors + this.layout.inputAt[i]!;
    const { ints } = part.memory;
    const byteOffset = ints[at + InputField.byteOffset]!;
    const byteLength = ints[at + InputField.byteLength]!;
    const file = ints[at + InputField.file]!;
    let elements = 1;
    for (let d = 0; d < this.layout.inputRank[i]!; d++) elements *= ints[at + InputField.dims + d]!;
    if (file < 0) return readStrings(name, part.memory.bytes, byteOffset, byteLength, elements);
    const bytes = new Uint8Array(byteLength);
    readRegion(name, file, bytes, 0, byteLength, byteOffset);
    return readStrings(name, bytes, 0, byteLength, elements);
  }
}

function copy(memory: RequestMemory, from: number, target: Uint8Array, to: number, byteLength: number): void {
  if (byteLength > LOOP_BYTES_MAX) {
    target.set(memory.bytes.subarray(from, from + byteLength), to);
    return;
  }
  const source = memory.bytes;
  for (let k = 0; k < byteLength; k++) target[to + k] = source[from + k]!;
}

function repeatFirst(target: Uint8Array, end: number, rowBytes: number): void {
  for (let at = end; at < target.length; at += rowBytes) target.copyWithin(at, 0, rowBytes);
}

function readRegion(tensor: string, file: number, target: Uint8Array, to: number, byteLength: number, position: number): void {
  let done = 0;
  while (done < byteLength) {
    const read = readSync(file, target, to + done, byteLength - done, position + done);
    if (read === 0) throw new ServingError('size_mismatch', `the shared memory behind input '${tensor}' is shorter than when it was registered`);
    done += read;
  }
}
