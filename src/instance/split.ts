/**
 * Outputs of one run back to its requests: the real rows of each output are copied once into a slab, and every
 * request is told which part is its own. An output asked for in a client's shared memory is also written there.
 */
import { writeSync } from 'node:fs';
import type { Run } from '../backend/backend.js';
import { ServingError } from '../base/error.js';
import { OUTPUT_RANK_MAX, OutputField, type DescriptorLayout } from '../memory/descriptor.js';
import type { SlabRing } from '../memory/slab.js';
import { stringsByteLength, writeStrings } from '../tensor/bytes.js';
import type { Signature } from '../tensor/signature.js';
import type { Part } from './assemble.js';

export class Splitter {
  private readonly batched: boolean;
  private readonly offsets: Int32Array;
  private readonly lengths: Int32Array;

  constructor(
    private readonly signature: Signature,
    private readonly layout: DescriptorLayout,
    private readonly slabs: SlabRing,
  ) {
    this.batched = signature.maxBatchSize > 0;
    this.offsets = new Int32Array(signature.outputs.length);
    this.lengths = new Int32Array(signature.outputs.length);
  }

  /**
   * Copies the outputs out and writes each request's descriptors.
   * @param rowsOf rows of each request; `padded` is what the run computed
   * @returns the slab that `count` readers now hold
   * @throws ServingError output_too_large when the outputs exceed the instance's output memory, backend_failed when
   *   the model's outputs do not have the batch dimension
   */
  share(run: Run, parts: readonly Part[], rowsOf: Int32Array, count: number, rows: number, padded: number): number {
    let total = 0;
    for (let j = 0; j < this.lengths.length; j++) {
      this.offsets[j] = total;
      this.lengths[j] = this.realBytes(run, j, rows, padded);
      total += (this.lengths[j]! + 7) & ~7;
    }
    if (!this.slabs.lease(total, count)) {
      throw new ServingError('output_too_large', `the outputs of one run take ${total} bytes; raise --output-memory-bytes (now ${this.slabs.bytes.length})`);
    }
    try {
      for (let j = 0; j < this.lengths.length; j++) {
        if (this.signature.outputs[j]!.datatype === 'BYTES') this.shareStrings(run, j, parts, rowsOf, count, padded);
        else this.shareBytes(run, j, parts, rowsOf, count, rows);
      }
    } catch (thrown) {
      this.slabs.cancelLast();
      throw thrown;
    }
    return this.slabs.lastSlab;
  }

  /** The requests of the last run have been handed back. */
  shared(): void {
    this.slabs.shared();
  }

  private realBytes(run: Run, j: number, rows: number, padded: number): number {
    const dims = run.outputDims(j);
    const { name, datatype } = this.signature.outputs[j]!;
    if (dims.length > OUTPUT_RANK_MAX) throw new ServingError('backend_failed', `output '${name}' has rank ${dims.length}; at most ${OUTPUT_RANK_MAX} is served`);
    if (this.batched && dims[0] !== padded) {
      throw new ServingError('backend_failed', `output '${name}' has shape [${dims.join(',')}] where its first dimension should be the batch of ${padded}`);
    }
    if (datatype === 'BYTES') {
      const strings = run.outputStrings(j);
      return stringsByteLength(this.batched ? strings.slice(0, (strings.length / padded) * rows) : strings);
    }
    const byteLength = run.output(j).length;
    return this.batched ? (byteLength / padded) * rows : byteLength;
  }

  private shareBytes(run: Run, j: number, parts: readonly Part[], rowsOf: Int32Array, count: number, rows: number): void {
    const byteLength = this.lengths[j]!;
    const source = run.output(j);
    const start = this.slabs.lastOffset + this.offsets[j]!;
    if (byteLength > 0) this.slabs.bytes.set(byteLength === source.length ? source : source.subarray(0, byteLength), start);
    const rowBytes = this.batched ? byteLength / rows : byteLength;
    let at = start;
    for (let p = 0; p < count; p++) {
      const bytes = this.batched ? rowBytes * rowsOf[p]! : rowBytes;
      this.describe(run, j, parts[p]!, rowsOf[p]!, at, bytes);
      at += bytes;
    }
  }

  private shareStrings(run: Run, j: number, parts: readonly Part[], rowsOf: Int32Array, count: number, padded: number): void {
    const strings = run.outputStrings(j);
    const perRow = this.batched ? strings.length / padded : strings.length;
    let at = this.slabs.lastOffset + this.offsets[j]!;
    let first = 0;
    for (let p = 0; p < count; p++) {
      const last = first + (this.batched ? perRow * rowsOf[p]! : perRow);
      const end = writeStrings(strings.slice(first, last), this.slabs.bytes, at);
      this.describe(run, j, parts[p]!, rowsOf[p]!, at, end - at);
      at = end;
      first = last;
    }
  }

  private describe(run: Run, j: number, part: Part, rows: number, byteOffset: number, byteLength: number): void {
    const { ints } = part.memory;
    const at = part.descriptors + this.layout.outputAt[j]!;
    const dims = run.outputDims(j);
    ints[at + OutputField.byteOffset] = byteOffset;
    ints[at + OutputField.byteLength] = byteLength;
    ints[at + OutputField.rank] = dims.length;
    for (let d = 0; d < dims.length; d++) ints[at + OutputField.dims + d] = dims[d]!;
    if (this.batched) ints[at + OutputField.dims] = rows;
    if (ints[at + OutputField.file]! >= 0) this.writeRegion(j, ints, at, byteOffset, byteLength);
  }

  private writeRegion(j: number, ints: Int32Array, at: number, byteOffset: number, byteLength: number): void {
    const room = ints[at + OutputField.fileBytes]!;
    // The front end sees that the length exceeds the room and answers this request alone with the fault.
    if (byteLength > room) return;
    const file = ints[at + OutputField.file]!;
    const position = ints[at + OutputField.fileOffset]!;
    let done = 0;
    while (done < byteLength) {
      const written = writeSync(file, this.slabs.bytes, byteOffset + done, byteLength - done, position + done);
      if (written === 0) throw new ServingError('backend_failed', `the shared memory asked for output '${this.signature.outputs[j]!.name}' cannot be written`);
      done += written;
    }
  }
}
