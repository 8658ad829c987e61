/**
 * Adds the lanes of a version up. Reading disturbs no writer; a sum is as of about now, and two sums of one reading
 * may be one request apart. Totals of several loads add up too, which is what keeps statistics monotonic.
 */
import { REASON_NAMES } from '../base/error.js';
import { BATCH_BUCKETS, DURATION_BUCKETS, batchBucket } from './histogram.js';
import { FAILURE_LABELS, FRONT, INSTANCE, SIZE, frontWindow, headOf, instanceWindow, sizesTracked } from './layout.js';

export interface SizeTotals {
  count: number;
  inputUs: number;
  inferUs: number;
  outputUs: number;
}

export interface Totals {
  success: number;
  successUs: number;
  /** By index of FAILURE_LABELS. */
  readonly failure: Float64Array;
  readonly failureUs: Float64Array;
  inFlight: number;
  requestBytes: number;
  responseBytes: number;
  /** By reason number; 0 holds what was no reason. */
  readonly refusals: Float64Array;
  readonly requestBuckets: Float64Array;
  executions: number;
  inferences: number;
  executedRequests: number;
  inputUs: number;
  inferUs: number;
  outputUs: number;
  queued: number;
  queuedUs: number;
  lastWallMs: number;
  failedBatches: number;
  isolated: number;
  readonly queueBuckets: Float64Array;
  readonly computeBuckets: Float64Array;
  /** Executed batch sizes only. */
  readonly sizes: Map<number, SizeTotals>;
}

export function emptyTotals(): Totals {
  return {
    success: 0, successUs: 0,
    failure: new Float64Array(FAILURE_LABELS.length), failureUs: new Float64Array(FAILURE_LABELS.length),
    inFlight: 0, requestBytes: 0, responseBytes: 0,
    refusals: new Float64Array(REASON_NAMES.length + 1), requestBuckets: new Float64Array(DURATION_BUCKETS),
    executions: 0, inferences: 0, executedRequests: 0, inputUs: 0, inferUs: 0, outputUs: 0,
    queued: 0, queuedUs: 0, lastWallMs: 0, failedBatches: 0, isolated: 0,
    queueBuckets: new Float64Array(DURATION_BUCKETS), computeBuckets: new Float64Array(DURATION_BUCKETS),
    sizes: new Map(),
  };
}

export class StatsReader {
  private readonly fronts: readonly Float64Array[];
  private readonly instances: readonly Float64Array[];
  private readonly sizes: number;

  constructor(stats: SharedArrayBuffer) {
    const head = headOf(stats);
    this.fronts = Array.from({ length: head.frontEnds }, (_, i) => frontWindow(stats, i));
    this.instances = Array.from({ length: head.instances }, (_, i) => instanceWindow(stats, i));
    this.sizes = sizesTracked(head.maxBatchSize);
  }

  totals(): Totals {
    const totals = emptyTotals();
    for (const lane of this.fronts) addFront(totals, lane);
    for (const lane of this.instances) addInstance(totals, lane, this.sizes);
    return totals;
  }

  /** Requests open now, over all front ends; what a drain waits for to reach 0. */
  inFlight(): number {
    let sum = 0;
    for (const lane of this.fronts) sum += lane[FRONT.inFlight] ?? 0;
    return sum;
  }
}

function addRow(into: Float64Array, from: Float64Array, at: number): void {
  for (let i = 0; i < into.length; i += 1) into[i] = (into[i] ?? 0) + (from[at + i] ?? 0);
}

function addFront(totals: Totals, lane: Float64Array): void {
  totals.success += lane[FRONT.success] ?? 0;
  totals.successUs += lane[FRONT.successUs] ?? 0;
  addRow(totals.failure, lane, FRONT.failure);
  addRow(totals.failureUs, lane, FRONT.failureUs);
  totals.inFlight += lane[FRONT.inFlight] ?? 0;
  totals.requestBytes += lane[FRONT.requestBytes] ?? 0;
  totals.responseBytes += lane[FRONT.responseBytes] ?? 0;
  addRow(totals.refusals, lane, FRONT.refusals);
  addRow(totals.requestBuckets, lane, FRONT.requestBuckets);
}

function addInstance(totals: Totals, lane: Float64Array, sizes: number): void {
  totals.executions += lane[INSTANCE.executions] ?? 0;
  totals.inferences += lane[INSTANCE.inferences] ?? 0;
  totals.executedRequests += lane[INSTANCE.requests] ?? 0;
  totals.inputUs += lane[INSTANCE.inputUs] ?? 0;
  totals.inferUs += lane[INSTANCE.inferUs] ?? 0;
  totals.outputUs += lane[INSTANCE.outputUs] ?? 0;
  totals.queued += lane[INSTANCE.queued] ?? 0;
  totals.queuedUs += lane[INSTANCE.queuedUs] ?? 0;
  totals.lastWallMs = Math.max(totals.lastWallMs, lane[INSTANCE.lastWallMs] ?? 0);
  totals.failedBatches += lane[INSTANCE.failedBatches] ?? 0;
  totals.isolated += lane[INSTANCE.isolated] ?? 0;
  addRow(totals.queueBuckets, lane, INSTANCE.queueBuckets);
  addRow(totals.computeBuckets, lane, INSTANCE.computeBuckets);
  for (let size = 1; size <= sizes; size += 1) {
    const row = INSTANCE.sizes + SIZE.words * (size - 1);
    const count = lane[row + SIZE.count] ?? 0;
    if (count === 0) continue;
    addSize(totals.sizes, size, {
      count, inputUs: lane[row + SIZE.inputUs] ?? 0, inferUs: lane[row + SIZE.inferUs] ?? 0, outputUs: lane[row + SIZE.outputUs] ?? 0,
    });
  }
}

function addSize(sizes: Map<number, SizeTotals>, size: number, more: SizeTotals): void {
  const row = sizes.get(size);
  if (row === undefined) {
    sizes.set(size, { ...more });
    return;
  }
  row.count += more.count;
  row.inputUs += more.inputUs;
  row.inferUs += more.inferUs;
  row.outputUs += more.outputUs;
}

/** Adds `more` to `into`. */
export function addTotals(into: Totals, more: Totals): void {
  const { sizes, lastWallMs, failure, failureUs, refusals, requestBuckets, queueBuckets, computeBuckets, ...sums } = more;
  for (const key of Object.keys(sums) as (keyof typeof sums)[]) into[key] += sums[key];
  into.lastWallMs = Math.max(into.lastWallMs, lastWallMs);
  addRow(into.failure, failure, 0);
  addRow(into.failureUs, failureUs, 0);
  addRow(into.refusals, refusals, 0);
  addRow(into.requestBuckets, requestBuckets, 0);
  addRow(into.queueBuckets, queueBuckets, 0);
  addRow(into.computeBuckets, computeBuckets, 0);
  for (const [size, row] of sizes) addSize(into.sizes, size, row);
}

export function failures(totals: Totals): number {
  return totals.failure.reduce((sum, count) => sum + count, 0);
}

/** Executions by batch size, in the buckets of BATCH_BOUNDS; made from the exact rows, so nothing is counted twice. */
export function batchBuckets(totals: Totals): Float64Array {
  const buckets = new Float64Array(BATCH_BUCKETS);
  for (const [size, row] of totals.sizes) {
    const bucket = batchBucket(size);
    buckets[bucket] = (buckets[bucket] ?? 0) + row.count;
  }
  return buckets;
}
