/**
 * Runs a share of the requests that the stable version has answered on the candidate too, and compares. Off the caller's
 * path: a request is copied only when it is about to give its memory back, its answer written; the memory goes to the
 * copy instead, and whatever becomes of the copy, its caller is gone. The copies share places, request memory and queues
 * with callers, and time of the front end, so each is bounded, and a pair for which there is no room is skipped and counted.
 *
 *   caller's request released -> kept outputs, memory handed over -> [stable again, compared] -> candidate, compared -> memory back
 */
import type { Clock } from '../base/clock.js';
import { asServingError, type ServingError } from '../base/error.js';
import type { VersionRoute } from '../batch/route.js';
import type { Arena } from '../memory/arena.js';
import type { Exchange } from '../memory/ticket.js';
import type { RoutingTable } from '../routing/table.js';
import { Allowance } from './allowance.js';
import { Copy, isWithin, placeInputs } from './copy.js';
import { Mirroring, type Progress } from './mirroring.js';
import type { PooledRequest } from './request.js';
import { NO_SLICE } from './slices.js';
import type { VersionTarget } from './target.js';
import type { Versions } from './versions.js';

/** A run that takes longer is a fault of its version; its place is free once the run is over. */
const DEADLINE_US = 10_000_000;
/** Copies take no place once callers have half of them, and no more than an eighth of request memory, nor while half of it is in use. */
const PLACES_SHARE = 1 / 2;
const HELD_SHARE = 1 / 8;
const MEMORY_SHARE = 1 / 2;
/** Of the front end's own time, with what quiet times may save up: wide outputs cost more to rank than to answer. */
const TIME_SHARE = 0.03;
const CREDIT_US_MAX = 100_000;
/** Comparing makes way for callers this often. */
const SLICE_US = 200;

export interface MirrorParts {
  readonly frontEnd: number;
  readonly exchange: Exchange;
  readonly arena: Arena;
  readonly clock: Clock;
  readonly defer: (run: () => void) => void;
}

/** The front that runs the copies beside its callers' requests. */
export interface Runner {
  readonly openRequests: number;
  open(target: VersionTarget, inputBytesHint: number, deadlineUs: number): PooledRequest;
}

export class Mirrors {
  private current: Mirroring[] = [];
  private readonly progress = new Map<string, Progress>();
  private readonly underWay = new Set<Copy>();
  private readonly free: Copy[] = [];
  /** Answered and not compared yet. */
  private readonly ready: Copy[] = [];
  private readonly allowance = new Allowance(TIME_SHARE, CREDIT_US_MAX);
  private isDeferred = false;
  private heldBytes = 0;

  constructor(
    private readonly own: MirrorParts,
    private readonly runner: Runner,
    private readonly versions: Versions,
  ) {}

  /** Under way. */
  get copies(): number {
    return this.underWay.size;
  }

  /** Takes a new table into use. Runs on a version that left it are given up, so that it need not wait for them. */
  install(table: RoutingTable<VersionRoute>): void {
    const { exchange, frontEnd } = this.own;
    for (const { stable } of this.current) stable.leaving = null;
    this.current = [];
    const copies = { leave: (request: PooledRequest) => this.left(request.call as Copy, request) };
    for (const model of table.models.values()) {
      const mirroring = Mirroring.of(model, this.versions, exchange, frontEnd, copies, () => this.progressOf(model.name));
      if (mirroring === null) continue;
      mirroring.stable.leaving = { leave: (request) => this.offer(mirroring, request) };
      this.current.push(mirroring);
    }
    for (const copy of this.underWay) if (this.versions.target(copy.mirroring.candidate.target.servingId) === null) this.giveUp(copy);
  }

  private progressOf(model: string): Progress {
    let progress = this.progress.get(model);
    if (progress === undefined) this.progress.set(model, (progress = { underWay: 0, chance: 0 }));
    return progress;
  }

  /** A caller's request is done with, one way or another. */
  private offer(mirroring: Mirroring, request: PooledRequest): void {
    if (request.phase !== 'answered' || request.error !== null || request.rows === 0) return;
    const { plan, lane } = mirroring;
    if (!mirroring.chooses(plan.weight)) return;
    const isNoise = mirroring.chooses(plan.noiseWeight);
    if (!isWithin(request)) return lane.add('skippedOutside');
    const nowUs = this.own.clock.nowUs();
    if (!this.allowance.has(nowUs)) return lane.add('skippedBusy');
    // What a teacher answered is worth keeping also while its student is busy.
    if (request.target.mark?.isStored === true) mirroring.labels?.write(request, this.own.clock.wallMs());
    this.copy(mirroring, request, isNoise);
    this.allowance.spend(this.own.clock.nowUs() - nowUs);
  }

