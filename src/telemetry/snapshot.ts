/** What one scrape looks at: plain data that the composition root gathers from the rooms that own it. */
import type { VersionState } from './catalogue.js';
import type { ControlCounters } from './control.js';
import type { Totals } from './reader.js';
import type { NotifySnapshot } from './notify.js';
import type { RolloutSnapshot } from './rollout.js';
import type { FrontEndGauges } from './thread.js';

export interface VersionSnapshot {
  readonly model: string;
  readonly version: number;
  readonly state: VersionState;
  /** Null while the version is not loaded: it then has a state and no other series. */
  readonly loaded: LoadedSnapshot | null;
}

export interface LoadedSnapshot {
  readonly totals: () => Totals;
  readonly queueDepth: () => number;
  readonly instancesServing: number;
  readonly instancesTotal: number;
  readonly loadSeconds: number;
}

export interface GpuSnapshot {
  readonly uuid: string;
  /** 0 to 1. */
  readonly utilization: number;
  readonly memoryTotalBytes: number;
  readonly memoryUsedBytes: number;
  readonly powerWatts: number;
  /** Null where the driver does not say. */
  readonly powerLimitWatts: number | null;
  readonly energyJoules: number | null;
}

export interface MachineSnapshot {
  readonly cpuUtilization: number;
  readonly memoryTotalBytes: number;
  readonly memoryUsedBytes: number;
}

export interface Snapshot {
  readonly versions: readonly VersionSnapshot[];
  readonly frontEnds: readonly FrontEndGauges[];
  readonly gpus: readonly GpuSnapshot[];
  readonly machine: MachineSnapshot;
  readonly control: ControlCounters;
  readonly rollouts: readonly RolloutSnapshot[];
  readonly notify: readonly NotifySnapshot[];
  readonly tableEpoch: number;
  readonly build: { readonly version: string; readonly node: string };
}
