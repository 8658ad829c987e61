/**
 * The judge of a plan with its evidence as running sums: whether it would abort or could promote, at the price of a few
 * additions per event. It decides nothing for a rollout: whoever simulates asks the judge itself once this says that
 * the answer is about to change. A test holds both against each other over random traffic.
 */
import type { MirrorCounts } from '../judge/evidence.js';
import { logMeanExp, logWeightedSum } from '../judge/numbers.js';
import { metricWeights, type JudgePlan, type MetricPlan, type RateProof } from '../judge/plan.js';
import { CEILING_PARTS, ceilingLogE, excessLogE, rateLogs } from '../judge/rate.js';
import { BETTER, betterTest, HARM, harmTest, nonInferiority, SHARE } from '../judge/ratio.js';
import { agreementBounds, LATENCY_PARTS, quantileIndex } from '../judge/reading.js';
import { CANARY, RatioSums, type Side } from './sums.js';

/** One E1 inside of a metric, with its part of the metric's evidence. */
interface Part {
  readonly part: number;
  readonly sums: RatioSums;
}

interface Metric {
  readonly plan: MetricPlan;
  readonly weight: number;
  readonly harm: readonly Part[];
  readonly better: readonly Part[];
  readonly proof: RatioSums | null;
}

/** A metric above this keeps a ramp where it is, as in the judge. */
const SUSPICIOUS = Math.log(10);

function logEOf(parts: readonly Part[]): number {
  return logWeightedSum(parts.map(({ part, sums }) => ({ weight: part, logE: sums.logE() })));
}

export class Weighing {
  /** Units and failures of each side in all. */
  readonly units: [number, number] = [0, 0];
  readonly failures: [number, number] = [0, 0];
  private readonly metrics: readonly Metric[];
  private readonly errors: Metric | null;
  private readonly latency: Metric | null;
  private readonly agreement: Metric | null;
  private readonly share = new RatioSums(SHARE);
  private readonly all: readonly RatioSums[];
  private readonly bar: number;
  private readonly promoteBar: number;
  private readonly abortBar: number;
  /** A sum of e-values reaches 1/alpha only where one alternative does; until one has, nothing needs to be worked out. */
  private isHigh = false;
  /** The same of being better. */
  private isLow = false;
  private agreementHarm = 0;
  private agreementProof = 0;

  /** @param looksForBetter also keeps the evidence that the canary is better */
  constructor(private readonly plan: JudgePlan, looksForBetter = false) {
    const weights = metricWeights(plan.metrics);
    this.metrics = plan.metrics.map((metric, at) => metricOf(metric, weights[at] ?? 0, looksForBetter));
    const find = (kind: MetricPlan['kind']): Metric | null => this.metrics.find((metric) => metric.plan.kind === kind) ?? null;
    this.errors = find('errors');
    this.latency = find('latency');
    this.agreement = find('agreement');
    this.all = [this.share, ...this.metrics.flatMap(({ harm, better, proof }) => [...harm, ...better].map(({ sums }) => sums).concat(proof ?? []))];
    this.bar = Math.min(SUSPICIOUS, -Math.log(plan.alphaAbort));
    this.promoteBar = -Math.log(plan.alphaPromote);
    this.abortBar = -Math.log(plan.alphaAbort);
  }

  /** From now on the canary has this share of the units that are compared. */
  enter(share: number): void {
    for (const sums of this.all) sums.enter(share);
  }

  unit(side: Side, count = 1): void {
    this.units[side] += count;
    this.share.addCounts(side === CANARY ? count : 0, side === CANARY ? 0 : count);
  }

  fail(side: Side): void {
    this.failures[side] += 1;
    const { errors } = this;
    if (errors !== null) this.add(errors, side, 1, true);
  }

  /** @param exceeded how many of the frozen quantiles the latency lay above */
  time(side: Side, exceeded: number): void {
    const { latency } = this;
    if (latency === null || exceeded === 0) return;
    this.add(latency, side, exceeded, latency.plan.kind === 'latency' && exceeded > quantileIndex(latency.plan.provenAt));
  }

  /** What many requests came to. @param exceed how many of the timed ones lay above each frozen quantile */
  addCounts(side: Side, failures: number, exceed: ArrayLike<number>): void {
    const counts = (sums: RatioSums, count: number): void => {
      if (count > 0) sums.addCounts(side === CANARY ? count : 0, side === CANARY ? 0 : count);
    };
    this.failures[side] += failures;
    const { errors, latency } = this;
    for (const { sums } of errors === null ? [] : [...errors.harm, ...errors.better]) counts(sums, failures);
    if (errors !== null && errors.proof !== null) counts(errors.proof, failures);
    this.isHigh = true;
    this.isLow = true;
    if (latency?.plan.kind !== 'latency') return;
    for (const parts of [latency.harm, latency.better]) parts.forEach(({ sums }, at) => counts(sums, exceed[at] ?? 0));
    if (latency.proof !== null) counts(latency.proof, exceed[quantileIndex(latency.plan.provenAt)] ?? 0);
  }

