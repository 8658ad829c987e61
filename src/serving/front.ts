/**
 * The data plane of one front-end thread: names versions, grants places, moves requests to their queues, notices time
 * running out, and settles what comes back. Everything here runs on one thread; what crosses threads are ticket
 * numbers. Nothing is allocated per request once the pool is warm.
 */
import { assert } from '../base/assert.js';
import type { Clock } from '../base/clock.js';
import { REASON_NAMES, ServingError, reasonNumber, type Reason } from '../base/error.js';
import { queuePolicyOf, type VersionRoute } from '../batch/route.js';
import type { Arena } from '../memory/arena.js';
import { releaseSlab } from '../memory/slab.js';
import { MOMENT, TICKET, TicketState, type Exchange } from '../memory/ticket.js';
import type { RoutingTable } from '../routing/table.js';
import type { ThreadLane } from '../telemetry/thread.js';
import { Deadlines } from './deadlines.js';
import { diedFault, faultOf } from './fault.js';
import { Mirrors } from './mirror.js';
import type { Caller, Front, RegionSpan, Target } from './port.js';
import { PooledRequest, type Mover, type OpenedSpan } from './request.js';
import { VersionTarget } from './target.js';
import { Versions } from './versions.js';

/** Clients' shared memory, as a front end sees it. */
export interface Regions {
  /** Holds a region open. @throws ServingError not_found, shm_disabled, invalid_argument */
  open(span: RegionSpan): OpenedSpan;
  close(hold: number): void;
}

export interface FrontOptions {
  readonly frontEnd: number;
  readonly exchange: Exchange;
  readonly arena: Arena;
  readonly clock: Clock;
  readonly requestBytesMax: number;
  /** Time that a request without a deadline has; 0 for any. */
  readonly defaultTimeoutUs: number;
  readonly regions: Regions;
  readonly lane: ThreadLane;
  /** Told of every request once it is settled, before its memory is given back. */
  readonly onSettled: (request: PooledRequest, fault: ServingError | null) => void;
  /** Told of every request that was queued, with how many are now in flight here. */
  readonly onSent: (inFlight: number) => void;
  /** Asks for `onAlarm` after a delay; a later call replaces an earlier one. */
  readonly setAlarm: (delayUs: number) => void;
  /** A version that left the table has no request of this front end any more. */
  readonly onDrained: (servingId: number) => void;
  /** Runs something soon, when what callers wait for is done. */
  readonly defer: (run: () => void) => void;
}

export class DataFront implements Front, Mover {
  live = true;
  ready = false;
  draining = false;
  private readonly versions: Versions;
  private readonly requests: PooledRequest[] = [];
  private readonly free: PooledRequest[] = [];
  private readonly firstTicket: number;
  private readonly deadlines: Deadlines;
  private readonly mirrors: Mirrors;
  private alarmUs = Infinity;

  constructor(private readonly own: FrontOptions) {
    const { ticketsPerFrontEnd } = own.exchange;
    this.firstTicket = own.frontEnd * ticketsPerFrontEnd;
    this.deadlines = new Deadlines(ticketsPerFrontEnd);
    this.versions = new Versions(own.exchange, own.frontEnd, own.onDrained);
    this.mirrors = new Mirrors(own, this, this.versions);
  }

  get requestBytesMax(): number {
    return this.own.requestBytesMax;
  }

  get openRequests(): number {
    return this.requests.length - this.free.length;
  }

  /** Those of them that somebody waits for. */
  get callers(): number {
    return this.openRequests - this.mirrors.copies;
  }

  // --- versions -------------------------------------------------------------------------------

  /** Takes a new table into use. Versions that are gone from it are reported once they have no request left. */
  install(table: RoutingTable<VersionRoute>): void {
    this.own.lane.epoch(table.epoch);
    this.versions.install(table);
    this.mirrors.install(table);
  }

  modelReady(model: string, version: string): boolean {
    return this.versions.isReady(model, version);
  }

  get key(): number {
    return this.versions.key;
  }

  bodyKeyed(model: string, version: string, label: string): readonly string[] | null {
    return this.versions.bodyKeyed(model, version, label);
  }

