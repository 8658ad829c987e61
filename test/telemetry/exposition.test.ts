import { expect, test } from 'vitest';
import { REASON_NAMES, reasonNumber } from '../../src/base/error.js';
import { METRICS, METRIC_NAMES, type VersionState } from '../../src/telemetry/catalogue.js';
import { ControlCounters } from '../../src/telemetry/control.js';
import { createExposition } from '../../src/telemetry/exposition.js';
import { FrontLane, InstanceLane } from '../../src/telemetry/lane.js';
import { createStats } from '../../src/telemetry/layout.js';
import { StatsReader } from '../../src/telemetry/reader.js';
import type { GpuSnapshot, Snapshot, VersionSnapshot } from '../../src/telemetry/snapshot.js';
import type { RolloutSnapshot } from '../../src/telemetry/rollout.js';
import { TextWriter, labelText, numberText } from '../../src/telemetry/text.js';
import { ThreadLane, createThreadStats, readThread } from '../../src/telemetry/thread.js';
import { MachineMeter } from '../../src/telemetry/machine.js';

const gpu: GpuSnapshot = { uuid: 'GPU-1', utilization: 0.5, memoryTotalBytes: 100, memoryUsedBytes: 40, powerWatts: 90.5, powerLimitWatts: 300, energyJoules: 12 };

const rollout: RolloutSnapshot = {
  model: 'm', phase: 'step', arms: [{ arm: 'stable', weight: 0.9 }, { arm: 'canary', weight: 0.1 }], canary: { units: 10, failures: 1 }, baseline: { units: 90, failures: 2 },
  pairs: 5, disagreements: 1, skipped: { busy: 3 }, written: { rows: 7, dropped: 0 },
  outputs: [{ output: 'p', agreement: { candidate: 0.75, floor: 1 }, difference: 0.1, divergence: 0.2 }], evidence: [{ metric: 'errors', kind: 'harm', value: 0.5, threshold: 4.6 }], transitions: new Map([['step', 2]]),
};

function version(state: VersionState, stats: SharedArrayBuffer | null, model = 'm'): VersionSnapshot {
  const loaded = stats && { totals: () => new StatsReader(stats).totals(), queueDepth: () => 4, instancesServing: 1, instancesTotal: 2, loadSeconds: 1.5 };
  return { model, version: 1, state, loaded };
}

function snapshot(parts: Partial<Snapshot>): Snapshot {
  return {
    versions: [], frontEnds: [], gpus: [], machine: { cpuUtilization: 0.25, memoryTotalBytes: 8, memoryUsedBytes: 2 },
    control: new ControlCounters(), rollouts: [], notify: [], tableEpoch: 7, build: { version: '0.1.0', node: 'v20' }, ...parts,
  };
}

async function scrape(parts: Partial<Snapshot>): Promise<string[]> {
  return (await createExposition(() => snapshot(parts)).text()).split('\n');
}

function busySnapshot(): Partial<Snapshot> {
  const threads = createThreadStats(1);
  const lane = new ThreadLane(threads, 0);
  lane.memory(1000, 250);
  lane.slots(64, 3);
  lane.epoch(7);
  lane.eventLoopLag(1500);
  lane.refused(reasonNumber('model_not_found'));
  const control = new ControlCounters();
  control.swapped('m', 2e6);
  control.restarted('instance');
  return { versions: [version('READY', createStats(1, 1, 8))], frontEnds: [readThread(threads, 0)], gpus: [gpu], control, rollouts: [rollout], notify: [{ target: 'x.test-1', delivered: 4, failed: 3, waiting: 2, dead: 1 }] };
}

