/**
 * One model instance: waits for work, forms a run, assembles, runs, splits, and hands the requests back. Synchronous
 * from end to end, on a thread of its own; it never turns its event loop while it serves. `step` does one round and
 * is what tests call.
 */
import type { Run, Session } from '../backend/backend.js';
import type { Clock } from '../base/clock.js';
import { ServingError, asServingError, reasonNumber } from '../base/error.js';
import { Patience } from '../base/patience.js';
import type { Formed, Former } from '../batch/former.js';
import { paddedRows, type BatchPolicy } from '../batch/policy.js';
import type { Queue } from '../batch/queue.js';
import type { DescriptorLayout } from '../memory/descriptor.js';
import { INSTANCE } from '../memory/layout.js';
import { MOMENT, TICKET, TicketState, type Exchange } from '../memory/ticket.js';
import type { Signature } from '../tensor/signature.js';
import type { InstanceLane } from '../telemetry/lane.js';
import { inputShape, type Assembler, type Part, type RequestMemory } from './assemble.js';
import { Control } from './message.js';
import type { Splitter } from './split.js';

export interface InstanceParts {
  /** Position among the version's instances. */
  readonly index: number;
  readonly signature: Signature;
  readonly policy: BatchPolicy;
  readonly session: Session;
  readonly exchange: Exchange;
  readonly memories: readonly RequestMemory[];
  readonly queue: Queue;
  readonly former: Former;
  readonly words: Int32Array;
  readonly layout: DescriptorLayout;
  readonly assembler: Assembler;
  readonly splitter: Splitter;
  readonly lane: InstanceLane;
  readonly clock: Clock;
  /** How long to look for a lone client's next request before a sleep; 0 for not at all. */
  readonly watchUs: number;
  /** Tells why a run failed; the text stays on the server. */
  readonly onFailure: (fault: ServingError, requests: number) => void;
}

/** Batches are numbered in 31 bits. */
const BATCHES_MAX = 2 ** 31 - 1;

export class InstanceLoop {
  private readonly parts: Part[];
  private readonly rowsOf: Int32Array;
  private readonly single: Int32Array;
  private readonly patience: Patience;
  /** Prepared runs of fixed-shape models by padded rows. */
  private readonly prepared: Run[] = [];
  private readonly fixedShapes: boolean;
  private readonly chainFirst: Int32Array;
  private readonly chainLast: Int32Array;
  /** Number of the batch at hand; 0 is none. */
  private batch = 0;

  constructor(private readonly own: InstanceParts) {
    const requestsMax = own.former.formed.ids.length;
    this.parts = Array.from({ length: requestsMax }, () => ({ memory: own.memories[0]!, descriptors: 0 }));
    this.rowsOf = new Int32Array(requestsMax);
    this.single = new Int32Array(1);
    this.patience = new Patience(own.watchUs);
    this.fixedShapes = own.signature.inputs.every((spec) => !spec.optional && spec.dims.every((dim) => dim >= 0));
    this.chainFirst = new Int32Array(own.exchange.frontEnds);
    this.chainLast = new Int32Array(own.exchange.frontEnds);
  }

  /** Serves until control asks to leave. */
  run(): void {
    while (!this.isCalled()) this.step(true);
  }

  /** One round: a run if there is one, else a sleep where `wait` allows it. @returns requests handed back */
  step(wait: boolean): number {
    const { queue, former, policy, index, clock } = this.own;
    const formed = queue.take(former, index + 1, clock.nowUs(), policy.delayExpired);
    if (formed.count === 0) {
      if (wait) this.rest(formed);
      return 0;
    }
    if (formed.count === 1 && queue.depth === 0) this.patience.lone();
    else this.patience.crowd();
    this.batch = (this.batch % BATCHES_MAX) + 1;
    this.hold(formed.ids, formed.count);
    queue.passOn();
    this.execute(formed.ids, formed.count, formed.rows);
    this.own.words[INSTANCE.held] = 0;
    return formed.count;
  }

  private rest(formed: Formed): void {
    const { queue, index, clock } = this.own;
    const watchUs = formed.waitUs === Infinity ? this.patience.budgetUs : 0;
    if (watchUs > 0) {
      const found = queue.watch(index + 1, clock, watchUs);
      this.patience.looked(found);
      if (found) return;
    }
    queue.sleep(formed, this.isCalled);
  }

  private readonly isCalled = (): boolean => Atomics.load(this.own.words, INSTANCE.control) !== Control.run;

  /** What this thread holds is written down first, so that its host can answer for it if the thread dies. */
  private hold(ids: Int32Array, count: number): void {
    const { words } = this.own;
    for (let k = 0; k < count; k++) words[INSTANCE.ids + k] = ids[k]!;
    Atomics.store(words, INSTANCE.held, count);
  }

  private execute(ids: Int32Array, count: number, rows: number): void {
    try {
      this.runTogether(ids, count, rows);
    } catch (thrown) {
      const fault = asServingError(thrown, 'backend_failed');
      this.own.onFailure(fault, count);
      if (count > 1) this.isolate(ids, count);
      else this.fail(ids[0]!, fault);
    }
  }

  /** A failed run is tried again request by request, so that only the one that poisons it fails. */
  private isolate(ids: Int32Array, count: number): void {
    const { lane, exchange } = this.own;
    lane.batchFailed();
    for (let k = 0; k < count; k++) {
      const ticket = ids[k]!;
      lane.isolated();
      try {
        this.single[0] = ticket;
        this.runTogether(this.single, 1, exchange.get(ticket, TICKET.rows));
      } catch (thrown) {
        this.fail(ticket, asServingError(thrown, 'backend_failed'));
      }
    }
  }

