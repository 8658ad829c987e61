import { describe, expect, it } from 'vitest';
import { parseGpuCsv, readSurvey, surveyGpus } from '../../src/device/cuda.js';
import type { ToolCall, ToolOutcome } from '../../src/device/tool.js';

const TWO =
  '0, GPU-aaaa1111-0000-0000-0000-000000000001, 81559, 1032, 80526, 37, 123.45, 700.00, 580.82.07, NVIDIA H100 80GB HBM3\n' +
  '1, GPU-bbbb2222-0000-0000-0000-000000000002, 16384, 0, 16384, 0, 9.10, 70.00, 580.82.07, Tesla T4, rev A\n';
const ended = (stdout: string, code = 0, stderr = ''): ToolOutcome => ({ end: 'exit', code, stdout, stderr });
const seen = (survey: ReturnType<typeof readSurvey>) => (survey.state === 'present' ? survey.gpus.map((gpu) => [gpu.index, gpu.uuid.slice(0, 8)]) : survey.why);

describe('the list of the driver', () => {
  it('becomes bytes, fractions and watts', () => {
    expect(parseGpuCsv(TWO)[0]).toEqual({
      index: 0,
      uuid: 'GPU-aaaa1111-0000-0000-0000-000000000001',
      name: 'NVIDIA H100 80GB HBM3',
      driverVersion: '580.82.07',
      memoryTotalBytes: 81559 * 1048576,
      memoryUsedBytes: 1032 * 1048576,
      memoryFreeBytes: 80526 * 1048576,
      utilization: 0.37,
      powerUsageWatts: 123.45,
      powerLimitWatts: 700,
    });
  });
  it('may hold a comma in a name', () => {
    expect(parseGpuCsv(TWO)[1]?.name).toBe('Tesla T4, rev A');
  });
  it('leaves out what a device does not give', () => {
    const [gpu] = parseGpuCsv('0, GPU-x, [N/A], [N/A], [N/A], [N/A], [Not Supported], [Unknown Error], 580.1, NVIDIA GB10');
    expect(gpu).toEqual({ index: 0, uuid: 'GPU-x', name: 'NVIDIA GB10', driverVersion: '580.1' });
  });
  it('passes over lines that are no reading', () => {
    expect(parseGpuCsv('Warning: something, or other\n\n' + TWO)).toHaveLength(2);
    expect(parseGpuCsv('')).toEqual([]);
  });
});

describe('a survey', () => {
  it('says why nothing is there', () => {
    expect(seen(readSurvey({ end: 'missing', file: 'nvidia-smi', cause: 'ENOENT' }))).toContain('not on PATH');
    expect(seen(readSurvey({ end: 'timeout', timeoutMs: 5000, stdout: '', stderr: '' }))).toContain('within 5000 ms');
    expect(seen(readSurvey({ end: 'signal', signal: 'SIGSEGV', stdout: '', stderr: '' }))).toContain('SIGSEGV');
    expect(seen(readSurvey(ended("NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.\n", 9)))).toContain("exit code 9: NVIDIA-SMI has failed because it couldn't communicate");
    expect(seen(readSurvey(ended('No devices were found\n')))).toBe('nvidia-smi lists no GPU: No devices were found');
  });
  it('asks the tool once and applies CUDA_VISIBLE_DEVICES', async () => {
    const calls: ToolCall[] = [];
    const run = (call: ToolCall): Promise<ToolOutcome> => {
      calls.push(call);
      return Promise.resolve(ended(TWO));
    };
    expect(seen(await surveyGpus('1', run))).toEqual([[0, 'GPU-bbbb']]);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.args).toContain('--format=csv,noheader,nounits');
    expect(seen(await surveyGpus('', run))).toContain('hides all 2 GPUs');
  });
});
