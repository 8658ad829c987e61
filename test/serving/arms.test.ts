/** What an arm takes for evidence: which requests are timed, and that the choice does not wait for the outcome. */
import { describe, expect, it } from 'vitest';
import { OutcomeSorter } from '../../src/compare/outcome.js';
import { OutputField } from '../../src/memory/descriptor.js';
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
    ticks: { stable: -1, control: -1, canary: -1 }, controlUs: -1, compared, chance: 0,
  };
  const sorter = OutcomeSorter.of([{ name: 'p', datatype: 'FP32', dims: [3], modelDims: [3], optional: false, labels: [] }])!;
  const use = (arm: Arm): ArmUse => new ArmUse(arm, stretch, new ArmLane(tallies, 0, arm), { sorter, index: 0 });
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

describe('neighbouring requests of both arms', () => {
  it('are a sign each, the canary\'s with the freshest of the control, which is used once', () => {
    const { canary, control, warmUp, read } = arms(false);
    warmUp();
    const timed = (arm: ArmUse, us: number, isTimed = true): void => arm.settled(0, NO_KEY, isTimed, null, us, NO_EXCHANGE, 0);
    timed(canary, 900);
    timed(control, 1);
    timed(control, 500);
    timed(canary, 1, false);
    timed(canary, 600);
    // Its neighbour is used up.
    timed(canary, 700);
    timed(control, 500);
    timed(canary, 400);
    timed(control, 500);
    timed(canary, 500);
    expect(read().canary).toMatchObject({ slower: 1, faster: 1 });
    expect(read().control).toMatchObject({ slower: 0, faster: 0 });
  });
});

describe('answers of an arm', () => {
  /** As it lies in an instance's memory, or in its own where it waited. */
  const answer = (isKept: boolean, ...values: number[]) => {
    const { buffer } = Float32Array.from([0, ...values]);
    const fields = new Map<number, number>([[OutputField.byteOffset, 4], [OutputField.byteLength, 4 * values.length]]);
    const memory = { words: new Int32Array(0), output: new Uint8Array(buffer), view: new DataView(buffer) };
    return { answer: isKept ? null : memory, outputField: (_: number, field: number) => fields.get(field)!, outputBytes: () => new Uint8Array(buffer, 4) };
  };

  it('are sorted where they are units of evidence, and no other is looked at', () => {
    const { canary, control, forced, read } = arms(true);
    const outcomes = (arm: 'canary' | 'control'): number[] => [...read()[arm].outcomes.subarray(0, 3)];
    const ask = (use: ArmUse, key: number, ...values: number[]): void => {
      const isTimed = use.assigned(key, 0);
      use.settled(0, key, isTimed, null, 1, NO_EXCHANGE, 0, use.isUnit ? answer(key === 2, ...values) : null);
    };
    ask(canary, 1, 0, 0, 1);
    ask(canary, 1, 1, 0, 0);
    ask(canary, 2, 0, 1, 0);
    ask(control, 3, 0, 0, 1);
    ask(control, 4, NaN, NaN, NaN);
    ask(forced, 5, 1, 0, 0);
    expect([outcomes('canary'), outcomes('control')]).toEqual([[0, 1, 1], [0, 0, 1]]);
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
