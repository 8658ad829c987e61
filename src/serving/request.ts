/**
 * One request in flight on a front end: a pooled record per ticket. It checks what a codec places against the
 * signature, writes descriptors, and reads outputs; moving it is the front's work (front.ts).
 */
import { assert } from '../base/assert.js';
import { ServingError } from '../base/error.js';
import type { Arena } from '../memory/arena.js';
import { InputField, OutputField } from '../memory/descriptor.js';
import { readStrings } from '../tensor/bytes.js';
import { DATATYPES, type Datatype } from '../tensor/datatype.js';
import type { TensorSpec } from '../tensor/signature.js';
import { checkShape, rowsOf, sizeFault } from './check.js';
import type { Call, InferRequest, OutputChoice, RegionSpan } from './port.js';
import type { InstanceMemory, VersionTarget } from './target.js';

/**
 *   free -> filling -> queued -> answered -> free        the common way
 *   queued -> held -> answered                           its answer waits for an earlier one
 *   queued | held -> late -> abandoned | answered        its time ran out; it was answered with the fault
 *   queued | held | late -> abandoned -> free            the caller is gone; the ticket is still out
 */
export type Phase = 'free' | 'filling' | 'queued' | 'held' | 'late' | 'abandoned' | 'answered';

/** What a request asks of the front that made it. */
export interface Mover {
  send(request: PooledRequest): void;
  abandon(request: PooledRequest, fault: ServingError | null): void;
  release(request: PooledRequest): void;
  /** Opens a client's shared memory for one request. @throws ServingError */
  openRegion(request: PooledRequest, span: RegionSpan): OpenedSpan;
}

/** A part of a client's shared memory, held open until `hold` is given back. */
export interface OpenedSpan {
  readonly file: number;
  readonly position: number;
  readonly hold: number;
}

const ALIGN_MASK = 7;

export class PooledRequest implements InferRequest {
  phase: Phase = 'free';
  id = '';
  timeoutUs = 0;
  priority = 0;
  binaryDefault = false;
  /** What a rollout knows its sender by; meaningless without an arm. */
  key = -1;
  /** Whether its latency is evidence for a rollout; meaningless without an arm. */
  isTimed = false;
  /** Whether its answer is; the same. */
  isUnit = false;
  rows = -1;
  shapeKey = 0;
  openedUs = 0;
  deadlineUs = 0;
  call: Call | null = null;
  error: ServingError | null = null;
  target!: VersionTarget;
  /** Offset of the descriptors; the first block begins there. */
  block = -1;
  /** Memory of the instance that answered. */
  answer: InstanceMemory | null = null;
  /** Regions held open for this request. */
  readonly holds: number[] = [];

  private cursor = 0;
  private end = 0;
  private readonly extraBlocks: number[] = [];
  private readonly choices: OutputChoice[] = [];
  private kept: Uint8Array | null = null;

  constructor(
    readonly ticket: number,
    private readonly arena: Arena,
    private readonly mover: Mover,
  ) {}

  get bytes(): Uint8Array {
    return this.arena.bytes;
  }

  /** Makes the record new. @returns false when request memory is full */
  open(target: VersionTarget, inputBytesHint: number, nowUs: number): boolean {
    const head = target.layout.byteLength;
    this.block = this.arena.lease(head + inputBytesHint + 8 * target.signature.inputs.length);
    if (this.block < 0) return false;
    this.phase = 'filling';
    this.target = target;
    this.id = '';
    this.timeoutUs = 0;
    this.priority = 0;
    this.binaryDefault = false;
    this.rows = -1;
    this.shapeKey = 0;
    this.openedUs = nowUs;
    this.call = null;
    this.error = null;
    this.answer = null;
    this.cursor = this.block + head;
    this.end = this.block + this.arena.blockBytes(this.block);
    this.choices.length = 0;
    const { ints } = this.arena;
    const at = this.block >> 2;
    const { inputAt, outputAt } = target.layout;
    for (let i = 0; i < inputAt.length; i++) ints[at + inputAt[i]! + InputField.byteLength] = -1;
    for (let j = 0; j < outputAt.length; j++) ints[at + outputAt[j]! + OutputField.file] = -1;
    return true;
  }

