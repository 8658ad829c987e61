/** Instances on real threads, over the scripted engine; threads run the built files. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import type { FakeScript } from '../../src/backend/fake.js';
import { InstanceGroup, type After, type Health } from '../../src/instance/group.js';
import type { InstanceSetup } from '../../src/instance/message.js';
import { ThreadPool } from '../../src/instance/pool.js';
import { LAYOUT_NUMBER } from '../../src/memory/layout.js';
import { optionsFor } from '../support/engine-contract.js';
import { World, nothing, writeFake } from '../support/world.js';

const CRASH = 667;
const folders: string[] = [];
const pool = new ThreadPool(1, false);
afterAll(() => pool.close());
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

interface Threads {
  readonly world: World;
  readonly group: InstanceGroup;
  readonly health: Health[];
  readonly progress: string[];
  readonly folder: string;
}

const WINDOW_MS = 60_000;

const soon: After = (delayMs, then) => {
  const timer = setTimeout(then, Math.min(delayMs, 5));
  return () => clearTimeout(timer);
};

/** A group that is not started; `broken` instances get a model that does not load. */
function groupOf(instances: number, script: Partial<FakeScript>, restarts = 5, broken = -1, after: After = soon): Threads {
  const folder = mkdtempSync(join(tmpdir(), 'group-'));
  folders.push(folder);
  const world = new World({ instances, frontEnds: 1 });
  world.loops.length = 0;
  const modelPath = writeFake(folder, world.signature, script);
  const brokenPath = join(folder, 'broken.json');
  writeFileSync(brokenPath, JSON.stringify({ inputs: [], outputs: [], failLoad: 'no such weights' }));
  const { exchange, route, arenas, signature, policy } = world;
  const setups: InstanceSetup[] = route.instances.map(({ words, output }, index) => ({
    layout: LAYOUT_NUMBER, model: 'm', version: 1, index, engine: 'fake', modelPath: index === broken ? brokenPath : modelPath,
    open: optionsFor('cpu'), signature, policy, warmup: [], probes: [], requestsMax: policy.maxBatchSize, watchUs: 0, exchange: exchange.memory,
    frontEnds: exchange.frontEnds, ticketsPerFrontEnd: exchange.ticketsPerFrontEnd, arenas: arenas.map(({ memory }) => memory),
    queue: route.queue, words, output, stats: route.stats,
  }));
  const progress: string[] = [];
  const health: Health[] = [];
  const group = new InstanceGroup(
    setups, route, exchange, world.queue, { restarts, windowMs: WINDOW_MS },
    { warming: (done, total) => progress.push(`${done}/${total}`), log: () => undefined, probed: () => undefined, restarted: () => progress.push('restarted'), died: () => undefined },
    after,
    () => world.clock.nowUs() / 1000,
    pool,
  );
  group.onHealth((each) => {
    health.push(each);
    if (each.failed !== null) world.front.failVersion(route.id);
  });
  return { world, group, health, progress, folder };
}

async function until(world: World, condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise(setImmediate);
    world.front.drain();
  }
}

it('starts together, warms up every size, serves on all, and leaves when asked', async () => {
  const { world, group, progress } = groupOf(2, {});
  await group.start(new AbortController().signal);
  expect(group.health()).toEqual({ serving: 2, total: 2, failed: null });
  expect(progress).toContain('16/16');
  const asks = Array.from({ length: 40 }, (_, k) => world.ask([k]));
  await until(world, () => asks.every(({ count }) => count === 1));
  expect(asks.map(({ values }) => values[0])).toEqual(asks.map((_, k) => k + 1));
  await group.leave();
  expect(world.leaks()).toEqual(nothing(world));
});

it('starts all or nothing', async () => {
  const { group } = groupOf(2, {}, 5, 1);
  await expect(group.start(new AbortController().signal)).rejects.toMatchObject({ reason: 'load_failed', message: 'no such weights' });
  expect(group.health().serving).toBe(0);
});

