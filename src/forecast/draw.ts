/** Seeded draws. The same seed gives the same numbers on every machine, since only arithmetic is used. */
import { createRandom } from '../base/random.js';
import { logGamma } from '../judge/gamma.js';

export type Random = () => number;

/** Seeds of runs lie far apart, so that runs share no stretch of the generator. */
export function seedOf(seed: number, run: number): number {
  return (Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) + Math.imul(run + 1, 0x85ebca6b)) >>> 0;
}

export function randomOf(seed: number, run: number): Random {
  return createRandom(seedOf(seed, run));
}

/** Above it, counting one exponential wait after the other costs more than a rejection. */
const COUNTED_MEAN_MAX = 12;

/** Exact: waits for small means, Hoermann's transformed rejection (PTRS, 1993) for large ones. */
export function poisson(random: Random, mean: number): number {
  if (!(mean > 0)) return 0;
  return mean <= COUNTED_MEAN_MAX ? countedPoisson(random, mean) : rejectedPoisson(random, mean);
}

function countedPoisson(random: Random, mean: number): number {
  const bound = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > bound; product *= random()) count += 1;
  return count;
}

function rejectedPoisson(random: Random, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const vr = 0.9277 - 3.6224 / (b - 2);
  const logMean = Math.log(mean);
  for (;;) {
    const u = random() - 0.5;
    const v = random();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= vr) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (Math.log((v * inverseAlpha) / (a / (us * us) + b)) <= k * logMean - mean - logGamma(k + 1)) return k;
  }
}

/** Standard normal, by Box and Muller. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Draws an index by weight in constant time (Walker's alias method). */
export class Chooser {
  private readonly kept: Float64Array;
  private readonly other: Int32Array;

  constructor(weights: readonly number[]) {
    const { length } = weights;
    const sum = weights.reduce((total, weight) => total + weight, 0);
    this.kept = Float64Array.from(weights, (weight) => (weight * length) / sum);
    this.other = Int32Array.from({ length }, (_, at) => at);
    const small: number[] = [];
    const large: number[] = [];
    for (let at = 0; at < length; at++) (this.kept[at]! < 1 ? small : large).push(at);
    while (small.length > 0 && large.length > 0) {
      const low = small.pop()!;
      const high = large.at(-1)!;
      this.other[low] = high;
      this.kept[high]! -= 1 - this.kept[low]!;
      if (this.kept[high]! < 1) small.push(large.pop()!);
    }
    for (const at of [...small, ...large]) this.kept[at] = 1;
  }

  choose(random: Random): number {
    const place = random() * this.kept.length;
    const at = Math.floor(place);
    return place - at < this.kept[at]! ? at : this.other[at]!;
  }
}

/** The standard normal distribution function (Abramowitz and Stegun 26.2.17): good to 1e-7, enough for traffic. */
export function normalCdf(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const tail = density * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x >= 0 ? 1 - tail : tail;
}
