/** Writes out what is meant by what was left out, so that `/config` shows what the server works by. Pure. */
import type { InstanceGroup, ModelConfig, ModelConfigDraft } from './model.js';

export const PLATFORM = 'onnxruntime_onnx';
export const BACKEND = 'onnxruntime';
export const MODEL_FILENAME = 'model.onnx';

type Completed = ModelConfigDraft & { readonly max_batch_size: number };

export function normalise(draft: Completed, modelName: string): ModelConfig {
  const batching = draft.dynamic_batching;
  const preferred = batching && batching.preferred_batch_size.length === 0 && draft.max_batch_size > 0;
  return {
    ...draft,
    name: draft.name || modelName,
    platform: draft.platform || PLATFORM,
    backend: draft.backend || BACKEND,
    version_policy: versionPolicy(draft),
    instance_group: instanceGroups(draft.instance_group, modelName),
    default_model_filename: draft.default_model_filename || MODEL_FILENAME,
    optimization: optimization(draft),
    model_warmup: draft.model_warmup.map((sample) => ({ ...sample, count: Math.max(sample.count, 1) })),
    ...(preferred ? { dynamic_batching: { ...batching, preferred_batch_size: [draft.max_batch_size] } } : {}),
  };
}

function versionPolicy(draft: Completed): NonNullable<ModelConfig['version_policy']> {
  const policy = draft.version_policy ?? {};
  if (policy.all || policy.specific) return policy;
  return { latest: { num_versions: policy.latest?.num_versions || 1 } };
}

function instanceGroups(groups: readonly InstanceGroup[], modelName: string): readonly InstanceGroup[] {
  const one: InstanceGroup = {
    name: '', kind: 'KIND_AUTO', count: 1, gpus: [], passive: false, profile: [], secondary_devices: [], host_policy: '',
  };
  return (groups.length > 0 ? groups : [one]).map((group, i) => ({
    ...group,
    name: group.name || `${modelName}_${i}`,
    count: group.count === 0 ? 1 : group.count,
  }));
}

function optimization(draft: Completed): NonNullable<ModelConfig['optimization']> {
  const given = draft.optimization;
  return {
    priority: 'PRIORITY_DEFAULT',
    gather_kernel_buffer_threshold: 0,
    eager_batching: false,
    ...given,
    input_pinned_memory: given?.input_pinned_memory ?? { enable: true },
    output_pinned_memory: given?.output_pinned_memory ?? { enable: true },
  };
}
