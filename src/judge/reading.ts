/**
 * What each metric reads out of the evidence: e-values against its nulls, the likelihoods behind them (their growth says
 * how much more is needed), and counts for show. No evidence reads as an e-value of 1: silence is neither harm nor proof.
 */
import { canaryUnits, QUANTILES, type Evidence, type MirrorCounts, type Quantile } from './evidence.js';
import { distributionLogE } from './distribution.js';
import type { ArmRow, Exposure } from './judgement.js';
import { logMeanExp, logWeightedSum } from './numbers.js';
import type { MetricPlan, RateProof } from './plan.js';
import { CEILING_PARTS, EXCESS_PARTS, rateLogs } from './rate.js';
import { BETTER, betterTest, HARM, harmTest, nonInferiority, ratioLogs, type ArmEvents, type RatioTest } from './ratio.js';
import { wilson } from './report.js';
import { signLogs } from './sign.js';

/** One null tested: its evidence, and the log likelihood ratios of the alternatives in it. */
export interface Tested {
  readonly logE: number;
  readonly logs: readonly number[];
}

export interface Reading {
  readonly harm: Tested;
  readonly better: Tested | null;
  readonly proof: Tested | null;
  readonly exposure: number;
  readonly of: Exposure;
  readonly canary: ArmRow;
  readonly baseline: ArmRow;
  /** The events behind the ratio that is shown; null where a rate is shown instead. */
  readonly shown: readonly ArmEvents[] | null;
}

const mixed = (logs: readonly number[]): Tested => ({ logE: logMeanExp(logs), logs });
const UNTESTED: Tested = { logE: 0, logs: [] };

/** Rates that are no probabilities any more, because a floor is high already, end here. */
const BOUND_MAX = 0.999;

function errorEvents(evidence: Evidence): ArmEvents[] {
  return evidence.segments.map(({ share, failureShare, canary, baseline }) => ({
    share: failureShare ?? share,
    canary: canary.failures,
    baseline: baseline.failures,
  }));
}

function exceedEvents(evidence: Evidence, quantile: number): ArmEvents[] {
  return evidence.segments.map(({ share, canary, baseline }) => ({
    share,
    canary: canary.exceed[quantile] ?? 0,
    baseline: baseline.exceed[quantile] ?? 0,
  }));
}

function armRow(events: readonly ArmEvents[], arm: 'canary' | 'baseline', units: number): ArmRow {
  return { units, events: events.reduce((sum, part) => sum + part[arm], 0) };
}

function sum(evidence: Evidence, arm: 'canary' | 'baseline', field: 'units' | 'timed'): number {
  return evidence.segments.reduce((total, segment) => total + segment[arm][field], 0);
}

function readErrors(metric: MetricPlan & { kind: 'errors' }, evidence: Evidence): Reading {
  const events = errorEvents(evidence);
  const canary = armRow(events, 'canary', canaryUnits(evidence));
  const { proof } = metric;
  return {
    harm: mixed(ratioLogs(HARM, events)),
    better: mixed(ratioLogs(BETTER, events)),
    proof: errorProof(proof, events, canary),
    exposure: canary.units,
    of: 'canary units',
    canary,
    baseline: armRow(events, 'baseline', sum(evidence, 'baseline', 'units')),
    shown: events,
  };
}

/** The mean of two e-values is one for whoever is harmful in both senses: that is the null of `either`. */
function errorProof(proof: RateProof, events: readonly ArmEvents[], canary: ArmRow): Tested {
  const ratio = (margin: number): Tested => mixed(ratioLogs(nonInferiority(margin), events));
  const ceiling = (rate: number): Tested => mixed(rateLogs(CEILING_PARTS, canary.events, Math.max(canary.units, canary.events), rate));
  switch (proof.form) {
    case 'ratio':
      return ratio(proof.margin);
    case 'ceiling':
      return ceiling(proof.rate);
    case 'either': {
      const parts = [ratio(proof.margin), ceiling(proof.rate)];
      return { logE: logMeanExp(parts.map(({ logE }) => logE)), logs: parts.flatMap(({ logs }) => logs) };
    }
  }
}

export function quantileIndex(quantile: Quantile): number {
  return QUANTILES.indexOf(quantile);
}

/**
 * One E1 per quantile, in a weighted mean that was fixed beforehand; a mean of e-values is one. Alternatives are those
 * that a quantile can show: no more than half of the units exceed twice as often, and at the 99th percentile a tenth
 * more would take a million units to see. Most of the weight is on the tail, where regressions of a service hide.
 */
export const LATENCY_PARTS: readonly { readonly weight: number; readonly ratios: readonly number[] }[] = [
  { weight: 0.15, ratios: [1.1, 1.25, 1.5] },
  { weight: 0.2, ratios: [1.25, 1.5, 2, 3] },
  { weight: 0.25, ratios: [1.25, 1.5, 2, 3, 5] },
  { weight: 0.4, ratios: [1.5, 2, 3, 5, 10] },
];
/** Of the sign test where pairs are kept; what is left goes to the quantiles. */
const SIGNS_WEIGHT = 0.2;

