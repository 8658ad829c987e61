/** What hardware the server works with: surveyed once at the start, and GPUs read again for the metrics. */
import type { Log } from '../base/log.js';
import type { ServerOptions } from '../config/server.js';
import { surveyGpus } from '../device/cuda.js';
import type { Device, GpuReading } from '../device/device.js';
import { hostDevice } from '../device/host.js';
import { gatherCuda } from '../device/probe.js';
import { chooseDevices, parseDeviceFlag, type CudaFacts, type DeviceChoice } from '../device/select.js';

export interface Hardware {
  readonly choice: DeviceChoice;
  /** The host and the GPUs in use, for the memory budget. */
  readonly devices: readonly Device[];
  /** The newest readings; none without a GPU. */
  readings(): readonly GpuReading[];
  stop(): void;
}

/** Triton's `--metrics-interval-ms`. */
const READ_EVERY_MS = 2000;

/** @throws ServingError invalid_argument where `--device cuda` cannot be had */
export async function findDevices(flag: ServerOptions['device'], log: Log): Promise<Hardware> {
  const parsed = parseDeviceFlag(flag);
  let latest: readonly GpuReading[] = [];
  let facts: CudaFacts = { state: 'unusable', why: '--device cpu' };
  if (parsed.mode !== 'cpu') {
    const survey = await surveyGpus();
    if (survey.state === 'present') latest = survey.gpus;
    const gathered = await gatherCuda(survey);
    for (const warning of gathered.warnings) log.warn({ kind: 'device' }, warning);
    facts = gathered;
  }
  const choice = chooseDevices(parsed, facts);
  log.info({ device: flag }, `models run on ${choice.why}`);
  const timer = latest.length === 0 ? null : setInterval(() => {
    void surveyGpus().then((survey) => {
      if (survey.state === 'present') latest = survey.gpus;
    });
  }, READ_EVERY_MS);
  timer?.unref();
  return {
    choice,
    devices: [hostDevice(), ...choice.gpus],
    readings: () => latest,
    stop: () => {
      if (timer !== null) clearInterval(timer);
    },
  };
}
