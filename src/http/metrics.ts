/** The metrics listener: a port of its own with `GET /metrics`, so that scrapes never share a queue with requests. */
import type { Admin } from '../serving/admin.js';
import { Outbox, outboxSweepMs } from '../serving/outbox.js';
import { asServingError } from '../base/error.js';
import { errorBody, notAllowedBody, notFoundBody } from './answer.js';
import type { Driver, Engine, Exchange, Head, Receiver } from './engine.js';
import { jsonHead } from './engine.js';

const textHead = ['Content-Type', 'text/plain; version=0.0.4; charset=utf-8'];

export interface MetricsOptions {
  readonly driver: Driver;
  readonly host: string;
  readonly port: number;
  readonly admin: Pick<Admin, 'metrics'>;
  readonly fault: (thrown: unknown) => void;
  /** Runs a function again and again until the returned one is called. */
  readonly every: (periodMs: number, run: () => void) => () => void;
}

export async function createMetrics(options: MetricsOptions): Promise<Engine> {
  const { driver, host, port, admin, fault, every } = options;
  const outbox = new Outbox();
  const limits = { shared: false, headersTimeoutMs: 10_000, requestTimeoutMs: 30_000, keepAliveTimeoutMs: 60_000, headerBytesMax: 16_384 };
  const engine = await driver.listen({ host, port, fault, outbox, ...limits }, (exchange) => {
    if (exchange.path !== '/metrics' && exchange.path !== '/metrics/') return exchange.respond(404, jsonHead, notFoundBody, false);
    if (exchange.method !== 'get' && exchange.method !== 'head') return exchange.respond(405, [...jsonHead, 'Allow', 'GET, HEAD'], notAllowedBody, false);
    exchange.receive(new Scrape(exchange, admin, fault));
  });
  const stopSweeping = every(outboxSweepMs, () => outbox.sweep());
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

class Scrape implements Receiver {
  #waiting = true;
  constructor(
    private readonly exchange: Exchange,
    private readonly admin: Pick<Admin, 'metrics'>,
    private readonly fault: (thrown: unknown) => void,
  ) {}

  chunk(_bytes: Uint8Array, last: boolean): void {
    if (!last) return;
    this.admin.metrics().then(
      (text) => this.#answer(200, textHead, text),
      (thrown: unknown) => {
        this.#answer(500, jsonHead, errorBody(asServingError(thrown).message));
        this.fault(thrown);
      },
    );
  }

  /** The exchange is void from here on, whatever the scrape still brings. */
  aborted(): void {
    this.#waiting = false;
  }

  #answer(status: number, head: Head, body: string): void {
    if (this.#waiting) this.exchange.respond(status, head, body, false);
    this.#waiting = false;
  }
}
