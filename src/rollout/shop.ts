/** What the process holds of one model besides its document: lost with the process, and found again by looking. */
import type { Live } from './live.js';
import type { Plan } from './plan.js';
import { NO_WEIGHTS, type Weights } from './traffic.js';

/** What a look at the repository found of one model. */
export interface Sight {
  readonly model: string;
  /** From the model's config; null without a `rollout:` block. */
  readonly plan: Plan | null;
  /** Versions that could be loaded, with their fingerprints. */
  readonly onDisk: ReadonlyMap<number, string>;
  /** The version policy. */
  readonly pick: (versions: readonly number[]) => readonly number[];
}

export interface Shop {
  sight: Sight | null;
  live: Live | null;
  /** What front ends have, or are about to. */
  weights: Weights;
  sent: string;
  published: Promise<void>;
  twin: 'none' | 'opening' | 'settled';
  isStepping: boolean;
}

export function emptyShop(): Shop {
  return { sight: null, live: null, weights: NO_WEIGHTS, sent: '', published: Promise.resolve(), twin: 'none', isStepping: false };
}
