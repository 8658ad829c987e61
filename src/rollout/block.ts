/** The `rollout:` block of a model's config as a plan, with every fault at its place in the file. */
import { pathText, refuse, succeed, type Outcome } from '../config/fault.js';
import type { LocatedDraft } from '../config/read.js';
import { parsePlan, type Plan } from './plan.js';

/** @returns null for a config without the block */
export function planOfConfig({ draft, locate }: LocatedDraft): Outcome<Plan | null> {
  if (draft.rollout === undefined) return succeed(null);
  const read = parsePlan(draft.rollout);
  if ('plan' in read) return succeed(read.plan);
  return refuse(read.faults.map(({ path, message }) => {
    const whole = ['rollout', ...path];
    return { where: locate(whole, 'value'), path: pathText(whole), message };
  }));
}
