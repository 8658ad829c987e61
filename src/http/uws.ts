/**
 * HTTP driver on uWebSockets.js; the only importer of its binaries. What its traps ask of us (each costs the process
 * or the connection when forgotten): the abort handler is attached first; nothing is thrown into native code; headers
 * are read before the handler returns; writes after a wake are corked; every path has a route; leaving is `close`, never `terminate`.
 *
 * It answers nothing when a second pipelined request is already buffered behind an answer that is not ready yet: the
 * connection is closed. Times are its own, for a head, a body slower than
 * about 16 KB/s and an idle connection: about 11 s in the older binary, 32 s in the current one; it closes without an answer.
 */
import { createRequire } from 'node:module';
import { ServingError } from '../base/error.js';
import type { Unsent } from '../serving/outbox.js';
import type { Driver, Engine, EngineOptions, Exchange, Handler, Head, Receiver } from './engine.js';
import { faultBody, handOverBytes, jsonHead, statusLine } from './engine.js';

interface Response {
  onAborted(run: () => void): void;
  onData(run: (chunk: ArrayBuffer, last: boolean) => void): void;
  onWritable(run: (offset: number) => boolean): void;
  cork(run: () => void): void;
  writeStatus(line: string): void;
  writeHeader(name: string, value: string): void;
  end(body: string | Uint8Array, close?: boolean): void;
  endWithoutBody(length: number, close?: boolean): void;
  tryEnd(body: Uint8Array, total: number): [boolean, boolean];
  pause(): void;
  resume(): void;
  close(): void;
}

interface Request {
  getMethod(): string;
  getUrl(): string;
  getHeader(name: string): string;
}

type ListenSocket = { readonly listenSocket: unique symbol };

interface App {
  any(pattern: string, run: (res: Response, req: Request) => void): App;
  listen(host: string, port: number, options: number, done: (socket: ListenSocket | false) => void): App;
  close(): void;
}

interface Native {
  App(): App;
  us_listen_socket_close(socket: ListenSocket): void;
  us_socket_local_port(socket: ListenSocket): number;
}

const exclusivePort = 1;
/** What the socket does not take of a longer body is seen; of a shorter one the library keeps the rest by itself. */
const endBytesMax = 16 * 1024;
/** Another process may take a free port between finding and using it. */
const freePortAttempts = 4;
/** Exchanges kept for reuse; more in flight at once are simply made anew. */
const pooledMax = 4096;

class UwsExchange implements Exchange, Unsent {
  method = '';
  path = '';
  unsentBytes = 0;
  dueTick = 0;
  #res: Response | null = null;
  #req: Request | null = null;
  #receiver: Receiver | null = null;
  /** 'open' until answered; 'writing' while a long answer leaves piece by piece. */
  #state: 'idle' | 'open' | 'writing' = 'idle';
  /** Whether native code above us holds the cork. */
  #corked = false;
  #status = 0;
  #head: Head = jsonHead;
  #body: string | Uint8Array = '';
  #close = false;

  constructor(readonly engine: UwsEngine) {}

