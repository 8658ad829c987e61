/**
 * Reads the GPUs through `nvidia-smi`, which comes with every driver: no library of ours to load, and it counts
 * processes other than ours too. One call costs tens of milliseconds, so callers poll it once in seconds, off the
 * data path. That the tool or the driver is absent is an answer, not a fault.
 */
import type { GpuReading, GpuSurvey } from './device.js';
import { runTool, type RunTool, type ToolOutcome } from './tool.js';
import { visibleGpus } from './visible.js';

/** The name stands last because only it may hold a comma. */
const FIELDS = ['index', 'uuid', 'memory.total', 'memory.used', 'memory.free', 'utilization.gpu', 'power.draw', 'power.limit', 'driver_version', 'name'] as const;
const MIB = 1 << 20;
const TIMEOUT_MS = 5_000;

function figure(text: string | undefined): number | undefined {
  const trimmed = text?.trim() ?? '';
  // The driver writes `[N/A]`, `[Not Supported]` and the like where a device has no such figure.
  return /^\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : undefined;
}

function scaled<Key extends string>(key: Key, text: string | undefined, factor: number): { [K in Key]?: number } {
  const value = figure(text);
  return (value === undefined ? {} : { [key]: value * factor }) as { [K in Key]?: number };
}

/** Lines that are no reading (warnings on stdout, blank lines) are passed over. */
export function parseGpuCsv(text: string): GpuReading[] {
  const readings: GpuReading[] = [];
  for (const line of text.split('\n')) {
    const cells = line.split(',').map((cell) => cell.trim());
    const index = figure(cells[0]);
    if (cells.length < FIELDS.length || index === undefined) continue;
    readings.push({
      index,
      uuid: cells[1] ?? '',
      ...scaled('memoryTotalBytes', cells[2], MIB),
      ...scaled('memoryUsedBytes', cells[3], MIB),
      ...scaled('memoryFreeBytes', cells[4], MIB),
      ...scaled('utilization', cells[5], 0.01),
      ...scaled('powerUsageWatts', cells[6], 1),
      ...scaled('powerLimitWatts', cells[7], 1),
      driverVersion: cells[8] ?? '',
      name: cells.slice(9).join(', '),
    });
  }
  return readings.sort((a, b) => a.index - b.index);
}

/** Pure: what an ended call says about the GPUs of this machine. */
export function readSurvey(outcome: ToolOutcome): GpuSurvey {
  switch (outcome.end) {
    case 'missing':
      return { state: 'absent', why: 'nvidia-smi is not on PATH, so there is no NVIDIA driver here (in a container: start it with GPU access, `--gpus all`)' };
    case 'timeout':
      return { state: 'absent', why: `nvidia-smi gave no answer within ${outcome.timeoutMs} ms; the driver may hang` };
    case 'signal':
      return { state: 'absent', why: `nvidia-smi was ended by ${outcome.signal}` };
    case 'exit': {
      const said = (outcome.stdout.trim() || outcome.stderr.trim()).split('\n')[0] ?? '';
      if (outcome.code !== 0) return { state: 'absent', why: `nvidia-smi ended with exit code ${outcome.code}: ${said}` };
      const gpus = parseGpuCsv(outcome.stdout);
      if (gpus.length === 0) return { state: 'absent', why: `nvidia-smi lists no GPU${said === '' ? '' : `: ${said}`}` };
      return { state: 'present', gpus };
    }
  }
}

/** Looks once. GPUs hidden by `CUDA_VISIBLE_DEVICES` are left out and the rest are numbered as CUDA numbers them. */
export async function surveyGpus(visible: string | undefined = process.env['CUDA_VISIBLE_DEVICES'], run: RunTool = runTool): Promise<GpuSurvey> {
  const args = [`--query-gpu=${FIELDS.join(',')}`, '--format=csv,noheader,nounits'];
  const survey = readSurvey(await run({ file: 'nvidia-smi', args, timeoutMs: TIMEOUT_MS }));
  if (survey.state === 'absent') return survey;
  const gpus = visibleGpus(survey.gpus, visible);
  if (gpus.length > 0) return { state: 'present', gpus };
  return { state: 'absent', why: `CUDA_VISIBLE_DEVICES=${visible ?? ''} hides all ${survey.gpus.length} GPUs of this machine` };
}
