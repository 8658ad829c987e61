/**
 * Which versions a model should have up, given what its version policy picks and what its document says, and whether
 * a version on disk is a candidate. Pure. Without a document the policy's picks stand as they are.
 */
import type { CopyRow } from '../lifecycle/ledger.js';
import { isOver, type Document, type Rollout } from './document.js';
import { abort, reduce, swapped, type Moment } from './machine.js';
import { DEFAULT_GATES, type Plan } from './plan.js';

/** What a look at the repository found of one model. */
export interface Sight {
  readonly model: string;
  /** From the model's config; null without a `rollout:` block. */
  readonly plan: Plan | null;
  /** Versions that could be loaded, with their fingerprints. */
  readonly onDisk: ReadonlyMap<number, string>;
  /** The version policy. */
  readonly pick: (versions: readonly number[]) => readonly number[];
}

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
  // Other files under a rejected number are not what is kept.
  const isOther = (version: number): boolean => rejected.some((one) => one.version === version && one.fingerprint !== onDisk.get(version));
  for (const { version, untilMs } of kept) if (untilMs > nowMs && !isOther(version)) wanted.add(version);
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

/** Phases in which a copy holds nothing and is not about to. */
const IDLE: readonly string[] = ['end', 'error'];

/**
 * Versions that wait until the stable one is up, so that after a start nothing unproven answers in its place; a stable
 * version that failed is waited for no longer, and what is up stays.
 */
export function behindStable({ stable, rollout, kept }: Document, wanted: readonly number[], copies: readonly CopyRow[]): readonly number[] {
  const phases = (version: number): readonly string[] => copies.filter((copy) => copy.version === version).map(({ state }) => state.phase);
  if (!wanted.includes(stable) || phases(stable).some((phase) => phase === 'available' || phase === 'error')) return [];
  const follows = (version: number): boolean => version === rollout?.candidate || kept.some((one) => one.version === version);
  return wanted.filter((version) => version !== stable && follows(version) && phases(version).every((phase) => IDLE.includes(phase)));
}

export interface Order extends Steering {
  /** Whether something is left out until the stable version is up. */
  readonly isWaiting: boolean;
}

/** What a look at the repository means, with those left out that wait for the stable version. */
export function order(sight: Sight, document: Document | null, copies: readonly CopyRow[], nowMs: number): Order {
  const plain = steering(sight, document, nowMs);
  const behind = document === null ? [] : behindStable(document, plain.wanted, copies);
  const notes = new Map([...plain.notes, ...behind.map((version) => [version, `waits for version ${document!.stable}, the stable one, to come up`] as const)]);
  return { ...plain, wanted: plain.wanted.filter((version) => !behind.includes(version)), notes, isWaiting: behind.length > 0 };
}

export function steering({ plan, onDisk, pick }: Sight, document: Document | null, nowMs: number): Steering {
  return steer(document, onDisk, pick(eligible(document, onDisk)), plan?.strategy === 'canary', nowMs);
}

/** Ends a rollout one of whose versions is not there any more. */
export function without(document: Document, onDisk: ReadonlyMap<number, string>, moment: Moment): Document {
  const { rollout } = document;
  if (rollout === null || isOver(rollout.phase)) return document;
  const { stable, candidate, fingerprint } = rollout;
  if (!onDisk.has(candidate)) return abort(document, moment, 'the candidate left the repository');
  if (onDisk.get(candidate) !== fingerprint) return abort(document, moment, 'the files or the config of the candidate changed');
  if (!onDisk.has(stable)) return reduce(document, { type: 'orphaned', why: `version ${stable}, which it was compared with, left the repository` }, moment.atMs);
  return document;
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

/** A model without a document is stable at what answers its requests now. */
export function based(document: Document, copies: readonly CopyRow[]): Document {
  if (document.stable !== 0) return document;
  return swapped(document, Math.max(0, ...copies.filter(({ state }) => state.phase === 'available').map(({ version }) => version)));
}

/** The candidate's copy that serves, else its newest one. */
export function candidateOf({ candidate, fingerprint }: Rollout, copies: readonly CopyRow[]): CopyRow | undefined {
  const own = copies.filter((one) => one.version === candidate && one.fingerprint === fingerprint);
  return own.find(({ state }) => state.phase === 'available') ?? own.sort((a, b) => b.servingId - a.servingId)[0];
}

export function isUp(version: number, copies: readonly CopyRow[]): boolean {
  return copies.some((copy) => copy.version === version && copy.state.phase === 'available');
}

/** Gates of a version that is about to be loaded; null for one that is stable or was until a promotion: it has passed them. */
export function gatesFor(version: number, document: Document | null, plan: Plan | null): Plan['gates'] | null {
  const { stable = 0, rollout = null, kept = [], rejected = [] } = document ?? {};
  const isNamed = (one: { readonly version: number }): boolean => one.version === version;
  if (stable === version || (kept.some(isNamed) && !rejected.some(isNamed))) return null;
  return rollout !== null && !isOver(rollout.phase) && rollout.candidate === version ? rollout.plan.gates : (plan?.gates ?? DEFAULT_GATES);
}
