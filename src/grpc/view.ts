/** A model's rollout as the message of sluice.v1: the same facts as REST prints, moments as numbers and phases as enums. Pure. */
import type { Judgement, MetricRow } from '../judge/judgement.js';
import type { OneView, PastView, RolloutView } from '../rollout/view.js';

const PHASES: Readonly<Record<OneView['phase'], string>> = {
  pending: 'PHASE_PENDING', mirror: 'PHASE_MIRROR', step: 'PHASE_STEP', approval: 'PHASE_APPROVAL',
  promoted: 'PHASE_PROMOTED', aborted: 'PHASE_ABORTED', failed: 'PHASE_FAILED', undone: 'PHASE_UNDONE',
};

const STRATEGIES: Readonly<Record<OneView['strategy'], string>> = { swap: 'STRATEGY_SWAP', canary: 'STRATEGY_CANARY' };

const VERDICTS: Readonly<Record<Judgement['kind'], string>> = {
  unknown: 'VERDICT_UNKNOWN', proven: 'VERDICT_PROVEN', worse: 'VERDICT_WORSE', mismatch: 'VERDICT_MISMATCH', guarded: 'VERDICT_GUARDED',
};

/** @returns what the message code takes; a field that is null stays out of the message */
export function viewMessage({ model, generation, stable, pinned, rollout, kept, rejected, history }: RolloutView): object {
  return {
    model, generation, stable, pinned,
    rollout: rollout === null ? null : rolloutMessage(rollout),
    kept: kept.map(({ version, until }) => ({ version, until_ms: momentMs(until) })),
    rejected: rejected.map(({ version, rollout: id, reason }) => ({ version, rollout: id, reason })),
    history: history.map(pastMessage),
  };
}

function rolloutMessage(rollout: OneView): object {
  const { id, stable, candidate, over, paused, reason, twin, weights, latencyUs } = rollout;
  return {
    id, stable, candidate, over, paused, reason, twin,
    strategy: STRATEGIES[rollout.strategy],
    phase: PHASES[rollout.phase],
    phase_text: rollout.phaseText,
    step: rollout.step ?? 0,
    steps_percent: rollout.steps,
    weights: { stable_percent: weights.stable, control_percent: weights.control, canary_percent: weights.canary, mirror_percent: weights.mirror },
    started_at_ms: momentMs(rollout.startedAt),
    since_ms: momentMs(rollout.since),
    deadline_ms: momentMs(rollout.deadline),
    judgement: rollout.judgement === null ? null : judgementMessage(rollout.judgement),
    evidence_json: JSON.stringify(rollout.evidence),
    frozen: latencyUs === null ? null : { p50_us: latencyUs[0], p90_us: latencyUs[1], p95_us: latencyUs[2], p99_us: latencyUs[3] },
    comparison_json: rollout.comparison === null ? '' : JSON.stringify(rollout.comparison),
    labels: rollout.labels,
    without_twin: rollout.isTwinless,
    plan_json: JSON.stringify(rollout.plan),
    transitions: rollout.transitions.map(({ at, from, to, who, why, seq, kind }) => ({ at_ms: momentMs(at), from, to, who, why, seq, kind })),
  };
}

function pastMessage({ id, stable, candidate, phase, reason, startedAt, endedAt }: PastView): object {
  return { id, stable, candidate, reason, phase: PHASES[phase], started_at_ms: momentMs(startedAt), ended_at_ms: momentMs(endedAt) };
}

function judgementMessage(judgement: Judgement): object {
  const { kind, reason, stage, superior, share } = judgement;
  return {
    reason, stage, superior,
    verdict: VERDICTS[kind],
    metrics: judgement.rows.map(metricMessage),
    log_abort: judgement.logAbort,
    threshold_abort: judgement.thresholdAbort,
    may_advance: judgement.mayAdvance,
    canary_units: judgement.canaryUnits,
    baseline_units: judgement.baselineUnits,
    share: { log_e: share.logE, threshold: share.threshold, planned: share.planned, observed: share.observed },
    culprits: kind === 'worse' ? judgement.culprits : [],
    missing: kind === 'unknown' ? judgement.missing : [],
    guard: kind === 'guarded' ? judgement.guard : '',
    guard_aborts: kind === 'guarded' && judgement.action === 'abort',
  };
}

function metricMessage(row: MetricRow): object {
  const { metric, weight, required, reason, canary, baseline, estimate } = row;
  return {
    metric, weight, required, reason,
    log_harm: row.logHarm,
    log_better: row.logBetter,
    log_proof: row.logProof,
    threshold_abort: row.thresholdAbort,
    threshold_promote: row.thresholdPromote,
    progress_abort: row.progressAbort,
    progress_promote: row.progressPromote,
    need_abort: { more: row.needAbort.more, of: row.needAbort.of },
    need_promote: { more: row.needPromote.more, of: row.needPromote.of },
    canary: { units: canary.units, events: canary.events },
    baseline: { units: baseline.units, events: baseline.events },
    estimate: { quantity: estimate.quantity, value: estimate.value, low: estimate.low, high: estimate.high },
  };
}

function momentMs(iso: string): number {
  return Date.parse(iso);
}
