import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { gatherCuda, probeDevice, readProbe } from '../../src/device/probe.js';
import type { ToolOutcome } from '../../src/device/tool.js';

// Processes run the built files; `npm test` builds before it tests.
const child = fileURLToPath(new URL('../../dist/src/device/probe-child.js', import.meta.url));
const ended = (stdout: string, stderr = '', code = 0): ToolOutcome => ({ end: 'exit', code, stdout, stderr });
const report = (matmul: string | null, convolution: string | null): string => `noise\n${JSON.stringify({ probe: 1, faults: { matmul, convolution } })}\n`;
const cannotLoad = 'OrtSessionOptionsAppendExecutionProvider_Cuda: Failed to load shared library';
const missing = (file: string, by: string): string =>
  `\u001b[1;31m[E:onnxruntime] Failed to load library ${by} with error: ${file}: cannot open shared object file: No such file or directory\n\u001b[m`;

describe('what the end of a probe says', () => {
  it('is usable when both models compute', () => {
    expect(readProbe('cuda:0', ended(report(null, null)))).toEqual({ usable: true, why: undefined });
  });
  it('warns of convolutions without cuDNN', () => {
    const read = readProbe('cuda:0', ended(report(null, 'cuDNN is unavailable or disabled')));
    expect(read).toMatchObject({ usable: true });
    expect(read.why).toContain('convolutions fail there (is cuDNN 9 installed?): cuDNN is unavailable');
  });
  it('names the missing library and its remedy', () => {
    const why = (file: string): string | undefined => readProbe('cuda:0', ended(report(cannotLoad, cannotLoad), missing(file, '/x/libonnxruntime_providers_cuda.so'))).why;
    expect(why('/x/libonnxruntime_providers_shared.so')).toContain('run `npm run install:cuda`');
    expect(why('libcublas.so.13')).toContain('libcublas.so.13 cannot be found; install the CUDA 13');
    expect(why('libcuda.so.1')).toContain('install the driver');
  });
  it('keeps an unknown fault in its own words', () => {
    expect(readProbe('cuda:0', ended(report('CUDA failure 100: no CUDA-capable device', null))).why).toBe('ONNX Runtime cannot use cuda:0: CUDA failure 100: no CUDA-capable device');
  });
  it('survives crash, hang and silence', () => {
    expect(readProbe('cuda:0', { end: 'signal', signal: 'SIGSEGV', stdout: '', stderr: 'boom\n' }).why).toContain('died of SIGSEGV (boom)');
    expect(readProbe('cuda:0', { end: 'timeout', timeoutMs: 60_000, stdout: '', stderr: '' }).why).toContain('within 60 s');
    expect(readProbe('cuda:0', ended('', 'Cannot find module', 1)).why).toContain('exit code 1 and no report (Cannot find module)');
  });
});

describe('a probe process', () => {
  it('finds the CPU usable', async () => {
    expect(await probeDevice({ kind: 'cpu', index: 0 }, { child })).toEqual({ usable: true, why: undefined });
  });
  it('reports a CUDA device that nobody has, and lives', async () => {
    const read = await probeDevice({ kind: 'cuda', index: 99 }, { child });
    expect(read.usable).toBe(false);
    expect(read.why).toBeTruthy();
  });
});

describe('the facts for the choice of devices', () => {
  const gpus = [0, 1].map((index) => ({ index, uuid: `GPU-${index}`, name: 'T4', driverVersion: '580' }));
  it('keep the GPUs that compute and warn of the rest', async () => {
    const facts = await gatherCuda({ state: 'present', gpus }, ({ index }) => Promise.resolve(index === 0 ? { usable: false, why: 'broken' } : { usable: true, why: undefined }));
    expect(facts).toMatchObject({ state: 'usable', gpus: [{ index: 1 }], warnings: ['broken'] });
  });
  it('say why none can be used', async () => {
    expect(await gatherCuda({ state: 'present', gpus }, () => Promise.resolve({ usable: false, why: 'no provider' }))).toMatchObject({ state: 'unusable', why: 'no provider' });
    expect(await gatherCuda({ state: 'absent', why: 'no driver' })).toMatchObject({ state: 'unusable', why: 'no driver' });
  });
});
