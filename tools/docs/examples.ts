/**
 * Worked examples of what counts as what. The reference page prints them and a test replays them on the lanes, so
 * that the words and the counters cannot part.
 */
export interface CountExample {
  readonly story: string;
  /** Requests that were answered, by their rows. */
  readonly answered: readonly number[];
  /** Requests that failed, by reason. */
  readonly failed: readonly ('queue_full' | 'backend_failed' | 'cancelled')[];
  /** Executions that ended well: rows and requests in each, and their run time. */
  readonly executions: readonly { readonly rows: number; readonly requests: number; readonly inferUs: number }[];
  readonly batchesFailed: number;
  readonly isolated: number;
  readonly expected: ExpectedCounts;
}

export interface ExpectedCounts {
  readonly success: number;
  readonly failure: number;
  readonly inferences: number;
  readonly executions: number;
  /** Sum over requests, as `nv_inference_compute_infer_duration_us` has it. */
  readonly inferUs: number;
}

const none = { failed: [], batchesFailed: 0, isolated: 0 } as const;

export const COUNT_EXAMPLES: readonly CountExample[] = [
  {
    ...none,
    story: 'One request of one row, run alone in 100 µs.',
    answered: [1],
    executions: [{ rows: 1, requests: 1, inferUs: 100 }],
    expected: { success: 1, failure: 0, inferences: 1, executions: 1, inferUs: 100 },
  },
  {
    ...none,
    story: 'One request of 8 rows, run alone in 100 µs.',
    answered: [8],
    executions: [{ rows: 8, requests: 1, inferUs: 100 }],
    expected: { success: 1, failure: 0, inferences: 8, executions: 1, inferUs: 100 },
  },
  {
    ...none,
    story: 'Two requests of one row each, run one after the other in 100 µs each.',
    answered: [1, 1],
    executions: [{ rows: 1, requests: 1, inferUs: 100 }, { rows: 1, requests: 1, inferUs: 100 }],
    expected: { success: 2, failure: 0, inferences: 2, executions: 2, inferUs: 200 },
  },
  {
    ...none,
    story: 'Two requests of one row each, batched into one run of 100 µs. Both waited for it, so it counts twice in the duration and once as an execution.',
    answered: [1, 1],
    executions: [{ rows: 2, requests: 2, inferUs: 100 }],
    expected: { success: 2, failure: 0, inferences: 2, executions: 1, inferUs: 200 },
  },
  {
    ...none,
    story: 'Three requests of 1, 2 and 3 rows, padded to a batch of 8 and run in 100 µs. Padding is no inference.',
    answered: [1, 2, 3],
    executions: [{ rows: 6, requests: 3, inferUs: 100 }],
    expected: { success: 3, failure: 0, inferences: 6, executions: 1, inferUs: 300 },
  },
  {
    ...none,
    story: 'One request is answered and one is refused because the queue is full. The refused one never ran.',
    answered: [1],
    failed: ['queue_full'],
    executions: [{ rows: 1, requests: 1, inferUs: 100 }],
    expected: { success: 1, failure: 1, inferences: 1, executions: 1, inferUs: 100 },
  },
  {
    story: 'A batch of three requests of one row fails; each is run again alone, two of them end well in 100 µs and the poison one fails. Failed runs are no executions.',
    answered: [1, 1],
    failed: ['backend_failed'],
    executions: [{ rows: 1, requests: 1, inferUs: 100 }, { rows: 1, requests: 1, inferUs: 100 }],
    batchesFailed: 1,
    isolated: 3,
    expected: { success: 2, failure: 1, inferences: 2, executions: 2, inferUs: 200 },
  },
];
