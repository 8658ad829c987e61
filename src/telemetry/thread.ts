/**
 * What a front end counts and shows apart from any version: memory, places, epoch, lag, refusals before a version
 * was found. One buffer for the process with one lane per front end, which alone writes it.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { assert } from '../base/assert.js';
import { REASON_NAMES } from '../base/error.js';

const WORD = { memoryBytes: 0, memoryUsedBytes: 1, slots: 2, slotsUsed: 3, epoch: 4, lagUs: 5, dropped: 6, unread: 7, cuts: 8, refusals: 9 } as const;
const WORDS = Math.ceil((WORD.refusals + REASON_NAMES.length + 1) / 8) * 8;

export interface FrontEndGauges {
  readonly memoryBytes: number;
  readonly memoryUsedBytes: number;
  readonly slots: number;
  readonly slotsUsed: number;
  readonly tableEpoch: number;
  readonly eventLoopLagUs: number;
  readonly accessDropped: number;
  readonly answerBytesUnread: number;
  readonly answersCut: number;
  /** By reason number. */
  readonly refusals: Float64Array;
}

export function createThreadStats(frontEnds: number): SharedArrayBuffer {
  return new SharedArrayBuffer(8 * WORDS * frontEnds);
}

function windowOf(stats: SharedArrayBuffer, index: number): Float64Array {
  assert(index >= 0 && (index + 1) * WORDS * 8 <= stats.byteLength, `no front end lane ${index}`);
  return new Float64Array(stats, index * WORDS * 8, WORDS);
}

export class ThreadLane {
  private readonly lane: Float64Array;

  constructor(stats: SharedArrayBuffer, index: number) {
    this.lane = windowOf(stats, index);
  }

  memory(totalBytes: number, usedBytes: number): void {
    this.lane[WORD.memoryBytes] = totalBytes;
    this.lane[WORD.memoryUsedBytes] = usedBytes;
  }

  slots(total: number, used: number): void {
    this.lane[WORD.slots] = total;
    this.lane[WORD.slotsUsed] = used;
  }

  epoch(epoch: number): void {
    this.lane[WORD.epoch] = epoch;
  }

  eventLoopLag(us: number): void {
    this.lane[WORD.lagUs] = us;
  }

  accessDropped(total: number): void {
    this.lane[WORD.dropped] = total;
  }

  answers(unreadBytes: number, cuts: number): void {
    this.lane[WORD.unread] = unreadBytes;
    this.lane[WORD.cuts] = cuts;
  }

  /** A request was refused before it reached a version. */
  refused(reasonNumber: number): void {
    const known = reasonNumber > 0 && reasonNumber <= REASON_NAMES.length ? reasonNumber : 0;
    this.lane[WORD.refusals + known] = (this.lane[WORD.refusals + known] ?? 0) + 1;
  }
}

export function readThread(stats: SharedArrayBuffer, index: number): FrontEndGauges {
  const lane = windowOf(stats, index);
  return {
    memoryBytes: lane[WORD.memoryBytes] ?? 0,
    memoryUsedBytes: lane[WORD.memoryUsedBytes] ?? 0,
    slots: lane[WORD.slots] ?? 0,
    slotsUsed: lane[WORD.slotsUsed] ?? 0,
    tableEpoch: lane[WORD.epoch] ?? 0,
    eventLoopLagUs: lane[WORD.lagUs] ?? 0,
    accessDropped: lane[WORD.dropped] ?? 0,
    answerBytesUnread: lane[WORD.unread] ?? 0,
    answersCut: lane[WORD.cuts] ?? 0,
    refusals: lane.slice(WORD.refusals, WORD.refusals + REASON_NAMES.length + 1),
  };
}

const LAG_RESOLUTION_MS = 20;

/** Measures the event loop of the thread it is made on. `take` at each housekeeping tick; `close` before the thread leaves. */
export class LagMeter {
  private readonly delays = monitorEventLoopDelay({ resolution: LAG_RESOLUTION_MS });

  constructor() {
    this.delays.enable();
  }

  /** p99 of the delay since the last take, beyond the sampling pause itself. */
  takeUs(): number {
    const us = this.delays.count === 0 ? 0 : Math.max(0, this.delays.percentile(99) / 1000 - LAG_RESOLUTION_MS * 1000);
    this.delays.reset();
    return us;
  }

  close(): void {
    this.delays.disable();
  }
}
