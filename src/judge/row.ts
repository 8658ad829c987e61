/** One metric's row: its reading with thresholds, progress, an interval and a sentence that a user can act on. */
import type { Evidence } from './evidence.js';
import { likelyRatio, ratioInterval } from './interval.js';
import type { Estimate, MetricRow, Need } from './judgement.js';
import { progress } from './numbers.js';
import type { JudgePlan, MetricPlan } from './plan.js';
import { readMetric, type Reading, type Tested } from './reading.js';
import { wilson } from './report.js';
import { odds, percent, short } from './words.js';

/** log(1/alpha): the evidence that keeps the probability of a wrong verdict below alpha. */
export function thresholdOf(alpha: number): number {
  return -Math.log(alpha);
}

/**
 * How much more of an exposure until a threshold, if the best alternative keeps growing as it did: the mixture follows
 * it at a distance of the logarithm of its size.
 */
export function need(tested: Tested | null, reading: Pick<Reading, 'exposure' | 'of'>, threshold: number | null): Need {
  const { exposure, of } = reading;
  if (tested === null || threshold === null) return { more: null, of };
  if (tested.logE >= threshold) return { more: 0, of };
  const best = tested.logs.reduce((most, log) => Math.max(most, log), -Infinity);
  if (!(best > 0) || exposure === 0) return { more: null, of };
  const total = (threshold + Math.log(tested.logs.length)) / (best / exposure);
  return { more: Math.max(1, Math.ceil(total - exposure)), of };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function estimateOf(metric: MetricPlan, reading: Reading, alpha: number): Estimate {
  const quantity = quantityOf(metric);
  if (metric.kind === 'distribution') return { quantity, value: null, low: null, high: null };
  if (reading.shown === null) {
    const { units, events } = reading.canary;
    return { quantity, value: units === 0 ? null : events / units, ...wilson(events, units) };
  }
  const value = likelyRatio(reading.shown);
  const { low, high } = ratioInterval(reading.shown, alpha);
  return { quantity, value: value === null ? null : finite(value), low: finite(low), high: finite(high) };
}

function quantityOf(metric: MetricPlan): string {
  switch (metric.kind) {
    case 'errors':
      return 'ratio of failure rates';
    case 'latency':
      return `ratio of units above the stable ${metric.provenAt}`;
    case 'agreement':
      return 'rate of disagreement';
    case 'labels':
      return 'ratio of wrong labels';
    case 'distribution':
      return 'difference of outcome distributions';
  }
}

function facts(metric: MetricPlan, reading: Reading, estimate: Estimate): string {
  const { canary, baseline } = reading;
  const between = `${short(estimate.value)} (${short(estimate.low ?? 0)} to ${short(estimate.high)})`;
  switch (metric.kind) {
    case 'errors':
      return `${canary.events} of ${canary.units} canary units failed, ${baseline.events} of ${baseline.units} of the baseline; ratio ${between}`;
    case 'latency':
      return `${canary.events} of ${canary.units} canary units were slower than the stable ${metric.provenAt}, ${baseline.events} of ${baseline.units} of the baseline; ratio ${between}`;
    case 'agreement':
      return `${canary.events} of ${canary.units} mirrored pairs disagree, ${baseline.events} of ${baseline.units} of stable against itself; ${percent(metric.tolerance)} more is tolerated`;
    case 'labels':
      return `${canary.events} of ${canary.units} labels against the candidate, ${baseline.events} of ${baseline.units} against the baseline; ratio ${between}`;
    case 'distribution':
      return `${canary.units} canary outcomes against ${baseline.units} of the baseline; reported only`;
  }
}

function conclusion(row: Omit<MetricRow, 'reason'>): string {
  if (row.canary.units === 0) return 'nothing was seen yet';
  const { thresholdAbort, thresholdPromote, logHarm, logProof } = row;
  if (thresholdAbort !== null && logHarm >= thresholdAbort) return `worse: evidence ${odds(logHarm)} to 1`;
  if (thresholdPromote !== null && logProof !== null && logProof >= thresholdPromote) return 'proven within the margin';
  if (logHarm > 0 && row.needAbort.more !== null) return `leans to worse (${odds(logHarm)} to 1); about ${row.needAbort.more} more ${row.needAbort.of} would settle it`;
  if (row.needPromote.more !== null) return `no sign of harm; about ${row.needPromote.more} more ${row.needPromote.of} to the proof`;
  return thresholdPromote === null ? 'no sign of harm' : 'no sign of harm and none of proof yet';
}

export function metricRow(metric: MetricPlan, weight: number, plan: JudgePlan, evidence: Evidence): MetricRow {
  const reading = readMetric(metric, evidence);
  const thresholdAbort = weight > 0 ? thresholdOf(plan.alphaAbort * weight) : null;
  const thresholdPromote = reading.proof === null ? null : thresholdOf(plan.alphaPromote);
  const estimate = estimateOf(metric, reading, plan.alphaInterval);
  const logProof = reading.proof?.logE ?? null;
  const row = {
    metric: metric.kind,
    weight,
    required: metric.required,
    logHarm: reading.harm.logE,
    logBetter: reading.better?.logE ?? null,
    logProof,
    thresholdAbort,
    thresholdPromote,
    progressAbort: thresholdAbort === null ? 0 : progress(reading.harm.logE, thresholdAbort),
    progressPromote: thresholdPromote === null || logProof === null ? 0 : progress(logProof, thresholdPromote),
    needAbort: need(reading.harm, reading, thresholdAbort),
    needPromote: need(reading.proof, reading, thresholdPromote),
    canary: reading.canary,
    baseline: reading.baseline,
    estimate,
  };
  return { ...row, reason: `${facts(metric, reading, estimate)}: ${conclusion(row)}` };
}
