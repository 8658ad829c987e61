/**
 * From what is on disk to what should run: reads each model's config, applies its version policy, and states the
 * wanted set to the manager. A fault of a model stays a note on that model; what serves is left as it was. A model
 * file is read only when its version is about to be loaded.
 */
import { join } from 'node:path';
import { asServingError, ServingError } from '../base/error.js';
import { Turns } from '../base/turns.js';
import type { VersionSpec } from '../lifecycle/loader.js';
import type { Manager } from '../lifecycle/manager.js';
import type { AspiredModel, AspiredVersion, Note } from '../lifecycle/port.js';
import { fingerprintOf } from '../repository/fingerprint.js';
import { pathFault } from '../repository/layout.js';
import type { Override } from '../repository/override.js';
import type { ModelFolder, VersionFolder } from '../repository/scan.js';
import { wantedVersions } from '../repository/version.js';
import type { ModelSight } from '../repository/watch.js';
import type { Board } from './board.js';
import type { ModelPlan, ModelReader, Steersman } from './port.js';

interface Read<Config, Summary> {
  readonly key: string;
  readonly plan: ModelPlan<Config, Summary> | null;
  readonly fault: ServingError | null;
}

interface Look {
  readonly sight: ModelSight;
  readonly override: Override | null;
  readonly explicit: boolean;
}

/** What a look at one model comes to. */
export interface Draft<Config> {
  readonly aspired: AspiredModel<Config>;
  readonly labels: Readonly<Record<string, number>>;
  /** Why versions on disk are not wanted yet; 0 stands for the model. */
  readonly notes: ReadonlyMap<number, string>;
}

export class Catalog<Config, Route, Summary> {
  private readonly reads = new Map<string, Read<Config, Summary>>();
  private readonly warned = new Map<string, string>();
  private readonly told = new Map<string, string>();
  /** The last look at each model that came to something. */
  private readonly looks = new Map<string, Look>();
  private readonly turns = new Turns();

  constructor(
    private readonly manager: Manager<Config, Route>,
    private readonly board: Board<Route>,
    private readonly reader: ModelReader<Config, Summary>,
    private readonly steersman: Steersman,
    private readonly note: Note,
  ) {}

  /** Follows a look of the poll loop: nothing is disturbed by what cannot be read or is still being copied. */
  async follow(sight: ModelSight, override: Override | null): Promise<void> {
    const { folder } = sight;
    this.warnOnce(folder);
    if (!sight.still && folder.fault === '') return;
    await this.inTurn(folder.name, () => this.lookAgain({ sight, override, explicit: false }));
  }

  /** The same files, because what is wanted of them has changed. Nothing for a model that is not up. */
  async again(model: string): Promise<void> {
    await this.inTurn(model, async () => {
      const look = this.looks.get(model);
      if (look !== undefined) await this.lookAgain(look);
    });
  }

  /** One after the other for each model, so that an older draft never takes the place of a newer one. */
  inTurn<T>(model: string, run: () => Promise<T>): Promise<T> {
    return this.turns.take(model, run);
  }

  private async lookAgain({ sight, override, explicit }: Look): Promise<void> {
    const { folder } = sight;
    let draft: Draft<Config>;
    try {
      draft = await this.draft(sight, override, explicit);
    } catch (thrown) {
      this.survey(folder, new Map([[0, asServingError(thrown).message]]));
      return;
    }
    if (sameVersions(this.manager.aspired(folder.name), draft.aspired)) {
      this.board.declare(folder.name, draft.labels);
      this.survey(folder, draft.notes);
    } else this.commit(folder, draft);
  }

  /** @throws ServingError load_failed with the cause; nothing has changed then. */
  async draft(sight: ModelSight, override: Override | null, explicit: boolean): Promise<Draft<Config>> {
    const { folder } = sight;
    if (folder.fault !== '') throw new ServingError('load_failed', folder.fault);
    const plan = await this.read(folder, override);
    const before = this.manager.standing(folder.name);
    const candidates = new Map<number, AspiredVersion<Config>>();
    const notes = new Map<number, string>();
    for (const [version, seen] of folder.versions) {
      const fault = sight.complete.has(version) ? incompleteness(seen, plan.modelFile) : 'files are still being copied';
      const held = before.get(version);
      if (fault === '' || explicit) candidates.set(version, this.wanted(folder, seen, plan, fault));
      else if (held) candidates.set(version, held);
      else notes.set(version, fault);
    }
    const steered = await this.steersman.steer({
      model: folder.name,
      plan: plan.rollout,
      onDisk: new Map([...candidates].map(([version, { fingerprint }]) => [version, fingerprint])),
      pick: (present) => wantedVersions(plan.policy, present),
    });
    for (const [version, text] of steered.notes) notes.set(version, text);
    const versions = steered.wanted.flatMap((version) => candidates.get(version) ?? []);
    this.looks.set(folder.name, { sight, override, explicit });
    if (versions.length === 0) notes.set(0, `at least one version must be available under the version policy of model '${folder.name}'`);
    return { aspired: { versions, transition: plan.transition, allOrNothing: explicit }, labels: plan.labels, notes };
  }

  commit(folder: ModelFolder, draft: Draft<Config>): void {
    this.board.declare(folder.name, draft.labels);
    this.manager.aspire(folder.name, draft.aspired);
    this.survey(folder, draft.notes);
  }

