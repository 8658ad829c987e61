import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exchangeBytes } from '../../src/memory/layout.js';
import { Exchange, MOMENT, TICKET, TicketState } from '../../src/memory/ticket.js';
import { threads } from '../support/threads.js';

const exchangeOf = (frontEnds: number, tickets: number): Exchange =>
  new Exchange(new SharedArrayBuffer(exchangeBytes(frontEnds, tickets)), frontEnds, tickets);

function chain(exchange: Exchange, first: number): number[] {
  const all: number[] = [];
  for (let at = first; at >= 0; at = exchange.next(at)) all.push(at);
  return all;
}

describe('Exchange', () => {
  it('gives records that do not touch each other', () => {
    const exchange = exchangeOf(3, 4);
    for (let ticket = 0; ticket < 12; ticket++) {
      for (const field of Object.values(TICKET)) if (field !== TICKET.next) exchange.set(ticket, field, ticket * 100 + field);
      for (const field of Object.values(MOMENT)) exchange.setMoment(ticket, field, ticket + field / 64);
      exchange.setPriority(ticket, 2 ** 40 + ticket);
      exchange.link(ticket, ticket - 1);
    }
    for (let frontEnd = 0; frontEnd < 3; frontEnd++) exchange.giveBack(frontEnd, frontEnd * 4, frontEnd * 4);
    for (let ticket = 0; ticket < 12; ticket++) {
      for (const field of Object.values(TICKET)) if (field !== TICKET.next) expect(exchange.get(ticket, field)).toBe(ticket * 100 + field);
      for (const field of Object.values(MOMENT)) expect(exchange.moment(ticket, field)).toBe(ticket + field / 64);
      expect(exchange.priority(ticket)).toBe(2 ** 40 + ticket);
      expect(exchange.frontEndOf(ticket)).toBe(Math.floor(ticket / 4));
    }
  });

  it('moves a ticket from a state only once', () => {
    const exchange = exchangeOf(1, 1);
    exchange.setState(0, TicketState.queued);
    expect(exchange.claim(0, TicketState.queued, TicketState.running)).toBe(true);
    expect(exchange.claim(0, TicketState.queued, TicketState.expired)).toBe(false);
    expect(exchange.state(0)).toBe(TicketState.running);
  });

  it('turns chains round without losing one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(63), { maxLength: 64 }), (tickets) => {
        const exchange = exchangeOf(1, 64);
        const words = new Int32Array(new SharedArrayBuffer(4));
        tickets.forEach((ticket, k) => expect(exchange.push(words, 0, ticket, ticket)).toBe(k === 0));
        const newest = exchange.takeAll(words, 0);
        expect(chain(exchange, newest)).toEqual([...tickets].reverse());
        expect(chain(exchange, newest < 0 ? -1 : exchange.reverse(newest))).toEqual(tickets);
        expect(exchange.takeAll(words, 0)).toBe(-1);
      }),
    );
  });

  it('hands back whole chains, oldest first, and rings when the front end may be asleep', () => {
    const exchange = exchangeOf(2, 8);
    const seen = exchange.signal(0);
    expect(exchange.hasDone(0)).toBe(false);
    exchange.link(2, 1);
    exchange.link(1, 0);
    exchange.giveBack(0, 2, 0);
    exchange.giveBack(0, 3, 3);
    expect(exchange.signal(0)).toBe(seen + 1);
    expect(exchange.signal(1)).toBe(0);
    expect(exchange.hasDone(0)).toBe(true);
    expect(chain(exchange, exchange.takeDone(0))).toEqual([0, 1, 2, 3]);
    expect(exchange.hasDone(0)).toBe(false);
    expect(exchange.takeDone(0)).toBe(-1);
  });

  it('wakes a waiter whose signal has moved on meanwhile', async () => {
    const exchange = exchangeOf(1, 2);
    const seen = exchange.signal(0);
    exchange.giveBack(0, 0, 0);
    expect(exchange.waitSignal(0, seen)).toEqual({ async: false, value: 'not-equal' });
    exchange.takeDone(0);
    const wait = exchange.waitSignal(0, exchange.signal(0));
    exchange.giveBack(0, 1, 1);
    expect(await wait.value).toBe('ok');
  });

  it('carries every ticket exactly once while threads push and one takes', async () => {
    const PUSHERS = 3;
    const EACH = 4000;
    const exchange = exchangeOf(PUSHERS, EACH);
    const words = new Int32Array(new SharedArrayBuffer(64));
    const pushers = await threads('pusher', PUSHERS, { exchange: exchange.memory, frontEnds: PUSHERS, tickets: EACH, words: words.buffer });
    const seen = new Uint8Array(PUSHERS * EACH);
    let order = 0;
    const last = new Int32Array(PUSHERS).fill(-1);
    for (let total = 0; total < PUSHERS * EACH; ) {
      const newest = exchange.takeAll(words, 0);
      if (newest < 0) {
        await new Promise(setImmediate);
        continue;
      }
      for (const ticket of chain(exchange, exchange.reverse(newest))) {
        seen[ticket]! += 1;
        total += 1;
        // Tickets of one pusher keep their order.
        const pusher = exchange.frontEndOf(ticket);
        if (ticket > last[pusher]!) order += 1;
        last[pusher] = ticket;
      }
    }
    expect(await pushers.results()).toEqual(Array.from({ length: PUSHERS }, () => EACH));
    expect(seen.every((count) => count === 1)).toBe(true);
    expect(order).toBe(PUSHERS * EACH);
  });
});
