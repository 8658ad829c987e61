/** Stand-ins for everything the lifecycle touches, moved by hand. They hold the books that the promises are checked on. */
import { ManualClock } from '../../src/base/clock.js';
import { ServingError } from '../../src/base/error.js';
import { Ledger } from '../../src/lifecycle/ledger.js';
import type { LoadedVersion, Loader, LoadProgress, VersionSpec } from '../../src/lifecycle/loader.js';
import { Manager } from '../../src/lifecycle/manager.js';
import {
  DEFAULT_LIFECYCLE, type AspiredModel, type AspiredVersion, type Budget, type Exposure, type LifecycleOptions, type Pause, type Served,
} from '../../src/lifecycle/port.js';

export interface Config {
  readonly bytes: number;
}
export type Route = string;

export class HandPause implements Pause {
  readonly timers: { readonly delayMs: number; readonly wake: () => void }[] = [];
  after(delayMs: number, wake: () => void): () => void {
    const timer = { delayMs, wake };
    this.timers.push(timer);
    return () => {
      const at = this.timers.indexOf(timer);
      if (at >= 0) this.timers.splice(at, 1);
    };
  }
  fire(at = 0): void {
    this.timers.splice(at, 1)[0]?.wake();
  }
}

export class BookBudget implements Budget {
  readonly held = new Map<string, number>();
  constructor(public bytesMax = Infinity) {}
  reserve(owner: string, estimate: Readonly<Record<string, number>>): ReturnType<Budget['reserve']> {
    if (this.held.has(owner)) throw new RangeError(`${owner} reserves twice`);
    const bytes = estimate['cpu'] ?? 0;
    const used = [...this.held.values()].reduce((sum, part) => sum + part, 0);
    if (used + bytes > this.bytesMax) return { state: 'refused', text: `${owner} needs ${bytes}; choose the resource-preserving policy` };
    this.held.set(owner, bytes);
    return { state: 'granted' };
  }
  settle(owner: string, measured: Readonly<Record<string, number>>): void {
    if (!this.held.has(owner)) throw new RangeError(`${owner} settles nothing`);
    this.held.set(owner, measured['cpu'] ?? 0);
  }
  release(owner: string): void {
    if (!this.held.delete(owner)) throw new RangeError(`${owner} releases nothing`);
  }
}

interface Pending {
  readonly spec: VersionSpec<Config>;
  readonly progress: LoadProgress;
  readonly signal: AbortSignal;
  readonly resolve: (loaded: LoadedVersion<Route>) => void;
  readonly reject: (thrown: unknown) => void;
}

export class Loaded implements LoadedVersion<Route> {
  unloads = 0;
  private readonly listeners: Parameters<LoadedVersion<Route>['onHealth']>[0][] = [];
  private serving = 2;
  constructor(readonly spec: VersionSpec<Config>, readonly route: Route, readonly measured = { cpu: spec.config.bytes }) {}
  health(): { serving: number; total: number } {
    return { serving: this.serving, total: 2 };
  }
  onHealth(listener: Parameters<LoadedVersion<Route>['onHealth']>[0]): void {
    this.listeners.push(listener);
  }
  say(serving: number, failed: string | null = null): void {
    this.serving = serving;
    for (const listener of this.listeners) listener({ serving, total: 2, failed });
  }
  async unload(): Promise<void> {
    this.unloads += 1;
  }
}

export class PuppetLoader implements Loader<Config, Route> {
  readonly pending: Pending[] = [];
  readonly loaded: Loaded[] = [];
  async estimate(spec: VersionSpec<Config>): Promise<{ cpu: number }> {
    return { cpu: spec.config.bytes };
  }
  load(spec: VersionSpec<Config>, progress: LoadProgress, signal: AbortSignal): Promise<LoadedVersion<Route>> {
    return new Promise((resolve, reject) => this.pending.push({ spec, progress, signal, resolve, reject }));
  }
  take(version: number): Pending {
    const at = this.pending.findIndex((pending) => pending.spec.version === version);
    const [pending] = at >= 0 ? this.pending.splice(at, 1) : [];
    if (!pending) throw new RangeError(`version ${version} is not being loaded`);
    return pending;
  }
  succeed(pending: Pending): Loaded {
    pending.progress.warming(0, 2);
    pending.progress.warming(2, 2);
    const loaded = new Loaded(pending.spec, `route ${this.loaded.length}`);
    this.loaded.push(loaded);
    pending.resolve(loaded);
    return loaded;
  }
  fail(pending: Pending, text = 'broken model'): void {
    pending.reject(new ServingError('load_failed', text));
  }
  last(): Loaded {
    const loaded = this.loaded.at(-1);
    if (!loaded) throw new RangeError('nothing was loaded');
    return loaded;
  }
}

/** Front ends that install and drain at once, unless they are held. */
export class Fronts implements Exposure<Route> {
  readonly installed = new Map<string, readonly Served<Route>[]>();
  readonly history: string[] = [];
  hold = false;
  readonly held: (() => void)[] = [];
  readonly drains = new Set<number>();
  async expose(model: string, served: readonly Served<Route>[]): Promise<void> {
    await this.gate();
    this.installed.set(model, served);
    this.history.push(`${model}: ${served.map((one) => `${one.version}#${one.servingId}`).join(' ')}`);
  }
  async drained(servingId: number): Promise<void> {
    await this.gate();
    this.drains.add(servingId);
  }
  versions(model: string): readonly number[] {
    return (this.installed.get(model) ?? []).map((one) => one.version).sort((a, b) => a - b);
  }
  private gate(): Promise<void> {
    return this.hold ? new Promise((resolve) => this.held.push(resolve)) : Promise.resolve();
  }
}

export function world(options: Partial<LifecycleOptions> = {}, bytesMax = Infinity) {
  const clock = new ManualClock();
  const pause = new HandPause();
  const budget = new BookBudget(bytesMax);
  const loader = new PuppetLoader();
  const fronts = new Fronts();
  const notes: string[] = [];
  const ledger = new Ledger(clock);
  const ports = { loader, budget, exposure: fronts, clock, pause, note: (_level: string, message: string) => notes.push(message) };
  const manager = new Manager<Config, Route>({ ...ports, note: (_level, message) => void notes.push(message) }, { ...DEFAULT_LIFECYCLE, ...options }, ledger);
  return { clock, pause, budget, loader, fronts, notes, ledger, manager };
}

export function version(number: number, fingerprint = 'a', bytes = 10, fault = '', model = 'm'): AspiredVersion<Config> {
  return {
    version: number,
    fingerprint,
    prepare: async () => {
      if (fault !== '') throw new ServingError('load_failed', fault);
      return {
        model, version: number, fingerprint, modelPath: `/models/${model}/${number}/model.onnx`, config: { bytes },
        signature: { inputs: [], outputs: [], maxBatchSize: 0 }, placements: [{ device: 'cpu', copy: 0 }],
      };
    },
  };
}

export function wanting(versions: readonly AspiredVersion<Config>[], rest: Partial<AspiredModel<Config>> = {}): AspiredModel<Config> {
  return { versions, transition: 'availability-preserving', allOrNothing: false, ...rest };
}

/** Lets everything that is due run: the puppets settle within a bounded number of microtasks. */
export async function calm(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
}