  private runTogether(ids: Int32Array, count: number, rows: number): void {
    const { exchange, memories, clock, policy, assembler, splitter, lane } = this.own;
    const startedUs = clock.nowUs();
    for (let k = 0; k < count; k++) {
      const ticket = ids[k]!;
      const part = this.parts[k]!;
      part.memory = memories[exchange.frontEndOf(ticket)]!;
      part.descriptors = exchange.get(ticket, TICKET.block) >> 2;
      this.rowsOf[k] = exchange.get(ticket, TICKET.rows);
    }
    if (!this.fixedShapes) this.checkShapes(count);
    const padded = paddedRows(policy, rows);
    const run = this.prepare(rows, padded);
    assembler.fill(run, this.parts, count, rows, padded);
    const filledUs = clock.nowUs();
    run.execute();
    const ranUs = clock.nowUs();
    const slab = splitter.share(run, this.parts, this.rowsOf, count, rows, padded);
    const doneUs = clock.nowUs();
    for (let k = 0; k < count; k++) {
      const ticket = ids[k]!;
      exchange.set(ticket, TICKET.reason, 0);
      exchange.set(ticket, TICKET.instance, this.own.index);
      exchange.set(ticket, TICKET.slab, slab);
      exchange.set(ticket, TICKET.batchRows, padded);
      exchange.setMoment(ticket, MOMENT.started, startedUs);
      exchange.setMoment(ticket, MOMENT.filled, filledUs);
      exchange.setMoment(ticket, MOMENT.ran, ranUs);
      exchange.setMoment(ticket, MOMENT.done, doneUs);
      lane.queued(startedUs - exchange.moment(ticket, MOMENT.offered));
    }
    lane.executed(Math.max(1, rows), count, filledUs - startedUs, ranUs - filledUs, doneUs - ranUs, clock.wallMs());
    this.handBack(ids, count);
    splitter.shared();
  }

  private prepare(rows: number, padded: number): Run {
    const { session, signature, layout } = this.own;
    const cached = this.fixedShapes ? this.prepared[padded] : undefined;
    if (cached !== undefined) return cached;
    const head = this.parts[0]!;
    const shapes = signature.inputs.map((spec, i) => {
      const shape = inputShape(layout, head, i);
      if (shape === null) return null;
      const dims = signature.maxBatchSize > 0 ? [padded, ...shape.slice(1)] : shape;
      return modelShape(dims, spec.dims, spec.modelDims, signature.maxBatchSize > 0);
    });
    const run = session.prepare(shapes);
    if (this.fixedShapes && rows >= 0) this.prepared[padded] = run;
    return run;
  }

  /** Lines go by a hash of the shape; two shapes with one hash must not share a run. */
  private checkShapes(count: number): void {
    const { layout, signature } = this.own;
    const skip = signature.maxBatchSize > 0 ? 1 : 0;
    const head = this.parts[0]!;
    for (let k = 1; k < count; k++) {
      const part = this.parts[k]!;
      for (let i = 0; i < signature.inputs.length; i++) {
        const a = inputShape(layout, head, i)?.slice(skip).join();
        const b = inputShape(layout, part, i)?.slice(skip).join();
        if (a !== b) throw new ServingError('shape_mismatch', 'requests of different shapes met in one run and are run apart');
      }
    }
  }

  private fail(ticket: number, fault: ServingError): void {
    const { exchange } = this.own;
    exchange.set(ticket, TICKET.reason, reasonNumber(fault.reason));
    exchange.set(ticket, TICKET.slab, -1);
    exchange.set(ticket, TICKET.instance, this.own.index);
    exchange.set(ticket, TICKET.run, this.batch);
    this.single[0] = ticket;
    this.handBack(this.single, 1);
  }

  /** One chain, and at most one wake-up, per front end and run. */
  private handBack(ids: Int32Array, count: number): void {
    const { exchange } = this.own;
    this.chainFirst.fill(-1);
    for (let k = 0; k < count; k++) {
      const ticket = ids[k]!;
      const frontEnd = exchange.frontEndOf(ticket);
      exchange.setState(ticket, TicketState.done);
      // Stacks give the newest first, so the chain runs from the last request to the first.
      if (this.chainFirst[frontEnd] === -1) this.chainLast[frontEnd] = ticket;
      else exchange.link(ticket, this.chainFirst[frontEnd]!);
      this.chainFirst[frontEnd] = ticket;
    }
    for (let frontEnd = 0; frontEnd < this.chainFirst.length; frontEnd++) {
      if (this.chainFirst[frontEnd] !== -1) exchange.giveBack(frontEnd, this.chainFirst[frontEnd]!, this.chainLast[frontEnd]!);
    }
  }
}

/** The shape that the model file takes, where a `reshape` makes it differ from the client's. */
export function modelShape(dims: readonly number[], wire: readonly number[], model: readonly number[], batched: boolean): number[] {
  if (wire.length === model.length && wire.every((dim, d) => dim === model[d])) return [...dims];
  const own = batched ? dims.slice(1) : dims;
  const variable = own.filter((_, d) => wire[d] === -1);
  const shape = model.map((dim) => (dim === -1 ? variable.shift()! : dim));
  return batched ? [dims[0]!, ...shape] : shape;
}
