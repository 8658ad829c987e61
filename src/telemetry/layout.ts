/**
 * Offsets of every shared counter, in one place. A loaded version has one buffer of float lanes: a head that
 * describes it, one lane per front end, one lane per instance. A float holds whole numbers up to 2^53, so counters of
 * microseconds last 285 years. Each lane has one writer and lies on cache lines of its own; readers add up.
 *
 * The catch: the language does not promise that a float is read in one piece while another thread writes it. On the
 * 64-bit machines we run on it is one load and one store of an aligned word.
 */
import { assert } from '../base/assert.js';
import { REASON_NAMES } from '../base/error.js';
import { DURATION_BUCKETS } from './histogram.js';

export const LAYOUT_NUMBER = 1;

/** Labels of `nv_inference_request_failure`, by index. */
export const FAILURE_LABELS = ['REJECTED', 'CANCELED', 'BACKEND', 'OTHER'] as const;

export const HEAD = { layout: 0, frontEnds: 1, instances: 2, maxBatchSize: 3, words: 8 } as const;

/** Reasons are counted from 1; word 0 of the row takes numbers that are no reason, so a bad one harms nothing. */
const reasonWords = REASON_NAMES.length + 1;

export const FRONT = {
  success: 0,
  successUs: 1,
  failure: 2,
  failureUs: 2 + FAILURE_LABELS.length,
  inFlight: 2 + 2 * FAILURE_LABELS.length,
  requestBytes: 3 + 2 * FAILURE_LABELS.length,
  responseBytes: 4 + 2 * FAILURE_LABELS.length,
  refusals: 5 + 2 * FAILURE_LABELS.length,
  requestBuckets: 5 + 2 * FAILURE_LABELS.length + reasonWords,
} as const;

export const INSTANCE = {
  executions: 0,
  inferences: 1,
  requests: 2,
  inputUs: 3,
  inferUs: 4,
  outputUs: 5,
  queued: 6,
  queuedUs: 7,
  lastWallMs: 8,
  failedBatches: 9,
  isolated: 10,
  queueBuckets: 11,
  computeBuckets: 11 + DURATION_BUCKETS,
  sizes: 11 + 2 * DURATION_BUCKETS,
} as const;

/** One row per executed batch size; all sums, cumulative. */
export const SIZE = { count: 0, inputUs: 1, inferUs: 2, outputUs: 3, words: 4 } as const;

const CACHE_LINE_WORDS = 8;

function wholeLines(words: number): number {
  return Math.ceil(words / CACHE_LINE_WORDS) * CACHE_LINE_WORDS;
}

export const FRONT_WORDS = wholeLines(FRONT.requestBuckets + DURATION_BUCKETS);

/** Batch sizes that have a row: 1 to the largest, and a model without a batch dimension runs one at a time. */
export function sizesTracked(maxBatchSize: number): number {
  return Math.max(1, maxBatchSize);
}

export function instanceWords(maxBatchSize: number): number {
  return wholeLines(INSTANCE.sizes + SIZE.words * sizesTracked(maxBatchSize));
}

export function statsBytes(frontEnds: number, instances: number, maxBatchSize: number): number {
  return 8 * (HEAD.words + frontEnds * FRONT_WORDS + instances * instanceWords(maxBatchSize));
}

export function createStats(frontEnds: number, instances: number, maxBatchSize: number): SharedArrayBuffer {
  const stats = new SharedArrayBuffer(statsBytes(frontEnds, instances, maxBatchSize));
  const head = new Float64Array(stats, 0, HEAD.words);
  head[HEAD.layout] = LAYOUT_NUMBER;
  head[HEAD.frontEnds] = frontEnds;
  head[HEAD.instances] = instances;
  head[HEAD.maxBatchSize] = maxBatchSize;
  return stats;
}

export interface StatsHead {
  readonly frontEnds: number;
  readonly instances: number;
  readonly maxBatchSize: number;
}

export function headOf(stats: SharedArrayBuffer): StatsHead {
  const head = new Float64Array(stats, 0, HEAD.words);
  assert(head[HEAD.layout] === LAYOUT_NUMBER, 'statistics of another layout');
  return { frontEnds: head[HEAD.frontEnds] ?? 0, instances: head[HEAD.instances] ?? 0, maxBatchSize: head[HEAD.maxBatchSize] ?? 0 };
}

export function frontWindow(stats: SharedArrayBuffer, index: number): Float64Array {
  const head = headOf(stats);
  assert(index >= 0 && index < head.frontEnds, `no front end lane ${index}`);
  return new Float64Array(stats, 8 * (HEAD.words + index * FRONT_WORDS), FRONT_WORDS);
}

export function instanceWindow(stats: SharedArrayBuffer, index: number): Float64Array {
  const head = headOf(stats);
  assert(index >= 0 && index < head.instances, `no instance lane ${index}`);
  const words = instanceWords(head.maxBatchSize);
  return new Float64Array(stats, 8 * (HEAD.words + head.frontEnds * FRONT_WORDS + index * words), words);
}
