/**
 * What the life of versions needs from its surroundings, besides the loader: room on devices, the way to the front
 * ends, time, and somewhere to say what happened. All of them come in; this room starts nothing on its own.
 */
import type { Clock } from '../base/clock.js';
import type { Signature } from '../tensor/signature.js';
import type { Estimate, Loader, VersionSpec } from './loader.js';

/** Bytes by device. An owner reserves once, settles at most once, releases once. */
export interface Budget {
  reserve(owner: string, estimate: Estimate): { readonly state: 'granted' } | { readonly state: 'refused'; readonly text: string };
  /** Replaces the estimate by what was measured. */
  settle(owner: string, measured: Estimate): void;
  release(owner: string): void;
}

/** One version that takes new requests. */
export interface Served<Route> {
  readonly servingId: number;
  readonly version: number;
  readonly signature: Signature;
  readonly route: Route;
}

/** The way to the front ends. Whole sets: what is not named takes no new requests. Neither method rejects. */
export interface Exposure<Route> {
  /** Resolves when every front end has it. */
  expose(model: string, served: readonly Served<Route>[]): Promise<void>;
  /** Resolves when no front end can name the copy and its requests in flight are zero, or at the deadline. */
  drained(servingId: number, deadlineMs: number): Promise<void>;
}

/** A timer. `cancel` is safe to call late. */
export interface Pause {
  after(delayMs: number, wake: () => void): () => void;
}

/** Where noteworthy moments go; `fields` name the model and version. */
export type Note = (level: 'info' | 'warn' | 'error', message: string, fields: Readonly<Record<string, unknown>>) => void;

export interface Retries {
  /** Attempts after the first one, for one copy. */
  readonly count: number;
  /** Pause before the second attempt; each further one is twice as long, up to the bound. */
  readonly pauseMs: number;
  readonly pauseMsMax: number;
}

export interface LifecycleOptions {
  readonly load: Retries;
  /** Fresh copies after a served one lost all its instances. */
  readonly revive: Retries;
  /** A copy that served this long has its bound of fresh copies back. */
  readonly steadyMs: number;
  /** Copies that are validated, loaded or warmed at the same time. */
  readonly loadsMax: number;
  readonly drainDeadlineMs: number;
}

export const DEFAULT_LIFECYCLE: LifecycleOptions = {
  load: { count: 0, pauseMs: 500, pauseMsMax: 30_000 },
  revive: { count: 5, pauseMs: 1_000, pauseMsMax: 60_000 },
  steadyMs: 600_000,
  loadsMax: 4,
  drainDeadlineMs: 30_000,
};

export interface LifecyclePorts<Config, Route> {
  readonly loader: Loader<Config, Route>;
  readonly budget: Budget;
  readonly exposure: Exposure<Route>;
  readonly clock: Clock;
  readonly pause: Pause;
  readonly note: Note;
}

/** One version that a source wants up. Equal fingerprints mean equal files and equal config. */
export interface AspiredVersion<Config> {
  readonly version: number;
  readonly fingerprint: string;
  /** Reads and checks the files. @throws ServingError with what is wrong with them. */
  prepare(): Promise<VersionSpec<Config>>;
}

export type TransitionPolicy = 'availability-preserving' | 'resource-preserving';

/** The whole set wanted of one model; a version that is not named goes. */
export interface AspiredModel<Config> {
  readonly versions: readonly AspiredVersion<Config>[];
  readonly transition: TransitionPolicy;
  /** One version that fails withdraws the others that came with it, and what served goes on serving. */
  readonly allOrNothing: boolean;
}

export function pauseMs(retries: Retries, attempt: number): number {
  return Math.min(retries.pauseMsMax, retries.pauseMs * 2 ** (attempt - 1));
}
