/** Jobs for test/support/threads.ts. Each tells that it started, waits for nobody's order, and tells what it came to. */
import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '../../dist/src/base/clock.js';
import { Former } from '../../dist/src/batch/former.js';
import { Queue } from '../../dist/src/batch/queue.js';
import { releaseSlab } from '../../dist/src/memory/slab.js';
import { Exchange, MOMENT, TICKET, TicketState } from '../../dist/src/memory/ticket.js';

const { job, index } = workerData;

const exchangeHere = () => new Exchange(workerData.exchange, workerData.frontEnds, workerData.tickets);

const JOBS = {
  /** Pushes each of its tickets once. */
  pusher() {
    const exchange = exchangeHere();
    const words = new Int32Array(workerData.words);
    const first = index * workerData.tickets;
    for (let k = 0; k < workerData.tickets; k++) exchange.push(words, 0, first + k, first + k);
    return workerData.tickets;
  },

  /** Reads every slab that is announced, checks its bytes and lets go. lane: [round, slab, offset]. */
  'slab-reader'() {
    const words = new Int32Array(workerData.words);
    const bytes = new Uint8Array(workerData.output);
    const lane = new Int32Array(workerData.lane);
    let good = 0;
    for (let round = 1; round <= 300; round++) {
      while (Atomics.load(lane, 0) < round) Atomics.wait(lane, 0, round - 1, 50);
      const slab = lane[1];
      const from = lane[2];
      const part = bytes.subarray(from, from + 1500);
      if (part.every((byte) => byte === round % 251)) good += 1;
      releaseSlab(words, slab);
    }
    return good;
  },

  /** A front end: offers, waits for what comes back, gives some up. Counts what became of each. */
  async producer() {
    const exchange = exchangeHere();
    const queue = new Queue(workerData.queue, exchange);
    const { tickets, rounds, queueSizeMax } = workerData;
    const first = index * tickets;
    const free = Array.from({ length: tickets }, (_, k) => first + k);
    const count = { offered: 0, full: 0, done: 0, dropped: 0, gaveUp: 0, stray: 0 };
    let out = 0;
    const collect = () => {
      for (let at = exchange.takeDone(index); at >= 0; ) {
        const next = exchange.next(at);
        const state = exchange.state(at);
        if (state === TicketState.done) count.done += 1;
        else if (state === TicketState.dropped) count.dropped += 1;
        else count.stray += 1;
        exchange.setState(at, TicketState.free);
        free.push(at);
        out -= 1;
        at = next;
      }
    };
    for (let k = 0; k < rounds; k++) {
      while (free.length === 0) {
        const seen = exchange.signal(index);
        collect();
        if (free.length === 0) await exchange.waitSignal(index, seen).value;
      }
      const ticket = free.pop();
      exchange.setState(ticket, TicketState.open);
      const rows = 1 + (k % 3);
      exchange.set(ticket, TICKET.rows, rows);
      exchange.set(ticket, TICKET.shape, k % 11 === 0 ? 1 : 0);
      exchange.set(ticket, TICKET.delayed, 0);
      exchange.setMoment(ticket, MOMENT.offered, systemClock.nowUs());
      if (!queue.offer(ticket, rows, (k % 2) + 1, queueSizeMax)) {
        count.full += 1;
        free.push(ticket);
        // One turn of the loop lets the instances catch up.
        await new Promise(setImmediate);
        collect();
        continue;
      }
      count.offered += 1;
      out += 1;
      if (k % 5 === 0 && queue.giveUp(ticket)) count.gaveUp += 1;
      if (exchange.hasDone(index)) collect();
    }
    while (out > 0) {
      const seen = exchange.signal(index);
      collect();
      if (out > 0) await exchange.waitSignal(index, seen).value;
    }
    return count;
  },

  /** An instance: takes until told to stop, and hands everything back. */
  consumer() {
    const exchange = exchangeHere();
    const queue = new Queue(workerData.queue, exchange);
    const former = new Former(workerData.policy, workerData.policy.maxBatchSize);
    const stop = new Int32Array(workerData.stop);
    let handled = 0;
    let wrong = 0;
    while (Atomics.load(stop, 0) === 0) {
      const formed = queue.take(former, index + 1, systemClock.nowUs(), false);
      if (formed.count === 0) {
        const watches = workerData.watchUs > 0 && formed.waitUs === Infinity;
        if (!watches || !queue.watch(index + 1, systemClock, workerData.watchUs)) queue.sleep(formed, () => Atomics.load(stop, 0) !== 0);
        continue;
      }
      queue.passOn();
      if (formed.rows > workerData.policy.maxBatchSize) wrong += 1;
      const shape = exchange.get(formed.ids[0], TICKET.shape);
      for (let k = 0; k < formed.count; k++) {
        const ticket = formed.ids[k];
        if (exchange.state(ticket) !== TicketState.running || exchange.get(ticket, TICKET.shape) !== shape) wrong += 1;
        exchange.setState(ticket, TicketState.done);
        exchange.giveBack(exchange.frontEndOf(ticket), ticket, ticket);
        handled += 1;
      }
    }
    return { handled, wrong };
  },
};

parentPort.postMessage({});
// A pending wait for a signal does not keep a thread.
const alive = setInterval(() => undefined, 1000);
parentPort.postMessage({ result: await JOBS[job]() });
clearInterval(alive);
