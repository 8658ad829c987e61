/**
 * Closed loop over HTTP: every connection sends its next request as soon as the last one is answered. Measures what a
 * server can do at a given concurrency; it says nothing about waiting under a load that does not wait (see open.ts).
 */
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../../src/base/clock.js';
import { BenchFault } from '../fault.js';
import { Connection } from './connection.js';
import type { LoadJob, LoadReport } from './job.js';
import { Tally } from './tally.js';

type ClosedJob = Extract<LoadJob, { kind: 'http-closed' }>;

/** Answers that have not come this long after the end are counted as failed. */
export const SETTLE_MS_MAX = 5000;
/** Connections opened again in one run; a server that closes more often than that is broken. */
const REOPENS_MAX = 1000;

export async function closedLoop(job: ClosedJob): Promise<LoadReport> {
  const loop = new ClosedLoop(job);
  return loop.run();
}

class ClosedLoop {
  private readonly tally = new Tally();
  private readonly connections: Connection[] = [];
  private phase: 'warm' | 'counted' | 'ending' = 'warm';
  private inFlight = 0;
  private reopens = 0;
  private fault: BenchFault | null = null;
  /** Resolves the wait of `run` when the bound of requests is reached. */
  private wake: () => void = () => undefined;

  constructor(private readonly job: ClosedJob) {}

  async run(): Promise<LoadReport> {
    const { job } = this;
    for (let index = 0; index < job.connections; index += 1) {
      this.connections.push(
        new Connection(job.port, {
          opened: (connection) => this.next(connection),
          answered: (connection, status) => this.answered(connection, status),
          lost: (connection, cause) => this.lost(connection, cause),
        }),
      );
    }
    if (job.warmSeconds > 0) await pause(job.warmSeconds * 1000);
    this.phase = 'counted';
    this.tally.begin(systemClock.nowUs());
    await this.until(job.seconds * 1000);
    const endUs = systemClock.nowUs();
    this.phase = 'ending';
    // Answers that arrive after the end would raise the rate: the report is made at the end, and what was still in
    // flight is looked at only to see whether it failed.
    const report = this.tally.report(endUs);
    const lost = await this.settle();
    for (const connection of this.connections) connection.close();
    if (this.fault !== null) throw this.fault;
    return lost === 0 ? report : { ...report, failed: report.failed + lost, statuses: { ...report.statuses, unanswered: lost } };
  }

  private next(connection: Connection): void {
    if (this.phase === 'ending') return;
    if (this.phase === 'counted' && this.tally.sent >= this.job.requestsMax) {
      if (this.inFlight === 0) this.wake();
      return;
    }
    this.tally.sent += 1;
    this.inFlight += 1;
    connection.fromUs = systemClock.nowUs();
    connection.send(this.job.request);
  }

  private answered(connection: Connection, status: string): void {
    this.inFlight -= 1;
    if (this.phase !== 'ending') this.tally.answer(status, connection.fromUs, systemClock.nowUs());
    else if (this.inFlight === 0) this.wake();
    if (connection.broken) this.reopen(connection);
    else this.next(connection);
  }

  private lost(connection: Connection, cause: string): void {
    this.fault = this.reopens >= REOPENS_MAX ? new BenchFault(`connections keep breaking: ${cause}`) : this.fault;
    this.reopen(connection);
  }

  private reopen(connection: Connection): void {
    if (this.phase === 'ending' || this.reopens >= REOPENS_MAX) return;
    this.reopens += 1;
    connection.reopen();
  }

  private async until(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async settle(): Promise<number> {
    if (this.inFlight > 0) await this.until(SETTLE_MS_MAX);
    return this.inFlight;
  }
}
