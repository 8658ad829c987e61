/** What a load generator is told and what it tells back. Plain data: it crosses a process boundary. */
import type { HistogramSnapshot } from '../histogram.js';
import type { ArrivalPattern } from '../schedule.js';

interface Bounds {
  /** Load before counting starts; its answers are dropped. */
  readonly warmSeconds: number;
  readonly seconds: number;
  /** The run ends at this many counted requests, also when time is left. */
  readonly requestsMax: number;
}

interface HttpRequest {
  readonly port: number;
  /** The whole request as it goes over the wire. */
  readonly request: Uint8Array;
}

interface GrpcRequest {
  readonly port: number;
  readonly message: Uint8Array;
}

interface Arrivals {
  readonly ratePerSecond: number;
  readonly pattern: ArrivalPattern;
  readonly seed: number;
}

export type LoadJob =
  /** Each connection sends its next request when the answer to the last is there. */
  | ({ readonly kind: 'http-closed'; readonly connections: number } & HttpRequest & Bounds)
  /** The same by autocannon: a second opinion on the driver, at more CPU a request. */
  | ({
      readonly kind: 'autocannon';
      readonly port: number;
      readonly path: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
      readonly connections: number;
    } & Bounds)
  /** Requests go out at times fixed beforehand, on whichever connection is free. */
  | ({ readonly kind: 'http-open'; readonly connections: number } & HttpRequest & Bounds & Arrivals)
  | ({ readonly kind: 'grpc-closed'; readonly inFlight: number } & GrpcRequest & Bounds)
  | ({ readonly kind: 'grpc-open'; readonly inFlight: number } & GrpcRequest & Bounds & Arrivals);

export interface LoadReport {
  readonly seconds: number;
  readonly sent: number;
  readonly ok: number;
  /** Told to come back later: 429, 503, UNAVAILABLE, RESOURCE_EXHAUSTED, and timeouts of the queue. */
  readonly refused: number;
  /** Everything else: other statuses, broken connections, answers that never came. */
  readonly failed: number;
  /** Answers counted by status, and broken connections as `broken`. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Good answers a second. */
  readonly rate: number;
  /** Of good answers; an open loop measures from the intended arrival. */
  readonly latency: HistogramSnapshot;
  readonly refusal: HistogramSnapshot;
  /** How late the generator itself sent, against the intended arrival; empty for closed loops. */
  readonly lag: HistogramSnapshot;
  /** Share of one core that the generator used; near 1 means that the generator, not the server, was measured. */
  readonly generatorCores: number;
}
