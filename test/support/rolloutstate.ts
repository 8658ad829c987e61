/** States of rollouts for tests of the protocol rooms: one with everything in it, and one of a model that never had any. */
import type { Judgement, MetricRow } from '../../src/judge/judgement.js';
import type { OneView, RolloutView } from '../../src/rollout/view.js';
import { planOf } from './plan.js';

/** Of a model that never had a rollout. */
export function quietState(model: string, generation: number): RolloutView {
  return { model, generation, stable: 1, pinned: false, rollout: null, kept: [], rejected: [], history: [] };
}

export const METRIC: MetricRow = {
  metric: 'errors', weight: 0.6, required: true, logHarm: -0.5, logBetter: null, logProof: 1.25, thresholdAbort: 4.6, thresholdPromote: 3,
  progressAbort: 0, progressPromote: 0.4, needAbort: { more: null, of: 'canary units' }, needPromote: { more: 120.5, of: 'canary units' },
  canary: { units: 40, events: 1 }, baseline: { units: 44, events: 0 },
  estimate: { quantity: 'ratio of error rates', value: 1.1, low: 0.4, high: null }, reason: 'few errors so far',
};

/** A verdict of any kind; each reads the fields of its own. */
export function judged(more: Partial<Judgement> & Pick<Judgement, 'kind'>): Judgement {
  const shown = {
    rows: [METRIC], logAbort: -0.3, thresholdAbort: 4.6, share: { logE: 0, threshold: 6.9, planned: 0.5, observed: null },
    canaryUnits: 40, baselineUnits: 44, stage: 1, mayAdvance: false, superior: [], reason: 'not known yet',
  };
  const own = { culprits: ['errors'], missing: ['errors'], guard: 'crash loop', action: 'abort' };
  const all: object = { ...shown, ...own, ...more };
  return all as Judgement;
}

export function fullRollout(more: Partial<OneView> = {}): OneView {
  return {
    id: '2-abc', stable: 1, candidate: 2, strategy: 'canary', phase: 'step', phaseText: 'step 2 of 2 (50 %)', over: false, paused: true,
    step: 2, steps: [5, 50], startedAt: '2026-01-02T03:04:05.006Z', since: '2026-01-02T03:05:00.000Z', deadline: '2026-01-03T03:04:05.006Z',
    weights: { stable: 0, control: 50, canary: 50, mirror: 12.5 }, latencyUs: [10, 20, 30.5, 40], evidence: { segments: [] },
    judgement: judged({ kind: 'unknown' }), comparison: null, labels: null, twin: true, isTwinless: false, reason: 'not known yet', plan: planOf({}),
    transitions: [{ seq: 1, kind: 'started', at: '2026-01-02T03:04:05.006Z', from: 'none', to: 'pending', who: 'ann', why: 'a try' }], ...more,
  };
}

export function fullState(generation = 9, more: Partial<OneView> = {}): RolloutView {
  return {
    model: 'm', generation, stable: 1, pinned: true, rollout: fullRollout(more),
    kept: [{ version: 3, until: '2026-01-02T04:00:00.000Z' }],
    rejected: [{ version: 4, rollout: '4-def', reason: 'worse' }],
    history: [{ id: '4-def', stable: 1, candidate: 4, phase: 'aborted', reason: 'worse', startedAt: '2026-01-01T00:00:00.000Z', endedAt: '2026-01-01T01:00:00.000Z' }],
  };
}
