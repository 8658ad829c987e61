import { describe, expect, it } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import { TICKET } from '../../src/memory/ticket.js';
import type { Phase } from '../../src/serving/request.js';
import { Ask, World, admissionOf, nothing, queuePolicy, signatureOf, simpleSignature, type WorldOptions } from '../support/world.js';

function refusal(what: () => unknown): string {
  try {
    what();
  } catch (thrown) {
    if (thrown instanceof ServingError) return `${thrown.reason}: ${thrown.message}`;
    throw thrown;
  }
  return 'nothing was thrown';
}

const outcomes = (asks: readonly Ask[]): string[] => asks.map((ask) => ask.outcome);

describe('a request', () => {
  it('goes out, is batched with others, comes back with its own rows, and leaves nothing behind', () => {
    const world = new World();
    const asks = [world.ask([1]), world.ask([2, 3]), world.ask([4])];
    world.turn();
    expect(asks.map(({ values, shape }) => [values, shape])).toEqual([[[2], [1, 1]], [[3, 4], [2, 1]], [[5], [1, 1]]]);
    expect(outcomes(asks)).toEqual(['ok', 'ok', 'ok']);
    expect(world.settled.map(({ fault }) => fault)).toEqual([null, null, null]);
    expect(world.leaks()).toEqual(nothing(world));
  });

  it('keeps its answer until it is released, however many come after it', () => {
    const world = new World({ outputBytes: 4096 });
    const kept = world.ask([41], { keep: true });
    world.turn();
    for (let k = 0; k < 50; k++) {
      world.ask([k]);
      world.turn();
    }
    const { request } = kept;
    const from = request.outputOffset(0);
    expect(new Float32Array(Uint8Array.from(request.outputMemory().subarray(from, from + 4)).buffer)[0]).toBe(42);
    request.release();
    expect(world.leaks()).toEqual(nothing(world));
  });

  it('is refused where the server has no place, no memory, or no room in the queue, and nothing is kept', () => {
    const few = new World({ tickets: 2 });
    few.ask([1]);
    few.ask([1]);
    expect(refusal(() => few.ask([1]))).toContain('queue_full: the server has as many requests in flight as it may');
    const small = new World({ arenaBytes: 4096, signature: simpleSignature(64, 64) });
    expect(refusal(() => small.ask(Array.from({ length: 64 * 64 }, () => 0)))).toContain('memory_full: request memory has no room');
    const tight = new World({ admission: admissionOf({ queue: { queueSizeMax: 2 } }) });
    tight.ask([1]);
    tight.ask([1]);
    expect(refusal(() => tight.ask([1]))).toBe("queue_full: Exceeds maximum queue size of 2 for model 'm'");
    for (const world of [few, small, tight]) {
      world.turn();
      expect(world.leaks()).toEqual(nothing(world));
    }
  });

  it('fails alone where the model fails on it', () => {
    const world = new World({ script: { failOn: 666 } });
    const asks = [world.ask([1]), world.ask([666]), world.ask([3])];
    world.turn();
    expect(outcomes(asks)).toEqual(['ok', 'backend_failed', 'ok']);
    expect(asks[1]!.fault!.message).toContain("inference failed for model 'm' version 1");
    expect(world.leaks()).toEqual(nothing(world));
  });
});

