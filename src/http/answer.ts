/** Errors as answers: status, headers and the protocol's `{"error":"..."}` body. Causes stay out of it. */
import type { ServingError } from '../base/error.js';
import type { Head } from './engine.js';
import { jsonHead } from './engine.js';

const retryHead: Head = ['Content-Type', 'application/json', 'Retry-After', '1'];
const encodingHead: Head = ['Content-Type', 'application/json', 'Accept-Encoding', 'gzip, deflate'];

export function errorBody(message: string): string {
  return JSON.stringify({ error: message });
}

/** With every fault by its field, where there are several: `{"error":"...","faults":[{"path":"steps[1].weight","message":"..."}]}`. */
export function errorText({ message, faults }: ServingError): string {
  return JSON.stringify(faults.length === 0 ? { error: message } : { error: message, faults });
}

/** Whoever may try again is told to wait a second. */
export function errorHead(error: ServingError): Head {
  return error.row.retry ? retryHead : jsonHead;
}

/** For a content coding that we do not read: says which ones we do. */
export { encodingHead };

export const notFoundBody = '{"error":"Not Found"}';
export const notAllowedBody = '{"error":"Method Not Allowed"}';
