/**
 * Loading and unloading by request: edits the wanted set of one model and waits on the ledger. Loads of one model
 * go one after the other, loads of different models side by side. An unload does not wait for a load: it withdraws
 * it, and the load is told. A failed load leaves everything that served as it was.
 */
import { asServingError, ServingError } from '../base/error.js';
import type { CopyRow } from '../lifecycle/ledger.js';
import type { Manager } from '../lifecycle/manager.js';
import type { AspiredModel } from '../lifecycle/port.js';
import { reason } from '../lifecycle/state.js';
import { nameFault } from '../repository/layout.js';
import type { Override, Overrides } from '../repository/override.js';
import type { ModelFolder } from '../repository/scan.js';
import { wholeSight, type Watch } from '../repository/watch.js';
import type { Catalog, Draft } from './catalog.js';

export interface LoadRequest {
  readonly config: string | null;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Loads of one model that may wait for each other. */
const LINE_MAX = 64;
const NOT_ALLOWED = 'explicit model load / unload is not allowed if polling is enabled';

export class Loads<Config, Route, Summary> {
  private readonly lines = new Map<string, { tail: Promise<void>; length: number }>();

  constructor(
    private readonly watch: Watch,
    private readonly overrides: Overrides,
    private readonly catalog: Catalog<Config, Route, Summary>,
    private readonly manager: Manager<Config, Route>,
  ) {}

  /** Resolves when every wanted version serves. @throws ServingError with the cause of each version that does not. */
  async load(model: string, request: LoadRequest): Promise<void> {
    this.check(model);
    if (request.files.size > 0 && request.config === null) {
      throw new ServingError('invalid_argument', `failed to load '${model}', override files need the 'config' parameter beside them`);
    }
    await this.inLine(model, () => this.loadNow(model, request));
  }

  /** Returns at once; draining goes on behind. Unloading what is not loaded, or not known, is fine. */
  unload(model: string): void {
    this.check(model);
    this.catalog.release(model);
  }

  private check(model: string): void {
    if (this.watch.options.mode !== 'explicit') throw new ServingError('control_not_allowed', NOT_ALLOWED);
    const fault = nameFault(model);
    if (fault !== null) throw new ServingError('invalid_argument', fault);
  }

  private async loadNow(model: string, request: LoadRequest): Promise<void> {
    const onDisk = await this.watch.lookAt(model);
    if (onDisk === null && request.files.size === 0 && (this.overrides.current(model, null)?.folder ?? null) === null) {
      throw new ServingError('model_not_found', `failed to load '${model}', failed to poll from model repository`);
    }
    const disk = onDisk?.folder ?? null;
    const fresh = request.config === null ? null : await this.overrides.stage(model, request.config, request.files, disk);
    try {
      await this.bringUp(model, fresh ?? this.overrides.current(model, disk), disk);
    } catch (thrown) {
      if (fresh) await this.overrides.discard(fresh);
      throw thrown;
    }
    if (fresh) this.overrides.keep(model, fresh);
    await this.overrides.sweep(model, (folder) => this.manager.held(model).some((spec) => spec.modelPath.startsWith(`${folder}/`)));
  }

  private async bringUp(model: string, override: Override | null, disk: ModelFolder | null): Promise<void> {
    const folder = override ? await this.overrides.folder(model, override, disk) : disk;
    if (folder === null) throw new ServingError('model_not_found', `failed to load '${model}', failed to poll from model repository`);
    const { before, draft } = await this.catalog.inTurn(model, () => this.state(model, folder, override));
    try {
      await this.outcome(model, draft.aspired);
    } catch (thrown) {
      if (this.manager.aspired(model) === draft.aspired) this.restore(model, before ?? { ...draft.aspired, versions: [] });
      throw thrown;
    }
  }

  /** Makes what the folder holds the wanted set. */
  private async state(model: string, folder: ModelFolder, override: Override | null): Promise<{ before: AspiredModel<Config> | null; draft: Draft<Config> }> {
    let draft;
    try {
      draft = await this.catalog.draft(wholeSight(folder), override, true);
    } catch (thrown) {
      throw new ServingError('load_failed', `load failed for model '${model}': ${asServingError(thrown).message}`, { cause: thrown });
    }
    const fault = draft.aspired.versions.length === 0 ? draft.notes.get(0) : undefined;
    if (fault !== undefined) throw new ServingError('load_failed', `load failed for model '${model}': ${fault}`);
    const before = this.manager.aspired(model);
    this.manager.forgive(model);
    this.catalog.commit(folder, draft);
    return { before, draft };
  }

  /** What serves is what is wanted again, so that it is revived should it crash. The faults stay in the ledger. */
  private restore(model: string, before: AspiredModel<Config>): void {
    const copies = this.manager.ledger.copies(model);
    const versions = before.versions.filter((wanted) => copyOf(copies, wanted)?.state.phase === 'available');
    this.manager.aspire(model, { ...before, versions });
  }

  /** Waits until every version of the set serves or any has failed, or the set is not the wanted one any more. */
  private async outcome(model: string, aspired: AspiredModel<Config>): Promise<void> {
    const superseded = (): boolean => this.manager.aspired(model) !== aspired;
    await this.manager.ledger.until(model, (copies) => superseded() || verdict(copies, aspired) !== 'pending');
    if (superseded()) throw new ServingError('load_failed', `load failed for model '${model}': it was unloaded meanwhile;`);
    const copies = this.manager.ledger.copies(model);
    if (verdict(copies, aspired) === 'serves') return;
    const causes = aspired.versions.flatMap((wanted) => {
      const copy = copyOf(copies, wanted);
      return copy?.state.phase === 'error' ? [`version ${wanted.version} is at UNAVAILABLE state: ${reason(copy.state)};`] : [];
    });
    throw new ServingError('load_failed', `load failed for model '${model}': ${causes.join(' ')}`);
  }

  private async inLine(model: string, run: () => Promise<void>): Promise<void> {
    const line = this.lines.get(model) ?? { tail: Promise.resolve(), length: 0 };
    if (line.length >= LINE_MAX) throw new ServingError('queue_full', `${LINE_MAX} loads of model '${model}' wait for each other; retry later`);
    this.lines.set(model, line);
    line.length += 1;
    const mine = line.tail.then(run);
    line.tail = mine.catch(() => undefined);
    try {
      await mine;
    } finally {
      line.length -= 1;
      if (line.length === 0) this.lines.delete(model);
    }
  }
}

function copyOf<Config>(copies: readonly CopyRow[], wanted: AspiredModel<Config>['versions'][number]): CopyRow | undefined {
  return copies
    .filter((copy) => copy.version === wanted.version && copy.fingerprint === wanted.fingerprint)
    .sort((a, b) => b.servingId - a.servingId)[0];
}

/** A failed version decides only when its companions are out of the way, so that a failure leaves nothing half done. */
function verdict<Config>(copies: readonly CopyRow[], aspired: AspiredModel<Config>): 'serves' | 'failed' | 'pending' {
  const phases = aspired.versions.map((wanted) => copyOf(copies, wanted)?.state.phase);
  if (phases.every((phase) => phase === 'available')) return 'serves';
  const over = phases.every((phase) => phase === 'available' || phase === 'error');
  return over ? 'failed' : 'pending';
}
