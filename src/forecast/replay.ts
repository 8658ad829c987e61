/**
 * A recorded rollout judged again with other settings: when they would have aborted it, or proven it where it could be
 * promoted. The traffic stays as it was: a ramp that would have moved sooner under the other settings does not.
 */
import { judge } from '../judge/judge.js';
import type { Judgement } from '../judge/judgement.js';
import type { JudgePlan } from '../judge/plan.js';
import type { RecordedLine } from './recording.js';

export interface Moment {
  readonly atMs: number;
  readonly line: number;
  readonly phase: string;
  readonly canaryUnits: number;
  readonly reason: string;
}

export interface Replayed {
  readonly decision: 'aborted' | 'promoted' | 'held';
  /** When it was decided; of `held`, the last line. Null without any line. */
  readonly at: Moment | null;
  /** The first line at which the metrics that are required were proven, whether or not the ramp was at its end. */
  readonly provenAt: Moment | null;
  /** Each line at which the answer was another than before. */
  readonly turns: readonly (Moment & { readonly verdict: Judgement['kind'] })[];
}

/** Whether a recorded phase is one that a proof ends. */
function isLast(phase: string): boolean {
  const match = /^step (\d+) of (\d+)/.exec(phase);
  return match === null ? phase === 'approval' : match[1] === match[2];
}

function isWorse(judgement: Judgement): boolean {
  return judgement.kind === 'worse' || (judgement.kind === 'guarded' && judgement.action === 'abort');
}

export function replay(lines: readonly RecordedLine[], plan: JudgePlan): Replayed {
  const turns: (Moment & { verdict: Judgement['kind'] })[] = [];
  let provenAt: Moment | null = null;
  let at: Moment | null = null;
  for (const { line, atMs, phase, evidence } of lines) {
    const judgement = judge(plan, evidence);
    at = { atMs, line, phase, canaryUnits: judgement.canaryUnits, reason: judgement.reason };
    if (turns.at(-1)?.verdict !== judgement.kind) turns.push({ ...at, verdict: judgement.kind });
    if (isWorse(judgement)) return { decision: 'aborted', at, provenAt, turns };
    if (judgement.kind !== 'proven') continue;
    provenAt ??= at;
    if (isLast(phase)) return { decision: 'promoted', at, provenAt, turns };
  }
  return { decision: 'held', at, provenAt, turns };
}
