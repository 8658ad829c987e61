import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { ServingError } from '../../src/base/error.js';
import { RolloutNewsDesk } from '../../src/gateway/rolloutnews.js';
import { emptyDocument } from '../../src/rollout/document.js';
import { NOTHING_NOW, viewOf, type RolloutView } from '../../src/rollout/view.js';
import { NOTHING_SEEN, type RolloutNews } from '../../src/serving/rollout.js';

let clock: ManualClock;
let timers: { readonly atUs: number; readonly then: () => void }[];
let views: Map<string, RolloutView>;
let looks: number;
let desk: RolloutNewsDesk;

function after(delayMs: number, then: () => void): () => void {
  const timer = { atUs: clock.nowUs() + delayMs * 1000, then };
  timers.push(timer);
  return () => {
    timers = timers.filter((one) => one !== timer);
  };
}

/** Lets time pass, ringing every timer at its moment. */
function pass(ms: number): void {
  const endUs = clock.nowUs() + ms * 1000;
  for (;;) {
    const next = timers.filter(({ atUs }) => atUs <= endUs).sort((a, b) => a.atUs - b.atUs)[0];
    if (next === undefined) break;
    clock.advanceUs(next.atUs - clock.nowUs());
    timers = timers.filter((one) => one !== next);
    next.then();
  }
  clock.advanceUs(endUs - clock.nowUs());
}

function show(generation: number, stable = 1): void {
  views.set('m', { ...viewOf(emptyDocument('m'), generation, NOTHING_NOW), stable });
}

/** What became of a wait, to be looked at without waiting. */
function outcome(wait: Promise<RolloutNews>): { news: RolloutNews | null; fault: unknown; settled(): Promise<void> } {
  const seen = { news: null as RolloutNews | null, fault: null as unknown, settled: () => done };
  const done = wait.then((news) => void (seen.news = news), (fault: unknown) => void (seen.fault = fault));
  return seen;
}

/** Promises that are settled already are heard. */
const heard = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  clock = new ManualClock(1_000_000);
  timers = [];
  views = new Map();
  looks = 0;
  show(3);
  desk = new RolloutNewsDesk({
    clock, after,
    view: (model) => {
      looks += 1;
      const view = views.get(model);
      if (view === undefined) throw new ServingError('model_not_found', `no ${model}`);
      return view;
    },
  });
});

describe('news of a rollout', () => {
  it('are there at once for who has seen nothing or something else, with no timer left behind', async () => {
    const first = await desk.next('m', NOTHING_SEEN, 10_000);
    expect(first).toMatchObject({ generation: 3, body: { model: 'm', generation: 3 } });
    expect(timers).toHaveLength(0);
    expect((await desk.next('m', { generation: 2, digest: '' }, 10_000)).generation).toBe(3);
    pass(500);
    expect(timers).toHaveLength(0);
  });

  it('come when a change is kept, and not while there is none', async () => {
    const { digest } = await desk.next('m', NOTHING_SEEN, 0);
    const wait = outcome(desk.next('m', { generation: 3, digest }, 10_000));
    pass(4_000);
    await heard();
    expect(wait.news).toBeNull();
    show(4);
    desk.changed('m');
    pass(0);
    await wait.settled();
    expect(wait.news?.generation).toBe(4);
  });

  it('come at the next look when counts alone have changed, but not to who asks for generations', async () => {
    const { digest } = await desk.next('m', NOTHING_SEEN, 0);
    const counts = outcome(desk.next('m', { generation: 3, digest }, 10_000));
    const generations = outcome(desk.next('m', { generation: 3, digest: '' }, 10_000));
    show(3, 2);
    pass(499);
    await heard();
    expect(counts.news).toBeNull();
    pass(1);
    await counts.settled();
    expect(counts.news?.body.stable).toBe(2);
    expect(counts.news?.digest).not.toBe(digest);
    expect(generations.news).toBeNull();
    show(4, 2);
    desk.changed('m');
    pass(500);
    await generations.settled();
    expect(generations.news?.generation).toBe(4);
  });

  it('come at most twice a second to who asks again and again', async () => {
    let told = 0;
    let isOver = false;
    const follow = async (): Promise<void> => {
      let seen = NOTHING_SEEN;
      while (!isOver) {
        seen = await desk.next('m', seen, 10_000);
        told += 1;
      }
    };
    const following = follow();
    for (let generation = 4; generation < 4 + 100; generation++) {
      await heard();
      show(generation);
      desk.changed('m');
      pass(100);
    }
    // Ten seconds: the first one, the one after it, and two a second.
    expect(told).toBeGreaterThanOrEqual(19);
    expect(told).toBeLessThanOrEqual(23);
    isOver = true;
    show(999);
    pass(500);
    await following;
  });

  it('are what there is when the time is over', async () => {
    const wait = outcome(desk.next('m', { generation: 3, digest: '' }, 1_200));
    pass(1_100);
    await heard();
    expect(wait.news).toBeNull();
    pass(400);
    await wait.settled();
    expect(wait.news).toMatchObject({ generation: 3 });
    const long = outcome(desk.next('m', { generation: 3, digest: '' }, 1e9));
    pass(30_500);
    await long.settled();
    expect(long.news).toMatchObject({ generation: 3 });
  });

  it('cost one look for all who wait, and nothing when nobody does', async () => {
    const waits = Array.from({ length: 50 }, () => outcome(desk.next('m', { generation: 3, digest: '' }, 10_000)));
    const before = looks;
    pass(5_000);
    expect(looks - before).toBe(10);
    show(4);
    pass(500);
    await Promise.all(waits.map((wait) => wait.settled()));
    pass(500);
    const after = looks;
    pass(60_000);
    desk.changed('m');
    desk.changed('other');
    pass(60_000);
    expect(looks).toBe(after);
    expect(timers).toHaveLength(0);
  });

  it('end when the model goes', async () => {
    await expect(desk.next('other', NOTHING_SEEN, 0)).rejects.toMatchObject({ reason: 'model_not_found' });
    const wait = outcome(desk.next('m', { generation: 3, digest: '' }, 10_000));
    views.delete('m');
    pass(500);
    await wait.settled();
    expect(wait.fault).toMatchObject({ reason: 'model_not_found' });
  });

  it('are waited for by so many and no more', async () => {
    const waits = Array.from({ length: 1000 }, () => outcome(desk.next('m', { generation: 3, digest: '' }, 10_000)));
    await expect(desk.next('m', { generation: 3, digest: '' }, 10_000)).rejects.toMatchObject({ reason: 'queue_full' });
    pass(10_500);
    await Promise.all(waits.map((wait) => wait.settled()));
    const again = outcome(desk.next('m', { generation: 3, digest: '' }, 0));
    pass(500);
    await again.settled();
    expect(again.fault).toBeNull();
  });

  it('end at the stop of the server', async () => {
    const wait = outcome(desk.next('m', { generation: 3, digest: '' }, 10_000));
    desk.close();
    await wait.settled();
    expect(wait.news).toMatchObject({ generation: 3 });
    expect(timers).toHaveLength(0);
    await expect(desk.next('m', { generation: 3, digest: '' }, 10_000)).rejects.toMatchObject({ reason: 'draining' });
  });
});
