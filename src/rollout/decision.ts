/**
 * All decisions that a document holds, one by one and oldest first, for those who tell of them: the audit log and the
 * webhooks. Pure. The same decision has the same id whenever it is asked for, so that what was told already is known.
 */
import { createHash } from 'node:crypto';
import type { Document, Rollout } from './document.js';
import type { DecisionKind } from './kind.js';
import type { Webhook } from './plan.js';

export interface Decision {
  readonly id: string;
  /** What it is numbered in: a rollout, or a model's switches. Numbers of a stream rise and are never used again. */
  readonly stream: string;
  readonly seq: number;
  readonly kind: DecisionKind;
  readonly model: string;
  /** As it is now, which may be later than the decision; null for a switch. */
  readonly rollout: Rollout | null;
  /** Answers requests that name no version, or is compared with while a rollout is on. */
  readonly stable: number;
  readonly atMs: number;
  readonly from: string;
  readonly to: string;
  readonly who: string;
  readonly why: string;
  readonly hooks: readonly Webhook[];
}

export function decisionsOf(document: Document): readonly Decision[] {
  const { model, rollout, history, switches } = document;
  const rollouts = rollout === null ? history : [rollout, ...history];
  const moves = [...rollouts].reverse().flatMap((one) => movesOf(model, one));
  // The name may hold anything, and an id stands in headers, paths and names of files.
  const stream = `model-${createHash('sha256').update(model).digest('hex').slice(0, 12)}`;
  const others = switches.map(({ seq, kind, atMs, from, to, who, why, hooks }): Decision => ({
    id: `${stream}-${seq}`, stream, seq, kind, model, rollout: null, stable: to, atMs, from: versionText(from), to: versionText(to), who, why, hooks,
  }));
  return merged(moves, others);
}

function movesOf(model: string, rollout: Rollout): readonly Decision[] {
  const { id, stable, plan, transitions } = rollout;
  return transitions.map(({ seq, kind, atMs, from, to, who, why }) => ({
    id: `${id}-${seq}`, stream: id, seq, kind, model, rollout, stable, atMs, from, to, who, why, hooks: plan.notify,
  }));
}

/** By moment, each list in its own order whatever the clock did. */
function merged(first: readonly Decision[], second: readonly Decision[]): readonly Decision[] {
  const all: Decision[] = [];
  let at = 0;
  for (const one of first) {
    while (at < second.length && second[at]!.atMs < one.atMs) all.push(second[at++]!);
    all.push(one);
  }
  return [...all, ...second.slice(at)];
}

function versionText(version: number): string {
  return version === 0 ? 'none' : `version ${version}`;
}
