/**
 * Parts of Triton's model config that this server reads, keeps for clients and does not act on. `check.ts` refuses
 * those whose absence would change an answer, and notes those that only change speed.
 */
import { DATA_TYPE } from './tensors.js';
import { BOOL, DOUBLE, INT32, INT64, STRING, UINT32, UINT64, enumeration, list, many, map, maybe, message, one, sub } from './field.js';

export const batchInput = message('BatchInput', {
  kind: one(
    enumeration({
      BATCH_ELEMENT_COUNT: 0,
      BATCH_ACCUMULATED_ELEMENT_COUNT: 1,
      BATCH_ACCUMULATED_ELEMENT_COUNT_WITH_ZERO: 2,
      BATCH_MAX_ELEMENT_COUNT_AS_SHAPE: 3,
      BATCH_ITEM_SHAPE: 4,
      BATCH_ITEM_SHAPE_FLATTEN: 5,
    }),
    'Kind of the input.',
  ),
  target_name: list(STRING, 'Tensors that receive it.'),
  data_type: one(DATA_TYPE, 'Datatype of the input.'),
  source_input: list(STRING, 'Inputs that it is computed from.'),
});

export const batchOutput = message('BatchOutput', {
  target_name: list(STRING, 'Outputs that are scattered.'),
  kind: one(enumeration({ BATCH_SCATTER_WITH_INPUT_SHAPE: 0 }), 'Kind of the scatter.'),
  source_input: list(STRING, 'Inputs that say how.'),
});

const control = message('ModelSequenceBatching.Control', {
  kind: one(
    enumeration({
      CONTROL_SEQUENCE_START: 0,
      CONTROL_SEQUENCE_READY: 1,
      CONTROL_SEQUENCE_END: 2,
      CONTROL_SEQUENCE_CORRID: 3,
    }),
    'Kind of the control.',
  ),
  int32_false_true: list(INT32, 'The two values as int32.'),
  fp32_false_true: list(DOUBLE, 'The two values as float.'),
  bool_false_true: list(BOOL, 'The two values as bool.'),
  data_type: one(DATA_TYPE, 'Datatype of a correlation id.'),
});

const initialState = message('ModelSequenceBatching.InitialState', {
  name: one(STRING, 'Name of the state.'),
  data_type: one(DATA_TYPE, 'Datatype.'),
  dims: list(INT64, 'Dims.'),
  zero_data: maybe(BOOL, 'Start from zeros.'),
  data_file: maybe(STRING, 'Start from a file.'),
});

const state = message('ModelSequenceBatching.State', {
  input_name: one(STRING, 'Input that takes the state.'),
  output_name: one(STRING, 'Output that gives it.'),
  data_type: one(DATA_TYPE, 'Datatype.'),
  dims: list(INT64, 'Dims.'),
  initial_state: many(initialState, 'What it starts from.'),
  use_same_buffer_for_input_output: one(BOOL, 'One buffer for both.'),
  use_growable_memory: one(BOOL, 'Memory that grows.'),
});

export const sequenceBatching = message('ModelSequenceBatching', {
  max_sequence_idle_microseconds: one(UINT64, 'Longest pause of a sequence.'),
  control_input: many(
    message('ModelSequenceBatching.ControlInput', {
      name: one(STRING, 'Name of the input.'),
      control: many(control, 'Its controls.'),
    }),
    'Control inputs.',
  ),
  direct: sub(
    message('ModelSequenceBatching.StrategyDirect', {
      max_queue_delay_microseconds: one(UINT64, 'Longest wait.'),
      minimum_slot_utilization: one(DOUBLE, 'Least share of filled slots.'),
    }),
    'The direct strategy.',
  ),
  oldest: sub(
    message('ModelSequenceBatching.StrategyOldest', {
      max_candidate_sequences: one(INT32, 'Most sequences at a time.'),
      preferred_batch_size: list(INT32, 'Preferred sizes.'),
      max_queue_delay_microseconds: one(UINT64, 'Longest wait.'),
      preserve_ordering: one(BOOL, 'Answers in order.'),
    }),
    'The oldest strategy.',
  ),
  state: many(state, 'States kept between requests.'),
  iterative_sequence: one(BOOL, 'Reschedules its own work.'),
});

