/**
 * Puts one front end together: data plane, sockets of both protocols, and the way to control. The same code runs on a
 * thread of its own and, with no front-end threads, on the control thread.
 */
import { unreachable } from '../base/assert.js';
import type { Clock } from '../base/clock.js';
import { asServingError } from '../base/error.js';
import { createLogOver, type Log } from '../base/log.js';
import { repeat } from '../base/repeat.js';
import type { Classify } from '../grpc/reply.js';
import { createGrpc, type GrpcServer } from '../grpc/server.js';
import { pickDriver } from '../http/pick.js';
import { createHttp, type Http } from '../http/server.js';
import { Arena } from '../memory/arena.js';
import { Exchange } from '../memory/ticket.js';
import { classify } from '../serving/classify.js';
import { DataFront } from '../serving/front.js';
import { Intake } from '../serving/intake.js';
import { Outbox, outboxSweepMs } from '../serving/outbox.js';
import { Pump } from '../serving/pump.js';
import { DATATYPES } from '../tensor/datatype.js';
import { LagMeter, ThreadLane } from '../telemetry/thread.js';
import { RemoteAdmin } from './admin.js';
import type { FromFrontEnd, FrontEndSetup, ToFrontEnd } from './message.js';
import { Observer } from './observe.js';
import { RegionMirror } from './regions.js';

/** Gauges are written, and waiting access lines handed on, this often. */
const HOUSEKEEPING_MS = 250;

/** While closing: how often it is looked whether the last answer has left, and how many looks in a row must find none open. */
const LAST_ANSWER_LOOK_MS = 5;
const QUIET_LOOKS = 20;

/** Time that sockets have to take their last bytes. */
const CUT_MS = 250;

const grpcClasses: Classify = (spec, memory, byteOffset, shape, classes, batched) => {
  const elements = shape.reduce((product, dim) => product * dim, 1);
  const ranked = classify(spec, memory, byteOffset, elements * DATATYPES[spec.datatype].bytes, shape, batched, classes);
  return { shape: [...ranked.shape], values: ranked.rows.flat() };
};

export class FrontEnd {
  private readonly front: DataFront;
  private readonly exchange: Exchange;
  private readonly arena: Arena;
  private readonly intake: Intake;
  private readonly outbox: Outbox;
  private readonly pump: Pump;
  private readonly regions: RegionMirror;
  private readonly remote: RemoteAdmin;
  private readonly observer: Observer;
  private readonly lane: ThreadLane;
  private readonly lag = new LagMeter();
  private readonly log: Log;
  private readonly changeListeners = new Set<() => void>();
  private http: Http | null = null;
  private grpc: GrpcServer | null = null;
  private httpDriver = 'off';
  private readonly timers: (() => void)[] = [];
  private cutsTold = 0;

  constructor(
    private readonly setup: FrontEndSetup,
    private readonly clock: Clock,
    private readonly post: (message: FromFrontEnd) => void,
  ) {
    this.exchange = new Exchange(setup.exchange, setup.frontEnds, setup.ticketsPerFrontEnd);
    this.arena = new Arena(setup.arena);
    this.intake = new Intake(setup.arena.byteLength);
    this.outbox = new Outbox({ bytesMax: setup.answerBytesMax, timeoutMs: setup.answerTimeoutMs });
    this.lane = new ThreadLane(setup.stats, setup.index);
    this.regions = new RegionMirror((id) => post({ type: 'regionFree', id }));
    this.remote = new RemoteAdmin(post);
    this.log = createLogOver((level, fields, text) => post({ type: 'log', level, fields, text }), clock);
    this.observer = new Observer(
      this.exchange,
      clock,
      { access: (lines) => post({ type: 'access', lines }), trace: (record) => post({ type: 'trace', record }) },
      setup.accessSampleEvery,
    );
    this.pump = new Pump(this.exchange, setup.index, () => this.front, clock, setup.watchUs);
    this.front = new DataFront({
      frontEnd: setup.index,
      exchange: this.exchange,
      arena: this.arena,
      clock,
      requestBytesMax: setup.requestBytesMax,
      defaultTimeoutUs: setup.defaultTimeoutUs,
      regions: this.regions,
      lane: this.lane,
      onSettled: (request, fault) => this.observer.settled(request, fault),
      onSent: this.pump.sent,
      setAlarm: this.pump.setAlarm,
      onDrained: (servingId) => post({ type: 'drained', servingId }),
      defer: setImmediate,
    });
  }

