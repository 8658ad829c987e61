/**
 * What should run against what does. Sources state whole wanted sets; the manager keeps one harness for each copy
 * and takes at most one action per model and step, as the policy says. Deciding is serial and synchronous;
 * executing is concurrent, with a bound on loads. Every end of an execution wakes the manager again, so that
 * nobody polls it. Nothing here rejects: faults of a version end in its state and in the ledger.
 */
import { assert, unreachable } from '../base/assert.js';
import { ServingError } from '../base/error.js';
import { Harness } from './harness.js';
import type { Ledger } from './ledger.js';
import type { VersionSpec } from './loader.js';
import { nextAction, type Action, type Snapshot } from './policy.js';
import { pauseMs, type AspiredModel, type AspiredVersion, type LifecycleOptions, type LifecyclePorts } from './port.js';
import { holds } from './state.js';

interface ModelLife<Config, Route> {
  readonly name: string;
  aspired: AspiredModel<Config>;
  copies: Harness<Config, Route>[];
  /** Copies that take new requests, by version. */
  readonly serving: Map<number, Harness<Config, Route>>;
  readonly revivals: Revivals;
}

/** How often a version came back after a crash, by version and fingerprint, and the timers of those that will. */
interface Revivals {
  readonly counts: Map<string, number>;
  readonly timers: Map<string, () => void>;
}

export class Manager<Config, Route> {
  private readonly models = new Map<string, ModelLife<Config, Route>>();
  private servingIds = 0;
  private loads = 0;
  private awake = false;
  private closed = false;
  private readonly idleWaiters: (() => void)[] = [];

  constructor(
    private readonly ports: LifecyclePorts<Config, Route>,
    private readonly options: LifecycleOptions,
    readonly ledger: Ledger,
    /** Runs the next step later; steps taken by hand pass one that does nothing. */
    private readonly defer: (run: () => void) => void = queueMicrotask,
  ) {}

  /** States the whole wanted set of a model. The newest set wins; stating the same one again changes nothing. */
  aspire(model: string, aspired: AspiredModel<Config>): void {
    if (this.closed) return;
    const life = this.life(model);
    life.aspired = aspired;
    const keys = new Set(aspired.versions.map(keyOf));
    for (const [key, cancel] of life.revivals.timers) {
      if (keys.has(key)) continue;
      cancel();
      life.revivals.timers.delete(key);
    }
    for (const key of life.revivals.counts.keys()) {
      if (!keys.has(key)) life.revivals.counts.delete(key);
    }
    this.reconcile(life);
    this.ledger.nudge(model);
    this.wake();
  }

  aspired(model: string): AspiredModel<Config> | null {
    return this.models.get(model)?.aspired ?? null;
  }

  /** By version, what serves, and what is wanted where nothing of that version serves yet. */
  standing(model: string): ReadonlyMap<number, AspiredVersion<Config>> {
    const life = this.models.get(model);
    const serving = [...(life?.serving.values() ?? [])].map((copy) => copy.aspired);
    return new Map([...(life?.aspired.versions ?? []), ...serving].map((one) => [one.version, one]));
  }

  /** Gives versions that failed another chance, when somebody asks for them anew. */
  forgive(model: string): void {
    const life = this.models.get(model);
    if (!life) return;
    life.revivals.counts.clear();
    for (const cancel of life.revivals.timers.values()) cancel();
    life.revivals.timers.clear();
    life.copies = life.copies.filter((copy) => copy.state.phase !== 'error');
    this.reconcile(life);
    this.wake();
  }

  /** What a copy was loaded from; null when it is not held (any more). */
  spec(model: string, servingId: number): VersionSpec<Config> | null {
    return this.models.get(model)?.copies.find((copy) => copy.servingId === servingId)?.spec ?? null;
  }

  /** What every copy that is not finished was or is being loaded from. */
  held(model: string): readonly VersionSpec<Config>[] {
    return (this.models.get(model)?.copies ?? []).flatMap((copy) => (copy.spec && holds(copy.state.phase) ? [copy.spec] : []));
  }

