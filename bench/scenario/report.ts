/** Load reports as they stand in the result file, and what scenarios say about them in a line. */
import { distributionOf, type Distribution } from '../histogram.js';
import type { LoadReport } from '../load/job.js';
import { cpuSeconds } from '../proc.js';
import { formatNumber, formatUs } from '../table.js';
import { BenchFault } from '../fault.js';

export interface Measured {
  readonly rate: number;
  readonly sent: number;
  readonly ok: number;
  readonly refused: number;
  readonly failed: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly latency: Distribution;
  readonly refusal: Distribution;
  readonly lag: Distribution;
  readonly generatorCores: number;
  /** CPU time of the server for each good answer, all its threads together. */
  readonly serverCpuUsPerRequest: number;
  /** Cores that the server kept busy. */
  readonly serverCores: number;
}

/** Runs the load and takes the server's CPU time around it. */
export async function measure(pid: number, warmSeconds: number, load: () => Promise<LoadReport>): Promise<Measured & { raw: LoadReport }> {
  const before = cpuSeconds(pid);
  const report = await load();
  const cpu = cpuSeconds(pid) - before;
  // The kernel's count covers the warm part too; both parts run at the same rate.
  const share = report.seconds / (report.seconds + warmSeconds);
  return {
    ...measuredOf(report),
    serverCpuUsPerRequest: ((cpu * share) / Math.max(1, report.ok)) * 1e6,
    serverCores: (cpu * share) / report.seconds,
    raw: report,
  };
}

function measuredOf(report: LoadReport): Omit<Measured, 'serverCpuUsPerRequest' | 'serverCores'> {
  return {
    rate: report.rate,
    sent: report.sent,
    ok: report.ok,
    refused: report.refused,
    failed: report.failed,
    statuses: report.statuses,
    latency: distributionOf(report.latency),
    refusal: distributionOf(report.refusal),
    lag: distributionOf(report.lag),
    generatorCores: report.generatorCores,
  };
}

/** For the result file: without the raw buckets. */
export function plain(measured: Measured & { raw: LoadReport }): Measured {
  const { raw: _raw, ...rest } = measured;
  return rest;
}

/** A closed loop below capacity has no reason to fail; one that does measures something else. */
export function insistClean(measured: Measured, what: string): void {
  const bad = measured.failed + measured.refused;
  if (bad === 0 && measured.ok > 0) return;
  throw new BenchFault(`${what}: ${measured.ok} good answers, ${bad} others ${JSON.stringify(measured.statuses)}`);
}

export function rateText(rate: number): string {
  return `${formatNumber(rate)}/s`;
}

export function latencyText(latency: Distribution): string {
  return `p50 ${formatUs(latency.p50Us)}, p99 ${formatUs(latency.p99Us)}`;
}
