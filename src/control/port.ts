/**
 * What the control thread's brain is given: how to read a model's config and file, how to reach the front ends, and
 * how a config looks to clients. Generic over the config, the route and the summary of a model file, so that tests
 * run it with puppets.
 */
import type { Sight } from '../rollout/steer.js';
import type { Plan } from '../rollout/plan.js';
import type { Steering as Steered } from '../rollout/steer.js';
import type { TransitionPolicy } from '../lifecycle/port.js';
import type { Placement } from '../lifecycle/loader.js';
import type { VersionPolicy } from '../repository/version.js';
import type { RoutingTable } from '../routing/table.js';
import type { Signature } from '../tensor/signature.js';

/** Where a model's config comes from. */
export interface ConfigSource {
  readonly model: string;
  /** Absolute path of the model's folder; label files are relative to it. */
  readonly folder: string;
  /** Names of the config files in it; none, one, or (a fault) both. */
  readonly configFiles: readonly string[];
  /** JSON text of a load request that takes the place of the files; null without one. */
  readonly override: string | null;
}

/** A model's config before any model file was looked into. */
export interface ModelPlan<Config, Summary> {
  readonly policy: VersionPolicy;
  /** `default_model_filename`, or `model.onnx`. */
  readonly modelFile: string;
  readonly labels: Readonly<Record<string, number>>;
  readonly transition: TransitionPolicy;
  /** How a new version takes over; null where it does so as soon as it serves. */
  readonly rollout: Plan | null;
  /** Equal for configs that mean the same, so that touching a file reloads nothing. */
  readonly digest: string;
  /** Completes and checks the config against one version's file. @throws ServingError with the field named. */
  complete(version: number, summary: Summary): Completed<Config> | Promise<Completed<Config>>;
}

export interface Completed<Config> {
  readonly config: Config;
  readonly signature: Signature;
  readonly placements: readonly Placement[];
}

export interface ModelReader<Config, Summary> {
  /** @throws ServingError with file, line and field. */
  read(source: ConfigSource): Promise<ModelPlan<Config, Summary>>;
  /** Reads a model file away from the data path. @throws ServingError for files that are broken or hostile. */
  inspect(modelPath: string): Promise<Summary>;
}

/** Says which versions on disk should be up, where rollouts have a say. */
export interface Steersman {
  steer(sight: Sight): Promise<Pick<Steered, 'wanted' | 'notes'>>;
}

/** Where labels set by request outlive the process. */
export interface LabelStore {
  /** All of a model's; calls of one model do not overlap. @throws ServingError when they may not last */
  keep(model: string, labels: ReadonlyMap<string, number>): Promise<void>;
}

/** How a config looks to clients. */
export interface ConfigView<Config> {
  /** ModelConfig as proto3 JSON with proto field names. */
  toJson(config: Config): Readonly<Record<string, unknown>>;
  readonly platform: string;
  /** Training run, data hash and the like from the model file. */
  properties(config: Config): Readonly<Record<string, string>>;
}

/** The front ends, all of them. */
export interface Publisher<Route> {
  /** Resolves when every front end has this table or a newer one. A rejection makes the caller try again later. */
  publish(table: RoutingTable<Route>): Promise<void>;
  /** Resolves when no front end can name the copy and its requests in flight are zero, or at the deadline. */
  drained(servingId: number, deadlineMs: number): Promise<void>;
}
