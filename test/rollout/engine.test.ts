/** The engine between a store that fails, a road that is late, twins that die and versions that come and go. */
import { describe, expect, it } from 'vitest';
import { pause, unpin } from '../../src/rollout/machine.js';
import { by, calm, House, rolling } from './puppets.js';
import { planOf } from '../support/plan.js';

const ONE_STEP = planOf({ steps: [{ weight: 25, minSamples: 1_000_000 }], twin: false, keepLoaded: '10m' });
const TWO_STEPS = planOf({ steps: [{ weight: 10, minSamples: 50 }, { weight: 50, minSamples: 50 }], twin: false, analysis: { minSamples: 100_000 } });
const TWIN = planOf({ steps: [{ weight: 25, minSamples: 1_000_000 }], keepLoaded: '10m' });
const BAD = 400;

const units = (house: House): number => house.engine.view('m').rollout!.evidence.segments.reduce((sum, { canary }) => sum + canary.units, 0);

describe('a rollout', () => {
  it('begins with a version that appears, and divides requests once it serves', async () => {
    const house = await rolling(ONE_STEP);
    expect(house.phase()).toBe('step 1 of 1 (25 %)');
    expect(house.road.last()).toBe('1: 2 2500/0 in 2');
    expect(house.told).toEqual(['m pending', 'm step 1 of 1 (25 %)']);
    expect(house.faults).toEqual([]);
  });

  it('takes its next step on what was counted, under a segment of its own', async () => {
    const house = await rolling(TWO_STEPS);
    house.counting.now.add('canary', 60);
    house.counting.now.add('stable', 540);
    await house.tick();
    expect(house.phase()).toBe('step 2 of 2 (50 %)');
    expect(house.road.last()).toBe('1: 2 5000/0 in 3');
    expect(house.counting.made).toHaveLength(2);
  });

  it('aborts on harm and takes the candidate out', async () => {
    const house = await rolling(ONE_STEP);
    house.counting.now.add('canary', BAD, BAD);
    house.counting.now.add('stable', 3 * BAD);
    await house.tick();
    expect(house.phase()).toBe('aborted');
    expect(house.road.last()).toBe('1: whole, not 2');
  });

  it('aborts on deaths beyond its limit, those of before it not counted', async () => {
    const plan = planOf({ ...{ steps: [{ weight: 25, minSamples: 1_000_000 }], twin: false }, limits: { crashes: 1 } });
    const house = House.fresh();
    house.crashes.set(2, 7);
    await rolling(plan, house);
    house.crashes.set(2, 8);
    await house.tick();
    expect(house.phase()).toBe('step 1 of 1 (25 %)');
    // Deaths are kept over a restart, whose process begins at none.
    await house.tick(2_000);
    house.counting.now.add('stable', 1);
    await house.tick(2_000);
    const next = await house.next();
    next.copy(1, 'available');
    next.copy(2, 'available');
    await next.tick();
    expect(next.phase()).toBe('step 1 of 1 (25 %)');
    next.crashes.set(2, 1);
    await next.tick();
    expect(next.engine.view('m').rollout).toMatchObject({ phase: 'aborted', reason: "the candidate's instances died 2 times; 1 are allowed" });
  });

  it('fails before any request where the candidate holds more than its limit', async () => {
    const house = House.fresh();
    house.bytes.set(2, 3e9);
    await rolling(planOf({ twin: false, limits: { memory: '2GB' } }), house);
    expect(house.engine.view('m').rollout).toMatchObject({ phase: 'failed', reason: 'version 2 holds 3000000000 bytes; the plan allows 2000000000' });
    expect(house.road.sent.every(({ split }) => split === null)).toBe(true);
  });

  it('holds while the stable version is unwell, and goes on when it is well', async () => {
    const house = await rolling(TWO_STEPS);
    house.counting.now.add('canary', 60, 50);
    house.counting.now.add('stable', 540, 450);
    await house.tick();
    expect(house.phase()).toBe('step 1 of 2 (10 %)');
    expect(house.engine.view('m').rollout?.reason).toContain('the stable version itself fails');
    for (let second = 0; second < 70; second++) {
      house.counting.now.add('stable', 100);
      house.counting.now.add('canary', 11);
      await house.tick(1_000);
    }
    expect(house.phase()).toBe('step 2 of 2 (50 %)');
  });
});

