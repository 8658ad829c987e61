/** What an arm takes for evidence: which requests are timed, and that the choice does not wait for the outcome. */
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/memory/ticket.js';
import { ArmUse, keysOf, NO_KEY } from '../../src/serving/arms.js';
import { ArmLane, createTallies, readTallies } from '../../src/telemetry/arms.js';
import { KeySets, createKeys } from '../../src/telemetry/keys.js';
import type { Arm, Split } from '../../src/routing/split.js';

const TICK_US = 50_000;
/** A success asks no ticket for anything. */
const NO_EXCHANGE = null as unknown as Exchange;

function arms(isKeyed: boolean, latencyUs: readonly number[] | null = [100, 200, 300, 400]) {
  const tallies = createTallies(1, 1);
  const compared: Arm[] = ['control', 'canary'];
  const keys = isKeyed ? new KeySets(createKeys()) : null;
  const stretch = {
    keys: { stable: null, control: keys, canary: keys }, latencyUs, warm: { stable: 0, control: 0, canary: 0 },
    ticks: { stable: -1, control: -1, canary: -1 }, compared, chance: 0,
  };
  const use = (arm: Arm): ArmUse => new ArmUse(arm, stretch, new ArmLane(tallies, 0, arm));
  const [control, canary] = [use('control'), use('canary')];
  return {
    control, canary, forced: new ArmUse('canary', stretch, null),
    warmUp: () => {
      for (const arm of [control, canary]) for (let k = 0; k < 21; k++) arm.settled(0, NO_KEY, false, null, 1000, NO_EXCHANGE, 0);
    },
    read: () => readTallies(tallies),
  };
}

describe('the latency of an arm', () => {
  it('is that of one request a tick, chosen when it is assigned', () => {
    const { canary, control, warmUp, read } = arms(false);
    warmUp();
    const chosen = [0, 1, TICK_US - 1, TICK_US, TICK_US + 1].map((us) => canary.assigned(NO_KEY, us));
    expect(chosen).toEqual([true, false, false, true, false]);
    // The other arm has ticks of its own.
    expect(control.assigned(NO_KEY, 1)).toBe(true);
    // A burst of slow answers behind one stall is one slow request.
    for (const isTimed of chosen) canary.settled(0, NO_KEY, isTimed, null, 5000, NO_EXCHANGE, 0);
    expect(read().canary).toMatchObject({ timed: 2, exceed: [2, 2, 2, 2] });
  });

  it('waits until both arms are warm and the thresholds are known', () => {
    const cold = arms(false);
    for (let k = 0; k < 40; k++) cold.canary.settled(0, NO_KEY, false, null, 1000, NO_EXCHANGE, 0);
    expect(cold.canary.assigned(NO_KEY, 0)).toBe(false);
    expect(cold.read().canary.warming).toBe(40);
    const unknown = arms(false, null);
    unknown.warmUp();
    expect(unknown.canary.assigned(NO_KEY, 0)).toBe(false);
  });

  it('is asked of a key once, however often it comes', () => {
    const { canary, warmUp, read } = arms(true);
    warmUp();
    expect([7, 7, 8, 7].map((key, at) => canary.assigned(key, at * TICK_US))).toEqual([true, false, true, false]);
    expect(read().canary).toMatchObject({ assigned: 4, units: 2 });
  });

  it('is nobody\'s where a rule forced the arm', () => {
    const { forced, warmUp, read } = arms(false);
    warmUp();
    expect(forced.assigned(NO_KEY, 0)).toBe(false);
    expect(read().canary.assigned).toBe(0);
  });
});

describe('the keys of arms', () => {
  const split = { assign: { kind: 'header', name: 'x-user' }, keys: createKeys() } as unknown as Split;

  it('count with the canary although the serving version met them before, beside a twin', () => {
    const { stable, control, canary } = keysOf(split, ['control', 'canary']);
    expect([stable!.meet(9), stable!.fail(9), stable!.time(9)]).toEqual([true, true, true]);
    expect([canary!.meet(9), canary!.fail(9), canary!.time(9)]).toEqual([true, true, true]);
    // The twin's keys are compared, so one that moved from it is old.
    expect([control!.meet(8), canary!.meet(8)]).toEqual([true, false]);
  });

  it('are marked by all arms together without a twin', () => {
    const { stable, canary } = keysOf({ ...split, keys: createKeys() }, ['stable', 'canary']);
    expect([stable!.meet(9), canary!.meet(9)]).toEqual([true, false]);
  });

  it('are not marked while nothing is compared, nor where chance assigns', () => {
    const none = { stable: null, control: null, canary: null };
    expect(keysOf(split, [])).toEqual(none);
    expect(keysOf({ ...split, assign: { kind: 'chance' } }, ['control', 'canary'])).toEqual(none);
  });
});
