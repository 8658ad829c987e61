/**
 * How a rollout is judged, fixed before it starts. Changing weights, margins or alphas after looking at evidence voids
 * the guarantees, so a changed plan is a new rollout.
 */
import type { Quantile } from './evidence.js';

/**
 * How errors are proven harmless: against the baseline, against a fixed rate where failures are too rare to compare, or by
 * whichever of the two comes first. Where nothing fails on either arm a ratio can never be proven.
 */
export type RateProof =
  | { readonly form: 'ratio'; readonly margin: number }
  | { readonly form: 'ceiling'; readonly rate: number }
  | { readonly form: 'either'; readonly margin: number; readonly rate: number };

interface Common {
  /** Share of the abort evidence; weights are scaled to sum to 1. 0 only reports. */
  readonly weight: number;
  /** Whether promotion waits for proof on this metric. */
  readonly required: boolean;
}

export type MetricPlan =
  | (Common & { readonly kind: 'errors'; readonly proof: RateProof })
  | (Common & { readonly kind: 'latency'; readonly margin: number; readonly provenAt: Quantile; readonly signs: boolean })
  | (Common & { readonly kind: 'agreement'; readonly tolerance: number })
  | (Common & { readonly kind: 'labels'; readonly pairing: 'paired' | 'unpaired'; readonly margin: number })
  | { readonly kind: 'distribution'; readonly weight: 0; readonly required: false };

export type MetricKind = MetricPlan['kind'];

export interface GuardPlan {
  /** Abort above this share of non-finite outputs, once `outputsMin` were looked at. */
  readonly nonFiniteShareMax: number;
  readonly outputsMin: number;
  readonly crashesMax: number;
  readonly contractFaultsMax: number;
  readonly memoryBytesMax?: number;
  /** Hold while the stable version fails more than this, over at least `baselineUnitsMin` recent units. */
  readonly baselineFailureRateMax: number;
  readonly baselineUnitsMin: number;
}

export interface JudgePlan {
  readonly metrics: readonly MetricPlan[];
  /** Probability of ever aborting a candidate that is no worse. */
  readonly alphaAbort: number;
  /** Probability of ever promoting a candidate that is outside a margin. */
  readonly alphaPromote: number;
  /** Probability of ever calling a correct split wrong. */
  readonly alphaMismatch: number;
  /** Of the confidence sequences shown. */
  readonly alphaInterval: number;
  /** Least canary units before promotion. */
  readonly canaryUnitsMin: number;
  /** Least canary units in each stage before the next one. */
  readonly stageUnitsMin: readonly number[];
  readonly guards: GuardPlan;
}

export const METRICS = {
  errors: { kind: 'errors', weight: 0.35, required: true, proof: { form: 'either', margin: 1.5, rate: 0.001 } },
  latency: { kind: 'latency', weight: 0.3, required: true, margin: 1.5, provenAt: 'p95', signs: false },
  agreement: { kind: 'agreement', weight: 0.2, required: false, tolerance: 0.01 },
  labels: { kind: 'labels', weight: 0.15, required: false, pairing: 'unpaired', margin: 1.1 },
  distribution: { kind: 'distribution', weight: 0, required: false },
} as const satisfies { readonly [Kind in MetricKind]: MetricPlan & { readonly kind: Kind } };

export const DEFAULT_GUARDS: GuardPlan = {
  nonFiniteShareMax: 0.01,
  outputsMin: 100,
  crashesMax: 2,
  contractFaultsMax: 0,
  baselineFailureRateMax: 0.5,
  baselineUnitsMin: 50,
};

export const DEFAULT_PLAN: JudgePlan = {
  metrics: [METRICS.errors, METRICS.latency],
  alphaAbort: 0.01,
  alphaPromote: 0.05,
  alphaMismatch: 0.001,
  alphaInterval: 0.05,
  canaryUnitsMin: 1000,
  stageUnitsMin: [],
  guards: DEFAULT_GUARDS,
};

/** Weights scaled to sum to 1: what a metric that is not planned would have weighed goes to the others. */
export function metricWeights(metrics: readonly MetricPlan[]): number[] {
  const sum = metrics.reduce((total, metric) => total + metric.weight, 0);
  return metrics.map((metric) => (sum > 0 ? metric.weight / sum : 0));
}

/** Everything that makes a plan unable to work, for a caller to list at once. */
export function planFaults(plan: JudgePlan): string[] {
  const faults: string[] = [];
  for (const name of ['alphaAbort', 'alphaPromote', 'alphaMismatch', 'alphaInterval'] as const) {
    if (!(plan[name] > 0 && plan[name] < 1)) faults.push(`${name} is ${plan[name]}; it is a probability between 0 and 1`);
  }
  const kinds = plan.metrics.map((metric) => metric.kind);
  for (const kind of new Set(kinds)) if (kinds.filter((each) => each === kind).length > 1) faults.push(`metric '${kind}' is named twice`);
  if (!plan.metrics.some((metric) => metric.weight > 0)) faults.push('no metric has a weight, so that nothing could abort the rollout');
  if (!plan.metrics.some((metric) => metric.required)) faults.push('no metric is required, so that nothing could prove the candidate');
  for (const metric of plan.metrics) faults.push(...metricFaults(metric));
  if (!(plan.canaryUnitsMin >= 0)) faults.push(`canaryUnitsMin is ${plan.canaryUnitsMin}; it is a count`);
  plan.stageUnitsMin.forEach((units, stage) => {
    if (!(units >= 0)) faults.push(`stageUnitsMin of stage ${stage} is ${units}; it is a count`);
  });
  return faults;
}

function metricFaults(metric: MetricPlan): string[] {
  const faults: string[] = [];
  const margin = (value: number): void => {
    if (!(value > 1)) faults.push(`margin of ${metric.kind} is ${value}; it is a ratio above 1, such as 1.5 for half as many more`);
  };
  if (!(metric.weight >= 0 && metric.weight < Infinity)) faults.push(`weight of ${metric.kind} is ${metric.weight}; it is a number from 0 up`);
  switch (metric.kind) {
    case 'errors':
      if (metric.proof.form !== 'ceiling') margin(metric.proof.margin);
      if (metric.proof.form !== 'ratio' && !(metric.proof.rate > 0 && metric.proof.rate < 1)) faults.push(`ceiling of errors is ${metric.proof.rate}; it is a rate between 0 and 1`);
      break;
    case 'agreement':
      if (!(metric.tolerance > 0 && metric.tolerance < 1)) faults.push(`tolerance of agreement is ${metric.tolerance}; it is a rate between 0 and 1`);
      break;
    case 'latency':
    case 'labels':
      margin(metric.margin);
      break;
    case 'distribution':
      break;
  }
  return faults;
}
