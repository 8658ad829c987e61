/** The shared memory of the process: tickets, request memory by front end, and the front ends' gauges. */
import type { ServerOptions } from '../config/server.js';
import type { FrontEndSetup } from '../frontend/message.js';
import { LAYOUT_NUMBER, exchangeBytes } from '../memory/layout.js';
import { Exchange } from '../memory/ticket.js';
import { createThreadStats } from '../telemetry/thread.js';

export class SharedMemory {
  readonly frontEnds: number;
  readonly exchange: Exchange;
  readonly arenas: readonly SharedArrayBuffer[];
  readonly threadStats: SharedArrayBuffer;

  constructor(private readonly options: ServerOptions) {
    this.frontEnds = Math.max(1, options.frontEnds);
    const tickets = options.maxRequestsInFlight;
    this.exchange = new Exchange(new SharedArrayBuffer(exchangeBytes(this.frontEnds, tickets)), this.frontEnds, tickets);
    // Blocks are halves of halves, so the size is a power of two; pages that are never used cost nothing.
    const arenaBytes = 2 ** Math.min(30, Math.floor(Math.log2(options.requestMemoryBytes)));
    this.arenas = Array.from({ length: this.frontEnds }, () => new SharedArrayBuffer(arenaBytes));
    this.threadStats = createThreadStats(this.frontEnds);
  }

  setup(index: number, ports: { readonly httpPort: number | null; readonly grpcPort: number | null }): FrontEndSetup {
    const { options } = this;
    return {
      ...ports,
      layout: LAYOUT_NUMBER,
      index,
      host: options.host,
      httpDriver: options.httpDriver,
      requestBytesMax: options.maxRequestBytes,
      defaultTimeoutUs: options.defaultTimeoutMs * 1000,
      answerBytesMax: options.answerMemoryBytes,
      answerTimeoutMs: options.answerTimeoutMs,
      watchUs: options.watchUs,
      accessSampleEvery: options.accessLogSample === 0 ? 0 : Math.max(1, Math.round(1 / options.accessLogSample)),
      exchange: this.exchange.memory,
      frontEnds: this.frontEnds,
      ticketsPerFrontEnd: this.exchange.ticketsPerFrontEnd,
      arena: this.arenas[index]!,
      stats: this.threadStats,
    };
  }
}
