/** A rule that watches a candidate's traffic and decides: the product's own, or another tool's. */
import type { Passed, Weights } from './world.js';

export interface Ending {
  readonly kind: 'aborted' | 'promoted' | 'held';
  readonly why: string;
}

export interface Decider {
  readonly weights: Weights;
  /** Looks at what passed until a moment. @returns null while it goes on */
  look(passed: Passed, nowMs: number): Ending | null;
  /** When it has to look at the latest. */
  nextMs(nowMs: number): number;
}
