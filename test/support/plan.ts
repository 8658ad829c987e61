import { parsePlan, type Plan } from '../../src/rollout/plan.js';

/** A plan that a test knows to be sound. */
export function planOf(source: unknown): Plan {
  const read = parsePlan(source);
  if ('faults' in read) throw new TypeError(JSON.stringify(read.faults));
  return read.plan;
}