  /** Takes everything down; resolves when nothing is held. Wanted sets stated later are ignored. */
  shutdown(): Promise<void> {
    this.closed = true;
    for (const life of this.models.values()) {
      life.aspired = { ...life.aspired, versions: [] };
      for (const cancel of life.revivals.timers.values()) cancel();
      life.revivals.timers.clear();
      this.reconcile(life);
      this.ledger.nudge(life.name);
    }
    this.wake();
    return new Promise((resolve) => {
      this.idleWaiters.push(resolve);
      this.announceIdle();
    });
  }

  /** Starts at most one action per model. Answers whether any was started. */
  step(): boolean {
    let started = false;
    for (const life of [...this.models.values()]) {
      this.reconcile(life);
      const action = nextAction(life.copies.map((copy) => snapshot(life, copy)), life.aspired.transition, life.aspired.allOrNothing);
      if (action && this.start(life, action)) started = true;
    }
    this.announceIdle();
    return started;
  }

  private start(life: ModelLife<Config, Route>, action: Action): boolean {
    switch (action.kind) {
      case 'load':
        if (this.loads >= this.options.loadsMax) return false;
        void this.load(find(life, action.id));
        return true;
      case 'publish':
        void this.publish(life, action.ids.map((id) => find(life, id)));
        return true;
      case 'retire':
        void this.retire(life, find(life, action.id));
        return true;
      case 'cancel': {
        const copy = find(life, action.id);
        copy.cancel(cancelCause(life, copy, action.why));
        return true;
      }
      default:
        return unreachable(action);
    }
  }

  private async load(copy: Harness<Config, Route>): Promise<void> {
    this.loads += 1;
    await copy.bringUp();
    this.loads -= 1;
    this.wake();
  }

  /** One table for all of them. A copy of the same version that served until now drains after it is replaced. */
  private async publish(life: ModelLife<Config, Route>, copies: readonly Harness<Config, Route>[]): Promise<void> {
    const replaced: Harness<Config, Route>[] = [];
    for (const copy of copies) {
      copy.publishing();
      const old = life.serving.get(copy.aspired.version);
      if (old) replaced.push(old);
      life.serving.set(copy.aspired.version, copy);
    }
    await this.expose(life);
    for (const copy of copies) copy.available();
    for (const old of replaced) {
      // It may have begun to drain meanwhile, because the set it belonged to was withdrawn or its instances died.
      if (old.state.phase === 'available') void this.drain(old);
    }
    this.wake();
  }

  private async retire(life: ModelLife<Config, Route>, copy: Harness<Config, Route>): Promise<void> {
    if (copy.state.phase === 'available' && this.ports.clock.wallMs() - copy.state.sinceMs >= this.options.steadyMs) {
      life.revivals.counts.delete(keyOf(copy.aspired));
    }
    copy.draining();
    if (life.serving.get(copy.aspired.version) === copy) life.serving.delete(copy.aspired.version);
    await this.expose(life);
    await this.finish(copy);
  }

  private async drain(copy: Harness<Config, Route>): Promise<void> {
    copy.draining();
    await this.finish(copy);
  }

  private async finish(copy: Harness<Config, Route>): Promise<void> {
    await this.ports.exposure.drained(copy.servingId, this.options.drainDeadlineMs);
    await copy.close(copy.failure);
    this.wake();
  }

  private expose(life: ModelLife<Config, Route>): Promise<void> {
    return this.ports.exposure.expose(life.name, [...life.serving.values()].map((copy) => copy.served()));
  }

  /** Makes the copies that are wanted and missing, and lets go of those that hold nothing. Starts nothing. */
  private reconcile(life: ModelLife<Config, Route>): void {
    life.copies = life.copies.filter((copy) => copy.state.phase !== 'end' && (copy.state.phase !== 'error' || isAspired(life, copy)));
    for (const wanted of life.aspired.versions) {
      if (life.copies.some((copy) => keyOf(copy.aspired) === keyOf(wanted) && isAspired(life, copy))) continue;
      this.servingIds += 1;
      const copy = new Harness<Config, Route>(life.name, wanted, this.servingIds, this.ports, this.options, (moved) => this.moved(life, moved));
      life.copies.push(copy);
      this.moved(life, copy);
    }
    if (life.copies.length === 0 && life.aspired.versions.length === 0) this.models.delete(life.name);
  }