test('every metric of the catalogue is written, and nothing of ours that is no row', async () => {
  const lines = await scrape(busySnapshot());
  const announced = lines.filter((line) => /^# TYPE (nv|sluice)_/.test(line)).map((line) => line.split(' ').slice(2));
  expect(announced.map(([name]) => name).sort()).toEqual([...METRIC_NAMES].sort());
  for (const [name, type] of announced) expect(type).toBe(METRICS[name as keyof typeof METRICS].type);
});

test('samples carry exactly the labels of their row, and each metric is one group', async () => {
  const lines = (await scrape(busySnapshot())).filter((line) => /^(nv|sluice)_/.test(line));
  const groups: string[] = [];
  for (const line of lines) {
    const [, sample = '', labels = ''] = /^([a-z0-9_]+)(?:\{(.*)\})? \S+$/.exec(line) ?? [];
    const name = METRIC_NAMES.find((known) => known === sample) ?? METRIC_NAMES.find((known) => METRICS[known].type === 'histogram' && sample.startsWith(`${known}_`));
    expect(name, line).toBeDefined();
    const names = [...labels.matchAll(/([a-z_]+)="/g)].map(([, label]) => label).filter((label) => label !== 'le');
    expect(names, line).toEqual(name ? [...METRICS[name].labels] : []);
    if (name && groups.at(-1) !== name) groups.push(name);
  }
  expect(new Set(groups).size).toBe(groups.length);
});

test('a version has all its series from the load, at 0, and none once it is gone', async () => {
  const lines = await scrape({ versions: [version('READY', createStats(1, 1, 4))] });
  for (const label of ['REJECTED', 'CANCELED', 'BACKEND', 'OTHER']) expect(lines).toContain(`nv_inference_request_failure{model="m",version="1",reason="${label}"} 0`);
  for (const reason of REASON_NAMES) expect(lines).toContain(`sluice_request_refusals_total{model="m",version="1",reason="${reason}"} 0`);
  expect(lines).toContain('nv_inference_request_success{model="m",version="1"} 0');
  expect(lines).toContain('sluice_request_duration_seconds_bucket{model="m",version="1",le="+Inf"} 0');
  const gone = await scrape({ versions: [] });
  expect(gone.filter((line) => line.includes('model="m"'))).toEqual([]);
});

test('a version that is not loaded shows its state and nothing else', async () => {
  const lines = (await scrape({ versions: [version('UNAVAILABLE', null)] })).filter((line) => line.includes('model="m"'));
  expect(lines).toEqual([
    'sluice_version_state{model="m",version="1",state="LOADING"} 0',
    'sluice_version_state{model="m",version="1",state="READY"} 0',
    'sluice_version_state{model="m",version="1",state="UNLOADING"} 0',
    'sluice_version_state{model="m",version="1",state="UNAVAILABLE"} 1',
  ]);
});

test('counts of the lanes arrive with the right units', async () => {
  const stats = createStats(1, 1, 8);
  const front = new FrontLane(stats, 0);
  front.success(150);
  front.success(300);
  front.failed(reasonNumber('queue_full'), 10);
  front.inFlight(1);
  front.bytes(64, 16);
  const instance = new InstanceLane(stats, 0);
  instance.queued(60);
  instance.queued(40);
  instance.executed(3, 2, 10, 100, 5, 1);
  const lines = await scrape({ versions: [version('READY', stats)] });
  const m = '{model="m",version="1"}';
  for (const line of [
    `nv_inference_request_success${m} 2`, `nv_inference_count${m} 3`, `nv_inference_exec_count${m} 1`,
    `nv_inference_request_duration_us${m} 450`, `nv_inference_queue_duration_us${m} 100`,
    `nv_inference_compute_input_duration_us${m} 20`, `nv_inference_compute_infer_duration_us${m} 200`, `nv_inference_compute_output_duration_us${m} 10`,
    `nv_inference_pending_request_count${m} 4`, `nv_model_load_duration_secs${m} 1.5`,
    'nv_inference_request_failure{model="m",version="1",reason="REJECTED"} 1',
    'sluice_request_refusals_total{model="m",version="1",reason="queue_full"} 1',
    'sluice_request_duration_seconds_bucket{model="m",version="1",le="0.0001"} 0',
    'sluice_request_duration_seconds_bucket{model="m",version="1",le="0.00015"} 1',
    'sluice_request_duration_seconds_bucket{model="m",version="1",le="0.0003"} 2',
    `sluice_request_duration_seconds_sum${m} 0.00045`, `sluice_request_duration_seconds_count${m} 2`,
    `sluice_queue_duration_seconds_count${m} 2`, `sluice_compute_duration_seconds_sum${m} 0.000115`, `sluice_compute_duration_seconds_count${m} 1`,
    'sluice_batch_size_bucket{model="m",version="1",le="2"} 0', 'sluice_batch_size_bucket{model="m",version="1",le="4"} 1', `sluice_batch_size_sum${m} 3`,
    `sluice_requests_in_flight${m} 1`, `sluice_instances_degraded${m} 1`, `sluice_request_bytes_total${m} 64`,
  ]) expect(lines).toContain(line);
});

test('the GPU series carry one label, are plain decimals and do not open the page', async () => {
  const text = (await scrape(busySnapshot())).join('\n');
  for (const name of ['nv_gpu_utilization', 'nv_gpu_power_usage', 'nv_gpu_memory_used_bytes', 'nv_gpu_memory_total_bytes']) {
    expect(text).toMatch(new RegExp(`\\n${name}\\{gpu_uuid="GPU-1"\\} [0-9]+(\\.[0-9]+)?\\n`));
  }
  const silent = await scrape({ gpus: [{ ...gpu, powerLimitWatts: null, energyJoules: null }] });
  expect(silent.filter((line) => /power_limit|energy/.test(line))).toEqual([]);
});

test('front ends, control and process are shown', async () => {
  const lines = await scrape(busySnapshot());
  for (const line of [
    'sluice_request_memory_used_bytes{front_end="0"} 250', 'sluice_slots_used{front_end="0"} 3', 'sluice_event_loop_lag_seconds{front_end="0"} 0.0015',
    'sluice_unrouted_refusals_total{front_end="0",reason="model_not_found"} 1', 'sluice_thread_restarts_total{thread="instance"} 1',
    'sluice_swap_duration_seconds_count{model="m"} 1', 'sluice_swap_duration_seconds_sum{model="m"} 2', 'sluice_table_epoch 7',
    'sluice_build_info{version="0.1.0",node="v20"} 1', 'nv_cpu_utilization 0.25',
  ]) expect(lines).toContain(line);
  expect(lines.some((line) => line.startsWith('process_resident_memory_bytes '))).toBe(true);
});

test('label values are escaped and numbers printed as the format wants', () => {
  expect(labelText({ model: 'a"b\\c\nd', version: '1' })).toBe('model="a\\"b\\\\c\\nd",version="1"');
  expect([0, 1.5, Number.NaN, Infinity, -Infinity].map(numberText)).toEqual(['0', '1.5', 'NaN', '+Inf', '-Inf']);
  expect(new TextWriter().text()).toBe('');
});

test('machine utilization is what passed between two readings', () => {
  let busy = 1000;
  let idle = 1000;
  const times = () => [{ times: { user: busy, nice: 0, sys: 0, irq: 0, idle } }];
  const meter = new MachineMeter({ cpus: times, totalmem: () => 100, freemem: () => 30 });
  busy += 300;
  idle += 100;
  expect(meter.read()).toEqual({ cpuUtilization: 0.75, memoryTotalBytes: 100, memoryUsedBytes: 70 });
  busy += 10;
  expect(meter.read().cpuUtilization).toBe(0.75);
});
