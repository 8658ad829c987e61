/**
 * A whole data plane in one thread: fronts with request memory, one version's queue, and instances stepped by hand
 * over the scripted engine, under a clock that stands still until told.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from '../../src/backend/backend.js';
import { createFakeEngine, type FakeScript } from '../../src/backend/fake.js';
import { ManualClock } from '../../src/base/clock.js';
import type { ServingError } from '../../src/base/error.js';
import { Former } from '../../src/batch/former.js';
import type { BatchPolicy } from '../../src/batch/policy.js';
import { Queue } from '../../src/batch/queue.js';
import type { Admission, QueuePolicy, VersionRoute } from '../../src/batch/route.js';
import { Assembler } from '../../src/instance/assemble.js';
import { InstanceLoop } from '../../src/instance/loop.js';
import { Splitter } from '../../src/instance/split.js';
import { Arena } from '../../src/memory/arena.js';
import { DescriptorLayout } from '../../src/memory/descriptor.js';
import { exchangeBytes, instanceBytes, queueBytes } from '../../src/memory/layout.js';
import { SlabRing } from '../../src/memory/slab.js';
import { Exchange } from '../../src/memory/ticket.js';
import { buildTable, PLAIN_TRAFFIC } from '../../src/routing/build.js';
import type { VersionEntry } from '../../src/routing/table.js';
import { DataFront, type Regions } from '../../src/serving/front.js';
import type { Call, InferRequest, OutputChoice, RegionSpan } from '../../src/serving/port.js';
import type { PooledRequest } from '../../src/serving/request.js';
import { InstanceLane } from '../../src/telemetry/lane.js';
import { createStats } from '../../src/telemetry/layout.js';
import { ThreadLane, createThreadStats } from '../../src/telemetry/thread.js';
import { DATATYPES, type Datatype } from '../../src/tensor/datatype.js';
import type { Signature, TensorSpec } from '../../src/tensor/signature.js';

export type TensorRow = readonly [name: string, datatype: Datatype, dims: readonly number[], more?: Partial<TensorSpec>];

const spec = ([name, datatype, dims, more]: TensorRow): TensorSpec => ({ name, datatype, dims, modelDims: dims, optional: false, labels: [], ...more });

export function signatureOf(inputs: readonly TensorRow[], outputs: readonly TensorRow[], maxBatchSize: number): Signature {
  return { inputs: inputs.map(spec), outputs: outputs.map(spec), maxBatchSize };
}

/** One FP32 input `x` and one output `y` of `width` values a row. */
export const simpleSignature = (maxBatchSize: number, width = 1): Signature => signatureOf([['x', 'FP32', [width]]], [['y', 'FP32', [width]]], maxBatchSize);

export function policyOf(change: Partial<BatchPolicy> = {}): BatchPolicy {
  const maxBatchSize = change.maxBatchSize ?? 8;
  const dynamic = change.dynamic ?? maxBatchSize > 0;
  return { maxBatchSize, dynamic, preferredSizes: dynamic ? [maxBatchSize] : [], maxQueueDelayUs: 0, allowedSizes: [], delayExpired: false, ...change };
}

const QUEUE: QueuePolicy = { queueSizeMax: 1000, defaultTimeoutUs: 0, allowTimeoutOverride: true, timeoutAction: 'reject' };

export function admissionOf(change: Partial<Omit<Admission, 'queue'>> & { readonly queue?: Partial<QueuePolicy> } = {}): Admission {
  return { priorityLevels: 1, defaultPriority: 1, queueByPriority: new Map(), preserveOrdering: false, ...change, queue: { ...QUEUE, ...change.queue } };
}

export const queuePolicy = (change: Partial<QueuePolicy>): QueuePolicy => ({ ...QUEUE, ...change });

