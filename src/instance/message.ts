/**
 * What control and an instance thread say to each other. Requests never travel this way: they go through shared
 * memory. A thread starts with its setup, answers `up` or `failed` once, and is asked to leave with `stop` plus a
 * ring of its queue's bell; it is never terminated.
 */
import type { OpenOptions } from '../backend/backend.js';
import type { BatchPolicy } from '../batch/policy.js';
import type { Signature } from '../tensor/signature.js';

export type EngineName = 'onnx' | 'fake';

/** A declared warm-up run: bytes by input (null leaves an optional one out), for `rows` rows (0 without a batch dimension). */
export interface WarmupSample {
  readonly name: string;
  readonly rows: number;
  readonly count: number;
  readonly inputs: readonly ({ readonly shape: readonly number[]; readonly bytes: Uint8Array | null } | null)[];
}

/** One output of a probe. Strings for BYTES, bytes for everything else. */
export interface ProbeOutput {
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
  readonly strings: readonly string[];
}

export interface InstanceSetup {
  readonly layout: number;
  readonly model: string;
  readonly version: number;
  /** Position among the version's instances. */
  readonly index: number;
  readonly engine: EngineName;
  readonly modelPath: string;
  readonly open: OpenOptions;
  readonly signature: Signature;
  readonly policy: BatchPolicy;
  readonly warmup: readonly WarmupSample[];
  /** Runs whose outputs control wants to see before the version is up; after the warm-up, in their order. */
  readonly probes: readonly WarmupSample[];
  /** How long to look for a lone client's next request before a sleep; 0 for not at all. */
  readonly watchUs: number;
  /** Most requests that one run may hold. */
  readonly requestsMax: number;
  readonly exchange: SharedArrayBuffer;
  readonly frontEnds: number;
  readonly ticketsPerFrontEnd: number;
  /** Request memory by front end. */
  readonly arenas: readonly SharedArrayBuffer[];
  readonly queue: SharedArrayBuffer;
  readonly words: SharedArrayBuffer;
  readonly output: SharedArrayBuffer;
  readonly stats: SharedArrayBuffer;
}

/** What a thread is started with. */
export interface ThreadData {
  /** Loads the runtime at once, before there is a version to serve. */
  readonly preload: boolean;
}

export type ToInstance =
  | { readonly type: 'serve'; readonly setup: InstanceSetup }
  /** Only to a blank thread. */
  | { readonly type: 'exit' };

export type FromInstance =
  | { readonly type: 'warming'; readonly done: number; readonly total: number }
  /** Outputs of each probe, in the order of the signature. */
  | { readonly type: 'probed'; readonly answers: readonly (readonly ProbeOutput[])[] }
  | { readonly type: 'up' }
  | { readonly type: 'failed'; readonly text: string }
  /** Nothing is held any more; the thread can take another version. The last word of a `serve`. */
  | { readonly type: 'idle' }
  | { readonly type: 'log'; readonly level: 'info' | 'warn' | 'error'; readonly text: string };

/** Values of the instance's control word. */
export const Control = { run: 0, stop: 1 } as const;
