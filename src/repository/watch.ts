/**
 * The control modes: which models are wanted, and what of them is complete. Poll looks again and again and wants
 * all there is; none looks at the start only; explicit wants what was named, and takes a request as the word that
 * the files of that model are complete. Every look states the whole; nothing here starts a timer.
 */
import { join } from 'node:path';
import type { Files } from './files.js';
import { scan, scanModel, scanNames, type ModelFolder, type RepositorySnapshot } from './scan.js';

export type ControlMode = 'none' | 'poll' | 'explicit';

export interface ModelSight {
  readonly folder: ModelFolder;
  /** Versions whose files were the same at the look before. */
  readonly complete: ReadonlySet<number>;
  /** Whether config and label files were. */
  readonly still: boolean;
}

export interface Sighting {
  /** The models that are wanted. */
  readonly models: ReadonlyMap<string, ModelSight>;
  /** All names in the repository, wanted or not. */
  readonly names: readonly string[];
  readonly faults: ReadonlyMap<string, string>;
}

export interface WatchOptions {
  readonly roots: readonly string[];
  readonly mode: ControlMode;
  /** Explicit mode: what is loaded at the start; `*` for all. */
  readonly loadModels: readonly string[];
}

export class Watch {
  private last: RepositorySnapshot | null = null;

  constructor(
    private readonly files: Files,
    readonly options: WatchOptions,
  ) {}

  /** One look at everything. The first one never finds anything complete. */
  async look(): Promise<Sighting> {
    const before = this.last;
    const now = carryOver(before, await scan(this.files, this.options.roots), this.options.roots);
    this.last = now;
    const models = new Map<string, ModelSight>();
    for (const [name, folder] of now.models) {
      if (this.wanted(name)) models.set(name, sightOf(folder, before?.models.get(name)));
    }
    return { models, names: [...now.models.keys()], faults: now.faults };
  }

  /** One look at one model, taken as complete; null when no repository has it. */
  async lookAt(model: string): Promise<ModelSight | null> {
    const folder = await scanModel(this.files, this.options.roots, model);
    return folder === null ? null : wholeSight(folder);
  }

  /** The names in the repository as of now. */
  names(): Promise<readonly string[]> {
    return scanNames(this.files, this.options.roots);
  }

  /** Names of models to be loaded at the start that no repository has. */
  missing(sighting: Sighting): readonly string[] {
    if (this.options.mode !== 'explicit') return [];
    return this.options.loadModels.filter((name) => name !== '*' && !sighting.names.includes(name));
  }

  private wanted(name: string): boolean {
    const { mode, loadModels } = this.options;
    return mode !== 'explicit' || loadModels.includes('*') || loadModels.includes(name);
  }
}

/** A folder that somebody vouches for. */
export function wholeSight(folder: ModelFolder): ModelSight {
  return { folder, complete: new Set(folder.versions.keys()), still: true };
}

function sightOf(folder: ModelFolder, before: ModelFolder | undefined): ModelSight {
  const complete = new Set<number>();
  for (const [version, seen] of folder.versions) {
    if (before?.versions.get(version)?.fingerprint === seen.fingerprint) complete.add(version);
  }
  return { folder, complete, still: before?.fingerprint === folder.fingerprint };
}

/** A root that cannot be read now (an unmounted volume) tells nothing about its models: they stay as they were. */
function carryOver(before: RepositorySnapshot | null, now: RepositorySnapshot, roots: readonly string[]): RepositorySnapshot {
  if (before === null || now.faults.size === 0) return now;
  const models = new Map(now.models);
  for (const [name, folder] of before.models) {
    const root = roots.find((candidate) => join(candidate, name) === folder.path);
    if (root !== undefined && now.faults.has(root) && !models.has(name)) models.set(name, folder);
  }
  return { models, faults: now.faults };
}
