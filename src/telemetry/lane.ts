/**
 * The two writers of statistics: one FrontLane per front end and version, one InstanceLane per instance. Calls
 * allocate nothing, take no lock and never fail; a lane outlives the thread that wrote it, so a restarted thread
 * opens the same lane and goes on adding.
 */
import { REASONS, REASON_NAMES } from '../base/error.js';
import { durationBucket } from './histogram.js';
import { FAILURE_LABELS, FRONT, INSTANCE, SIZE, frontWindow, headOf, instanceWindow, sizesTracked } from './layout.js';

/** Failure label by reason number; numbers that are no reason count as OTHER. */
const LABEL_OF_REASON = Uint8Array.from([FAILURE_LABELS.length - 1, ...REASON_NAMES.map((name) => FAILURE_LABELS.indexOf(REASONS[name].label))]);

function add(lane: Float64Array, word: number, amount: number): void {
  lane[word] = (lane[word] ?? 0) + amount;
}

export class FrontLane {
  private readonly lane: Float64Array;

  constructor(stats: SharedArrayBuffer, index: number) {
    this.lane = frontWindow(stats, index);
  }

  /** A request was answered. */
  success(requestUs: number): void {
    const lane = this.lane;
    add(lane, FRONT.success, 1);
    add(lane, FRONT.successUs, requestUs);
    add(lane, FRONT.requestBuckets + durationBucket(requestUs), 1);
  }

  /** A request ended in a fault: counts it under its label and its reason. What callers normally want. */
  failed(reasonNumber: number, requestUs: number): void {
    this.failure(LABEL_OF_REASON[reasonNumber] ?? FAILURE_LABELS.length - 1, requestUs);
    this.refused(reasonNumber);
  }

  /** Only the label half of `failed`; labelIndex counts FAILURE_LABELS. */
  failure(labelIndex: number, requestUs: number): void {
    add(this.lane, FRONT.failure + labelIndex, 1);
    add(this.lane, FRONT.failureUs + labelIndex, requestUs);
  }

  /** Only the reason half of `failed`; reasonNumber as in base/error.ts. */
  refused(reasonNumber: number): void {
    const known = reasonNumber > 0 && reasonNumber <= REASON_NAMES.length ? reasonNumber : 0;
    add(this.lane, FRONT.refusals + known, 1);
  }

  /** +1 when a request opens, -1 when it settles or is abandoned. */
  inFlight(change: 1 | -1): void {
    add(this.lane, FRONT.inFlight, change);
  }

  bytes(requestBytes: number, responseBytes: number): void {
    add(this.lane, FRONT.requestBytes, requestBytes);
    add(this.lane, FRONT.responseBytes, responseBytes);
  }

  /** For a front end that starts in the place of a dead one: what that one held in flight is gone. */
  restarted(): void {
    this.lane[FRONT.inFlight] = 0;
  }
}

export class InstanceLane {
  private readonly lane: Float64Array;
  private readonly sizes: number;

  constructor(stats: SharedArrayBuffer, index: number) {
    this.lane = instanceWindow(stats, index);
    this.sizes = sizesTracked(headOf(stats).maxBatchSize);
  }

  /** One request left the queue to be run, after waiting so long. */
  queued(us: number): void {
    const lane = this.lane;
    add(lane, INSTANCE.queued, 1);
    add(lane, INSTANCE.queuedUs, us);
    add(lane, INSTANCE.queueBuckets + durationBucket(us), 1);
  }

  /**
   * One execution ended well. Per-request sums take its durations once for each request in it, because each of them
   * waited that long; the row of its size takes them once.
   */
  executed(rows: number, requests: number, inputUs: number, inferUs: number, outputUs: number, wallMs: number): void {
    const lane = this.lane;
    add(lane, INSTANCE.executions, 1);
    add(lane, INSTANCE.inferences, rows);
    add(lane, INSTANCE.requests, requests);
    add(lane, INSTANCE.inputUs, inputUs * requests);
    add(lane, INSTANCE.inferUs, inferUs * requests);
    add(lane, INSTANCE.outputUs, outputUs * requests);
    lane[INSTANCE.lastWallMs] = wallMs;
    add(lane, INSTANCE.computeBuckets + durationBucket(inputUs + inferUs + outputUs), 1);
    const row = INSTANCE.sizes + SIZE.words * (Math.min(Math.max(rows, 1), this.sizes) - 1);
    add(lane, row + SIZE.count, 1);
    add(lane, row + SIZE.inputUs, inputUs);
    add(lane, row + SIZE.inferUs, inferUs);
    add(lane, row + SIZE.outputUs, outputUs);
  }

  /** A batch failed as a whole. */
  batchFailed(): void {
    add(this.lane, INSTANCE.failedBatches, 1);
  }

  /** One request of a failed batch was run again alone. */
  isolated(): void {
    add(this.lane, INSTANCE.isolated, 1);
  }
}
