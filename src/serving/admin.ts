/**
 * The control side of the protocol: everything that is not inference. Answers are plain data in the protocol's own
 * shape (JSON names as Triton prints them); the gRPC room turns them into messages. On a front-end thread each call
 * travels to the control thread and back. Every method rejects with a ServingError.
 */
import type { RolloutView } from '../rollout/view.js';
import type { RolloutAnswer, RolloutMark, RolloutNews, RolloutRequest, RolloutVerb } from './rollout.js';

export interface ServerMetadata {
  readonly name: string;
  readonly version: string;
  readonly extensions: readonly string[];
}

export interface TensorMetadata {
  readonly name: string;
  readonly datatype: string;
  readonly shape: readonly number[];
}

export interface ModelMetadata {
  readonly name: string;
  readonly versions: readonly string[];
  readonly platform: string;
  readonly inputs: readonly TensorMetadata[];
  readonly outputs: readonly TensorMetadata[];
  /** OIP's own addition: training run, data hash and the like from the model file. */
  readonly properties: Readonly<Record<string, string>>;
}

export interface DurationStat {
  readonly count: number;
  readonly ns: number;
}

export type StatName = 'success' | 'fail' | 'queue' | 'compute_input' | 'compute_infer' | 'compute_output' | 'cache_hit' | 'cache_miss';

export interface BatchStat {
  readonly batch_size: number;
  readonly compute_input: DurationStat;
  readonly compute_infer: DurationStat;
  readonly compute_output: DurationStat;
}

export interface ModelStatistics {
  readonly name: string;
  readonly version: string;
  /** Milliseconds since the epoch; 0 before the first. */
  readonly last_inference: number;
  readonly inference_count: number;
  readonly execution_count: number;
  readonly inference_stats: Readonly<Record<StatName, DurationStat>>;
  readonly response_stats: Readonly<Record<string, never>>;
  readonly batch_stats: readonly BatchStat[];
  readonly memory_usage: readonly { readonly type: string; readonly id: number; readonly byte_size: number }[];
}

export type IndexState = 'UNKNOWN' | 'READY' | 'UNAVAILABLE' | 'LOADING' | 'UNLOADING';

export interface IndexRow {
  readonly name: string;
  readonly version?: string;
  readonly state?: IndexState;
  readonly reason?: string;
}

/** Load parameters: `config` is JSON text; `files` maps `<version>/<file>` to its bytes. */
export interface LoadParameters {
  readonly config: string | null;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export type SettingValue = string | number | boolean | readonly string[];
export type Settings = Readonly<Record<string, SettingValue>>;

export interface SharedRegion {
  readonly name: string;
  /** Name of the POSIX shared memory object, with its leading slash. */
  readonly key: string;
  readonly offset: number;
  readonly byte_size: number;
}

export interface Admin {
  serverMetadata(): Promise<ServerMetadata>;
  modelMetadata(model: string, version: string): Promise<ModelMetadata>;
  /** ModelConfig as proto3 JSON with proto field names. */
  modelConfig(model: string, version: string): Promise<Readonly<Record<string, unknown>>>;
  /** '' for all models, or all versions. */
  statistics(model: string, version: string): Promise<readonly ModelStatistics[]>;
  index(readyOnly: boolean): Promise<readonly IndexRow[]>;
  /** Resolves when every wanted version serves. */
  load(model: string, parameters: LoadParameters): Promise<void>;
  /** Resolves at once; the drain goes on behind. */
  unload(model: string, unloadDependents: boolean): Promise<void>;
  labels(model: string): Promise<Readonly<Record<string, number>>>;
  /**
   * @param version null takes the label off
   * @param expected the version that it must point at now; null takes any
   */
  setLabel(model: string, label: string, version: number | null, expected: number | null): Promise<void>;
  rollouts(): Promise<readonly RolloutView[]>;
  rollout(model: string): Promise<RolloutAnswer>;
  /**
   * Resolves when there is something else than was seen, and with what there is once `waitMs` are over. Those who come
   * back for more are answered at most twice a second. Costs nothing while nobody asks.
   */
  rolloutNews(model: string, seen: RolloutMark, waitMs: number): Promise<RolloutNews>;
  /** Resolves when the decision is kept and every front end acts on it. */
  changeRollout(model: string, verb: RolloutVerb, request: RolloutRequest): Promise<RolloutAnswer>;
  /** What the judge was shown, as JSON lines. */
  rolloutRecording(model: string): Promise<string>;
  /** The newest decisions about a model as JSON lines, the newest last. */
  rolloutAudit(model: string): Promise<string>;
  /** Webhooks with what waits for them, and the events that were given up. */
  notifications(): Promise<unknown>;
  /** Sends an event again that was given up; one that waits is tried at once. */
  retryNotification(id: string): Promise<void>;
  dropNotification(id: string): Promise<void>;
  /** model '' for the global settings; a null value clears a model's own to the global one. */
  traceSettings(model: string, update: Readonly<Record<string, SettingValue | null>>): Promise<Settings>;
  logSettings(update: Readonly<Record<string, SettingValue>>): Promise<Settings>;
  /** name '' for all. */
  regionStatus(name: string): Promise<readonly SharedRegion[]>;
  regionRegister(region: SharedRegion): Promise<void>;
  regionUnregister(name: string): Promise<void>;
  /** Prometheus text. */
  metrics(): Promise<string>;
}
