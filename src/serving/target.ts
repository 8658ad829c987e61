/**
 * A version as one front end uses it: the routing entry plus everything that is worked out once per table instead of
 * once per request (name lookups, descriptor offsets, views on shared memory, counters).
 */
import { Queue } from '../batch/queue.js';
import type { VersionRoute } from '../batch/route.js';
import { DescriptorLayout } from '../memory/descriptor.js';
import type { Exchange } from '../memory/ticket.js';
import type { VersionEntry } from '../routing/table.js';
import { FrontLane } from '../telemetry/lane.js';
import { DATATYPES } from '../tensor/datatype.js';
import type { Signature, TensorSpec } from '../tensor/signature.js';
import type { ArmUse } from './arms.js';
import type { Mark } from './marks.js';
import type { OutputChoice, Target } from './port.js';
import type { PooledRequest } from './request.js';

/** What all targets of one load have in common: the one that callers' requests take, and the mirror's beside it. */
interface Use {
  inFlight: number;
  failed: boolean;
}

/** A target beside the one that requests take to a load by its name: an arm's, or the mirror's where there is no arm. */
export interface Beside {
  readonly caller: VersionTarget;
  readonly arm: ArmUse | null;
  readonly headers: readonly string[] | null;
  /** The target of the same requests without this mark. */
  readonly marked?: { readonly of: VersionTarget; readonly mark: Mark };
}

/** Told when a request is about to give its memory back, with its answer still in reach. */
export interface Leaving {
  leave(request: PooledRequest): void;
}

export interface InstanceMemory {
  readonly words: Int32Array;
  readonly output: Uint8Array;
  readonly view: DataView;
}

export class VersionTarget implements Target {
  readonly model: string;
  readonly version: number;
  readonly servingId: number;
  readonly signature: Signature;
  readonly batched: boolean;
  readonly layout: DescriptorLayout;
  readonly queue: Queue;
  readonly route: VersionRoute;
  readonly instances: readonly InstanceMemory[];
  readonly lane: FrontLane;
  /** Bytes per row of each fixed-shape input; -1 where the shape or the element size varies. */
  readonly rowBytes: Float64Array;
  /** Every output, for requests that name none. */
  readonly allPlain: readonly OutputChoice[];
  readonly allBinary: readonly OutputChoice[];
  /** Requests in the order in which they came, where answers must keep it. */
  readonly order: PooledRequest[];
  /** Of a rollout that its requests were assigned to; null for all others. */
  readonly arm: ArmUse | null;
  readonly headers: readonly string[] | null;
  /** What a mirror wants to know of its requests; null where none asks. */
  readonly mark: Mark | null;
  /** Its requests are copies that no caller waits for: no counter of callers and no log is told of them. */
  readonly isMirrored: boolean;
  private readonly use: Use;
  /** One for all targets that differ in their marks. */
  private readonly exit: { leaving: Leaving | null };
  private readonly inputs: ReadonlyMap<string, number>;
  private readonly outputs: ReadonlyMap<string, number>;

  /** @param beside what makes it another target to a load that has one already */
  constructor(entry: VersionEntry<VersionRoute>, exchange: Exchange, frontEnd: number, beside: Beside | null = null) {
    const arm = beside?.arm ?? null;
    this.isMirrored = beside !== null && arm === null;
    this.arm = arm;
    this.headers = beside?.headers ?? null;
    this.mark = beside?.marked?.mark ?? null;
    this.exit = beside?.marked?.of.exit ?? { leaving: null };
    this.use = beside?.caller.use ?? { inFlight: 0, failed: false };
    // Arms keep one order with whoever names the version; copies have none.
    this.order = beside !== null && arm !== null ? beside.caller.order : [];
    this.model = entry.model;
    this.version = entry.version;
    this.servingId = entry.servingId;
    this.signature = entry.signature;
    this.batched = entry.signature.maxBatchSize > 0;
    this.route = entry.route;
    this.layout = new DescriptorLayout(entry.signature);
    this.queue = new Queue(entry.route.queue, exchange);
    this.instances = entry.route.instances.map(({ words, output }) => ({ words: new Int32Array(words), output: new Uint8Array(output), view: new DataView(output) }));
    this.lane = new FrontLane(entry.route.stats, frontEnd);
    this.inputs = new Map(entry.signature.inputs.map((spec, i) => [spec.name, i]));
    this.outputs = new Map(entry.signature.outputs.map((spec, i) => [spec.name, i]));
    const choice = (binary: boolean) => (_: TensorSpec, index: number): OutputChoice => ({ index, binary, classes: 0, region: null });
    this.allPlain = entry.signature.outputs.map(choice(false));
    this.allBinary = entry.signature.outputs.map(choice(true));
    this.rowBytes = Float64Array.from(entry.signature.inputs, rowBytesOf);
  }

  /** The same target for requests with this mark. */
  marked(mark: Mark, entry: VersionEntry<VersionRoute>, exchange: Exchange, frontEnd: number): VersionTarget {
    return new VersionTarget(entry, exchange, frontEnd, { caller: this, arm: this.arm, headers: this.headers, marked: { of: this, mark } });
  }

  /** Null for nobody, which is nearly always. */
  get leaving(): Leaving | null {
    return this.exit.leaving;
  }
  set leaving(leaving: Leaving | null) {
    this.exit.leaving = leaving;
  }
  /** Requests of this front end between `open` and `release`, mirrored ones included. */
  get inFlight(): number {
    return this.use.inFlight;
  }
  set inFlight(count: number) {
    this.use.inFlight = count;
  }
  /** Its queue is dead with its last instance. */
  get failed(): boolean {
    return this.use.failed;
  }
  set failed(is: boolean) {
    this.use.failed = is;
  }

  inputIndex(name: string): number {
    return this.inputs.get(name) ?? -1;
  }
  outputIndex(name: string): number {
    return this.outputs.get(name) ?? -1;
  }
}

function rowBytesOf(spec: TensorSpec): number {
  const { bytes } = DATATYPES[spec.datatype];
  if (bytes === 0 || spec.dims.includes(-1)) return -1;
  return spec.dims.reduce((product, dim) => product * dim, bytes);
}
