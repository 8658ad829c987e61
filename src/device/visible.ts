/**
 * `CUDA_VISIBLE_DEVICES` binds CUDA but not `nvidia-smi`. This applies CUDA's reading of it to the tool's list, so that
 * `cuda:0` means the same GPU to both. Both count by bus id only under `CUDA_DEVICE_ORDER=PCI_BUS_ID`, which `main`
 * sets unless the environment says otherwise.
 */
import type { GpuReading } from './device.js';

export function visibleGpus(gpus: readonly GpuReading[], visible: string | undefined): readonly GpuReading[] {
  if (visible === undefined) return gpus;
  const chosen: GpuReading[] = [];
  for (const entry of visible.split(',').map((part) => part.trim())) {
    const gpu = find(gpus, entry);
    // CUDA stops at the first entry that names no device, and shows nothing at all when one is named twice.
    if (gpu === undefined) break;
    if (chosen.some((earlier) => earlier.index === gpu.index)) return [];
    chosen.push(gpu);
  }
  return chosen.map((gpu, index) => ({ ...gpu, index }));
}

function find(gpus: readonly GpuReading[], entry: string): GpuReading | undefined {
  if (/^\d+$/.test(entry)) return gpus.find((gpu) => gpu.index === Number(entry));
  if (!entry.startsWith('GPU-')) return undefined;
  const matches = gpus.filter((gpu) => gpu.uuid.toLowerCase().startsWith(entry.toLowerCase()));
  return matches.length === 1 ? matches[0] : undefined;
}
