/**
 * The access log: one line per sampled request. On the path a record is a dozen stores into memory made at start;
 * words are made later, by `flush`, which the front end calls from its housekeeping tick. A ring that is full drops
 * its oldest records and counts them: the log may lag, requests may not.
 */
import { assert } from '../base/assert.js';
import type { Clock } from '../base/clock.js';
import { REASON_NAMES } from '../base/error.js';

export const ACCESS_PROTOCOLS = ['http', 'grpc'] as const;
export type AccessProtocol = (typeof ACCESS_PROTOCOLS)[number];

/** What is known of a request when it settles. One object per front end is filled again for every record. */
export interface AccessEntry {
  protocol: AccessProtocol;
  /** References to strings that live anyway; '' where unknown. */
  model: string;
  id: string;
  /** 0 where none was resolved. */
  version: number;
  /** 0 for success. */
  reasonNumber: number;
  /** HTTP or gRPC status as sent. */
  status: number;
  rows: number;
  queueUs: number;
  computeUs: number;
  totalUs: number;
  requestBytes: number;
  responseBytes: number;
}

export function blankAccess(): AccessEntry {
  return {
    protocol: 'http', model: '', id: '', version: 0, reasonNumber: 0, status: 0,
    rows: 0, queueUs: 0, computeUs: 0, totalUs: 0, requestBytes: 0, responseBytes: 0,
  };
}

export interface AccessOptions {
  readonly clock: Clock;
  /** Takes whole lines; must not block for long. */
  readonly sink: (lines: string) => void;
  /** Every n-th success is recorded; 0 turns the log off. */
  readonly sampleEvery: number;
  /** Every n-th failure is recorded; 0 records none. */
  readonly failureEvery: number;
  /** Records that wait for the next flush. */
  readonly capacity: number;
}

export const ACCESS_DEFAULTS = { sampleEvery: 100, failureEvery: 1, capacity: 4096 } as const;

const FIELD = { time: 0, protocol: 1, version: 2, reason: 3, status: 4, rows: 5, queueUs: 6, computeUs: 7, totalUs: 8, requestBytes: 9, responseBytes: 10, words: 11 } as const;

/** Records turned into text at one flush, so that a tick stays short. */
const FLUSH_MAX = 1024;

export class AccessLog {
  private readonly numbers: Float64Array;
  private readonly models: string[];
  private readonly ids: string[];
  private first = 0;
  private count = 0;
  private successes = 0;
  private failures = 0;
  private droppedCount = 0;

  constructor(private readonly options: AccessOptions) {
    assert(options.capacity > 0, 'an access log needs room');
    this.numbers = new Float64Array(options.capacity * FIELD.words);
    this.models = new Array<string>(options.capacity).fill('');
    this.ids = new Array<string>(options.capacity).fill('');
  }

  /** Records overwritten since the start. */
  get dropped(): number {
    return this.droppedCount;
  }

  get waiting(): number {
    return this.count;
  }

  /** Asks, once per settled request, whether it is to be recorded. Counts the request for the sampling. */
  wants(reasonNumber: number): boolean {
    if (reasonNumber === 0) {
      const every = this.options.sampleEvery;
      if (every === 0) return false;
      this.successes = (this.successes + 1) % every;
      return this.successes === 0;
    }
    const every = this.options.failureEvery;
    if (every === 0) return false;
    this.failures = (this.failures + 1) % every;
    return this.failures === 0;
  }

  /** Copies the entry; it is the caller's again at once. */
  record(entry: Readonly<AccessEntry>): void {
    const { capacity } = this.options;
    if (this.count === capacity) {
      this.first = (this.first + 1) % capacity;
      this.count -= 1;
      this.droppedCount += 1;
    }
    const slot = (this.first + this.count) % capacity;
    const at = slot * FIELD.words;
    const n = this.numbers;
    n[at + FIELD.time] = this.options.clock.wallMs();
    n[at + FIELD.protocol] = entry.protocol === 'http' ? 0 : 1;
    n[at + FIELD.version] = entry.version;
    n[at + FIELD.reason] = entry.reasonNumber;
    n[at + FIELD.status] = entry.status;
    n[at + FIELD.rows] = entry.rows;
    n[at + FIELD.queueUs] = entry.queueUs;
    n[at + FIELD.computeUs] = entry.computeUs;
    n[at + FIELD.totalUs] = entry.totalUs;
    n[at + FIELD.requestBytes] = entry.requestBytes;
    n[at + FIELD.responseBytes] = entry.responseBytes;
    this.models[slot] = entry.model;
    this.ids[slot] = entry.id;
    this.count += 1;
  }

  /** Hands waiting records to the sink as JSON lines. @returns whether some are left */
  flush(): boolean {
    const many = Math.min(this.count, FLUSH_MAX);
    if (many === 0) return false;
    let lines = '';
    for (let i = 0; i < many; i += 1) {
      const slot = (this.first + i) % this.options.capacity;
      lines += this.line(slot);
      this.models[slot] = '';
      this.ids[slot] = '';
    }
    this.first = (this.first + many) % this.options.capacity;
    this.count -= many;
    this.options.sink(lines);
    return this.count > 0;
  }

  private line(slot: number): string {
    const field = (word: number): number => this.numbers[slot * FIELD.words + word] ?? 0;
    const reason = field(FIELD.reason);
    const id = this.ids[slot] ?? '';
    return `${JSON.stringify({
      time: new Date(field(FIELD.time)).toISOString(),
      protocol: ACCESS_PROTOCOLS[field(FIELD.protocol)],
      model: this.models[slot],
      version: field(FIELD.version),
      ...(id === '' ? {} : { id }),
      status: field(FIELD.status),
      reason: reason === 0 ? 'ok' : (REASON_NAMES[reason - 1] ?? 'unknown'),
      rows: field(FIELD.rows),
      queueUs: Math.round(field(FIELD.queueUs)),
      computeUs: Math.round(field(FIELD.computeUs)),
      totalUs: Math.round(field(FIELD.totalUs)),
      requestBytes: field(FIELD.requestBytes),
      responseBytes: field(FIELD.responseBytes),
    })}\n`;
  }
}
