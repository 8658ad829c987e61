/**
 * Ceiling of the HTTP scenarios: uWebSockets.js that reads the same body into memory it keeps, and answers a constant
 * of the same size with the same headers. No parsing, no model, no second thread: what the socket engine alone costs.
 */
import { createRequire } from 'node:module';
import { serveJobs } from '../child.js';
import { BenchFault } from '../fault.js';

export interface UwsJob {
  readonly answer: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyBytesMax: number;
}

export interface UwsResult {
  readonly port: number;
  /** Which alias of the engine loaded. */
  readonly engine: string;
}

/** The part of uWebSockets.js that is used here. */
interface UwsAnswer {
  onAborted(handler: () => void): void;
  onData(handler: (chunk: ArrayBuffer, last: boolean) => void): void;
  cork(write: () => void): void;
  writeHeader(name: string, value: string): void;
  end(body: Uint8Array): void;
}

interface UwsApp {
  post(pattern: string, handler: (answer: UwsAnswer) => void): UwsApp;
  listen(host: string, port: number, done: (socket: unknown) => void): UwsApp;
}

interface UwsEngine {
  App(): UwsApp;
  us_socket_local_port(socket: unknown): number;
}

function loadEngine(): { readonly engine: UwsEngine; readonly name: string } {
  const load = createRequire(import.meta.url);
  for (const name of ['uws-current', 'uws-older']) {
    try {
      return { engine: load(name) as UwsEngine, name };
    } catch {
      // The binary wants another C library or Node.js; the next alias may load.
    }
  }
  throw new BenchFault('no binary of uWebSockets.js loads on this machine: the ceiling cannot be measured');
}

function start(job: UwsJob): Promise<UwsResult> {
  const { engine, name } = loadEngine();
  const kept = new Uint8Array(job.bodyBytesMax);
  const headers = Object.entries(job.headers);
  const answer = Buffer.from(job.answer);
  const app = engine.App().post('/*', (res) => {
    res.onAborted(() => undefined);
    let length = 0;
    res.onData((chunk, last) => {
      kept.set(new Uint8Array(chunk), length);
      length += chunk.byteLength;
      if (!last) return;
      res.cork(() => {
        for (const [header, value] of headers) res.writeHeader(header, value);
        res.end(answer);
      });
    });
  });
  return new Promise((resolve, reject) => {
    app.listen('127.0.0.1', 0, (socket) => {
      if (!socket) reject(new BenchFault('the uWebSockets.js ceiling cannot listen'));
      else resolve({ port: engine.us_socket_local_port(socket), engine: name });
    });
  });
}

serveJobs(start);
