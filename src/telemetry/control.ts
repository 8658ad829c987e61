/** What the control thread itself counts: swaps and restarts. Ordinary memory, one owner. */
import { DURATION_BUCKETS, durationBucket } from './histogram.js';

export interface DurationCounts {
  readonly buckets: Float64Array;
  sumUs: number;
}

export const THREAD_KINDS = ['front_end', 'instance'] as const;
export type ThreadKind = (typeof THREAD_KINDS)[number];

export class ControlCounters {
  readonly swaps = new Map<string, DurationCounts>();
  readonly restarts: Record<ThreadKind, number> = { front_end: 0, instance: 0 };

  /** A new version took over and the old one is gone. */
  swapped(model: string, us: number): void {
    const counts = this.swaps.get(model) ?? { buckets: new Float64Array(DURATION_BUCKETS), sumUs: 0 };
    this.swaps.set(model, counts);
    const bucket = durationBucket(us);
    counts.buckets[bucket] = (counts.buckets[bucket] ?? 0) + 1;
    counts.sumUs += us;
  }

  restarted(thread: ThreadKind): void {
    this.restarts[thread] += 1;
  }

  /** The model left the repository; its series go with it. */
  forget(model: string): void {
    this.swaps.delete(model);
  }
}
