/** Holds a complete config against itself: values that are fine alone and wrong together. Finds all faults at once. */
import type { Path } from './fault.js';
import type { DynamicBatching, ModelConfig, QueuePolicy, Warmup } from './model.js';

export interface Finding {
  readonly path: Path;
  readonly message: string;
}

export const INSTANCES_MAX = 1024;
const BATCH_MAX = 65_536;

export function check(config: ModelConfig): Finding[] {
  const found: Finding[] = [];
  const max = config.max_batch_size;
  if (max < 0 || max > BATCH_MAX) found.push({ path: ['max_batch_size'], message: `must be from 0 to ${BATCH_MAX}, got ${max}` });
  checkVersions(config, found);
  checkTensors(config, 'input', found);
  checkTensors(config, 'output', found);
  checkInstances(config, found);
  if (config.dynamic_batching) checkBatching(config.dynamic_batching, max, found);
  checkWarmups(config, found);
  checkOwn(config, found);
  return found;
}

function checkVersions(config: ModelConfig, found: Finding[]): void {
  const { latest, specific } = config.version_policy ?? {};
  if (latest && latest.num_versions < 1) found.push({ path: ['version_policy', 'latest', 'num_versions'], message: 'must be at least 1' });
  if (!specific) return;
  const path = ['version_policy', 'specific', 'versions'];
  if (specific.versions.length === 0) found.push({ path, message: 'names no version' });
  for (const [i, version] of specific.versions.entries()) {
    if (version < 1) found.push({ path: [...path, i], message: `versions are numbered from 1, got ${version}` });
    if (specific.versions.indexOf(version) !== i) found.push({ path: [...path, i], message: `version ${version} is named twice` });
  }
}

function checkTensors(config: ModelConfig, side: 'input' | 'output', found: Finding[]): void {
  const seen = new Set<string>();
  const tensors = config[side];
  if (tensors.length === 0) found.push({ path: [side], message: `a model needs an ${side}` });
  for (const [i, tensor] of tensors.entries()) {
    const at = (field: string, message: string): void => void found.push({ path: [side, i, field], message });
    if (tensor.name === '') at('name', 'must be given');
    else if (seen.has(tensor.name)) at('name', `\`${tensor.name}\` is declared twice`);
    seen.add(tensor.name);
    if (tensor.data_type === 'TYPE_INVALID') at('data_type', 'must be given');
    if (tensor.dims.length === 0) at('dims', 'must be given; a scalar is `dims: [ 1 ]` with an empty `reshape`');
    for (const dim of tensor.dims) if (dim < 1 && dim !== -1) at('dims', `a dim is positive, or -1 for any size; got ${dim}`);
    if (tensor.reshape) checkReshape(tensor.dims, tensor.reshape.shape, (message) => at('reshape', message));
    if ('label_filename' in tensor && /(^|[\\/])\.\.([\\/]|$)|^[\\/]/.test(tensor.label_filename)) {
      at('label_filename', 'must stay within the folder of the model');
    }
  }
}

function checkReshape(dims: readonly number[], shape: readonly number[], add: (message: string) => void): void {
  for (const dim of shape) if (dim < 1 && dim !== -1) add(`a dim is positive, or -1 for any size; got ${dim}`);
  const size = (list: readonly number[]): number => list.filter((dim) => dim > 0).reduce((a, b) => a * b, 1);
  const open = (list: readonly number[]): number => list.filter((dim) => dim === -1).length;
  if (size(dims) !== size(shape) || open(dims) !== open(shape)) add(`[${shape.join(',')}] does not hold as many elements as dims [${dims.join(',')}]`);
}

function checkInstances(config: ModelConfig, found: Finding[]): void {
  const names = new Set<string>();
  for (const [i, group] of config.instance_group.entries()) {
    const at = (field: string, message: string): void => void found.push({ path: ['instance_group', i, field], message });
    if (group.count < 1 || group.count > INSTANCES_MAX) at('count', `must be from 1 to ${INSTANCES_MAX}, got ${group.count}`);
    if (group.kind === 'KIND_CPU' && group.gpus.length > 0) at('gpus', 'KIND_CPU takes no GPUs');
    if (names.has(group.name)) at('name', `\`${group.name}\` is used twice`);
    names.add(group.name);
    for (const [g, gpu] of group.gpus.entries()) {
      if (gpu < 0) at('gpus', `devices are numbered from 0, got ${gpu}`);
      if (group.gpus.indexOf(gpu) !== g) at('gpus', `device ${gpu} is named twice`);
    }
  }
}