  begin(res: Response, req: Request): void {
    res.onAborted(this.#onAborted);
    this.#res = res;
    this.#req = req;
    this.#state = 'open';
    this.#corked = true;
    this.engine.open++;
    try {
      this.method = req.getMethod();
      this.path = req.getUrl();
      this.engine.handler(this);
      if (this.#state === 'open' && this.#receiver !== null) res.onData(this.#onData);
    } catch (thrown) {
      this.#fail(thrown);
    }
    this.#req = null;
    this.#corked = false;
  }

  header(name: string): string {
    return this.#req === null ? '' : this.#req.getHeader(name);
  }

  receive(receiver: Receiver): void {
    this.#receiver = receiver;
  }

  respond(status: number, head: Head, body: string | Uint8Array, close: boolean): void {
    if (this.#state !== 'open' || this.#res === null) return;
    this.#status = status;
    this.#head = head;
    this.#body = body;
    this.#close = close;
    if (this.#corked) this.#write();
    else this.#res.cork(this.#write);
  }

  pause(): void {
    this.#res?.pause();
  }

  resume(): void {
    this.#res?.resume();
  }

  readonly #onData = (chunk: ArrayBuffer, last: boolean): void => {
    this.#corked = true;
    try {
      this.#receiver?.chunk(new Uint8Array(chunk), last);
    } catch (thrown) {
      this.#fail(thrown);
    }
    this.#corked = false;
  };

  readonly #onAborted = (): void => {
    const receiver = this.#state === 'open' ? this.#receiver : null;
    this.#release();
    try {
      receiver?.aborted();
    } catch (thrown) {
      this.engine.options.fault(thrown);
    }
  };

  readonly #write = (): void => {
    const res = this.#res as Response;
    const body = typeof this.#body === 'string' && this.#body.length > endBytesMax ? Buffer.from(this.#body) : this.#body;
    const head = this.#head;
    const close = this.#close || this.engine.draining;
    if (this.#status !== 200) res.writeStatus(statusLine(this.#status));
    for (let i = 0; i + 1 < head.length; i += 2) res.writeHeader(head[i] as string, head[i + 1] as string);
    if (this.method === 'head') {
      // The library takes the length for a body that is still to come, and drops the connection at its next request.
      res.endWithoutBody(typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength, true);
    } else if (typeof body !== 'string' && body.byteLength > endBytesMax && !close) {
      this.#writeLong(res, body);
      return;
    } else {
      res.end(body, close);
    }
    this.#release();
  };

  /** A long body stays here and goes out as the socket takes it, instead of being copied into native memory whole. */
  #writeLong(res: Response, body: Uint8Array): void {
    this.#state = 'writing';
    this.#receiver = null;
    const total = body.byteLength;
    const [, done] = res.tryEnd(body, total);
    if (done) return this.#release();
    const kept = total > handOverBytes ? body : body.slice();
    this.engine.options.outbox.hold(this, total);
    res.onWritable((offset) => {
      const [ok, ended] = res.tryEnd(kept.subarray(offset), total);
      if (ended) this.#release();
      return ok;
    });
  }

  /** The abort handler does the rest. */
  cut(): void {
    this.#res?.close();
  }

  #fail(thrown: unknown): void {
    try {
      this.respond(500, jsonHead, faultBody, true);
    } finally {
      this.engine.options.fault(thrown);
    }
  }

  #release(): void {
    if (this.#state === 'idle') return;
    if (this.#state === 'writing') this.engine.options.outbox.release(this);
    this.#state = 'idle';
    this.#res = null;
    this.#receiver = null;
    this.#body = '';
    this.engine.open--;
    if (this.engine.pool.length < pooledMax) this.engine.pool.push(this);
  }
}

class UwsEngine implements Engine {
  port = 0;
  open = 0;
  draining = false;
  readonly pool: UwsExchange[] = [];
  readonly #app: App;
  #socket: ListenSocket | null = null;

  constructor(
    private readonly native: Native,
    readonly options: EngineOptions,
    readonly handler: Handler,
  ) {
    this.#app = native.App();
    this.#app.any('/*', (res, req) => (this.pool.pop() ?? new UwsExchange(this)).begin(res, req));
  }

  listen(): void {
    const { host, shared } = this.options;
    // The library leaves SO_REUSEPORT out for port 0, so a port to be shared is found first and then taken by its number.
    let port = this.options.port === 0 && shared ? this.#freePort() : this.options.port;
    for (let attempt = 0; this.#socket === null && attempt < freePortAttempts; attempt++) {
      if (attempt > 0) port = this.#freePort();
      this.#app.listen(host, port, shared ? 0 : exclusivePort, (socket) => {
        if (socket !== false) this.#socket = socket;
      });
      if (this.options.port !== 0) break;
    }
    if (this.#socket === null) {
      this.#app.close();
      throw new ServingError('internal', `cannot listen on ${host}:${port}; is the port taken, or the address not of this machine?`);
    }
    this.port = this.native.us_socket_local_port(this.#socket);
  }

  #freePort(): number {
    const app = this.native.App();
    let port = 0;
    app.listen(this.options.host, 0, exclusivePort, (socket) => {
      if (socket !== false) port = this.native.us_socket_local_port(socket);
    });
    app.close();
    return port;
  }

  drain(): void {
    this.draining = true;
    if (this.#socket !== null) this.native.us_listen_socket_close(this.#socket);
    this.#socket = null;
  }

  close(): Promise<void> {
    this.drain();
    this.#app.close();
    return Promise.resolve();
  }
}

/** The driver where a binary loads, else the reason why none does. */
export function loadUws(): Driver | string {
  const require = createRequire(import.meta.url);
  const { platform, arch, versions } = process;
  // The older package hides a failed load behind a slow imitation in JavaScript, so its binary is named directly.
  const names = ['uws-current', `uws-older/binaries/uws_${platform}_${arch}_${versions.modules}.node`];
  const reasons: string[] = [];
  for (const name of names) {
    try {
      const native = require(name) as Native;
      return {
        name: 'uws',
        canShare: true,
        listen: async (options, handler) => {
          const engine = new UwsEngine(native, options, handler);
          engine.listen();
          return engine;
        },
      };
    } catch (thrown) {
      reasons.push(`${name}: ${thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown)}`);
    }
  }
  return reasons.join('; ');
}
