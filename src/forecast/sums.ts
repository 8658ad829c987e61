/**
 * The judge's likelihood ratios as running sums, for simulations that look after every event: adding an event costs one
 * addition per alternative where the judge would go through all counts again. The same numbers to rounding; a test
 * holds both against each other.
 */
import { logMeanExp } from '../judge/numbers.js';
import { eventTerms, type RatioTest } from '../judge/ratio.js';

export const BASELINE = 0;
export const CANARY = 1;
export type Side = typeof BASELINE | typeof CANARY;

export class RatioSums {
  readonly logs: Float64Array;
  private readonly terms: readonly [Float64Array, Float64Array];

  constructor(private readonly test: RatioTest) {
    const size = test.alternatives.length;
    this.logs = new Float64Array(size);
    this.terms = [new Float64Array(size), new Float64Array(size)];
  }

  /** From now on the canary has this share of the units. */
  enter(share: number): void {
    this.test.alternatives.forEach((alternative, at) => {
      const [ofBaseline, ofCanary] = eventTerms(this.test, alternative, share);
      this.terms[BASELINE][at] = ofBaseline;
      this.terms[CANARY][at] = ofCanary;
    });
  }

  /** @returns whether an alternative stands at `bar` or above it */
  add(side: Side, bar: number): boolean {
    const { logs } = this;
    const terms = this.terms[side];
    let isHigh = false;
    for (let at = 0; at < logs.length; at++) {
      const log = logs[at]! + terms[at]!;
      logs[at] = log;
      if (log >= bar) isHigh = true;
    }
    return isHigh;
  }

  /** Many events at once. */
  addCounts(canary: number, baseline: number): void {
    const { logs, terms } = this;
    for (let at = 0; at < logs.length; at++) logs[at]! += canary * terms[CANARY][at]! + baseline * terms[BASELINE][at]!;
  }

  highest(): number {
    let highest = -Infinity;
    for (const log of this.logs) if (log > highest) highest = log;
    return highest;
  }

  logE(): number {
    return logMeanExp(this.logs);
  }
}
