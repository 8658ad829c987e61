/** Prints docs/metrics.md from the metric catalogue. */
import { METRICS, METRIC_NAMES, type MetricName } from '../../src/telemetry/catalogue.js';
import { DURATION_BOUNDS_US, BATCH_BOUNDS } from '../../src/telemetry/histogram.js';
import { COUNT_EXAMPLES, type CountExample } from './examples.js';

function metricTable(names: readonly MetricName[]): string[] {
  return [
    '| metric | type | unit | labels | meaning |',
    '| --- | --- | --- | --- | --- |',
    ...names.map((name) => {
      const row = METRICS[name];
      const labels = row.labels.map((label) => `\`${label}\``).join(', ') || '–';
      return `| \`${name}\` | ${row.type} | ${row.unit} | ${labels} | ${row.help} |`;
    }),
  ];
}

function exampleRow({ story, expected }: CountExample): string {
  const counts = [expected.success, expected.failure, expected.inferences, expected.executions, expected.inferUs];
  return `| ${story} | ${counts.join(' | ')} |`;
}

export function renderMetricsPage(): string {
  const triton = METRIC_NAMES.filter((name) => name.startsWith('nv_'));
  const ours = METRIC_NAMES.filter((name) => !name.startsWith('nv_'));
  const seconds = (us: number | undefined): string => String((us ?? 0) / 1e6);
  return `${[
    '# Metrics',
    '',
    'This page is printed from `src/telemetry/catalogue.ts` by `npm run docs`; do not edit it.',
    '',
    'The metrics port answers `GET /metrics` in the Prometheus text format. The series of a version are there from its load, at 0, and',
    'vanish when it is unloaded; loaded again, it goes on from the counts it had. `sluice_version_state` is also there for versions',
    'that load or failed to.',
    '',
    '## What counts as what',
    '',
    'A **request** is one call of a client. An **inference** is one row of it. An **execution** is one run of the model, which may carry',
    'many requests. Durations named `nv_inference_*_duration_us` are summed over requests: a run that carries four requests adds its',
    'time four times, because each of the four waited for it. Divide by `nv_inference_request_success` for the mean of a request.',
    '`sluice_compute_duration_seconds` takes each run once.',
    '',
    '| what happens | `request_success` | `request_failure` | `count` | `exec_count` | `compute_infer_duration_us` |',
    '| --- | --- | --- | --- | --- | --- |',
    ...COUNT_EXAMPLES.map(exampleRow),
    '',
    'A request is **pending** from the moment it is in the queue until an instance takes it into a batch; while it is decoded or run',
    'it is not. A failed request is in `nv_inference_request_failure` under one of four labels and in `sluice_request_refusals_total`',
    'under its exact reason (see [errors](errors.md)); it is in no duration of requests.',
    '',
    '## Triton-compatible metrics',
    '',
    'Names and units are those of NVIDIA Triton Inference Server, so its dashboards work unchanged. Its latency summaries are left',
    'out: the histograms below answer the same question and can be added up over servers.',
    '',
    ...metricTable(triton),
    '',
    '## Metrics of our own',
    '',
    ...metricTable(ours),
    '',
    `Duration histograms have ${DURATION_BOUNDS_US.length} buckets, two per doubling, from ${seconds(DURATION_BOUNDS_US[0])} s to ${seconds(DURATION_BOUNDS_US.at(-1))} s; batch sizes have`,
    `the powers of two from ${BATCH_BOUNDS[0]} to ${BATCH_BOUNDS.at(-1)}. Buckets never change, so histograms of any two servers add up.`,
    '',
    '## Process metrics',
    '',
    'Beside these stand the usual `process_*` and `nodejs_*` metrics of prom-client (CPU, memory, handles, garbage collection, event',
    'loop lag of the control thread).',
  ].join('\n')}\n`;
}
