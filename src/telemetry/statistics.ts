/**
 * The statistics answer of the protocol, from totals. Shape and counts are Triton's: perf_analyzer reads every key
 * and takes the version whose `queue.count` rose, so queue and compute count each answered request once. The type is
 * structurally the one of the serving room, which this room may not import.
 */
import { failures, type SizeTotals, type Totals } from './reader.js';

export interface StatisticDuration {
  readonly count: number;
  readonly ns: number;
}

export interface BatchStatistics {
  readonly batch_size: number;
  readonly compute_input: StatisticDuration;
  readonly compute_infer: StatisticDuration;
  readonly compute_output: StatisticDuration;
}

export interface MemoryUsage {
  readonly type: string;
  readonly id: number;
  readonly byte_size: number;
}

export interface VersionStatistics {
  readonly name: string;
  readonly version: string;
  readonly last_inference: number;
  readonly inference_count: number;
  readonly execution_count: number;
  readonly inference_stats: Readonly<
    Record<'success' | 'fail' | 'queue' | 'compute_input' | 'compute_infer' | 'compute_output' | 'cache_hit' | 'cache_miss', StatisticDuration>
  >;
  readonly response_stats: Readonly<Record<string, never>>;
  readonly batch_stats: readonly BatchStatistics[];
  readonly memory_usage: readonly MemoryUsage[];
}

function duration(count: number, us: number): StatisticDuration {
  return { count, ns: Math.round(us * 1000) };
}

function batchRow(size: number, row: SizeTotals): BatchStatistics {
  return {
    batch_size: size,
    compute_input: duration(row.count, row.inputUs),
    compute_infer: duration(row.count, row.inferUs),
    compute_output: duration(row.count, row.outputUs),
  };
}

export function versionStatistics(model: string, version: number, totals: Totals, memory: readonly MemoryUsage[] = []): VersionStatistics {
  const failureUs = totals.failureUs.reduce((sum, us) => sum + us, 0);
  return {
    name: model,
    version: String(version),
    last_inference: Math.trunc(totals.lastWallMs),
    inference_count: totals.inferences,
    execution_count: totals.executions,
    inference_stats: {
      success: duration(totals.success, totals.successUs),
      fail: duration(failures(totals), failureUs),
      queue: duration(totals.success, totals.queuedUs),
      compute_input: duration(totals.success, totals.inputUs),
      compute_infer: duration(totals.success, totals.inferUs),
      compute_output: duration(totals.success, totals.outputUs),
      cache_hit: duration(0, 0),
      cache_miss: duration(0, 0),
    },
    response_stats: {},
    batch_stats: [...totals.sizes].sort(([a], [b]) => a - b).map(([size, row]) => batchRow(size, row)),
    memory_usage: memory,
  };
}