export interface WorldOptions {
  readonly frontEnds?: number;
  readonly tickets?: number;
  readonly arenaBytes?: number;
  readonly outputBytes?: number;
  readonly instances?: number;
  readonly signature?: Signature;
  readonly policy?: Partial<BatchPolicy>;
  readonly admission?: Admission;
  readonly script?: Partial<FakeScript>;
  /** Instead of the scripted engine. */
  readonly session?: Session;
  readonly regions?: Regions;
  readonly defaultTimeoutUs?: number;
}

/** What an instance of a version is made of. */
export interface LoopVersion {
  readonly route: VersionRoute;
  readonly signature: Signature;
  readonly policy: BatchPolicy;
  readonly queue: Queue;
  readonly session: Session;
}

const noRegions: Regions = {
  open: () => ({ file: -1, position: 0, hold: 0 }),
  close: () => undefined,
};

export class World {
  readonly clock = new ManualClock(1_000_000);
  readonly exchange: Exchange;
  readonly arenas: Arena[];
  readonly fronts: DataFront[];
  readonly loops: InstanceLoop[] = [];
  readonly words: Int32Array[] = [];
  readonly slabs: SlabRing[] = [];
  readonly lanes: InstanceLane[] = [];
  readonly route: VersionRoute;
  readonly queue: Queue;
  readonly signature: Signature;
  readonly policy: BatchPolicy;
  readonly settled: { ticket: number; fault: ServingError | null }[] = [];
  readonly drained: { front: number; servingId: number }[] = [];
  readonly alarms: number[];
  /** What fronts do once callers have their answers. */
  readonly deferred: (() => void)[] = [];
  readonly failures: ServingError[] = [];
  private epoch = 0;

  constructor(options: WorldOptions = {}) {
    const { frontEnds = 1, tickets = 64, arenaBytes = 1 << 20, outputBytes = 1 << 20, instances = 1 } = options;
    this.signature = options.signature ?? simpleSignature(options.policy?.maxBatchSize ?? 8);
    this.policy = policyOf({ maxBatchSize: this.signature.maxBatchSize, ...options.policy });
    const admission = options.admission ?? admissionOf();
    this.exchange = new Exchange(new SharedArrayBuffer(exchangeBytes(frontEnds, tickets)), frontEnds, tickets);
    this.arenas = Array.from({ length: frontEnds }, () => new Arena(new SharedArrayBuffer(arenaBytes)));
    const requestsMax = this.policy.dynamic ? Math.max(1, this.policy.maxBatchSize) : 1;
    this.route = {
      id: 1,
      queue: new SharedArrayBuffer(queueBytes(admission.priorityLevels)),
      instances: Array.from({ length: instances }, () => ({
        words: new SharedArrayBuffer(instanceBytes(requestsMax)),
        output: new SharedArrayBuffer(outputBytes),
      })),
      stats: createStats(frontEnds, instances, this.policy.maxBatchSize),
      admission,
    };
    this.queue = new Queue(this.route.queue, this.exchange);
    const threadStats = createThreadStats(frontEnds);
    this.alarms = Array.from({ length: frontEnds }, () => Infinity);
    this.fronts = this.arenas.map((arena, frontEnd) =>
      new DataFront({
        frontEnd, arena, exchange: this.exchange, clock: this.clock, requestBytesMax: 1 << 26,
        defaultTimeoutUs: options.defaultTimeoutUs ?? 0,
        regions: options.regions ?? noRegions,
        lane: new ThreadLane(threadStats, frontEnd),
        onSettled: (request, fault) => this.settled.push({ ticket: request.ticket, fault }),
        onSent: () => undefined,
        setAlarm: (delayUs) => (this.alarms[frontEnd] = this.clock.nowUs() + delayUs),
        onDrained: (servingId) => this.drained.push({ front: frontEnd, servingId }),
        defer: (run) => this.deferred.push(run),
      }),
    );
    const version: LoopVersion = { route: this.route, signature: this.signature, policy: this.policy, queue: this.queue, session: options.session ?? fakeSession(this.signature, options.script) };
    for (let index = 0; index < instances; index++) this.loops.push(this.loop(index, requestsMax, version));
    this.install([this.entry(1)]);
  }

