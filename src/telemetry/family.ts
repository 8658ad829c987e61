/**
 * Turns a snapshot into samples, metric by metric. Each reads what others counted and changes nothing. All series of
 * a version are there from its load, at 0, and go with it.
 */
import { REASON_NAMES } from '../base/error.js';
import { VERSION_STATES, type MetricName } from './catalogue.js';
import { THREAD_KINDS } from './control.js';
import { BATCH_BOUNDS, DURATION_BOUNDS_US } from './histogram.js';
import { FAILURE_LABELS } from './layout.js';
import { batchBuckets, type Totals } from './reader.js';
import { writeNotify } from './notify.js';
import { writeRollouts } from './rollout.js';
import type { GpuSnapshot, LoadedSnapshot, Snapshot, VersionSnapshot } from './snapshot.js';
import { labelText, type TextWriter } from './text.js';
import type { FrontEndGauges } from './thread.js';

interface Row {
  readonly labels: string;
  readonly totals: Totals;
  readonly loaded: LoadedSnapshot;
}

const US_PER_SECOND = 1e6;

function versionLabels(of: VersionSnapshot): string {
  return labelText({ model: of.model, version: String(of.version) });
}

function rowOf(of: VersionSnapshot): Row[] {
  return of.loaded === null ? [] : [{ labels: versionLabels(of), totals: of.loaded.totals(), loaded: of.loaded }];
}

const VERSION_SUMS: readonly (readonly [MetricName, (row: Row) => number])[] = [
  ['nv_inference_request_success', (row) => row.totals.success],
  ['nv_inference_count', (row) => row.totals.inferences],
  ['nv_inference_exec_count', (row) => row.totals.executions],
  ['nv_inference_request_duration_us', (row) => Math.round(row.totals.successUs)],
  ['nv_inference_queue_duration_us', (row) => Math.round(row.totals.queuedUs)],
  ['nv_inference_compute_input_duration_us', (row) => Math.round(row.totals.inputUs)],
  ['nv_inference_compute_infer_duration_us', (row) => Math.round(row.totals.inferUs)],
  ['nv_inference_compute_output_duration_us', (row) => Math.round(row.totals.outputUs)],
  ['nv_inference_pending_request_count', (row) => row.loaded.queueDepth()],
  ['nv_model_load_duration_secs', (row) => row.loaded.loadSeconds],
  ['sluice_queue_depth', (row) => row.loaded.queueDepth()],
  ['sluice_requests_in_flight', (row) => row.totals.inFlight],
  ['sluice_request_bytes_total', (row) => row.totals.requestBytes],
  ['sluice_response_bytes_total', (row) => row.totals.responseBytes],
  ['sluice_batches_failed_total', (row) => row.totals.failedBatches],
  ['sluice_requests_isolated_total', (row) => row.totals.isolated],
  ['sluice_instances', (row) => row.loaded.instancesTotal],
  ['sluice_instances_degraded', (row) => row.loaded.instancesTotal - row.loaded.instancesServing],
];

function writeVersions(out: TextWriter, rows: readonly Row[]): void {
  for (const [name, read] of VERSION_SUMS) for (const row of rows) out.sample(name, row.labels, read(row));
  for (const row of rows) {
    FAILURE_LABELS.forEach((label, i) => out.sample('nv_inference_request_failure', `${row.labels},reason="${label}"`, row.totals.failure[i] ?? 0));
  }
  for (const row of rows) {
    REASON_NAMES.forEach((reason, i) => out.sample('sluice_request_refusals_total', `${row.labels},reason="${reason}"`, row.totals.refusals[i + 1] ?? 0));
  }
  for (const { labels, totals } of rows) {
    out.histogram('sluice_request_duration_seconds', labels, totals.requestBuckets, DURATION_BOUNDS_US, totals.successUs, US_PER_SECOND);
  }
  for (const { labels, totals } of rows) {
    out.histogram('sluice_queue_duration_seconds', labels, totals.queueBuckets, DURATION_BOUNDS_US, totals.queuedUs, US_PER_SECOND);
  }
  for (const { labels, totals } of rows) {
    out.histogram('sluice_compute_duration_seconds', labels, totals.computeBuckets, DURATION_BOUNDS_US, computeUs(totals), US_PER_SECOND);
  }
  for (const { labels, totals } of rows) {
    out.histogram('sluice_batch_size', labels, batchBuckets(totals), BATCH_BOUNDS, totals.inferences, 1);
  }
}