describe('a write', () => {
  it('has everything that was counted, whatever it was made for', async () => {
    const house = await rolling({ ...ONE_STEP, keepLoadedMs: 2_500 });
    await house.engine.promote('m', by('ann'));
    await house.look([1, 2, 3], ONE_STEP);
    house.copy(3, 'loading');
    house.copy(3, 'available');
    await house.tick();
    await house.tick();
    const written = async (): Promise<number> => units(await house.next());
    house.counting.now.add('canary', 5);
    await house.tick(2_000);
    house.counting.now.add('canary', 6);
    await house.tick(500);
    expect(house.engine.view('m').kept).toEqual([]);
    expect(await written()).toBe(11);
  });

  it('of an end that nobody judged is no different', async () => {
    const house = await rolling(ONE_STEP);
    house.counting.now.add('canary', 7);
    await house.look([1], ONE_STEP);
    expect([house.phase(), units(house)]).toEqual(['aborted', 7]);
  });
});

describe('a candidate', () => {
  it('that stops in a step and comes back is given its share again, counted under the same step', async () => {
    const house = await rolling(ONE_STEP);
    house.counting.now.add('canary', 10);
    house.copy(2, 'draining');
    await house.tick();
    expect(house.road.last()).toBe('1: whole');
    house.copy(2, 'loading');
    house.copy(2, 'available');
    await house.tick();
    expect(house.road.last()).toBe('1: 2 2500/0 in 2');
    house.counting.now.add('canary', 5);
    expect(units(house)).toBe(15);
    expect(house.engine.view('m').rollout?.evidence.segments).toHaveLength(1);
  });

  it('that fails for good ends its rollout', async () => {
    const house = await rolling(ONE_STEP);
    house.copy(2, 'error');
    await house.tick();
    expect(house.engine.view('m').rollout).toMatchObject({ phase: 'failed', reason: 'version 2 failed: weights are cut short' });
  });

  it('that failed before is not held against a new try at once', async () => {
    const house = House.fresh();
    house.copy(1, 'available');
    await house.look([1, 2], null);
    await calm();
    house.copy(2, 'error');
    await house.tick();
    await house.engine.start('m', 2, ONE_STEP, by('ann'));
    await house.tick();
    expect(house.phase()).toBe('pending');
    house.copy(2, 'loading');
    house.copy(2, 'available');
    await house.tick();
    expect(house.phase()).toBe('step 1 of 1 (25 %)');
  });

  it('has what happened to an earlier one not held against it', async () => {
    const house = await rolling(ONE_STEP);
    house.copy(2, 'error');
    house.road.mood = 'held';
    // The look at the copy and the end of the rollout meet in the same turn.
    const aborted = house.engine.ask('m', by('ann'), (document) => ({ ...document, rollout: null }));
    const started = house.look([1, 3], ONE_STEP);
    const ticked = house.tick();
    for (let k = 0; k < 5; k++) {
      await calm();
      for (const release of house.road.held.splice(0)) release();
    }
    await Promise.all([aborted, started, ticked]);
    await calm();
    expect(house.engine.view('m').rollout).toMatchObject({ candidate: 3, phase: 'pending' });
  });

  it('does not answer in place of a stable version that is away, unless callers meet it already', async () => {
    const house = await rolling(planOf({ mirror: { percent: 100 }, steps: [] }));
    expect(house.road.last()).toBe('1: 2 0/0 in 2, not 2');
    const stepping = await rolling(ONE_STEP);
    expect(stepping.road.sent.at(-1)?.held).toEqual([]);
  });
});