  private moved(life: ModelLife<Config, Route>, copy: Harness<Config, Route>): void {
    const { model, servingId, aspired, state } = copy;
    this.ledger.record({ servingId, model, version: aspired.version, fingerprint: aspired.fingerprint, state });
    if (state.phase === 'error' || state.phase === 'end') this.released(life, copy);
    this.wake();
  }

  /** Something may have been given back: whoever was refused for want of room may try again. */
  private released(life: ModelLife<Config, Route>, copy: Harness<Config, Route>): void {
    if (copy.spec !== null) {
      for (const other of this.models.values()) {
        if (other.aspired.allOrNothing) continue;
        other.copies = other.copies.filter((refused) => refused.state.phase !== 'error' || refused.state.remedy !== 'room');
      }
    }
    if (copy.state.phase === 'error' && copy.state.remedy === 'pause') this.revive(life, copy);
  }

  /** A copy that served and crashed is made anew after a growing pause, within a bound. */
  private revive(life: ModelLife<Config, Route>, copy: Harness<Config, Route>): void {
    const key = keyOf(copy.aspired);
    const count = (life.revivals.counts.get(key) ?? 0) + 1;
    if (count > this.options.revive.count || !isAspired(life, copy)) return;
    life.revivals.counts.set(key, count);
    const cancel = this.ports.pause.after(pauseMs(this.options.revive, count), () => {
      life.revivals.timers.delete(key);
      life.copies = life.copies.filter((other) => other !== copy);
      this.reconcile(life);
      this.wake();
    });
    life.revivals.timers.set(key, cancel);
  }

  private wake(): void {
    if (this.awake) return;
    this.awake = true;
    this.defer(() => {
      this.awake = false;
      while (this.step());
    });
  }

  private announceIdle(): void {
    if (!this.closed || this.models.size > 0) return;
    for (const resolve of this.idleWaiters.splice(0)) resolve();
  }

  private life(model: string): ModelLife<Config, Route> {
    let life = this.models.get(model);
    if (!life) {
      life = {
        name: model,
        aspired: { versions: [], transition: 'availability-preserving', allOrNothing: false },
        copies: [],
        serving: new Map(),
        revivals: { counts: new Map(), timers: new Map() },
      };
      this.models.set(model, life);
    }
    return life;
  }
}

function keyOf(wanted: Pick<AspiredVersion<never>, 'version' | 'fingerprint'>): string {
  return `${wanted.version}/${wanted.fingerprint}`;
}

function isAspired<Config, Route>(life: ModelLife<Config, Route>, copy: Harness<Config, Route>): boolean {
  if (copy.givenUp) return false;
  return life.aspired.versions.some((wanted) => keyOf(wanted) === keyOf(copy.aspired));
}

function snapshot<Config, Route>(life: ModelLife<Config, Route>, copy: Harness<Config, Route>): Snapshot {
  return {
    id: copy.servingId,
    version: copy.aspired.version,
    phase: copy.state.phase,
    aspired: isAspired(life, copy),
    cancelled: copy.cancelled,
    failed: copy.failure !== null,
  };
}

function find<Config, Route>(life: ModelLife<Config, Route>, id: number): Harness<Config, Route> {
  const copy = life.copies.find((candidate) => candidate.servingId === id);
  assert(copy !== undefined, `the policy named copy ${id}, which is not there`);
  return copy;
}

function cancelCause<Config, Route>(life: ModelLife<Config, Route>, copy: Harness<Config, Route>, why: 'unwanted' | 'company' | 'failed'): ServingError | null {
  if (why === 'unwanted') return null;
  if (why === 'failed') return copy.failure;
  const broken = life.copies.find((other) => other.state.phase === 'error' && isAspired(life, other));
  return new ServingError('load_failed', `withdrawn, because version ${broken?.aspired.version ?? 0} of the same load failed`);
}
