/** What the judge was shown over a rollout, read back from JSON lines. A line that cannot be used is named and left out. */
import { z } from 'zod';
import type { Evidence } from '../judge/evidence.js';

export interface RecordedLine {
  /** Counted from 1. */
  readonly line: number;
  readonly atMs: number;
  readonly phase: string;
  readonly evidence: Evidence;
}

export interface BrokenLine {
  readonly line: number;
  readonly cause: string;
}

export interface Recording {
  readonly lines: readonly RecordedLine[];
  readonly broken: readonly BrokenLine[];
}

const count = z.number().min(0);
const arm = z.object({ units: count, failures: count, timed: count, exceed: z.tuple([count, count, count, count]), warmupTimed: count });
const labels = z.object({ right: count, wrong: count });
const pairs = z.object({ pairs: count, disagreements: count });
const evidence = z.object({
  segments: z.array(z.object({
    stage: z.int().min(0), share: z.number().min(0).max(1), failureShare: z.number().min(0).max(1).exactOptional(), canary: arm, baseline: arm,
    labels: z.object({ canary: labels, baseline: labels }).exactOptional(),
    outcomes: z.object({ canary: z.array(count), baseline: z.array(count) }).exactOptional(),
  })),
  mirror: z.object({ candidate: pairs, floor: pairs }).exactOptional(),
  pairedLabels: z.object({ canaryOnlyWrong: count, baselineOnlyWrong: count }).exactOptional(),
  latencySigns: z.object({ canarySlower: count, baselineSlower: count }).exactOptional(),
  guards: z
    .object({
      outputs: z.object({ checked: count, nonFinite: count }).exactOptional(), crashes: count.exactOptional(), contractFaults: count.exactOptional(),
      memoryBytes: count.exactOptional(), baselineRecent: z.object({ units: count, failures: count }).exactOptional(),
    })
    .exactOptional(),
});
const recorded = z.object({ atMs: z.number(), phase: z.string(), evidence });

export function readRecording(text: string): Recording {
  const lines: RecordedLine[] = [];
  const broken: BrokenLine[] = [];
  text.split('\n').forEach((each, index) => {
    if (each.trim() === '') return;
    const line = index + 1;
    const read = lineOf(each);
    if (typeof read === 'string') broken.push({ line, cause: read });
    else if (read.atMs < (lines.at(-1)?.atMs ?? -Infinity)) broken.push({ line, cause: `is of an earlier moment than line ${lines.at(-1)!.line}` });
    else lines.push({ line, ...read });
  });
  return { lines, broken };
}

function lineOf(text: string): Omit<RecordedLine, 'line'> | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'is no JSON; a line that was being written when its process ended looks like that';
  }
  const read = recorded.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is not understood'}`;
}
