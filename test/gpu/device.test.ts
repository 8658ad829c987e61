/**
 * What can only be seen on a GPU. Each test runs on every GPU that CUDA shows, and is skipped with the reason where
 * there is none; `npm run test:gpu` prints the reason. The engine contract joins this suite as it does for the CPU.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { surveyGpus } from '../../src/device/cuda.js';
import { gpuDevice } from '../../src/device/device.js';
import { probeDevice } from '../../src/device/probe.js';
import { chooseDevices, parseDeviceFlag } from '../../src/device/select.js';

const child = fileURLToPath(new URL('../../dist/src/device/probe-child.js', import.meta.url));
const survey = await surveyGpus();
const gpus = survey.state === 'present' ? survey.gpus : [];
const absent = survey.state === 'absent' ? survey.why : undefined;

describe('the GPUs of this machine', () => {
  it('are listed with memory, load and power', (context) => {
    if (absent !== undefined) return context.skip(absent);
    for (const gpu of gpus) {
      const device = gpuDevice(gpu);
      expect(device.memoryTotalBytes, gpu.name).toBeGreaterThan(1 << 30);
      expect(device.memoryFreeBytes, gpu.name).toBeLessThanOrEqual(device.memoryTotalBytes);
      expect(gpu.utilization ?? 0).toBeLessThanOrEqual(1);
      expect(gpu.uuid).toMatch(/^(GPU|MIG)-/);
    }
  });

  it('compute a product and a convolution, nothing of it on the CPU', async (context) => {
    if (absent !== undefined) return context.skip(absent);
    for (const gpu of gpus) expect(await probeDevice({ kind: 'cuda', index: gpu.index }, { child })).toEqual({ usable: true, why: undefined });
  }, 120_000);

  it('are what --device auto takes', (context) => {
    if (absent !== undefined) return context.skip(absent);
    const choice = chooseDevices(parseDeviceFlag('auto'), { state: 'usable', gpus: gpus.map(gpuDevice) });
    expect(choice.gpus).toHaveLength(gpus.length);
  });

  it('end a probe of a GPU that is not there with a reason', async (context) => {
    if (absent !== undefined) return context.skip(absent);
    const report = await probeDevice({ kind: 'cuda', index: 99 }, { child });
    expect(report.usable).toBe(false);
    expect(report.why).toContain('cuda:99');
  }, 120_000);
});
