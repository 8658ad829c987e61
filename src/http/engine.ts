/**
 * The port of an HTTP/1.1 engine: all that the REST room asks of the software that owns the sockets. Two drivers keep
 * it, `uws.ts` and `node.ts`; one contract test runs against both.
 *
 * Promises to the handler: `method`, `path` and `header` are of this request; after the handler returns without having
 * responded, chunks arrive in order, the last one marked; `aborted` is called at most once, never after `respond`, and
 * nothing is called after it. An exchange is pooled: it is void once `respond` has been called or `aborted` arrived.
 */
import { STATUS_CODES } from 'node:http';
import type { Outbox } from '../serving/outbox.js';

/** Who takes the body of a request. */
export interface Receiver {
  /** `bytes` is valid inside this call only. An empty chunk may come; a request without body brings one empty last chunk. */
  chunk(bytes: Uint8Array, last: boolean): void;
  /** The client went away (a half-closed connection counts as gone). */
  aborted(): void;
}

/** Header names and values in turn: `['Content-Type', 'application/json']`. Read during `respond` only. */
export type Head = readonly string[];

export interface Exchange {
  /** Lower case. */
  readonly method: string;
  /** As it came, percent-encoding and all, without the query. */
  readonly path: string;
  /** '' when absent; inside the handler's call only. `name` in lower case. */
  header(name: string): string;
  /** Must be called inside the handler's call unless it responds there. */
  receive(receiver: Receiver): void;
  /**
   * Answers, once. A byte body of up to `handOverBytes` may be reused as soon as this returns; a longer one is handed over.
   * @param close closes the connection after the answer; for requests whose body shall not be read to its end
   */
  respond(status: number, head: Head, body: string | Uint8Array, close: boolean): void;
  /** Back-pressure: stops and restarts the chunks. */
  pause(): void;
  resume(): void;
}

export const handOverBytes = 256 * 1024;

export type Handler = (exchange: Exchange) => void;

export interface EngineOptions {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
  /** Whether several threads listen on one port (SO_REUSEPORT). Otherwise a taken port is an error. */
  readonly shared: boolean;
  /** Time for the head of a request; drivers with fixed times of their own (uWebSockets.js) ignore these three. */
  readonly headersTimeoutMs: number;
  /** Time for head and body together. */
  readonly requestTimeoutMs: number;
  /** How long an idle connection is kept. */
  readonly keepAliveTimeoutMs: number;
  /** Longest head of a request in bytes; uWebSockets.js has 4096 of its own. */
  readonly headerBytesMax: number;
  /** Where answers wait that a socket does not take at once. Its owner sweeps it. */
  readonly outbox: Outbox;
  /** Told of anything thrown by a handler or receiver; the client has been answered with 500 where it still listens. */
  fault(thrown: unknown): void;
}

export interface Engine {
  readonly port: number;
  /** Requests begun and not yet answered. */
  readonly open: number;
  /** Stops accepting connections and answers with `Connection: close` from now on. */
  drain(): void;
  /** Closes every connection; open requests are aborted. Resolves when all sockets are gone. */
  close(): Promise<void>;
}

export interface Driver {
  readonly name: 'uws' | 'node';
  /** Whether `shared` works, so that several threads can listen on one port. */
  readonly canShare: boolean;
  listen(options: EngineOptions, handler: Handler): Promise<Engine>;
}

export const jsonHead: Head = ['Content-Type', 'application/json'];

export const faultBody = '{"error":"internal fault; the log of the server has the cause"}';

/** `404` to `404 Not Found`, for drivers that write the status line themselves. */
export function statusLine(status: number): string {
  return `${status} ${STATUS_CODES[status] ?? 'Client Closed Request'}`;
}
