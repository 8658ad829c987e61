/**
 * Every metric once: name, type, help, unit, labels. The exposition takes its headers from here and the reference
 * page is printed from here; a series that is no row cannot be written. `nv_*` are Triton's, names and units
 * unchanged, so its dashboards work; `sluice_*` are ours, in Prometheus' base units.
 */
export type MetricType = 'counter' | 'gauge' | 'histogram';

export interface MetricRow {
  readonly type: MetricType;
  readonly help: string;
  readonly unit: string;
  readonly labels: readonly string[];
}

const version = ['model', 'version'] as const;
const gpu = ['gpu_uuid'] as const;
const front = ['front_end'] as const;

const triton = {
  nv_inference_request_success: { type: 'counter', unit: 'requests', labels: version, help: 'Number of successful inference requests, all batch sizes' },
  nv_inference_request_failure: { type: 'counter', unit: 'requests', labels: [...version, 'reason'], help: 'Number of failed inference requests, all batch sizes, by reason REJECTED, CANCELED, BACKEND or OTHER' },
  nv_inference_count: { type: 'counter', unit: 'inferences', labels: version, help: 'Number of inferences performed; a request of n rows counts as n' },
  nv_inference_exec_count: { type: 'counter', unit: 'executions', labels: version, help: 'Number of model executions performed; a batch counts as 1' },
  nv_inference_request_duration_us: { type: 'counter', unit: 'microseconds', labels: version, help: 'Cumulative duration of successful requests, end to end' },
  nv_inference_queue_duration_us: { type: 'counter', unit: 'microseconds', labels: version, help: 'Cumulative duration that requests waited in the queue' },
  nv_inference_compute_input_duration_us: { type: 'counter', unit: 'microseconds', labels: version, help: 'Cumulative duration of input gathering, once for each request of a batch' },
  nv_inference_compute_infer_duration_us: { type: 'counter', unit: 'microseconds', labels: version, help: 'Cumulative duration of the model run, once for each request of a batch' },
  nv_inference_compute_output_duration_us: { type: 'counter', unit: 'microseconds', labels: version, help: 'Cumulative duration of output splitting, once for each request of a batch' },
  nv_inference_pending_request_count: { type: 'gauge', unit: 'requests', labels: version, help: 'Requests that wait for execution now' },
  nv_model_load_duration_secs: { type: 'gauge', unit: 'seconds', labels: version, help: 'Time the version took to load and warm' },
  nv_gpu_utilization: { type: 'gauge', unit: 'ratio', labels: gpu, help: 'GPU utilization, 0 to 1' },
  nv_gpu_memory_total_bytes: { type: 'gauge', unit: 'bytes', labels: gpu, help: 'GPU memory' },
  nv_gpu_memory_used_bytes: { type: 'gauge', unit: 'bytes', labels: gpu, help: 'GPU memory in use' },
  nv_gpu_power_usage: { type: 'gauge', unit: 'watts', labels: gpu, help: 'GPU power drawn now' },
  nv_gpu_power_limit: { type: 'gauge', unit: 'watts', labels: gpu, help: 'GPU power limit; absent where the driver does not say' },
  nv_energy_consumption: { type: 'counter', unit: 'joules', labels: gpu, help: 'GPU energy since the server started; absent where the driver does not say' },
  nv_cpu_utilization: { type: 'gauge', unit: 'ratio', labels: [], help: 'CPU utilization of the machine since the last scrape, 0 to 1' },
  nv_cpu_memory_total_bytes: { type: 'gauge', unit: 'bytes', labels: [], help: 'Memory of the machine' },
  nv_cpu_memory_used_bytes: { type: 'gauge', unit: 'bytes', labels: [], help: 'Memory of the machine that is not available to programs' },
} as const satisfies Record<string, MetricRow>;

