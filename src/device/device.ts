/**
 * What the rest of the house knows about hardware: devices by name, and what is known of their memory. Names are
 * `cpu` and `cuda:N`, N counted as CUDA counts them in this process (after `CUDA_VISIBLE_DEVICES`).
 */
export type DeviceKind = 'cpu' | 'cuda';

export interface Device {
  readonly kind: DeviceKind;
  readonly index: number;
  readonly name: string;
  /** 0 where the device does not say (shared memory designs, slices of a GPU); such a device is not budgeted. */
  readonly memoryTotalBytes: number;
  readonly memoryFreeBytes: number;
}

/** What the GPU metrics show; a figure that the driver does not give is left out. */
export interface GpuReading {
  readonly index: number;
  readonly uuid: string;
  readonly name: string;
  readonly driverVersion: string;
  readonly memoryTotalBytes?: number;
  readonly memoryUsedBytes?: number;
  readonly memoryFreeBytes?: number;
  /** 0 to 1. */
  readonly utilization?: number;
  readonly powerUsageWatts?: number;
  readonly powerLimitWatts?: number;
}

/** One look at the GPUs: what is there, or why nothing is known. */
export type GpuSurvey = { readonly state: 'present'; readonly gpus: readonly GpuReading[] } | { readonly state: 'absent'; readonly why: string };

export type DeviceName = 'cpu' | `cuda:${number}`;

export function deviceName(device: Pick<Device, 'kind' | 'index'>): DeviceName {
  return device.kind === 'cpu' ? 'cpu' : `cuda:${device.index}`;
}

export function gpuDevice(reading: GpuReading): Device {
  return {
    kind: 'cuda',
    index: reading.index,
    name: reading.name,
    memoryTotalBytes: reading.memoryTotalBytes ?? 0,
    memoryFreeBytes: reading.memoryFreeBytes ?? 0,
  };
}
