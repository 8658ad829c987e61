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

/** One output over all compared rows; null where no row had it. */
export interface OutputSnapshot {
  readonly output: string;
  readonly agreement: { readonly candidate: number | null; readonly floor: number | null };
  readonly difference: number | null;
  readonly divergence: number | null;
}

export interface RolloutSnapshot {
  readonly model: string;
  readonly phase: RolloutPhase;
  readonly arms: readonly ArmSnapshot[];
  readonly canary: { readonly units: number; readonly failures: number };
  readonly baseline: { readonly units: number; readonly failures: number };
  readonly pairs: number;
  readonly disagreements: number;
  /** By reason; empty without a mirror. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly outputs: readonly OutputSnapshot[];
  /** Null where none are written. */
  readonly written: { readonly rows: number; readonly dropped: number } | null;
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
  for (const { labels, skipped } of labelled) for (const [reason, count] of Object.entries(skipped)) out.sample('sluice_rollout_mirror_skipped', `${labels},reason="${reason}"`, count);
  writeOutputs(out, labelled);
  for (const { labels, written } of labelled) if (written !== null) out.sample('sluice_rollout_label_rows', labels, written.rows);
  for (const { labels, written } of labelled) if (written !== null) out.sample('sluice_rollout_label_rows_dropped', labels, written.dropped);
  for (const { labels, evidence } of labelled) for (const { metric, kind, value } of evidence) out.sample('sluice_rollout_evidence', `${labels},${labelText({ metric })},kind="${kind}"`, value);
  for (const { labels, evidence } of labelled) {
    for (const { metric, kind, threshold } of evidence) out.sample('sluice_rollout_evidence_threshold', `${labels},${labelText({ metric })},kind="${kind}"`, threshold);
  }
  for (const { labels, transitions } of labelled) for (const [to, count] of transitions) out.sample('sluice_rollout_transitions_total', `${labels},${labelText({ to })}`, count);
}

function writeOutputs(out: TextWriter, rollouts: readonly (RolloutSnapshot & { readonly labels: string })[]): void {
  const rows = rollouts.flatMap(({ labels, outputs }) => outputs.map((each) => ({ ...each, labels: `${labels},${labelText({ output: each.output })}` })));
  for (const { labels, agreement } of rows) {
    if (agreement.candidate !== null) out.sample('sluice_rollout_agreement_ratio', `${labels},side="candidate"`, agreement.candidate);
    if (agreement.floor !== null) out.sample('sluice_rollout_agreement_ratio', `${labels},side="floor"`, agreement.floor);
  }
  for (const { labels, difference } of rows) if (difference !== null) out.sample('sluice_rollout_output_difference', labels, difference);
  for (const { labels, divergence } of rows) if (divergence !== null) out.sample('sluice_rollout_output_divergence', labels, divergence);
}
