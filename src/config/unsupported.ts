/**
 * What a config may ask for and this server does not do. Whatever would change an answer is refused; whatever would
 * only change speed or memory is noted, so that an existing repository serves unchanged.
 */
import type { ModelConfigDraft } from './model.js';
import { BACKEND, PLATFORM } from './normalise.js';

export interface Unsupported {
  readonly path: (string | number)[];
  readonly message: string;
}

type Rule = readonly [path: string, asked: (draft: ModelConfigDraft) => boolean, message: string];

const REFUSED: readonly Rule[] = [
  ['sequence_batching', (d) => d.sequence_batching !== undefined, 'unsupported: sequence batching; keep the state in the client, or in inputs and outputs'],
  ['ensemble_scheduling', (d) => d.ensemble_scheduling !== undefined, 'unsupported: ensembles; join the steps into one ONNX file'],
  ['model_transaction_policy', (d) => d.model_transaction_policy?.decoupled === true, 'unsupported: decoupled transaction policy; each request has one answer'],
  ['batch_input', (d) => d.batch_input.length > 0, 'unsupported: inputs computed from the batch'],
  ['batch_output', (d) => d.batch_output.length > 0, 'unsupported: outputs scattered by shape'],
  ['model_operations', (d) => (d.model_operations?.op_library_filename.length ?? 0) > 0, 'unsupported: libraries of custom operators'],
  ['model_repository_agents', (d) => (d.model_repository_agents?.agents.length ?? 0) > 0, 'unsupported: repository agents'],
  ['platform', (d) => d.platform !== '' && d.platform !== PLATFORM, `unsupported: this server runs ONNX models; expected \`${PLATFORM}\``],
  ['backend', (d) => d.backend !== '' && d.backend !== BACKEND, `unsupported: this server runs ONNX models; expected \`${BACKEND}\``],
];

const NOTED: readonly Rule[] = [
  ['response_cache', (d) => d.response_cache?.enable === true, 'has no effect: there is no response cache'],
  ['cc_model_filenames', (d) => Object.keys(d.cc_model_filenames).length > 0, 'has no effect: every device runs the same file'],
  ['optimization.cuda', (d) => d.optimization?.cuda?.graphs === true, 'has no effect: CUDA graphs are not captured'],
  ['runtime', (d) => d.runtime !== '', 'has no effect'],
  ['model_metrics', (d) => d.model_metrics !== undefined, 'has no effect: buckets are the same for all models'],
];

function pathOf(text: string): string[] {
  return text.split('.');
}

export function refusedParts(draft: ModelConfigDraft): Unsupported[] {
  const found = REFUSED.filter(([, asked]) => asked(draft)).map(([path, , message]): Unsupported => ({ path: pathOf(path), message }));
  for (const side of ['input', 'output'] as const) {
    for (const [i, tensor] of draft[side].entries()) {
      if (tensor.is_shape_tensor) found.push({ path: [side, i, 'is_shape_tensor'], message: 'unsupported: shape tensors belong to TensorRT' });
      if (tensor.is_non_linear_format_io) found.push({ path: [side, i, 'is_non_linear_format_io'], message: 'unsupported: it belongs to TensorRT' });
    }
  }
  for (const [i, tensor] of draft.input.entries()) {
    if (tensor.allow_ragged_batch) found.push({ path: ['input', i, 'allow_ragged_batch'], message: 'unsupported: ragged batches; requests of different shape are batched apart' });
  }
  for (const [i, group] of draft.instance_group.entries()) {
    if (group.passive) found.push({ path: ['instance_group', i, 'passive'], message: 'unsupported: passive instances' });
    if (group.kind === 'KIND_MODEL') found.push({ path: ['instance_group', i, 'kind'], message: 'unsupported: KIND_MODEL; use KIND_CPU, KIND_GPU or KIND_AUTO' });
    if (group.secondary_devices.length > 0) found.push({ path: ['instance_group', i, 'secondary_devices'], message: 'unsupported: secondary devices' });
  }
  return found;
}

export function notedParts(draft: ModelConfigDraft): Unsupported[] {
  const found = NOTED.filter(([, asked]) => asked(draft)).map(([path, , message]): Unsupported => ({ path: pathOf(path), message }));
  const accelerators = draft.optimization?.execution_accelerators;
  for (const side of ['gpu_execution_accelerator', 'cpu_execution_accelerator'] as const) {
    for (const [i, { name }] of (accelerators?.[side] ?? []).entries()) {
      if (name !== 'cuda') found.push({ path: ['optimization', 'execution_accelerators', side, i], message: `has no effect: \`${name}\` is not available` });
    }
  }
  for (const [i, group] of draft.instance_group.entries()) {
    if (group.rate_limiter) found.push({ path: ['instance_group', i, 'rate_limiter'], message: 'has no effect: there is no rate limiter' });
  }
  return found;
}
