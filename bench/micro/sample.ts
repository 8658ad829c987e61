/**
 * Times one function: a warm-up, then samples of a few milliseconds each, so that the clock's own cost vanishes.
 * Minimum and median say what the code costs, the maximum what the machine did meanwhile.
 */
import { systemClock } from '../../src/base/clock.js';
import { median } from '../statistics.js';

/** One case of a micro file: `run` does the work once, as the hot path would. */
export interface Benchmark {
  readonly name: string;
  run(): void;
}

export interface Sampled {
  readonly name: string;
  readonly samples: number;
  readonly runsPerSample: number;
  readonly minNs: number;
  readonly medianNs: number;
  readonly maxNs: number;
}

export interface SampleOptions {
  readonly warmMs: number;
  readonly sampleMs: number;
  readonly samplesMin: number;
}

export const USUAL: SampleOptions = { warmMs: 200, sampleMs: 5, samplesMin: 40 };

export function sample(benchmark: Benchmark, options: SampleOptions = USUAL): Sampled {
  const runsPerSample = warm(benchmark, options);
  const ns: number[] = [];
  for (let at = 0; at < options.samplesMin; at += 1) {
    const fromUs = systemClock.nowUs();
    for (let run = 0; run < runsPerSample; run += 1) benchmark.run();
    ns.push(((systemClock.nowUs() - fromUs) * 1000) / runsPerSample);
  }
  return {
    name: benchmark.name,
    samples: ns.length,
    runsPerSample,
    minNs: Math.min(...ns),
    medianNs: median(ns),
    maxNs: Math.max(...ns),
  };
}

/** Runs until the compiler has settled, and says how many runs fill a sample. */
function warm(benchmark: Benchmark, options: SampleOptions): number {
  const startUs = systemClock.nowUs();
  let runs = 0;
  let passedUs = 0;
  while (passedUs < options.warmMs * 1000) {
    benchmark.run();
    runs += 1;
    passedUs = systemClock.nowUs() - startUs;
  }
  return Math.max(1, Math.ceil((runs * options.sampleMs * 1000) / passedUs));
}
