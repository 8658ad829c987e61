/**
 * Completes a draft from the model file, and holds what the draft says against it. Follows Triton's completion with
 * one difference: a model file that batches in some tensors only is served without batching, not refused, as long
 * as the config does not ask for batches.
 */
import { DATATYPES, datatypeOfConfig } from '../tensor/datatype.js';
import { emptyBatching } from './extensions.js';
import { pathText } from './fault.js';
import type { Fault, Locate, Path } from './fault.js';
import type { ModelConfigDraft, ModelInput, ModelOutput } from './model.js';
import { didYouMean } from './suggest.js';
import type { ModelSummary, TensorSummary } from './summary.js';

export interface Completion {
  readonly draft: ModelConfigDraft & { readonly max_batch_size: number };
  readonly faults: readonly Fault[];
  readonly notes: readonly Fault[];
}

interface Findings {
  readonly faults: Fault[];
  readonly notes: Fault[];
  readonly locate: Locate;
}

export function complete(draft: ModelConfigDraft, summary: ModelSummary, defaultMaxBatchSize: number, locate: Locate): Completion {
  const found: Findings = { faults: [], notes: [], locate };
  const outputs = usableOutputs(draft, summary.outputs, found);
  const inputs = summary.inputs.filter((tensor) => tensor.optional !== true || draft.input.some((given) => given.name === tensor.name));
  const tensors = [...inputs, ...outputs];
  const fixed = tensors.find((tensor) => tensor.rankKnown && tensor.dims[0] !== -1);
  const maxBatchSize = draft.max_batch_size ?? (fixed || declaresAllDims(draft, summary) ? 0 : defaultMaxBatchSize);
  if (maxBatchSize > 0 && fixed) {
    const dims = fixed.dims.length === 0 ? 'is a scalar' : `has a first dim fixed to ${fixed.dims[0]}`;
    const remedy = 'set `max_batch_size: 0`, or make every first dim symbolic';
    report(found, ['max_batch_size'], `is ${maxBatchSize}, but \`${fixed.name}\` ${dims} in the model file; ${remedy}`);
  }
  const input = draft.input.length > 0
    ? draft.input.map((given, i) => fitted(given, 'input', i, summary.inputs, maxBatchSize, found))
    : inputs.map((tensor) => declaredInput(tensor, maxBatchSize, found));
  const output = draft.output.length > 0
    ? draft.output.map((given, i) => fitted(given, 'output', i, summary.outputs, maxBatchSize, found))
    : outputs.map((tensor) => declaredOutput(tensor, maxBatchSize, found));
  if (draft.input.length > 0) namesMissing(draft, inputs, found);

  const inferred = draft.max_batch_size === undefined && maxBatchSize > 1;
  const batching = draft.dynamic_batching ?? (inferred ? emptyBatching() : undefined);
  const done = { ...draft, max_batch_size: maxBatchSize, input, output, ...(batching ? { dynamic_batching: batching } : {}) };
  return { draft: done, faults: found.faults, notes: found.notes };
}

function report(found: Findings, path: Path, message: string): void {
  found.faults.push({ where: found.locate(path, 'value'), path: pathText(path), message });
}

/** Outputs that are no tensors (class maps of scikit-learn exports) are left out, unless nothing else is there. */
function usableOutputs(draft: ModelConfigDraft, outputs: readonly TensorSummary[], found: Findings): readonly TensorSummary[] {
  if (draft.output.length > 0) return outputs.filter((tensor) => draft.output.some((given) => given.name === tensor.name));
  const usable = outputs.filter((tensor) => tensor.isTensor);
  if (usable.length === 0) report(found, ['output'], 'the model file has no output that is a tensor');
  for (const tensor of outputs) {
    if (tensor.isTensor) continue;
    const message = `\`${tensor.name}\` is left out: it is no tensor in the model file`;
    found.notes.push({ where: found.locate(['output'], 'value'), path: 'output', message });
  }
  return usable;
}

/** Without `max_batch_size`, dims of full rank say that the author counts the first dim as any other. */
function declaresAllDims(draft: ModelConfigDraft, summary: ModelSummary): boolean {
  const full = (given: ModelInput | ModelOutput, tensors: readonly TensorSummary[]): boolean => {
    const tensor = tensors.find((t) => t.name === given.name);
    const dims = given.reshape?.shape ?? given.dims;
    return tensor !== undefined && tensor.rankKnown && dims.length > 0 && dims.length === tensor.dims.length;
  };
  return draft.input.some((given) => full(given, summary.inputs)) || draft.output.some((given) => full(given, summary.outputs));
}

