/**
 * Everything that decides about one model's traffic, as one document: which version is stable, the rollout that is on,
 * and what became of earlier ones. It is what the state store keeps; whatever is not in it is lost with the process
 * and may be.
 */
import type { KeptComparison } from '../compare/comparison.js';
import type { Evidence } from '../judge/evidence.js';
import type { SwitchKind, TransitionKind } from './kind.js';
import type { Plan, Webhook } from './plan.js';

export const DOCUMENT_SCHEMA = 1;

/**
 * pending: the candidate loads and passes its gates. mirror, step: it sees copies of requests, or a share of them.
 * approval: proven, and waits for a person. The others are ends; an end is never left, but a promotion may be undone.
 */
export type Phase =
  | { readonly kind: 'pending' }
  | { readonly kind: 'mirror' }
  | { readonly kind: 'step'; readonly index: number }
  | { readonly kind: 'approval' }
  | { readonly kind: 'promoted' }
  | { readonly kind: 'aborted' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'undone' };

export type PhaseName = Phase['kind'];
export const ENDS: readonly PhaseName[] = ['promoted', 'aborted', 'failed', 'undone'];

export function isOver(phase: Phase): boolean {
  return ENDS.includes(phase.kind);
}

/** One change, with who made it and why; the newest is the last. */
export interface Transition {
  /** From 1 within its rollout and never used again; the list is bounded, so its length tells nothing. */
  readonly seq: number;
  readonly kind: TransitionKind;
  readonly atMs: number;
  readonly from: string;
  readonly to: string;
  readonly who: string;
  readonly why: string;
}

export interface Rollout {
  readonly id: string;
  readonly stable: number;
  readonly candidate: number;
  /** Of the candidate's files and config: other files under the same number are another candidate. */
  readonly fingerprint: string;
  readonly plan: Plan;
  readonly phase: Phase;
  /** Moment of the last change of phase. */
  readonly sinceMs: number;
  readonly startedMs: number;
  /** 0 while it runs. */
  readonly pausedMs: number;
  /** The planned control twin had no room when the candidate was ready. Fixed then: weights of metrics follow from it. */
  readonly isTwinless?: boolean;
  /** Raised with every change of weights, and with every start of the process. */
  readonly segment: number;
  /** Frozen p50, p90, p95, p99 of the stable version in microseconds; null before they are known. */
  readonly latencyUs: readonly [number, number, number, number] | null;
  /** What earlier segments and processes counted. Counts since the last snapshot are lost with a process, never doubled. */
  readonly evidence: Evidence;
  /** Keys met so far, as of the same moment as the evidence, so that none is counted anew; null where no key matters. */
  readonly keys: string | null;
  /** What the mirror's pairs add up to, as of the same moment; null before the first. */
  readonly comparison: KeptComparison | null;
  /** What was written down of the teacher's answers; null where nothing is. */
  readonly labels: LabelCounts | null;
  readonly transitions: readonly Transition[];
  /** Why it is where it is, for people. */
  readonly reason: string;
}

/** A change of the stable version, or of what holds it, that belongs to no rollout. */
export interface Switch {
  /** Rises with each, by the moment where that is higher: a document begun anew does not count from 1 again. */
  readonly seq: number;
  readonly kind: SwitchKind;
  readonly atMs: number;
  /** Stable versions; 0 for none yet. */
  readonly from: number;
  readonly to: number;
  readonly who: string;
  readonly why: string;
  /** Webhooks that the model's config named at that moment. */
  readonly hooks: readonly Webhook[];
}

/** full: as many as were asked for, or as may be kept. stopped: they cannot be written now. done: the rollout is over. */
export type LabelState = 'writing' | 'full' | 'stopped' | 'done';

export interface LabelCounts {
  readonly state: LabelState;
  /** Why they are not written; '' while they are. */
  readonly reason: string;
  /** Rows and bytes in files, rows that found no room on the way there, and the folder. */
  readonly rows: number;
  readonly files: number;
  readonly bytes: number;
  readonly dropped: number;
  readonly path: string;
}

export interface Rejected {
  readonly version: number;
  readonly fingerprint: string;
  readonly rollout: string;
  readonly reason: string;
}

/** A version that stays loaded for a while, so that going back to it needs no load. */
export interface Kept {
  readonly version: number;
  readonly untilMs: number;
}

export interface Document {
  readonly schema: typeof DOCUMENT_SCHEMA;
  readonly model: string;
  /** Answers requests that name no version; 0 before the first version has served. */
  readonly stable: number;
  /** Set by `pin`: no candidate is started by itself while it is. */
  readonly pinned: boolean;
  readonly rollout: Rollout | null;
  readonly kept: readonly Kept[];
  /** Versions that are not tried again by themselves. */
  readonly rejected: readonly Rejected[];
  /** The newest is the last; bounded. */
  readonly switches: readonly Switch[];
  /** Rollouts that are over, the newest first, without their evidence. */
  readonly history: readonly Rollout[];
}

export const HISTORY_MAX = 20;

export function emptyDocument(model: string): Document {
  return { schema: DOCUMENT_SCHEMA, model, stable: 0, pinned: false, rollout: null, kept: [], rejected: [], switches: [], history: [] };
}

/** How a phase is called in words: `step 2 of 4 (5 %)`. */
export function phaseText(rollout: Pick<Rollout, 'phase' | 'plan'>): string {
  const { phase, plan } = rollout;
  if (phase.kind !== 'step') return phase.kind;
  return `step ${phase.index + 1} of ${plan.steps.length} (${plan.steps[phase.index]!.weight / 100} %)`;
}
