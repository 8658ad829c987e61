/**
 * What people may ask of a rollout, where it takes more than its document to tell whether it can be done: what lies in
 * the repository and what serves. Everything else is the machine's.
 */
import { ServingError } from '../base/error.js';
import type { CopyRow } from '../lifecycle/ledger.js';
import { isOver, type Document } from './document.js';
import { pin, promote, start, undo, type Moment } from './machine.js';
import type { Plan } from './plan.js';
import { candidateOf, isUp } from './steer.js';

export interface Asked {
  readonly who: string;
  readonly why: string;
  /** The generation that was read; null takes any. */
  readonly generation: number | null;
}

/** @throws ServingError for what cannot be done, with the remedy */
export type Verb = (document: Document, moment: Moment, why: string) => Document;

export interface Present {
  readonly model: string;
  /** Versions in the repository, with their fingerprints. */
  readonly onDisk: ReadonlyMap<number, string>;
  /** Asked at the moment of the change. */
  readonly copies: () => readonly CopyRow[];
}

/** @throws ServingError version_not_found */
export function starting(present: Present, candidate: number, plan: Plan, id: string): Verb {
  const fingerprint = fingerprintOf(present, candidate);
  return (document, moment, why) => start(document, { id, candidate, fingerprint, plan, why }, moment);
}

/** Refused while the candidate does not serve. */
export function promoting({ model, copies }: Present): Verb {
  return (document, moment, why) => {
    const { rollout } = document;
    if (rollout !== null && !isOver(rollout.phase) && rollout.phase.kind !== 'pending' && candidateOf(rollout, copies())?.state.phase !== 'available') {
      throw new ServingError('conflict', `version ${rollout.candidate} of model '${model}' does not serve now, and promoted it would answer nothing`);
    }
    return promote(document, moment, why);
  };
}

/** Refused where the version to go back to is gone. */
export function undoing({ model, onDisk, copies }: Present): Verb {
  return (document, moment, why) => {
    const undone = undo(document, moment, why);
    const back = undone.stable;
    if (onDisk.has(back) || isUp(back, copies())) return undone;
    throw new ServingError('conflict', `version ${back} of model '${model}' is in the repository no more; publish it again, or pin another one`);
  };
}

/** @throws ServingError version_not_found */
export function pinning(present: Present, version: number): Verb {
  fingerprintOf(present, version);
  return (document, moment, why) => pin(document, version, moment, why);
}

function fingerprintOf({ model, onDisk }: Present, version: number): string {
  const fingerprint = onDisk.get(version);
  if (fingerprint === undefined) throw new ServingError('version_not_found', `model '${model}' has no version ${version} in the repository; publish it first`);
  return fingerprint;
}
