/** Names the request in the text of a refusal, as Triton does, so that a client with many in flight knows which one was refused. */
import { ServingError, type Reason } from '../base/error.js';

/** What Triton finds when it holds a request against the model; faults of reading and of running it names by other means. */
const OF_THE_REQUEST: ReadonlySet<Reason> = new Set<Reason>([
  'missing_input', 'unexpected_input', 'unexpected_output', 'datatype_mismatch', 'shape_mismatch', 'size_mismatch',
]);

/** An id may be as long as a body. */
const ID_CHARS_MAX = 256;

/** The same fault with `[request id: …]` before its text, where it is such a one and the request has an id. */
export function identify(thrown: unknown, id: string): unknown {
  if (id === '' || !(thrown instanceof ServingError) || !OF_THE_REQUEST.has(thrown.reason)) return thrown;
  return new ServingError(thrown.reason, `[request id: ${id.slice(0, ID_CHARS_MAX)}] ${thrown.message}`, { cause: thrown });
}
