/** Views of rollouts as a server gives them, made by the house's own machine and judge from counts that a test names. */
import type { ArmCounts, Evidence } from '../../src/judge/evidence.js';
import { judge } from '../../src/judge/judge.js';
import { emptyDocument, type Document } from '../../src/rollout/document.js';
import { judgePlanOf, withOutcomes } from '../../src/rollout/evidence.js';
import { reduce, start, type Verdict } from '../../src/rollout/machine.js';
import { weightsOf } from '../../src/rollout/traffic.js';
import { viewOf, type RolloutView } from '../../src/rollout/view.js';
import { planOf } from './plan.js';

/** Noon of a day in UTC; rollouts of tests begin then. */
export const NOON_MS = Date.UTC(2026, 2, 14, 12);

export function arm(units: number, failures = 0, slow = 0): ArmCounts {
  return { units, failures, timed: units, exceed: [slow * 4, slow * 2, slow, 0], warmupTimed: 0 };
}

const ADVANCE: Verdict = { kind: 'unknown', reason: 'no sign of harm', mayAdvance: true, phaseUnits: 5000, units: 0, pairs: 5000 };

/** A document of model `digits` whose rollout from version 1 to 2 has made `moves` moves, a minute each. */
export function documentAfter(source: unknown, moves: number): Document {
  const moment = (minute: number): number => NOON_MS + minute * 60_000;
  const begun = start({ ...emptyDocument('digits'), stable: 1 }, { id: '2-ab12cd34', candidate: 2, fingerprint: 'f', plan: planOf(source), why: 'version 2 appeared in the repository' }, { atMs: NOON_MS, who: 'sluice' });
  let document = begun;
  for (let move = 1; move <= moves; move++) document = reduce(document, move === 1 ? { type: 'ready' } : { type: 'judged', verdict: ADVANCE }, moment(move));
  return document;
}

export interface Seen {
  readonly evidence?: Evidence;
  readonly latencyUs?: readonly [number, number, number, number];
  readonly twin?: boolean;
  readonly generation?: number;
}

/** What a server that has counted this says of the document. */
export function viewAfter(document: Document, { evidence = { segments: [] }, latencyUs, twin = true, generation = 7 }: Seen = {}): RolloutView {
  const rollout = document.rollout === null ? null : { ...document.rollout, evidence, latencyUs: latencyUs ?? null };
  const judgement = rollout === null ? null : judge(withOutcomes(judgePlanOf(rollout.plan), evidence), evidence);
  const isOn = rollout !== null && !['promoted', 'aborted', 'failed', 'undone'].includes(rollout.phase.kind);
  return viewOf({ ...document, rollout }, generation, {
    weights: weightsOf(rollout, twin), twin, evidence, judgement: isOn ? judgement : null, reason: isOn ? (judgement?.reason ?? null) : null, comparison: null, labels: null,
  });
}
