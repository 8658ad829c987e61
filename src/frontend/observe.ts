/**
 * What a front end writes down about settled requests besides counting them: the sampled access log and traces. Off
 * the path: a settled request costs one comparison here unless it is sampled, and lines leave in batches.
 */
import type { Clock } from '../base/clock.js';
import { reasonNumber, type ServingError } from '../base/error.js';
import type { Exchange } from '../memory/ticket.js';
import { MOMENT } from '../memory/ticket.js';
import type { PooledRequest } from '../serving/request.js';
import { ACCESS_DEFAULTS, AccessLog, blankAccess } from '../telemetry/access.js';
import { TraceSampler, type TraceRecord } from '../telemetry/trace.js';

export interface ObserverSinks {
  access(lines: string): void;
  trace(record: TraceRecord): void;
}

export class Observer {
  readonly traces = new TraceSampler();
  readonly access: AccessLog;
  private readonly entry = blankAccess();

  constructor(
    private readonly exchange: Exchange,
    private readonly clock: Clock,
    private readonly sinks: ObserverSinks,
    sampleEvery: number,
  ) {
    this.access = new AccessLog({
      ...ACCESS_DEFAULTS,
      clock,
      sampleEvery,
      failureEvery: sampleEvery === 0 ? 0 : ACCESS_DEFAULTS.failureEvery,
      sink: (lines) => sinks.access(lines),
    });
  }

  settled(request: PooledRequest, fault: ServingError | null): void {
    const number = fault === null ? 0 : reasonNumber(fault.reason);
    if (this.access.wants(number)) this.record(request, fault, number);
    if (this.traces.on && fault === null && this.traces.wants(request.target.model)) this.sinks.trace(this.trace(request));
  }

  private record(request: PooledRequest, fault: ServingError | null, number: number): void {
    const { exchange, entry } = this;
    const { ticket, target } = request;
    entry.protocol = request.call?.protocol ?? 'http';
    entry.model = target.model;
    entry.version = target.version;
    entry.id = request.id;
    entry.reasonNumber = number;
    entry.status = entry.protocol === 'http' ? (fault?.row.http ?? 200) : (fault?.row.grpc ?? 0);
    entry.rows = Math.max(0, request.rows);
    const ran = fault === null;
    entry.queueUs = ran ? exchange.moment(ticket, MOMENT.started) - exchange.moment(ticket, MOMENT.offered) : 0;
    entry.computeUs = ran ? exchange.moment(ticket, MOMENT.done) - exchange.moment(ticket, MOMENT.started) : 0;
    entry.totalUs = this.clock.nowUs() - request.openedUs;
    entry.requestBytes = request.inputBytes;
    entry.responseBytes = ran ? request.answerBytes : 0;
    this.access.record(entry);
  }

  private trace(request: PooledRequest): TraceRecord {
    const { exchange } = this;
    const { ticket, target } = request;
    return {
      model: target.model,
      version: target.version,
      requestId: request.id,
      protocol: request.call?.protocol ?? 'http',
      receivedUs: request.openedUs,
      queuedUs: exchange.moment(ticket, MOMENT.offered),
      computeStartUs: exchange.moment(ticket, MOMENT.started),
      computeInputEndUs: exchange.moment(ticket, MOMENT.filled),
      computeOutputStartUs: exchange.moment(ticket, MOMENT.ran),
      computeEndUs: exchange.moment(ticket, MOMENT.done),
      sentUs: this.clock.nowUs(),
    };
  }
}