  get front(): DataFront {
    return this.fronts[0]!;
  }

  entry(servingId: number, change: Partial<VersionEntry<VersionRoute>> = {}): VersionEntry<VersionRoute> {
    return { model: 'm', version: servingId, servingId, signature: this.signature, route: this.route, ...change };
  }

  /** A new table on every front; no entries leaves the model without versions. */
  install(entries: readonly VersionEntry<VersionRoute>[]): void {
    this.epoch += 1;
    const table = buildTable(this.epoch, [{ name: 'm', serving: entries, labels: new Map(), unavailable: new Map(), expected: false, traffic: PLAIN_TRAFFIC }]);
    for (const front of this.fronts) front.install(table);
  }

  protected loop(index: number, requestsMax: number, { route, signature, policy, queue, session }: LoopVersion): InstanceLoop {
    const { exchange, clock } = this;
    const words = new Int32Array(route.instances[index]!.words);
    const layout = new DescriptorLayout(signature);
    const slabs = new SlabRing(words, route.instances[index]!.output);
    this.words.push(words);
    this.slabs.push(slabs);
    const lane = new InstanceLane(route.stats, index);
    this.lanes.push(lane);
    return new InstanceLoop({
      index, signature, policy, exchange, layout, words, lane, clock,
      watchUs: 0,
      session, queue,
      memories: this.arenas.map(({ bytes, ints }) => ({ bytes, ints })),
      former: new Former(policy, requestsMax),
      assembler: new Assembler(signature, layout),
      splitter: new Splitter(signature, layout, slabs),
      onFailure: (fault) => this.failures.push(fault),
    });
  }

  /** Steps every instance until none finds work, and settles what came back. */
  turn(): void {
    for (let busy = true; busy; ) {
      busy = false;
      for (const loop of this.loops) if (loop.step(false) > 0) busy = true;
      for (const front of this.fronts) if (front.drain() > 0) busy = true;
      for (const run of this.deferred.splice(0)) {
        run();
        busy = true;
      }
    }
  }

  /** Lets time pass and rings the alarms that are due. */
  pass(us: number): void {
    this.clock.advanceUs(us);
    this.fronts.forEach((front, k) => {
      if (this.alarms[k]! > this.clock.nowUs()) return;
      this.alarms[k] = Infinity;
      front.onAlarm();
    });
  }

  /** Opens, fills and sends a request of `values.length / width` rows for input x. @throws ServingError */
  ask(values: readonly number[], more: AskOptions = {}): Ask {
    const front = this.fronts[more.front ?? 0]!;
    const request = front.open(front.resolve('m', more.version ?? '', ''), values.length * 4, more.deadlineUs ?? 0);
    const ask = new Ask(request, more);
    try {
      const width = this.signature.inputs[0]!.dims.reduce((product, dim) => product * Math.abs(dim), 1);
      const dims = this.signature.inputs[0]!.dims.map(Math.abs);
      place(request, 0, 'FP32', more.shape ?? (this.signature.maxBatchSize > 0 ? [values.length / width, ...dims] : dims), Float32Array.from(values));
      request.timeoutUs = more.timeoutUs ?? 0;
      request.priority = more.priority ?? 0;
      for (const choice of more.want ?? []) request.want(choice);
      request.send(ask);
    } catch (thrown) {
      request.abandon(thrown as ServingError);
      throw thrown;
    }
    return ask;
  }

  /** The version's last instance dies for good: control closes the queue and tells the fronts. */
  die(): void {
    this.queue.poison();
    this.loops.length = 0;
    for (const front of this.fronts) front.failVersion(this.route.id);
  }

