/**
 * How requests are gathered into runs, as values. Derived once per load from the model's config; plain data that is
 * sent to instance threads.
 */
export interface BatchPolicy {
  /** Most rows in one run. 0: the model has no batch dimension and every request runs alone. */
  readonly maxBatchSize: number;
  /** Whether requests may share a run. */
  readonly dynamic: boolean;
  /** Ascending; a run leaves at once when it reaches one. Never empty when `dynamic`. */
  readonly preferredSizes: readonly number[];
  /** Longest wait of the oldest request for company while an instance is idle; 0 runs what is there. */
  readonly maxQueueDelayUs: number;
  /** Ascending sizes that a run may have; smaller runs are padded up. Empty allows all. */
  readonly allowedSizes: readonly number[];
  /** Whether requests that waited past `queueUntil` go behind the others instead of being refused. */
  readonly delayExpired: boolean;
}

/** Rows that a run of `rows` rows has after padding. */
export function paddedRows(policy: BatchPolicy, rows: number): number {
  for (const size of policy.allowedSizes) if (size >= rows) return size;
  return rows;
}

/** Every size that a run can have, for warm-up. */
export function possibleSizes(policy: BatchPolicy): readonly number[] {
  if (policy.maxBatchSize === 0) return [0];
  if (policy.allowedSizes.length > 0) return policy.allowedSizes;
  return Array.from({ length: policy.maxBatchSize }, (_, i) => i + 1);
}
