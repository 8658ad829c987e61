/**
 * The life of one copy of a version: a union of states and one table of legal edges. Everybody who asks where a
 * copy stands reads this union; only `transition` moves it. In `new`, `validating`, `end` and `error` a copy holds
 * nothing; whatever held memory leaves through `unloading`, or from `reserved`, where bytes are only promised.
 */
import { assert, unreachable } from '../base/assert.js';
import type { ServingError } from '../base/error.js';

/** What makes another attempt worth its cost: other files, a pause, or room on the device. */
export type Remedy = 'files' | 'pause' | 'room';

export type VersionState =
  | { readonly phase: 'new' }
  | { readonly phase: 'validating' }
  | { readonly phase: 'reserved' }
  | { readonly phase: 'loading'; readonly attempt: number; readonly attemptsMax: number }
  | { readonly phase: 'warming'; readonly done: number; readonly total: number }
  /** Open and warm; waits until its company is, or until its turn to be published comes. */
  | { readonly phase: 'warm' }
  /** In a routing table on its way to the front ends. */
  | { readonly phase: 'publishing' }
  /** Announced only after every front end has the table. `health` is '' or says what is missing. */
  | { readonly phase: 'available'; readonly sinceMs: number; readonly health: string }
  | { readonly phase: 'draining' }
  | { readonly phase: 'unloading'; readonly cause: ServingError | null }
  | { readonly phase: 'end' }
  | { readonly phase: 'error'; readonly cause: ServingError; readonly remedy: Remedy };

export type Phase = VersionState['phase'];

export const NEXT: Readonly<Record<Phase, readonly Phase[]>> = {
  new: ['validating', 'end', 'error'],
  validating: ['reserved', 'end', 'error'],
  reserved: ['loading', 'end'],
  loading: ['loading', 'warming', 'warm', 'unloading'],
  warming: ['warming', 'loading', 'warm', 'unloading'],
  warm: ['publishing', 'unloading'],
  publishing: ['available'],
  available: ['available', 'draining'],
  draining: ['unloading'],
  unloading: ['end', 'error'],
  end: [],
  error: [],
};

/** An illegal edge is our bug, never the operator's: it stops the thread, it is not answered. */
export function transition(from: VersionState, to: VersionState): VersionState {
  assert(NEXT[from.phase].includes(to.phase), `illegal transition ${from.phase} -> ${to.phase}`);
  return to;
}

/** The states that the world sees, as the repository index names them. */
export type Coarse = 'READY' | 'LOADING' | 'UNLOADING' | 'UNAVAILABLE';

export function coarse(state: VersionState): Coarse {
  switch (state.phase) {
    case 'validating':
    case 'reserved':
    case 'loading':
    case 'warming':
    case 'warm':
    case 'publishing':
      return 'LOADING';
    case 'available':
      return 'READY';
    case 'draining':
    case 'unloading':
      return 'UNLOADING';
    case 'new':
    case 'end':
    case 'error':
      return 'UNAVAILABLE';
    default:
      return unreachable(state);
  }
}

/** The reason of a version that was taken down because it is not wanted. */
export const UNLOADED = 'unloaded';

/** Why it is so, for people. Ready copies give '' unless something is missing. */
export function reason(state: VersionState): string {
  switch (state.phase) {
    case 'new':
      return 'waits for its turn to load';
    case 'loading':
      return state.attempt === 1 ? '' : `attempt ${state.attempt} of ${state.attemptsMax}`;
    case 'warming':
      return `warm-up run ${state.done} of ${state.total}`;
    case 'warm':
      return 'loaded, waits for the other versions of the same load';
    case 'available':
      return state.health;
    case 'unloading':
      return state.cause?.message ?? '';
    case 'end':
      return UNLOADED;
    case 'error':
      return state.cause.message;
    default:
      return '';
  }
}

/** Whether a copy in this phase may hold device memory, promised or in use. */
export function holds(phase: Phase): boolean {
  return phase !== 'new' && phase !== 'validating' && phase !== 'end' && phase !== 'error';
}

/** Whether a copy in this phase may still become available. */
export function onItsWay(phase: Phase): boolean {
  return ['new', 'validating', 'reserved', 'loading', 'warming', 'warm', 'publishing'].includes(phase);
}