  resolve(model: string, version: string, label: string, caller: Caller | null = null): Target {
    if (this.draining) throw new ServingError('draining', 'Server is stopping and takes no new inference requests');
    return this.versions.resolve(model, version, label, caller);
  }

  // --- a request's way ------------------------------------------------------------------------

  open(target: Target, inputBytesHint: number, deadlineUs: number, key: number = this.versions.key): PooledRequest {
    const { clock, exchange, defaultTimeoutUs, lane } = this.own;
    assert(target instanceof VersionTarget, 'targets come from resolve');
    const nowUs = clock.nowUs();
    if (deadlineUs > 0 && deadlineUs <= nowUs) throw this.refuse(target, 'deadline_exceeded', 'the deadline of the request has passed before it was read');
    const request = this.free.pop() ?? this.grow();
    if (request === null) throw this.refuse(target, 'queue_full', 'the server has as many requests in flight as it may; retry');
    if (!request.open(target, inputBytesHint, nowUs)) {
      this.free.push(request);
      throw this.refuse(target, 'memory_full', `request memory has no room for ${inputBytesHint} bytes; retry, or raise --request-memory-bytes`);
    }
    request.deadlineUs = deadlineUs > 0 ? deadlineUs : defaultTimeoutUs > 0 ? nowUs + defaultTimeoutUs : 0;
    request.key = key;
    request.isTimed = target.arm !== null && target.arm.assigned(key, nowUs);
    request.isUnit = target.arm !== null && target.arm.isUnit;
    target.inFlight += 1;
    target.lane.inFlight(1);
    exchange.setState(request.ticket, TicketState.open);
    lane.slots(exchange.ticketsPerFrontEnd, this.openRequests);
    return request;
  }

  send(request: PooledRequest): void {
    const { exchange, clock } = this.own;
    const { ticket, target } = request;
    const { admission } = target.route;
    if (this.draining) throw new ServingError('draining', 'Server is stopping and takes no new inference requests');
    if (target.failed) throw diedFault(target);
    const nowUs = clock.nowUs();
    const priority = priorityOf(admission.priorityLevels, admission.defaultPriority, request.priority);
    const policy = queuePolicyOf(admission, priority);
    const waitUs = shorter(policy.defaultTimeoutUs, request.timeoutUs);
    const untilUs = waitUs > 0 ? nowUs + waitUs : 0;
    exchange.set(ticket, TICKET.rows, request.rows < 0 ? 1 : request.rows);
    exchange.set(ticket, TICKET.shape, request.shapeKey);
    exchange.set(ticket, TICKET.delayed, 0);
    exchange.set(ticket, TICKET.block, request.block);
    exchange.set(ticket, TICKET.slab, -1);
    exchange.set(ticket, TICKET.reason, 0);
    exchange.set(ticket, TICKET.run, 0);
    exchange.setMoment(ticket, MOMENT.offered, nowUs);
    exchange.setMoment(ticket, MOMENT.queueUntil, untilUs);
    if (!target.queue.offer(ticket, request.rows < 0 ? 1 : request.rows, priority, policy.queueSizeMax)) {
      throw new ServingError('queue_full', `Exceeds maximum queue size of ${policy.queueSizeMax} for model '${target.model}'`);
    }
    request.phase = 'queued';
    if (admission.preserveOrdering) target.order.push(request);
    const refuseUs = policy.timeoutAction === 'reject' ? untilUs : 0;
    this.watch(request, shorter(refuseUs, request.deadlineUs));
    if (!target.isMirrored) this.own.onSent(this.callers);
  }

  abandon(request: PooledRequest, fault: ServingError | null): void {
    switch (request.phase) {
      case 'filling':
        this.count(request, fault ?? new ServingError('cancelled', 'the caller went away'));
        return this.finish(request);
      case 'queued':
      case 'held':
        this.count(request, fault ?? new ServingError('cancelled', 'the caller went away'));
        this.deadlines.remove(request.ticket - this.firstTicket);
        return this.leave(request);
      case 'late':
        request.phase = 'abandoned';
        return;
      case 'answered':
        return this.finish(request);
      case 'abandoned':
      case 'free':
        return;
    }
  }