/** Time in executions, each counted once however many requests it carried. */
function computeUs(totals: Totals): number {
  let sum = 0;
  for (const row of totals.sizes.values()) sum += row.inputUs + row.inferUs + row.outputUs;
  return sum;
}

function writeStates(out: TextWriter, versions: readonly VersionSnapshot[]): void {
  for (const of of versions) {
    const labels = versionLabels(of);
    for (const state of VERSION_STATES) out.sample('sluice_version_state', `${labels},state="${state}"`, state === of.state ? 1 : 0);
  }
}

const FRONT_GAUGES: readonly (readonly [MetricName, (front: FrontEndGauges) => number])[] = [
  ['sluice_request_memory_bytes', (front) => front.memoryBytes],
  ['sluice_request_memory_used_bytes', (front) => front.memoryUsedBytes],
  ['sluice_slots', (front) => front.slots],
  ['sluice_slots_used', (front) => front.slotsUsed],
  ['sluice_front_end_table_epoch', (front) => front.tableEpoch],
  ['sluice_event_loop_lag_seconds', (front) => front.eventLoopLagUs / US_PER_SECOND],
  ['sluice_access_records_dropped_total', (front) => front.accessDropped],
  ['sluice_answer_memory_used_bytes', (front) => front.answerBytesUnread],
  ['sluice_answers_cut_total', (front) => front.answersCut],
];

function writeFronts(out: TextWriter, fronts: readonly FrontEndGauges[]): void {
  for (const [name, read] of FRONT_GAUGES) fronts.forEach((front, i) => out.sample(name, `front_end="${i}"`, read(front)));
  fronts.forEach((front, i) => {
    REASON_NAMES.forEach((reason, r) => {
      const count = front.refusals[r + 1] ?? 0;
      if (count > 0) out.sample('sluice_unrouted_refusals_total', `front_end="${i}",reason="${reason}"`, count);
    });
  });
}

const GPU_GAUGES: readonly (readonly [MetricName, (gpu: GpuSnapshot) => number | null])[] = [
  ['nv_gpu_utilization', (gpu) => gpu.utilization],
  ['nv_gpu_memory_total_bytes', (gpu) => gpu.memoryTotalBytes],
  ['nv_gpu_memory_used_bytes', (gpu) => gpu.memoryUsedBytes],
  ['nv_gpu_power_usage', (gpu) => gpu.powerWatts],
  ['nv_gpu_power_limit', (gpu) => gpu.powerLimitWatts],
  ['nv_energy_consumption', (gpu) => gpu.energyJoules],
];

function writeMachine(out: TextWriter, snapshot: Snapshot): void {
  for (const [name, read] of GPU_GAUGES) {
    for (const gpu of snapshot.gpus) {
      const value = read(gpu);
      if (value !== null) out.sample(name, labelText({ gpu_uuid: gpu.uuid }), value);
    }
  }
  out.sample('nv_cpu_utilization', '', snapshot.machine.cpuUtilization);
  out.sample('nv_cpu_memory_total_bytes', '', snapshot.machine.memoryTotalBytes);
  out.sample('nv_cpu_memory_used_bytes', '', snapshot.machine.memoryUsedBytes);
}

function writeControl(out: TextWriter, snapshot: Snapshot): void {
  for (const [model, counts] of snapshot.control.swaps) {
    out.histogram('sluice_swap_duration_seconds', labelText({ model }), counts.buckets, DURATION_BOUNDS_US, counts.sumUs, US_PER_SECOND);
  }
  for (const thread of THREAD_KINDS) out.sample('sluice_thread_restarts_total', `thread="${thread}"`, snapshot.control.restarts[thread]);
  out.sample('sluice_table_epoch', '', snapshot.tableEpoch);
  out.sample('sluice_build_info', labelText(snapshot.build), 1);
}

export function writeSnapshot(out: TextWriter, snapshot: Snapshot): void {
  const rows = snapshot.versions.flatMap(rowOf);
  writeVersions(out, rows);
  writeStates(out, snapshot.versions);
  writeFronts(out, snapshot.frontEnds);
  writeMachine(out, snapshot);
  writeRollouts(out, snapshot.rollouts);
  writeNotify(out, snapshot.notify);
  writeControl(out, snapshot);
}
