/** What a scrape shows, gathered from the rooms that own it. Reading asks no thread: counters lie in shared memory. */
import type { VersionRoute } from '../batch/route.js';
import type { GpuReading } from '../device/device.js';
import type { Ledger } from '../lifecycle/ledger.js';
import type { RoutingTable } from '../routing/table.js';
import type { ControlCounters } from '../telemetry/control.js';
import type { StatisticsLedger } from '../telemetry/ledger.js';
import type { MachineMeter } from '../telemetry/machine.js';
import type { GpuSnapshot, LoadedSnapshot, Snapshot, VersionSnapshot } from '../telemetry/snapshot.js';
import type { NotifySnapshot } from '../telemetry/notify.js';
import type { RolloutSnapshot } from '../telemetry/rollout.js';
import { readThread } from '../telemetry/thread.js';
import type { Instances } from './instances.js';

export interface GaugeSources {
  readonly ledger: Ledger;
  readonly instances: Instances;
  readonly statistics: StatisticsLedger;
  readonly counters: ControlCounters;
  readonly machine: MachineMeter;
  readonly threadStats: SharedArrayBuffer;
  readonly frontEnds: number;
  readonly gpus: () => readonly GpuReading[];
  readonly table: () => RoutingTable<VersionRoute>;
  readonly rollouts: () => readonly RolloutSnapshot[];
  readonly notify: () => readonly NotifySnapshot[];
  readonly version: string;
}

export function gatherSnapshot(sources: GaugeSources): Snapshot {
  const { ledger, counters, machine, threadStats, frontEnds, table, version } = sources;
  return {
    versions: ledger.models().flatMap((model) => ledger.versions(model).map((row) => versionSnapshot(sources, model, row.version, row.state))),
    frontEnds: Array.from({ length: frontEnds }, (_, index) => readThread(threadStats, index)),
    gpus: sources.gpus().flatMap(gpuSnapshot),
    machine: machine.read(),
    control: counters,
    rollouts: sources.rollouts(),
    notify: sources.notify(),
    tableEpoch: table().epoch,
    build: { version, node: process.versions.node },
  };
}

function versionSnapshot(sources: GaugeSources, model: string, version: number, state: VersionSnapshot['state']): VersionSnapshot {
  const loads = [...sources.instances.live].filter((load) => load.model === model && load.version === version);
  if (loads.length === 0) return { model, version, state, loaded: null };
  const health = loads.map((load) => load.loaded.health());
  const loaded: LoadedSnapshot = {
    totals: () => sources.statistics.totals(model, version),
    queueDepth: () => loads.reduce((sum, load) => sum + load.queueDepth(), 0),
    instancesServing: health.reduce((sum, { serving }) => sum + serving, 0),
    instancesTotal: health.reduce((sum, { total }) => sum + total, 0),
    loadSeconds: loads[loads.length - 1]!.loadSeconds,
  };
  return { model, version, state, loaded };
}

/** A GPU that does not say what a dashboard expects of every GPU is left out rather than shown as zero. */
function gpuSnapshot(gpu: GpuReading): GpuSnapshot[] {
  const { uuid, utilization, memoryTotalBytes, memoryUsedBytes, powerUsageWatts, powerLimitWatts } = gpu;
  if (utilization === undefined || memoryTotalBytes === undefined || memoryUsedBytes === undefined || powerUsageWatts === undefined) return [];
  return [{ uuid, utilization, memoryTotalBytes, memoryUsedBytes, powerWatts: powerUsageWatts, powerLimitWatts: powerLimitWatts ?? null, energyJoules: null }];
}
