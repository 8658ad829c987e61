/** Stand-ins for everything a rollout touches, moved by hand: a store that fails, a road that is late, twins that refuse, counters, time. */
import { ManualClock } from '../../src/base/clock.js';
import { ServingError } from '../../src/base/error.js';
import type { KeptComparison } from '../../src/compare/comparison.js';
import type { ArmCounts } from '../../src/judge/evidence.js';
import { Ledger } from '../../src/lifecycle/ledger.js';
import type { VersionState } from '../../src/lifecycle/state.js';
import { Rollouts } from '../../src/rollout/engine.js';
import type { Rollout } from '../../src/rollout/document.js';
import type { SegmentReading } from '../../src/rollout/evidence.js';
import type { Plan } from '../../src/rollout/plan.js';
import type { Book, CounterMaker, Counters, Direction, Road, RolloutPorts, Twins } from '../../src/rollout/port.js';
import type { Sight } from '../../src/rollout/steer.js';
import type { Asked } from '../../src/rollout/verbs.js';
import { MemoryStore } from '../../src/state/memory.js';
import type { Document, Json, Listed, StateStore } from '../../src/state/store.js';

/** Lets everything that is due run; nothing here waits for time. */
export async function calm(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** full: the write does not happen; unsynced: it happens, and its writer is told that it may not last. */
export type StoreMood = 'well' | 'full' | 'unsynced';

export class MoodyStore implements StateStore {
  mood: StoreMood = 'well';
  writes = 0;
  constructor(private readonly inner: StateStore) {}
  read(key: string): Promise<Document | null> {
    return this.inner.read(key);
  }
  async compareAndSet(key: string, generation: number, value: Json): Promise<Document> {
    if (this.mood === 'full') throw new ServingError('state_failed', 'the disk is full');
    const written = await this.inner.compareAndSet(key, generation, value);
    this.writes += 1;
    if (this.mood === 'unsynced') throw new ServingError('state_failed', 'the folder cannot be synced');
    return written;
  }
  list(prefix: string): Promise<readonly Listed[]> {
    return this.inner.list(prefix);
  }
  watch(prefix: string, listener: (document: Document) => void): () => void {
    return this.inner.watch(prefix, listener);
  }
  close(): Promise<void> {
    return this.inner.close();
  }
}

export interface Sent extends Direction {
  readonly model: string;
}

export class HandRoad implements Road {
  readonly sent: Sent[] = [];
  readonly held: (() => void)[] = [];
  mood: 'open' | 'held' | 'blocked' = 'open';
  direct(model: string, direction: Direction): Promise<void> {
    if (this.mood === 'blocked') return Promise.reject(new ServingError('internal', 'the road is blocked'));
    this.sent.push({ model, ...direction });
    return this.mood === 'held' ? new Promise((resolve) => this.held.push(resolve)) : Promise.resolve();
  }
  /** What a model's front ends were told last, in a line. */
  last(model = 'm'): string {
    const sent = this.sent.filter((one) => one.model === model).at(-1);
    if (sent === undefined) return 'nothing';
    const { stable, split, held } = sent;
    const weights = split === null ? 'whole' : `${split.candidate} ${split.canaryWeight}/${split.controlWeight}${split.mirror === null ? '' : ' mirrored'} in ${split.segment}`;
    return `${stable}: ${weights}${held.length === 0 ? '' : `, not ${held.join()}`}`;
  }
}

/** Opens at once unless it is held. */
export class HandTwins implements Twins {
  readonly calls: string[] = [];
  readonly opening: ((refused: { readonly why: string } | null) => void)[] = [];
  readonly up = new Set<string>();
  isHeld = false;
  async open(model: string, version: number): Promise<{ readonly why: string } | null> {
    this.calls.push(`open ${model} ${version}`);
    const refused = this.isHeld ? await new Promise<{ readonly why: string } | null>((resolve) => this.opening.push(resolve)) : null;
    if (refused === null) this.up.add(model);
    return refused;
  }
  async close(model: string): Promise<void> {
    this.calls.push(`close ${model}`);
    this.up.delete(model);
    for (const resolve of this.opening.splice(0)) resolve({ why: 'called off' });
  }
  serves(model: string): boolean {
    return this.up.has(model);
  }
}

const NONE: ArmCounts = { units: 0, failures: 0, timed: 0, warmupTimed: 0, exceed: [0, 0, 0, 0] };
type Arm = 'stable' | 'control' | 'canary';

/** What front ends would have counted under one split. */
export class HandCounters implements Counters {
  readonly shared = { tallies: new SharedArrayBuffer(8), keys: new SharedArrayBuffer(8), mirror: null };
  readonly arms: Record<Arm, ArmCounts> = { stable: NONE, control: NONE, canary: NONE };
  pairs = { pairs: 0, disagreements: 0 };
  mirrorFaults = 0;
  latencies = 0;
  compared: KeptComparison | null = null;
  constructor(readonly model: string, readonly stable: number) {}
  add(arm: Arm, units: number, failures = 0): void {
    const before = this.arms[arm];
    this.arms[arm] = { ...before, units: before.units + units, failures: before.failures + failures };
  }
  read(): SegmentReading {
    const { stable, control } = this.arms;
    const health = { requests: stable.units + control.units, failed: stable.failures + control.failures };
    return { ...this.arms, health, mirror: this.pairs, floor: { pairs: 0, disagreements: 0 }, outputs: { checked: 0, nonFinite: 0 }, mirrorFaults: this.mirrorFaults };
  }
  comparison(): KeptComparison | null {
    return this.compared;
  }
  latencyUs(q: number): number {
    return q * 1000;
  }
  latencyCount(): number {
    return this.latencies;
  }
}

export class HandCounting implements CounterMaker {
  readonly made: HandCounters[] = [];
  readonly restored: (string | null)[] = [];
  open(_model: string, { keys }: Pick<Rollout, 'keys'>): Book {
    this.restored.push(keys);
    return { keys: new SharedArrayBuffer(8), slices: null, labels: null, saveKeys: () => `keys ${this.made.length}`, labelCounts: () => null };
  }
  counters(_book: unknown, model: string, stable: number): HandCounters {
    const made = new HandCounters(model, stable);
    this.made.push(made);
    return made;
  }
  /** Of the stretch that is on. */
  get now(): HandCounters {
    return this.made.at(-1)!;
  }
}

const PHASES: Readonly<Record<string, VersionState>> = {
  loading: { phase: 'loading', attempt: 1, attemptsMax: 1 },
  available: { phase: 'available', sinceMs: 0, health: '' },
  draining: { phase: 'draining' },
  end: { phase: 'end' },
  error: { phase: 'error', cause: new ServingError('load_failed', 'weights are cut short'), remedy: 'files' },
};
export type CopyPhase = keyof typeof PHASES & string;

export const by = (who: string, why = 'asked', generation: number | null = null): Asked => ({ who, why, generation });

/** One process: its engine and all that ends with it. Two of them on one store are a restart. */
export class House {
  readonly ledger: Ledger;
  readonly road = new HandRoad();
  readonly twins = new HandTwins();
  readonly counting = new HandCounting();
  readonly faults: string[] = [];
  readonly told: string[] = [];
  readonly resteered: string[] = [];
  readonly timers: { readonly atMs: number; readonly then: () => void }[] = [];
  readonly crashes = new Map<number, number>();
  readonly bytes = new Map<number, number>();
  readonly engine: Rollouts;
  private servingIds = 0;
  private readonly servingIdOf = new Map<string, number>();
  private ids = 0;

  constructor(readonly store: MoodyStore, readonly clock: ManualClock, readonly name = 'p') {
    this.ledger = new Ledger(clock);
    this.engine = new Rollouts(this.ports());
  }

  static fresh(): House {
    const clock = new ManualClock(1_000_000_000_000);
    return new House(new MoodyStore(new MemoryStore(clock)), clock);
  }

  /** The process after this one, as after a kill: nothing is handed over but the store. */
  async next(): Promise<House> {
    const house = new House(this.store, this.clock, `${this.name}p`);
    this.timers.length = 0;
    house.faults.push(...(await house.engine.open()));
    return house;
  }

  copy(version: number, phase: CopyPhase, model = 'm', fingerprint = `f${version}`): void {
    const key = `${model} ${version} ${fingerprint}`;
    if (phase === 'loading' || !this.servingIdOf.has(key)) this.servingIdOf.set(key, ++this.servingIds);
    this.ledger.record({ servingId: this.servingIdOf.get(key)!, model, version, fingerprint, state: PHASES[phase]! });
  }

  look(versions: readonly number[], plan: Plan | null, model = 'm'): Promise<readonly number[]> {
    const sight: Sight = { model, plan, onDisk: new Map(versions.map((version) => [version, `f${version}`])), pick: (present) => [Math.max(0, ...present)] };
    return this.engine.steer(sight).then(({ wanted }) => wanted);
  }

  async tick(ms = 100): Promise<void> {
    this.clock.advanceUs(ms * 1000);
    for (const timer of this.timers.splice(0)) timer.then();
    await calm();
  }

  phase(model = 'm'): string {
    return this.engine.view(model).rollout?.phaseText ?? 'none';
  }

  private ports(): RolloutPorts {
    return {
      store: this.store, ledger: this.ledger, road: this.road, twins: this.twins, counting: this.counting, clock: this.clock,
      after: (delayMs, then) => {
        const timer = { atMs: this.clock.wallMs() + delayMs, then };
        this.timers.push(timer);
        return () => void this.timers.splice(this.timers.indexOf(timer), 1);
      },
      newId: () => `${this.name}${++this.ids}`,
      crashes: (_model, version) => this.crashes.get(version) ?? 0,
      memoryBytes: (_model, version) => this.bytes.get(version) ?? 0,
      resteer: (model) => void this.resteered.push(model),
      told: ({ model, transitions }) => this.told.push(...transitions.map(({ transition }) => `${model} ${transition.to}`)),
      record: () => undefined,
      fault: (_model, fault) => void this.faults.push(fault instanceof Error ? fault.message : String(fault)),
    };
  }
}

/** A house whose model has version 1 stable, and version 2 up as the candidate of a fresh rollout; ticked until it is judged. */
export async function rolling(plan: Plan, house = House.fresh()): Promise<House> {
  house.copy(1, 'available');
  await house.look([1], plan);
  await calm();
  await house.look([1, 2], plan);
  house.copy(2, 'loading');
  house.copy(2, 'available');
  await house.tick();
  await house.tick();
  return house;
}
