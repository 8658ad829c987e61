/**
 * A whole data plane in one small class: models that answer what they were sent, at once or when told to. Keeps the
 * contract of serving/port.ts strictly, and counts what was opened and given back, so that a test sees every leak.
 */
import { ServingError } from '../../src/base/error.js';
import type { Call, Front, InferRequest, OutputChoice, RegionSpan, Target } from '../../src/serving/port.js';
import { DATATYPES, type Datatype } from '../../src/tensor/datatype.js';
import type { Signature, TensorSpec } from '../../src/tensor/signature.js';

const memoryBytes = 8 * 1024 * 1024;

export function spec(name: string, datatype: Datatype, dims: readonly number[], more: Partial<TensorSpec> = {}): TensorSpec {
  return { name, datatype, dims, modelDims: dims, optional: false, labels: [], ...more };
}

/** Outputs of a model are its inputs, in order and unchanged, unless `compute` says otherwise. */
export interface FakeModel {
  readonly name: string;
  readonly signature: Signature;
  readonly compute?: (request: FakeRequest) => void;
}

export function identity(name: string, datatypes: readonly Datatype[], dims: readonly number[] = [-1], maxBatchSize = 0): FakeModel {
  return {
    name,
    signature: {
      inputs: datatypes.map((datatype, i) => spec(`x${i}`, datatype, dims)),
      outputs: datatypes.map((datatype, i) => spec(`y${i}`, datatype, dims)),
      maxBatchSize,
    },
  };
}

interface Tensor {
  readonly shape: readonly number[];
  readonly offset: number;
  readonly byteLength: number;
}

export class FakeTarget implements Target {
  readonly headers: readonly string[] | null = null;
  constructor(readonly model: string, readonly version: number, readonly signature: Signature) {}
  inputIndex(name: string): number {
    return this.signature.inputs.findIndex((tensor) => tensor.name === name);
  }
  outputIndex(name: string): number {
    return this.signature.outputs.findIndex((tensor) => tensor.name === name);
  }
}

export class FakeRequest implements InferRequest {
  id = '';
  timeoutUs = 0;
  priority = 0;
  binaryDefault = false;
  error: ServingError | null = null;
  state: 'open' | 'sent' | 'settled' | 'closed' = 'open';
  readonly inputs = new Map<number, Tensor>();
  readonly regions = new Map<number, RegionSpan>();
  readonly outputs: Tensor[] = [];
  #choices: OutputChoice[] = [];
  #at = 0;
  call: Call | null = null;

  constructor(readonly front: FakeFront, readonly target: FakeTarget, readonly bytes: Uint8Array, readonly deadlineUs: number) {}

  place(index: number, datatype: Datatype, shape: readonly number[], byteLength: number): number {
    const declared = this.#check(index, datatype, shape);
    const elements = shape.reduce((product, dim) => product * dim, 1);
    const expected = DATATYPES[datatype].bytes * elements;
    if (byteLength >= 0 && datatype !== 'BYTES' && byteLength !== expected) {
      throw new ServingError('size_mismatch', `input byte size mismatch for input '${declared.name}' for model '${this.target.model}'. Expected ${expected}, got ${byteLength}`);
    }
    const size = byteLength < 0 ? expected : byteLength;
    return this.#give(index, shape, size);
  }

