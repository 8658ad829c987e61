/**
 * The queue of one loaded version, in shared memory. Front ends offer without a lock: one compare-and-swap pushes a
 * ticket on the inbox. An idle instance takes the lock, sorts the inbox into the line, asks the former and takes what
 * it chose. There is no dispatcher and no timer while work waits for an instance.
 *
 * Offer returns false when the queue is full: the ticket is still the caller's. True: it has moved.
 */
import type { Clock } from '../base/clock.js';
import { ServingError } from '../base/error.js';
import { LEVELS_MAX, LOCK_DEAD, QUEUE, QUEUE_INTS } from '../memory/layout.js';
import { MOMENT, TICKET, TicketState, type Exchange } from '../memory/ticket.js';
import type { Formed, Former, Line } from './former.js';

/** A wait for the lock looks again after this long, in case its holder died. */
const LOCK_LOOK_MS = 1;

/** Looks between two glances at the clock, which costs more than a look. */
const LOOKS_PER_TIME = 20;

export class Queue implements Line {
  readonly words: Int32Array;
  /** Whether priority levels are counted apart, each against its own bound. */
  private readonly leveled: boolean;

  constructor(
    memory: SharedArrayBuffer,
    private readonly exchange: Exchange,
  ) {
    this.words = new Int32Array(memory);
    this.leveled = this.words.length > QUEUE_INTS;
  }

  // --- front ends -----------------------------------------------------------------------------

  get depth(): number {
    return Atomics.load(this.words, QUEUE.queued);
  }

  /** @param priority 1 is the highest; 0 where there are no levels */
  offer(ticket: number, rows: number, priority: number, queueSizeMax: number): boolean {
    const { words, exchange } = this;
    if (!this.admit(ticket, priority, queueSizeMax)) return false;
    exchange.setPriority(ticket, priority);
    exchange.setState(ticket, TicketState.queued);
    exchange.push(words, QUEUE.inbox, ticket, ticket);
    const waiting = Atomics.add(words, QUEUE.rows, rows) + rows;
    if (Atomics.load(words, QUEUE.watcher) !== 0) return true;
    if (Atomics.load(words, QUEUE.sleepers) > 0 && waiting >= Atomics.load(words, QUEUE.wakeRows)) this.wakeOne();
    return true;
  }

  /** Takes a queued ticket out of the count; its record comes back as dropped once an instance meets it. */
  giveUp(ticket: number): boolean {
    if (!this.exchange.claim(ticket, TicketState.queued, TicketState.expired)) return false;
    this.uncount(ticket);
    Atomics.sub(this.words, QUEUE.rows, this.exchange.get(ticket, TICKET.rows));
    Atomics.add(this.words, QUEUE.expired, 1);
    // A sleeping instance is woken to hand the place back; a busy one meets the ticket at its next look.
    if (Atomics.load(this.words, QUEUE.sleepers) > 0) this.wakeOne();
    return true;
  }

  /** Wakes one sleeper. The waker takes the sleeper off the count, so a burst of offers rings once. */
  wakeOne(): void {
    const { words } = this;
    for (let seen = Atomics.load(words, QUEUE.sleepers); seen > 0; seen = Atomics.load(words, QUEUE.sleepers)) {
      if (Atomics.compareExchange(words, QUEUE.sleepers, seen, seen - 1) !== seen) continue;
      Atomics.add(words, QUEUE.signal, 1);
      Atomics.notify(words, QUEUE.signal, 1);
      return;
    }
  }

  /** Wakes every sleeper, for control. */
  wakeAll(): void {
    Atomics.store(this.words, QUEUE.sleepers, 0);
    Atomics.add(this.words, QUEUE.signal, 1);
    Atomics.notify(this.words, QUEUE.signal);
  }

  // --- instances ------------------------------------------------------------------------------

  /**
   * Takes the next run. Tickets in `formed.ids` are then `running` and the caller's. When `formed.count` is 0 the
   * caller should `sleep(formed)`.
   * @throws ServingError instance_failed when another instance died while it sorted this queue
   */
  take(former: Former, holder: number, nowUs: number, delayExpired: boolean): Formed {
    this.lock(holder);
    try {
      this.sortInbox();
      if (Atomics.load(this.words, QUEUE.expired) > 0) this.dropExpired();
      if (delayExpired) this.delayOverdue(nowUs);
      let formed = former.form(this, nowUs);
      while (formed.count > 0 && this.claimFormed(formed) === 0) formed = former.form(this, nowUs);
      Atomics.store(this.words, QUEUE.wakeRows, formed.count > 0 ? 1 : this.wakeTarget(formed));
      return formed;
    } finally {
      this.unlock(holder);
    }
  }

