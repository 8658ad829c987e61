/**
 * HTTP driver on node:http, for machines where no uWebSockets.js binary loads and for those who want its configurable
 * times. Same promises as the other driver; about half its speed.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Server as SocketServer, type AddressInfo, type Socket } from 'node:net';
import { ServingError } from '../base/error.js';
import type { Unsent } from '../serving/outbox.js';
import type { Driver, Engine, EngineOptions, Exchange, Handler, Head, Receiver } from './engine.js';
import { faultBody, handOverBytes, jsonHead } from './engine.js';

class NodeExchange implements Exchange, Unsent {
  readonly method: string;
  readonly path: string;
  unsentBytes = 0;
  dueTick = 0;
  #receiver: Receiver | null = null;
  #state: 'open' | 'answered' | 'gone' = 'open';

  constructor(
    private readonly engine: NodeEngine,
    private readonly req: IncomingMessage,
    private readonly res: ServerResponse,
  ) {
    this.method = (req.method ?? 'get').toLowerCase();
    const url = req.url ?? '/';
    const mark = url.indexOf('?');
    this.path = mark === -1 ? url : url.slice(0, mark);
  }

  begin(): void {
    this.engine.open++;
    this.res.on('close', this.#onClose);
    // A reset connection is an abort, told by 'close'; without a listener it would end the process.
    this.req.on('error', this.#onRequestError);
    this.res.on('error', ignore);
    try {
      this.engine.handler(this);
      if (this.#state !== 'open' || this.#receiver === null) return;
      this.req.on('data', this.#onData);
      this.req.on('end', this.#onEnd);
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  header(name: string): string {
    const value = this.req.headers[name];
    return value === undefined ? '' : typeof value === 'string' ? value : value.join(', ');
  }

  receive(receiver: Receiver): void {
    this.#receiver = receiver;
  }

  respond(status: number, head: Head, body: string | Uint8Array, close: boolean): void {
    if (this.#state !== 'open') return;
    this.#state = 'answered';
    this.engine.open--;
    const bytes = typeof body === 'string' ? Buffer.from(body) : stable(body);
    const full = [...head, 'Content-Length', String(bytes.byteLength)];
    if (close || this.engine.draining) full.push('Connection', 'close');
    this.res.writeHead(status, full);
    this.res.end(bytes);
    // Without a socket it waits behind an answer to an earlier request of the same connection.
    if (this.res.socket === null || this.res.socket.writableLength > 0) this.engine.hold(this, this.req.socket, bytes.byteLength);
    if (!this.req.complete) this.req.resume();
  }

  cut(): void {
    this.req.socket.destroy();
  }

  pause(): void {
    this.req.pause();
  }

  resume(): void {
    this.req.resume();
  }

  readonly #onData = (bytes: Buffer): void => this.#deliver(bytes, false);

  readonly #onEnd = (): void => this.#deliver(empty, true);

  /** The connection went before the request was read to its end. Behind other requests of its connection there is no other word of it. */
  readonly #onRequestError = (): void => {
    if (!this.req.complete) this.#onClose();
  };

  /** Told behind the last byte of an answer too. */
  readonly #onClose = (): void => {
    this.engine.release(this, this.req.socket);
    if (this.#state !== 'open') return;
    this.#state = 'gone';
    this.engine.open--;
    try {
      this.#receiver?.aborted();
    } catch (thrown) {
      this.engine.options.fault(thrown);
    }
  };

  #deliver(bytes: Uint8Array, last: boolean): void {
    if (this.#state !== 'open') return;
    try {
      this.#receiver?.chunk(bytes, last);
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  #fail(thrown: unknown): void {
    try {
      this.respond(500, jsonHead, faultBody, true);
    } finally {
      this.engine.options.fault(thrown);
    }
  }
}

const empty = new Uint8Array(0);

function ignore(): void {
  // 'close' follows and tells the receiver.
}

/** The socket may keep the bytes for a while: what the caller reuses is copied, what it handed over is not. */
function stable(body: Uint8Array): Uint8Array {
  const ours = body.byteLength > handOverBytes && !(body.buffer instanceof SharedArrayBuffer);
  return ours ? body : Buffer.from(body);
}

class NodeEngine implements Engine {
  port = 0;
  open = 0;
  draining = false;
  readonly #server: Server;
  /** Answers in the outbox by connection: when it goes, those in line behind its first one are told nothing. */
  readonly #unsent = new WeakMap<Socket, Set<NodeExchange>>();

  constructor(
    readonly options: EngineOptions,
    readonly handler: Handler,
  ) {
    this.#server = createServer(
      {
        maxHeaderSize: options.headerBytesMax,
        // Node refuses a time for the head that is longer than the time for all.
        headersTimeout: Math.min(options.headersTimeoutMs, options.requestTimeoutMs),
        requestTimeout: options.requestTimeoutMs,
        keepAliveTimeout: options.keepAliveTimeoutMs,
        connectionsCheckingInterval: Math.max(250, Math.min(options.headersTimeoutMs, options.requestTimeoutMs) / 4),
      },
      (req, res) => new NodeExchange(this, req, res).begin(),
    );
  }

  hold(exchange: NodeExchange, socket: Socket, byteLength: number): void {
    const unsent = this.#unsent.get(socket) ?? new Set();
    if (!this.#unsent.has(socket)) {
      this.#unsent.set(socket, unsent);
      socket.once('close', () => {
        for (const each of unsent) this.options.outbox.release(each);
        unsent.clear();
      });
    }
    unsent.add(exchange);
    this.options.outbox.hold(exchange, byteLength);
    if (socket.destroyed) this.release(exchange, socket);
  }

  release(exchange: NodeExchange, socket: Socket): void {
    if (this.#unsent.get(socket)?.delete(exchange) === true) this.options.outbox.release(exchange);
  }

  listen(): Promise<void> {
    const { host, port } = this.options;
    return new Promise((resolve, reject) => {
      this.#server.once('error', (cause) => {
        reject(new ServingError('internal', `cannot listen on ${host}:${port}: ${cause.message}`, { cause }));
      });
      this.#server.listen({ host, port, exclusive: true }, () => {
        this.port = (this.#server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  drain(): void {
    if (this.draining) return;
    this.draining = true;
    // The HTTP server's own close would cut idle connections, on which a request may be waiting to be read.
    SocketServer.prototype.close.call(this.#server);
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.draining = true;
      this.#server.closeAllConnections();
    });
  }
}

export const nodeDriver: Driver = {
  name: 'node',
  canShare: false,
  listen: async (options, handler) => {
    const engine = new NodeEngine(options, handler);
    await engine.listen();
    return engine;
  },
};
