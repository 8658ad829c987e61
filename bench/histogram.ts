/**
 * Latencies in microseconds, counted in geometric buckets: each bucket is 2 % wider than the one before, so a
 * quantile is at most 2 % too high over the whole range, and recording costs one logarithm and one addition.
 * Minimum, maximum, count and sum are exact. Snapshots are plain data: they cross processes and can be merged.
 */
import { assert } from '../src/base/assert.js';

const GROWTH = 1.02;
const LOG_GROWTH = Math.log(GROWTH);
/** 1 us to 120 s; what lies outside is counted in the first or last bucket, and still exact in `min` and `max`. */
const VALUE_MAX_US = 120_000_000;
const BUCKETS = Math.ceil(Math.log(VALUE_MAX_US) / LOG_GROWTH) + 1;

export interface HistogramSnapshot {
  readonly count: number;
  readonly sumUs: number;
  readonly minUs: number;
  readonly maxUs: number;
  /** Pairs of bucket number and count, rising; empty buckets are left out. */
  readonly buckets: readonly (readonly [number, number])[];
}

export interface Distribution {
  readonly count: number;
  readonly meanUs: number;
  readonly minUs: number;
  readonly p50Us: number;
  readonly p90Us: number;
  readonly p99Us: number;
  readonly p999Us: number;
  readonly maxUs: number;
}

export class Histogram {
  private readonly counts = new Float64Array(BUCKETS);
  private total = 0;
  private sumUs = 0;
  private minUs = Infinity;
  private maxUs = 0;

  get count(): number {
    return this.total;
  }

  record(us: number): void {
    const index = bucketOf(us);
    this.counts[index] = (this.counts[index] ?? 0) + 1;
    this.total += 1;
    this.sumUs += us;
    if (us < this.minUs) this.minUs = us;
    if (us > this.maxUs) this.maxUs = us;
  }

  reset(): void {
    this.counts.fill(0);
    this.total = 0;
    this.sumUs = 0;
    this.minUs = Infinity;
    this.maxUs = 0;
  }

  merge(snapshot: HistogramSnapshot): void {
    for (const [index, count] of snapshot.buckets) {
      assert(index >= 0 && index < BUCKETS, 'bucket out of range');
      this.counts[index] = (this.counts[index] ?? 0) + count;
    }
    this.total += snapshot.count;
    this.sumUs += snapshot.sumUs;
    if (snapshot.count === 0) return;
    this.minUs = Math.min(this.minUs, snapshot.minUs);
    this.maxUs = Math.max(this.maxUs, snapshot.maxUs);
  }

  /** Upper bound of the bucket that holds the value of rank `ceil(q * count)`, never above the maximum; 0 when empty. */
  quantile(q: number): number {
    if (this.total === 0) return 0;
    const rank = Math.max(1, Math.ceil(q * this.total));
    let seen = 0;
    for (let index = 0; index < BUCKETS; index += 1) {
      seen += this.counts[index] ?? 0;
      if (seen >= rank) return Math.max(this.minUs, Math.min(this.maxUs, upperBoundUs(index)));
    }
    return this.maxUs;
  }

  snapshot(): HistogramSnapshot {
    const buckets: [number, number][] = [];
    this.counts.forEach((count, index) => {
      if (count > 0) buckets.push([index, count]);
    });
    return { count: this.total, sumUs: this.sumUs, minUs: this.total === 0 ? 0 : this.minUs, maxUs: this.maxUs, buckets };
  }

  distribution(): Distribution {
    return {
      count: this.total,
      meanUs: this.total === 0 ? 0 : this.sumUs / this.total,
      minUs: this.total === 0 ? 0 : this.minUs,
      p50Us: this.quantile(0.5),
      p90Us: this.quantile(0.9),
      p99Us: this.quantile(0.99),
      p999Us: this.quantile(0.999),
      maxUs: this.maxUs,
    };
  }
}

export function distributionOf(...snapshots: readonly HistogramSnapshot[]): Distribution {
  const histogram = new Histogram();
  for (const snapshot of snapshots) histogram.merge(snapshot);
  return histogram.distribution();
}

function bucketOf(us: number): number {
  if (!(us > 1)) return 0;
  return Math.min(BUCKETS - 1, Math.ceil(Math.log(us) / LOG_GROWTH));
}

function upperBoundUs(index: number): number {
  return Math.exp(index * LOG_GROWTH);
}
