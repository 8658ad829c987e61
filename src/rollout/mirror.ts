/** The `mirror:` block of a plan, as its owner writes it and as it is meant. */
import { z } from 'zod';
import type { CompareRule } from '../compare/rule.js';
import type { AssignBy } from '../routing/split.js';
import { assignBy, bytes, compareRule, duration, percent } from './fields.js';

export interface MirrorPlan {
  readonly weight: number;
  readonly concurrencyMax: number;
  readonly noiseWeight: number;
  /** teacher: the serving version is the reference that a student is held against, and the phase has no end of its own. */
  readonly compare: 'serving' | 'teacher';
  /** What counts as a disagreement, by name of an output; others go by their kind. */
  readonly outputs: Readonly<Record<string, CompareRule>>;
  readonly minPairs: number;
  readonly bakeMs: number;
  /** Whether copies go on during the steps. They then queue with the candidate's callers, and not with the control twin's. */
  readonly throughout: boolean;
  /** Parts of the traffic that are compared each for themselves: the first values that come, and the rest as one. */
  readonly slices: { readonly by: AssignBy; readonly max: number } | null;
  /** Whether, and how far, the serving version's answers are written down for whoever trains a student. */
  readonly labels: LabelPlan | null;
}

export interface LabelPlan {
  /** Of one rollout; once there are as many, writing stops. */
  readonly rowsMax: number;
  /** Of all rollouts of the model that are still on disk. */
  readonly bytesMax: number;
  /** A file is closed at any of these. */
  readonly rollRows: number;
  readonly rollBytes: number;
  readonly rollMs: number;
}

const labelBlock = z.strictObject({
  maxRows: z.int().min(1).max(1e9).default(1_000_000),
  maxBytes: bytes.prefault('1GiB'),
  rollAt: z.strictObject({ rows: z.int().min(1).max(200_000).default(20_000), bytes: bytes.prefault('16MiB'), after: duration.prefault('5m') }).prefault({}),
});

export const mirrorBlock = z.strictObject({
  percent,
  maxConcurrency: z.int().min(1).max(1024).default(4),
  noisePercent: percent.prefault(10),
  compare: z.enum(['serving', 'teacher']).default('serving'),
  outputs: z.record(z.string(), compareRule).default({}),
  minPairs: z.int().min(0).default(500),
  bake: duration.prefault('0s'),
  throughout: z.boolean().default(false),
  slices: z.strictObject({ by: assignBy, max: z.int().min(1).max(16).default(8) }).optional(),
  labels: z.union([z.boolean(), labelBlock], { error: 'expected true, false or { maxRows: 1000000, maxBytes: 1GiB, rollAt: { rows: 20000, bytes: 16MiB, after: 5m } }' }).default(false),
});

export type MirrorBlock = z.output<typeof mirrorBlock>;

export function mirrorPlanOf({ percent: weight, maxConcurrency, noisePercent, compare, outputs, minPairs, bake, throughout, slices, labels }: MirrorBlock): MirrorPlan {
  const wanted = labels === true ? labelBlock.parse({}) : labels;
  return {
    weight, concurrencyMax: maxConcurrency, noiseWeight: noisePercent, compare, outputs, minPairs, bakeMs: bake, throughout,
    slices: slices ?? null,
    labels: wanted === false ? null : {
      rowsMax: wanted.maxRows, bytesMax: wanted.maxBytes,
      rollRows: wanted.rollAt.rows, rollBytes: wanted.rollAt.bytes, rollMs: wanted.rollAt.after,
    },
  };
}

/** Files larger than this would take too long to make, and too much memory. */
const ROLL_BYTES_MAX = 256 * 2 ** 20;

/** What each field allows by itself and the block as a whole does not. */
export function mirrorFaults({ compare, bake, minPairs, slices, labels }: MirrorBlock, hasSteps: boolean, refuse: (path: readonly string[], message: string) => void): void {
  if (compare === 'teacher' && hasSteps && bake === 0 && minPairs === 0) refuse([], 'a student that goes on to take traffic needs `minPairs` or `bake`');
  if (slices?.by.kind === 'chance') refuse(['slices', 'by'], 'slices are told by something that requests have: header:NAME, cookie:NAME, json:/POINTER or id');
  if (labels !== false && compare !== 'teacher') refuse(['labels'], 'labels are what a teacher answers; add `compare: teacher`');
  if (typeof labels !== 'object') return;
  const { maxBytes, maxRows, rollAt } = labels;
  if (rollAt.bytes > ROLL_BYTES_MAX) refuse(['labels', 'rollAt', 'bytes'], 'a file has at most 256MiB');
  else if (rollAt.bytes > maxBytes) refuse(['labels', 'rollAt', 'bytes'], 'a file has at most `maxBytes`');
  if (rollAt.rows > maxRows) refuse(['labels', 'rollAt', 'rows'], 'a file has at most `maxRows`');
  if (rollAt.after === 0) refuse(['labels', 'rollAt', 'after'], 'a file is open for a while');
}