  place(index: number, datatype: Datatype, shape: readonly number[], byteLength: number): number {
    const spec = this.accept(index, datatype, shape);
    const elementBytes = DATATYPES[spec.datatype].bytes;
    let exact = byteLength;
    if (elementBytes > 0) {
      exact = elementBytes;
      for (let d = 0; d < shape.length; d++) exact *= shape[d]!;
      if (byteLength >= 0 && byteLength !== exact) throw sizeFault(this.target, spec, exact, byteLength);
    }
    assert(exact >= 0, 'BYTES inputs are placed with their length');
    const offset = this.room(exact);
    this.describe(index, shape, offset, exact, -1);
    return offset;
  }

  placeRegion(index: number, datatype: Datatype, shape: readonly number[], span: RegionSpan): void {
    const spec = this.accept(index, datatype, shape);
    const elementBytes = DATATYPES[spec.datatype].bytes;
    const exact = shape.reduce((product, dim) => product * dim, elementBytes);
    if (elementBytes > 0 && exact !== span.byteLength) throw sizeFault(this.target, spec, exact, span.byteLength);
    const { file, position } = this.mover.openRegion(this, span);
    this.describe(index, shape, position, span.byteLength, file);
  }

  /** Declares an input whose bytes lie in this front end's memory already. @throws ServingError as `place` does */
  placeAt(index: number, datatype: Datatype, shape: readonly number[], byteOffset: number, byteLength: number): void {
    this.accept(index, datatype, shape);
    this.describe(index, shape, byteOffset, byteLength, -1);
  }

  /** Gives the memory of the inputs to another request, which gives it back in its turn. */
  handOver(to: PooledRequest): void {
    to.extraBlocks.push(this.block, ...this.extraBlocks);
    this.extraBlocks.length = 0;
    this.block = -1;
  }

  want(choice: OutputChoice): void {
    for (const other of this.choices) {
      if (other.index !== choice.index) continue;
      throw new ServingError('unexpected_output', `output '${this.target.signature.outputs[choice.index]!.name}' already exists in request`);
    }
    this.choices.push(choice);
  }

  send(call: Call): void {
    assert(this.phase === 'filling', 'a request is sent once');
    this.checkInputs();
    if (this.choices.length === 0) this.wantAll();
    this.openOutputRegions();
    this.call = call;
    this.mover.send(this);
  }

  abandon(fault: ServingError | null = null): void {
    this.mover.abandon(this, fault);
  }

  release(): void {
    this.mover.release(this);
  }

  /** Gives the memory back. */
  close(): void {
    if (this.block >= 0) this.arena.release(this.block);
    for (const block of this.extraBlocks) this.arena.release(block);
    this.extraBlocks.length = 0;
    this.block = -1;
    this.call = null;
    this.answer = null;
    this.kept = null;
    this.phase = 'free';
  }

  /**
   * Takes the outputs into memory of the request's own. An answer that waits for its turn may wait long, and held in
   * the instance's memory it could keep the very instance from running that it waits for.
   */
  keepOutputs(): void {
    const { ints } = this.arena;
    let total = 0;
    for (let i = 0; i < this.choices.length; i++) total += (this.outputByteLength(i) + ALIGN_MASK) & ~ALIGN_MASK;
    const kept = new Uint8Array(total);
    let at = 0;
    for (let i = 0; i < this.choices.length; i++) {
      const from = this.outputOffset(i);
      const byteLength = this.outputByteLength(i);
      kept.set(this.answer!.output.subarray(from, from + byteLength), at);
      ints[(this.block >> 2) + this.target.layout.outputAt[this.choices[i]!.index]! + OutputField.byteOffset] = at;
      at += (byteLength + ALIGN_MASK) & ~ALIGN_MASK;
    }
    this.kept = kept;
  }

  /** Why an output that should be in a client's shared memory is not. */
  regionFault(): ServingError | null {
    for (let i = 0; i < this.choices.length; i++) {
      const { region } = this.choices[i]!;
      const byteLength = region === null ? 0 : this.outputByteLength(i);
      if (region === null || byteLength <= region.byteLength) continue;
      return new ServingError(
        'output_too_large',
        `shared memory size specified with the request for output '${this.outputSpec(i).name}' (${region.byteLength} bytes) should be at least ${byteLength} bytes to hold the results`,
      );
    }
    return null;
  }

