/**
 * The one catalogue of operating faults. Whatever goes wrong for a caller is a row here; the HTTP status, the
 * gRPC status, the metric label and the advice to retry follow from the row. Adding a row is the only way to
 * add an error. Causes are kept on the error for logs and are never sent to clients.
 */

/** Reasons under which Triton's dashboards count failures (`nv_inference_request_failure{reason}`). */
export type FailureLabel = 'REJECTED' | 'CANCELED' | 'BACKEND' | 'OTHER';

export interface ReasonRow {
  /** Canonical status code by name. */
  readonly code: string;
  readonly grpc: number;
  readonly http: number;
  /** Whether the same request may succeed later; such answers carry `Retry-After`. */
  readonly retry: boolean;
  readonly label: FailureLabel;
  /** What happened and what to do about it, for the reference page. */
  readonly doc: string;
}

const invalid = { code: 'INVALID_ARGUMENT', grpc: 3, http: 400, retry: false, label: 'OTHER' } as const;
const notFound = { code: 'NOT_FOUND', grpc: 5, http: 404, retry: false, label: 'OTHER' } as const;
const unavailable = { code: 'UNAVAILABLE', grpc: 14, http: 503, retry: true, label: 'REJECTED' } as const;
const unimplemented = { code: 'UNIMPLEMENTED', grpc: 12, http: 501, retry: false, label: 'OTHER' } as const;

export const REASONS = {
  malformed_body: { ...invalid, doc: 'The body or message cannot be read. The text names the place.' },
  invalid_argument: { ...invalid, doc: 'A field has a value that cannot be used. The text names the field.' },
  missing_input: { ...invalid, doc: 'The request leaves out an input that the model requires.' },
  unexpected_input: { ...invalid, doc: 'The request carries an input that the model does not declare, or carries it twice.' },
  unexpected_output: { ...invalid, doc: 'The request asks for an output that the model does not declare, or asks twice.' },
  datatype_mismatch: { ...invalid, doc: 'An input has another datatype than the model declares.' },
  shape_mismatch: { ...invalid, doc: 'An input has another shape than the model declares, or more rows than a batch may have.' },
  size_mismatch: { ...invalid, doc: 'The bytes of a tensor are more or fewer than its shape and datatype need.' },
  already_exists: { ...invalid, code: 'ALREADY_EXISTS', grpc: 6, doc: 'Something of this name is registered already.' },
  payload_too_large: { ...invalid, code: 'RESOURCE_EXHAUSTED', grpc: 8, http: 413, label: 'REJECTED', doc: 'The body, after decompression, exceeds `--max-request-bytes`.' },
  load_failed: { ...invalid, doc: 'A load was asked for and failed; the text carries the cause of each version.' },
  not_found: { ...notFound, doc: 'No such path, region or setting.' },
  model_not_found: { ...notFound, doc: 'No model of this name is in the repository.' },
  version_not_found: { ...notFound, doc: 'The model has no such version, or no label of this name.' },
  method_not_allowed: { ...invalid, code: 'UNIMPLEMENTED', grpc: 12, http: 405, doc: 'The path exists, but not for this HTTP method.' },
  version_not_ready: { ...unavailable, doc: 'The version exists and does not serve now: it loads, drains or failed. The index says why.' },
  queue_full: { ...unavailable, doc: 'The queue of the model is at its bound. Retry after the pause given, or add instances.' },
  memory_full: { ...unavailable, doc: 'The memory for requests in flight is in use. Retry, or raise `--request-memory-bytes`.' },
  queue_timeout: { ...unavailable, doc: 'The request waited longer in the queue than its timeout allows and was not run.' },
  draining: { ...unavailable, doc: 'The server is shutting down and takes no new requests.' },
  control_not_allowed: { ...unavailable, retry: false, label: 'OTHER', doc: 'Models are loaded and unloaded by request only under `--model-control-mode explicit`.' },
  instance_failed: { ...unavailable, label: 'BACKEND', doc: 'The thread that held the request died. The request was not answered and can be sent again.' },
  deadline_exceeded: { code: 'DEADLINE_EXCEEDED', grpc: 4, http: 504, retry: false, label: 'REJECTED', doc: 'The deadline of the request passed before its answer was ready.' },
  cancelled: { code: 'CANCELLED', grpc: 1, http: 499, retry: false, label: 'CANCELED', doc: 'The caller went away before the answer was ready.' },
  unsupported: { ...unimplemented, doc: 'The request uses a part of the protocol that this server does not offer.' },
  shm_disabled: { ...unimplemented, doc: 'Client shared memory is off; start the server with `--allow-client-shm`.' },
  backend_failed: { code: 'INTERNAL', grpc: 13, http: 500, retry: false, label: 'BACKEND', doc: 'The model run failed for this request. The log has the cause.' },
  output_too_large: { code: 'INTERNAL', grpc: 13, http: 500, retry: false, label: 'BACKEND', doc: 'The outputs of one run exceed `--output-memory-bytes`, or the client region asked for them.' },
  conflict: { code: 'ABORTED', grpc: 10, http: 409, retry: false, label: 'OTHER', doc: 'What was asked for contradicts the present state, or what was read has changed since. The text says which; read it again and decide anew.' },
  precondition_failed: { code: 'FAILED_PRECONDITION', grpc: 9, http: 412, retry: false, label: 'OTHER', doc: 'The generation of a rollout or version of a label that the change is held to (`If-Match`, `if_generation`, `if_version`) is not the present one: somebody was faster. Read it again.' },
  state_failed: { code: 'INTERNAL', grpc: 13, http: 500, retry: false, label: 'OTHER', doc: 'The state folder cannot be used: it is full, locked by another process, or holds a file that cannot be read. The text names the file and the remedy.' },
  internal: { code: 'INTERNAL', grpc: 13, http: 500, retry: false, label: 'OTHER', doc: 'A fault of the server. The log has the cause.' },
} as const satisfies Record<string, ReasonRow>;

export type Reason = keyof typeof REASONS;

/** Reasons by number, so that one integer carries a fault between threads. 0 stands for success. */
export const REASON_NAMES = Object.keys(REASONS) as readonly Reason[];

export function reasonNumber(reason: Reason): number {
  return REASON_NAMES.indexOf(reason) + 1;
}

/** One of several faults in what somebody wrote. */
export interface FieldFault {
  /** `steps[1].weight`; '' for the whole. */
  readonly path: string;
  readonly message: string;
}

export class ServingError extends Error {
  override readonly name = 'ServingError';
  /** Where fields can be named one by one; the message has them all as well. */
  readonly faults: readonly FieldFault[];

  constructor(
    readonly reason: Reason,
    message: string,
    options: ErrorOptions & { readonly faults?: readonly FieldFault[] } = {},
  ) {
    super(message, options);
    this.faults = options.faults ?? [];
  }

  get row(): ReasonRow {
    return REASONS[this.reason];
  }
}

/** Turns anything caught into the one error type; foreign faults become `internal` and keep their cause. */
export function asServingError(thrown: unknown, reason: Reason = 'internal'): ServingError {
  if (thrown instanceof ServingError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new ServingError(reason, message, { cause: thrown });
}
