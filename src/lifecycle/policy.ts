/**
 * Which step a model takes next. Pure: copies and the transition policy in, at most one action out; asked twice
 * it answers the same. Promises the manager that
 * - under availability-preserving no version is retired while one that is wanted is still on its way, nor while
 *   none of the wanted ones serves, and a served version number is only ever replaced by a ready copy of itself;
 * - under resource-preserving nothing new is loaded while something unwanted holds memory;
 * - of an all-or-nothing set either every copy is published, in one table, or none of the new ones.
 */
import type { TransitionPolicy } from './port.js';
import { holds, onItsWay, type Phase } from './state.js';

/** One copy as the policy sees it. */
export interface Snapshot {
  readonly id: number;
  readonly version: number;
  readonly phase: Phase;
  /** Whether this very copy (version and fingerprint) is wanted. At most one per version is. */
  readonly aspired: boolean;
  /** Told to stop, and has not stopped yet. */
  readonly cancelled: boolean;
  /** All its instances are gone for good. */
  readonly failed: boolean;
}

export type Action =
  | { readonly kind: 'load'; readonly id: number }
  | { readonly kind: 'publish'; readonly ids: readonly number[] }
  | { readonly kind: 'retire'; readonly id: number }
  | { readonly kind: 'cancel'; readonly id: number; readonly why: 'unwanted' | 'company' | 'failed' };

export function nextAction(copies: readonly Snapshot[], policy: TransitionPolicy, allOrNothing: boolean): Action | null {
  const together = allOrNothing && policy === 'availability-preserving';
  return (
    clear(copies) ??
    (together ? withdraw(copies) : null) ??
    publish(copies, together) ??
    (policy === 'availability-preserving' ? retireCovered(copies, together) : retireAny(copies)) ??
    load(copies, policy)
  );
}

/** Copies that cannot serve, or need not come up any more. */
function clear(copies: readonly Snapshot[]): Action | null {
  for (const copy of copies) {
    if (copy.failed && copy.phase === 'available') return { kind: 'retire', id: copy.id };
    if (copy.failed && copy.phase === 'warm' && !copy.cancelled) return { kind: 'cancel', id: copy.id, why: 'failed' };
    if (!copy.aspired && !copy.cancelled && canCancel(copy)) return { kind: 'cancel', id: copy.id, why: 'unwanted' };
  }
  return null;
}

function withdraw(copies: readonly Snapshot[]): Action | null {
  if (!copies.some((copy) => copy.aspired && copy.phase === 'error')) return null;
  const companion = copies.find((copy) => copy.aspired && !copy.cancelled && canCancel(copy));
  return companion ? { kind: 'cancel', id: companion.id, why: 'company' } : null;
}

/** What is in a table on its way to the front ends is let through and retired afterwards. */
function canCancel(copy: Snapshot): boolean {
  return onItsWay(copy.phase) && copy.phase !== 'publishing';
}

function publish(copies: readonly Snapshot[], together: boolean): Action | null {
  const wanted = copies.filter((copy) => copy.aspired);
  const warm = wanted.filter((copy) => copy.phase === 'warm' && !copy.cancelled);
  if (warm.length === 0) return null;
  if (together && !wanted.every((copy) => copy.phase === 'warm' || copy.phase === 'available')) return null;
  return { kind: 'publish', ids: warm.map((copy) => copy.id) };
}

function retireCovered(copies: readonly Snapshot[], together: boolean): Action | null {
  const wanted = copies.filter((copy) => copy.aspired);
  const covered =
    wanted.length === 0 ||
    (wanted.some((copy) => copy.phase === 'available') &&
      !wanted.some((copy) => onItsWay(copy.phase)) &&
      !(together && wanted.some((copy) => copy.phase !== 'available')));
  if (!covered) return null;
  const numbers = new Set(wanted.map((copy) => copy.version));
  return retireLowest(copies.filter((copy) => !numbers.has(copy.version)));
}

function retireAny(copies: readonly Snapshot[]): Action | null {
  return retireLowest(copies);
}

function retireLowest(copies: readonly Snapshot[]): Action | null {
  let lowest: Snapshot | null = null;
  for (const copy of copies) {
    if (copy.phase !== 'available' || copy.aspired) continue;
    if (lowest === null || copy.version < lowest.version) lowest = copy;
  }
  return lowest ? { kind: 'retire', id: lowest.id } : null;
}

/** The highest version first: it is the one that unnamed requests will go to. */
function load(copies: readonly Snapshot[], policy: TransitionPolicy): Action | null {
  if (policy === 'resource-preserving' && copies.some((copy) => !copy.aspired && holds(copy.phase))) return null;
  let highest: Snapshot | null = null;
  for (const copy of copies) {
    if (copy.phase !== 'new' || !copy.aspired || copy.cancelled) continue;
    if (highest === null || copy.version > highest.version) highest = copy;
  }
  return highest ? { kind: 'load', id: highest.id } : null;
}
