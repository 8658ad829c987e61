/**
 * What a plan will come to before anything starts: how long each step takes at a rate, how soon harm of several sizes is
 * found, how long the proof takes when nothing is wrong. Detection is simulated with the product's own judge and machine,
 * so that steps, bakes, weights of metrics and the time limit are in the numbers.
 */
import { judgePlanOf } from '../rollout/evidence.js';
import type { Plan } from '../rollout/plan.js';
import { WEIGHT_WHOLE } from '../routing/split.js';
import { outcomes, quantile, type Outcome } from './simulate.js';
import { QUIET, type Traffic } from './traffic.js';
import { warningsOf } from './warnings.js';

export interface Service {
  readonly ratePerS: number;
  /** The serving version's failure rate. */
  readonly errors: number;
  /** Standard deviation of the logarithm of a latency. */
  readonly spread: number;
  /** Share of mirrored pairs of the serving version with itself that differ. */
  readonly noise: number;
}

export interface StepForecast {
  readonly name: string;
  readonly percent: number;
  /** Canary requests, or mirrored pairs, per second. */
  readonly perS: number;
  readonly minSamples: number;
  readonly bakeMs: number;
  /** Until it has its samples and its time; null for never. */
  readonly takesMs: number | null;
  /** Since the start until the end of it; null for never. */
  readonly endMs: number | null;
}

export interface Detection {
  readonly effect: string;
  readonly kind: 'errors' | 'latency' | 'agreement' | 'none';
  readonly runs: number;
  readonly abortedShare: number;
  readonly promotedShare: number;
  /** Until the abort, or until the promotion where nothing is wrong; null where too few runs come to it. */
  readonly msMedian: number | null;
  readonly msP90: number | null;
  readonly canaryMedian: number | null;
  readonly canaryP90: number | null;
}

export interface Forecast {
  readonly service: Service;
  readonly runs: number;
  readonly seed: number;
  readonly steps: readonly StepForecast[];
  readonly maxDurationMs: number;
  readonly harmless: Detection;
  readonly detections: readonly Detection[];
  readonly guarantees: { readonly alphaAbort: number; readonly alphaPromote: number; readonly alphaMismatch: number };
  readonly weights: readonly { readonly metric: string; readonly weight: number; readonly required: boolean }[];
  readonly warnings: readonly string[];
}

export const ERROR_RATIOS = [1.5, 2, 3, 5, 10] as const;

export function stepsOf(plan: Plan, { ratePerS }: Pick<Service, 'ratePerS'>): StepForecast[] {
  const { mirror } = plan;
  const phases = [
    ...(mirror === null ? [] : [{ name: 'mirror', weight: mirror.weight, minSamples: mirror.minPairs, bakeMs: mirror.bakeMs, part: 1 - mirror.noiseWeight / WEIGHT_WHOLE }]),
    ...plan.steps.map(({ weight, minSamples, bakeMs }, at) => ({ name: `step ${at + 1}`, weight, minSamples, bakeMs, part: 1 })),
  ];
  let endMs: number | null = 0;
  return phases.map(({ name, weight, minSamples, bakeMs, part }) => {
    const perS = ((ratePerS * weight) / WEIGHT_WHOLE) * part;
    const takesMs = minSamples === 0 ? bakeMs : perS > 0 ? Math.max(bakeMs, (minSamples / perS) * 1000) : null;
    endMs = endMs === null || takesMs === null ? null : endMs + takesMs;
    return { name, percent: (weight * 100) / WEIGHT_WHOLE, perS, minSamples, bakeMs, takesMs, endMs };
  });
}

interface Effect {
  readonly effect: string;
  readonly kind: Detection['kind'];
  readonly change: Partial<Traffic>;
}

const NOTHING: Effect = { effect: 'nothing is wrong', kind: 'none', change: {} };

export function effectsOf(plan: Plan, { errors, noise }: Service): Effect[] {
  const metrics = judgePlanOf(plan).metrics.map(({ kind }) => kind);
  const effects: Effect[] = [];
  if (metrics.includes('errors') && errors > 0) {
    for (const ratio of ERROR_RATIOS) effects.push({ effect: `${ratio} times as many failures`, kind: 'errors', change: { errorRatio: ratio } });
  }
  if (metrics.includes('errors') && errors === 0) {
    for (const rate of [0.001, 0.01, 0.1]) effects.push({ effect: `${rate * 100} % failures where none were`, kind: 'errors', change: { appeared: rate } });
  }
  if (metrics.includes('latency')) {
    effects.push({ effect: '5 % of requests three times slower', kind: 'latency', change: { slowShare: 0.05, slowFactor: 3 } });
    effects.push({ effect: 'all requests 20 % slower', kind: 'latency', change: { slowShare: 1, slowFactor: 1.2 } });
  }
  if (metrics.includes('agreement')) effects.push({ effect: '5 % of answers differ', kind: 'agreement', change: { disagreement: noise + 0.05 } });
  return effects;
}

/** Quantiles are over all runs: one that fewer runs came to is null rather than flattering. */
function detectionOf({ effect, kind }: Effect, all: readonly Outcome[]): Detection {
  const wanted = all.filter((one) => one.kind === (kind === 'none' ? 'promoted' : 'aborted'));
  const over = (values: readonly number[], q: number): number | null => {
    const found = quantile([...values, ...Array.from({ length: all.length - values.length }, () => Infinity)], q);
    return found === null || found === Infinity ? null : found;
  };
  const times = wanted.map(({ atMs }) => atMs);
  const requests = wanted.map(({ canaryRequests }) => canaryRequests);
  const share = (ending: Outcome['kind']): number => all.filter((one) => one.kind === ending).length / Math.max(1, all.length);
  return {
    effect, kind, runs: all.length, abortedShare: share('aborted'), promotedShare: share('promoted'),
    msMedian: over(times, 0.5), msP90: over(times, 0.9), canaryMedian: over(requests, 0.5), canaryP90: over(requests, 0.9),
  };
}

export interface ForecastSettings {
  readonly plan: Plan;
  readonly service: Service;
  readonly runs: number;
  readonly seed: number;
  readonly progress?: (effect: string) => void;
}

export function forecast({ plan, service, runs, seed, progress }: ForecastSettings): Forecast {
  const traffic: Traffic = { ...QUIET, ...service, disagreement: service.noise };
  const judged = judgePlanOf(plan);
  const sum = judged.metrics.reduce((total, { weight }) => total + weight, 0);
  const detect = (effect: Effect): Detection => {
    progress?.(effect.effect);
    return detectionOf(effect, outcomes('sluice', plan, { ...traffic, ...effect.change }, runs, seed));
  };
  const steps = stepsOf(plan, service);
  const harmless = detect(NOTHING);
  return {
    service, runs, seed, steps, maxDurationMs: plan.maxDurationMs, harmless,
    detections: effectsOf(plan, service).map(detect),
    guarantees: { alphaAbort: judged.alphaAbort, alphaPromote: judged.alphaPromote, alphaMismatch: judged.alphaMismatch },
    weights: judged.metrics.map(({ kind, weight, required }) => ({ metric: kind, weight: sum === 0 ? 0 : weight / sum, required })),
    warnings: warningsOf(plan, service, steps, harmless),
  };
}