  /** A field of an input's descriptor; the input may be one that was left out. */
  inputField(index: number, field: number): number {
    return this.arena.ints[(this.block >> 2) + this.target.layout.inputAt[index]! + field]!;
  }

  outputField(index: number, field: number): number {
    return this.arena.ints[(this.block >> 2) + this.target.layout.outputAt[index]! + field]!;
  }

  /** An output as the model gave it, asked for or not, by its position in the signature; null when it was not kept. */
  outputBytes(index: number): Uint8Array | null {
    if (this.kept !== null && !this.choices.some((choice) => choice.index === index)) return null;
    const from = this.outputField(index, OutputField.byteOffset);
    return this.outputMemory().subarray(from, from + this.outputField(index, OutputField.byteLength));
  }

  /** Shape of an output as the model gave it. */
  outputShape(index: number): number[] {
    const at = (this.block >> 2) + this.target.layout.outputAt[index]!;
    const dims = at + OutputField.dims;
    return [...this.arena.ints.subarray(dims, dims + this.arena.ints[at + OutputField.rank]!)];
  }

  /** Request memory that it holds. */
  get blockBytes(): number {
    return this.extraBlocks.reduce((sum, block) => sum + this.arena.blockBytes(block), this.arena.blockBytes(this.block));
  }

  get outputCount(): number {
    return this.choices.length;
  }
  outputChoice(i: number): OutputChoice {
    return this.choices[i]!;
  }
  outputSpec(i: number): TensorSpec {
    return this.target.signature.outputs[this.choices[i]!.index]!;
  }
  outputRank(i: number): number {
    const spec = this.outputSpec(i);
    return spec.modelDims === spec.dims ? this.output(i, OutputField.rank) : spec.dims.length + (this.target.batched ? 1 : 0);
  }
  outputDim(i: number, d: number): number {
    const spec = this.outputSpec(i);
    if (spec.modelDims === spec.dims) return this.output(i, OutputField.dims + d);
    if (this.target.batched && d === 0) return this.output(i, OutputField.dims);
    return this.reshapedDim(i, this.target.batched ? d - 1 : d);
  }
  outputMemory(): Uint8Array {
    return this.kept ?? this.answer!.output;
  }
  outputOffset(i: number): number {
    return this.output(i, OutputField.byteOffset);
  }
  outputByteLength(i: number): number {
    return this.output(i, OutputField.byteLength);
  }

  /** Bytes of all inputs and of all wanted outputs, for the access log. */
  get inputBytes(): number {
    const { ints } = this.arena;
    const { inputAt } = this.target.layout;
    let total = 0;
    for (let i = 0; i < inputAt.length; i++) total += Math.max(0, ints[(this.block >> 2) + inputAt[i]! + InputField.byteLength]!);
    return total;
  }
  get answerBytes(): number {
    let total = 0;
    for (let i = 0; i < this.choices.length; i++) total += this.outputByteLength(i);
    return total;
  }

  private output(i: number, field: number): number {
    return this.outputField(this.choices[i]!.index, field);
  }

  /** A `reshape` of the config: fixed dims are declared, variable ones follow in the order of the model's own. */
  private reshapedDim(i: number, d: number): number {
    const spec = this.outputSpec(i);
    const declared = spec.dims[d]!;
    if (declared >= 0) return declared;
    const nth = spec.dims.slice(0, d).filter((dim) => dim < 0).length;
    const variable = spec.modelDims.flatMap((dim, at) => (dim < 0 ? [at] : []));
    return this.output(i, OutputField.dims + variable[nth]! + (this.target.batched ? 1 : 0));
  }

  private accept(index: number, datatype: Datatype, shape: readonly number[]): TensorSpec {
    assert(this.phase === 'filling', 'inputs are placed before sending');
    const spec = this.target.signature.inputs[index]!;
    if (this.isPlaced(index)) throw new ServingError('unexpected_input', `input '${spec.name}' already exists in request`);
    checkShape(this.target, spec, datatype, shape);
    const rows = rowsOf(this.target, shape);
    if (this.rows >= 0 && rows !== this.rows) {
      throw new ServingError('shape_mismatch', `input '${spec.name}' batch size does not match other inputs for '${this.target.model}'`);
    }
    this.rows = rows;
    return spec;
  }

