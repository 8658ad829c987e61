import { describe, expect, it } from 'vitest';
import { FRONT, FRONT_INTS } from '../../src/memory/layout.js';
import type { DataFront } from '../../src/serving/front.js';
import { Pump } from '../../src/serving/pump.js';
import { World } from '../support/world.js';

/** A pump over a world's exchange, whose front counts what it drains. */
function pumpOf(watchUs: number, inFlight: () => number): { pump: Pump; world: World; drains: number[]; turned: () => Promise<void> } {
  const world = new World();
  const drains: number[] = [];
  const front = {
    get callers() {
      return inFlight();
    },
    drain: () => {
      let count = 0;
      for (let at = world.exchange.takeDone(0); at >= 0; at = world.exchange.next(at)) count += 1;
      drains.push(count);
      return count;
    },
  } as unknown as DataFront;
  let looks = 0;
  const clock = { nowUs: () => looks++, wallMs: () => 0 };
  const pump = new Pump(world.exchange, 0, () => front, clock, watchUs);
  return { pump, world, drains, turned: () => new Promise((resolve) => setImmediate(() => setImmediate(resolve))) };
}

describe('Pump', () => {
  it('looks for the answer of a lone client, without being rung for', async () => {
    const { pump, world, drains, turned } = pumpOf(50, () => 1);
    for (let k = 0; k < 8; k++) pump.sent(1);
    // The answer is there before the look begins, as if an instance had been quick.
    world.exchange.link(0, -1);
    world.exchange.giveBack(0, 0, 0);
    await turned();
    expect(drains).toEqual([1]);
    expect(world.exchange.ints[FRONT.watching]).toBe(0);
  });

  it('rings nobody while it watches, and looks once more when it stops', () => {
    const { world } = pumpOf(50, () => 1);
    const signal = world.exchange.signal(0);
    world.exchange.setWatching(0, true);
    world.exchange.giveBack(0, 0, 0);
    expect(world.exchange.signal(0)).toBe(signal);
    world.exchange.setWatching(0, false);
    expect(world.exchange.hasDone(0)).toBe(true);
    world.exchange.takeDone(0);
    world.exchange.giveBack(0, 1, 1);
    expect(world.exchange.signal(0)).toBe(signal + 1);
    expect(FRONT.watching).toBeLessThan(FRONT_INTS);
  });

  it('does not look for one of several, nor before requests have come one by one, nor when told never to', async () => {
    const crowd = pumpOf(50, () => 2);
    for (let k = 0; k < 20; k++) crowd.pump.sent(2);
    const first = pumpOf(50, () => 1);
    first.pump.sent(1);
    const never = pumpOf(0, () => 1);
    for (let k = 0; k < 20; k++) never.pump.sent(1);
    await never.turned();
    expect([crowd.drains, first.drains, never.drains]).toEqual([[], [], []]);
  });

  it('does not look when another request has come in the same turn', async () => {
    let inFlight = 1;
    const { pump, drains, turned } = pumpOf(50, () => inFlight);
    for (let k = 0; k < 8; k++) pump.sent(1);
    inFlight = 2;
    await turned();
    expect(drains).toEqual([]);
  });
});
