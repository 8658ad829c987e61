/**
 * Offsets of every record that threads share, in one place. Nobody else knows a number of this file: the classes of
 * this room give the records names. All words are 32-bit integers; moments are 64-bit floats of microseconds.
 *
 *   exchange   one per process: a header per front end, then the tickets of all front ends
 *   queue      one per loaded version: inbox, counts, lock and doorbell
 *   instance   one per model instance: what it holds now, and the readers of its output slabs
 */

/** Raised whenever a record changes its shape; threads compare it at start. */
export const LAYOUT_NUMBER = 3;

/** One header of 64 bytes per front end, a cache line of its own. */
export const FRONT_INTS = 16;
export const FRONT = { done: 0, signal: 1, watching: 2 } as const;

/** 128 bytes a ticket: 16 integers, then 8 moments. */
export const TICKET_INTS = 32;
export const TICKET = {
  state: 0,
  next: 1,
  rows: 2,
  shape: 3,
  level: 4,
  reason: 5,
  block: 6,
  instance: 7,
  slab: 8,
  delayed: 9,
  batchRows: 10,
  /** Number of the failed batch, unique among the last ones of its instance; 0 for failures outside of one. */
  run: 11,
} as const;
/** Moments of a request, as indexes of 64-bit floats within its ticket. */
export const MOMENT = { offered: 8, queueUntil: 9, started: 10, filled: 11, ran: 12, done: 13 } as const;
/** Priority is a float too: Triton's levels exceed 32 bits. */
export const PRIORITY = 14;

export const QUEUE_INTS = 32;
export const QUEUE = {
  inbox: 0,
  queued: 1,
  rows: 2,
  signal: 3,
  sleepers: 4,
  wakeRows: 5,
  expired: 6,
  /** The instance (plus one) that looks for work without sleeping and needs no ring; 0 for none. */
  watcher: 7,
  /** Words below are written by the holder of the lock only. On a cache line of their own. */
  lock: 16,
  lockWaiters: 17,
  head: 18,
  tail: 19,
  pendingRows: 20,
} as const;
/** Value of the lock once its holder died: the line is in an unknown order and nobody may have it any more. */
export const LOCK_DEAD = -1;
/** Priority levels that are counted apart, behind the words above; levels beyond share the last count. */
export const LEVELS_MAX = 64;

/** Output slabs that an instance may have with readers at one time. */
export const SLABS_MAX = 64;
export const INSTANCE = {
  control: 0,
  starved: 1,
  held: 2,
  /** The slab (plus one) whose requests have not been handed back yet; 0 between runs. */
  unshared: 3,
  slabs: 16,
  ids: 16 + SLABS_MAX,
} as const;

export function exchangeBytes(frontEnds: number, ticketsPerFrontEnd: number): number {
  return 4 * (frontEnds * FRONT_INTS + frontEnds * ticketsPerFrontEnd * TICKET_INTS);
}

/** @param priorityLevels levels whose waiting requests are counted apart; 1 or less counts them together only */
export function queueBytes(priorityLevels: number): number {
  return 4 * (QUEUE_INTS + (priorityLevels > 1 ? Math.min(priorityLevels, LEVELS_MAX) : 0));
}

/** @param ticketsMax most requests that one run may hold */
export function instanceBytes(ticketsMax: number): number {
  return 4 * (INSTANCE.ids + ticketsMax);
}