  private copy(mirroring: Mirroring, request: PooledRequest, isNoise: boolean): void {
    const { plan, lane, progress } = mirroring;
    const { exchange, arena } = this.own;
    if (progress.underWay >= plan.concurrencyMax || this.runner.openRequests > exchange.ticketsPerFrontEnd * PLACES_SHARE) return lane.add('skippedBusy');
    const { blockBytes } = request;
    const memoryBytes = arena.bytes.length;
    if (this.heldBytes + blockBytes > memoryBytes * HELD_SHARE || arena.usedBytes > memoryBytes * MEMORY_SHARE) return lane.add('skippedMemory');
    const copy = this.free.pop() ?? new Copy(this.settled);
    if (!copy.kept.keep(request)) {
      this.free.push(copy);
      return lane.add('skippedMemory');
    }
    copy.mirroring = mirroring;
    copy.stage = isNoise ? 'noise' : 'candidate';
    copy.isLast = !isNoise;
    copy.heldBytes = blockBytes;
    copy.slice = request.target.mark?.slice ?? NO_SLICE;
    this.heldBytes += blockBytes;
    progress.underWay += 1;
    this.underWay.add(copy);
    this.run(copy, request);
  }

  /** Runs the copy's stage on the inputs of a request that is about to give them back. */
  private run(copy: Copy, from: PooledRequest): void {
    const { mirroring, stage } = copy;
    const { target, inputs } = stage === 'noise' ? mirroring.noise : mirroring.candidate;
    let request: PooledRequest;
    try {
      request = this.runner.open(target, 0, this.own.clock.nowUs() + DEADLINE_US);
    } catch (thrown) {
      this.count(copy, asServingError(thrown));
      return this.next(copy, from);
    }
    copy.request = request;
    request.call = copy;
    try {
      // Until the memory is handed over there is nothing for a next run.
      copy.isLast = true;
      placeInputs(from, request, inputs);
      from.handOver(request);
      copy.isLast = stage === 'candidate';
      request.send(copy);
    } catch (thrown) {
      const fault = asServingError(thrown);
      this.count(copy, fault);
      request.abandon(fault);
    }
  }

  private readonly settled = (copy: Copy, request: PooledRequest): void => {
    if (request.error === null) {
      this.ready.push(copy);
      return this.deferCompare();
    }
    this.count(copy, request.error);
    request.release();
  };

  private deferCompare(): void {
    if (this.isDeferred) return;
    this.isDeferred = true;
    this.own.defer(this.compareReady);
  }

  private readonly compareReady = (): void => {
    const { clock } = this.own;
    const fromUs = clock.nowUs();
    this.isDeferred = false;
    let nowUs = fromUs;
    while (nowUs <= fromUs + SLICE_US) {
      const copy = this.ready.shift();
      if (copy === undefined) break;
      this.compare(copy);
      copy.request!.release();
      nowUs = clock.nowUs();
    }
    this.allowance.spend(nowUs - fromUs);
    if (this.ready.length > 0) this.deferCompare();
  };

  private compare({ mirroring, stage, kept, request, slice }: Copy): void {
    const isNoise = stage === 'noise';
    const side = isNoise ? mirroring.pairs.floor : mirroring.pairs.candidate;
    const others = kept.beside(request!, (isNoise ? mirroring.noise : mirroring.candidate).outputs);
    // Noise has no slices: it tells of the machine, and not of anybody's requests.
    const part = isNoise ? null : (mirroring.pairs.slices[slice] ?? null);
    side.add(mirroring.comparer.compare(kept.rows, kept.outputs, others, side.tally, part) > 0);
    mirroring.lane.add(isNoise ? 'noise' : 'compared');
  }

  /** A run of a copy is about to give the memory back. */
  private left(copy: Copy, request: PooledRequest): void {
    copy.request = null;
    this.next(copy, request);
  }

  private next(copy: Copy, from: PooledRequest): void {
    if (!copy.isLast) {
      copy.stage = 'candidate';
      copy.isLast = true;
      return this.run(copy, from);
    }
    copy.kept.clear();
    copy.mirroring.progress.underWay -= 1;
    this.heldBytes -= copy.heldBytes;
    this.underWay.delete(copy);
    this.free.push(copy);
  }

  private giveUp(copy: Copy): void {
    const { request } = copy;
    copy.isLast = true;
    if (request !== null && request.phase === 'queued') request.abandon();
  }

  /** Only the candidate is held to account. What a stopping server does says nothing of it. */
  private count(copy: Copy, fault: ServingError): void {
    if (copy.stage !== 'candidate' || fault.reason === 'draining' || fault.reason === 'cancelled') return;
    const { lane } = copy.mirroring;
    if (fault.reason === 'queue_full') lane.add('skippedBusy');
    else if (fault.reason === 'memory_full') lane.add('skippedMemory');
    else lane.add('faults');
  }
}
