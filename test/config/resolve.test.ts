import { describe, expect, it } from 'vitest';
import { batchingOf, signatureOf, versionPolicyOf } from '../../src/config/derive.js';
import { formatFault } from '../../src/config/fault.js';
import type { Fault } from '../../src/config/fault.js';
import type { ModelConfig } from '../../src/config/model.js';
import { printPbtxt } from '../../src/config/print.js';
import { modelConfigMessage, parseModelConfig, parseModelConfigJson } from '../../src/config/read.js';
import { renderModelConfig } from '../../src/config/render.js';
import { resolveModelConfig } from '../../src/config/resolve.js';
import { sessionOptionsOf } from '../../src/config/session.js';
import type { ModelSummary, TensorSummary } from '../../src/config/summary.js';
import type { Datatype } from '../../src/tensor/datatype.js';

function tensor(name: string, dims: number[], datatype: Datatype | null = 'FP32', more: Partial<TensorSummary> = {}): TensorSummary {
  return { name, dims, datatype, rankKnown: true, isTensor: true, ...more };
}

const batching: ModelSummary = { inputs: [tensor('x', [-1, 64])], outputs: [tensor('y', [-1, 10]), tensor('label', [-1], 'INT64')] };

interface Resolved {
  config: ModelConfig | null;
  faults: string[];
  notes: readonly Fault[];
}

function resolve(text: string, summary: ModelSummary | null = batching, name = 'config.pbtxt'): Resolved {
  const parsed = name === 'json' ? parseModelConfigJson(text) : parseModelConfig(text === '' ? [] : [{ name, text }]);
  if (parsed.kind === 'faults') return { config: null, faults: parsed.faults.map(formatFault), notes: [] };
  const resolved = resolveModelConfig({ modelName: 'm', located: parsed.value, summary, defaultMaxBatchSize: 64 });
  if (resolved.kind === 'faults') return { config: null, faults: resolved.faults.map(formatFault), notes: [] };
  return { config: resolved.value, faults: [], notes: resolved.notes };
}

function good(text: string, summary: ModelSummary | null = batching, name = 'config.pbtxt'): ModelConfig {
  const { config, faults } = resolve(text, summary, name);
  return config ?? expect.fail(faults.join('\n'));
}

