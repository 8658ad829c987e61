/**
 * Faults as gRPC statuses. The code is the catalogue's, the text is the fault's own, bounded so that it fits the header
 * block that every client accepts. A fault that may pass carries how long to wait before trying again.
 */
import { Metadata } from '@grpc/grpc-js';
import { AssertionFault } from '../base/assert.js';
import { ServingError } from '../base/error.js';

/** Clients refuse header blocks past 8 KiB; percent-encoding triples what is not ASCII. */
const DETAILS_CHARS_MAX = 2000;
const RETRY_PUSHBACK_MS = 1000;

/** What this room logs through; pino's loggers fit. */
export interface GrpcLog {
  warn(fields: Readonly<Record<string, unknown>>, text: string): void;
}

export interface CallStatus {
  readonly code: number;
  readonly details: string;
  readonly metadata?: Metadata;
}

export const OK: CallStatus = { code: 0, details: 'OK' };

export function statusOf(error: ServingError): CallStatus {
  const status: CallStatus = { code: error.row.grpc, details: detailsOf(error) };
  if (!error.row.retry) return status;
  const metadata = new Metadata();
  metadata.set('grpc-retry-pushback-ms', String(RETRY_PUSHBACK_MS));
  return { ...status, metadata };
}

/** Lone surrogates would make the library's percent-encoding throw. */
export function detailsOf(error: ServingError): string {
  const text = error.message.replace(/\p{Surrogate}/gu, '\u{fffd}');
  return text.length > DETAILS_CHARS_MAX ? `${text.slice(0, DETAILS_CHARS_MAX).replace(/\p{Surrogate}/gu, '')}...` : text;
}

/**
 * What a caller is told of anything thrown. Foreign faults are logged with their cause and told in general words; a
 * failed assertion is our own bug and goes on to end the thread.
 */
export function faultOf(thrown: unknown, log: GrpcLog, method: string): ServingError {
  if (thrown instanceof ServingError) return thrown;
  if (thrown instanceof AssertionFault) throw thrown;
  log.warn({ err: thrown, method }, 'a call failed for a reason that is not in the catalogue');
  return new ServingError('internal', 'internal fault of the server; its log has the cause', { cause: thrown });
}
