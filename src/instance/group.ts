/**
 * All instances of one loaded version: starts them together, keeps them alive within a budget, reports how many
 * serve, and ends them. A version is up when every instance is; later deaths make it degraded. While others serve, a
 * spent budget only defers the next restart until the window has room; with nobody left it makes the version failed.
 */
import { unreachable } from '../base/assert.js';
import { ServingError } from '../base/error.js';
import type { Queue } from '../batch/queue.js';
import type { VersionRoute } from '../batch/route.js';
import { INSTANCE, SLABS_MAX } from '../memory/layout.js';
import type { Exchange } from '../memory/ticket.js';
import { InstanceHost, type ProbeAnswers } from './host.js';
import type { InstanceSetup } from './message.js';
import type { ThreadPool } from './pool.js';
import { decideRestart, withinWindow, type RestartBudget } from './restart.js';

/** Runs `then` after a pause; gives a function that calls it off. */
export type After = (delayMs: number, then: () => void) => () => void;

export interface Health {
  readonly serving: number;
  readonly total: number;
  /** Why the version as a whole can serve no more. */
  readonly failed: string | null;
}

export interface GroupEvents {
  warming(done: number, total: number): void;
  log(level: 'info' | 'warn' | 'error', text: string): void;
  probed(answers: ProbeAnswers): void;
  restarted(): void;
  died(): void;
}

/** A dead thread's answers may still be read; its memory is reused only after that. */
const READERS_LOOK_MS = 10;

export class InstanceGroup {
  private hosts: InstanceHost[] = [];
  /** Of the restarts that still count, ascending. */
  private restartMoments: readonly number[] = [];
  private readonly listeners: ((health: Health) => void)[] = [];
  private readonly callOff = new Set<() => void>();
  private failed: string | null = null;
  /** Instances that died and are on their way back. */
  private returning = 0;
  private leaving = false;

  constructor(
    readonly setups: readonly InstanceSetup[],
    readonly route: VersionRoute,
    private readonly exchange: Exchange,
    private readonly queue: Queue,
    private readonly budget: RestartBudget,
    private readonly events: GroupEvents,
    private readonly after: After,
    private readonly nowMs: () => number,
    private readonly threads: ThreadPool,
  ) {}

  /** @throws ServingError load_failed; no thread is left then */
  async start(signal: AbortSignal): Promise<void> {
    const progress = new Map<number, number>();
    this.hosts = this.setups.map((setup) =>
      this.host(setup, (done, total) => {
        progress.set(setup.index, done);
        const all = [...progress.values()].reduce((sum, value) => sum + value, 0);
        this.events.warming(all, total * this.setups.length);
      }),
    );
    const stop = (): void => void this.leave();
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    const outcomes = await Promise.allSettled(this.hosts.map((host) => host.up()));
    signal.removeEventListener('abort', stop);
    const fault = outcomes.find((outcome): outcome is PromiseRejectedResult => outcome.status === 'rejected');
    if (fault === undefined && !signal.aborted) return;
    await this.leave();
    if (fault === undefined) throw new ServingError('load_failed', 'no longer wanted');
    throw fault.reason;
  }

  health(): Health {
    const serving = this.hosts.filter((host) => host.state.phase === 'up').length;
    return { serving, total: this.setups.length, failed: this.failed };
  }

  onHealth(listener: (health: Health) => void): void {
    this.listeners.push(listener);
  }

  async leave(): Promise<void> {
    this.leaving = true;
    for (const cancel of this.callOff) cancel();
    await Promise.all(this.hosts.map((host) => host.leave()));
  }

  private host(setup: InstanceSetup, warming: (done: number, total: number) => void): InstanceHost {
    return new InstanceHost(
      setup,
      this.exchange,
      { warming, log: this.events.log, probed: this.events.probed, died: (text) => this.died(setup, text) },
      () => this.queue.wakeAll(),
      this.threads,
    );
  }

  private died(setup: InstanceSetup, text: string): void {
    this.events.log('error', `instance ${setup.index} of '${setup.model}' version ${setup.version} died: ${text}`);
    this.events.died();
    // A thread that died while it sorted the queue leaves it in an unknown order: the version starts anew as a whole.
    if (this.failed === null && this.queue.isHeldBy(setup.index + 1)) this.fail(`an instance died inside its queue: ${text}`);
    this.queue.forget(setup.index + 1);
    // A ring meant for the dead one may be the only one that a waiting request gets.
    this.queue.wakeAll();
    if (this.failed === null && !this.leaving) this.scheduleRestart(setup, text);
    this.announce();
  }

  /** Nobody may touch the queue from here on: front ends take back what waits in it. */
  private fail(text: string): void {
    this.failed = text;
    this.queue.poison();
  }

  private scheduleRestart(setup: InstanceSetup, text: string): void {
    const now = this.nowMs();
    this.restartMoments = withinWindow(this.restartMoments, this.budget, now);
    const decision = decideRestart(this.restartMoments, this.budget, now);
    switch (decision.kind) {
      case 'granted':
        this.restartMoments = [...this.restartMoments, now];
        this.returning += 1;
        return this.later(decision.pauseMs, () => void this.restart(setup));
      case 'spent':
        if (this.nobodyLeft()) return this.failSpent(text);
        this.events.log('warn', `${this.budget.restarts} restarts are spent; instance ${setup.index} is started again in ${Math.ceil(decision.waitMs / 1000)} s`);
        return this.later(decision.waitMs, () => this.retry(setup, text));
      case 'never':
        return this.nobodyLeft() ? this.failSpent(text) : undefined;
      default:
        return unreachable(decision);
    }
  }

  /** The window may have room now; another instance may have taken it. */
  private retry(setup: InstanceSetup, text: string): void {
    if (!this.leaving && this.failed === null) this.scheduleRestart(setup, text);
  }

  private nobodyLeft(): boolean {
    return this.health().serving === 0 && this.returning === 0;
  }

  private failSpent(text: string): void {
    this.fail(`every instance died, and ${this.budget.restarts} restarts are spent; the last said: ${text}`);
  }

  private async restart(setup: InstanceSetup): Promise<void> {
    if (this.leaving || this.failed !== null) return;
    if (hasReaders(setup.words)) {
      this.later(READERS_LOOK_MS, () => void this.restart(setup));
      return;
    }
    // What was probed once needs no proof again.
    const host = this.host({ ...setup, probes: [] }, () => undefined);
    this.hosts[setup.index] = host;
    try {
      await host.up();
      this.returning -= 1;
      this.events.restarted();
      this.announce();
    } catch (thrown) {
      this.returning -= 1;
      if (!this.leaving) this.died(setup, thrown instanceof Error ? thrown.message : String(thrown));
    }
  }

  private later(delayMs: number, then: () => void): void {
    const cancel = this.after(delayMs, () => {
      this.callOff.delete(cancel);
      then();
    });
    this.callOff.add(cancel);
  }

  private announce(): void {
    const health = this.health();
    for (const listener of this.listeners) listener(health);
  }
}

function hasReaders(memory: SharedArrayBuffer): boolean {
  const words = new Int32Array(memory);
  for (let slab = 0; slab < SLABS_MAX; slab++) if (Atomics.load(words, INSTANCE.slabs + slab) > 0) return true;
  return false;
}