describe('completion', () => {
  it('takes everything from a model file that batches', () => {
    expect(renderModelConfig(good(''))).toEqual({
      name: 'm', platform: 'onnxruntime_onnx', backend: 'onnxruntime', runtime: '',
      version_policy: { latest: { num_versions: 1 } }, max_batch_size: 64,
      input: [{ name: 'x', data_type: 'TYPE_FP32', format: 'FORMAT_NONE', dims: [64], is_shape_tensor: false, allow_ragged_batch: false, optional: false, is_non_linear_format_io: false }],
      output: [
        { name: 'y', data_type: 'TYPE_FP32', dims: [10], label_filename: '', is_shape_tensor: false, is_non_linear_format_io: false },
        { name: 'label', data_type: 'TYPE_INT64', dims: [1], reshape: { shape: [] }, label_filename: '', is_shape_tensor: false, is_non_linear_format_io: false },
      ],
      batch_input: [], batch_output: [],
      optimization: { priority: 'PRIORITY_DEFAULT', input_pinned_memory: { enable: true }, output_pinned_memory: { enable: true }, gather_kernel_buffer_threshold: 0, eager_batching: false },
      dynamic_batching: { preferred_batch_size: [64], max_queue_delay_microseconds: 0, preserve_ordering: false, priority_levels: 0, default_priority_level: 0, priority_queue_policy: {} },
      instance_group: [{ name: 'm_0', kind: 'KIND_AUTO', count: 1, gpus: [], passive: false, profile: [], secondary_devices: [], host_policy: '' }],
      default_model_filename: 'model.onnx', cc_model_filenames: {}, metric_tags: {}, parameters: {}, model_warmup: [],
    });
  });

  it('does not batch where one first dim is fixed, and refuses a config that says so', () => {
    const fixed: ModelSummary = { inputs: [tensor('x', [-1, 3])], outputs: [tensor('y', [1, 2])] };
    expect(good('', fixed)).toMatchObject({ max_batch_size: 0, input: [{ dims: [-1, 3] }], output: [{ dims: [1, 2] }] });
    expect(good('', fixed).dynamic_batching).toBeUndefined();
    expect(resolve('max_batch_size: 8', fixed).faults).toEqual([
      'config.pbtxt:1:17: max_batch_size: is 8, but `y` has a first dim fixed to 1 in the model file; set `max_batch_size: 0`, or make every first dim symbolic',
    ]);
  });

  it('serves a scalar as one element', () => {
    const scalar: ModelSummary = { inputs: [tensor('x', [])], outputs: [tensor('y', [])] };
    expect(good('', scalar)).toMatchObject({ max_batch_size: 0, input: [{ dims: [1], reshape: { shape: [] } }] });
    expect(signatureOf(good('', scalar)).inputs[0]).toMatchObject({ dims: [1], modelDims: [] });
  });

  it('reads full dims without max_batch_size as a model that does not batch, as Triton does', () => {
    const full = 'input { name: "x" data_type: TYPE_FP32 dims: [-1, 64] }';
    expect(good(full)).toMatchObject({ max_batch_size: 0, output: [{ dims: [-1, 10] }, { dims: [-1] }] });
    expect(good('input { name: "x" dims: [64] }')).toMatchObject({ max_batch_size: 64, input: [{ data_type: 'TYPE_FP32', dims: [64] }] });
    expect(good('max_batch_size: 0')).toMatchObject({ max_batch_size: 0, input: [{ dims: [-1, 64] }] });
  });

  it('adds batching only where the size was its own finding', () => {
    expect(good('max_batch_size: 8').dynamic_batching).toBeUndefined();
    expect(good('max_batch_size: 8 dynamic_batching { }').dynamic_batching?.preferred_batch_size).toEqual([8]);
  });

  it('tells all contradictions between config and model file, by name', () => {
    const text = 'max_batch_size: 4\ninput { name: "X1" dims: 64 }\noutput { name: "y" data_type: TYPE_INT32 dims: [ 11 ] }\noutput { name: "labell" }';
    expect(resolve(text).faults).toEqual([
      'config.pbtxt:2:15: input[0].name: the model file has no input `X1`; did you mean `x`?',
      'config.pbtxt:3:31: output[0].data_type: TYPE_INT32 is declared for `y`, but the model file has TYPE_FP32',
      'config.pbtxt:3:42: output[0].dims: [11] is declared for `y`, but the model file has [10] behind the batch dimension, which `dims` leave out',
      'config.pbtxt:4:16: output[1].name: the model file has no output `labell`; did you mean `label`?',
      'config.pbtxt:2:1: input: the model file also needs `x`; declare every input or none',
    ]);
  });

  it('leaves out outputs that are no tensors, and says so', () => {
    const sklearn: ModelSummary = { inputs: [tensor('x', [-1, 4])], outputs: [tensor('label', [-1], 'INT64'), tensor('probabilities', [], null, { isTensor: false, rankKnown: false })] };
    const { config, notes } = resolve('', sklearn);
    expect(config?.output.map((output) => output.name)).toEqual(['label']);
    expect(config?.max_batch_size).toBe(64);
    expect(notes[0]?.message).toContain('`probabilities` is left out');
  });

  it('refuses what cannot be served', () => {
    const odd: ModelSummary = { inputs: [tensor('c', [-1, 2], null)], outputs: [tensor('y', [-1], 'FP32', { rankKnown: false })] };
    expect(resolve('', odd).faults).toEqual([
      'input: `c` has an element type in the model file that the protocol does not have',
      'output: `y` has no shape in the model file; declare its `dims`',
    ]);
    expect(resolve('', { inputs: [tensor('x', [-1])], outputs: [tensor('m', [], null, { isTensor: false })] }).faults[0]).toContain('no output that is a tensor');
  });

  it('lets inputs with a default be left out', () => {
    const optional: ModelSummary = { inputs: [tensor('x', [-1, 2]), tensor('bias', [2], 'FP32', { optional: true })], outputs: [tensor('y', [-1, 2])] };
    expect(good('', optional).input.map((input) => input.name)).toEqual(['x']);
    expect(good('', optional).max_batch_size).toBe(64);
  });
});