describe('versions after a start', () => {
  it('wait until the stable one is up, so that nothing unproven answers first', async () => {
    const next = await (await rolling(ONE_STEP)).next();
    expect(await next.look([1, 2], ONE_STEP)).toEqual([1]);
    next.copy(1, 'loading');
    await calm();
    expect(next.resteered).toEqual([]);
    next.copy(1, 'available');
    await calm();
    expect(next.resteered).toEqual(['m']);
    expect(await next.look([1, 2], ONE_STEP)).toEqual([1, 2]);
  });

  it('do not wait for a stable one that failed', async () => {
    const next = await (await rolling(ONE_STEP)).next();
    expect(await next.look([1, 2], ONE_STEP)).toEqual([1]);
    next.copy(1, 'error');
    await calm();
    expect(next.resteered).toEqual(['m']);
    expect(await next.look([1, 2], ONE_STEP)).toEqual([1, 2]);
  });

  it('end a rollout whose stable version is gone, and the one that is left takes over', async () => {
    const house = await rolling(ONE_STEP);
    expect(await house.look([2], ONE_STEP)).toEqual([2]);
    expect(house.engine.view('m').rollout).toMatchObject({ phase: 'failed', reason: 'version 1, which it was compared with, left the repository' });
    house.copy(1, 'draining');
    house.copy(1, 'end');
    await calm();
    expect(house.engine.view('m')).toMatchObject({ stable: 2, rejected: [] });
    expect(house.road.last()).toBe('2: whole');
  });
});

describe('a control twin', () => {
  it('is up before the first step', async () => {
    const house = House.fresh();
    house.twins.isHeld = true;
    await rolling(TWIN, house);
    expect([house.phase(), house.twins.calls]).toEqual(['pending', ['open m 1']]);
    house.twins.opening.splice(0)[0]!(null);
    await house.tick();
    await house.tick();
    expect(house.road.last()).toBe('1: 2 2500/2500 in 2');
  });

  it('that has no room is told once and done without', async () => {
    const house = House.fresh();
    house.twins.isHeld = true;
    await rolling(TWIN, house);
    house.twins.opening.splice(0)[0]!({ why: 'no room' });
    await house.tick();
    await house.tick();
    expect(house.road.last()).toBe('1: 2 2500/0 in 2');
    expect(house.faults).toEqual(['no control twin: no room; the canary is compared with the rest of the serving version, and latency is not judged']);
    // Its weight in the evidence goes to the others, and stays there.
    house.counting.now.add('canary', 1);
    await house.tick();
    expect(house.engine.view('m').rollout?.judgement?.rows.map(({ metric, weight }) => [metric, weight])).toEqual([['errors', 1], ['latency', 0]]);
  });

  it('that dies in a step changes the share, which begins a stretch of its own', async () => {
    const house = await rolling(TWIN);
    house.counting.now.add('canary', 10);
    house.counting.now.add('control', 10);
    house.twins.up.clear();
    house.engine.moved('m');
    await house.tick();
    expect(house.road.last()).toBe('1: 2 2500/0 in 2');
    house.counting.now.add('canary', 5);
    house.counting.now.add('stable', 15);
    expect(house.engine.view('m').rollout?.evidence.segments.map(({ share, canary, baseline }) => [share, canary.units, baseline.units])).toEqual([[0.5, 10, 10], [0.25, 5, 15]]);
  });

  it('that is opening is called off by the end of its rollout, and never serves for the next one', async () => {
    const house = House.fresh();
    house.twins.isHeld = true;
    await rolling(TWIN, house);
    await house.engine.ask('m', by('ann'), (document) => ({ ...document, rollout: null, stable: 1 }));
    await calm();
    expect(house.twins.calls).toEqual(['open m 1', 'close m', 'close m']);
    house.twins.isHeld = false;
    await house.look([1, 3], TWIN);
    house.copy(3, 'loading');
    house.copy(3, 'available');
    await house.tick();
    await house.tick();
    expect(house.twins.calls.slice(3)).toEqual(['open m 1']);
    expect(house.road.last()).toBe('1: 3 2500/2500 in 2');
    // Nobody is told of a twin that nobody wants any more.
    expect(house.faults).toEqual([]);
  });

  it('is closed only when no table names it, and the next one is opened after that', async () => {
    const house = await rolling(TWIN);
    house.road.mood = 'held';
    const promoted = house.engine.promote('m', by('ann'));
    await calm();
    await house.look([1, 2, 3], TWIN);
    house.copy(3, 'loading');
    house.copy(3, 'available');
    await house.tick();
    expect(house.twins.calls).toEqual(['open m 1']);
    house.road.mood = 'open';
    for (const release of house.road.held.splice(0)) release();
    await promoted;
    await house.tick();
    await house.tick();
    expect(house.twins.calls).toEqual(['open m 1', 'close m', 'open m 2']);
    expect(house.road.last()).toBe('2: 3 2500/2500 in 2');
  });
});

