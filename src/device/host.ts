/** The machine itself as a device. Its memory is what this process may use: the container's bound where there is one. */
import { cpus, freemem, totalmem } from 'node:os';
import type { Device } from './device.js';

/** Pure part: a bound of 0 or one above the machine's memory (how the kernel spells "none") does not bind. */
export function boundedMemory(totalBytes: number, freeBytes: number, boundBytes: number, usedBytes: number): { totalBytes: number; freeBytes: number } {
  if (boundBytes <= 0 || boundBytes >= totalBytes) return { totalBytes, freeBytes };
  return { totalBytes: boundBytes, freeBytes: Math.max(0, Math.min(freeBytes, boundBytes - usedBytes)) };
}

export function hostDevice(): Device {
  const memory = boundedMemory(totalmem(), freemem(), process.constrainedMemory() ?? 0, process.memoryUsage.rss());
  return { kind: 'cpu', index: 0, name: cpus()[0]?.model ?? 'cpu', memoryTotalBytes: memory.totalBytes, memoryFreeBytes: memory.freeBytes };
}
