/** What people ask for at an engine whose versions come and go. */
import { describe, expect, it } from 'vitest';
import { pause, resume } from '../../src/rollout/machine.js';
import { by, rolling } from './puppets.js';
import { planOf } from '../support/plan.js';

const ONE_STEP = planOf({ steps: [{ weight: 25, minSamples: 1_000_000 }], twin: false, keepLoaded: '10m' });
const TWO_STEPS = planOf({ steps: [{ weight: 10, minSamples: 50 }, { weight: 50, minSamples: 50 }], twin: false, analysis: { minSamples: 100_000 } });

describe('what people ask for', () => {
  it('finds a rollout paused after a restart, and goes on when told', async () => {
    const house = await rolling(TWO_STEPS);
    await house.engine.ask('m', by('ann', 'lunch'), pause);
    const next = await house.next();
    next.copy(1, 'available');
    next.copy(2, 'available');
    await next.tick();
    next.counting.now.add('canary', 60);
    next.counting.now.add('stable', 540);
    await next.tick();
    expect(next.engine.view('m').rollout).toMatchObject({ paused: true, step: 1 });
    await next.engine.ask('m', by('ann'), resume);
    await next.tick();
    expect(next.engine.view('m').rollout).toMatchObject({ paused: false, step: 2 });
  });

  it('lets the loser go when its time is over, also while the next rollout is on', async () => {
    const house = await rolling(ONE_STEP);
    await house.engine.promote('m', by('ann'));
    expect(await house.look([1, 2, 3], ONE_STEP)).toEqual([1, 2, 3]);
    house.copy(3, 'loading');
    house.copy(3, 'available');
    await house.tick();
    await house.tick();
    house.resteered.length = 0;
    await house.tick(600_000);
    expect(house.resteered).toEqual(['m']);
    expect(await house.look([1, 2, 3], ONE_STEP)).toEqual([2, 3]);
    expect(house.phase()).toBe('step 1 of 1 (25 %)');
  });

  it('goes back to a version that must be loaded, and the other one answers until it is', async () => {
    const house = await rolling(ONE_STEP);
    await house.engine.promote('m', by('ann'));
    await house.tick(600_000);
    house.copy(1, 'draining');
    house.copy(1, 'end');
    const next = await house.next();
    expect(await next.look([1, 2], ONE_STEP)).toEqual([2]);
    next.copy(2, 'available');
    await next.tick();
    await next.engine.undo('m', by('ann'));
    expect(await next.look([1, 2], ONE_STEP)).toEqual([1, 2]);
    // Version 2 is rejected, and still may stand in for a version that is on its way.
    expect(next.road.last()).toBe('1: whole');
    expect(next.engine.gatesOf('m', 1)).toBeNull();
  });

  it('refuses to go back to a version that is gone', async () => {
    const house = await rolling(ONE_STEP);
    await house.engine.promote('m', by('ann'));
    house.copy(1, 'draining');
    house.copy(1, 'end');
    await house.look([2], ONE_STEP);
    await expect(house.engine.undo('m', by('ann'))).rejects.toThrow("version 1 of model 'm' is in the repository no more");
    expect(house.engine.view('m').stable).toBe(2);
  });

  it('holds a version that was stable to no gates again', async () => {
    const house = await rolling(ONE_STEP);
    expect(house.engine.gatesOf('m', 2)).toEqual(ONE_STEP.gates);
    await house.engine.promote('m', by('ann'));
    expect([house.engine.gatesOf('m', 1), house.engine.gatesOf('m', 2), house.engine.gatesOf('m', 3)]).toEqual([null, null, ONE_STEP.gates]);
  });

  it('is refused where it cannot be done, with the remedy', async () => {
    const house = await rolling(ONE_STEP);
    await expect(house.engine.start('m', 9, ONE_STEP, by('ann'))).rejects.toMatchObject({ reason: 'version_not_found', message: "model 'm' has no version 9 in the repository; publish it first" });
    await expect(house.engine.pin('m', 9, by('ann'))).rejects.toMatchObject({ reason: 'version_not_found' });
    house.copy(2, 'draining');
    await expect(house.engine.promote('m', by('ann'))).rejects.toMatchObject({ reason: 'conflict', message: "version 2 of model 'm' does not serve now, and promoted it would answer nothing" });
    expect(house.engine.view('m')).toMatchObject({ stable: 1, rollout: { phase: 'step' } });
  });
});