function checkBatching(batching: DynamicBatching, max: number, found: Finding[]): void {
  const at = (field: string, message: string): void => void found.push({ path: ['dynamic_batching', field], message });
  for (const size of batching.preferred_batch_size) {
    if (size < 1) at('preferred_batch_size', `must be positive, got ${size}`);
    if (size > max) at('preferred_batch_size', `${size} is more than \`max_batch_size\` ${max}`);
  }
  const allowed = batching.allowed_batch_sizes;
  if (allowed.some((size, i) => size <= (allowed[i - 1] ?? 0))) at('allowed_batch_sizes', 'must be positive and increasing');
  else if (allowed.length > 0 && allowed.at(-1) !== max) at('allowed_batch_sizes', `must end with \`max_batch_size\` ${max}, got ${allowed.at(-1)}`);

  const { priority_levels: levels, default_priority_level: level, default_queue_policy: policy } = batching;
  if (levels > 0 && (level < 1 || level > levels)) at('default_priority_level', `must be from 1 to \`priority_levels\` ${levels}, got ${level}`);
  if (levels === 0 && level > 0) at('default_priority_level', 'needs `priority_levels`');
  if (batching.preserve_ordering && levels > 1) at('priority_levels', 'must be at most 1 with `preserve_ordering`: a higher priority overtakes');
  const policies: [string, QueuePolicy | undefined][] = [['default_queue_policy', policy]];
  for (const [key, own] of Object.entries(batching.priority_queue_policy)) {
    if (Number(key) < 1 || Number(key) > levels) at('priority_queue_policy', `there is no priority ${key}; \`priority_levels\` is ${levels}`);
    policies.push([`priority_queue_policy[${key}]`, own]);
  }
  for (const [field, own] of policies) {
    if (batching.preserve_ordering && own?.timeout_action === 'DELAY') at(field, '`DELAY` moves requests back, which `preserve_ordering` forbids');
  }
}

function checkWarmups(config: ModelConfig, found: Finding[]): void {
  for (const [i, sample] of config.model_warmup.entries()) {
    const at = (field: string, message: string): void => void found.push({ path: ['model_warmup', i, field], message });
    const max = config.max_batch_size;
    if (sample.batch_size > max) at('batch_size', `${sample.batch_size} is more than \`max_batch_size\` ${max}`);
    if (max > 0 && sample.batch_size < 1) at('batch_size', 'must be at least 1 for a model that batches');
    for (const { name, optional } of config.input) {
      if (!optional && !Object.hasOwn(sample.inputs, name)) at('inputs', `leaves out the input \`${name}\``);
    }
    for (const [name, input] of Object.entries(sample.inputs)) {
      for (const message of warmupFaults(config, name, input)) found.push({ path: ['model_warmup', i, 'inputs', name], message });
    }
  }
}

function warmupFaults(config: ModelConfig, name: string, input: Warmup['inputs'][string]): string[] {
  const declared = config.input.find((candidate) => candidate.name === name);
  if (!declared) return ['the model has no such input'];
  const messages: string[] = [];
  const kinds = [input.zero_data, input.random_data, input.input_data_file].filter((kind) => kind !== undefined);
  if (kinds.length !== 1) messages.push('must say exactly one of `zero_data`, `random_data`, `input_data_file`');
  if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]/.test(input.input_data_file ?? '')) messages.push('`input_data_file` must stay within `warmup/`');
  if (input.data_type !== declared.data_type) messages.push(`is ${input.data_type}, but the input is ${declared.data_type}`);
  const fits = input.dims.length === declared.dims.length && declared.dims.every((dim, i) => dim === -1 || dim === input.dims[i]);
  if (!fits) messages.push(`has dims [${input.dims.join(',')}], but the input has [${declared.dims.join(',')}]`);
  if (input.dims.some((dim) => dim < 1)) messages.push('every dim must be known');
  return messages;
}

function checkOwn(config: ModelConfig, found: Finding[]): void {
  for (const [label, version] of Object.entries(config.labels)) {
    const path = ['labels', label];
    if (!/^[A-Za-z][\w.-]{0,63}$/.test(label)) found.push({ path, message: 'a label begins with a letter and holds letters, digits, `_`, `.` and `-`, 64 at most' });
    if (version < 1) found.push({ path, message: `versions are numbered from 1, got ${version}` });
  }
  if (config.memory_bytes !== undefined && config.memory_bytes < 1) found.push({ path: ['memory_bytes'], message: 'must be positive' });
  if (/[\\/]/.test(config.default_model_filename)) found.push({ path: ['default_model_filename'], message: 'must be a file name without a folder' });
}
