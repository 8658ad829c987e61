/**
 * Which versions a model should have up, given what its version policy picks and what its document says, and whether
 * a version on disk is a candidate. Pure. Without a document the policy's picks stand as they are.
 */
import type { CopyRow } from '../lifecycle/ledger.js';
import { isOver, type Document } from './document.js';

export interface Steering {
  /** Versions to have up, in ascending order. */
  readonly wanted: readonly number[];
  /** A version that a rollout should begin with; null for none. */
  readonly candidate: number | null;
  /** Versions on disk that are left out, with the reason. */
  readonly notes: ReadonlyMap<number, string>;
}

/**
 * @param onDisk complete versions with their fingerprints
 * @param picks versions that the version policy names
 * @param staged whether new versions begin as candidates; otherwise they take over as soon as they serve
 */
export function steer(document: Document | null, onDisk: ReadonlyMap<number, string>, picks: readonly number[], staged: boolean, nowMs: number): Steering {
  if (document === null || document.stable === 0) return { wanted: picks, candidate: null, notes: new Map() };
  const { stable, rollout, kept, rejected, pinned } = document;
  const notes = new Map<number, string>();
  const isRejected = (version: number): boolean => rejected.some((one) => one.version === version && one.fingerprint === onDisk.get(version));
  const active = rollout !== null && !isOver(rollout.phase) ? rollout : null;
  const wanted = new Set<number>([stable]);
  for (const { version, untilMs } of kept) if (untilMs > nowMs) wanted.add(version);
  if (active !== null) wanted.add(active.candidate);
  let candidate: number | null = null;
  for (const version of [...picks].sort((a, b) => b - a)) {
    if (wanted.has(version)) continue;
    const isAhead = version > stable;
    if (isRejected(version)) {
      const { rollout: id, reason } = rejected.find((one) => one.version === version)!;
      notes.set(version, `not tried again: rollout '${id}' ended with: ${reason}`);
    } else if (!isAhead || !onDisk.has(stable)) wanted.add(version);
    else if (pinned) notes.set(version, `the model is pinned to version ${stable}`);
    else if (active !== null) notes.set(version, `waits for rollout '${active.id}' to version ${active.candidate} to end`);
    else if (candidate !== null) notes.set(version, `version ${candidate} goes first`);
    else {
      wanted.add(version);
      if (staged) candidate = version;
    }
  }
  return { wanted: [...wanted].filter((version) => onDisk.has(version)).sort((a, b) => a - b), candidate, notes };
}

/** Versions of the policy with `latest` must be looked at among those that may serve at all. */
export function eligible(document: Document | null, onDisk: ReadonlyMap<number, string>): number[] {
  const rejected = document?.rejected ?? [];
  return [...onDisk.keys()].filter((version) => !rejected.some((one) => one.version === version && one.fingerprint === onDisk.get(version)));
}

/** Phases in which a copy stays until something happens. */
const SETTLED: readonly string[] = ['available', 'draining', 'unloading', 'end', 'error'];

/** A version that serves and takes over without a rollout, since nothing holds it back; null for none. */
export function successor(document: Document, onDisk: ReadonlyMap<number, string>, copies: readonly CopyRow[]): number | null {
  const { stable, rollout, kept, rejected, pinned } = document;
  if (pinned || (rollout !== null && !isOver(rollout.phase))) return null;
  // Versions that come up together are compared when all are up.
  if (!copies.every(({ state }) => SETTLED.includes(state.phase))) return null;
  const isHeld = ({ version, fingerprint }: CopyRow): boolean =>
    kept.some((one) => one.version === version) || rejected.some((one) => one.version === version && one.fingerprint === fingerprint);
  const serving = copies.filter((copy) => copy.state.phase === 'available' && !isHeld(copy)).map(({ version }) => version);
  const highest = Math.max(0, ...serving);
  const isGone = !serving.includes(stable) && !onDisk.has(stable);
  return highest > stable || (highest > 0 && highest !== stable && isGone) ? highest : null;
}