describe('time', () => {
  it('a queue timeout refuses what still waits, on the moment', () => {
    const world = new World({ policy: { maxBatchSize: 8, maxQueueDelayUs: 1e6 }, admission: admissionOf({ queue: { defaultTimeoutUs: 100_000 } }) });
    const ask = world.ask([1]);
    world.turn();
    world.pass(99_999);
    expect(ask.count).toBe(0);
    world.pass(1);
    expect(`${ask.fault!.reason}: ${ask.fault!.message}`).toBe('queue_timeout: Request timeout expired');
    world.turn();
    expect(world.leaks()).toEqual(nothing(world));
  });

  it('the shorter of its own timeout and the default counts', () => {
    const timeouts = [[1000, 100, 100], [1000, 5000, 1000], [1000, 0, 1000], [0, 100, 100]] as const;
    for (const [defaultTimeoutUs, timeoutUs, expected] of timeouts) {
      const world = new World({ policy: { maxBatchSize: 8, maxQueueDelayUs: 1e6 }, admission: admissionOf({ queue: { defaultTimeoutUs } }) });
      const ask = world.ask([1], { timeoutUs });
      world.pass(expected - 1);
      expect(ask.count).toBe(0);
      world.pass(1);
      expect(ask.outcome).toBe('queue_timeout');
    }
  });

  it('a timeout that delays refuses nobody', () => {
    const world = new World({
      policy: { maxBatchSize: 8, maxQueueDelayUs: 1e6, delayExpired: true },
      admission: admissionOf({ queue: { defaultTimeoutUs: 100, timeoutAction: 'delay' } }),
    });
    const ask = world.ask([1]);
    world.pass(1000);
    expect(ask.count).toBe(0);
    world.pass(1e6);
    world.turn();
    expect(ask.outcome).toBe('ok');
  });

  it('a deadline answers also what is running, once, and the late answer is dropped', () => {
    const world = new World();
    const ask = world.ask([1], { deadlineUs: world.clock.nowUs() + 500 });
    world.loops[0]!.step(false);
    world.pass(500);
    expect(ask.outcome).toBe('deadline_exceeded');
    expect(world.front.openRequests).toBe(1);
    world.turn();
    expect(ask.count).toBe(1);
    expect(world.leaks()).toEqual(nothing(world));
  });

  it('a queue timeout does not touch what left the queue in time', () => {
    const world = new World({ admission: admissionOf({ queue: { defaultTimeoutUs: 100 } }) });
    const ask = world.ask([1], { deadlineUs: world.clock.nowUs() + 900 });
    world.loops[0]!.step(false);
    world.pass(200);
    expect(ask.count).toBe(0);
    expect(world.alarms[0]).toBe(world.clock.nowUs() + 700);
    world.turn();
    expect(ask.outcome).toBe('ok');
    expect(world.leaks()).toEqual(nothing(world));
  });

  it('a deadline that has passed is refused at once, and the default counts where none is given', () => {
    const world = new World({ defaultTimeoutUs: 300, policy: { maxBatchSize: 8, maxQueueDelayUs: 1e6 } });
    expect(refusal(() => world.ask([1], { deadlineUs: world.clock.nowUs() }))).toContain('deadline_exceeded');
    const ask = world.ask([1]);
    world.pass(300);
    expect(ask.outcome).toBe('deadline_exceeded');
  });

  it('goes on with the next deadline when the first was met', () => {
    const world = new World({ policy: { maxBatchSize: 2, maxQueueDelayUs: 1e6 } });
    const first = world.ask([1], { deadlineUs: world.clock.nowUs() + 100 });
    const other = world.ask([1, 2], { deadlineUs: world.clock.nowUs() + 200 });
    first.request.abandon();
    world.pass(100);
    expect(other.count).toBe(0);
    world.pass(100);
    expect(other.outcome).toBe('deadline_exceeded');
    expect(first.count).toBe(0);
  });
});

/** Brings a request into a phase. */
const REACH: Readonly<Record<Exclude<Phase, 'free'>, (world: World) => Ask>> = {
  filling: (world) => new Ask(world.front.open(world.front.resolve('m', '', ''), 4, 0), { keep: true }),
  queued: (world) => world.ask([1], { keep: true, deadlineUs: world.clock.nowUs() + 50 }),
  held: (world) => {
    world.ask([7]);
    const ask = world.ask(Array.from({ length: 16 }, () => 1), { keep: true, shape: [8, 2], deadlineUs: world.clock.nowUs() + 50 });
    world.turn();
    return ask;
  },
  late: (world) => {
    const ask = world.ask([1], { keep: true, deadlineUs: world.clock.nowUs() + 50 });
    world.pass(50);
    return ask;
  },
  abandoned: (world) => {
    const ask = world.ask([1], { keep: true });
    ask.request.abandon();
    return ask;
  },
  answered: (world) => {
    const ask = world.ask(Array.from({ length: 16 }, () => 1), { keep: true, shape: [8, 2] });
    world.turn();
    return ask;
  },
};

const EVENTS: Readonly<Record<string, (world: World, ask: Ask) => void>> = {
  nothing: () => undefined,
  'the caller goes away': (_, { request }) => request.abandon(),
  'the caller goes away twice': (_, { request }) => {
    request.abandon();
    request.abandon();
  },
  'the codec fails': (_, { request }) => request.abandon(new ServingError('malformed_body', 'no')),
  'time runs out': (world) => world.pass(100),
  'time runs out, then the caller goes away': (world, { request }) => {
    world.pass(100);
    request.abandon();
  },
  'an instance answers': (world) => world.turn(),
  'the version dies': (world) => world.die(),
  'the version is taken back': (world) => world.install([]),
};