interface Filled {
  readonly name: string;
  readonly data_type: ModelInput['data_type'];
  readonly dims: readonly number[];
  readonly reshape?: { readonly shape: readonly number[] };
}

/** What the model file says of a tensor, in the terms of a config. A scalar becomes one element. */
function filled(tensor: TensorSummary, maxBatchSize: number): Filled {
  const dims = maxBatchSize > 0 ? tensor.dims.slice(1) : tensor.dims;
  const data_type = tensor.datatype ? DATATYPES[tensor.datatype].config : 'TYPE_INVALID';
  const scalar = tensor.rankKnown && dims.length === 0;
  return scalar ? { name: tensor.name, data_type, dims: [1], reshape: { shape: [] } } : { name: tensor.name, data_type, dims };
}

function servable(tensor: TensorSummary, side: 'input' | 'output', found: Findings): void {
  const name = `\`${tensor.name}\``;
  if (!tensor.isTensor) report(found, [side], `${name} is no tensor in the model file; only tensors can be served`);
  else if (tensor.datatype === null) report(found, [side], `${name} has an element type in the model file that the protocol does not have`);
}

function declaredInput(tensor: TensorSummary, maxBatchSize: number, found: Findings): ModelInput {
  servable(tensor, 'input', found);
  if (!tensor.rankKnown) report(found, ['input'], `\`${tensor.name}\` has no shape in the model file; declare its \`dims\``);
  return {
    format: 'FORMAT_NONE', is_shape_tensor: false, allow_ragged_batch: false, optional: false, is_non_linear_format_io: false,
    ...filled(tensor, maxBatchSize),
  };
}

function declaredOutput(tensor: TensorSummary, maxBatchSize: number, found: Findings): ModelOutput {
  servable(tensor, 'output', found);
  if (!tensor.rankKnown) report(found, ['output'], `\`${tensor.name}\` has no shape in the model file; declare its \`dims\``);
  return { label_filename: '', is_shape_tensor: false, is_non_linear_format_io: false, ...filled(tensor, maxBatchSize) };
}

/** A tensor that the draft declares: gaps are filled, contradictions to the model file reported. */
function fitted<T extends ModelInput | ModelOutput>(
  given: T, side: 'input' | 'output', index: number, tensors: readonly TensorSummary[], maxBatchSize: number, found: Findings,
): T {
  const tensor = tensors.find((candidate) => candidate.name === given.name);
  if (!tensor) {
    const names = tensors.map(({ name }) => name);
    const guess = didYouMean(given.name, names);
    const has = guess === '' ? ` (it has ${names.map((name) => `\`${name}\``).join(', ')})` : guess;
    report(found, [side, index, 'name'], `the model file has no ${side} \`${given.name}\`${has}`);
    return given;
  }
  servable(tensor, side, found);
  const model = filled(tensor, maxBatchSize);
  if (given.data_type !== 'TYPE_INVALID' && tensor.datatype !== null && datatypeOfConfig(given.data_type) !== tensor.datatype) {
    report(found, [side, index, 'data_type'], `${given.data_type} is declared for \`${given.name}\`, but the model file has ${model.data_type}`);
  }
  const data_type = given.data_type === 'TYPE_INVALID' ? model.data_type : given.data_type;
  if (given.dims.length === 0 && !given.reshape) return { ...given, ...model };
  const dims = given.reshape?.shape ?? given.dims;
  const expected = maxBatchSize > 0 ? tensor.dims.slice(1) : tensor.dims;
  const agrees = !tensor.rankKnown || (dims.length === expected.length && expected.every((dim, i) => dim === -1 || dim === dims[i]));
  if (agrees) return { ...given, data_type };
  // One element for a scalar is what completion writes, so it is taken when it is written by hand.
  if (expected.length === 0 && !given.reshape && dims.length === 1 && dims[0] === 1) return { ...given, data_type, reshape: { shape: [] } };
  const batch = maxBatchSize > 0 ? ' behind the batch dimension, which `dims` leave out' : '';
  report(found, [side, index, 'dims'], `[${dims.join(',')}] is declared for \`${given.name}\`, but the model file has [${expected.join(',')}]${batch}`);
  return { ...given, data_type };
}

function namesMissing(draft: ModelConfigDraft, inputs: readonly TensorSummary[], found: Findings): void {
  const missing = inputs.filter((tensor) => !draft.input.some((given) => given.name === tensor.name));
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => `\`${name}\``).join(', ');
  report(found, ['input'], `the model file also needs ${names}; declare every input or none`);
}
