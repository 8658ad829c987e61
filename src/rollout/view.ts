/**
 * How a model's rollout looks to people and programs: plain data for JSON, read by the REST and gRPC interfaces and by
 * the command line. Weights are in percent and moments are ISO 8601, since readers are people.
 */
import { comparisonView, type ComparisonView, type KeptComparison } from '../compare/comparison.js';
import type { Evidence } from '../judge/evidence.js';
import type { Judgement } from '../judge/judgement.js';
import { WEIGHT_WHOLE } from '../routing/split.js';
import { isOver, phaseText, type Document, type LabelCounts, type PhaseName, type Rollout } from './document.js';
import type { TransitionKind } from './kind.js';
import type { Plan } from './plan.js';
import { NO_WEIGHTS, type Weights } from './traffic.js';

export interface RolloutView {
  readonly model: string;
  /** For `If-Match`; 0 while nothing was ever decided about this model. */
  readonly generation: number;
  /** Version that answers requests naming none; 0 before one has served. */
  readonly stable: number;
  readonly pinned: boolean;
  /** The rollout that is on, or the last one; null before the first. */
  readonly rollout: OneView | null;
  readonly kept: readonly { readonly version: number; readonly until: string }[];
  readonly rejected: readonly { readonly version: number; readonly rollout: string; readonly reason: string }[];
  /** Earlier ones, the newest first. */
  readonly history: readonly PastView[];
}

export interface PastView {
  readonly id: string;
  readonly stable: number;
  readonly candidate: number;
  readonly phase: PhaseName;
  readonly reason: string;
  readonly startedAt: string;
  readonly endedAt: string;
}

export interface OneView {
  readonly id: string;
  readonly stable: number;
  readonly candidate: number;
  readonly strategy: Plan['strategy'];
  readonly phase: PhaseName;
  /** The phase in words: `step 2 of 4 (5 %)`. */
  readonly phaseText: string;
  readonly over: boolean;
  readonly paused: boolean;
  /** Counted from 1; null outside of steps. */
  readonly step: number | null;
  /** Percent of each step. */
  readonly steps: readonly number[];
  readonly startedAt: string;
  /** Since when it is in this phase. */
  readonly since: string;
  readonly deadline: string;
  /** Percent of the requests that name no version, as front ends have it. */
  readonly weights: { readonly stable: number; readonly control: number; readonly canary: number; readonly mirror: number };
  /** Frozen p50, p90, p95, p99 of the stable version. */
  readonly latencyUs: readonly number[] | null;
  readonly evidence: Evidence;
  /** What the mirror measured, by output and by slice; null before anything was compared. */
  readonly comparison: ComparisonView | null;
  /** What was written down of the teacher's answers; null where nothing is. */
  readonly labels: LabelCounts | null;
  /** The newest one; null before the first and after the process was started again. */
  readonly judgement: Judgement | null;
  /** Whether the control twin serves; a plan without one, or want of memory, leaves it out. */
  readonly twin: boolean;
  /** The planned twin had no room at the start, so that latency has no weight in this rollout. */
  readonly isTwinless: boolean;
  readonly reason: string;
  readonly plan: Plan;
  readonly transitions: readonly { readonly seq: number; readonly kind: TransitionKind; readonly at: string; readonly from: string; readonly to: string; readonly who: string; readonly why: string }[];
}

/** What the process knows besides the document. */
export interface Now {
  readonly weights: Weights;
  readonly twin: boolean;
  readonly evidence: Evidence | null;
  readonly judgement: Judgement | null;
  readonly reason: string | null;
  readonly comparison: KeptComparison | null;
  readonly labels: LabelCounts | null;
}

export const NOTHING_NOW: Now = { weights: NO_WEIGHTS, twin: false, evidence: null, judgement: null, reason: null, comparison: null, labels: null };

export function viewOf(document: Document, generation: number, now: Now): RolloutView {
  const { model, stable, pinned, rollout } = document;
  return {
    model, generation, stable, pinned,
    rollout: rollout === null ? null : oneOf(rollout, now),
    kept: document.kept.map(({ version, untilMs }) => ({ version, until: iso(untilMs) })),
    rejected: document.rejected.map(({ version, rollout: id, reason }) => ({ version, rollout: id, reason })),
    history: document.history.map(pastOf),
  };
}

function oneOf(rollout: Rollout, now: Now): OneView {
  const { plan, phase } = rollout;
  const over = isOver(phase);
  return {
    id: rollout.id, stable: rollout.stable, candidate: rollout.candidate, strategy: plan.strategy,
    phase: phase.kind, phaseText: phaseText(rollout), over, paused: rollout.pausedMs > 0,
    step: phase.kind === 'step' ? phase.index + 1 : null,
    steps: plan.steps.map(({ weight }) => percent(weight)),
    startedAt: iso(rollout.startedMs), since: iso(rollout.sinceMs), deadline: iso(rollout.startedMs + plan.maxDurationMs),
    weights: weightsView(now.weights, plan),
    latencyUs: rollout.latencyUs,
    evidence: now.evidence ?? rollout.evidence,
    comparison: comparisonView(now.comparison ?? rollout.comparison),
    labels: now.labels ?? rollout.labels,
    judgement: now.judgement,
    twin: now.twin,
    isTwinless: rollout.isTwinless === true,
    reason: over ? rollout.reason : (now.reason ?? rollout.reason),
    plan,
    transitions: rollout.transitions.map(({ seq, kind, atMs, from, to, who, why }) => ({ seq, kind, at: iso(atMs), from, to, who, why })),
  };
}

/** In percent. */
export function weightsView({ canary, control, isMirrored }: Weights, plan: Plan): OneView['weights'] {
  return {
    stable: percent(WEIGHT_WHOLE - canary - control), control: percent(control), canary: percent(canary),
    mirror: isMirrored ? percent(plan.mirror?.weight ?? 0) : 0,
  };
}

function pastOf(rollout: Rollout): PastView {
  const { id, stable, candidate, phase, reason, startedMs, sinceMs } = rollout;
  return { id, stable, candidate, phase: phase.kind, reason, startedAt: iso(startedMs), endedAt: iso(sinceMs) };
}

function percent(weight: number): number {
  return (weight * 100) / WEIGHT_WHOLE;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