  /**
   * Blocks until there may be something to do. Spurious returns are fine.
   * @param isCalled whether there is something besides the queue to wake for; whoever makes it so rings afterwards. It is asked
   *   once the ring cannot be missed any more: a caller that looked before may have missed one.
   */
  sleep(formed: Formed, isCalled: () => boolean): void {
    const { words } = this;
    const seen = Atomics.load(words, QUEUE.signal);
    Atomics.add(words, QUEUE.sleepers, 1);
    // What was given up since the last look rang for nobody; it is handed back before the sleep.
    const ready = this.hasWork() || isCalled();
    const outcome = ready ? 'ready' : Atomics.wait(words, QUEUE.signal, seen, formed.waitUs / 1000);
    // A waker has taken us off the count already; otherwise we do it, unless a late waker was faster.
    if (outcome === 'ready' || outcome === 'timed-out') this.leaveSleepers();
  }

  /**
   * Looks for work without sleeping, and is not rung for meanwhile. One instance of a queue at a time; another has its
   * answer at once. A caller that found nothing goes to sleep, which looks once more.
   * @returns whether there is something to do
   */
  watch(holder: number, clock: Clock, watchUs: number): boolean {
    const { words } = this;
    const seen = Atomics.load(words, QUEUE.signal);
    if (Atomics.compareExchange(words, QUEUE.watcher, 0, holder) !== 0) return false;
    const endUs = clock.nowUs() + watchUs;
    let found = this.hasWork();
    while (!found && Atomics.load(words, QUEUE.signal) === seen && clock.nowUs() < endUs) {
      for (let k = 0; k < LOOKS_PER_TIME && !found; k++) found = this.hasWork();
    }
    Atomics.store(words, QUEUE.watcher, 0);
    return found;
  }

  /** About an instance that died: it watches no more. */
  forget(holder: number): void {
    if (Atomics.compareExchange(this.words, QUEUE.watcher, holder, 0) === holder) this.wakeOne();
  }

  /** Rings for a second instance when more is waiting than this run took. */
  passOn(): void {
    if (Atomics.load(this.words, QUEUE.rows) > 0 && Atomics.load(this.words, QUEUE.sleepers) > 0) this.wakeOne();
  }

  /** Whether this instance died inside the lock; its queue cannot be trusted then and must be replaced. */
  isHeldBy(holder: number): boolean {
    return Atomics.load(this.words, QUEUE.lock) === holder;
  }

  /** For control, about a queue that cannot be trusted: every instance that reaches for it ends. */
  poison(): void {
    Atomics.store(this.words, QUEUE.lock, LOCK_DEAD);
    Atomics.notify(this.words, QUEUE.lock);
    this.wakeAll();
  }

  // --- the line, under the lock -----------------------------------------------------------------

  first(): number {
    return this.words[QUEUE.head]! - 1;
  }
  next(id: number): number {
    return this.exchange.next(id);
  }
  rows(id: number): number {
    return this.exchange.get(id, TICKET.rows);
  }
  shape(id: number): number {
    return this.exchange.get(id, TICKET.shape);
  }
  offeredUs(id: number): number {
    return this.exchange.moment(id, MOMENT.offered);
  }

  /** Counts the request in, unless as many wait as may. */
  private admit(ticket: number, priority: number, queueSizeMax: number): boolean {
    const { words } = this;
    if (!this.leveled) {
      if (Atomics.add(words, QUEUE.queued, 1) < queueSizeMax) return true;
      Atomics.sub(words, QUEUE.queued, 1);
      return false;
    }
    const level = Math.min(Math.max(priority, 1), words.length - QUEUE_INTS, LEVELS_MAX) - 1;
    if (Atomics.add(words, QUEUE_INTS + level, 1) >= queueSizeMax) {
      Atomics.sub(words, QUEUE_INTS + level, 1);
      return false;
    }
    this.exchange.set(ticket, TICKET.level, level);
    Atomics.add(words, QUEUE.queued, 1);
    return true;
  }

  private uncount(ticket: number): void {
    Atomics.sub(this.words, QUEUE.queued, 1);
    if (this.leveled) Atomics.sub(this.words, QUEUE_INTS + this.exchange.get(ticket, TICKET.level), 1);
  }

  private lock(holder: number): void {
    const { words } = this;
    for (;;) {
      const seen = Atomics.compareExchange(words, QUEUE.lock, 0, holder);
      if (seen === 0) return;
      if (seen === LOCK_DEAD) throw new ServingError('instance_failed', 'another instance died while it sorted the queue');
      Atomics.add(words, QUEUE.lockWaiters, 1);
      Atomics.wait(words, QUEUE.lock, seen, LOCK_LOOK_MS);
      Atomics.sub(words, QUEUE.lockWaiters, 1);
    }
  }

  private unlock(holder: number): void {
    // A poisoned lock stays so.
    Atomics.compareExchange(this.words, QUEUE.lock, holder, 0);
    if (Atomics.load(this.words, QUEUE.lockWaiters) > 0) Atomics.notify(this.words, QUEUE.lock, 1);
  }

  private hasWork(): boolean {
    const { words } = this;
    return Atomics.load(words, QUEUE.rows) >= Atomics.load(words, QUEUE.wakeRows) || Atomics.load(words, QUEUE.expired) > 0;
  }

