/**
 * E1, the event-conditional likelihood ratio over a grid (the fixed-grid cousin of Lindon, Sanden and Shirikian 2022,
 * "Rapid regression detection in software deployments", and of Lindon and Malek, "Anytime-valid inference for
 * multinomial count data"). Given that an event happened while the canary had share s of the units, the event is the
 * canary's with probability s r / (s r + 1 - s), where r is the ratio of the two arms' event rates. That holds under any
 * load and any incident that both arms share, so the product of likelihood ratios against the null ratio is a
 * non-negative supermartingale under the null, and reaches 1/alpha, ever, with probability at most alpha.
 *
 * Everything here is a function of counts per constant share; counts may be looked at after every event.
 */
import { logMeanExp } from './numbers.js';

/** Events of both arms while the canary's share of the units was `share`. */
export interface ArmEvents {
  readonly share: number;
  readonly canary: number;
  readonly baseline: number;
}

/** A null ratio (canary's rate over baseline's) and the alternatives that are mixed with equal weights. */
export interface RatioTest {
  readonly nullRatio: number;
  readonly alternatives: readonly number[];
}

/** Alternatives of the harm test: from a tenth more to thirty times as many. */
export const HARM_RATIOS = [1.1, 1.25, 1.5, 2, 3, 5, 10, 30] as const;
/** Alternatives of the non-inferiority test, as parts of the margin. */
export const PROOF_PARTS = [0.9, 0.8, 0.65, 0.5, 0.25] as const;
/** Finer than the harm grid, because a share that is off by a twentieth is a fault of routing already. */
const SHARE_RATIOS = [1.02, 1.05, ...HARM_RATIOS] as const;

const bothWays = (ratios: readonly number[]): number[] => [...ratios, ...ratios.map((ratio) => 1 / ratio)];

/** Null: the canary's rate is at most the baseline's. */
export function harmTest(ratios: readonly number[]): RatioTest {
  return { nullRatio: 1, alternatives: ratios };
}

/** Null: the canary's rate is at least the baseline's. Evidence against it says that the canary is better. */
export function betterTest(ratios: readonly number[]): RatioTest {
  return { nullRatio: 1, alternatives: ratios.map((ratio) => 1 / ratio) };
}

export const HARM = harmTest(HARM_RATIOS);
export const BETTER = betterTest(HARM_RATIOS);
/** Null: units fall to the canary at the planned share. */
export const SHARE: RatioTest = { nullRatio: 1, alternatives: bothWays(SHARE_RATIOS) };

/** Null: the canary's rate is at least `margin` times the baseline's. Evidence against it proves it within the margin. */
export function nonInferiority(margin: number): RatioTest {
  return { nullRatio: margin, alternatives: PROOF_PARTS.map((part) => part * margin) };
}

/** Null: the ratio is exactly this one. Inverting it gives the confidence sequence. */
export function exactRatio(ratio: number): RatioTest {
  return { nullRatio: ratio, alternatives: bothWays(HARM_RATIOS).map((part) => part * ratio) };
}

/** What one event adds to the log likelihood ratio of one alternative: `[baseline's event, canary's event]`. */
export function eventTerms(test: RatioTest, alternative: number, share: number): readonly [number, number] {
  const rest = 1 - share;
  const common = -Math.log((share * alternative + rest) / (share * test.nullRatio + rest));
  return [common, common + Math.log(alternative / test.nullRatio)];
}

/** Log likelihood ratio of each alternative. */
export function ratioLogs(test: RatioTest, events: readonly ArmEvents[]): number[] {
  return test.alternatives.map((alternative) => {
    let sum = 0;
    for (const { share, canary, baseline } of events) {
      const [ofBaseline, ofCanary] = eventTerms(test, alternative, share);
      sum += canary * ofCanary + baseline * ofBaseline;
    }
    return sum;
  });
}

export function ratioLogE(test: RatioTest, events: readonly ArmEvents[]): number {
  return logMeanExp(ratioLogs(test, events));
}
