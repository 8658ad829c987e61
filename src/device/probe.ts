/**
 * Asks a throw-away process whether a device really computes. Promises a report whatever happens to that process:
 * a missing library, a wrong driver, a crash or a hang all come back as one sentence with a remedy.
 */
import { fileURLToPath } from 'node:url';
import type { Device, DeviceKind, GpuSurvey } from './device.js';
import { deviceName, gpuDevice } from './device.js';
import type { CudaFacts } from './select.js';
import { runTool, type RunTool, type ToolOutcome } from './tool.js';

/** Starting a CUDA context and loading 230 MB of kernels takes seconds on a cold machine. */
const TIMEOUT_MS = 60_000;

export interface ProbeReport {
  /** Whether a model runs there and computes what it should. */
  readonly usable: boolean;
  /** Why not; or, where usable, what will fail nevertheless (convolutions without cuDNN). */
  readonly why: string | undefined;
}

interface ChildReport {
  readonly probe: 1;
  readonly faults: Readonly<Record<'matmul' | 'convolution', string | null>>;
}

const CHILD = fileURLToPath(new URL('./probe-child.js', import.meta.url));

export async function probeDevice(
  device: { readonly kind: DeviceKind; readonly index: number },
  options: { readonly run?: RunTool; readonly child?: string; readonly timeoutMs?: number } = {},
): Promise<ProbeReport> {
  const run = options.run ?? runTool;
  const args = [options.child ?? CHILD, device.kind, String(device.index)];
  const env = { ORT_DISABLE_TELEMETRY: '1' };
  return readProbe(deviceName(device), await run({ file: process.execPath, args, timeoutMs: options.timeoutMs ?? TIMEOUT_MS, env }));
}

/** Pure: what the end of the probe process says. */
export function readProbe(device: string, outcome: ToolOutcome): ProbeReport {
  switch (outcome.end) {
    case 'missing':
      return { usable: false, why: `the probe of ${device} could not be started: ${outcome.cause}` };
    case 'timeout':
      return { usable: false, why: `the probe of ${device} gave no answer within ${outcome.timeoutMs / 1000} s` };
    case 'signal':
      return { usable: false, why: `the probe of ${device} died of ${outcome.signal}${told(outcome.stderr)}; driver and CUDA libraries may not fit together` };
    case 'exit': {
      const report = parseReport(outcome.stdout);
      if (report === undefined) return { usable: false, why: `the probe of ${device} ended with exit code ${outcome.code} and no report${told(outcome.stderr)}` };
      const { matmul, convolution } = report.faults;
      if (matmul !== null) return { usable: false, why: explain(device, matmul, outcome.stderr) };
      if (convolution === null) return { usable: true, why: undefined };
      return { usable: true, why: `${device} computes, but convolutions fail there (is cuDNN 9 installed?): ${convolution}` };
    }
  }
}

function parseReport(stdout: string): ChildReport | undefined {
  for (const line of stdout.split('\n').reverse()) {
    if (line.startsWith('{"probe":1,')) return JSON.parse(line) as ChildReport;
  }
  return undefined;
}

function told(stderr: string): string {
  const line = plain(stderr).trim().split('\n').at(-1)?.trim() ?? '';
  return line === '' ? '' : ` (${line.slice(0, 300)})`;
}

function plain(text: string): string {
  // ONNX Runtime colours its log lines even into a pipe.
  return text.replace(/\u001b\[[\d;]*m/g, '');
}

/** ONNX Runtime's exception says only that a library cannot be loaded; which one stands on stderr. */
function explain(device: string, fault: string, stderr: string): string {
  const library = /with error: (?:\S+: )?(\S+): cannot open shared object file/.exec(plain(stderr))?.[1];
  const file = library?.split('/').at(-1);
  if (file?.startsWith('libonnxruntime_providers_')) return `ONNX Runtime's CUDA provider is not installed (${file} is missing); run \`npm run install:cuda\``;
  if (file === 'libcuda.so.1') return 'the NVIDIA driver library libcuda.so.1 cannot be found; install the driver, or start the container with GPU access';
  if (file !== undefined) return `the CUDA library ${file} cannot be found; install the CUDA 13 runtime libraries or put their folder on LD_LIBRARY_PATH (docs/gpu.md)`;
  return `ONNX Runtime cannot use ${device}: ${fault}${told(stderr)}`;
}

/** From the driver's list to the facts that `chooseDevices` reads. Each GPU is probed, one after the other. */
export async function gatherCuda(survey: GpuSurvey, probe: (device: Device) => Promise<ProbeReport> = probeDevice): Promise<CudaFacts & { readonly warnings: readonly string[] }> {
  if (survey.state === 'absent') return { state: 'unusable', why: survey.why, warnings: [] };
  const gpus: Device[] = [];
  const warnings: string[] = [];
  for (const device of survey.gpus.map(gpuDevice)) {
    const report = await probe(device);
    if (report.usable) gpus.push(device);
    if (report.why !== undefined) warnings.push(report.why);
  }
  if (gpus.length > 0) return { state: 'usable', gpus, warnings };
  return { state: 'unusable', why: warnings[0] ?? 'no GPU passed the probe', warnings: warnings.slice(1) };
}
