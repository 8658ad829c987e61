/** Evidence for tests, short to write. */
import type { ArmCounts, Evidence, Segment } from '../../src/judge/evidence.js';
import { NO_COUNTS } from '../../src/judge/evidence.js';

export function arm(units: number, failures = 0, exceed: ArmCounts['exceed'] = [units / 2, units / 10, units / 20, units / 100]): ArmCounts {
  return { ...NO_COUNTS, units, failures, timed: units, exceed };
}

export function segment(share: number, canary: ArmCounts, baseline: ArmCounts, stage = 0): Segment {
  return { stage, share, canary, baseline };
}

export function evidence(...segments: Segment[]): Evidence {
  return { segments };
}

/** Twenty thousand units at even shares and 1 % failures: enough to prove every default metric. */
export const HARMLESS: Evidence = evidence(segment(0.5, arm(20_000, 200), arm(20_000, 200)));
