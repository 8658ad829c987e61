/**
 * Who holds how many bytes of which device. A ledger is a value: every move returns a new one, so a decision can be
 * tried and thrown away. Promises that no reservation is granted beyond what is free on a device, and that what an
 * owner returns is exactly what it held. Devices whose memory is unknown (0) are written down and not bounded.
 */
import { assert } from '../base/assert.js';

export interface Account {
  readonly budgetBytes: number;
  readonly held: ReadonlyMap<string, number>;
}

export type Ledger = ReadonlyMap<string, Account>;

export interface Refusal {
  readonly device: string;
  readonly neededBytes: number;
  readonly freeBytes: number;
  readonly text: string;
}

export type Reservation = { readonly state: 'granted'; readonly ledger: Ledger } | { readonly state: 'refused'; readonly refusal: Refusal };

export function openLedger(budgetBytes: Readonly<Record<string, number>>): Ledger {
  return new Map(Object.entries(budgetBytes).map(([device, bytes]) => [device, { budgetBytes: bytes, held: new Map() }]));
}

export function heldBytes(ledger: Ledger, device: string): number {
  let sum = 0;
  for (const bytes of ledger.get(device)?.held.values() ?? []) sum += bytes;
  return sum;
}

/** Infinity where the device is not bounded. */
export function freeBytes(ledger: Ledger, device: string): number {
  const account = ledger.get(device);
  if (account === undefined) return 0;
  return account.budgetBytes === 0 ? Infinity : account.budgetBytes - heldBytes(ledger, device);
}

/** All devices of the estimate or none. An owner reserves once; to change what it holds see `settle`. */
export function reserve(ledger: Ledger, owner: string, estimate: Readonly<Record<string, number>>): Reservation {
  const next = new Map(ledger);
  for (const [device, bytes] of Object.entries(estimate)) {
    assert(bytes >= 0 && Number.isFinite(bytes), `an estimate in bytes, not ${bytes}`);
    const account = next.get(device);
    const free = freeBytes(next, device);
    if (account === undefined || bytes > free) return { state: 'refused', refusal: refusal(owner, device, bytes, account === undefined ? undefined : free) };
    assert(!account.held.has(owner), `${owner} holds bytes of ${device} already`);
    next.set(device, { ...account, held: new Map(account.held).set(owner, bytes) });
  }
  return { state: 'granted', ledger: next };
}

/** Replaces an estimate by what was measured. A measured figure above the estimate is kept as well: it is the truth. */
export function settle(ledger: Ledger, owner: string, measured: Readonly<Record<string, number>>): Ledger {
  const next = new Map(ledger);
  for (const [device, account] of ledger) {
    if (account.held.has(owner)) next.set(device, { ...account, held: new Map(account.held).set(owner, measured[device] ?? 0) });
  }
  return next;
}

/** Gives back all that the owner holds, on every device. Giving back twice changes nothing. */
export function release(ledger: Ledger, owner: string): Ledger {
  const next = new Map(ledger);
  for (const [device, account] of ledger) {
    if (!account.held.has(owner)) continue;
    const held = new Map(account.held);
    held.delete(owner);
    next.set(device, { ...account, held });
  }
  return next;
}

export function bytesText(bytes: number): string {
  const mib = bytes / (1 << 20);
  if (mib >= 1024) return `${(mib / 1024).toFixed(1)} GiB`;
  return mib >= 1 ? `${mib.toFixed(1)} MiB` : `${Math.ceil(bytes)} bytes`;
}

function refusal(owner: string, device: string, neededBytes: number, free: number | undefined): Refusal {
  if (free === undefined) return { device, neededBytes, freeBytes: 0, text: `${owner} is placed on ${device}, which this server does not use; see --device` };
  // After a settlement above the estimate a device may be overdrawn; nobody is helped by a negative figure.
  const left = Math.max(0, free);
  const text =
    `${owner} needs ${bytesText(neededBytes)} on ${device}, which has ${bytesText(left)} free; ` +
    'unload another model, or serve this one with --transition-policy resource-preserving (transition_policy in its config), which unloads the old version before it loads the new one';
  return { device, neededBytes, freeBytes: left, text };
}