  release(request: PooledRequest): void {
    assert(request.phase === 'answered' || request.phase === 'late', 'a request is released after it was settled');
    if (request.phase === 'answered') this.finish(request);
    else request.phase = 'abandoned';
  }

  openRegion(request: PooledRequest, span: RegionSpan): OpenedSpan {
    const opened = this.own.regions.open(span);
    request.holds.push(opened.hold);
    return opened;
  }

  // --- what comes back ------------------------------------------------------------------------

  /** Settles everything that instances have handed back. @returns how many */
  drain(): number {
    const { exchange, frontEnd } = this.own;
    let count = 0;
    for (let ticket = exchange.takeDone(frontEnd); ticket >= 0; count++) {
      const next = exchange.next(ticket);
      this.returned(this.requests[ticket - this.firstTicket]!);
      ticket = next;
    }
    return count;
  }

  /** Answers those whose time has run out. */
  onAlarm(): void {
    this.alarmUs = Infinity;
    const nowUs = this.own.clock.nowUs();
    for (;;) {
      const place = this.deadlines.takeDue(nowUs);
      if (place < 0) break;
      this.expire(this.requests[place]!, nowUs);
    }
    if (this.deadlines.nextUs !== Infinity) this.arm(this.deadlines.nextUs, nowUs);
  }

  /** The queue of a version is dead with its last instance: what waits in it is answered and taken back. */
  failVersion(routeId: number): void {
    const { exchange } = this.own;
    this.versions.fail(routeId);
    for (const request of this.requests) {
      if (request.phase === 'free' || request.phase === 'filling' || request.target.route.id !== routeId) continue;
      request.target.queue.giveUp(request.ticket);
      if (!exchange.claim(request.ticket, TicketState.expired, TicketState.open)) continue;
      exchange.set(request.ticket, TICKET.reason, reasonNumber('instance_failed'));
      exchange.setState(request.ticket, TicketState.done);
      this.returned(request);
    }
  }

  private returned(request: PooledRequest): void {
    const { exchange } = this.own;
    const { ticket, target } = request;
    if (exchange.state(ticket) === TicketState.done) this.takeAnswer(request);
    switch (request.phase) {
      case 'queued':
        this.deadlines.remove(ticket - this.firstTicket);
        return target.route.admission.preserveOrdering ? this.takeTurn(request) : this.settle(request);
      case 'late':
        this.dropAnswer(request);
        request.phase = 'answered';
        return;
      case 'abandoned':
        return this.finish(request);
      default:
        assert(false, `a ticket came back in phase ${request.phase}`);
    }
  }

  private takeAnswer(request: PooledRequest): void {
    const { exchange } = this.own;
    const { ticket, target } = request;
    const reason = exchange.get(ticket, TICKET.reason);
    if (exchange.get(ticket, TICKET.slab) >= 0) request.answer = target.instances[exchange.get(ticket, TICKET.instance)]!;
    if (request.phase !== 'queued') return;
    if (reason !== 0) request.error = faultOf(REASON_NAMES[reason - 1]!, target);
    else if (request.holds.length > 0) request.error = request.regionFault();
  }

  /** Answers in the order of arrival: this one now, and those that waited for it, or later. */
  private takeTurn(request: PooledRequest): void {
    request.phase = 'held';
    if (request.target.order[0] === request) return this.settleInOrder(request.target);
    if (request.error === null) request.keepOutputs();
    this.dropAnswer(request);
    this.watch(request, request.deadlineUs);
  }

  private settle(request: PooledRequest): void {
    request.phase = 'answered';
    this.count(request, request.error);
    request.target.lane.bytes(request.inputBytes, request.error === null ? request.answerBytes : 0);
    request.call!.settled(request);
  }

  private settleInOrder(target: VersionTarget): void {
    const { order } = target;
    while (order.length > 0) {
      const first = order[0]!;
      if (first.phase !== 'held') return;
      order.shift();
      this.deadlines.remove(first.ticket - this.firstTicket);
      this.settle(first);
    }
  }

