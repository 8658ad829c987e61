/**
 * Tickets: the records of requests in flight, shared by all threads. A ticket has one owner at each moment, told by
 * its state; the giver stores the state last and the taker reads it first.
 *
 *   free -> open -> queued -> running -> done -> free       front end, front end, queue, instance, front end
 *                        `-> expired -> dropped -> free     the front end gave up; whoever pops it hands it back
 *
 * The race between an instance that takes a ticket and a front end that gives it up is one compare-and-swap away
 * from `queued`: exactly one of them wins, and the loser learns it.
 */
import { FRONT, FRONT_INTS, MOMENT, PRIORITY, TICKET, TICKET_INTS } from './layout.js';

export const TicketState = { free: 0, open: 1, queued: 2, running: 3, done: 4, expired: 5, dropped: 6 } as const;

/** Nothing at the end of a chain. Chains hold ticket + 1, so that zeroed memory is an empty chain. */
const END = 0;

export class Exchange {
  readonly ints: Int32Array;
  readonly floats: Float64Array;
  private readonly firstTicket: number;

  constructor(
    readonly memory: SharedArrayBuffer,
    readonly frontEnds: number,
    readonly ticketsPerFrontEnd: number,
  ) {
    this.ints = new Int32Array(memory);
    this.floats = new Float64Array(memory);
    this.firstTicket = frontEnds * FRONT_INTS;
  }

  private at(ticket: number): number {
    return this.firstTicket + ticket * TICKET_INTS;
  }

  frontEndOf(ticket: number): number {
    return (ticket / this.ticketsPerFrontEnd) | 0;
  }

  state(ticket: number): number {
    return Atomics.load(this.ints, this.at(ticket) + TICKET.state);
  }
  setState(ticket: number, state: number): void {
    Atomics.store(this.ints, this.at(ticket) + TICKET.state, state);
  }
  /** Moves a ticket from one state to another; false when somebody else moved it first. */
  claim(ticket: number, from: number, to: number): boolean {
    return Atomics.compareExchange(this.ints, this.at(ticket) + TICKET.state, from, to) === from;
  }

  /** Fields by name; see layout.ts. Only the owner reads and writes them. */
  get(ticket: number, field: number): number {
    return this.ints[this.at(ticket) + field]!;
  }
  set(ticket: number, field: number, value: number): void {
    this.ints[this.at(ticket) + field] = value;
  }
  moment(ticket: number, field: number): number {
    return this.floats[this.at(ticket) / 2 + field]!;
  }
  setMoment(ticket: number, field: number, us: number): void {
    this.floats[this.at(ticket) / 2 + field] = us;
  }

  /** 1 is the highest; 0 where there are no levels. */
  priority(ticket: number): number {
    return this.floats[this.at(ticket) / 2 + PRIORITY]!;
  }
  setPriority(ticket: number, priority: number): void {
    this.floats[this.at(ticket) / 2 + PRIORITY] = priority;
  }

  next(ticket: number): number {
    return this.ints[this.at(ticket) + TICKET.next]! - 1;
  }
  link(ticket: number, next: number): void {
    this.ints[this.at(ticket) + TICKET.next] = next + 1;
  }

  /**
   * Pushes a chain of tickets (linked from `first` to `last`) on a lock-free stack whose head is a word of `words`.
   * @returns whether the stack was empty, in which case its reader may have to be woken
   */
  push(words: Int32Array, head: number, first: number, last: number): boolean {
    for (;;) {
      const seen = Atomics.load(words, head);
      this.ints[this.at(last) + TICKET.next] = seen;
      if (Atomics.compareExchange(words, head, seen, first + 1) === seen) return seen === END;
    }
  }

  /** Takes the whole stack; the newest ticket comes first. -1 when it is empty. */
  takeAll(words: Int32Array, head: number): number {
    if (Atomics.load(words, head) === END) return -1;
    return Atomics.exchange(words, head, END) - 1;
  }

  /** Turns a chain taken from a stack round, oldest first; returns its new first ticket. */
  reverse(newest: number): number {
    let previous = -1;
    for (let at = newest; at >= 0; ) {
      const next = this.next(at);
      this.link(at, previous);
      previous = at;
      at = next;
    }
    return previous;
  }

  /** Hands a chain of finished (or dropped) tickets of one front end back to it, waking it when it may be asleep. */
  giveBack(frontEnd: number, first: number, last: number): void {
    const header = frontEnd * FRONT_INTS;
    if (this.push(this.ints, header + FRONT.done, first, last) && Atomics.load(this.ints, header + FRONT.watching) === 0) {
      Atomics.add(this.ints, header + FRONT.signal, 1);
      Atomics.notify(this.ints, header + FRONT.signal, 1);
    }
  }

  /** Whether anything waits for the front end; one load, cheap enough for every turn. */
  hasDone(frontEnd: number): boolean {
    return Atomics.load(this.ints, frontEnd * FRONT_INTS + FRONT.done) !== END;
  }
  /** While a front end watches, handing back to it rings no bell; it must look once more after it has stopped. */
  setWatching(frontEnd: number, watching: boolean): void {
    Atomics.store(this.ints, frontEnd * FRONT_INTS + FRONT.watching, watching ? 1 : 0);
  }
  takeDone(frontEnd: number): number {
    const newest = this.takeAll(this.ints, frontEnd * FRONT_INTS + FRONT.done);
    return newest < 0 ? -1 : this.reverse(newest);
  }
  signal(frontEnd: number): number {
    return Atomics.load(this.ints, frontEnd * FRONT_INTS + FRONT.signal);
  }
  /** Resolves when the signal has moved on from `seen`; 'not-equal' at once when it already has. */
  waitSignal(frontEnd: number, seen: number): { readonly async: boolean; readonly value: unknown } {
    return Atomics.waitAsync(this.ints, frontEnd * FRONT_INTS + FRONT.signal, seen);
  }
}

export { MOMENT, TICKET };
