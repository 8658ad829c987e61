/**
 * From the `--device` flag and a model's instance groups to places where copies of the model run. Pure: the facts
 * (which GPUs there are, whether the CUDA provider works) come in as values. `auto` takes CUDA where it works and
 * says why where it does not; `cuda` and `cuda:N` never fall back.
 */
import { unreachable } from '../base/assert.js';
import { ServingError } from '../base/error.js';
import { deviceName, type Device, type DeviceName } from './device.js';

export type DeviceFlag = { readonly mode: 'auto' } | { readonly mode: 'cpu' } | { readonly mode: 'cuda'; readonly index?: number };

/** What was found: GPUs and a working provider, or one sentence on what is missing. */
export type CudaFacts = { readonly state: 'usable'; readonly gpus: readonly Device[] } | { readonly state: 'unusable'; readonly why: string };

export interface DeviceChoice {
  readonly flag: DeviceFlag;
  /** GPUs that models may use; empty means that all run on the CPU. */
  readonly gpus: readonly Device[];
  /** One sentence for the log at start. */
  readonly why: string;
}

export type GroupKind = 'KIND_AUTO' | 'KIND_GPU' | 'KIND_CPU';

export interface InstanceGroup {
  readonly kind: GroupKind;
  /** Copies per device. */
  readonly count: number;
  /** Empty means all that the server uses. */
  readonly gpus: readonly number[];
}

export interface InstancePlacement {
  readonly device: DeviceName;
  /** Which copy on this device, from 0. */
  readonly copy: number;
  /** Which instance of the model, from 0, over all groups and devices. */
  readonly instanceIndex: number;
}

/** Triton's default where a model names no group: one copy on each GPU in use, or one on the CPU. */
export const DEFAULT_GROUPS: readonly InstanceGroup[] = [{ kind: 'KIND_AUTO', count: 1, gpus: [] }];

export function parseDeviceFlag(text: string): DeviceFlag {
  if (text === 'auto' || text === 'cpu' || text === 'cuda') return { mode: text };
  const index = /^cuda:(\d{1,3})$/.exec(text)?.[1];
  if (index !== undefined) return { mode: 'cuda', index: Number(index) };
  throw new ServingError('invalid_argument', `--device must be auto, cpu, cuda or cuda:N, got '${text}'`);
}

export function flagText(flag: DeviceFlag): string {
  return flag.mode === 'cuda' && flag.index !== undefined ? `cuda:${flag.index}` : flag.mode;
}

/** @throws ServingError invalid_argument where `cuda` is asked for and cannot be had. */
export function chooseDevices(flag: DeviceFlag, facts: CudaFacts): DeviceChoice {
  switch (flag.mode) {
    case 'cpu':
      return { flag, gpus: [], why: 'CPU, as --device cpu asks' };
    case 'auto':
      if (facts.state === 'unusable') return { flag, gpus: [], why: `CPU, because CUDA cannot be used: ${facts.why}` };
      return { flag, gpus: facts.gpus, why: `CUDA on ${names(facts.gpus)}` };
    case 'cuda': {
      const remedy = 'start with --device auto or --device cpu to serve on the CPU; docs/gpu.md tells how to set CUDA up';
      if (facts.state === 'unusable') throw new ServingError('invalid_argument', `--device ${flagText(flag)}: CUDA cannot be used: ${facts.why}; ${remedy}`);
      const gpus = flag.index === undefined ? facts.gpus : facts.gpus.filter((gpu) => gpu.index === flag.index);
      if (gpus.length === 0) throw new ServingError('invalid_argument', `--device ${flagText(flag)}: there is no such GPU; this machine has ${names(facts.gpus)}`);
      return { flag, gpus, why: `CUDA on ${names(gpus)}, as --device ${flagText(flag)} asks` };
    }
    default:
      return unreachable(flag);
  }
}

function names(gpus: readonly Device[]): string {
  return gpus.length === 0 ? 'no GPU' : gpus.map((gpu) => `${deviceName(gpu)} (${gpu.name})`).join(', ');
}

/**
 * Where the copies of one model go.
 * @throws ServingError load_failed where a group asks for a GPU that the server does not use.
 */
export function placeInstances(model: string, groups: readonly InstanceGroup[], choice: DeviceChoice): InstancePlacement[] {
  const placements: InstancePlacement[] = [];
  const copies = new Map<DeviceName, number>();
  for (const group of groups.length === 0 ? DEFAULT_GROUPS : groups) {
    for (const device of groupDevices(model, group, choice)) {
      for (let each = 0; each < group.count; each += 1) {
        const copy = copies.get(device) ?? 0;
        copies.set(device, copy + 1);
        placements.push({ device, copy, instanceIndex: placements.length });
      }
    }
  }
  return placements;
}

function groupDevices(model: string, group: InstanceGroup, choice: DeviceChoice): DeviceName[] {
  if (group.kind === 'KIND_CPU') return ['cpu'];
  if (choice.gpus.length === 0) {
    // Who starts with `--device cpu` has decided for the whole server; a repository made for GPUs then runs as it is.
    if (group.kind === 'KIND_AUTO' || choice.flag.mode === 'cpu') return ['cpu'];
    throw new ServingError(
      'load_failed',
      `instance_group of model '${model}' asks for KIND_GPU, but the server runs on ${choice.why}; use KIND_AUTO, or start with --device cpu to run it on the CPU`,
    );
  }
  if (group.gpus.length === 0) return choice.gpus.map(deviceName);
  return group.gpus.map((index) => {
    const gpu = choice.gpus.find((device) => device.index === index);
    if (gpu !== undefined) return deviceName(gpu);
    throw new ServingError('load_failed', `instance_group of model '${model}' names GPU ${index}, but the server uses ${names(choice.gpus)}`);
  });
}
