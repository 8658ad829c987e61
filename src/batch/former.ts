/**
 * When does a run leave, and with whom? Pure: a view of the line, the policy and the time come in; the choice comes
 * out. The rules are Triton's dynamic batcher's, with one difference: a request of another shape waits in a line of
 * its own instead of flushing the batch before it, so mixed shapes do not defeat batching.
 */
import type { BatchPolicy } from './policy.js';

/** Requests that wait, in the order in which they should run. Ids are opaque. */
export interface Line {
  first(): number;
  next(id: number): number;
  rows(id: number): number;
  /** Requests with different keys cannot share a run. */
  shape(id: number): number;
  offeredUs(id: number): number;
}

export interface Formed {
  /** Requests in `ids` that leave now; 0 when the line should wait. */
  count: number;
  rows: number;
  readonly ids: Int32Array;
  /** When nothing leaves: microseconds until the line must be looked at again, Infinity when it is empty. */
  waitUs: number;
  /** When nothing leaves: rows that must be added for another look to be worth it. */
  rowsMissing: number;
}

/** Shapes that are looked at in one go; a line with more distinct shapes is served oldest first. */
const SHAPES_MAX = 16;

export class Former {
  readonly formed: Formed;
  private readonly tried = new Int32Array(SHAPES_MAX);

  constructor(
    private readonly policy: BatchPolicy,
    requestsMax: number,
  ) {
    this.formed = { count: 0, rows: 0, ids: new Int32Array(requestsMax), waitUs: Infinity, rowsMissing: 1 };
  }

  /** Decides. The result is reused by the next call. */
  form(line: Line, nowUs: number): Formed {
    const formed = this.formed;
    formed.count = 0;
    formed.rows = 0;
    formed.waitUs = Infinity;
    formed.rowsMissing = 1;
    const head = line.first();
    if (head < 0) return formed;
    if (!this.policy.dynamic) return this.alone(line, head);
    let tried = 0;
    for (let id = head; id >= 0 && tried < SHAPES_MAX; id = line.next(id)) {
      const shape = line.shape(id);
      if (this.wasTried(shape, tried)) continue;
      this.tried[tried] = shape;
      tried += 1;
      if (this.gather(line, id, shape, nowUs)) return formed;
      // Only the first shape can be woken by a row count; with several, any arrival may complete a line.
      if (tried > 1) formed.rowsMissing = 1;
      if (line.next(id) < 0) break;
    }
    formed.count = 0;
    formed.rows = 0;
    return formed;
  }

  private wasTried(shape: number, count: number): boolean {
    for (let k = 0; k < count; k++) if (this.tried[k] === shape) return true;
    return false;
  }

  private alone(line: Line, head: number): Formed {
    this.formed.ids[0] = head;
    this.formed.count = 1;
    this.formed.rows = line.rows(head);
    return this.formed;
  }

  /** Gathers one shape from `head` on; true when the run should leave now. */
  private gather(line: Line, head: number, shape: number, nowUs: number): boolean {
    const { policy, formed } = this;
    const preferredMax = policy.preferredSizes[policy.preferredSizes.length - 1] ?? policy.maxBatchSize;
    let count = 0;
    let rows = 0;
    let markedCount = 0;
    let markedRows = 0;
    let full = false;
    // By priority a later request may stand first, so the oldest is looked for.
    let oldestUs = line.offeredUs(head);
    for (let id = head; id >= 0; id = line.next(id)) {
      if (line.shape(id) !== shape) continue;
      const added = line.rows(id);
      if (rows > 0 && rows + added > preferredMax && markedCount === 0) {
        markedCount = count;
        markedRows = rows;
      }
      if (rows > 0 && rows + added > policy.maxBatchSize) {
        full = true;
        break;
      }
      formed.ids[count] = id;
      count += 1;
      rows += added;
      if (policy.maxQueueDelayUs > 0) oldestUs = Math.min(oldestUs, line.offeredUs(id));
      if (policy.preferredSizes.includes(rows)) {
        markedCount = count;
        markedRows = rows;
      }
      if (count === formed.ids.length || rows >= policy.maxBatchSize) {
        full = true;
        break;
      }
    }
    const waitedUs = nowUs - oldestUs;
    const delayOver = policy.maxQueueDelayUs > 0 && waitedUs >= policy.maxQueueDelayUs;
    if (markedCount > 0 && !delayOver) {
      formed.count = markedCount;
      formed.rows = markedRows;
      return true;
    }
    formed.count = count;
    formed.rows = rows;
    if (full || rows >= preferredMax || delayOver || policy.maxQueueDelayUs === 0) return true;
    const target = policy.preferredSizes.find((size) => size > rows) ?? policy.maxBatchSize;
    if (formed.waitUs === Infinity) formed.rowsMissing = target - rows;
    formed.waitUs = Math.min(formed.waitUs, policy.maxQueueDelayUs - waitedUs);
    return false;
  }
}
