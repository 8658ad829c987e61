/**
 * The REST room as its owner sees it: listens, answers, drains, closes. One per front-end thread. Timers come in as
 * `every`, so that tests step them by hand.
 */
import type { Clock } from '../base/clock.js';
import { asServingError, ServingError } from '../base/error.js';
import type { Admin } from '../serving/admin.js';
import type { Intake } from '../serving/intake.js';
import type { Outbox } from '../serving/outbox.js';
import type { Front } from '../serving/port.js';
import { errorBody, errorHead, notAllowedBody, notFoundBody } from './answer.js';
import { ControlCall } from './control.js';
import type { Driver, Exchange } from './engine.js';
import { jsonHead } from './engine.js';
import { InferCall } from './infer.js';
import { defaultLimits, type Limits, Room, sweepMs } from './room.js';
import { METHODS, type Route, RouteCache } from './route.js';

export interface HttpOptions {
  readonly driver: Driver;
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
  /** Whether other threads listen on the same port. */
  readonly shared: boolean;
  readonly front: Front;
  readonly admin: Admin;
  readonly clock: Clock;
  /** Runs a function again and again until the returned one is called. */
  readonly every: (periodMs: number, run: () => void) => () => void;
  readonly intake: Intake;
  /** Swept by its owner. */
  readonly outbox: Outbox;
  /** Told of faults of our own; requests that met one have been answered with 500. */
  readonly fault: (thrown: unknown) => void;
  readonly limits?: Partial<Limits>;
  readonly headersTimeoutMs?: number;
  readonly keepAliveTimeoutMs?: number;
  readonly headerBytesMax?: number;
}

export interface Http {
  readonly port: number;
  /** Requests in flight on this listener. */
  readonly open: number;
  /** Accepts no more connections; connections are closed after their next answer. */
  drain(): void;
  close(): Promise<void>;
}

class Server {
  readonly #routes = new RouteCache();
  readonly #pool: InferCall[] = [];

  constructor(readonly room: Room) {}

  readonly handle = (exchange: Exchange): void => {
    try {
      const route = this.#routes.find(exchange.path);
      if (route !== null && route.kind === 'infer' && exchange.method === 'post') {
        this.#call().begin(exchange, route);
      } else {
        this.#control(exchange, route);
      }
    } catch (thrown) {
      if (!(thrown instanceof ServingError)) throw thrown;
      const error = asServingError(thrown);
      exchange.respond(error.row.http, errorHead(error), errorBody(error.message), false);
    }
  };

  #call(): InferCall {
    const pooled = this.#pool.pop();
    if (pooled !== undefined) return pooled;
    const call = new InferCall(this.room, this.#pool);
    this.room.watch(call);
    return call;
  }

  #control(exchange: Exchange, route: Route | null): void {
    if (route === null) {
      exchange.respond(404, jsonHead, notFoundBody, false);
      return;
    }
    const allow = METHODS[route.kind];
    if (!allow.split(', ').includes(exchange.method.toUpperCase())) {
      exchange.respond(405, [...jsonHead, 'Allow', allow], notAllowedBody, false);
      return;
    }
    new ControlCall(this.room, exchange, route).begin();
  }
}

export async function createHttp(options: HttpOptions): Promise<Http> {
  const limits = { ...defaultLimits, ...options.limits };
  const room = new Room(options.front, options.admin, options.clock, limits, options.intake, options.fault);
  const server = new Server(room);
  const engine = await options.driver.listen(
    {
      host: options.host,
      port: options.port,
      shared: options.shared,
      headersTimeoutMs: options.headersTimeoutMs ?? 10_000,
      // A body has its own time in the room; the engine's is the net below it.
      requestTimeoutMs: limits.bodyTimeoutMs + 2 * sweepMs,
      keepAliveTimeoutMs: options.keepAliveTimeoutMs ?? 60_000,
      headerBytesMax: options.headerBytesMax ?? 16_384,
      outbox: options.outbox,
      fault: options.fault,
    },
    server.handle,
  );
  const stopSweeping = options.every(sweepMs, () => room.sweep());
  return {
    port: engine.port,
    get open() {
      return engine.open;
    },
    drain: () => engine.drain(),
    close: () => {
      stopSweeping();
      return engine.close();
    },
  };
}
