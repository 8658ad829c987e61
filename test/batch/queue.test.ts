import { describe, expect, it } from 'vitest';
import type { Clock } from '../../src/base/clock.js';
import { Former } from '../../src/batch/former.js';
import type { BatchPolicy } from '../../src/batch/policy.js';
import { Queue } from '../../src/batch/queue.js';
import { LEVELS_MAX, QUEUE, QUEUE_INTS, exchangeBytes, queueBytes } from '../../src/memory/layout.js';
import { Exchange, MOMENT, TICKET, TicketState } from '../../src/memory/ticket.js';
import { threads } from '../support/threads.js';
import { policyOf } from '../support/world.js';

interface Offer {
  readonly rows?: number;
  readonly shape?: number;
  readonly priority?: number;
  readonly max?: number;
  readonly atUs?: number;
  readonly untilUs?: number;
}

class Bench {
  readonly exchange = new Exchange(new SharedArrayBuffer(exchangeBytes(1, 64)), 1, 64);
  readonly queue: Queue;
  readonly former: Former;

  constructor(policy: Partial<BatchPolicy> = {}, levels = 1) {
    this.queue = new Queue(new SharedArrayBuffer(queueBytes(levels)), this.exchange);
    this.former = new Former(policyOf(policy), 64);
  }

  offer(ticket: number, { rows = 1, shape = 0, priority = 1, max = 100, atUs = 0, untilUs = 0 }: Offer = {}): boolean {
    this.exchange.set(ticket, TICKET.rows, rows);
    this.exchange.set(ticket, TICKET.shape, shape);
    this.exchange.set(ticket, TICKET.delayed, 0);
    this.exchange.setMoment(ticket, MOMENT.offered, atUs);
    this.exchange.setMoment(ticket, MOMENT.queueUntil, untilUs);
    return this.queue.offer(ticket, rows, priority, max);
  }

  take(nowUs = 0, delayExpired = false): number[] {
    const formed = this.queue.take(this.former, 1, nowUs, delayExpired);
    return [...formed.ids.subarray(0, formed.count)];
  }

  /** Tickets that came back, each with its state. */
  back(): (readonly [number, number])[] {
    const all: (readonly [number, number])[] = [];
    for (let at = this.exchange.takeDone(0); at >= 0; at = this.exchange.next(at)) all.push([at, this.exchange.state(at)]);
    return all;
  }

  counts(): number[] {
    const { words } = this.queue;
    return [words[QUEUE.queued]!, words[QUEUE.rows]!, words[QUEUE.expired]!, words[QUEUE.pendingRows]!, words[QUEUE.lock]!, ...words.subarray(QUEUE_INTS)];
  }
}

