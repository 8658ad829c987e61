/** Rollouts as the protocol rooms see them: what is asked, and what is answered with. */
import type { RolloutView } from '../rollout/view.js';

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
  readonly body: RolloutView;
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
