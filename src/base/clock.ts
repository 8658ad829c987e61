/**
 * Time in microseconds as a float, on one scale for every thread of the process: `process.hrtime` is shared, but
 * costs an allocation per call, so it is read once and `performance.now` (about 40 ns) carries on from there.
 */
export interface Clock {
  /** Monotonic microseconds; comparable between threads. */
  nowUs(): number;
  /** Milliseconds since the Unix epoch, for what people read. */
  wallMs(): number;
}

/**
 * The first use of either clock in a thread loads it, which takes a millisecond: moments of two threads would then
 * differ by as much. The tightest of a few readings is within a microsecond.
 */
function measureOffsetUs(): number {
  let offsetUs = Infinity;
  for (let k = 0; k < 16; k++) {
    const beforeUs = performance.now() * 1000;
    const sharedUs = Number(process.hrtime.bigint()) / 1000;
    offsetUs = Math.min(offsetUs, sharedUs - beforeUs);
  }
  return offsetUs;
}

const offsetUs = measureOffsetUs();

export const systemClock: Clock = {
  nowUs: () => performance.now() * 1000 + offsetUs,
  wallMs: () => Date.now(),
};

/** A clock that stands still until it is told, for tests. */
export class ManualClock implements Clock {
  constructor(private us = 0) {}
  nowUs(): number {
    return this.us;
  }
  wallMs(): number {
    return this.us / 1000;
  }
  advanceUs(us: number): void {
    this.us += us;
  }
}