  mirrored(candidate: MirrorCounts, floor: MirrorCounts): void {
    const { agreement } = this;
    if (agreement?.plan.kind !== 'agreement') return;
    const bounds = agreementBounds(floor, agreement.plan.tolerance);
    this.agreementHarm = excessLogE(candidate.disagreements, candidate.pairs, bounds.harm);
    this.agreementProof = ceilingLogE(candidate.disagreements, candidate.pairs, bounds.proof);
    this.isHigh ||= this.agreementHarm >= this.bar;
  }

  /** False while there can be no evidence of harm, nor of being better, that is worth working out. */
  get isStirred(): boolean {
    return this.isHigh || this.isLow;
  }

  /** Log of the weighted sum of the harm of all metrics; what has no evidence counts as 1. */
  logAbort(): number {
    return logWeightedSum(this.metrics.map((metric) => ({ weight: metric.weight, logE: this.harmOf(metric) })));
  }

  isWorse(): boolean {
    return this.highest() >= this.abortBar && this.logAbort() >= this.abortBar;
  }

  isSuspicious(): boolean {
    return this.highest() > SUSPICIOUS && this.metrics.some((metric) => metric.weight > 0 && this.harmOf(metric) > SUSPICIOUS);
  }

  isMismatch(): boolean {
    return this.share.highest() >= -Math.log(this.plan.alphaMismatch) && this.share.logE() >= -Math.log(this.plan.alphaMismatch);
  }

  /** Whether a metric has proof that the canary is better than the baseline. */
  isBetter(kind: 'errors' | 'latency'): boolean {
    const metric = kind === 'errors' ? this.errors : this.latency;
    return metric !== null && this.isLow && metric.better.some(({ sums }) => sums.highest() >= this.promoteBar) && logEOf(metric.better) >= this.promoteBar;
  }

  isProven(): boolean {
    const required = this.metrics.filter((metric) => metric.plan.required);
    return required.length > 0 && this.units[CANARY] >= this.plan.canaryUnitsMin && required.every((metric) => this.proofOf(metric) >= this.promoteBar);
  }

  /** Of all alternatives of harm; 0 while none can be high. */
  private highest(): number {
    if (!this.isHigh) return 0;
    let highest = this.agreementHarm;
    for (const { harm } of this.metrics) for (const { sums } of harm) highest = Math.max(highest, sums.highest());
    this.isHigh = highest >= this.bar;
    return highest;
  }

  /** True where agreement needs no proof. */
  isAgreementProven(): boolean {
    return this.agreement?.plan.required !== true || this.agreementProof >= this.promoteBar;
  }

  private harmOf(metric: Metric): number {
    return metric === this.agreement ? this.agreementHarm : metric.harm.length === 0 ? 0 : logEOf(metric.harm);
  }

  private proofOf(metric: Metric): number {
    if (metric.plan.kind === 'agreement') return this.agreementProof;
    if (metric.plan.kind === 'errors') return this.errorProof(metric.plan.proof, metric.proof);
    return metric.proof?.logE() ?? 0;
  }

  private errorProof(proof: RateProof, ratio: RatioSums | null): number {
    const { units, failures } = this;
    const ceiling = (rate: number): number => logMeanExp(rateLogs(CEILING_PARTS, failures[CANARY], Math.max(units[CANARY], failures[CANARY]), rate));
    switch (proof.form) {
      case 'ratio':
        return ratio?.logE() ?? 0;
      case 'ceiling':
        return ceiling(proof.rate);
      case 'either':
        return logMeanExp([ratio?.logE() ?? 0, ceiling(proof.rate)]);
    }
  }

  private add({ harm, better, proof }: Metric, side: Side, parts: number, isProof: boolean): void {
    for (let at = 0; at < parts; at++) {
      if (harm[at]!.sums.add(side, this.bar)) this.isHigh = true;
      if (better.length > 0 && better[at]!.sums.add(side, this.promoteBar)) this.isLow = true;
    }
    if (isProof && proof !== null) proof.add(side, Infinity);
  }
}

function metricOf(plan: MetricPlan, weight: number, looksForBetter: boolean): Metric {
  switch (plan.kind) {
    case 'errors':
      return {
        plan, weight,
        harm: [{ part: 1, sums: new RatioSums(HARM) }],
        better: looksForBetter ? [{ part: 1, sums: new RatioSums(BETTER) }] : [],
        proof: plan.proof.form === 'ceiling' ? null : new RatioSums(nonInferiority(plan.proof.margin)),
      };
    case 'latency':
      return {
        plan, weight,
        harm: LATENCY_PARTS.map(({ weight: part, ratios }) => ({ part, sums: new RatioSums(harmTest(ratios)) })),
        better: looksForBetter ? LATENCY_PARTS.map(({ weight: part, ratios }) => ({ part, sums: new RatioSums(betterTest(ratios)) })) : [],
        proof: new RatioSums(nonInferiority(plan.margin)),
      };
    default:
      return { plan, weight, harm: [], better: [], proof: null };
  }
}