/** A model of variable width: one row waits for its delay, eight rows of another width run at once. */
const variable: WorldOptions = {
  signature: signatureOf([['x', 'FP32', [-1]]], [['y', 'FP32', [-1]]], 8),
  policy: { maxBatchSize: 8, preferredSizes: [8], maxQueueDelayUs: 1000 },
};

describe('whatever happens in whatever phase', () => {
  for (const preserveOrdering of [false, true]) {
    for (const [phase, reach] of Object.entries(REACH)) {
      if (phase === 'held' && !preserveOrdering) continue;
      for (const [name, event] of Object.entries(EVENTS)) {
        it(`${phase}${preserveOrdering ? ' in order' : ''}: ${name}: settled at most once, and nothing leaks`, () => {
          const world = new World({ ...variable, admission: admissionOf({ preserveOrdering }) });
          const ask = reach(world);
          expect(ask.request.phase).toBe(phase);
          event(world, ask);
          finish(world, ask);
          expect(world.leaks()).toEqual(nothing(world));
        });
      }
    }
  }

  /** Lets everything run out, and does what a codec does with what was settled. */
  function finish(world: World, ask: Ask): void {
    if (ask.request.phase === 'filling') ask.request.abandon();
    world.pass(2000);
    world.turn();
    expect(ask.count).toBeLessThanOrEqual(1);
    if (ask.count === 1 && ask.request.phase !== 'free') ask.request.abandon();
    world.turn();
  }
});

describe('answers in the order of requests', () => {
  const ordered = (more: WorldOptions = {}): World =>
    new World({ ...variable, admission: admissionOf({ preserveOrdering: true }), ...more });

  it('wait for the first one', () => {
    const world = ordered();
    const order: number[] = [];
    world.ask([1], { shape: [1, 1], onSettled: () => order.push(1) });
    const second = world.ask(Array.from({ length: 16 }, (_, k) => k), { shape: [8, 2], onSettled: () => order.push(2) });
    world.turn();
    expect(order).toEqual([]);
    world.pass(1000);
    world.turn();
    expect(order).toEqual([1, 2]);
    expect(second.values).toEqual(Array.from({ length: 16 }, (_, k) => k + 1));
    expect(world.leaks()).toEqual(nothing(world));
  });

  it('do not hold the memory of the instance that they wait for', () => {
    // Far more runs than an instance has slabs; if answers held them, the instance would wait for itself for ever.
    const world = ordered({ tickets: 256 });
    const first = world.ask([1], { shape: [1, 1] });
    const others = Array.from({ length: 200 }, (_, k) => {
      const ask = world.ask(Array.from({ length: 16 }, () => k), { shape: [8, 2] });
      world.turn();
      return ask;
    });
    expect(first.count).toBe(0);
    world.pass(1000);
    world.turn();
    expect(first.outcome).toBe('ok');
    expect(others.every((ask, k) => ask.outcome === 'ok' && ask.values.every((value) => value === k + 1))).toBe(true);
    expect(world.leaks()).toEqual(nothing(world));
  });

  it('go on when the first one gives up or runs out of time, each answered once', () => {
    for (const end of ['abandon', 'deadline'] as const) {
      const world = ordered();
      const order: string[] = [];
      const first = world.ask([1], { shape: [1, 1], deadlineUs: world.clock.nowUs() + 100, onSettled: () => order.push('first') });
      const asks = [0, 1, 2].map((k) => world.ask(Array.from({ length: 16 }, () => k), { shape: [8, 2], onSettled: () => order.push(String(k)) }));
      world.turn();
      if (end === 'abandon') first.request.abandon();
      else world.pass(100);
      expect(order).toEqual(end === 'abandon' ? ['0', '1', '2'] : ['first', '0', '1', '2']);
      expect(outcomes(asks)).toEqual(['ok', 'ok', 'ok']);
      world.turn();
      expect(world.leaks()).toEqual(nothing(world));
    }
  });
});

