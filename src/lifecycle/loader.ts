/**
 * Port through which the life of a version reaches the machinery that runs it. `instance` implements it with
 * threads; tests use puppets. One loader serves all models.
 */
import type { Signature } from '../tensor/signature.js';

/** One placement of a model instance: which device, and which copy on it. */
export interface Placement {
  readonly device: string; // 'cpu' or 'cuda:N'
  readonly copy: number;
}

/** Everything needed to bring one version up. Plain data, frozen. */
export interface VersionSpec<Config> {
  readonly model: string;
  readonly version: number;
  /** Absolute path of the model file. */
  readonly modelPath: string;
  /** Changes whenever the files of the version or the config do. */
  readonly fingerprint: string;
  readonly config: Config;
  readonly signature: Signature;
  readonly placements: readonly Placement[];
}

/** Upper bound on memory by device; may only shrink. */
export type Estimate = Readonly<Record<string, number>>;

export interface LoadProgress {
  /** Called when all sessions are open and warm-up begins, and after each warm-up run. */
  warming(done: number, total: number): void;
}

/** A version whose sessions are open and warm. */
export interface LoadedVersion<Route> {
  /** What the routing table carries to the front ends. */
  readonly route: Route;
  /** Bytes in use by device as measured; replaces the estimate. */
  readonly measured: Estimate;
  /** How many instances serve out of how many; fewer is degraded. */
  health(): { readonly serving: number; readonly total: number };
  /** Called on each change of health; all instances gone for good gives `failed` with the cause. */
  onHealth(listener: (event: { readonly serving: number; readonly total: number; readonly failed: string | null }) => void): void;
  /** Ends threads and frees memory. Only after draining. */
  unload(): Promise<void>;
}

export interface Loader<Config, Route> {
  estimate(spec: VersionSpec<Config>): Promise<Estimate>;
  /**
   * Opens and warms. `signal` asks to stop early when the version is no longer wanted.
   * @throws ServingError load_failed with the cause; nothing is held afterwards.
   */
  load(spec: VersionSpec<Config>, progress: LoadProgress, signal: AbortSignal): Promise<LoadedVersion<Route>>;
}
