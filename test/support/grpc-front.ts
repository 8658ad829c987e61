/**
 * A data plane for the tests of the gRPC room: real request memory, the checks of `place`, and models that echo input i
 * as output i. `hold` keeps requests of a model until `answer` lets the oldest go; `fail` answers with a fault.
 */
import { ServingError } from '../../src/base/error.js';
import type { Call, Front, InferRequest, OutputChoice, RegionSpan, Target } from '../../src/serving/port.js';
import { DATATYPES, type Datatype } from '../../src/tensor/datatype.js';
import type { Signature, TensorSpec } from '../../src/tensor/signature.js';

export function spec(name: string, datatype: Datatype, dims: readonly number[] = [-1]): TensorSpec {
  return { name, datatype, dims, modelDims: dims, optional: false, labels: [] };
}

export function echoSignature(...tensors: [string, Datatype, (readonly number[])?][]): Signature {
  return {
    inputs: tensors.map(([name, datatype, dims]) => spec(name, datatype, dims)),
    outputs: tensors.map(([name, datatype, dims]) => spec(`${name}_out`, datatype, dims)),
    maxBatchSize: 0,
  };
}

interface Tensor {
  datatype: Datatype;
  shape: number[];
  offset: number;
  byteLength: number;
  span: RegionSpan | null;
}

export class FakeRequest implements InferRequest {
  id = '';
  timeoutUs = 0;
  priority = 0;
  binaryDefault = false;
  error: ServingError | null = null;
  state: 'open' | 'sent' | 'settled' | 'abandoned' | 'released' = 'open';
  readonly bytes: Uint8Array;
  readonly tensors: (Tensor | undefined)[] = [];
  readonly choices: OutputChoice[] = [];
  call: Call | null = null;
  private used = 0;

  constructor(
    readonly target: Target,
    readonly front: FakeFront,
    readonly bytesHint: number,
    readonly deadlineUs: number,
    memory: Uint8Array | null,
  ) {
    this.bytes = memory ?? new Uint8Array(new SharedArrayBuffer(Math.max(1024, bytesHint * 2 + 1024)));
  }

  place(index: number, datatype: Datatype, shape: readonly number[], byteLength: number): number {
    const spec = this.target.signature.inputs[index]!;
    const { model } = this.target;
    if (datatype !== spec.datatype) {
      throw new ServingError('datatype_mismatch', `inference input '${spec.name}' data-type is '${datatype}', but model '${model}' expects '${spec.datatype}'`);
    }
    if (this.tensors[index] !== undefined) throw new ServingError('unexpected_input', `input '${spec.name}' already exists in request`);
    const want = shape.reduce((a, b) => a * b, 1) * DATATYPES[datatype].bytes;
    const length = byteLength < 0 ? want : byteLength;
    if (datatype !== 'BYTES' && length !== want) {
      throw new ServingError('size_mismatch', `input byte size mismatch for input '${spec.name}' for model '${model}'. Expected ${want}, got ${length}`);
    }
    const offset = this.used;
    if (offset + length > this.bytes.length) throw new ServingError('memory_full', 'request memory is in use');
    this.used = Math.ceil((offset + length) / 8) * 8;
    this.tensors[index] = { datatype, shape: [...shape], offset, byteLength: length, span: null };
    return offset;
  }

  placeRegion(index: number, datatype: Datatype, shape: readonly number[], span: RegionSpan): void {
    this.tensors[index] = { datatype, shape: [...shape], offset: 0, byteLength: 0, span };
  }

  want(choice: OutputChoice): void {
    this.choices.push(choice);
  }

  send(call: Call): void {
    for (const [i, spec] of this.target.signature.inputs.entries()) {
      if (this.tensors[i] === undefined) throw new ServingError('missing_input', `missing required input '${spec.name}' for model '${this.target.model}'`);
    }
    if (this.front.full) throw new ServingError('queue_full', 'Exceeds maximum queue size');
    this.state = 'sent';
    this.call = call;
    this.front.accept(this);
  }