  private expire(request: PooledRequest, nowUs: number): void {
    const { ticket, target, phase } = request;
    const isOver = request.deadlineUs > 0 && request.deadlineUs <= nowUs;
    const given = phase === 'queued' && target.queue.giveUp(ticket);
    if (!given && !isOver) {
      // It left the queue in time; only its deadline is left to watch.
      this.watch(request, request.deadlineUs);
      return;
    }
    request.error = isOver
      ? new ServingError('deadline_exceeded', `the deadline passed before model '${target.model}' answered`)
      : new ServingError('queue_timeout', 'Request timeout expired');
    // A held one has come back already and waits only for its turn.
    request.phase = phase === 'held' ? 'answered' : 'late';
    this.unlist(request);
    this.count(request, request.error);
    request.call!.settled(request);
    this.settleInOrder(target);
  }

  private leave(request: PooledRequest): void {
    const { phase, target } = request;
    if (phase === 'queued') {
      request.phase = 'abandoned';
      target.queue.giveUp(request.ticket);
      this.unlist(request);
    } else {
      request.phase = 'answered';
      this.unlist(request);
      this.finish(request);
    }
    this.settleInOrder(target);
  }

  /** A request that is not answered in its turn must not hold up the ones behind it. */
  private unlist(request: PooledRequest): void {
    const { order } = request.target;
    const at = order.indexOf(request);
    if (at >= 0) order.splice(at, 1);
  }

  private dropAnswer(request: PooledRequest): void {
    if (request.answer === null) return;
    releaseSlab(request.answer.words, this.own.exchange.get(request.ticket, TICKET.slab));
    request.answer = null;
  }

  private finish(request: PooledRequest): void {
    const { target } = request;
    if (target.leaving !== null) target.leaving.leave(request);
    this.dropAnswer(request);
    for (const hold of request.holds.splice(0)) this.own.regions.close(hold);
    this.own.exchange.setState(request.ticket, TicketState.free);
    request.close();
    this.free.push(request);
    target.inFlight -= 1;
    target.lane.inFlight(-1);
    this.versions.released(target);
  }

  // --- small parts ----------------------------------------------------------------------------

  private grow(): PooledRequest | null {
    const { exchange, arena } = this.own;
    if (this.requests.length === exchange.ticketsPerFrontEnd) return null;
    const request = new PooledRequest(this.firstTicket + this.requests.length, arena, this);
    this.requests.push(request);
    return request;
  }

  private watch(request: PooledRequest, dueUs: number): void {
    if (dueUs <= 0) return;
    this.deadlines.add(request.ticket - this.firstTicket, dueUs);
    if (dueUs < this.alarmUs) this.arm(dueUs, this.own.clock.nowUs());
  }

  private arm(dueUs: number, nowUs: number): void {
    this.alarmUs = dueUs;
    this.own.setAlarm(Math.max(0, dueUs - nowUs));
  }

  private count(request: PooledRequest, fault: ServingError | null): void {
    const nowUs = this.own.clock.nowUs();
    const us = nowUs - request.openedUs;
    const { arm } = request.target;
    if (arm !== null) arm.settled(request.ticket, request.key, request.isTimed, fault, us, this.own.exchange, nowUs, request.isUnit ? request : null);
    if (fault === null) request.target.lane.success(us);
    else request.target.lane.failed(reasonNumber(fault.reason), us);
    if (!request.target.isMirrored) this.own.onSettled(request, fault);
  }

  private refuse(target: VersionTarget, reason: Reason, text: string): ServingError {
    target.lane.failed(reasonNumber(reason), 0);
    return new ServingError(reason, text);
  }
}

function priorityOf(levels: number, byDefault: number, asked: number): number {
  if (levels === 0) return 0;
  return asked <= 0 || asked > levels ? byDefault : asked;
}

/** The shorter of two times where 0 stands for none. */
function shorter(a: number, b: number): number {
  if (a <= 0) return Math.max(0, b);
  return b > 0 ? Math.min(a, b) : a;
}
