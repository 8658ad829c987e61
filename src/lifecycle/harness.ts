/**
 * One copy of one version, from the moment it is wanted until nothing of it is held. The harness owns the copy's
 * state, its reservation and its loaded version; the manager owns the harness and says when. Promises that every
 * granted reservation is released once, every successful load is unloaded once, and that no method rejects.
 */
import { assert } from '../base/assert.js';
import { asServingError, ServingError } from '../base/error.js';
import type { LoadedVersion, LoadProgress, VersionSpec } from './loader.js';
import { pauseMs, type AspiredVersion, type LifecycleOptions, type LifecyclePorts, type Served } from './port.js';
import { transition, type Remedy, type VersionState } from './state.js';

export class Harness<Config, Route> {
  state: VersionState = { phase: 'new' };
  /** Set when the last instance is gone; the manager reads it and takes the copy down. */
  failure: ServingError | null = null;
  spec: VersionSpec<Config> | null = null;

  private readonly stop = new AbortController();
  /** Why the copy was told to stop; null when it is simply not wanted any more. */
  private stopCause: ServingError | null = null;
  private loaded: LoadedVersion<Route> | null = null;

  constructor(
    readonly model: string,
    readonly aspired: AspiredVersion<Config>,
    readonly servingId: number,
    private readonly ports: LifecyclePorts<Config, Route>,
    private readonly options: LifecycleOptions,
    private readonly moved: (harness: Harness<Config, Route>) => void,
  ) {}

  get cancelled(): boolean {
    return this.stop.signal.aborted;
  }

  /** On its way out because it is not wanted; its version, wanted again, needs a new copy. */
  get givenUp(): boolean {
    switch (this.state.phase) {
      case 'end':
        return true;
      case 'error':
        return false;
      case 'draining':
        return this.failure === null;
      case 'unloading':
        return this.state.cause === null;
      default:
        return this.cancelled && this.stopCause === null;
    }
  }

  served(): Served<Route> {
    assert(this.loaded !== null && this.spec !== null, 'only a loaded copy can be served');
    return {
      servingId: this.servingId,
      version: this.aspired.version,
      signature: this.spec.signature,
      route: this.loaded.route,
    };
  }

  /** From `new` to `warm`, `end` or `error`. */
  async bringUp(): Promise<void> {
    this.move({ phase: 'validating' });
    let spec: VersionSpec<Config>;
    let estimate;
    try {
      spec = await this.aspired.prepare();
      estimate = await this.ports.loader.estimate(spec);
    } catch (thrown) {
      return this.finish(this.stopOr(asServingError(thrown, 'load_failed')));
    }
    if (this.cancelled) return this.finish(this.stopCause);
    const answer = this.ports.budget.reserve(this.owner, estimate);
    if (answer.state === 'refused') return this.finish(new ServingError('load_failed', answer.text), 'room');
    this.spec = spec;
    this.move({ phase: 'reserved' });
    const fault = await this.open(spec);
    if (fault !== null || this.cancelled) return this.close(this.stopOr(fault));
    this.move({ phase: 'warm' });
  }

  /** Stops a copy that is not published. In the middle of a load the loader is told, and the rest follows it. */
  cancel(cause: ServingError | null): void {
    if (this.cancelled) return;
    this.stopCause = cause;
    this.stop.abort();
    if (this.state.phase === 'new') this.finish(cause);
    else if (this.state.phase === 'warm') void this.close(cause);
  }

  publishing(): void {
    this.move({ phase: 'publishing' });
  }

  available(): void {
    this.move({ phase: 'available', sinceMs: this.ports.clock.wallMs(), health: this.healthText() });
  }

  draining(): void {
    this.move({ phase: 'draining' });
  }

  /** The end of a copy that served, called after it is drained. */
  async close(cause: ServingError | null): Promise<void> {
    this.move({ phase: 'unloading', cause });
    const loaded = this.loaded;
    this.loaded = null;
    if (loaded) {
      try {
        await loaded.unload();
      } catch (thrown) {
        // Its threads are gone or never will be; keeping the bytes reserved would only block what comes next.
        this.ports.note('error', 'unloading failed', { model: this.model, version: this.aspired.version, cause: thrown });
      }
    }
    this.ports.budget.release(this.owner);
    this.finish(cause, this.failure === null ? 'files' : 'pause');
  }

  private get owner(): string {
    return `model '${this.model}' version ${this.aspired.version} (copy ${this.servingId})`;
  }

  /** Opens and warms within the retry bound. Answers null, or the fault of the last attempt. */
  private async open(spec: VersionSpec<Config>): Promise<ServingError | null> {
    const attemptsMax = this.options.load.count + 1;
    for (let attempt = 1; ; attempt += 1) {
      this.move({ phase: 'loading', attempt, attemptsMax });
      try {
        const loaded = await this.ports.loader.load(spec, this.progress(), this.stop.signal);
        this.loaded = loaded;
        this.ports.budget.settle(this.owner, loaded.measured);
        loaded.onHealth((event) => this.onHealth(event));
        return null;
      } catch (thrown) {
        const fault = asServingError(thrown, 'load_failed');
        if (attempt === attemptsMax || this.cancelled) return fault;
        this.ports.note('warn', 'a load failed and is tried again', { model: this.model, version: this.aspired.version, attempt, cause: fault });
        await this.pause(pauseMs(this.options.load, attempt));
        if (this.cancelled) return fault;
      }
    }
  }

  private pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const signal = this.stop.signal;
      const cancelTimer = this.ports.pause.after(delayMs, () => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      });
      const onAbort = (): void => {
        cancelTimer();
        resolve();
      };
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  private progress(): LoadProgress {
    return {
      warming: (done, total) => {
        // A loader that is told to stop may report once more while it winds down.
        if (this.cancelled || (this.state.phase !== 'loading' && this.state.phase !== 'warming')) return;
        this.move({ phase: 'warming', done, total });
      },
    };
  }

  private onHealth(event: { readonly serving: number; readonly total: number; readonly failed: string | null }): void {
    if (event.failed !== null && this.failure === null) {
      this.failure = new ServingError('instance_failed', event.failed);
      this.moved(this);
    } else if (this.state.phase === 'available') {
      this.move({ ...this.state, health: this.healthText(event) });
    }
  }

  private healthText(event = this.loaded?.health()): string {
    if (!event || event.serving >= event.total) return '';
    return `degraded: ${event.serving} of ${event.total} instances`;
  }

  /** Being told to stop explains every fault that follows from it. */
  private stopOr(fault: ServingError | null): ServingError | null {
    return this.cancelled ? this.stopCause : fault;
  }

  private finish(cause: ServingError | null, remedy: Remedy = 'files'): void {
    this.move(cause === null ? { phase: 'end' } : { phase: 'error', cause, remedy });
  }

  private move(to: VersionState): void {
    this.state = transition(this.state, to);
    this.moved(this);
  }
}