const WHOLE = 'max_batch_size: 8 input { name: "x" data_type: TYPE_FP32 dims: 64 } output { name: "y" data_type: TYPE_FP32 dims: 10 }';

describe('checks', () => {
  it.each([
    ['dynamic_batching { preferred_batch_size: [4, 16] }', 'dynamic_batching.preferred_batch_size: 16 is more than `max_batch_size` 8'],
    ['dynamic_batching { priority_levels: 2 }', 'default_priority_level: must be from 1 to `priority_levels` 2, got 0'],
    ['dynamic_batching { priority_levels: 2 default_priority_level: 3 }', 'got 3'],
    ['dynamic_batching { default_priority_level: 1 }', 'needs `priority_levels`'],
    ['dynamic_batching { priority_levels: 2 default_priority_level: 1 preserve_ordering: true }', 'overtakes'],
    ['dynamic_batching { preserve_ordering: true default_queue_policy { timeout_action: DELAY } }', '`DELAY` moves requests back'],
    ['dynamic_batching { priority_levels: 2 default_priority_level: 1 priority_queue_policy { key: 3 value { } } }', 'there is no priority 3'],
    ['parameters { key: "allowed_batch_sizes" value { string_value: "4,2,8" } }', 'must be positive and increasing'],
    ['parameters { key: "allowed_batch_sizes" value { string_value: "2,4" } }', 'must end with `max_batch_size` 8, got 4'],
    ['parameters { key: "allowed_batch_sizes" value { string_value: "a" } }', 'expected batch sizes'],
    ['parameters { key: "labels" value { string_value: "stable" } }', 'expected LABEL=VERSION pairs'],
    ['parameters { key: "labels" value { string_value: "7=1" } }', 'a label begins with a letter'],
    ['parameters { key: "intra_op_thread_count" value { string_value: "many" } }', 'expected a number of threads, got "many"'],
    ['optimization { graph { level: 3 } }', 'expected -1, 0, 1 or 2, got 3'],
    ['version_policy { specific { } }', 'names no version'],
    ['version_policy { specific { versions: [2, 2, 0] } }', 'version 2 is named twice'],
    ['version_policy { all { } latest { } }', 'only one of'],
    ['input { name: "x" data_type: TYPE_FP32 dims: 1 }', '`x` is declared twice'],
    ['input { name: "z" data_type: TYPE_FP32 dims: 0 }', 'a dim is positive'],
    ['input { name: "z" data_type: TYPE_FP32 dims: 6 reshape { shape: [2, 2] } }', 'does not hold as many elements'],
    ['output { name: "z" dims: 6 label_filename: "../x" }', 'must stay within the folder'],
    ['default_model_filename: "../x.onnx"', 'must be a file name'],
    ['instance_group { count: -1 }', 'must be from 1 to 1024, got -1'],
    ['instance_group { kind: KIND_CPU gpus: 0 }', 'KIND_CPU takes no GPUs'],
    ['model_warmup { name: "w" batch_size: 9 inputs { key: "x" value { data_type: TYPE_FP32 dims: 64 zero_data: true } } }', '9 is more than'],
    ['model_warmup { batch_size: 1 inputs { key: "z" value { } } }', 'leaves out the input `x`'],
    ['model_warmup { batch_size: 1 inputs { key: "x" value { data_type: TYPE_FP32 dims: 64 zero_data: true random_data: true } } }', 'exactly one of'],
    ['name: "other"', 'must be the name of the folder, `m`'],
    ['sequence_batching { }', 'unsupported: sequence batching'],
    ['ensemble_scheduling { step { model_name: "a" } }', 'unsupported: ensembles'],
    ['model_transaction_policy { decoupled: true }', 'unsupported: decoupled transaction policy'],
    ['batch_input { }', 'unsupported'],
    ['platform: "tensorrt_plan"', 'expected `onnxruntime_onnx`'],
    ['instance_group { kind: KIND_MODEL }', 'KIND_MODEL'],
  ])('refuse %s', (text, fault) => {
    expect(resolve(`${WHOLE}\n${text}`, null).faults.join('\n')).toContain(fault);
    expect(resolve(WHOLE, null).faults).toEqual([]);
  });

  it('find the gaps of every tensor at once without a model file', () => {
    expect(resolve('input { } input { name: "z" }', null).faults).toHaveLength(6);
  });

  it('accept priorities up to the end of uint64', () => {
    const text = `${WHOLE} dynamic_batching { priority_levels: 18446744073709551615 default_priority_level: 4294967296 }`;
    expect(batchingOf(good(text, null), 4096)).toMatchObject({ priorityLevels: Number.MAX_SAFE_INTEGER, defaultPriority: 4294967296 });
  });

  it('note what has no effect', () => {
    const text = `${WHOLE} response_cache { enable: true } parameters { key: "gpu_mem_limit" value { string_value: "1" } } parameters { key: "intra_op_threads_count" value { string_value: "1" } } optimization { execution_accelerators { gpu_execution_accelerator { name: "tensorrt" } } }`;
    expect(resolve(text, null).notes.map((note) => note.path)).toEqual([
      'response_cache', 'optimization.execution_accelerators.gpu_execution_accelerator[0]', 'parameters.gpu_mem_limit', 'parameters.intra_op_threads_count',
    ]);
  });
});