/** How often each quantile is exceeded, and the sign test where pairs are kept. */
function readLatency(metric: MetricPlan & { kind: 'latency' }, evidence: Evidence): Reading {
  const parts = QUANTILES.map((_, quantile) => exceedEvents(evidence, quantile));
  const proven = parts[quantileIndex(metric.provenAt)] ?? [];
  const signs = evidence.latencySigns ?? { canarySlower: 0, baselineSlower: 0 };
  const quantiles = metric.signs ? 1 - SIGNS_WEIGHT : 1;
  const tested = (testOf: (ratios: readonly number[]) => RatioTest, slower: number, faster: number): Tested => {
    const logs = LATENCY_PARTS.map(({ ratios }, quantile) => ratioLogs(testOf(ratios), parts[quantile] ?? []));
    const weighted = logs.map((each, quantile) => ({ weight: quantiles * (LATENCY_PARTS[quantile]?.weight ?? 0), logE: logMeanExp(each) }));
    if (!metric.signs) return { logE: logWeightedSum(weighted), logs: logs.flat() };
    const pairs = signLogs(slower, faster);
    return { logE: logWeightedSum([...weighted, { weight: SIGNS_WEIGHT, logE: logMeanExp(pairs) }]), logs: [...logs.flat(), ...pairs] };
  };
  return {
    harm: tested(harmTest, signs.canarySlower, signs.baselineSlower),
    better: tested(betterTest, signs.baselineSlower, signs.canarySlower),
    proof: mixed(ratioLogs(nonInferiority(metric.margin), proven)),
    exposure: sum(evidence, 'canary', 'timed'),
    of: 'canary units',
    canary: armRow(proven, 'canary', sum(evidence, 'canary', 'timed')),
    baseline: armRow(proven, 'baseline', sum(evidence, 'baseline', 'timed')),
    shown: proven,
  };
}

/**
 * The noise floor is an estimate; harm is tested against its upper bound and proof against its lower one, so that few
 * pairs of stable against stable neither abort nor promote.
 */
export function agreementBounds(floor: MirrorCounts, tolerance: number): { readonly harm: number; readonly proof: number } {
  const interval = floor.pairs === 0 ? { low: 0, high: 0 } : wilson(floor.disagreements, floor.pairs);
  return { harm: Math.min(BOUND_MAX, interval.high + tolerance), proof: Math.min(BOUND_MAX, interval.low + tolerance) };
}

function readAgreement(metric: MetricPlan & { kind: 'agreement' }, evidence: Evidence): Reading {
  const none: MirrorCounts = { pairs: 0, disagreements: 0 };
  const { candidate, floor } = evidence.mirror ?? { candidate: none, floor: none };
  const bounds = agreementBounds(floor, metric.tolerance);
  return {
    harm: mixed(rateLogs(EXCESS_PARTS, candidate.disagreements, candidate.pairs, bounds.harm)),
    better: null,
    proof: mixed(rateLogs(CEILING_PARTS, candidate.disagreements, candidate.pairs, bounds.proof)),
    exposure: candidate.pairs,
    of: 'pairs',
    canary: { units: candidate.pairs, events: candidate.disagreements },
    baseline: { units: floor.pairs, events: floor.disagreements },
    shown: null,
  };
}

/** Unpaired: E1 on wrong labels. Paired: the sign test on discordant pairs, of which each arm is wrong in half under the null. */
function readLabels(metric: MetricPlan & { kind: 'labels' }, evidence: Evidence): Reading {
  if (metric.pairing === 'paired') {
    const { canaryOnlyWrong, baselineOnlyWrong } = evidence.pairedLabels ?? { canaryOnlyWrong: 0, baselineOnlyWrong: 0 };
    const events = [{ share: 0.5, canary: canaryOnlyWrong, baseline: baselineOnlyWrong }];
    const discordant = canaryOnlyWrong + baselineOnlyWrong;
    return {
      harm: mixed(signLogs(canaryOnlyWrong, baselineOnlyWrong)),
      better: mixed(signLogs(baselineOnlyWrong, canaryOnlyWrong)),
      proof: mixed(ratioLogs(nonInferiority(metric.margin), events)),
      exposure: discordant,
      of: 'labels',
      canary: { units: discordant, events: canaryOnlyWrong },
      baseline: { units: discordant, events: baselineOnlyWrong },
      shown: events,
    };
  }
  const none = { right: 0, wrong: 0 };
  const stages = evidence.segments.map(({ share, labels }) => ({ share, canary: labels?.canary ?? none, baseline: labels?.baseline ?? none }));
  const events = stages.map(({ share, canary, baseline }) => ({ share, canary: canary.wrong, baseline: baseline.wrong }));
  const labelled = (arm: 'canary' | 'baseline'): number => stages.reduce((total, stage) => total + stage[arm].right + stage[arm].wrong, 0);
  return {
    harm: mixed(ratioLogs(HARM, events)),
    better: mixed(ratioLogs(BETTER, events)),
    proof: mixed(ratioLogs(nonInferiority(metric.margin), events)),
    exposure: labelled('canary'),
    of: 'labels',
    canary: armRow(events, 'canary', labelled('canary')),
    baseline: armRow(events, 'baseline', labelled('baseline')),
    shown: events,
  };
}

function readDistribution(evidence: Evidence): Reading {
  const stages = evidence.segments.flatMap(({ share, outcomes }) => (outcomes === undefined ? [] : [{ share, ...outcomes }]));
  const answers = (arm: 'canary' | 'baseline'): number => stages.reduce((total, stage) => total + stage[arm].reduce((all, count) => all + count, 0), 0);
  return {
    harm: { ...UNTESTED, logE: distributionLogE(stages) },
    better: null,
    proof: null,
    exposure: answers('canary'),
    of: 'canary units',
    canary: { units: answers('canary'), events: 0 },
    baseline: { units: answers('baseline'), events: 0 },
    shown: null,
  };
}

export function readMetric(metric: MetricPlan, evidence: Evidence): Reading {
  switch (metric.kind) {
    case 'errors':
      return readErrors(metric, evidence);
    case 'latency':
      return readLatency(metric, evidence);
    case 'agreement':
      return readAgreement(metric, evidence);
    case 'labels':
      return readLabels(metric, evidence);
    case 'distribution':
      return readDistribution(evidence);
  }
}
