import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { silentLog, type LogFields } from '../../src/base/log.js';
import { Courier, GIVE_UP_MS, type CourierPorts } from '../../src/notify/courier.js';
import { keyOf, Outbox, type OutboxBounds } from '../../src/notify/outbox.js';
import type { Answer } from '../../src/notify/post.js';
import type { Target } from '../../src/notify/notice.js';
import { playedDisk } from '../support/disk.js';
import { temporaryFolder } from '../support/folder.js';
import { later } from '../support/later.js';
import { until } from '../support/until.js';

const A: Target = { url: 'https://a.test/hook', secretEnv: null };
const B: Target = { url: 'https://b.test/hook', secretEnv: 'SECRET' };
const NEVER = new Promise<Answer>(() => undefined);

interface Timer {
  readonly atMs: number;
  readonly then: () => void;
}

interface Sent {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A courier with time that stands still and receivers that answer as they are told. */
async function world(answer: (sent: Sent, n: number) => Answer | Promise<Answer>, ports: Partial<CourierPorts> = {}, bounds?: OutboxBounds, files = playedDisk(() => undefined).files) {
  const clock = new ManualClock(1_000_000);
  const timers = new Set<Timer>();
  const sent: Sent[] = [];
  const said: { msg: string; fields: LogFields }[] = [];
  const say = (fields: LogFields, msg: string): void => void said.push({ msg, fields });
  const { outbox } = await Outbox.open(temporaryFolder(), bounds, files);
  const courier = new Courier(outbox, {
    clock, random: () => 1, secretOf: () => 'secret', log: { ...silentLog, info: say, warn: say, error: say },
    after: (delayMs, then) => {
      const timer = { atMs: clock.wallMs() + delayMs, then };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    post: (url, headers, body, signal) =>
      new Promise((resolve, reject) => {
        sent.push({ url, headers, body });
        signal.addEventListener('abort', () => reject(new TypeError('aborted')));
        Promise.resolve(answer({ url, headers, body }, sent.length)).then(resolve, reject);
      }),
    ...ports,
  });
  later(() => courier.stop());
  const lane = (target: Target) => courier.views().find((view) => view.target === keyOf('', target).slice(1));
  return {
    clock, timers, sent, said, outbox, courier, lane,
    add: async (id: string, target = A): Promise<void> => {
      await outbox.add({ id, target, type: 't', subject: 'm/1', atMs: 0, body: `body of ${id}` }, clock.wallMs());
      courier.wake();
    },
    /** Lets time pass, and timers ring that are due by then. */
    pass: (ms: number): void => {
      clock.advanceUs(ms * 1000);
      for (const timer of [...timers].filter(({ atMs }) => atMs <= clock.wallMs() + 1e-6)) {
        timers.delete(timer);
        timer.then();
      }
    },
    bodies: (): string[] => sent.map(({ body }) => body),
    /** Resolves when the target rests, or has nothing to do. */
    calm: (target = A) => until('a calm target', () => {
      const view = lane(target);
      return view !== undefined && (view.waiting === 0 || view.nextTryMs !== null) && view;
    }),
  };
}
const ok: Answer = { status: 200, retryAfter: null };
const busy: Answer = { status: 503, retryAfter: null };

describe('a courier', () => {
  it('brings events in order, one at a time, signed and under their ids', async () => {
    let open = 0;
    let most = 0;
    const w = await world(async () => {
      most = Math.max(most, ++open);
      await Promise.resolve();
      open -= 1;
      return ok;
    });
    for (const id of ['r-1', 'r-2', 'r-3']) await w.add(id, B);
    await until('all delivered', () => w.outbox.waiting().length === 0);
    expect([w.bodies(), most]).toEqual([['body of r-1', 'body of r-2', 'body of r-3'], 1]);
    expect(w.sent[0]).toMatchObject({ url: B.url, headers: { 'content-type': 'application/cloudevents+json', 'webhook-id': 'r-1', 'webhook-timestamp': '1', 'webhook-signature': expect.stringMatching(/^v1,.{44}$/) } });
    expect(w.lane(B)).toMatchObject({ delivered: 3, failed: 0, waiting: 0, lastSuccessMs: 1000, lastFault: null, nextTryMs: null });
  });

  it('rests longer after each failure and keeps the order meanwhile', async () => {
    const w = await world((_, n) => (n <= 4 ? busy : ok));
    await w.add('r-1');
    await w.calm();
    await w.add('r-2');
    for (const restMs of [1_000, 2_000, 4_000, 8_000]) {
      expect((await w.calm()).nextTryMs! - w.clock.wallMs()).toBeCloseTo(restMs, 6);
      const before = w.sent.length;
      w.pass(restMs - 1);
      expect(w.sent.length).toBe(before);
      w.pass(1);
      await until('a try', () => w.sent.length > before);
    }
    await until('both delivered', () => w.outbox.waiting().length === 0);
    expect(w.bodies()).toEqual([...Array.from({ length: 5 }, () => 'body of r-1'), 'body of r-2']);
    expect(w.lane(A)).toMatchObject({ delivered: 2, failed: 4, lastFault: { text: 'answered 503' } });
    expect(w.said.map(({ msg }) => msg)).toEqual(['a webhook does not take an event', 'a webhook takes events again']);
  });

  it('does not let one target wait for another, or for its disk', async () => {
    const w = await world(({ url }) => (url === A.url ? NEVER : ok));
    await w.add('r-1');
    await w.add('r-1', B);
    await w.add('r-2', B);
    await until('the other one delivered', () => w.lane(B)?.delivered === 2);
    expect(w.lane(A)).toMatchObject({ waiting: 1, delivered: 0, nextTryMs: null });
  });

  it('gives a try ten seconds', async () => {
    const w = await world((_, n) => (n === 1 ? NEVER : ok));
    await w.add('r-1');
    w.pass(9_999);
    expect(w.lane(A)).toMatchObject({ failed: 0 });
    w.pass(1);
    expect((await w.calm()).lastFault?.text).toBe('no answer within 10 s');
    w.pass(1_000);
    await until('delivered', () => w.outbox.waiting().length === 0);
  });

  it('waits as long as Retry-After says, where that is longer', async () => {
    const w = await world(() => ({ status: 429, retryAfter: '120' }));
    await w.add('r-1');
    expect((await w.calm()).nextTryMs! - w.clock.wallMs()).toBeCloseTo(120_000, 6);
  });

  it('gives up at once what is gone, and after five tries what is refused, and goes on with the next', async () => {
    const w = await world(({ body }) => ({ status: body === 'body of r-1' ? 410 : body === 'body of r-2' ? 422 : 200, retryAfter: null }));
    for (const id of ['r-1', 'r-2', 'r-3']) await w.add(id);
    for (let rest = 0; rest < 4; rest++) {
      await w.calm();
      w.pass(3_600_000);
    }
    await until('the last one', () => w.outbox.waiting().length === 0);
    expect(w.bodies()).toEqual(['body of r-1', ...Array.from({ length: 5 }, () => 'body of r-2'), 'body of r-3']);
    expect(w.outbox.dead().map(({ id, dead }) => [id, dead!.reason])).toEqual([['r-1', 'answered 410: it wants no events any more'], ['r-2', 'answered 422']]);
    expect(w.lane(A)).toMatchObject({ dead: 2, delivered: 1, failed: 6 });
  });

  it('gives up after a day all that waited as long, and keeps what is younger', async () => {
    const w = await world(() => Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) })));
    await w.add('r-1');
    await w.add('r-2');
    await w.calm();
    w.pass(GIVE_UP_MS / 2);
    await w.calm();
    await w.add('r-3');
    w.pass(GIVE_UP_MS / 2 - 1_000);
    await w.calm();
    expect(w.outbox.dead()).toEqual([]);
    w.pass(3_600_000);
    await until('the old ones given up', () => w.outbox.dead().length === 2);
    expect(w.outbox.dead().map(({ id, dead }) => [id, dead!.reason])).toEqual([['r-1', 'no answer (ECONNREFUSED)'], ['r-2', 'no answer (ECONNREFUSED)']]);
    expect(w.outbox.waiting().map(({ id }) => id)).toEqual(['r-3']);
  });

  it.each([
    [undefined, 'held back: environment variable SECRET is not set'], ['', 'held back: environment variable SECRET is not set'],
    ['whsec_%', 'held back: environment variable SECRET holds no base64 after whsec_'],
  ])('sends nothing unsigned that should be signed (%j), and says so once', async (secret, reason) => {
    const w = await world(() => ok, { secretOf: () => secret });
    await w.add('r-1', B);
    for (let n = 0; n < 3; n++) {
      expect((await w.calm(B)).lastFault?.text).toBe(reason);
      w.pass(3_600_000);
    }
    expect([w.sent, w.said.length, w.outbox.waiting().length]).toEqual([[], 1, 1]);
  });

  it('sends a dead letter again when asked, without waiting for the rest', async () => {
    let isUp = false;
    const w = await world(() => (isUp ? ok : { status: 410, retryAfter: null }));
    await w.add('r-1');
    await until('dead', () => w.outbox.dead().length === 1);
    isUp = true;
    await w.outbox.revive(keyOf('r-1', A), w.clock.wallMs());
    w.courier.hurry(keyOf('', A).slice(1));
    await until('delivered', () => w.lane(A)?.delivered === 1);
    expect(w.outbox.dead()).toEqual([]);
  });

  it('ends a try under way at a stop, and keeps its event', async () => {
    const w = await world(() => NEVER);
    await w.add('r-1');
    await w.courier.stop();
    expect(w.outbox.waiting().map(({ id }) => id)).toEqual(['r-1']);
    // The receiver is not to blame for it.
    expect([w.lane(A)?.failed, w.said]).toEqual([0, []]);
    expect(w.timers.size).toBe(0);
    await w.add('r-2');
    expect(w.sent).toHaveLength(1);
  });

  it('goes on in memory when the disk cannot keep up with it', async () => {
    const disk = playedDisk((step) => (step.startsWith('unlink r-1') ? 'EIO' : undefined));
    const w = await world(() => ok, {}, undefined, disk.files);
    await w.add('r-1');
    await w.add('r-2');
    await until('both delivered', () => w.lane(A)?.delivered === 2);
    expect(w.bodies()).toEqual(['body of r-1', 'body of r-2']);
    expect(w.said.map(({ msg }) => msg)).toEqual(['the outbox cannot be written; an event may be sent again']);
  });

  it('has a bounded number of tries at once', async () => {
    const w = await world(() => NEVER);
    for (let n = 0; n < 20; n++) await w.add('r-1', { url: `https://h${n}.test`, secretEnv: null });
    expect(w.sent).toHaveLength(16);
  });
});