describe('the two formats', () => {
  const yaml = `
max_batch_size: 8
input: [{ name: x, data_type: TYPE_FP32, dims: [64] }]
output: [{ name: y, data_type: TYPE_FP32, dims: [10] }]
dynamic_batching: { allowed_batch_sizes: [2, 8] }
labels: { stable: 3, canary: 4 }
transition_policy: resource-preserving
memory_bytes: 1000
session: { disable_cpu_ep_fallback: true, intra_op.allow_spinning: 0 }
parameters: { intra_op_thread_count: { string_value: 2 } }
`;

  it('say the same, with fields of ours as parameters in one of them', () => {
    const first = good(yaml, null, 'config.yaml');
    expect(first).toMatchObject({ labels: { stable: 3, canary: 4 }, transition_policy: 'resource-preserving', memory_bytes: 1000 });
    const rendered = renderModelConfig(first);
    expect(rendered['parameters']).toEqual({
      intra_op_thread_count: { string_value: '2' }, labels: { string_value: 'stable=3,canary=4' }, allowed_batch_sizes: { string_value: '2,8' },
      transition_policy: { string_value: 'resource-preserving' }, memory_bytes: { string_value: '1000' },
      'session.disable_cpu_ep_fallback': { string_value: '1' }, 'session.intra_op.allow_spinning': { string_value: '0' },
    });
    expect(good(printPbtxt(rendered, modelConfigMessage), null)).toEqual(first);
    expect(good(JSON.stringify(rendered), null, 'json')).toEqual(first);
  });

  it('give typed session options', () => {
    expect(sessionOptionsOf(good(yaml, null, 'config.yaml'))).toEqual({
      intraOpThreads: 2, interOpThreads: null, executionMode: 'sequential', graphLevel: 'all', cpuMemArena: true, memPattern: true,
      extra: { 'session.disable_cpu_ep_fallback': '1', 'session.intra_op.allow_spinning': '0' },
    });
  });

  it('tell YAML faults with line and column', () => {
    const text = 'max_batch_size: eight\ninput:\n  - name: x\n    dimz: [1]\n    data_type: TYPE_FLOAT\nlabels: {a: b}\n';
    expect(resolve(text, null, 'config.yaml').faults).toEqual([
      'config.yaml:1:17: max_batch_size: expected a number, got "eight"',
      expect.stringMatching(/^config.yaml:5:16: input\[0\].data_type: expected one of/),
      'config.yaml:4:5: input[0]: `ModelInput` has no field `dimz`; did you mean `dims`?',
      'config.yaml:6:13: labels.a: expected a number, got "b"',
    ]);
  });

  it('refuse two config files at once, and a field of ours said twice', () => {
    const both = parseModelConfig([{ name: 'config.pbtxt', text: '' }, { name: 'config.yaml', text: '' }]);
    expect(both.kind === 'faults' && both.faults.map(formatFault)).toEqual(['config.pbtxt, config.yaml: a model has one config file; remove all but one']);
    const twice = 'labels: {a: 1}\nparameters: {labels: {string_value: a=1}}';
    expect(resolve(twice, null, 'config.yaml').faults[0]).toContain('is given too');
  });

  it('take the JSON of a load request in both spellings, with 64-bit integers as text', () => {
    const json = '{"maxBatchSize":8,"input":[{"name":"x","dataType":"TYPE_FP32","dims":["64"]}],"output":[{"name":"y","data_type":1,"dims":[10]}],"dynamicBatching":{"maxQueueDelayMicroseconds":"100"},"sequenceBatching":null,"parameters":{"aB":{"stringValue":"c"}}}';
    expect(good(json, null, 'json')).toMatchObject({
      max_batch_size: 8, input: [{ data_type: 'TYPE_FP32', dims: [64] }], output: [{ data_type: 'TYPE_BOOL' }],
      dynamic_batching: { max_queue_delay_microseconds: 100 }, parameters: { aB: { string_value: 'c' } },
    });
    expect(resolve('{"maxBatchSize":"x"}', null, 'json').faults).toEqual(['config:1:17: max_batch_size: expected a number, got "x"']);
    expect(resolve('[1]', null, 'json').faults).toHaveLength(1);
    expect(resolve('{', null, 'json').faults.length).toBeGreaterThan(0);
  });
});

