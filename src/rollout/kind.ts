/** What a decision did, in one word: audit lines carry it, webhooks choose by it, and types of events end in it. */

/** Of a rollout: what a transition did. */
export const TRANSITION_KINDS = ['started', 'restarted', 'advanced', 'paused', 'resumed', 'approval', 'promoted', 'aborted', 'failed', 'undone'] as const;
export type TransitionKind = (typeof TRANSITION_KINDS)[number];

/** Of the stable version outside of any rollout. */
export const SWITCH_KINDS = ['swapped', 'pinned', 'unpinned'] as const;
export type SwitchKind = (typeof SWITCH_KINDS)[number];

export type DecisionKind = TransitionKind | SwitchKind;
export const DECISION_KINDS: readonly DecisionKind[] = [...TRANSITION_KINDS, ...SWITCH_KINDS];