  /** What is out once everything should be back. */
  leaks(): object {
    return {
      used: this.arenas.map((arena) => arena.usedBytes),
      open: this.fronts.map((front) => front.openRequests),
      queued: this.queue.depth,
      slabs: this.words.map((words) => words.slice(16, 16 + 64).reduce((sum, readers) => sum + readers, 0)),
      done: this.fronts.map((_, k) => this.exchange.hasDone(k)),
    };
  }
}

/** `leaks()` when there are none. */
export function nothing(world: World): object {
  const zeros = world.fronts.map(() => 0);
  return { used: zeros, open: zeros, queued: 0, slabs: world.words.map(() => 0), done: world.fronts.map(() => false) };
}

export interface AskOptions {
  readonly front?: number;
  readonly version?: string;
  readonly deadlineUs?: number;
  readonly timeoutUs?: number;
  readonly priority?: number;
  readonly shape?: readonly number[];
  readonly want?: readonly OutputChoice[];
  /** Leaves the release to the test. */
  readonly keep?: boolean;
  readonly onSettled?: (ask: Ask) => void;
}

/** A codec that writes down what it was told. */
export class Ask implements Call {
  count = 0;
  fault: ServingError | null = null;
  /** FP32 values of the first output. */
  values: number[] = [];
  shape: number[] = [];

  constructor(
    readonly request: PooledRequest,
    private readonly more: AskOptions = {},
  ) {}

  settled(request: InferRequest): void {
    this.count += 1;
    this.fault = request.error;
    if (request.error === null && request.outputCount > 0) {
      this.values = Array.from(valuesOf(request, 0) as Float32Array);
      this.shape = shapeOf(request, 0);
    }
    if (this.more.keep !== true) request.release();
    this.more.onSettled?.(this);
  }

  get outcome(): string {
    if (this.count !== 1) return `settled ${this.count} times`;
    return this.fault === null ? 'ok' : this.fault.reason;
  }
}

export function place(request: InferRequest, index: number, datatype: Datatype, shape: readonly number[], values: ArrayBufferView): void {
  const at = request.place(index, datatype, shape, values.byteLength);
  request.bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
}

export function shapeOf(request: InferRequest, i: number): number[] {
  return Array.from({ length: request.outputRank(i) }, (_, d) => request.outputDim(i, d));
}

export function valuesOf(request: InferRequest, i: number): ArrayLike<number | bigint> {
  const { array } = DATATYPES[request.outputSpec(i).datatype];
  const from = request.outputOffset(i);
  const bytes = Uint8Array.from(request.outputMemory(i).subarray(from, from + request.outputByteLength(i)));
  return new array(bytes.buffer);
}

export const wanted = (index: number, region: RegionSpan | null = null): OutputChoice => ({ index, binary: true, classes: 0, region });

/** Writes the script of a fake model into a folder of its own, opens it, and leaves nothing behind. */
export function fakeSession(signature: Signature, script: Partial<FakeScript> = {}): Session {
  const folder = mkdtempSync(join(tmpdir(), 'fake-'));
  try {
    const path = writeFake(folder, signature, script);
    return createFakeEngine().open(path, signature.inputs.map(({ name }) => name), signature.outputs.map(({ name }) => name), {
      device: 'cpu', intraOpThreads: 1, interOpThreads: 1, parallelExecution: false, graphOptimization: 'all', memoryArena: true, memoryPattern: true, entries: {},
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function writeFake(folder: string, signature: Signature, script: Partial<FakeScript> = {}): string {
  const path = join(folder, 'model.onnx');
  const tensors = (specs: readonly TensorSpec[]): object[] =>
    specs.map(({ name, datatype, modelDims }) => ({ name, datatype, dims: signature.maxBatchSize > 0 ? [-1, ...modelDims] : modelDims }));
  writeFileSync(path, JSON.stringify({ inputs: tensors(signature.inputs), outputs: tensors(signature.outputs), add: 1, ...script }));
  return path;
}