describe('a stop', () => {
  it('waits for the change that is on its way, and leaves everything counted behind', async () => {
    const house = await rolling(ONE_STEP);
    house.counting.now.add('canary', 7);
    const asked = house.engine.ask('m', by('ann', 'lunch'), pause);
    await house.engine.stop();
    await asked;
    const written = house.store.writes;
    await house.tick(10_000);
    expect(house.store.writes).toBe(written);
    const next = await house.next();
    expect(units(next)).toBe(7);
    expect(next.engine.view('m').rollout?.paused).toBe(true);
  });
});

describe('two models at once', () => {
  it('go their own ways, and what fails for one holds up nothing of the other', async () => {
    const house = await rolling(ONE_STEP);
    house.copy(1, 'available', 'n');
    await house.look([1], ONE_STEP, 'n');
    await calm();
    await house.look([1, 2], ONE_STEP, 'n');
    house.copy(2, 'loading', 'n');
    house.copy(2, 'available', 'n');
    await house.tick();
    await house.tick();
    expect([house.phase('m'), house.phase('n')]).toEqual(['step 1 of 1 (25 %)', 'step 1 of 1 (25 %)']);
    const [ofM, ofN] = ['m', 'n'].map((model) => house.counting.made.find((one) => one.model === model)!);
    ofM!.add('canary', BAD, BAD);
    ofM!.add('stable', 3 * BAD);
    ofN!.add('canary', BAD);
    ofN!.add('stable', 3 * BAD);
    await house.tick();
    expect([house.phase('m'), house.phase('n')]).toEqual(['aborted', 'step 1 of 1 (25 %)']);
    expect([house.road.last('m'), house.road.last('n')]).toEqual(['1: whole, not 2', '1: 2 2500/0 in 2']);
  });
});

describe('a generation', () => {
  it('is that of the last decision, whatever is counted or asked for that changes nothing', async () => {
    const house = await rolling(planOf({ steps: [{ weight: 50, minSamples: 1e9 }], twin: false }));
    const { generation } = house.engine.view('m');
    await house.engine.ask('m', by('ann'), unpin);
    expect(house.engine.view('m').generation).toBe(generation);
    const { id } = house.engine.view('m').rollout!;
    await house.engine.promote('m', by('ann', 'sure', generation));
    const promoted = house.engine.view('m').generation;
    expect(promoted).toBeGreaterThan(generation);
    // A teacher's last file comes after the end, and overtakes nobody who has read the promotion.
    await house.engine.labelled('m', id, { state: 'done', reason: '', rows: 3, files: 1, bytes: 9, dropped: 0, path: 'p' });
    expect(house.engine.view('m')).toMatchObject({ generation: promoted, rollout: { labels: { rows: 3 } } });
    await house.engine.undo('m', by('ann', 'no', promoted));
    expect(house.engine.view('m').stable).toBe(1);
  });
});
