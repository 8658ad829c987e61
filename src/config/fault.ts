/**
 * What is wrong with a config, as data. Faults are gathered and reported together; nothing in this room throws for
 * what somebody wrote. A note is a fault that stops nothing: something written has no effect here.
 */
import { ServingError } from '../base/error.js';
import type { Reason } from '../base/error.js';

export interface Fault {
  /** `config.pbtxt:3:9`, `--http-port`, `SLUICE_HTTP_PORT`; empty when the place is not known. */
  readonly where: string;
  /** The field, such as `input[0].dims`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

export type Outcome<T> =
  | { readonly kind: 'ok'; readonly value: T; readonly notes: readonly Fault[] }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

export function succeed<T>(value: T, notes: readonly Fault[] = []): Outcome<T> {
  return { kind: 'ok', value, notes };
}

export function refuse<T>(faults: readonly Fault[]): Outcome<T> {
  return { kind: 'faults', faults };
}

/** A message quotes what was written, which may be a whole file. */
const MESSAGE_CHARS_MAX = 1000;

export function formatFault(fault: Fault): string {
  const message = fault.message.length > MESSAGE_CHARS_MAX ? `${fault.message.slice(0, MESSAGE_CHARS_MAX)}…` : fault.message;
  return [fault.where, fault.path, message].filter((part) => part !== '').join(': ');
}

/** The faults as the one error that leaves the room, for callers that answer a request. */
export function faultError(reason: Reason, faults: readonly Fault[]): ServingError {
  return new ServingError(reason, faults.map(formatFault).join('; '));
}

export type Path = readonly (string | number)[];

export function pathText(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[A-Za-z_]\w*$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}

/** Where something stands in a file; `key` asks for the name of the field rather than for its value. */
export type Locate = (path: Path, part: 'key' | 'value') => string;