  settle(error: ServingError | null = null): void {
    if (this.state !== 'sent') return;
    this.error = error;
    if (this.choices.length === 0) {
      for (const i of this.target.signature.outputs.keys()) this.choices.push({ index: i, binary: true, classes: 0, region: null });
    }
    this.state = 'settled';
    this.call!.settled(this);
  }

  abandon(): void {
    if (this.state === 'released' || this.state === 'abandoned') throw new TypeError(`abandon of a ${this.state} request`);
    this.state = 'abandoned';
    this.front.closed++;
    this.front.abandoned(this);
  }

  release(): void {
    if (this.state !== 'settled') throw new TypeError(`release of a ${this.state} request`);
    this.state = 'released';
    this.front.closed++;
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
    return this.tensors[this.choices[i]!.index]!.shape.length;
  }
  outputDim(i: number, d: number): number {
    return this.tensors[this.choices[i]!.index]!.shape[d]!;
  }
  outputMemory(_i: number): Uint8Array {
    return this.bytes;
  }
  outputOffset(i: number): number {
    return this.tensors[this.choices[i]!.index]!.offset;
  }
  outputByteLength(i: number): number {
    return this.tensors[this.choices[i]!.index]!.byteLength;
  }
}

function target(model: string, version: number, signature: Signature): Target {
  return {
    model,
    version,
    signature,
    headers: null,
    inputIndex: (name) => signature.inputs.findIndex((input) => input.name === name),
    outputIndex: (name) => signature.outputs.findIndex((output) => output.name === name),
  };
}

export class FakeFront implements Front {
  live = true;
  ready = true;
  requestBytesMax = 64 * 1024 * 1024;
  full = false;
  /** Requests given back, by release or by abandon; `opened` minus this is what leaks. */
  closed = 0;
  opened = 0;
  /** Labels that `resolve` was asked for. */
  readonly labels: string[] = [];
  /** Memory for requests to share, where a benchmark wants no allocation. */
  memory: Uint8Array | null = null;
  readonly held: FakeRequest[] = [];
  last: FakeRequest | null = null;
  readonly notReady = new Set<string>();
  readonly failing = new Map<string, ServingError>();
  private readonly holding = new Set<string>();
  private readonly targets = new Map<string, Target[]>();
  private waiters: { done: () => boolean; wake: () => void }[] = [];

  model(name: string, signature: Signature, versions: readonly number[] = [1]): this {
    this.targets.set(name, versions.map((version) => target(name, version, signature)));
    return this;
  }
  remove(name: string): void {
    this.targets.delete(name);
  }
  hold(name: string): void {
    this.holding.add(name);
  }

  readonly key = -1;
  bodyKeyed(): null {
    return null;
  }

  modelReady(model: string, version: string): boolean {
    return this.resolve(model, version, '') !== null && !this.notReady.has(model);
  }

  resolve(model: string, version: string, label: string): Target {
    if (label !== '') this.labels.push(label);
    const targets = this.targets.get(model);
    if (targets === undefined) throw new ServingError('model_not_found', `Request for unknown model: '${model}' is not found`);
    const found = version === '' ? targets.at(-1) : targets.find((one) => String(one.version) === version);
    if (found === undefined) throw new ServingError('version_not_found', `Request for unknown model: '${model}' version ${version} is not found`);
    return found;
  }

  open(target: Target, inputBytesHint: number, deadlineUs: number): InferRequest {
    this.opened++;
    this.last = new FakeRequest(target, this, inputBytesHint, deadlineUs, this.memory);
    return this.last;
  }

  accept(request: FakeRequest): void {
    const { model } = request.target;
    if (this.holding.has(model)) this.held.push(request);
    else if (this.failing.has(model)) request.settle(this.failing.get(model));
    else request.settle();
    this.wake();
  }

  abandoned(request: FakeRequest): void {
    const at = this.held.indexOf(request);
    if (at >= 0) this.held.splice(at, 1);
    this.wake();
  }

  /** Resolves when the condition holds; looked at after every request taken or given up. */
  until(done: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.waiters.push({ done, wake: resolve });
      this.wake();
    });
  }

  private wake(): void {
    this.waiters = this.waiters.filter(({ done, wake }) => {
      if (!done()) return true;
      wake();
      return false;
    });
  }
}