describe('versions', () => {
  it('are named, or the default is taken, and unknown ones are refused', () => {
    const world = new World();
    world.install([world.entry(1), world.entry(2)]);
    const { front } = world;
    expect([front.resolve('m', '', '').version, front.resolve('m', '1', '').version]).toEqual([2, 1]);
    expect(refusal(() => front.resolve('m', '3', ''))).toContain('version_not_found');
    expect(refusal(() => front.resolve('n', '', ''))).toBe("model_not_found: Request for unknown model: 'n' is not found");
    expect([front.modelReady('m', ''), front.modelReady('m', '2'), front.modelReady('m', '3'), front.modelReady('m', '2e0')]).toEqual([true, true, false, false]);
    front.draining = true;
    expect(refusal(() => front.resolve('m', '', ''))).toContain('draining');
  });

  it('that are taken back serve what they have and report when it is gone', () => {
    const world = new World();
    const ask = world.ask([1]);
    world.install([world.entry(2)]);
    expect(world.drained).toEqual([]);
    world.turn();
    expect(ask.outcome).toBe('ok');
    expect(world.drained).toEqual([{ front: 0, servingId: 1 }]);
    world.install([]);
    expect(world.drained).toEqual([{ front: 0, servingId: 1 }, { front: 0, servingId: 2 }]);
  });

  it('that come back before they were drained are the same ones', () => {
    const world = new World();
    const ask = world.ask([1]);
    world.install([]);
    world.install([world.entry(1)]);
    world.install([]);
    expect(world.drained).toEqual([]);
    world.turn();
    expect(ask.outcome).toBe('ok');
    expect(world.drained).toEqual([{ front: 0, servingId: 1 }]);
  });

  it('that died answer what waits, refuse what comes, and settle nothing twice', () => {
    const world = new World();
    const waiting = world.ask([1]);
    const filling = world.front.open(world.front.resolve('m', '', ''), 4, 0);
    world.die();
    world.die();
    expect(waiting.outcome).toBe('instance_failed');
    expect(refusal(() => world.ask([2]))).toContain('instance_failed');
    filling.abandon();
    expect(world.leaks()).toEqual(nothing(world));
  });

  it('that died before the table named them are known as dead', () => {
    const world = new World();
    world.install([]);
    world.front.failVersion(1);
    world.install([world.entry(5)]);
    expect(refusal(() => world.ask([1]))).toContain('instance_failed');
    expect(world.leaks()).toEqual(nothing(world));
  });
});

describe('priorities', () => {
  const levels = (more: Partial<Parameters<typeof admissionOf>[0]> = {}) => admissionOf({ priorityLevels: 2, defaultPriority: 2, ...more });

  it('let the first level go first, and take the default where none or nonsense is asked', () => {
    const world = new World({ policy: { maxBatchSize: 1 }, signature: simpleSignature(1), admission: levels() });
    const order: string[] = [];
    const asked = [['none', 0], ['second', 2], ['first', 1], ['beyond', 9], ['below', -3]] as const;
    for (const [name, priority] of asked) world.ask([1], { priority, onSettled: () => order.push(name) });
    expect(world.exchange.get(0, TICKET.rows)).toBe(1);
    world.turn();
    expect(order).toEqual(['first', 'none', 'second', 'beyond', 'below']);
  });

  it('have bounds and timeouts of their own', () => {
    const own = queuePolicy({ queueSizeMax: 1, defaultTimeoutUs: 100 });
    const world = new World({
      policy: { maxBatchSize: 8, maxQueueDelayUs: 1e6 },
      admission: levels({ queue: { queueSizeMax: 2 }, queueByPriority: new Map([[1, own]]) }),
    });
    const first = world.ask([1], { priority: 1 });
    expect(refusal(() => world.ask([1], { priority: 1 }))).toContain('Exceeds maximum queue size of 1');
    const others = [world.ask([1]), world.ask([1])];
    expect(refusal(() => world.ask([1]))).toContain('Exceeds maximum queue size of 2');
    world.pass(100);
    expect([first.outcome, ...others.map(({ count }) => count)]).toEqual(['queue_timeout', 0, 0]);
    world.pass(1e6);
    world.turn();
    expect(outcomes(others)).toEqual(['ok', 'ok']);
    expect(world.leaks()).toEqual(nothing(world));
  });
});

it('refuses what is sent while the server drains, and keeps nothing', () => {
  const world = new World();
  const request = world.front.open(world.front.resolve('m', '', ''), 4, 0);
  request.place(0, 'FP32', [1, 1], 4);
  world.front.draining = true;
  expect(refusal(() => request.send({ settled: () => undefined }))).toContain('draining');
  request.abandon();
  expect(world.leaks()).toEqual(nothing(world));
});
