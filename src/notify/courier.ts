/**
 * Brings events to their targets: one at a time and in order for each target, again and again until it is taken or given
 * up. Nobody waits for it. `wake` is the one place where work goes on; it is called when something came in, when a try
 * ended and when a rest is over.
 */
import type { Clock } from '../base/clock.js';
import { codeOf } from '../base/durable.js';
import type { Log } from '../base/log.js';
import { CONTENT_TYPE } from './envelope.js';
import { lineOf, type Entry, type Outbox } from './outbox.js';
import { outcomeOf, restMs, type Outcome } from './outcome.js';
import { networkReason, type Post } from './post.js';
import { keyOf, webhookHeaders } from './signature.js';

export interface CourierPorts {
  readonly post: Post;
  readonly clock: Clock;
  readonly after: (delayMs: number, then: () => void) => () => void;
  /** 0 to 1. */
  readonly random: () => number;
  /** Of an environment variable; undefined where there is none. */
  readonly secretOf: (name: string) => string | undefined;
  readonly log: Log;
}

const TRY_MS = 10_000;
/** Tries at the same time, each for another target. */
const TRIES_MAX = 16;
/** Of one event that its receiver does not want. */
const REFUSALS_MAX = 5;
/** How long an event waits for a receiver that is away. */
export const GIVE_UP_MS = 24 * 3_600_000;
/** Targets that nothing waits for are remembered for people to see, up to this many. */
const LANES_MAX = 256;

interface Fault {
  readonly atMs: number;
  readonly text: string;
}

type LaneState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'trying'; readonly abort: AbortController }
  | { readonly kind: 'resting'; readonly untilMs: number };

interface Lane {
  readonly name: string;
  state: LaneState;
  /** In a row. */
  failures: number;
  /** Of the event at the head. */
  refusals: { readonly key: string; readonly count: number };
  delivered: number;
  failed: number;
  lastSuccessMs: number | null;
  lastFault: Fault | null;
}

/** A target as people see it. Moments are wall time. */
export interface LaneView {
  readonly target: string;
  readonly waiting: number;
  readonly dead: number;
  /** Since the process began. */
  readonly delivered: number;
  /** Tries that brought nothing. */
  readonly failed: number;
  readonly lastSuccessMs: number | null;
  readonly lastFault: Fault | null;
  /** null where nothing waits, or a try is on. */
  readonly nextTryMs: number | null;
}

export class Courier {
  private readonly lanes = new Map<string, Lane>();
  private readonly tries = new Set<Promise<void>>();
  private cancelTimer: (() => void) | null = null;
  private state: 'open' | 'stopped' = 'open';

  constructor(
    private readonly outbox: Outbox,
    private readonly ports: CourierPorts,
  ) {}

  wake(): void {
    if (this.state === 'stopped') return;
    this.cancelTimer?.();
    this.cancelTimer = null;
    let nextMs = Infinity;
    for (const entry of this.heads()) {
      const lane = this.lane(lineOf(entry));
      if (lane.state.kind === 'trying') continue;
      if (lane.state.kind === 'resting' && lane.state.untilMs > this.nowMs()) nextMs = Math.min(nextMs, lane.state.untilMs);
      else if (this.tries.size < TRIES_MAX) this.begin(lane, entry);
    }
    if (nextMs < Infinity) this.cancelTimer = this.ports.after(Math.ceil(nextMs - this.nowMs()), () => this.wake());
  }

  /** Tries a target again now, whatever it rests for. */
  hurry(target: string): void {
    const lane = this.lane(target);
    if (lane.state.kind === 'resting') lane.state = { kind: 'ready' };
    this.wake();
  }

  /** Ends tries under way; what they carried goes with the next process. */
  async stop(): Promise<void> {
    this.state = 'stopped';
    this.cancelTimer?.();
    for (const { state } of this.lanes.values()) if (state.kind === 'trying') state.abort.abort();
    await Promise.all(this.tries);
  }

  views(): readonly LaneView[] {
    const count = (entries: readonly Entry[]): ReadonlyMap<string, number> => {
      const counts = new Map<string, number>();
      for (const entry of entries) counts.set(lineOf(entry), (counts.get(lineOf(entry)) ?? 0) + 1);
      return counts;
    };
    const waiting = count(this.outbox.waiting());
    const dead = count(this.outbox.dead());
    return [...new Set([...this.lanes.keys(), ...waiting.keys(), ...dead.keys()])].sort().map((target) => {
      const { delivered, failed, lastSuccessMs, lastFault, state } = this.lanes.get(target) ?? emptyLane(target);
      const nextTryMs = state.kind === 'resting' && waiting.has(target) ? this.ports.clock.wallMs() + Math.max(0, state.untilMs - this.nowMs()) : null;
      return { target, waiting: waiting.get(target) ?? 0, dead: dead.get(target) ?? 0, delivered, failed, lastSuccessMs, lastFault, nextTryMs };
    });
  }

  /** The first of each line. */
  private heads(): Iterable<Entry> {
    const heads = new Map<string, Entry>();
    for (const entry of this.outbox.waiting()) if (!heads.has(lineOf(entry))) heads.set(lineOf(entry), entry);
    return heads.values();
  }