export const ensembleScheduling = message('ModelEnsembling', {
  step: many(
    message('ModelEnsembling.Step', {
      model_name: one(STRING, 'Model of the step.'),
      model_version: one(INT64, 'Its version.'),
      input_map: map(STRING.schema, 'Inputs by ensemble tensor.'),
      output_map: map(STRING.schema, 'Outputs by ensemble tensor.'),
      model_namespace: one(STRING, 'Its namespace.'),
    }),
    'Steps.',
  ),
  max_inflight_requests: one(UINT32, 'Bound of a step\'s backlog.'),
});

const accelerator = message('ModelOptimizationPolicy.ExecutionAccelerators.Accelerator', {
  name: one(STRING, 'Name, such as `cuda`, `tensorrt`, `openvino`.'),
  parameters: map(STRING.schema, 'Its options.'),
});

const shapes = message('ModelOptimizationPolicy.Cuda.GraphSpec.Shape', { dim: list(INT64, 'Dims.') });

const graphSpec = message('ModelOptimizationPolicy.Cuda.GraphSpec', {
  batch_size: one(INT32, 'Rows.'),
  input: map(shapes, 'Dims by input.'),
  graph_lower_bound: sub(
    message('ModelOptimizationPolicy.Cuda.GraphSpec.LowerBound', {
      batch_size: one(INT32, 'Rows.'),
      input: map(shapes, 'Dims by input.'),
    }),
    'Least shape that takes the graph.',
  ),
});

const pinned = message('ModelOptimizationPolicy.PinnedMemoryBuffer', {
  enable: one(BOOL, 'Whether pinned memory is used.'),
});

export const optimization = message('ModelOptimizationPolicy', {
  graph: sub(
    message('ModelOptimizationPolicy.Graph', {
      level: one(INT32, 'Graph optimisation of ONNX Runtime: 0 all, -1 basic, 1 extended, 2 none.'),
    }),
    'Graph optimisation.',
  ),
  priority: one(enumeration({ PRIORITY_DEFAULT: 0, PRIORITY_MAX: 1, PRIORITY_MIN: 2 }), 'Kept for clients, not used.'),
  cuda: sub(
    message('ModelOptimizationPolicy.Cuda', {
      graphs: one(BOOL, 'CUDA graphs.'),
      busy_wait_events: one(BOOL, 'Busy waiting.'),
      graph_spec: many(graphSpec, 'Shapes to capture.'),
      output_copy_stream: one(BOOL, 'A stream of its own for outputs.'),
    }),
    'Kept for clients, not used.',
  ),
  execution_accelerators: sub(
    message('ModelOptimizationPolicy.ExecutionAccelerators', {
      gpu_execution_accelerator: many(accelerator, 'Accelerators on GPUs.'),
      cpu_execution_accelerator: many(accelerator, 'Accelerators on the CPU.'),
    }),
    'Only `cuda` is known, and follows from `instance_group`; others are noted and not used.',
  ),
  input_pinned_memory: sub(pinned, 'Kept for clients, not used.'),
  output_pinned_memory: sub(pinned, 'Kept for clients, not used.'),
  gather_kernel_buffer_threshold: one(UINT32, 'Kept for clients, not used.'),
  eager_batching: one(BOOL, 'Kept for clients, not used.'),
});

export const repositoryAgents = message('ModelRepositoryAgents', {
  agents: many(
    message('ModelRepositoryAgents.Agent', {
      name: one(STRING, 'Name of the agent.'),
      parameters: map(STRING.schema, 'Its options.'),
    }),
    'Agents that would act on the files of the model.',
  ),
});

export const modelMetrics = message('ModelMetrics', {
  metric_control: many(
    message('ModelMetrics.MetricControl', {
      metric_identifier: sub(
        message('ModelMetrics.MetricControl.MetricIdentifier', { family: one(STRING, 'Name of the metric.') }),
        'Which metric.',
      ),
      histogram_options: sub(
        message('ModelMetrics.MetricControl.HistogramOptions', { buckets: list(DOUBLE, 'Upper bounds.') }),
        'Buckets of a histogram.',
      ),
    }),
    'Settings by metric.',
  ),
});