describe('what other rooms work by', () => {
  it('has the version policy as a union', () => {
    expect(versionPolicyOf(good('version_policy { latest { } }'))).toEqual({ kind: 'latest', count: 1 });
    expect(versionPolicyOf(good('version_policy { latest { num_versions: 3 } }'))).toEqual({ kind: 'latest', count: 3 });
    expect(versionPolicyOf(good('version_policy { all { } }'))).toEqual({ kind: 'all' });
    expect(versionPolicyOf(good('version_policy { specific { versions: [1, 3] } }'))).toEqual({ kind: 'specific', versions: [1, 3] });
  });

  it('has the signature with label files', () => {
    expect(signatureOf(good(''), { y: ['zero', 'one'] })).toEqual({
      maxBatchSize: 64,
      inputs: [{ name: 'x', datatype: 'FP32', dims: [64], modelDims: [64], optional: false, labels: [] }],
      outputs: [
        { name: 'y', datatype: 'FP32', dims: [10], modelDims: [10], optional: false, labels: ['zero', 'one'] },
        { name: 'label', datatype: 'INT64', dims: [1], modelDims: [], optional: false, labels: [] },
      ],
    });
  });

  it('has a bound on every queue', () => {
    const text = 'dynamic_batching { preferred_batch_size: [8, 4] max_queue_delay_microseconds: 100 priority_levels: 2 default_priority_level: 2 default_queue_policy { default_timeout_microseconds: 5 } priority_queue_policy { key: 1 value { max_queue_size: 7 timeout_action: DELAY allow_timeout_override: true } } }';
    expect(batchingOf(good(`max_batch_size: 8 ${text}`), 4096)).toEqual({
      dynamic: true, maxBatchSize: 8, preferredBatchSizes: [4, 8], allowedBatchSizes: [], maxQueueDelayUs: 100, preserveOrdering: false,
      priorityLevels: 2, defaultPriority: 2,
      queue: { maxQueueSize: 4096, defaultTimeoutUs: 5, timeoutAction: 'reject', allowTimeoutOverride: false },
      queueByPriority: { 1: { maxQueueSize: 7, defaultTimeoutUs: 0, timeoutAction: 'delay', allowTimeoutOverride: true } },
    });
    expect(batchingOf(good('max_batch_size: 8'), 9)).toMatchObject({ dynamic: false, queue: { maxQueueSize: 9 } });
  });

  it('is frozen to the ground', () => {
    const config = good('');
    expect([config, config.input, config.input[0], config.input[0]?.dims].every((value) => Object.isFrozen(value))).toBe(true);
  });
});
