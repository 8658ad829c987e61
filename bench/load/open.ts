/**
 * Open loop: requests are sent at times fixed beforehand, whatever the server does. An answer's latency counts from
 * the intended arrival, so that time spent waiting for a free connection, or behind a stall, is not hidden. The
 * transport (HTTP connections or a gRPC channel) is given as `Lanes`.
 */
import { systemClock } from '../../src/base/clock.js';
import { arrivalTimesUs, type ScheduleOptions } from '../schedule.js';
import { startBell } from './bell.js';
import { SETTLE_MS_MAX } from './closed.js';
import type { LoadJob, LoadReport } from './job.js';
import { Tally } from './tally.js';

/** A transport that takes one request at a time on each of its lanes. */
export interface Lanes {
  /** Sends if a lane is free and returns true; otherwise the caller keeps the request. */
  send(fromUs: number): boolean;
  close(): void;
}

export type OpenLanes = (answered: (status: string, fromUs: number) => void) => Promise<Lanes>;

type OpenJob = Extract<LoadJob, { kind: 'http-open' | 'grpc-open' }>;

/** More arrivals than a run can need at any rate that one generator reaches. */
const ARRIVALS_MAX = 5_000_000;
/** Between making the schedule and its first arrival: the bell's thread has to be up. */
const LEAD_US = 200_000;

export async function openLoop(job: OpenJob, openLanes: OpenLanes): Promise<LoadReport> {
  const schedule: ScheduleOptions = {
    pattern: job.pattern,
    ratePerSecond: job.ratePerSecond,
    seconds: job.warmSeconds + job.seconds,
    seed: job.seed,
    arrivalsMax: Math.min(ARRIVALS_MAX, job.requestsMax),
  };
  return new OpenLoop(job, arrivalTimesUs(schedule)).run(openLanes);
}

class OpenLoop {
  private readonly tally = new Tally();
  private startUs = 0;
  private countedFromUs = 0;
  private next = 0;
  private waiting = 0;
  private lanes: Lanes | null = null;
  private settled: () => void = () => undefined;

  constructor(
    private readonly job: OpenJob,
    private readonly timesUs: Float64Array,
  ) {}

  async run(openLanes: OpenLanes): Promise<LoadReport> {
    this.lanes = await openLanes((status, fromUs) => this.answered(status, fromUs));
    this.startUs = systemClock.nowUs() + LEAD_US;
    this.countedFromUs = this.startUs + this.job.warmSeconds * 1e6;
    this.tally.begin(this.countedFromUs);
    const bell = startBell(this.timesUs, this.startUs, () => this.advance());
    const endMs = LEAD_US / 1000 + (this.job.warmSeconds + this.job.seconds) * 1000;
    const cpuAtStart = process.cpuUsage();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, endMs + SETTLE_MS_MAX);
      this.settled = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    const cpu = process.cpuUsage(cpuAtStart);
    await bell.stop();
    this.lanes.close();
    // Rates are per second of arrivals: a server that answers the rest later has not answered faster.
    const report = this.tally.report(this.countedFromUs + this.job.seconds * 1e6);
    const unanswered = this.waiting + (this.timesUs.length - this.next);
    const generatorCores = (cpu.user + cpu.system) / 1000 / endMs;
    if (unanswered === 0) return { ...report, generatorCores };
    const statuses = { ...report.statuses, unanswered };
    return { ...report, failed: report.failed + unanswered, statuses, generatorCores };
  }

  /** Sends everything that is due; stops at the first request for which no lane is free. */
  private advance(): void {
    const nowUs = systemClock.nowUs();
    while (this.next < this.timesUs.length) {
      const fromUs = this.startUs + (this.timesUs[this.next] ?? 0);
      if (fromUs > nowUs || this.lanes === null || !this.lanes.send(fromUs)) return;
      this.next += 1;
      this.waiting += 1;
      if (fromUs < this.countedFromUs) continue;
      this.tally.sent += 1;
      this.tally.late(nowUs - fromUs);
    }
  }

  private answered(status: string, fromUs: number): void {
    this.waiting -= 1;
    this.tally.answer(status, fromUs, systemClock.nowUs());
    this.advance();
    if (this.waiting === 0 && this.next === this.timesUs.length) this.settled();
  }
}
