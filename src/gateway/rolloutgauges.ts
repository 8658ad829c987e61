/** Views of rollouts as a scrape shows them. */
import type { ComparisonView } from '../compare/comparison.js';
import type { Rollouts } from '../rollout/engine.js';
import type { RolloutView } from '../rollout/view.js';
import type { EvidenceSnapshot, OutputSnapshot, RolloutSnapshot } from '../telemetry/rollout.js';

/** Transitions of this process, by model and by the first word of where they led. */
export type TransitionCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

const NO_COUNTS: ReadonlyMap<string, number> = new Map();

export function rolloutGauges(engine: Rollouts, transitions: TransitionCounts): readonly RolloutSnapshot[] {
  return engine.models().map((model) => snapshotOf(engine.view(model), transitions.get(model) ?? NO_COUNTS));
}

function snapshotOf({ model, rollout }: RolloutView, transitions: ReadonlyMap<string, number>): RolloutSnapshot {
  if (rollout === null) {
    const none = { units: 0, failures: 0 };
    return { model, phase: 'none', arms: [{ arm: 'stable', weight: 1 }], canary: none, baseline: none, pairs: 0, disagreements: 0, skipped: {}, outputs: [], written: null, evidence: [], transitions };
  }
  const { weights, evidence, judgement, comparison, labels } = rollout;
  const sum = (arm: 'canary' | 'baseline', count: 'units' | 'failures'): number => evidence.segments.reduce((total, segment) => total + segment[arm][count], 0);
  return {
    model,
    phase: rollout.phase,
    arms: (['stable', 'control', 'canary'] as const).map((arm) => ({ arm, weight: weights[arm] / 100 })),
    canary: { units: sum('canary', 'units'), failures: sum('canary', 'failures') },
    baseline: { units: sum('baseline', 'units'), failures: sum('baseline', 'failures') },
    pairs: evidence.mirror?.candidate.pairs ?? 0,
    disagreements: evidence.mirror?.candidate.disagreements ?? 0,
    skipped: comparison === null ? {} : { busy: comparison.skipped.busy, memory: comparison.skipped.memory, outside: comparison.skipped.outside, fault: comparison.skipped.faults },
    outputs: comparison === null ? [] : outputsOf(comparison),
    written: labels === null ? null : { rows: labels.rows, dropped: labels.dropped },
    evidence: (judgement?.rows ?? []).flatMap(({ metric, logHarm, thresholdAbort, logProof, thresholdPromote }): EvidenceSnapshot[] => [
      ...(thresholdAbort === null ? [] : [{ metric, kind: 'harm' as const, value: logHarm, threshold: thresholdAbort }]),
      ...(logProof === null || thresholdPromote === null ? [] : [{ metric, kind: 'proof' as const, value: logProof, threshold: thresholdPromote }]),
    ]),
    transitions,
  };
}

function outputsOf({ candidate, floor }: ComparisonView): OutputSnapshot[] {
  return Object.entries(candidate.outputs).map(([output, { agreement, measures }]) => ({
    output,
    agreement: { candidate: agreement, floor: floor.outputs[output]?.agreement ?? null },
    difference: measures.meanAbsolute?.mean ?? null,
    divergence: measures.divergence?.mean ?? null,
  }));
}
