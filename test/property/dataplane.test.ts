/**
 * The data plane under thousands of random schedules: fronts and instances of one version stepped in any order, with
 * callers that go away, time that runs out, models that fail, instances that die in the middle of a run, and versions
 * that are taken back. Whatever the order: every request is settled once or given up, rows come home unmixed, lines
 * keep their order, and all memory comes back. A failure names its seed; `only` runs one again.
 */
import { describe, expect, it } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import { createRandom } from '../../src/base/random.js';
import { Former } from '../../src/batch/former.js';
import { handBackHeld } from '../../src/instance/host.js';
import { INSTANCE } from '../../src/memory/layout.js';
import { World, admissionOf, fakeSession, nothing, queuePolicy, signatureOf, type Ask, type WorldOptions } from '../support/world.js';

const SCHEDULES = 400;
const STEPS = 120;
const POISON = 666;
const only: number | null = null;

const signature = signatureOf([['x', 'FP32', [-1]]], [['y', 'FP32', [-1]]], 4);
const session = fakeSession(signature, { failOn: POISON });

interface Sent {
  readonly ask: Ask;
  readonly number: number;
  readonly line: string;
  readonly values: readonly number[];
  abandoned: boolean;
}

class Schedule {
  readonly world: World;
  private readonly random: () => number;
  private readonly sent: Sent[] = [];
  private readonly kept: Sent[] = [];
  private readonly settledOf = new Map<string, number[]>();
  private readonly retired: number[] = [];
  private servingId = 1;
  private undrained = 0;

  constructor(seed: number, private readonly options: WorldOptions) {
    this.random = createRandom(seed);
    this.world = new World({ frontEnds: 2, instances: 2, tickets: 16, arenaBytes: 1 << 14, signature, session, ...options });
  }

  private pick(count: number): number {
    return Math.floor(this.random() * count);
  }

  run(): void {
    for (let k = 0; k < STEPS; k++) this.step();
    this.wind();
    this.judge();
  }

  private step(): void {
    const { world } = this;
    const chance = this.random();
    if (chance < 0.4) return this.ask();
    if (chance < 0.65) return this.work();
    if (chance < 0.8) return this.drain(this.pick(2));
    if (chance < 0.86) return this.leave();
    if (chance < 0.92) return world.pass(this.pick(400));
    if (chance < 0.96) return this.crash(this.pick(2));
    if (chance < 0.98) return this.release();
    this.replace();
  }

  private ask(): void {
    const { world } = this;
    const rows = 1 + this.pick(3);
    const width = 1 + this.pick(2);
    const priority = this.pick(4);
    const number = this.sent.length;
    const poisoned = this.random() < 0.05;
    const values = Array.from({ length: rows * width }, (_, k) => (poisoned && k === 0 ? POISON : number * 1000 + k));
    const front = this.pick(2);
    const level = (this.options.admission?.priorityLevels ?? 1) > 1 ? (priority === 0 || priority > 2 ? 2 : priority) : 0;
    // Another load is another line.
    const line = this.options.admission?.preserveOrdering === true ? `${front}/${this.servingId}` : `${front}/${this.servingId}/${width}/${level}`;
    const keep = this.random() < 0.1 && this.kept.length < 8;
    let sent: Sent | null = null;
    const settled = (): void => {
      if (sent === null) throw new ServingError('internal', 'settled before it was sent');
      const list = this.settledOf.get(line) ?? [];
      if (sent.ask.fault === null || sent.ask.fault.reason === 'backend_failed') list.push(number);
      this.settledOf.set(line, list);
      if (keep) this.kept.push(sent);
    };
    try {
      const ask = world.ask(values, {
        front, priority, keep, shape: [rows, width], onSettled: settled,
        timeoutUs: this.random() < 0.2 ? 1 + this.pick(300) : 0,
        deadlineUs: this.random() < 0.2 ? world.clock.nowUs() + 1 + this.pick(500) : 0,
      });
      sent = { ask, number, line, values, abandoned: false };
      this.sent.push(sent);
    } catch (thrown) {
      if (!(thrown instanceof ServingError) || !['queue_full', 'memory_full', 'model_not_found'].includes(thrown.reason)) throw thrown;
    }
  }

