/** Rollouts on a scrape: what the newest rollout of each model has counted and how near it is to a decision. */
import { labelText, type TextWriter } from './text.js';

/** In the order of a rollout's life; `none` before the first. */
export const ROLLOUT_PHASES = ['none', 'pending', 'mirror', 'step', 'approval', 'promoted', 'aborted', 'failed', 'undone'] as const;
export type RolloutPhase = (typeof ROLLOUT_PHASES)[number];

export interface ArmSnapshot {
  readonly arm: 'stable' | 'control' | 'canary';
  /** 0 to 1. */
  readonly weight: number;
}

export interface EvidenceSnapshot {
  readonly metric: string;
  /** harm: towards abort; proof: towards promotion. */
  readonly kind: 'harm' | 'proof';
  /** Natural logarithms. */
  readonly value: number;
  readonly threshold: number;
}

export interface RolloutSnapshot {
  readonly model: string;
  readonly phase: RolloutPhase;
  readonly arms: readonly ArmSnapshot[];
  readonly canary: { readonly units: number; readonly failures: number };
  readonly baseline: { readonly units: number; readonly failures: number };
  readonly pairs: number;
  readonly disagreements: number;
  readonly evidence: readonly EvidenceSnapshot[];
  /** By the first word of where it led. */
  readonly transitions: ReadonlyMap<string, number>;
}

export function writeRollouts(out: TextWriter, rollouts: readonly RolloutSnapshot[]): void {
  const labelled = rollouts.map((rollout) => ({ ...rollout, labels: labelText({ model: rollout.model }) }));
  for (const { labels, phase } of labelled) {
    for (const each of ROLLOUT_PHASES) out.sample('sluice_rollout_phase', `${labels},phase="${each}"`, each === phase ? 1 : 0);
  }
  for (const { labels, arms } of labelled) for (const { arm, weight } of arms) out.sample('sluice_rollout_weight', `${labels},arm="${arm}"`, weight);
  for (const { labels, canary, baseline } of labelled) {
    out.sample('sluice_rollout_units', `${labels},arm="canary"`, canary.units);
    out.sample('sluice_rollout_units', `${labels},arm="baseline"`, baseline.units);
  }
  for (const { labels, canary, baseline } of labelled) {
    out.sample('sluice_rollout_failures', `${labels},arm="canary"`, canary.failures);
    out.sample('sluice_rollout_failures', `${labels},arm="baseline"`, baseline.failures);
  }
  for (const { labels, pairs } of labelled) out.sample('sluice_rollout_mirror_pairs', labels, pairs);
  for (const { labels, disagreements } of labelled) out.sample('sluice_rollout_mirror_disagreements', labels, disagreements);
  for (const { labels, evidence } of labelled) for (const { metric, kind, value } of evidence) out.sample('sluice_rollout_evidence', `${labels},${labelText({ metric })},kind="${kind}"`, value);
  for (const { labels, evidence } of labelled) {
    for (const { metric, kind, threshold } of evidence) out.sample('sluice_rollout_evidence_threshold', `${labels},${labelText({ metric })},kind="${kind}"`, threshold);
  }
  for (const { labels, transitions } of labelled) for (const [to, count] of transitions) out.sample('sluice_rollout_transitions_total', `${labels},${labelText({ to })}`, count);
}