const ours = {
  sluice_request_duration_seconds: { type: 'histogram', unit: 'seconds', labels: version, help: 'Duration of successful requests, from the head read to the answer handed to the socket' },
  sluice_queue_duration_seconds: { type: 'histogram', unit: 'seconds', labels: version, help: 'Time a request waited in the queue before it was run' },
  sluice_compute_duration_seconds: { type: 'histogram', unit: 'seconds', labels: version, help: 'Duration of one execution: gather, run and split' },
  sluice_batch_size: { type: 'histogram', unit: 'rows', labels: version, help: 'Rows of one execution, padding left out' },
  sluice_queue_depth: { type: 'gauge', unit: 'requests', labels: version, help: 'Requests in the queue now' },
  sluice_requests_in_flight: { type: 'gauge', unit: 'requests', labels: version, help: 'Requests opened and not settled' },
  sluice_request_refusals_total: { type: 'counter', unit: 'requests', labels: [...version, 'reason'], help: 'Requests answered with a fault, by reason of the error catalogue' },
  sluice_request_bytes_total: { type: 'counter', unit: 'bytes', labels: version, help: 'Bytes of request bodies' },
  sluice_response_bytes_total: { type: 'counter', unit: 'bytes', labels: version, help: 'Bytes of response bodies' },
  sluice_batches_failed_total: { type: 'counter', unit: 'executions', labels: version, help: 'Executions that failed as a whole' },
  sluice_requests_isolated_total: { type: 'counter', unit: 'requests', labels: version, help: 'Requests of failed batches that were run again alone' },
  sluice_version_state: { type: 'gauge', unit: 'one of', labels: [...version, 'state'], help: '1 for the state the version is in, 0 for the others' },
  sluice_instances: { type: 'gauge', unit: 'instances', labels: version, help: 'Instances that the version is configured to run' },
  sluice_instances_degraded: { type: 'gauge', unit: 'instances', labels: version, help: 'Configured instances that do not serve now' },
  sluice_swap_duration_seconds: { type: 'histogram', unit: 'seconds', labels: ['model'], help: 'Time from the moment a new version has taken over to the release of the old one' },
  sluice_thread_restarts_total: { type: 'counter', unit: 'threads', labels: ['thread'], help: 'Threads that died and were started again, by kind front_end or instance' },
  sluice_rollout_phase: { type: 'gauge', unit: 'one of', labels: ['model', 'phase'], help: '1 for the phase that the newest rollout of the model is in, 0 for the others' },
  sluice_rollout_weight: { type: 'gauge', unit: 'ratio', labels: ['model', 'arm'], help: 'Share of the requests that name no version, by arm stable, control or canary' },
  sluice_rollout_units: { type: 'gauge', unit: 'units', labels: ['model', 'arm'], help: 'Requests, or keys where assignment is by key, that the newest rollout compares, by arm canary or baseline' },
  sluice_rollout_failures: { type: 'gauge', unit: 'events', labels: ['model', 'arm'], help: 'Failure events among them; a failed batch is one' },
  sluice_rollout_mirror_pairs: { type: 'gauge', unit: 'pairs', labels: ['model'], help: 'Mirrored requests whose two answers were compared' },
  sluice_rollout_mirror_disagreements: { type: 'gauge', unit: 'pairs', labels: ['model'], help: 'Pairs that do not agree' },
  sluice_rollout_mirror_skipped: { type: 'gauge', unit: 'pairs', labels: ['model', 'reason'], help: 'Requests chosen for the mirror and not compared: too many under way (busy), no memory, inputs outside of the server, or a fault of the candidate' },
  sluice_rollout_agreement_ratio: { type: 'gauge', unit: 'ratio', labels: ['model', 'output', 'side'], help: 'Share of the compared rows of an output that agree: of the candidate, or of the stable version with itself (floor); of the first outputs of a model' },
  sluice_rollout_output_difference: { type: 'gauge', unit: 'of the output', labels: ['model', 'output'], help: 'Mean absolute difference of the candidate from the stable version over the compared rows' },
  sluice_rollout_output_divergence: { type: 'gauge', unit: 'nats', labels: ['model', 'output'], help: 'Mean Kullback-Leibler divergence of the candidate from the stable version, over rows that are probabilities' },
  sluice_rollout_label_rows: { type: 'gauge', unit: 'rows', labels: ['model'], help: "Rows of a teacher's answers that the newest rollout has written to files" },
  sluice_rollout_label_rows_dropped: { type: 'gauge', unit: 'rows', labels: ['model'], help: 'Rows that found no room on their way there, or whose file could not be written' },
  sluice_rollout_evidence: { type: 'gauge', unit: 'nats', labels: ['model', 'metric', 'kind'], help: 'Natural logarithm of the evidence, by metric and kind: harm leads to abort, proof to promotion' },
  sluice_rollout_evidence_threshold: { type: 'gauge', unit: 'nats', labels: ['model', 'metric', 'kind'], help: 'What sluice_rollout_evidence has to reach alone' },
  sluice_rollout_transitions_total: { type: 'counter', unit: 'transitions', labels: ['model', 'to'], help: 'Moves of rollouts since the server started, by where they led' },
  sluice_notify_delivered_total: { type: 'counter', unit: 'events', labels: ['target'], help: 'Events that a webhook took, since the server started' },
  sluice_notify_failed_total: { type: 'counter', unit: 'tries', labels: ['target'], help: 'Tries that brought nothing; an event is tried again' },
  sluice_notify_waiting: { type: 'gauge', unit: 'events', labels: ['target'], help: 'Events on disk that wait for a webhook' },
  sluice_notify_dead: { type: 'gauge', unit: 'events', labels: ['target'], help: 'Dead letters: events that were given up and kept' },
  sluice_request_memory_bytes: { type: 'gauge', unit: 'bytes', labels: front, help: 'Request memory of the front end' },
  sluice_request_memory_used_bytes: { type: 'gauge', unit: 'bytes', labels: front, help: 'Request memory in use' },
  sluice_slots: { type: 'gauge', unit: 'slots', labels: front, help: 'Places for requests in flight' },
  sluice_slots_used: { type: 'gauge', unit: 'slots', labels: front, help: 'Places taken' },
  sluice_front_end_table_epoch: { type: 'gauge', unit: 'epoch', labels: front, help: 'Epoch of the routing table that the front end uses' },
  sluice_table_epoch: { type: 'gauge', unit: 'epoch', labels: [], help: 'Epoch of the newest routing table' },
  sluice_event_loop_lag_seconds: { type: 'gauge', unit: 'seconds', labels: front, help: 'p99 delay of the event loop of the front end over its last period' },
  sluice_unrouted_refusals_total: { type: 'counter', unit: 'requests', labels: [...front, 'reason'], help: 'Requests refused before they reached a version, by reason of the error catalogue; a reason appears with its first refusal' },
  sluice_access_records_dropped_total: { type: 'counter', unit: 'records', labels: front, help: 'Access log records overwritten before they were flushed' },
  sluice_answer_memory_used_bytes: { type: 'gauge', unit: 'bytes', labels: front, help: 'Answers that clients have not read yet' },
  sluice_answers_cut_total: { type: 'counter', unit: 'answers', labels: front, help: 'Answers cut off because their client did not read them in time, or others needed the room' },
  sluice_build_info: { type: 'gauge', unit: 'info', labels: ['version', 'node'], help: 'Always 1; the labels name the build' },
} as const satisfies Record<string, MetricRow>;

export const METRICS = { ...triton, ...ours } as const;

export type MetricName = keyof typeof METRICS;

export const METRIC_NAMES = Object.keys(METRICS) as readonly MetricName[];

/** States under which a version is published; the index's words. */
export const VERSION_STATES = ['LOADING', 'READY', 'UNLOADING', 'UNAVAILABLE'] as const;
export type VersionState = (typeof VERSION_STATES)[number];