  private leaveSleepers(): void {
    const { words } = this;
    for (let seen = Atomics.load(words, QUEUE.sleepers); seen > 0; seen = Atomics.load(words, QUEUE.sleepers)) {
      if (Atomics.compareExchange(words, QUEUE.sleepers, seen, seen - 1) === seen) return;
    }
  }

  private wakeTarget(formed: Formed): number {
    return this.words[QUEUE.pendingRows]! + formed.rowsMissing;
  }

  private sortInbox(): void {
    const newest = this.exchange.takeAll(this.words, QUEUE.inbox);
    if (newest < 0) return;
    for (let ticket = this.exchange.reverse(newest); ticket >= 0; ) {
      const next = this.exchange.next(ticket);
      this.insert(ticket);
      ticket = next;
    }
  }

  /** By priority level, then not delayed before delayed, then by arrival; mostly that is: at the end. */
  private insert(ticket: number): void {
    const { words, exchange } = this;
    const key = this.key(ticket);
    const tail = words[QUEUE.tail]! - 1;
    words[QUEUE.pendingRows]! += this.rows(ticket);
    if (tail < 0) {
      exchange.link(ticket, -1);
      words[QUEUE.head] = ticket + 1;
      words[QUEUE.tail] = ticket + 1;
      return;
    }
    if (this.key(tail) <= key) {
      exchange.link(ticket, -1);
      exchange.link(tail, ticket);
      words[QUEUE.tail] = ticket + 1;
      return;
    }
    let before = -1;
    for (let at = this.first(); at >= 0 && this.key(at) <= key; at = exchange.next(at)) before = at;
    if (before < 0) {
      exchange.link(ticket, this.first());
      words[QUEUE.head] = ticket + 1;
      return;
    }
    exchange.link(ticket, exchange.next(before));
    exchange.link(before, ticket);
  }

  private key(ticket: number): number {
    return this.exchange.priority(ticket) * 2 + this.exchange.get(ticket, TICKET.delayed);
  }

  private unlink(before: number, ticket: number): number {
    const next = this.exchange.next(ticket);
    if (before < 0) this.words[QUEUE.head] = next + 1;
    else this.exchange.link(before, next);
    if (next < 0) this.words[QUEUE.tail] = before + 1;
    this.words[QUEUE.pendingRows]! -= this.rows(ticket);
    return next;
  }

  private drop(ticket: number): void {
    Atomics.sub(this.words, QUEUE.expired, 1);
    this.exchange.setState(ticket, TicketState.dropped);
    this.exchange.giveBack(this.exchange.frontEndOf(ticket), ticket, ticket);
  }

  /** Hands back what the front ends gave up. */
  private dropExpired(): void {
    let before = -1;
    for (let at = this.first(); at >= 0; ) {
      if (this.exchange.state(at) !== TicketState.expired) {
        before = at;
        at = this.exchange.next(at);
        continue;
      }
      const next = this.unlink(before, at);
      this.drop(at);
      at = next;
    }
  }

  private delayOverdue(nowUs: number): void {
    let overdue = -1;
    let before = -1;
    for (let at = this.first(); at >= 0; ) {
      const until = this.exchange.moment(at, MOMENT.queueUntil);
      if (until === 0 || until > nowUs || this.exchange.get(at, TICKET.delayed) !== 0) {
        before = at;
        at = this.exchange.next(at);
        continue;
      }
      const next = this.unlink(before, at);
      this.exchange.link(at, overdue);
      overdue = at;
      at = next;
    }
    if (overdue < 0) return;
    for (let at = this.exchange.reverse(overdue); at >= 0; ) {
      const next = this.exchange.next(at);
      this.exchange.set(at, TICKET.delayed, 1);
      this.insert(at);
      at = next;
    }
  }

  /** Takes the formed tickets out of the line. Those given up meanwhile are handed back and left out. */
  private claimFormed(formed: Formed): number {
    let taken = 0;
    let rows = 0;
    let before = -1;
    let wanted = 0;
    for (let at = this.first(); at >= 0 && wanted < formed.count; ) {
      if (formed.ids[wanted] !== at) {
        before = at;
        at = this.exchange.next(at);
        continue;
      }
      wanted += 1;
      const next = this.unlink(before, at);
      if (this.exchange.claim(at, TicketState.queued, TicketState.running)) {
        formed.ids[taken] = at;
        taken += 1;
        rows += this.exchange.get(at, TICKET.rows);
        if (this.leveled) Atomics.sub(this.words, QUEUE_INTS + this.exchange.get(at, TICKET.level), 1);
      } else {
        this.drop(at);
      }
      at = next;
    }
    formed.count = taken;
    formed.rows = rows;
    Atomics.sub(this.words, QUEUE.queued, taken);
    Atomics.sub(this.words, QUEUE.rows, rows);
    return taken;
  }
}
