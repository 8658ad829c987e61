/**
 * The model config, with Triton's names and meaning. It is declared here once, for everybody: the parsers of both
 * file formats, the checks, `/config`, the JSON Schema and the reference page all read this declaration.
 *
 * A draft is what somebody wrote; a config is a draft that was completed from the model file, normalised and
 * checked (`complete.ts`, `normalise.ts`, `check.ts`), and is frozen. Only configs leave this room.
 */
import type { z } from 'zod';
import { dynamicBatching } from './batching.js';
import { BOOL, INT32, INT64, STRING, TEXT, carried, enumeration, list, many, map, maybe, message, one, own, sub } from './field.js';
import { instanceGroup, modelInput, modelOutput, modelWarmup } from './tensors.js';
import {
  batchInput, batchOutput, ensembleScheduling, modelMetrics, optimization, repositoryAgents, sequenceBatching,
} from './unserved.js';

const versionPolicy = message('ModelVersionPolicy', {
  latest: sub(
    message('ModelVersionPolicy.Latest', { num_versions: one(INT32, 'How many; 0 means 1.') }),
    'The highest-numbered versions.',
  ),
  all: sub(message('ModelVersionPolicy.All', {}), 'Every version in the folder.'),
  specific: sub(
    message('ModelVersionPolicy.Specific', { versions: list(INT64, 'Version numbers.') }),
    'The versions named.',
  ),
});

export const modelConfigSchema = message('ModelConfig', {
  name: one(STRING, 'Name of the model; the name of its folder, and may be left out.'),
  platform: one(STRING, '`onnxruntime_onnx`, and may be left out.'),
  backend: one(STRING, '`onnxruntime`, and may be left out.'),
  runtime: one(STRING, 'Kept for clients, not used.'),
  version_policy: sub(versionPolicy, 'Which versions are served: one of `latest`, `all`, `specific`. Default: the latest one.'),
  max_batch_size: maybe(
    INT32,
    'Largest number of rows in one run; 0 says that the model has no batch dimension. Left out, it follows from the model file: `--default-max-batch-size` where every first dim is symbolic.',
  ),
  input: many(modelInput, 'Inputs. Taken from the model file when left out.'),
  output: many(modelOutput, 'Outputs. Taken from the model file when left out.'),
  batch_input: many(batchInput, 'Refused: inputs computed from the batch.'),
  batch_output: many(batchOutput, 'Refused: outputs scattered by shape.'),
  optimization: sub(optimization, 'Graph optimisation; the rest is kept for clients.'),
  dynamic_batching: sub(dynamicBatching, 'How requests are gathered into batches. Left out, each request runs alone.'),
  sequence_batching: sub(sequenceBatching, 'Refused: stateful sequences.'),
  ensemble_scheduling: sub(ensembleScheduling, 'Refused: models made of models.'),
  instance_group: many(instanceGroup, 'How many copies are loaded and where. Default: one, `KIND_AUTO`.'),
  default_model_filename: one(STRING, 'File of the model in a version folder. Default: `model.onnx`.'),
  cc_model_filenames: map(STRING.schema, 'Kept for clients, not used: files by compute capability.'),
  metric_tags: map(STRING.schema, 'Labels on the metrics of the model.'),
  parameters: map(
    message('ModelParameter', { string_value: one(TEXT, 'The value.') }),
    'Options of the engine, as `KEY: { string_value: "VALUE" }`.',
  ),
  model_warmup: many(modelWarmup, 'Samples that every instance runs before a version is available, besides one for each batch size.'),
  model_operations: sub(
    message('ModelOperations', { op_library_filename: list(STRING, 'Libraries of custom operators.') }),
    'Refused: custom operators.',
  ),
  model_transaction_policy: sub(
    message('ModelTransactionPolicy', { decoupled: one(BOOL, 'Whether one request may have any number of answers; refused.') }),
    'One answer for each request is the only policy.',
  ),
  model_repository_agents: sub(repositoryAgents, 'Refused: agents that act on the files of the model.'),
  response_cache: sub(
    message('ModelResponseCache', { enable: one(BOOL, 'Whether answers are cached.') }),
    'Kept for clients; there is no response cache.',
  ),
  model_metrics: sub(modelMetrics, 'Kept for clients, not used.'),

  labels: own(map(INT64.schema, 'Versions by label; a label is served at `/v2/models/NAME/labels/LABEL`.', 'string')),
  transition_policy: own(
    maybe(
      enumeration({ 'availability-preserving': 0, 'resource-preserving': 1 }),
      'Whether a new version is loaded beside the old one, or after it was unloaded. Default: `--transition-policy`.',
    ),
  ),
  memory_bytes: own(maybe(INT64, 'Memory that one instance takes, where the estimate from the file is wrong.')),
  rollout: own(carried('How a new version takes over: gates, mirror, steps and analysis; see `docs/rollouts.md`. Left out, it takes over as soon as it serves.')),
  session: own(map(TEXT.schema, 'Session options of ONNX Runtime by key, without the leading `session.`.')),
});

/** What a file or a load request says, with proto3's zeros for scalars that it leaves out. */
export type ModelConfigDraft = DeepReadonly<z.output<typeof modelConfigSchema>>;

/** What a version is served by: complete, checked, frozen. */
export type ModelConfig = Omit<ModelConfigDraft, 'max_batch_size'> & { readonly max_batch_size: number };

export type ModelInput = ModelConfig['input'][number];
export type ModelOutput = ModelConfig['output'][number];
export type InstanceGroup = ModelConfig['instance_group'][number];
export type DynamicBatching = NonNullable<ModelConfig['dynamic_batching']>;
export type QueuePolicy = NonNullable<DynamicBatching['default_queue_policy']>;
export type Warmup = ModelConfig['model_warmup'][number];
export type TransitionPolicy = NonNullable<ModelConfig['transition_policy']>;

export type DeepReadonly<T> = T extends (infer E)[]
  ? readonly DeepReadonly<E>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;
