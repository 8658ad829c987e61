/** What other rooms work by, taken from a config: plain values without Triton's spelling. Pure. */
import { datatypeOfConfig } from '../tensor/datatype.js';
import type { Signature, TensorSpec } from '../tensor/signature.js';
import { assert } from '../base/assert.js';
import type { ModelConfig, ModelInput, ModelOutput, QueuePolicy } from './model.js';

export type VersionPolicy =
  | { readonly kind: 'latest'; readonly count: number }
  | { readonly kind: 'all' }
  | { readonly kind: 'specific'; readonly versions: readonly number[] };

export function versionPolicyOf(config: Pick<ModelConfig, 'version_policy'>): VersionPolicy {
  const policy = config.version_policy;
  if (policy?.all) return { kind: 'all' };
  if (policy?.specific) return { kind: 'specific', versions: policy.specific.versions };
  return { kind: 'latest', count: policy?.latest?.num_versions || 1 };
}

/** `labelsByOutput` holds the lines of each output's label file. */
export function signatureOf(config: ModelConfig, labelsByOutput: Readonly<Record<string, readonly string[]>> = {}): Signature {
  const spec = (tensor: ModelInput | ModelOutput, optional: boolean, labels: readonly string[]): TensorSpec => {
    const datatype = datatypeOfConfig(tensor.data_type);
    assert(datatype !== null, `config of \`${config.name}\` was not checked`);
    return { name: tensor.name, datatype, dims: tensor.dims, modelDims: tensor.reshape?.shape ?? tensor.dims, optional, labels };
  };
  return {
    inputs: config.input.map((input) => spec(input, input.optional, [])),
    outputs: config.output.map((output) => spec(output, false, Object.hasOwn(labelsByOutput, output.name) ? (labelsByOutput[output.name] ?? []) : [])),
    maxBatchSize: config.max_batch_size,
  };
}

export interface QueueBound {
  readonly maxQueueSize: number;
  /** Longest wait in microseconds; 0 sets none. */
  readonly defaultTimeoutUs: number;
  readonly timeoutAction: 'reject' | 'delay';
  readonly allowTimeoutOverride: boolean;
}

/** How requests wait and are gathered. Without dynamic batching each request runs alone, in order. */
export interface Batching {
  readonly dynamic: boolean;
  readonly maxBatchSize: number;
  readonly preferredBatchSizes: readonly number[];
  /** Empty allows every size up to the largest. */
  readonly allowedBatchSizes: readonly number[];
  readonly maxQueueDelayUs: number;
  readonly preserveOrdering: boolean;
  /** At least 1; may be as large as 2^53 - 1, so nothing is to be allocated by it. */
  readonly priorityLevels: number;
  readonly defaultPriority: number;
  readonly queue: QueueBound;
  /** Levels whose policy differs from `queue`. */
  readonly queueByPriority: Readonly<Record<number, QueueBound>>;
}

export function batchingOf(config: ModelConfig, defaultMaxQueueSize: number): Batching {
  const batching = config.dynamic_batching;
  const bound = (policy: QueuePolicy | undefined): QueueBound => ({
    maxQueueSize: policy?.max_queue_size || defaultMaxQueueSize,
    defaultTimeoutUs: policy?.default_timeout_microseconds ?? 0,
    timeoutAction: policy?.timeout_action === 'DELAY' ? 'delay' : 'reject',
    allowTimeoutOverride: policy?.allow_timeout_override ?? false,
  });
  const byPriority = Object.entries(batching?.priority_queue_policy ?? {}).map(([level, policy]) => [level, bound(policy)] as const);
  return {
    dynamic: batching !== undefined && config.max_batch_size > 0,
    maxBatchSize: config.max_batch_size,
    preferredBatchSizes: [...(batching?.preferred_batch_size ?? [])].sort((a, b) => a - b),
    allowedBatchSizes: batching?.allowed_batch_sizes ?? [],
    maxQueueDelayUs: batching?.max_queue_delay_microseconds ?? 0,
    preserveOrdering: batching?.preserve_ordering ?? false,
    priorityLevels: batching?.priority_levels || 1,
    defaultPriority: batching?.default_priority_level || 1,
    queue: bound(batching?.default_queue_policy),
    queueByPriority: Object.fromEntries(byPriority),
  };
}
