/**
 * Arrival times of an open loop, fixed before the first request is sent, so that a slow server cannot slow the
 * arrivals down. Microseconds from the start, rising, all within the duration. The same seed gives the same times.
 */
import { assert } from '../src/base/assert.js';

export type ArrivalPattern = 'constant' | 'poisson';

export interface ScheduleOptions {
  readonly pattern: ArrivalPattern;
  readonly ratePerSecond: number;
  readonly seconds: number;
  readonly seed: number;
  /** Bound of the number of arrivals, and so of the memory of the schedule. */
  readonly arrivalsMax: number;
}

export function arrivalTimesUs(options: ScheduleOptions): Float64Array {
  assert(options.ratePerSecond > 0 && options.seconds > 0, 'a schedule needs a rate and a duration');
  const gapUs = 1e6 / options.ratePerSecond;
  const endUs = options.seconds * 1e6;
  const random = seededRandom(options.seed);
  const times: number[] = [];
  let atUs = 0;
  while (times.length < options.arrivalsMax) {
    // Exponential gaps make a Poisson process; 1 - random() is never 0, so the logarithm is finite.
    if (options.pattern === 'poisson') atUs += -Math.log(1 - random()) * gapUs;
    else atUs = times.length * gapUs;
    if (atUs >= endUs) break;
    times.push(atUs);
  }
  return Float64Array.from(times);
}

/** Mulberry32: 32 bits of state are enough for arrival times, and a run can be repeated from its seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
