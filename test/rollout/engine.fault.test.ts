/** The engine where its surroundings fail: nothing is acted on that the store does not have, and nothing stays that was taken back. */
import { describe, expect, it } from 'vitest';
import { abort, pause, resume } from '../../src/rollout/machine.js';
import { by, calm, House, rolling } from './puppets.js';
import { planOf } from '../support/plan.js';

const ONE_STEP = planOf({ steps: [{ weight: 25, minSamples: 1_000_000 }], twin: false, keepLoaded: '10m' });
const BAD = 400;

const units = (house: House): number => house.engine.view('m').rollout!.evidence.segments.reduce((sum, { canary }) => sum + canary.units, 0);

describe('a store that is slow', () => {
  it('lets no version take over while what serves is being written as stable', async () => {
    const house = House.fresh();
    await house.look([1], ONE_STEP);
    house.copy(1, 'available');
    expect(await house.look([1, 2], ONE_STEP)).toEqual([1, 2]);
    expect(house.engine.view('m')).toMatchObject({ stable: 1, rollout: { candidate: 2, phase: 'pending' } });
  });
});

describe('a store that fails', () => {
  it('has no decision acted on before it has it, and is tried again', async () => {
    const house = await rolling(ONE_STEP);
    house.counting.now.add('canary', BAD, BAD);
    house.counting.now.add('stable', 3 * BAD);
    house.store.mood = 'full';
    await house.tick();
    await house.tick();
    expect([house.phase(), house.road.last(), house.told.at(-1)]).toEqual(['step 1 of 1 (25 %)', '1: 2 2500/0 in 2', 'm step 1 of 1 (25 %)']);
    // Told once for both ticks: the next try has its time.
    expect(house.faults).toEqual(['the disk is full']);
    await house.tick(1_000);
    expect(house.faults).toEqual(['the disk is full', 'the disk is full']);
    house.store.mood = 'well';
    await house.tick(1_000);
    expect([house.phase(), house.road.last()]).toEqual(['aborted', '1: whole, not 2']);
  });

  it('refuses what people ask for, which changes nothing then', async () => {
    const house = await rolling(ONE_STEP);
    house.store.mood = 'full';
    await expect(house.engine.promote('m', by('ann'))).rejects.toThrow('the disk is full');
    expect(house.engine.view('m')).toMatchObject({ stable: 1, rollout: { phase: 'step' } });
    house.store.mood = 'well';
    expect(await house.engine.promote('m', by('ann'))).toMatchObject({ stable: 2, rollout: { phase: 'promoted' } });
  });

  it('that has a decision all the same is followed', async () => {
    const house = await rolling(ONE_STEP);
    house.store.mood = 'unsynced';
    expect(await house.engine.ask('m', by('ann', 'smells'), (document, moment, why) => ({ ...document, ...pause(document, moment, why) }))).toMatchObject({ rollout: { paused: true } });
    house.store.mood = 'well';
    // The next write finds the generation that it expects.
    expect(await house.engine.ask('m', by('ann'), resume)).toMatchObject({ rollout: { paused: false } });
    expect(house.faults).toEqual([]);
  });

  it('does not keep a process from starting', async () => {
    const house = await rolling(ONE_STEP);
    house.store.mood = 'full';
    const next = await house.next();
    expect(next.faults).toEqual(["the rollout of model 'm' goes on, and its restart could not be written: the disk is full"]);
    next.copy(1, 'available');
    next.copy(2, 'available');
    await next.tick();
    expect(next.road.last()).toBe('1: 2 2500/0 in 2');
  });

  it('writes evidence again that it did not take', async () => {
    const house = await rolling(ONE_STEP);
    house.counting.now.add('canary', 10);
    house.counting.now.add('stable', 30);
    house.store.mood = 'full';
    await house.tick(2_000);
    expect(house.faults).toEqual(['the disk is full']);
    house.store.mood = 'well';
    await house.tick(2_000);
    expect(units(await house.next())).toBe(10);
  });
});

describe('a road that fails', () => {
  it('is tried again until nothing is in force that was taken back', async () => {
    const house = await rolling({ ...ONE_STEP, keepLoadedMs: 0 });
    house.road.mood = 'blocked';
    await expect(house.engine.ask('m', by('ann'), abort)).rejects.toThrow('blocked');
    expect(house.phase()).toBe('aborted');
    expect(house.road.last()).toBe('1: 2 2500/0 in 2');
    await house.tick();
    house.road.mood = 'open';
    await house.tick(1_000);
    expect(house.road.last()).toBe('1: whole, not 2');
    await house.tick();
    expect(house.timers).toEqual([]);
    expect(house.faults.every((text) => text === 'the road is blocked')).toBe(true);
    expect(house.faults.length).toBeGreaterThan(0);
  });

  it('answers who asked only when every front end has it', async () => {
    const house = await rolling(ONE_STEP);
    house.road.mood = 'held';
    let answered = false;
    const promoted = house.engine.promote('m', by('ann')).then(() => (answered = true));
    await calm();
    expect([house.phase(), answered]).toEqual(['promoted', false]);
    for (const release of house.road.held.splice(0)) release();
    await promoted;
    expect(answered).toBe(true);
  });
});
