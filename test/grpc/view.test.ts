import { describe, expect, it } from 'vitest';
import { written } from '../../src/grpc/messages.js';
import { viewMessage } from '../../src/grpc/view.js';
import type { Judgement } from '../../src/judge/judgement.js';
import type { OneView, RolloutView } from '../../src/rollout/view.js';
import { METRIC, fullState, judged, quietState } from '../support/rolloutstate.js';
import { root, type Plain } from './world.js';
import { planOf } from '../support/plan.js';

/** Through the generated code and back by reflection; what has presence and is not set is not there, or null. */
function sent(state: RolloutView): Plain {
  const type = root.lookupType('sluice.v1.RolloutView');
  return type.toObject(type.decode(written.rollout(viewMessage(state))), { longs: Number, enums: String, defaults: true });
}

describe('the view as a message', () => {
  it('has everything that programs act on', () => {
    expect(sent(fullState())).toEqual({
      model: 'm', generation: 9, stable: 1, pinned: true,
      kept: [{ version: 3, until_ms: Date.UTC(2026, 0, 2, 4) }],
      rejected: [{ version: 4, rollout: '4-def', reason: 'worse' }],
      history: [{ id: '4-def', stable: 1, candidate: 4, phase: 'PHASE_ABORTED', reason: 'worse', started_at_ms: Date.UTC(2026, 0, 1), ended_at_ms: Date.UTC(2026, 0, 1, 1) }],
      rollout: {
        id: '2-abc', stable: 1, candidate: 2, strategy: 'STRATEGY_CANARY', phase: 'PHASE_STEP', phase_text: 'step 2 of 2 (50 %)', over: false, paused: true,
        reason: 'not known yet', step: 2, steps_percent: [5, 50], twin: true,
        weights: { stable_percent: 0, control_percent: 50, canary_percent: 50, mirror_percent: 12.5 },
        started_at_ms: Date.UTC(2026, 0, 2, 3, 4, 5, 6), since_ms: Date.UTC(2026, 0, 2, 3, 5), deadline_ms: Date.UTC(2026, 0, 3, 3, 4, 5, 6),
        evidence_json: '{"segments":[]}', plan_json: JSON.stringify(planOf({})), comparison_json: '', labels: null, without_twin: false, frozen: { p50_us: 10, p90_us: 20, p95_us: 30.5, p99_us: 40 },
        transitions: [{ seq: 1, kind: 'started', at_ms: Date.UTC(2026, 0, 2, 3, 4, 5, 6), from: 'none', to: 'pending', who: 'ann', why: 'a try' }],
        judgement: {
          verdict: 'VERDICT_UNKNOWN', reason: 'not known yet', missing: ['errors'], culprits: [], superior: [], log_abort: -0.3, threshold_abort: 4.6, may_advance: false, stage: 1,
          canary_units: 40, baseline_units: 44, share: { log_e: 0, threshold: 6.9, planned: 0.5 }, guard: '', guard_aborts: false,
          metrics: [{
            metric: 'errors', weight: 0.6, required: true, reason: 'few errors so far', log_harm: -0.5, log_proof: 1.25, threshold_abort: 4.6, threshold_promote: 3,
            progress_abort: 0, progress_promote: 0.4, need_abort: { of: 'canary units' }, need_promote: { more: 120.5, of: 'canary units' },
            canary: { units: 40, events: 1 }, baseline: { units: 44, events: 0 }, estimate: { quantity: 'ratio of error rates', value: 1.1, low: 0.4 },
          }],
        },
      },
    });
  });

  it('leaves out what there is not, and tells 0 from nothing', () => {
    const quiet = sent(quietState('m', 0));
    expect(quiet['rollout']).toBeNull();
    const { rollout } = sent(fullState(1, { step: null, latencyUs: null, judgement: null }));
    expect(rollout).toMatchObject({ step: 0 });
    expect(rollout.frozen).toBeNull();
    expect(rollout.judgement).toBeNull();
    const row = { ...METRIC, logProof: 0, thresholdAbort: null, thresholdPromote: null };
    const [metric] = sent(fullState(1, { judgement: judged({ kind: 'unknown', rows: [row] }) }))['rollout'].judgement.metrics;
    expect(metric.log_proof).toBe(0);
    for (const name of ['log_better', 'threshold_abort', 'threshold_promote']) expect([name, Object.hasOwn(metric, name)]).toEqual([name, false]);
  });

  it('has a word of its own for every phase and verdict', () => {
    const phases: readonly OneView['phase'][] = ['pending', 'mirror', 'step', 'approval', 'promoted', 'aborted', 'failed', 'undone'];
    expect(phases.map((phase) => sent(fullState(1, { phase }))['rollout'].phase)).toEqual(phases.map((phase) => `PHASE_${phase.toUpperCase()}`));
    const verdicts: readonly Judgement['kind'][] = ['unknown', 'proven', 'worse', 'mismatch', 'guarded'];
    expect(verdicts.map((kind) => sent(fullState(1, { judgement: judged({ kind }) }))['rollout'].judgement.verdict)).toEqual(verdicts.map((kind) => `VERDICT_${kind.toUpperCase()}`));
    const own = (kind: Judgement['kind']) => sent(fullState(1, { judgement: judged({ kind }) }))['rollout'].judgement;
    expect(own('guarded')).toMatchObject({ guard: 'crash loop', guard_aborts: true, culprits: [], missing: [] });
    expect(own('worse')).toMatchObject({ guard: '', guard_aborts: false, culprits: ['errors'], missing: [] });
  });

  it('carries what the mirror measured and what was written of a teacher', () => {
    const labels = { state: 'full', reason: 'as many as were asked for', rows: 7, files: 2, bytes: 900, dropped: 1, path: 'labels/m' } as const;
    const comparison = { candidate: { pairs: 3 } } as unknown as OneView['comparison'];
    const { rollout } = sent(fullState(1, { labels, comparison, isTwinless: true }));
    expect(rollout).toMatchObject({ labels, comparison_json: JSON.stringify(comparison), without_twin: true });
  });

  it('has no enum value of the contract that nothing maps to', () => {
    const used = { Phase: 8, Strategy: 2, Verdict: 5 };
    for (const [name, count] of Object.entries(used)) expect([name, Object.keys(root.lookupEnum(`sluice.v1.${name}`).values).length]).toEqual([name, count + 1]);
  });
});
