/**
 * Durations in buckets fine enough to freeze thresholds from: 16 to a doubling, so that a quantile is wrong by 3 % at
 * most where it lies between 16 µs and two minutes. The histogram of `histogram.ts` is for scrapes and far coarser.
 */
const STEPS_SHIFT = 4;
const STEPS = 1 << STEPS_SHIFT;
/** Doublings from 16 µs to 2^28 µs. */
const DOUBLINGS = 24;
const LAST_US = 2 ** 28 - 1;

export const LATENCY_BUCKETS = STEPS * DOUBLINGS;

export function latencyBucket(us: number): number {
  const whole = us >= LAST_US ? LAST_US : us | 0;
  if (whole < STEPS) return 0;
  const octave = 31 - Math.clz32(whole);
  return ((octave - STEPS_SHIFT) << STEPS_SHIFT) + ((whole >>> (octave - STEPS_SHIFT)) & (STEPS - 1));
}

/** Lower end of a bucket in microseconds. */
function lowerUs(bucket: number): number {
  return (STEPS + (bucket & (STEPS - 1))) * 2 ** (bucket >>> STEPS_SHIFT);
}

/** Quantile of bucket counts, straight within a bucket; 0 without observations. */
export function latencyQuantileUs(counts: ArrayLike<number>, q: number): number {
  let total = 0;
  for (let i = 0; i < LATENCY_BUCKETS; i++) total += counts[i] ?? 0;
  if (total === 0) return 0;
  const rank = q * total;
  let below = 0;
  let last = 0;
  for (let i = 0; i < LATENCY_BUCKETS; i++) {
    const here = counts[i] ?? 0;
    if (here === 0) continue;
    if (below + here >= rank) return lowerUs(i) + (lowerUs(i + 1) - lowerUs(i)) * Math.max(0, (rank - below) / here);
    below += here;
    last = i;
  }
  return lowerUs(last + 1);
}
