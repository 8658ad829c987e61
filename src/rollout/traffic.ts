/**
 * What a document means for the requests of its model: who answers, and how they are divided. Pure. Weights of a
 * candidate that does not serve are not published, so that no front end has to know what to do about it.
 */
import { WEIGHT_WHOLE, type Mirror, type Split } from '../routing/split.js';
import { isOver, type Document, type Rollout } from './document.js';

export interface Weights {
  readonly canary: number;
  readonly control: number;
  /** Whether copies of requests run on the candidate. */
  readonly isMirrored: boolean;
}

export const NO_WEIGHTS: Weights = { canary: 0, control: 0, isMirrored: false };

/** @param hasTwin whether the control twin serves */
export function weightsOf(rollout: Rollout | null, hasTwin: boolean): Weights {
  if (rollout === null || isOver(rollout.phase)) return NO_WEIGHTS;
  const { phase, plan } = rollout;
  const isMirrored = plan.mirror !== null && (phase.kind === 'mirror' || (phase.kind !== 'pending' && (plan.mirror.throughout || plan.steps.length === 0)));
  if (phase.kind !== 'step' && phase.kind !== 'approval') return { ...NO_WEIGHTS, isMirrored };
  // While somebody is asked, the last step's weights stand; a plan of a mirror alone has none.
  const step = phase.kind === 'step' ? plan.steps[phase.index] : plan.steps.at(-1);
  const canary = step?.weight ?? 0;
  return { canary, control: hasTwin ? Math.min(canary, WEIGHT_WHOLE - canary) : 0, isMirrored };
}

/**
 * Versions that must not stand in for a stable one that is away: a candidate that no caller has met yet, and whatever
 * was found to be bad. A promotion that was undone is left out: its version served until now, and goes on until the other is up.
 */
export function heldOf({ rollout, rejected, stable, history }: Document): readonly number[] {
  // The version that is gone back to may come up only after the next rollout has begun.
  const isUndone = (id: string): boolean => [rollout, ...history].some((one) => one?.id === id && one.phase.kind === 'undone');
  const held = new Set(rejected.filter((one) => !isUndone(one.rollout)).map(({ version }) => version));
  if (rollout?.phase.kind === 'pending' || rollout?.phase.kind === 'mirror') held.add(rollout.candidate);
  held.delete(stable);
  return [...held].sort((a, b) => a - b);
}

export interface Shared {
  readonly tallies: SharedArrayBuffer;
  readonly keys: SharedArrayBuffer;
  /** Null while nothing can be compared. */
  readonly mirror: Pick<Mirror, 'rules' | 'pairs' | 'slices' | 'labels'> | null;
}

/** The split to publish; null when requests are not divided. */
export function splitOf(document: Document, weights: Weights, shared: Shared): Split | null {
  const { rollout } = document;
  if (rollout === null || (weights.canary === 0 && !weights.isMirrored)) return null;
  const { plan } = rollout;
  const mirror = plan.mirror !== null && weights.isMirrored && shared.mirror !== null
    ? { weight: plan.mirror.weight, concurrencyMax: plan.mirror.concurrencyMax, noiseWeight: plan.mirror.noiseWeight, ...shared.mirror }
    : null;
  return {
    rollout: rollout.id, segment: rollout.segment, candidate: rollout.candidate,
    canaryWeight: weights.canary, controlWeight: weights.control,
    assign: plan.assign, force: plan.force, mirror, latencyUs: rollout.latencyUs,
    tallies: shared.tallies, keys: shared.keys,
  };
}

/** Share of the canary among the requests that are compared; 0 where none are. */
export function shareOf({ canary, control }: Pick<Weights, 'canary' | 'control'>): number {
  if (canary === 0) return 0;
  return control > 0 ? canary / (canary + control) : canary / WEIGHT_WHOLE;
}
