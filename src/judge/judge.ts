/**
 * The judge of a rollout: a plan and counts in, a judgement out. Pure: the same evidence is judged the same for ever, at
 * any moment and as often as one likes, because every part is valid at all looks at once.
 *
 * Order of the answers: facts against the candidate, a split that is not the planned one (nothing measured on it means
 * anything), evidence of harm, an outage of the stable version, proof; what is left is not known yet.
 */
import { baselineUnits, canaryUnits, currentStage, type Evidence } from './evidence.js';
import { baselineGuard, candidateGuard } from './guard.js';
import type { Judgement, MetricRow, ShareRow } from './judgement.js';
import { logWeightedSum } from './numbers.js';
import { metricWeights, type JudgePlan, type MetricKind } from './plan.js';
import { ratioLogE, SHARE, type ArmEvents } from './ratio.js';
import { metricRow, thresholdOf } from './row.js';
import { list, odds, percent } from './words.js';

/** A metric above this e-value keeps the ramp where it is. */
const SUSPICIOUS = Math.log(10);

/** Names the metrics behind an abort with false discovery rate alpha under any dependence (Wang and Ramdas 2022, e-BH). */
export function culprits(rows: readonly MetricRow[], alpha: number): MetricKind[] {
  const ranked = rows.filter((row) => row.weight > 0).sort((a, b) => b.logHarm - a.logHarm);
  for (let count = ranked.length; count > 0; count--) {
    if ((ranked[count - 1]?.logHarm ?? 0) >= Math.log(ranked.length / (count * alpha))) return ranked.slice(0, count).map((row) => row.metric);
  }
  // The sum can convict where no single metric would: then the heaviest part of it is named.
  const heaviest = [...ranked].sort((a, b) => b.logHarm + Math.log(b.weight) - a.logHarm - Math.log(a.weight))[0];
  return heaviest === undefined ? [] : [heaviest.metric];
}

function shareRow(plan: JudgePlan, evidence: Evidence): ShareRow {
  const units: ArmEvents[] = evidence.segments.map(({ share, canary, baseline }) => ({ share, canary: canary.units, baseline: baseline.units }));
  const seen = units.reduce((sum, part) => sum + part.canary + part.baseline, 0);
  const wanted = units.reduce((sum, part) => sum + part.share * (part.canary + part.baseline), 0);
  return {
    logE: ratioLogE(SHARE, units),
    threshold: thresholdOf(plan.alphaMismatch),
    planned: seen === 0 ? (units.at(-1)?.share ?? 0) : wanted / seen,
    observed: seen === 0 ? null : canaryUnits(evidence) / seen,
  };
}

function stageMet(plan: JudgePlan, evidence: Evidence): boolean {
  const stage = currentStage(evidence);
  const units = evidence.segments.reduce((sum, segment) => sum + (segment.stage === stage ? segment.canary.units : 0), 0);
  return units >= (plan.stageUnitsMin[stage] ?? 0);
}

function unknownReason(missing: readonly MetricKind[], units: number, unitsMin: number): string {
  const parts: string[] = [];
  if (missing.length > 0) parts.push(`no proof yet for ${list(missing)}`);
  if (units < unitsMin) parts.push(`${unitsMin - units} more canary units to the least exposure`);
  return `not known yet: ${parts.join('; ')}`;
}

export function judge(plan: JudgePlan, evidence: Evidence): Judgement {
  const weights = metricWeights(plan.metrics);
  const rows = plan.metrics.map((metric, index) => metricRow(metric, weights[index] ?? 0, plan, evidence));
  const share = shareRow(plan, evidence);
  const thresholdAbort = thresholdOf(plan.alphaAbort);
  const logAbort = logWeightedSum(rows.map(({ weight, logHarm }) => ({ weight, logE: logHarm })));
  const mismatch = share.logE >= share.threshold;
  const suspicious = rows.some((row) => row.weight > 0 && row.logHarm > SUSPICIOUS);
  const proves = thresholdOf(plan.alphaPromote);
  const units = canaryUnits(evidence);
  const shown = {
    rows,
    logAbort,
    thresholdAbort,
    share,
    canaryUnits: units,
    baselineUnits: baselineUnits(evidence),
    stage: currentStage(evidence),
    mayAdvance: !mismatch && !suspicious && logAbort < thresholdAbort && stageMet(plan, evidence),
    superior: rows.filter((row) => (row.logBetter ?? 0) >= proves).map((row) => row.metric),
  };
  const facts = evidence.guards ?? {};
  const fatal = candidateGuard(plan.guards, facts);
  if (fatal !== null) return { kind: 'guarded', ...shown, ...fatal, mayAdvance: false };
  if (mismatch) {
    const reason = `the canary has ${percent(share.observed ?? 0)} of the units where ${percent(share.planned)} were planned: the split is at fault, and no comparison on it means anything`;
    return { kind: 'mismatch', ...shown, reason };
  }
  if (logAbort >= thresholdAbort) {
    const named = culprits(rows, plan.alphaAbort);
    return { kind: 'worse', ...shown, culprits: named, reason: `worse in ${list(named)}: evidence ${odds(logAbort)} to 1, ${odds(thresholdAbort)} aborts` };
  }
  const outage = baselineGuard(plan.guards, facts);
  if (outage !== null) return { kind: 'guarded', ...shown, ...outage, mayAdvance: false };
  const required = rows.filter((row) => row.required);
  const missing = required.filter((row) => (row.logProof ?? 0) < proves).map((row) => row.metric);
  if (required.length > 0 && missing.length === 0 && units >= plan.canaryUnitsMin) {
    return { kind: 'proven', ...shown, reason: `${list(required.map((row) => row.metric))} proven within the margin over ${units} canary units` };
  }
  return { kind: 'unknown', ...shown, missing, reason: unknownReason(missing, units, plan.canaryUnitsMin) };
}