  #give(index: number, shape: readonly number[], size: number): number {
    const offset = this.#at;
    if (offset + size > this.bytes.length) throw new ServingError('memory_full', 'request memory is in use');
    this.#at = (offset + size + 7) & ~7;
    this.inputs.set(index, { shape: shape.slice(), offset, byteLength: size });
    return offset;
  }

  #check(index: number, datatype: Datatype, shape: readonly number[]): TensorSpec {
    const { model, signature } = this.target;
    const declared = signature.inputs[index] as TensorSpec;
    if (this.inputs.has(index) || this.regions.has(index)) throw new ServingError('unexpected_input', `input '${declared.name}' already exists in request`);
    if (declared.datatype !== datatype) throw new ServingError('datatype_mismatch', `inference input '${declared.name}' data-type is '${datatype}', but model '${model}' expects '${declared.datatype}'`);
    const dims = signature.maxBatchSize > 0 ? [-1, ...declared.dims] : declared.dims;
    const fits = dims.length === shape.length && dims.every((dim, i) => dim === -1 || dim === shape[i]);
    if (!fits) throw new ServingError('shape_mismatch', `unexpected shape for input '${declared.name}' for model '${model}'. Expected [${dims.join()}], got [${shape.join()}]`);
    return declared;
  }

  placeRegion(index: number, datatype: Datatype, shape: readonly number[], span: RegionSpan): void {
    this.#check(index, datatype, shape);
    this.regions.set(index, span);
  }

  want(choice: OutputChoice): void {
    this.#choices.push(choice);
  }

  send(call: Call): void {
    if (this.front.refuse !== null) throw this.front.refuse;
    const missing = this.target.signature.inputs.filter((input, i) => !input.optional && !this.inputs.has(i) && !this.regions.has(i));
    if (missing.length > 0) throw new ServingError('missing_input', `expected inputs are missing: ${missing.map((input) => `'${input.name}'`).join()}`);
    this.state = 'sent';
    this.call = call;
    this.front.sent.push(this);
    if (!this.front.held) this.front.settle();
  }

  settle(): void {
    if (this.state !== 'sent') return;
    this.state = 'settled';
    if (this.#choices.length === 0) this.#choices = this.target.signature.outputs.map((_, index) => ({ index, binary: this.binaryDefault, classes: 0, region: null }));
    try {
      if (this.front.failure !== null) throw this.front.failure;
      const model = this.front.models.get(this.target.model);
      if (model?.compute === undefined) for (const input of this.inputs.values()) this.outputs.push(input);
      else model.compute(this);
    } catch (thrown) {
      this.error = thrown as ServingError;
    }
    this.call?.settled(this);
  }

  abandon(): void {
    if (this.state === 'closed') throw new ServingError('internal', 'abandoned twice');
    this.#close();
    this.front.abandoned++;
  }

  release(): void {
    if (this.state !== 'settled') throw new ServingError('internal', 'released before it was settled');
    this.#close();
  }

  #close(): void {
    this.state = 'closed';
    this.front.open_--;
  }

  get outputCount(): number {
    return this.#choices.length;
  }
  outputChoice(i: number): OutputChoice {
    return this.#choices[i] as OutputChoice;
  }
  outputSpec(i: number): TensorSpec {
    return this.target.signature.outputs[this.outputChoice(i).index] as TensorSpec;
  }
  #output(i: number): Tensor {
    return this.outputs[this.outputChoice(i).index] as Tensor;
  }
  outputRank(i: number): number {
    return this.#output(i).shape.length;
  }
  outputDim(i: number, d: number): number {
    return this.#output(i).shape[d] as number;
  }
  outputMemory(): Uint8Array {
    return this.bytes;
  }
  outputOffset(i: number): number {
    return this.#output(i).offset;
  }
  outputByteLength(i: number): number {
    return this.#output(i).byteLength;
  }
}

export class FakeFront implements Front {
  live = true;
  ready = true;
  requestBytesMax = 4 * 1024 * 1024;
  readonly models = new Map<string, FakeModel>();
  /** Requests wait for `settle` while set. */
  held = false;
  /** Thrown by `send`, and given as the outcome, while set. */
  refuse: ServingError | null = null;
  failure: ServingError | null = null;
  readonly sent: FakeRequest[] = [];
  last: FakeRequest | null = null;
  open_ = 0;
  abandoned = 0;
  readonly #targets = new Map<string, FakeTarget>();

  constructor(...models: readonly FakeModel[]) {
    for (const model of models) this.models.set(model.name, model);
  }

  readonly key = -1;
  bodyKeyed(): null {
    return null;
  }

  modelReady(model: string, version: string): boolean {
    this.resolve(model, version, '');
    return this.ready;
  }

  resolve(model: string, version: string, label: string): FakeTarget {
    const found = this.models.get(model);
    if (found === undefined) throw new ServingError('model_not_found', `Request for unknown model: '${model}' is not found`);
    if (version !== '' && version !== '1') throw new ServingError('version_not_found', `Request for unknown model: '${model}' version ${version} is not found`);
    if (label !== '' && label !== 'stable') throw new ServingError('version_not_found', `model '${model}' has no label '${label}'`);
    let target = this.#targets.get(model);
    if (target === undefined) this.#targets.set(model, (target = new FakeTarget(model, 1, found.signature)));
    return target;
  }

  open(target: Target, _inputBytesHint: number, deadlineUs: number): FakeRequest {
    this.open_++;
    this.last = new FakeRequest(this, target, new Uint8Array(new SharedArrayBuffer(memoryBytes)), deadlineUs);
    return this.last;
  }

  /** Answers everything that waits. */
  settle(): void {
    for (const request of this.sent.splice(0)) request.settle();
  }
}

