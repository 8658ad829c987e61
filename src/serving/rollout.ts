/**
 * Rollouts as the protocol rooms see them: what is asked, and how a model's rollout stands. REST prints a state as it
 * is, fields that are not named here included; the gRPC room reads what is named here. Whoever answers has the same
 * data in its own types, and the compiler compares the two.
 */
export type RolloutVerb = 'start' | 'pause' | 'resume' | 'promote' | 'abort' | 'undo' | 'pin' | 'unpin';

/** Of `reason` and `who`, which are kept in the audit log and in documents. */
export const ASKED_CHARS_MAX = 1000;

export interface RolloutRequest {
  /** Of `start` and `pin`. */
  readonly version: number;
  /** Of `start`, as somebody wrote it; null takes the one of the model's config. */
  readonly plan: unknown;
  readonly reason: string;
  readonly who: string;
  /** The one that was read; null takes any. */
  readonly generation: number | null;
}

/** A model's rollout as plain data for JSON, with the generation that a change may be held to. */
export interface RolloutAnswer {
  readonly generation: number;
  readonly body: RolloutState;
}

/** What somebody has seen of a rollout. */
export interface RolloutMark {
  readonly generation: number;
  /** Of everything in the state, counts included; '' for who wants to be told of generations alone. */
  readonly digest: string;
}

/** Of who has seen nothing yet and takes whatever there is. */
export const NOTHING_SEEN: RolloutMark = { generation: -1, digest: '' };

/** A state with its mark, which says whether it is another one than was seen. */
export interface RolloutNews extends RolloutAnswer {
  readonly digest: string;
}

export interface RolloutState {
  readonly model: string;
  readonly generation: number;
  readonly stable: number;
  readonly pinned: boolean;
  readonly rollout: OneState | null;
  readonly kept: readonly { readonly version: number; readonly until: string }[];
  readonly rejected: readonly { readonly version: number; readonly rollout: string; readonly reason: string }[];
  readonly history: readonly PastState[];
}

export type PhaseState = 'pending' | 'mirror' | 'step' | 'approval' | 'promoted' | 'aborted' | 'failed' | 'undone';

export interface PastState {
  readonly id: string;
  readonly stable: number;
  readonly candidate: number;
  readonly phase: PhaseState;
  readonly reason: string;
  readonly startedAt: string;
  readonly endedAt: string;
}

/** Moments are ISO 8601, weights percent. */
export interface OneState {
  readonly id: string;
  readonly stable: number;
  readonly candidate: number;
  readonly strategy: 'swap' | 'canary';
  readonly phase: PhaseState;
  readonly phaseText: string;
  readonly over: boolean;
  readonly paused: boolean;
  readonly step: number | null;
  readonly steps: readonly number[];
  readonly startedAt: string;
  readonly since: string;
  readonly deadline: string;
  readonly weights: { readonly stable: number; readonly control: number; readonly canary: number; readonly mirror: number };
  readonly latencyUs: readonly number[] | null;
  readonly evidence: unknown;
  readonly judgement: JudgementState | null;
  readonly twin: boolean;
  readonly reason: string;
  readonly plan: unknown;
  readonly transitions: readonly { readonly seq: number; readonly kind: string; readonly at: string; readonly from: string; readonly to: string; readonly who: string; readonly why: string }[];
}

export type VerdictState = 'worse' | 'proven' | 'unknown' | 'mismatch' | 'guarded';

export interface JudgementState {
  readonly kind: VerdictState;
  readonly rows: readonly MetricState[];
  readonly logAbort: number;
  readonly thresholdAbort: number;
  readonly share: { readonly logE: number; readonly threshold: number; readonly planned: number; readonly observed: number | null };
  readonly canaryUnits: number;
  readonly baselineUnits: number;
  readonly stage: number;
  readonly mayAdvance: boolean;
  readonly superior: readonly string[];
  readonly reason: string;
  /** Of `worse`. */
  readonly culprits?: readonly string[];
  /** Of `unknown`. */
  readonly missing?: readonly string[];
  /** Of `guarded`, both. */
  readonly guard?: string;
  readonly action?: 'abort' | 'hold';
}

export interface NeedState {
  readonly more: number | null;
  readonly of: string;
}

export interface MetricState {
  readonly metric: string;
  readonly weight: number;
  readonly required: boolean;
  readonly logHarm: number;
  readonly logBetter: number | null;
  readonly logProof: number | null;
  readonly thresholdAbort: number | null;
  readonly thresholdPromote: number | null;
  readonly progressAbort: number;
  readonly progressPromote: number;
  readonly needAbort: NeedState;
  readonly needPromote: NeedState;
  readonly canary: { readonly units: number; readonly events: number };
  readonly baseline: { readonly units: number; readonly events: number };
  readonly estimate: { readonly quantity: string; readonly value: number | null; readonly low: number | null; readonly high: number | null };
  readonly reason: string;
}
