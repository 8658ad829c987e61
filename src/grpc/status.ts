/**
 * Faults as gRPC statuses. The code is the catalogue's, the text is the fault's own, bounded so that it fits the header
 * block that every client accepts. A fault that may pass carries how long to wait before trying again.
 */
import { Metadata } from '@grpc/grpc-js';
import { AssertionFault } from '../base/assert.js';
import { ServingError, type FieldFault } from '../base/error.js';
import { written } from './messages.js';

/** Clients refuse header blocks past 8 KiB; percent-encoding triples what is not ASCII. */
const DETAILS_CHARS_MAX = 2000;
const RETRY_PUSHBACK_MS = 1000;
/** Of details in binary, which travel in the same header block and a third longer. */
const DETAILS_BYTES_MAX = 2048;
/** The whole text is in `grpc-message`. */
const MESSAGE_CHARS_MAX = 200;
const BAD_REQUEST = 'type.googleapis.com/google.rpc.BadRequest';

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
  if (!error.row.retry && error.faults.length === 0) return status;
  const metadata = new Metadata();
  if (error.row.retry) metadata.set('grpc-retry-pushback-ms', String(RETRY_PUSHBACK_MS));
  if (error.faults.length > 0) metadata.set('grpc-status-details-bin', faultDetails(status, error.faults));
  return { ...status, metadata };
}

/** google.rpc.Status with one violation per fault, as many of the first ones as fit. */
function faultDetails({ code, details }: CallStatus, faults: readonly FieldFault[]): Buffer {
  for (let count = faults.length; ; count = Math.floor(count / 2)) {
    const violations = faults.slice(0, count).map(({ path, message }) => ({ field: path, description: message }));
    const value = written.badRequest({ field_violations: violations });
    const message = details.slice(0, MESSAGE_CHARS_MAX);
    const bytes = written.status({ code, message, details: [{ type_url: BAD_REQUEST, value }] });
    if (bytes.length <= DETAILS_BYTES_MAX || count === 0) return bytes;
  }
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