  /** Takes a model down, because it left the repository or somebody asked. */
  release(model: string): void {
    this.reads.delete(model);
    this.looks.delete(model);
    this.warned.delete(model);
    this.told.delete(model);
    this.board.declare(model, {});
    const aspired = this.manager.aspired(model);
    if (aspired && aspired.versions.length > 0) this.manager.aspire(model, { ...aspired, versions: [] });
  }

  /** Takes a model down that no repository has any more, and forgets what was said about it. */
  forget(model: string): void {
    this.release(model);
    if (this.manager.ledger.survey(model, new Set(), new Map())) this.board.refresh();
  }

  /** Notes are in the routing table too: a request for a version that cannot serve is told so, not that there is none. */
  private survey(folder: ModelFolder, notes: ReadonlyMap<number, string>): void {
    if (this.manager.ledger.survey(folder.name, new Set(folder.versions.keys()), notes)) this.board.refresh();
  }

  /** Read again only when config or label files changed; a broken config is not parsed at every look either. */
  private async read(folder: ModelFolder, override: Override | null): Promise<ModelPlan<Config, Summary>> {
    const key = `${folder.path} ${folder.fingerprint} ${override?.id ?? 0}`;
    let read = this.reads.get(folder.name);
    if (read?.key !== key) {
      read = await this.readAnew(folder, override, key);
      this.tellOnce(folder.name, read.fault?.message ?? '');
      // What a passing fault of the machine prevented is worth another try at the next look.
      if (read.fault?.reason !== 'internal') this.reads.set(folder.name, read);
    }
    if (read.plan) return read.plan;
    throw read.fault ?? new ServingError('internal', `no plan for model '${folder.name}'`);
  }

  private async readAnew(folder: ModelFolder, override: Override | null, key: string): Promise<Read<Config, Summary>> {
    try {
      const plan = await this.reader.read({
        model: folder.name,
        folder: folder.path,
        configFiles: folder.configFiles,
        override: override?.config ?? null,
      });
      const fault = pathFault(plan.modelFile);
      if (fault !== null) throw new ServingError('invalid_argument', `default_model_filename of model '${folder.name}': ${fault}`);
      return { key, plan, fault: null };
    } catch (thrown) {
      return { key, plan: null, fault: asServingError(thrown, 'internal') };
    }
  }

  private wanted(folder: ModelFolder, seen: VersionFolder, plan: ModelPlan<Config, Summary>, fault: string): AspiredVersion<Config> {
    const labels = fingerprintOf(folder.files.filter((file) => !folder.configFiles.includes(file.path)));
    const fingerprint = `${seen.fingerprint}.${labels}.${plan.digest}`;
    return {
      version: seen.version,
      fingerprint,
      prepare: () => this.prepare(folder.name, seen, plan, fingerprint, fault),
    };
  }

  private async prepare(
    model: string, seen: VersionFolder, plan: ModelPlan<Config, Summary>, fingerprint: string, fault: string,
  ): Promise<VersionSpec<Config>> {
    if (fault !== '') throw new ServingError('load_failed', fault);
    const modelPath = modelPathOf(seen, plan.modelFile);
    const summary = await this.reader.inspect(modelPath);
    const completed = await plan.complete(seen.version, summary);
    return Object.freeze({ model, version: seen.version, modelPath, fingerprint, ...completed });
  }

  /** What is wrong with a config is written once, with file, line and column, and again when it changes. */
  private tellOnce(model: string, cause: string): void {
    if (cause !== '' && this.told.get(model) !== cause) this.note('error', 'the config of a model cannot be used; what serves is left as it was', { model, cause });
    this.told.set(model, cause);
  }

  private warnOnce(folder: ModelFolder): void {
    const text = folder.skipped.join(', ');
    if (text === '' || this.warned.get(folder.name) === text) return;
    this.warned.set(folder.name, text);
    this.note('warn', 'folders that are no version numbers are skipped; a version is a positive integer without leading zeros', {
      model: folder.name,
      skipped: folder.skipped,
    });
  }
}

/** Whether stating the set again would change nothing. */
function sameVersions<Config>(present: AspiredModel<Config> | null, next: AspiredModel<Config>): boolean {
  if (present === null || present.transition !== next.transition || present.allOrNothing !== next.allOrNothing) return false;
  const keys = (model: AspiredModel<Config>): string => model.versions.map(({ version, fingerprint }) => `${version}/${fingerprint}`).sort().join(' ');
  return keys(present) === keys(next);
}

/** '' when the version has its model file. */
function incompleteness(seen: VersionFolder, modelFile: string): string {
  if (seen.fault !== '') return seen.fault;
  return modelPathOf(seen, modelFile) === '' ? `no file '${modelFile}' in version folder '${seen.path}'` : '';
}

/** Triton also takes a folder of the model file's name with a file of that name in it, for weights in files beside it. */
function modelPathOf(seen: VersionFolder, modelFile: string): string {
  const base = modelFile.slice(modelFile.lastIndexOf('/') + 1);
  for (const path of [modelFile, `${modelFile}/${base}`]) {
    if (seen.files.some((file) => file.path === path)) return join(seen.path, path);
  }
  return '';
}