it('is called off while it starts', async () => {
  const { group } = groupOf(1, {});
  await expect(group.start(AbortSignal.abort())).rejects.toMatchObject({ reason: 'load_failed', message: 'no longer wanted' });
  expect(group.health().serving).toBe(0);
});

it('loses with a thread exactly what it held, and comes back', async () => {
  const { world, group, health, progress } = groupOf(1, { crashOn: CRASH });
  await group.start(new AbortController().signal);
  const held = [world.ask([CRASH, CRASH]), world.ask([1])];
  await until(world, () => held[0]!.count === 1);
  expect(held[0]!.outcome).toBe('instance_failed');
  await until(world, () => progress.includes('restarted') && held[1]!.count === 1);
  // The second was in the same run, or waits for the new thread.
  expect(['ok', 'instance_failed']).toContain(held[1]!.outcome);
  const after = world.ask([5]);
  await until(world, () => after.count === 1);
  expect(after.values).toEqual([6]);
  expect(health.map(({ serving }) => serving)).toEqual([0, 1]);
  await group.leave();
  expect(world.leaks()).toEqual(nothing(world));
});

it('serves on with one less when its restarts are spent, and fails when nobody is left', async () => {
  const { world, group, health } = groupOf(2, { crashOn: CRASH }, 0);
  await group.start(new AbortController().signal);
  const first = world.ask([CRASH]);
  await until(world, () => health.length === 1 && first.count === 1);
  expect(group.health()).toEqual({ serving: 1, total: 2, failed: null });
  const between = world.ask([5]);
  await until(world, () => between.count === 1);
  expect(between.values).toEqual([6]);
  const last = world.ask([CRASH]);
  await until(world, () => group.health().failed !== null && last.count === 1);
  expect(group.health().failed).toContain('every instance died');
  expect(() => world.ask([1])).toThrow('send it again');
  await group.leave();
  expect(world.leaks()).toEqual(nothing(world));
});

it('is whole again once the window of its spent restarts has passed', async () => {
  const waiting: { delayMs: number; then: () => void }[] = [];
  const held: After = (delayMs, then) => {
    if (delayMs < 1000) return soon(delayMs, then);
    waiting.push({ delayMs, then });
    return () => undefined;
  };
  const { world, group, health, progress } = groupOf(2, { crashOn: CRASH }, 1, -1, held);
  await group.start(new AbortController().signal);
  const first = world.ask([CRASH]);
  await until(world, () => progress.includes('restarted') && first.count === 1);
  world.clock.advanceUs(20_000_000);
  const second = world.ask([CRASH]);
  await until(world, () => waiting.length === 1 && second.count === 1);
  expect(waiting[0]!.delayMs).toBe(WINDOW_MS - 20_000);
  expect(group.health()).toEqual({ serving: 1, total: 2, failed: null });
  world.clock.advanceUs(waiting[0]!.delayMs * 1000);
  waiting[0]!.then();
  await until(world, () => group.health().serving === 2);
  expect(health.map(({ serving }) => serving)).toEqual([1, 2, 1, 2]);
  const after = world.ask([5]);
  await until(world, () => after.count === 1);
  expect(after.values).toEqual([6]);
  await group.leave();
  expect(world.leaks()).toEqual(nothing(world));
});

it('waits for the present run when asked to leave', async () => {
  const gate = join(tmpdir(), `gate-${process.pid}`);
  const { world, group } = groupOf(1, { gate });
  await group.start(new AbortController().signal);
  writeFileSync(gate, '');
  const ask = world.ask([1]);
  await until(world, () => world.queue.depth === 0);
  let gone = false;
  const left = group.leave().then(() => (gone = true));
  for (let k = 0; k < 20; k++) await new Promise(setImmediate);
  expect(gone).toBe(false);
  rmSync(gate);
  await left;
  await until(world, () => ask.count === 1);
  expect(ask.outcome).toBe('ok');
  expect(world.leaks()).toEqual(nothing(world));
});
