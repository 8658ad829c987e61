/**
 * What control and a front end say to each other. Requests never travel this way. The same unions serve a front end
 * on a thread of its own and one on the control thread.
 */
import type { VersionRoute } from '../batch/route.js';
import type { LogFields, LogLevel } from '../base/log.js';
import type { FieldFault, Reason } from '../base/error.js';
import type { RoutingTable } from '../routing/table.js';
import type { TraceRecord } from '../telemetry/trace.js';
import type { TraceRules } from '../telemetry/settings.js';
import type { Admin } from '../serving/admin.js';

export interface FrontEndSetup {
  readonly layout: number;
  readonly index: number;
  readonly host: string;
  /** null: off. 0: any free port. */
  readonly httpPort: number | null;
  /** Only one front end answers gRPC, since grpc-js cannot share a port between threads. */
  readonly grpcPort: number | null;
  readonly httpDriver: 'auto' | 'uws' | 'node';
  readonly requestBytesMax: number;
  readonly defaultTimeoutUs: number;
  /** Bytes of answers that may wait for clients to read, and how long. */
  readonly answerBytesMax: number;
  readonly answerTimeoutMs: number;
  /** How long to look for a lone request's answer before a sleep; 0 for not at all. */
  readonly watchUs: number;
  /** Every n-th success in the access log; 0 for none. */
  readonly accessSampleEvery: number;
  readonly exchange: SharedArrayBuffer;
  readonly frontEnds: number;
  readonly ticketsPerFrontEnd: number;
  readonly arena: SharedArrayBuffer;
  readonly stats: SharedArrayBuffer;
}

/** A client's shared memory region; the file descriptor is the process's. */
export interface OpenRegion {
  readonly id: number;
  readonly name: string;
  readonly fd: number;
  readonly offset: number;
  readonly byteSize: number;
}

export type AdminMethod = keyof Admin;

/** A ServingError on its way between threads. */
export interface Fault {
  readonly reason: Reason;
  readonly message: string;
  readonly faults: readonly FieldFault[];
}

export type ToFrontEnd =
  | { readonly type: 'table'; readonly table: RoutingTable<VersionRoute> }
  | { readonly type: 'ready'; readonly ready: boolean }
  | { readonly type: 'fail'; readonly routeId: number }
  | { readonly type: 'regions'; readonly allowed: boolean; readonly regions: readonly OpenRegion[] }
  | { readonly type: 'traces'; readonly rules: TraceRules }
  | { readonly type: 'reply'; readonly id: number; readonly value: unknown; readonly fault: Fault | null }
  | { readonly type: 'drain' }
  | { readonly type: 'close'; readonly graceMs: number };

export type FromFrontEnd =
  | { readonly type: 'up'; readonly httpPort: number | null; readonly grpcPort: number | null; readonly httpDriver: string }
  | { readonly type: 'failed'; readonly text: string }
  | { readonly type: 'installed'; readonly epoch: number }
  | { readonly type: 'drained'; readonly servingId: number }
  | { readonly type: 'regionFree'; readonly id: number }
  | { readonly type: 'regionsHeld' }
  | { readonly type: 'call'; readonly id: number; readonly method: AdminMethod; readonly args: readonly unknown[] }
  | { readonly type: 'trace'; readonly record: TraceRecord }
  | { readonly type: 'access'; readonly lines: string }
  | { readonly type: 'log'; readonly level: LogLevel; readonly fields: LogFields; readonly text: string }
  | { readonly type: 'closed' };
