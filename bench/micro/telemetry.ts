/**
 * Nanoseconds per call of the counting that stands on the path of a request. Run with `node dist/bench/micro/telemetry.js`;
 * each row is the median of seven rounds, so that one disturbed round does not count.
 */
import { systemClock } from '../../src/base/clock.js';
import { AccessLog, blankAccess } from '../../src/telemetry/access.js';
import { DURATION_BOUNDS_US, durationBucket } from '../../src/telemetry/histogram.js';
import { FrontLane, InstanceLane } from '../../src/telemetry/lane.js';
import { createStats } from '../../src/telemetry/layout.js';
import { createExposition } from '../../src/telemetry/exposition.js';
import { ControlCounters } from '../../src/telemetry/control.js';
import { StatsReader } from '../../src/telemetry/reader.js';

const CALLS = 1_000_000;
const ROUNDS = 7;

const values = Float64Array.from({ length: 1024 }, (_, i) => 30 * 1.0125 ** i);

function measure(name: string, call: (us: number) => void, calls = CALLS): void {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = systemClock.nowUs();
    for (let i = 0; i < calls; i += 1) call(values[i & 1023] ?? 0);
    rounds.push(((systemClock.nowUs() - start) * 1000) / calls);
  }
  const median = rounds.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
  process.stdout.write(`${name.padEnd(36)} ${median.toFixed(1).padStart(10)} ns\n`);
}

function bucketByLoop(us: number): number {
  for (let i = 0; i < DURATION_BOUNDS_US.length; i += 1) if (us <= (DURATION_BOUNDS_US[i] ?? 0)) return i;
  return DURATION_BOUNDS_US.length;
}

function bucketByLog(us: number): number {
  return us <= 50 ? 0 : Math.min(DURATION_BOUNDS_US.length, Math.ceil(2 * Math.log2(us / 50)));
}

let kept = 0;
measure('durationBucket', (us) => { kept += durationBucket(us); });
measure('the same by a logarithm', (us) => { kept += bucketByLog(us); });
measure('the same by a loop', (us) => { kept += bucketByLoop(us); });

const stats = createStats(1, 1, 64);
const front = new FrontLane(stats, 0);
const instance = new InstanceLane(stats, 0);
measure('FrontLane.success', (us) => front.success(us));
measure('FrontLane.failed', (us) => front.failed(17, us));
measure('FrontLane.inFlight', () => front.inFlight(1));
measure('InstanceLane.queued', (us) => instance.queued(us));
measure('InstanceLane.executed', (us) => instance.executed(16, 12, 3, us, 2, 1));

const access = new AccessLog({ clock: systemClock, sink: (lines) => { kept += lines.length; }, sampleEvery: 1, failureEvery: 1, capacity: 4096 });
const entry = blankAccess();
measure('AccessLog.wants', () => { if (access.wants(0)) kept += 1; });
measure('AccessLog.record', () => access.record(entry));
while (access.flush());
measure('AccessLog.record and flush', () => { access.record(entry); if (access.waiting === 1024) access.flush(); }, 100_000);

const reader = new StatsReader(stats);
measure('StatsReader.totals, 2 lanes', () => { kept += reader.totals().success; }, 10_000);

const versions = Array.from({ length: 20 }, (_, i) => ({
  model: `m${i}`, version: 1, state: 'READY' as const,
  loaded: { totals: () => reader.totals(), queueDepth: () => 0, instancesServing: 1, instancesTotal: 1, loadSeconds: 1 },
}));
const exposition = createExposition(() => ({
  versions, frontEnds: [], rollouts: [], notify: [], gpus: [], machine: { cpuUtilization: 0, memoryTotalBytes: 1, memoryUsedBytes: 1 },
  control: new ControlCounters(), tableEpoch: 1, build: { version: 'bench', node: process.version },
}));
const start = systemClock.nowUs();
const SCRAPES = 50;
let characters = 0;
for (let i = 0; i < SCRAPES; i += 1) characters = (await exposition.text()).length;
process.stdout.write(`one scrape of 20 versions: ${((systemClock.nowUs() - start) / SCRAPES / 1000).toFixed(2)} ms, ${Math.round(characters / 1024)} KB (${kept > 0 ? 'kept' : ''})\n`);
