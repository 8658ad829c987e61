/** Counts of a rollout's arms: sums over front ends, bursts that count once, keys that count once. */
import { describe, expect, it } from 'vitest';
import { ArmLane, createTallies, readTallies, tickOf } from '../../src/telemetry/arms.js';
import { KeySets, createKeys } from '../../src/telemetry/keys.js';

describe('an arm', () => {
  it('is counted by all front ends together, each in a row of its own', () => {
    const tallies = createTallies(2, 1);
    const lanes = [new ArmLane(tallies, 0, 'canary'), new ArmLane(tallies, 1, 'canary')];
    for (const lane of lanes) {
      lane.assigned(true, false);
      lane.assigned(false, true);
      lane.succeeded(500, true, [100, 200, 300, 400]);
      lane.succeeded(250, false, [100, 200, 300, 400]);
      lane.succeeded(1000, false, null);
      lane.failed(true);
      lane.failed(false);
      lane.spared();
    }
    const { canary, control } = readTallies(tallies);
    expect(canary).toMatchObject({ assigned: 4, units: 2, keyless: 2, successes: 6, failures: 4, events: 2, spared: 2, warming: 2, timed: 2, exceed: [2, 2, 0, 0] });
    // What is not timed still shows in the histogram; what warms up does not.
    expect(canary.latency.reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(control.assigned).toBe(0);
  });

  it('takes a failed run for one event, whichever front end tells of it, and a burst outside of runs for one', () => {
    const tallies = createTallies(2, 2);
    const [a, b] = [new ArmLane(tallies, 0, 'canary'), new ArmLane(tallies, 1, 'canary')];
    expect([a.isNewEvent(7, 0, 0), b.isNewEvent(7, 0, 0), b.isNewEvent(7, 1, 0), a.isNewEvent(8, 0, 0), a.isNewEvent(7, 0, 0)]).toEqual([true, false, true, true, false]);
    expect([a.isNewEvent(0, 0, 50_000), b.isNewEvent(0, 0, 99_999), b.isNewEvent(0, 0, 100_000)]).toEqual([true, false, true]);
    expect(new ArmLane(tallies, 0, 'control').isNewEvent(7, 0, 0)).toBe(true);
  });

  it('ticks twenty times a second, also when a clock has run for years', () => {
    const yearUs = 365 * 86_400 * 1e6;
    expect(tickOf(10 * yearUs + 50_000) - tickOf(10 * yearUs)).toBe(1);
    expect(tickOf(49_999)).toBe(tickOf(0));
  });
});

describe('keys', () => {
  it('are met, failed and timed once each, independently of each other', () => {
    const shared = createKeys();
    const [here, there] = [new KeySets(shared), new KeySets(shared)];
    expect([here.meet(5), there.meet(5), here.fail(5), there.fail(5), here.time(5), there.time(5), here.meet(6)]).toEqual([true, false, true, false, true, false, true]);
  });

  it('of arms that are not compared are marked apart, and hide no key from those that are', () => {
    const shared = createKeys();
    const [own, apart] = [new KeySets(shared), new KeySets(shared, 'apart')];
    expect([apart.meet(5), apart.meet(5), own.meet(5), own.fail(5), apart.fail(5)]).toEqual([true, false, true, true, true]);
  });

  it('that were met apart do not count where their arm becomes one that is compared', () => {
    const shared = createKeys();
    const [own, apart, strict] = [new KeySets(shared), new KeySets(shared, 'apart'), new KeySets(shared, 'strict')];
    own.meet(1);
    apart.meet(2);
    expect([1, 2, 3, 3].map((key) => strict.meet(key))).toEqual([false, false, true, false]);
  });
});
