/** What the judge answers: one of five verdicts, and the row of every metric that led to it. Plain data for JSON. */
import type { MetricKind } from './plan.js';

/** What evidence is counted in; pairs and labels come at another pace than canary units. */
export type Exposure = 'canary units' | 'pairs' | 'labels';

/** How much more of an exposure a threshold needs at the growth measured so far; null while nothing points there. */
export interface Need {
  readonly more: number | null;
  readonly of: Exposure;
}

export interface ArmRow {
  readonly units: number;
  readonly events: number;
}

/** A ratio of event rates with its confidence sequence, or a rate with its interval. Open ends are null. */
export interface Estimate {
  readonly quantity: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface MetricRow {
  readonly metric: MetricKind;
  /** Scaled so that the weights of a plan sum to 1. */
  readonly weight: number;
  readonly required: boolean;
  /** Natural logarithms of e-values. `harm`: worse; `better`: better; `proof`: within the margin. Null: not tested. */
  readonly logHarm: number;
  readonly logBetter: number | null;
  readonly logProof: number | null;
  /** What `logHarm` needs to abort alone at this weight, and `logProof` for promotion. Null: never. */
  readonly thresholdAbort: number | null;
  readonly thresholdPromote: number | null;
  readonly progressAbort: number;
  readonly progressPromote: number;
  readonly needAbort: Need;
  readonly needPromote: Need;
  readonly canary: ArmRow;
  readonly baseline: ArmRow;
  readonly estimate: Estimate;
  readonly reason: string;
}

export interface ShareRow {
  readonly logE: number;
  readonly threshold: number;
  readonly planned: number;
  readonly observed: number | null;
}

export type GuardName = 'non-finite outputs' | 'crash loop' | 'contract' | 'memory' | 'baseline unhealthy';

interface Shown {
  readonly rows: readonly MetricRow[];
  /** Log of the weighted sum of harm, and its threshold. */
  readonly logAbort: number;
  readonly thresholdAbort: number;
  readonly share: ShareRow;
  readonly canaryUnits: number;
  readonly baselineUnits: number;
  readonly stage: number;
  /** Whether the ramp may take its next step: the stage's minimum is met and no metric is suspicious. */
  readonly mayAdvance: boolean;
  /** Every weighted metric's evidence that the canary is better than the baseline, where it is proven. */
  readonly superior: readonly MetricKind[];
  readonly reason: string;
}

export type Judgement =
  /** Abort. */
  | (Shown & { readonly kind: 'worse'; readonly culprits: readonly MetricKind[] })
  /** Promote. */
  | (Shown & { readonly kind: 'proven' })
  /** Hold, and gather more: `missing` names the required metrics without proof. */
  | (Shown & { readonly kind: 'unknown'; readonly missing: readonly MetricKind[] })
  /** Hold: the split is not the planned one, so that no comparison means anything. */
  | (Shown & { readonly kind: 'mismatch' })
  | (Shown & { readonly kind: 'guarded'; readonly guard: GuardName; readonly action: 'abort' | 'hold' });

export type Verdict = Judgement['kind'];
