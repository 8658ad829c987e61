/**
 * The `parameters` objects of a request: at the top, of an input and of an output. Reserved keys are checked; others are
 * accepted where the protocol lets them (no backend of ours takes any).
 */
import { ServingError } from '../base/error.js';
import type { InferRequest, RegionSpan } from '../serving/port.js';
import { CLOSE_OBJECT, latin1, OPEN_LIST, OPEN_OBJECT, QUOTE, type Scanner } from './scan.js';

const classesMax = 1_000_000;

/** A whole number from 0 to 2 ** 53 - 1. */
function readCount(s: Scanner, what: string): number {
  const c = s.peek();
  if (c !== 45 && (c < 48 || c > 57)) throw new ServingError('invalid_argument', `parameter '${what}' must be a non-negative integer`);
  s.number();
  const value = Number(latin1(s.bytes, s.textStart, s.textEnd));
  if (!Number.isSafeInteger(value) || value < 0) throw new ServingError('invalid_argument', `parameter '${what}' must be a non-negative integer`);
  return value;
}

function readFlag(s: Scanner, what: string): boolean {
  const c = s.peek();
  if (c !== 116 && c !== 102) throw new ServingError('invalid_argument', `parameter '${what}' must be a boolean`);
  return s.boolean(what);
}

/** Request parameters. `timeout`, `priority` and `binary_data_output` go to the request; `sequence_*` mean nothing to models without state. */
export function readRequestParameters(s: Scanner, request: InferRequest): void {
  if (!s.openObject()) return;
  do {
    s.key();
    if (s.textIs('binary_data_output')) request.binaryDefault = readFlag(s, 'binary_data_output');
    else if (s.textIs('timeout')) request.timeoutUs = readCount(s, 'timeout');
    else if (s.textIs('priority')) request.priority = readCount(s, 'priority');
    else if (s.textIs('sequence_start') || s.textIs('sequence_end')) readFlag(s, 'sequence_start or sequence_end');
    else readOther(s, s.text());
  } while (s.more(CLOSE_OBJECT));
}

function readOther(s: Scanner, key: string): void {
  if (key === 'headers') throw new ServingError('invalid_argument', "parameter 'headers' is reserved");
  if (key.startsWith('triton_')) throw new ServingError('invalid_argument', `parameter keys starting with 'triton_' are reserved for Triton usage. The parameter '${key}' is not allowed`);
  const c = s.peek();
  if (key === 'sequence_id' && c !== QUOTE) {
    readCount(s, key);
    return;
  }
  if (c === OPEN_LIST || c === OPEN_OBJECT || c === 110) {
    throw new ServingError('invalid_argument', `parameter '${key}' has invalid type. It should be either 'int', 'bool', 'string' or 'double'`);
  }
  s.skip(3);
}

/** Parameters of one tensor, input or output. Reused. */
export class TensorParameters {
  /** -1 when not given. */
  binarySize = -1;
  binary: boolean | null = null;
  classes = 0;
  region = '';
  #regionOffset = 0;
  #regionSize = -1;

  clear(): void {
    this.binarySize = -1;
    this.binary = null;
    this.classes = 0;
    this.region = '';
    this.#regionOffset = 0;
    this.#regionSize = -1;
  }

  read(s: Scanner): void {
    if (!s.openObject()) return;
    do {
      s.key();
      if (s.textIs('binary_data_size')) this.binarySize = readCount(s, 'binary_data_size');
      else if (s.textIs('binary_data')) this.binary = readFlag(s, 'binary_data');
      else if (s.textIs('classification')) this.classes = readClasses(s);
      else if (s.textIs('shared_memory_region')) this.region = readRegion(s);
      else if (s.textIs('shared_memory_offset')) this.#regionOffset = readCount(s, 'shared_memory_offset');
      else if (s.textIs('shared_memory_byte_size')) this.#regionSize = readCount(s, 'shared_memory_byte_size');
      else s.skip(5);
    } while (s.more(CLOSE_OBJECT));
  }

  /** The part of the region, or null when none is named. */
  span(tensor: string): RegionSpan | null {
    if (this.region === '') return null;
    if (this.#regionSize < 0) throw new ServingError('invalid_argument', `'shared_memory_byte_size' must be given with 'shared_memory_region' for tensor '${tensor}'`);
    return { region: this.region, byteOffset: this.#regionOffset, byteLength: this.#regionSize };
  }
}

function readClasses(s: Scanner): number {
  const classes = readCount(s, 'classification');
  if (classes === 0 || classes > classesMax) throw new ServingError('invalid_argument', `parameter 'classification' must be from 1 to ${classesMax}`);
  return classes;
}

function readRegion(s: Scanner): string {
  if (s.peek() !== QUOTE) throw new ServingError('invalid_argument', "parameter 'shared_memory_region' must be a string");
  s.string();
  const name = s.text();
  if (name === '') throw new ServingError('invalid_argument', "parameter 'shared_memory_region' must not be empty");
  return name;
}
