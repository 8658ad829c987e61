/**
 * What the judge is shown: sufficient counts and nothing else, so that a decision can be repeated from a snapshot.
 * Whoever counts keeps four rules, without which the guarantees do not hold:
 *
 * 1. A unit is fixed when it is routed; time-outs and drops count for the arm they were routed to. Where assignment is
 *    sticky the unit is the key: it counts once as a unit when first seen, and once as a failure when it first fails, over
 *    the whole rollout and not per segment. Otherwise the unit is the request.
 * 2. A failed batch is one failure of its arm, however many rows it had.
 * 3. Quantiles are frozen from the stable version before the rollout. While either arm warms up, latencies of neither
 *    arm are timed: leaving out one arm alone would shift the share.
 * 4. `share` is known before the events it is used for. A change of share, however small, begins a new segment.
 */
export const QUANTILES = ['p50', 'p90', 'p95', 'p99'] as const;
export type Quantile = (typeof QUANTILES)[number];

export interface ArmCounts {
  /** Units assigned to the arm. */
  readonly units: number;
  /** Failure events: 5xx, failed runs, time-outs, non-finite outputs; one per unit and one per batch at most. */
  readonly failures: number;
  /** Units whose latency was compared with the frozen quantiles: a sample that is chosen when they are routed. */
  readonly timed: number;
  /** Timed units slower than the frozen p50, p90, p95 and p99 of the stable version. */
  readonly exceed: readonly [number, number, number, number];
  /** Units whose latency was left out because an arm was warming up; for show. */
  readonly warmupTimed: number;
}

export const NO_COUNTS: ArmCounts = { units: 0, failures: 0, timed: 0, exceed: [0, 0, 0, 0], warmupTimed: 0 };

/** Right and wrong answers by label, each counted in the segment in which its request was routed. */
export interface LabelCounts {
  readonly right: number;
  readonly wrong: number;
}

export interface Outcomes {
  /** Answers per bin (class, or decile of the score frozen from the stable version). */
  readonly canary: readonly number[];
  readonly baseline: readonly number[];
}

/** A stretch of the rollout with one share. */
export interface Segment {
  /** Index of the ramp step. */
  readonly stage: number;
  /** Planned canary units / (canary + baseline units). 1/2 with a control twin as the baseline. */
  readonly share: number;
  /** Share by which failure events fall, where they are per batch: the canary's share of batches, known beforehand. */
  readonly failureShare?: number;
  readonly canary: ArmCounts;
  readonly baseline: ArmCounts;
  readonly labels?: { readonly canary: LabelCounts; readonly baseline: LabelCounts };
  readonly outcomes?: Outcomes;
}

/** The same requests run twice and compared. */
export interface MirrorCounts {
  readonly pairs: number;
  readonly disagreements: number;
}

/** The same labelled requests answered by both versions; pairs on which they agree say nothing. */
export interface PairedLabels {
  readonly canaryOnlyWrong: number;
  readonly baselineOnlyWrong: number;
}

/** Latencies of neighbouring requests of both arms; ties are dropped. */
export interface LatencySigns {
  readonly canarySlower: number;
  readonly baselineSlower: number;
}

/** Facts that need no statistics. */
export interface GuardFacts {
  /** Candidate outputs looked at, and those with a NaN or an infinity. */
  readonly outputs?: { readonly checked: number; readonly nonFinite: number };
  /** Deaths of the candidate's instances since the rollout began. */
  readonly crashes?: number;
  /** Answers of the candidate whose shape or datatype breaks its signature. */
  readonly contractFaults?: number;
  readonly memoryBytes?: number;
  /** The stable version's last minute or so, to tell an outage from a bad candidate. */
  readonly baselineRecent?: { readonly units: number; readonly failures: number };
}

export interface Evidence {
  readonly segments: readonly Segment[];
  readonly mirror?: {
    readonly candidate: MirrorCounts;
    /** Stable against stable, by the same machinery: what disagrees without any change. */
    readonly floor: MirrorCounts;
  };
  readonly pairedLabels?: PairedLabels;
  readonly latencySigns?: LatencySigns;
  readonly guards?: GuardFacts;
}

export function canaryUnits(evidence: Evidence): number {
  return evidence.segments.reduce((sum, segment) => sum + segment.canary.units, 0);
}

export function baselineUnits(evidence: Evidence): number {
  return evidence.segments.reduce((sum, segment) => sum + segment.baseline.units, 0);
}

export function currentStage(evidence: Evidence): number {
  return evidence.segments.reduce((stage, segment) => Math.max(stage, segment.stage), 0);
}