  /** An instance waits for readers of its memory when too many do not come; here nobody else could. */
  private work(): void {
    if (this.undrained > 40) this.world.fronts.forEach((_, k) => this.drain(k));
    if (this.world.loops[this.pick(2)]!.step(false) > 0) this.undrained += 1;
  }

  private drain(front: number): void {
    this.world.fronts[front]!.drain();
    if (!this.world.fronts.some((_, k) => this.world.exchange.hasDone(k))) this.undrained = 0;
  }

  private leave(): void {
    const open = this.sent.filter(({ ask, abandoned }) => ask.count === 0 && !abandoned);
    if (open.length === 0) return;
    const one = open[this.pick(open.length)]!;
    one.abandoned = true;
    one.ask.request.abandon();
  }

  private release(): void {
    this.kept.shift()?.ask.request.release();
  }

  /** An instance takes a run and its thread ends; the host answers for what it held. */
  private crash(index: number): void {
    const { world } = this;
    const formed = world.queue.take(new Former(world.policy, world.policy.maxBatchSize), index + 1, world.clock.nowUs(), world.policy.delayExpired);
    const words = world.words[index]!;
    for (let k = 0; k < formed.count; k++) words[INSTANCE.ids + k] = formed.ids[k]!;
    words[INSTANCE.held] = formed.count;
    if (formed.count > 0 && this.random() < 0.5) world.slabs[index]!.lease(64, formed.count);
    handBackHeld(words, world.exchange);
  }

  /** A reload: another load of the same queue, or for a while none. */
  private replace(): void {
    this.retired.push(this.servingId);
    this.servingId += 1;
    if (this.random() < 0.3) this.world.install([]);
    this.world.install([this.world.entry(this.servingId)]);
  }

  /** Lets everything come to its end. */
  private wind(): void {
    for (let k = 0; k < 8; k++) {
      this.world.turn();
      while (this.kept.length > 0) this.release();
      this.world.pass(1000);
    }
  }

  private judge(): void {
    const { world } = this;
    for (const { ask, abandoned, values, number } of this.sent) {
      expect(ask.count, `request ${number} was settled`).toBe(abandoned ? 0 : 1);
      if (ask.count === 0 || ask.fault !== null) continue;
      expect(ask.values).toEqual(values.map((value) => Math.fround(value + 1)));
    }
    expect(world.leaks()).toEqual(nothing(world));
    for (const [line, numbers] of this.settledOf) expect(numbers, `order of line ${line}`).toEqual([...numbers].sort((a, b) => a - b));
    for (const front of [0, 1]) {
      const drained = world.drained.filter((each) => each.front === front).map(({ servingId }) => servingId);
      expect(drained.sort((a, b) => a - b)).toEqual(this.retired);
    }
  }
}

const WORLDS: Readonly<Record<string, WorldOptions>> = {
  'at once': {},
  'with a delay and preferred sizes': { policy: { maxBatchSize: 4, preferredSizes: [2, 4], maxQueueDelayUs: 200 } },
  'padded to allowed sizes': { policy: { maxBatchSize: 4, allowedSizes: [2, 4] } },
  'without dynamic batching': { policy: { maxBatchSize: 4, dynamic: false, preferredSizes: [] } },
  'in order': { policy: { maxBatchSize: 4, preferredSizes: [4], maxQueueDelayUs: 300 }, admission: admissionOf({ preserveOrdering: true }) },
  'with priorities, bounds and timeouts': {
    policy: { maxBatchSize: 4, maxQueueDelayUs: 100 },
    admission: admissionOf({
      priorityLevels: 2, defaultPriority: 2, queue: { queueSizeMax: 12, defaultTimeoutUs: 350 },
      queueByPriority: new Map([[1, queuePolicy({ queueSizeMax: 5, defaultTimeoutUs: 150 })]]),
    }),
  },
};

describe('any schedule', () => {
  for (const [name, options] of Object.entries(WORLDS)) {
    it(name, () => {
      for (let seed = only ?? 1; seed <= (only ?? SCHEDULES); seed++) {
        try {
          new Schedule(seed, options).run();
        } catch (thrown) {
          throw new Error(`seed ${seed}: ${(thrown as Error).message}`, { cause: thrown });
        }
      }
    });
  }
});
