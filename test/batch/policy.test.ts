import { describe, expect, it } from 'vitest';
import { paddedRows, possibleSizes } from '../../src/batch/policy.js';
import { queuePolicyOf } from '../../src/batch/route.js';
import { admissionOf, policyOf, queuePolicy } from '../support/world.js';

describe('allowed sizes', () => {
  it('pad a run up to the next one', () => {
    const policy = policyOf({ maxBatchSize: 8, allowedSizes: [2, 5, 8] });
    expect([1, 2, 3, 5, 6, 8].map((rows) => paddedRows(policy, rows))).toEqual([2, 2, 5, 5, 8, 8]);
    expect(possibleSizes(policy)).toEqual([2, 5, 8]);
  });
  it('are all sizes where none are named, and none without a batch dimension', () => {
    expect(paddedRows(policyOf({ maxBatchSize: 8 }), 3)).toBe(3);
    expect(possibleSizes(policyOf({ maxBatchSize: 3 }))).toEqual([1, 2, 3]);
    expect(possibleSizes(policyOf({ maxBatchSize: 0 }))).toEqual([0]);
  });
});

it('a priority level may have a queue policy of its own', () => {
  const own = queuePolicy({ queueSizeMax: 3 });
  const admission = admissionOf({ priorityLevels: 3, queueByPriority: new Map([[2, own]]) });
  expect(queuePolicyOf(admission, 2)).toBe(own);
  expect(queuePolicyOf(admission, 1)).toBe(admission.queue);
});