  /** Opens the sockets; answers `up`, or `failed` with none left open. */
  async start(): Promise<void> {
    const { host, httpPort, grpcPort } = this.setup;
    const { front, clock, log, intake, outbox } = this;
    const { admin } = this.remote;
    try {
      if (httpPort !== null) this.http = await this.openHttp(host, httpPort);
      if (grpcPort !== null) {
        this.grpc = await createGrpc({ host, port: grpcPort, front, admin, clock, log, intake, outbox, every: repeat, classify: grpcClasses, onChange: (listener) => this.onChange(listener) });
      }
    } catch (thrown) {
      // A socket that did open would keep the thread, and nobody could ask it to leave any more.
      await this.http?.close();
      this.lag.close();
      this.post({ type: 'failed', text: asServingError(thrown).message });
      return;
    }
    this.pump.start();
    this.timers.push(repeat(HOUSEKEEPING_MS, () => this.keepHouse()), repeat(outboxSweepMs, () => this.outbox.sweep()));
    this.post({ type: 'up', httpPort: this.http?.port ?? null, grpcPort: this.grpc?.port ?? null, httpDriver: this.httpDriver });
  }

  private openHttp(host: string, port: number): Promise<Http> {
    const { driver, reason } = pickDriver(this.setup.httpDriver);
    this.httpDriver = driver.name;
    if (reason !== '') this.log.warn({ reason }, 'HTTP runs on node:http, which is slower');
    return createHttp({
      driver, host, port, shared: this.setup.frontEnds > 1, front: this.front, admin: this.remote.admin, clock: this.clock,
      intake: this.intake, outbox: this.outbox, every: repeat,
      fault: (thrown) => this.log.error({ kind: 'http', cause: asServingError(thrown).message }, 'a fault in the HTTP room'),
    });
  }

  receive(message: ToFrontEnd): void {
    switch (message.type) {
      case 'table':
        this.front.install(message.table);
        this.post({ type: 'installed', epoch: message.table.epoch });
        return this.changed();
      case 'ready':
        this.front.ready = message.ready;
        return this.changed();
      case 'fail':
        return this.front.failVersion(message.routeId);
      case 'regions':
        this.regions.update(message.allowed, message.regions);
        return this.post({ type: 'regionsHeld' });
      case 'traces':
        return this.observer.traces.update(message.rules);
      case 'reply':
        return this.remote.settle(message.id, message.value, message.fault);
      case 'drain':
        this.front.ready = false;
        this.http?.drain();
        this.grpc?.drain();
        return this.changed();
      case 'close':
        return void this.close(message.graceMs);
      default:
        return unreachable(message);
    }
  }

  /** Listeners first, then requests in flight, then what keeps the thread alive. */
  private async close(graceMs: number): Promise<void> {
    this.http?.drain();
    await Promise.all([this.closeHttp(graceMs), this.closeGrpc(graceMs)]);
    this.front.draining = true;
    this.front.live = false;
    this.pump.stop();
    this.lag.close();
    this.remote.close();
    for (const stop of this.timers.splice(0)) stop();
    while (this.observer.access.flush());
    this.post({ type: 'closed' });
  }

  /**
   * Requests on open connections are answered until the grace is over; the engine has no word for its last one. None open
   * is not enough: what a client sent before it heard of the stop may still be unread in the socket.
   */
  private async closeHttp(graceMs: number): Promise<void> {
    const endUs = this.clock.nowUs() + graceMs * 1000;
    for (let quiet = 0; this.http !== null && quiet < QUIET_LOOKS && this.clock.nowUs() < endUs; ) {
      await new Promise((resolve) => setTimeout(resolve, LAST_ANSWER_LOOK_MS));
      quiet = this.http.open > 0 ? 0 : quiet + 1;
    }
    await this.http?.close();
  }

  /** A peer that neither reads nor leaves is cut off shortly after the grace. */
  private async closeGrpc(graceMs: number): Promise<void> {
    const timer = setTimeout(() => this.grpc?.cut(), graceMs + CUT_MS);
    await this.grpc?.close(graceMs);
    clearTimeout(timer);
  }

  private onChange(listener: () => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  private changed(): void {
    for (const listener of this.changeListeners) listener();
  }

  private keepHouse(): void {
    this.lane.memory(this.arena.memory.byteLength, this.arena.usedBytes);
    this.lane.slots(this.exchange.ticketsPerFrontEnd, this.front.openRequests);
    this.lane.answers(this.outbox.bytes, this.outbox.cuts);
    this.lane.eventLoopLag(this.lag.takeUs());
    this.lane.accessDropped(this.observer.access.dropped);
    this.observer.access.flush();
    if (this.outbox.cuts === this.cutsTold) return;
    this.log.warn({ kind: 'slow reader', answers: this.outbox.cuts - this.cutsTold }, 'answers were cut off because their clients did not read them');
    this.cutsTold = this.outbox.cuts;
  }
}
