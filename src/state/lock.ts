/**
 * One process per state folder. The lock is a file made by linking a whole one into place, so that nobody ever sees it
 * half written. A live holder is refused by name; the lock of a dead one is taken over, by one process only where
 * several come at once. A holder that cannot be seen (another container on the same volume) counts as dead, since a
 * killed container must come back without a hand; should it be alive after all, it finds out at its next write, which
 * is refused, because every write asks whether the lock is still its own.
 */
import { randomUUID } from 'node:crypto';
import { link, readFile, readdir, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../base/durable.js';
import { ServingError } from '../base/error.js';
import { isRunning, thisProcess, type ProcessId } from './process.js';

interface Holder extends ProcessId {
  /** Tells two openings of one process apart. */
  readonly token: string;
}

/** Rounds of losing to others who come and go at the same moment. */
const ROUNDS_MAX = 16;

export interface Lock {
  /** Rejects when another process took the folder over. */
  assertHeld(): Promise<void>;
  release(): Promise<void>;
}

export async function lockFolder(folder: string): Promise<Lock> {
  const path = join(folder, 'lock');
  const mine: Holder = { ...thisProcess(), token: randomUUID() };
  const offer = join(folder, `.lock-${mine.token}`);
  await writeFile(offer, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
  try {
    await acquire(folder, path, offer);
  } finally {
    await unlink(offer).catch(() => undefined);
  }
  return {
    assertHeld: async () => {
      const holder = await holderOf(path);
      if (holder?.token === mine.token) return;
      throw new ServingError('state_failed', `state folder '${folder}' was taken over by ${holder === null ? 'somebody who removed its lock' : `process ${holder.pid}`}: this process must not write to it any more; run one gateway per --state-dir`);
    },
    release: async () => {
      if ((await holderOf(path))?.token === mine.token) await unlink(path).catch(() => undefined);
    },
  };
}

async function acquire(folder: string, path: string, offer: string): Promise<void> {
  for (let round = 0; round < ROUNDS_MAX; round++) {
    if (await linked(offer, path)) return;
    const holder = await holderOf(path);
    if (holder === null) continue;
    if (isRunning(holder)) throw inUse(folder, holder.pid);
    if (await takenOver(folder, path, offer, holder)) return;
  }
  throw new ServingError('state_failed', `the lock of state folder '${folder}' changes hands all the time: several gateways start on it; give each its own --state-dir`);
}

/** Only who holds the claim on this very dead holder may replace its lock, and looks again once the claim is held. */
async function takenOver(folder: string, path: string, offer: string, dead: Holder): Promise<boolean> {
  const claim = join(folder, `.lock-after-${dead.token}`);
  if (!(await linked(offer, claim))) {
    const claimant = await holderOf(claim);
    if (claimant !== null && isRunning(claimant)) throw inUse(folder, claimant.pid);
    await unlink(claim).catch(() => undefined);
    return false;
  }
  try {
    if ((await holderOf(path))?.token !== dead.token) return false;
    const copy = `${offer}-taken`;
    await link(offer, copy);
    await rename(copy, path);
    return true;
  } finally {
    await unlink(claim).catch(() => undefined);
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') return false;
    throw thrown;
  }
}

/** Offers and claims of processes that were killed in the middle. Those of others who start right now stay. */
export async function sweepLocks(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith('.lock-')) continue;
    const holder = await holderOf(join(folder, name));
    if (holder !== null && holder.pid !== 0 && !isRunning(holder)) await unlink(join(folder, name)).catch(() => undefined);
  }
}

/** @returns null where there is no lock; a lock that cannot be read belongs to nobody alive, since it is never half there */
async function holderOf(path: string): Promise<Holder | null> {
  const text = await readFile(path, 'utf8').catch((thrown: unknown) => {
    if (codeOf(thrown) === 'ENOENT') return null;
    throw thrown;
  });
  if (text === null) return null;
  const nobody: Holder = { pid: 0, started: '', boot: 'unknown', space: '', token: 'unknown' };
  try {
    const { pid, started, boot, space, token } = { ...nobody, ...(JSON.parse(text) as Partial<Holder>) };
    return /^[a-z0-9-]{1,64}$/.test(token) ? { pid, started, boot, space, token } : nobody;
  } catch {
    return nobody;
  }
}

function inUse(folder: string, pid: number): ServingError {
  return new ServingError('state_failed', `state folder '${folder}' is in use by process ${pid}: stop it, or give this gateway another --state-dir`);
}