  private isPlaced(index: number): boolean {
    return this.arena.ints[(this.block >> 2) + this.target.layout.inputAt[index]! + InputField.byteLength] !== -1;
  }

  private describe(index: number, shape: readonly number[], byteOffset: number, byteLength: number, file: number): void {
    const { ints } = this.arena;
    const at = (this.block >> 2) + this.target.layout.inputAt[index]!;
    ints[at + InputField.byteOffset] = byteOffset;
    ints[at + InputField.byteLength] = byteLength;
    ints[at + InputField.file] = file;
    for (let d = 0; d < shape.length; d++) ints[at + InputField.dims + d] = shape[d]!;
    if (this.target.rowBytes[index]! >= 0 && !this.target.signature.inputs[index]!.optional) return;
    // Requests that differ in anything but rows cannot share a run. Inputs are added up: any order gives the same key.
    let key = mix(index + 1, shape.length);
    for (let d = this.target.batched ? 1 : 0; d < shape.length; d++) key = mix(key, shape[d]!);
    this.shapeKey = (this.shapeKey + key) | 0;
  }

  private room(byteLength: number): number {
    const offset = (this.cursor + ALIGN_MASK) & ~ALIGN_MASK;
    if (offset + byteLength <= this.end) {
      this.cursor = offset + byteLength;
      return offset;
    }
    const block = this.arena.lease(Math.max(1, byteLength));
    if (block < 0) {
      throw new ServingError('memory_full', `request memory has no room for ${byteLength} bytes; retry, or raise --request-memory-bytes`);
    }
    this.extraBlocks.push(block);
    return block;
  }

  private checkInputs(): void {
    const { inputs } = this.target.signature;
    let missing = false;
    for (let i = 0; i < inputs.length; i++) {
      if (!this.isPlaced(i)) missing ||= !inputs[i]!.optional;
      else if (inputs[i]!.datatype === 'BYTES') this.checkStrings(i);
    }
    if (!missing) return;
    const names = (wanted: boolean): string =>
      inputs.flatMap((spec, i) => (this.isPlaced(i) === wanted && (wanted || !spec.optional) ? [`'${spec.name}'`] : [])).join(',');
    const required = inputs.filter((spec) => !spec.optional).length;
    const got = inputs.filter((_, i) => this.isPlaced(i)).length;
    const expected = required === inputs.length ? `expected ${required} inputs` : `expected number of inputs between ${required} and ${inputs.length}`;
    throw new ServingError(
      'missing_input',
      `${expected} but got ${got} inputs for model '${this.target.model}'. Got input(s) [${names(true)}], but missing required input(s) [${names(false)}]. Please provide all required input(s).`,
    );
  }

  /** A string that an engine cannot take must fail here, by name, and not in the run that it shares with others. */
  private checkStrings(i: number): void {
    const { ints, bytes } = this.arena;
    const at = (this.block >> 2) + this.target.layout.inputAt[i]!;
    if (ints[at + InputField.file]! >= 0) return;
    let elements = 1;
    for (let d = 0; d < this.target.layout.inputRank[i]!; d++) elements *= ints[at + InputField.dims + d]!;
    readStrings(this.target.signature.inputs[i]!.name, bytes, ints[at + InputField.byteOffset]!, ints[at + InputField.byteLength]!, elements);
  }

  private wantAll(): void {
    const all = this.binaryDefault ? this.target.allBinary : this.target.allPlain;
    for (let index = 0; index < all.length; index++) this.choices.push(all[index]!);
  }

  private openOutputRegions(): void {
    for (const { index, region } of this.choices) {
      if (region === null) continue;
      const { file, position } = this.mover.openRegion(this, region);
      const at = (this.block >> 2) + this.target.layout.outputAt[index]!;
      this.arena.ints[at + OutputField.file] = file;
      this.arena.ints[at + OutputField.fileOffset] = position;
      this.arena.ints[at + OutputField.fileBytes] = region.byteLength;
    }
  }
}

function mix(key: number, value: number): number {
  const mixed = Math.imul(key ^ Math.imul(value + 0x9e3779b1, 0x85ebca6b), 0xc2b2ae35);
  return mixed ^ (mixed >>> 15);
}