describe('Queue', () => {
  it('gives in order what was offered, and its counts come back to zero', () => {
    const bench = new Bench();
    for (const ticket of [3, 1, 2]) expect(bench.offer(ticket, { rows: 2 })).toBe(true);
    expect(bench.queue.depth).toBe(3);
    expect(bench.take()).toEqual([3, 1, 2]);
    expect([3, 1, 2].map((ticket) => bench.exchange.state(ticket))).toEqual([TicketState.running, TicketState.running, TicketState.running]);
    expect(bench.counts()).toEqual([0, 0, 0, 0, 0]);
    expect(bench.take()).toEqual([]);
  });

  it('refuses beyond its bound and leaves the ticket with the caller', () => {
    const bench = new Bench();
    bench.exchange.setState(2, TicketState.open);
    expect([0, 1, 2].map((ticket) => bench.offer(ticket, { max: 2 }))).toEqual([true, true, false]);
    expect(bench.exchange.state(2)).toBe(TicketState.open);
    expect(bench.queue.depth).toBe(2);
    bench.take();
    expect(bench.offer(2, { max: 2 })).toBe(true);
  });

  it('bounds each priority level by itself', () => {
    const bench = new Bench({ maxBatchSize: 8 }, 3);
    expect(bench.offer(0, { priority: 2, max: 2 })).toBe(true);
    expect(bench.offer(1, { priority: 2, max: 2 })).toBe(true);
    expect(bench.offer(2, { priority: 2, max: 2 })).toBe(false);
    expect(bench.offer(3, { priority: 1, max: 1 })).toBe(true);
    expect(bench.offer(4, { priority: 1, max: 1 })).toBe(false);
    expect(bench.queue.giveUp(0)).toBe(true);
    expect(bench.offer(5, { priority: 2, max: 2 })).toBe(true);
    expect(bench.take()).toEqual([3, 1, 5]);
    expect(bench.counts()).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('orders by priorities of any size, first come first served within one', () => {
    const high = 2 ** 32 + 1;
    const bench = new Bench({ maxBatchSize: 1 }, 2 ** 53 - 1);
    [high, 1, high, 2, 1, 2 ** 50].forEach((priority, ticket) => bench.offer(ticket, { priority }));
    const order: number[] = [];
    for (let got = bench.take(); got.length > 0; got = bench.take()) order.push(...got);
    expect(order).toEqual([1, 4, 3, 0, 2, 5]);
    expect(bench.counts().every((count) => count === 0)).toBe(true);
    expect(bench.counts()).toHaveLength(5 + LEVELS_MAX);
  });

  it('lets a later request of high priority fill the first run', () => {
    const bench = new Bench({ maxBatchSize: 8, preferredSizes: [4, 8], maxQueueDelayUs: 10e6 }, 2);
    bench.offer(0, { rows: 2, priority: 2 });
    bench.offer(1, { rows: 1, priority: 2 });
    bench.offer(2, { rows: 2, priority: 1 });
    expect(bench.take(1)).toEqual([2, 0]);
    expect(bench.take(2)).toEqual([]);
    expect(bench.take(10e6)).toEqual([1]);
  });

  it('puts the overdue behind those of their level that still have time', () => {
    const bench = new Bench({ maxBatchSize: 8, preferredSizes: [4, 8], maxQueueDelayUs: 10e6 });
    bench.offer(0, { rows: 1, untilUs: 100_000 });
    expect(bench.take(0, true)).toEqual([]);
    bench.offer(1, { rows: 2, atUs: 200_000, untilUs: 300_000 });
    bench.offer(2, { rows: 2, atUs: 200_000, untilUs: 300_000 });
    expect(bench.take(200_000, true)).toEqual([1, 2]);
    expect(bench.take(5e6, true)).toEqual([]);
    expect(bench.take(10e6, true)).toEqual([0]);
    expect(bench.counts()).toEqual([0, 0, 0, 0, 0]);
  });

  it('serves two levels with overdue ones as Triton does: 2+2, then the overdue 1 with 3, then 6', () => {
    const bench = new Bench({ maxBatchSize: 32, preferredSizes: [4, 8, 32], maxQueueDelayUs: 10e6 }, 2);
    bench.offer(0, { rows: 2, priority: 1 });
    bench.offer(1, { rows: 1, priority: 1, untilUs: 1e6 });
    expect(bench.take(0, true)).toEqual([]);
    bench.offer(2, { rows: 2, priority: 1, atUs: 1.5e6 });
    expect(bench.take(1.5e6, true)).toEqual([0, 2]);
    bench.offer(3, { rows: 2, priority: 2, atUs: 1.5e6 });
    expect(bench.take(1.5e6, true)).toEqual([]);
    // The fourth is refused by its own timeout.
    bench.queue.giveUp(3);
    bench.offer(4, { rows: 3, priority: 2, atUs: 4e6 });
    expect(bench.take(4e6, true)).toEqual([1, 4]);
    bench.offer(5, { rows: 6, priority: 2, atUs: 4e6 });
    expect(bench.take(5e6, true)).toEqual([]);
    expect(bench.take(14e6, true)).toEqual([5]);
    expect(bench.back()).toEqual([[3, TicketState.dropped]]);
  });

  it('hands back what was given up, from the inbox and from the line, and never runs it', () => {
    const bench = new Bench({ maxBatchSize: 8, maxQueueDelayUs: 1000 });
    bench.offer(0);
    bench.offer(1);
    expect(bench.take(1)).toEqual([]);
    expect(bench.queue.giveUp(0)).toBe(true);
    expect(bench.queue.giveUp(0)).toBe(false);
    bench.offer(2);
    expect(bench.queue.giveUp(2)).toBe(true);
    expect(bench.queue.depth).toBe(1);
    expect(bench.take(2)).toEqual([]);
    expect(bench.back()).toEqual([[0, TicketState.dropped], [2, TicketState.dropped]]);
    expect(bench.take(1000)).toEqual([1]);
    expect(bench.queue.giveUp(1)).toBe(false);
    expect(bench.counts()).toEqual([0, 0, 0, 0, 0]);
  });

  it('does not sleep on what was given up while it looked', () => {
    const bench = new Bench();
    const formed = bench.queue.take(bench.former, 1, 0, false);
    bench.offer(0);
    bench.queue.giveUp(0);
    // Without the look before the sleep this would never return: nobody is asleep yet, so nobody is rung for.
    bench.queue.sleep(formed, () => false);
    bench.take();
    expect(bench.back()).toEqual([[0, TicketState.dropped]]);
    expect(bench.queue.words[QUEUE.sleepers]).toBe(0);
  });

  it('does not sleep on a call that rang before it lay down', () => {
    const bench = new Bench();
    const formed = bench.queue.take(bench.former, 1, 0, false);
    // Nothing is queued and nobody rings any more: only the last look keeps this from sleeping for ever.
    bench.queue.sleep(formed, () => true);
    expect(bench.queue.words[QUEUE.sleepers]).toBe(0);
  });

  it('cannot be had any more once its holder died', () => {
    const bench = new Bench();
    bench.offer(0);
    Atomics.store(bench.queue.words, QUEUE.lock, 7);
    expect(bench.queue.isHeldBy(7)).toBe(true);
    expect(bench.queue.isHeldBy(1)).toBe(false);
    bench.queue.poison();
    expect(() => bench.take()).toThrow('died while it sorted');
  });
});

describe('a queue between threads', () => {
  const PRODUCERS = 2;
  const CONSUMERS = 2;
  const TICKETS = 64;

  it.each([
    { name: 'no delay', policy: { maxBatchSize: 8 }, max: 1000, rounds: 3000 },
    { name: 'a delay that wakes by rows and by time', policy: { maxBatchSize: 8, preferredSizes: [4, 8], maxQueueDelayUs: 300 }, max: 1000, rounds: 1500 },
    { name: 'a bound that refuses', policy: { maxBatchSize: 4 }, max: 3, rounds: 1500 },
    { name: 'instances that look before they sleep', policy: { maxBatchSize: 8 }, max: 1000, rounds: 3000, watchUs: 20 },
  ])('loses nothing and wakes everybody: $name', async ({ policy, max, rounds, watchUs = 0 }) => {
    const exchange = new Exchange(new SharedArrayBuffer(exchangeBytes(PRODUCERS, TICKETS)), PRODUCERS, TICKETS);
    const queue = new Queue(new SharedArrayBuffer(queueBytes(2)), exchange);
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const data = {
      exchange: exchange.memory, frontEnds: PRODUCERS, tickets: TICKETS, queue: queue.words.buffer, stop: stop.buffer,
      policy: policyOf(policy), queueSizeMax: max, rounds, watchUs,
    };
    const consumers = await threads('consumer', CONSUMERS, data);
    const producers = await threads('producer', PRODUCERS, data);
    // A lost wake-up would leave a producer waiting for a ticket for ever.
    const made = (await producers.results()) as Record<'offered' | 'full' | 'done' | 'dropped' | 'gaveUp' | 'stray', number>[];
    Atomics.store(stop, 0, 1);
    queue.wakeAll();
    const taken = (await consumers.results()) as { handled: number; wrong: number }[];
    const sum = (pick: (each: (typeof made)[number]) => number): number => made.reduce((total, each) => total + pick(each), 0);
    for (const each of made) {
      expect(each.offered + each.full).toBe(rounds);
      expect(each.done + each.dropped).toBe(each.offered);
      expect(each.dropped).toBe(each.gaveUp);
      expect(each.stray).toBe(0);
    }
    expect(taken.reduce((total, each) => total + each.handled, 0)).toBe(sum((each) => each.done));
    expect(taken.every((each) => each.wrong === 0)).toBe(true);
    const { words } = queue;
    expect([QUEUE.queued, QUEUE.rows, QUEUE.expired, QUEUE.pendingRows, QUEUE.inbox, QUEUE.head].map((word) => words[word])).toEqual([0, 0, 0, 0, 0, 0]);
    expect([...words.subarray(QUEUE_INTS)]).toEqual([0, 0]);
  }, 60_000);

  describe('an instance that looks for work', () => {
    const clockOf = (times: readonly number[], onRead: (read: number) => void = () => undefined): Clock => {
      let read = 0;
      return { nowUs: () => (onRead(read), times[Math.min(read++, times.length - 1)]!), wallMs: () => 0 };
    };

    it('finds what is there without a glance at the clock beyond the first', () => {
      const bench = new Bench();
      bench.take();
      bench.offer(1);
      expect(bench.queue.watch(1, clockOf([0]), 100)).toBe(true);
      expect(bench.queue.words[QUEUE.watcher]).toBe(0);
    });

    it('is not rung for, and finds the request itself', () => {
      const bench = new Bench();
      bench.take();
      Atomics.store(bench.queue.words, QUEUE.sleepers, 1);
      const signal = bench.queue.words[QUEUE.signal];
      const clock = clockOf([0, 10, 20], (read) => read === 1 && bench.offer(1));
      expect(bench.queue.watch(1, clock, 100)).toBe(true);
      expect([bench.queue.words[QUEUE.signal], bench.queue.words[QUEUE.sleepers]]).toEqual([signal, 1]);
      expect(bench.take()).toEqual([1]);
    });

    it('stops when its time is over, and is rung for again', () => {
      const bench = new Bench();
      bench.take();
      expect(bench.queue.watch(1, clockOf([0, 50, 100]), 100)).toBe(false);
      Atomics.store(bench.queue.words, QUEUE.sleepers, 1);
      bench.offer(1);
      expect(bench.queue.words[QUEUE.sleepers]).toBe(0);
    });

    it('stops when control rings', () => {
      const bench = new Bench();
      bench.take();
      expect(bench.queue.watch(1, clockOf([0, 1], (read) => read === 1 && bench.queue.wakeAll()), Infinity)).toBe(false);
    });

    it('is one at a time', () => {
      const bench = new Bench();
      bench.take();
      let second: boolean | null = null;
      bench.queue.watch(1, clockOf([0, 50, 100], (read) => read === 1 && (second = bench.queue.watch(2, clockOf([0]), 100))), 100);
      expect(second).toBe(false);
    });

    it('is forgotten when it died, and a sleeper is woken for what it was not rung for', () => {
      const bench = new Bench();
      bench.take();
      Atomics.store(bench.queue.words, QUEUE.watcher, 1);
      Atomics.store(bench.queue.words, QUEUE.sleepers, 1);
      bench.offer(1);
      expect(bench.queue.words[QUEUE.sleepers]).toBe(1);
      bench.queue.forget(2);
      expect(bench.queue.words[QUEUE.sleepers]).toBe(1);
      bench.queue.forget(1);
      expect([bench.queue.words[QUEUE.sleepers], bench.queue.words[QUEUE.watcher]]).toEqual([0, 0]);
    });
  });
});
