/**
 * The rhythm of the control thread: two looks at the start, then, in poll mode, a look at each interval, never two
 * at once. Owns the order of shutting down. Decides nothing itself.
 */
import { asServingError } from '../base/error.js';
import type { Manager } from '../lifecycle/manager.js';
import type { Note, Pause } from '../lifecycle/port.js';
import type { Overrides } from '../repository/override.js';
import type { Sighting, Watch } from '../repository/watch.js';
import type { Catalog } from './catalog.js';

export interface RhythmOptions {
  readonly pollMs: number;
  /** Between the two looks at the start. */
  readonly settleMs: number;
}

export const DEFAULT_RHYTHM: RhythmOptions = { pollMs: 1_000, settleMs: 50 };

export class Control<Config, Route, Summary> {
  private stopped = false;
  private cancelTimer: () => void = () => undefined;
  private looking: Promise<void> = Promise.resolve();
  private faults = '';
  private known: readonly string[] = [];

  constructor(
    private readonly watch: Watch,
    private readonly overrides: Overrides,
    private readonly catalog: Catalog<Config, Route, Summary>,
    private readonly manager: Manager<Config, Route>,
    private readonly pause: Pause,
    private readonly note: Note,
    private readonly options: RhythmOptions = DEFAULT_RHYTHM,
  ) {}

  /** Resolves when every model found has come up or failed; the poll loop runs on. */
  async start(): Promise<void> {
    await this.watch.look();
    await new Promise<void>((resolve) => {
      this.cancelTimer = this.pause.after(this.options.settleMs, resolve);
    });
    const sighting = await this.look();
    for (const model of this.watch.missing(sighting)) {
      this.note('error', `failed to load '${model}', failed to poll from model repository`, { model });
    }
    this.arm();
    await this.settled();
  }

  /** One look, followed. The poll loop calls it; tests do by hand. */
  async look(): Promise<Sighting> {
    const sighting = await this.watch.look();
    this.warnOnce(sighting.faults);
    for (const [model, sight] of sighting.models) {
      if (this.stopped) break;
      const override = this.overrides.current(model, sight.folder);
      const folder = override ? await this.overrides.folder(model, override, sight.folder) : sight.folder;
      await this.catalog.follow({ ...sight, folder: folder ?? sight.folder }, override);
    }
    for (const model of new Set([...this.known, ...this.manager.ledger.models()])) {
      if (sighting.models.has(model) || this.watch.options.mode === 'explicit') continue;
      this.catalog.forget(model);
    }
    this.known = [...sighting.models.keys()];
    return sighting;
  }

  /** Resolves when no version is on its way any more. */
  async settled(): Promise<void> {
    const ledger = this.manager.ledger;
    await Promise.all(
      ledger.models().map((model) =>
        ledger.until(model, (copies) => copies.every((copy) => ['available', 'error', 'end'].includes(copy.state.phase))),
      ),
    );
  }

  /** Ends looking, takes every version down, and resolves when nothing is held. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.cancelTimer();
    await this.looking;
    await this.manager.shutdown();
    await this.overrides.clear();
  }

  private arm(): void {
    if (this.stopped || this.watch.options.mode !== 'poll') return;
    this.cancelTimer = this.pause.after(this.options.pollMs, () => {
      this.looking = this.look()
        .then(
          () => undefined,
          (thrown: unknown) => this.note('error', 'a look at the repository failed', { cause: asServingError(thrown) }),
        )
        .then(() => this.arm());
    });
  }

  private warnOnce(faults: ReadonlyMap<string, string>): void {
    const text = [...faults.values()].join('; ');
    if (text !== '' && text !== this.faults) this.note('error', `a model repository cannot be read: ${text}`, {});
    this.faults = text;
  }
}