  private begin(lane: Lane, entry: Entry): void {
    const abort = new AbortController();
    lane.state = { kind: 'trying', abort };
    const done = this.attempt(lane, entry, abort).finally(() => {
      this.tries.delete(done);
      this.wake();
    });
    this.tries.add(done);
  }

  private async attempt(lane: Lane, entry: Entry, abort: AbortController): Promise<void> {
    const outcome = await this.deliver(entry, abort);
    if (this.state === 'stopped' && outcome.kind !== 'delivered') return;
    const lost = this.learn(lane, entry, outcome);
    const rests = outcome.kind !== 'delivered' && !lost.some(({ key }) => key === entry.key);
    const waitMs = outcome.kind === 'failed' ? outcome.waitMs : 0;
    const untilMs = this.nowMs() + Math.max(restMs(lane.failures, this.ports.random()), waitMs);
    try {
      if (outcome.kind === 'delivered') await this.outbox.remove(entry.key);
      for (const { key, reason } of lost) await this.outbox.bury(key, reason, this.ports.clock.wallMs());
    } catch (fault) {
      this.ports.log.error({ kind: 'notify', target: lane.name, cause: codeOf(fault) }, 'the outbox cannot be written; an event may be sent again');
    }
    lane.state = rests ? { kind: 'resting', untilMs } : { kind: 'ready' };
  }

  private async deliver({ id, body, target }: Entry, abort: AbortController): Promise<Outcome> {
    const { post, clock, after, secretOf } = this.ports;
    const { url, secretEnv } = target;
    const secret = secretEnv === null ? null : (secretOf(secretEnv) ?? '');
    const key = secret === null ? null : secretKey(secret);
    // An event that nobody can check must not look like one that was checked.
    if (secret !== null && key === null) {
      return { kind: 'failed', reason: `held back: environment variable ${secretEnv} ${secret === '' ? 'is not set' : 'holds no base64 after whsec_'}`, waitMs: 0 };
    }
    const headers = { 'content-type': CONTENT_TYPE, 'user-agent': 'sluice', ...webhookHeaders(id, Math.floor(clock.wallMs() / 1000), body, key) };
    const cancel = after(TRY_MS, () => abort.abort());
    try {
      const { status, retryAfter } = await post(url, headers, body, abort.signal);
      return outcomeOf(status, retryAfter, clock.wallMs());
    } catch (thrown) {
      return { kind: 'failed', reason: abort.signal.aborted ? `no answer within ${TRY_MS / 1000} s` : networkReason(thrown), waitMs: 0 };
    } finally {
      cancel();
    }
  }

  /** Keeps the counts of a lane. @returns what is given up for it */
  private learn(lane: Lane, entry: Entry, outcome: Outcome): readonly { readonly key: string; readonly reason: string }[] {
    const atMs = this.ports.clock.wallMs();
    if (outcome.kind === 'delivered') {
      if (lane.failures > 0) this.ports.log.info({ target: lane.name, event: entry.id }, 'a webhook takes events again');
      lane.delivered += 1;
      lane.failures = 0;
      lane.lastSuccessMs = atMs;
      return [];
    }
    const { kind, reason } = outcome;
    // Said again only when something else is the matter.
    if (lane.failures === 0 || lane.lastFault?.text !== reason) this.ports.log.warn({ target: lane.name, event: entry.id, reason }, 'a webhook does not take an event');
    lane.failed += 1;
    lane.lastFault = { atMs, text: reason };
    lane.failures += 1;
    if (kind === 'refused') lane.refusals = { key: entry.key, count: (lane.refusals.key === entry.key ? lane.refusals.count : 0) + 1 };
    const lost = lostFor(kind, lane, entry, this.outbox.waiting(lane.name), atMs).map((key) => ({ key, reason }));
    for (const { key } of lost) this.ports.log.error({ target: lane.name, notification: key, reason }, 'an event was given up and is among the dead letters');
    return lost;
  }

  private lane(name: string): Lane {
    let lane = this.lanes.get(name);
    if (lane !== undefined) return lane;
    for (const [other, { state }] of this.lanes) if (this.lanes.size >= LANES_MAX && state.kind === 'ready') this.lanes.delete(other);
    lane = emptyLane(name);
    this.lanes.set(name, lane);
    return lane;
  }

  private nowMs(): number {
    return this.ports.clock.nowUs() / 1000;
  }
}

function lostFor(kind: 'gone' | 'refused' | 'failed', lane: Lane, entry: Entry, waiting: readonly Entry[], nowMs: number): readonly string[] {
  if (kind === 'gone' || (kind === 'refused' && lane.refusals.count >= REFUSALS_MAX)) return [entry.key];
  // Whoever was away for so long is as away for all that wait as long.
  return waiting.filter(({ queuedMs }) => nowMs - queuedMs >= GIVE_UP_MS).map(({ key }) => key);
}

function secretKey(secret: string): Buffer | null {
  return secret === '' ? null : keyOf(secret);
}

function emptyLane(name: string): Lane {
  return { name, state: { kind: 'ready' }, failures: 0, refusals: { key: '', count: 0 }, delivered: 0, failed: 0, lastSuccessMs: null, lastFault: null };
}
