/**
 * What a load request brings along: a config in place of the one on disk, and files in place of a folder. Files go
 * to a private folder of their own, so that an override never touches the repository, and a failed load leaves the
 * override before it as it was. A remembered override holds until the config on disk becomes newer.
 */
import { join } from 'node:path';
import { ServingError } from '../base/error.js';
import type { Files } from './files.js';
import { newestNs } from './fingerprint.js';
import { pathFault } from './layout.js';
import { scanFolder, type ModelFolder } from './scan.js';

export interface Override {
  readonly id: number;
  /** JSON text. */
  readonly config: string;
  /** The private folder with the files of the request; null when the files are those of the repository. */
  readonly folder: string | null;
  /** Newest time of change of the config on disk when the request came. */
  readonly configNs: bigint;
}

const FILES_MAX = 1_000;

export class Overrides {
  private readonly kept = new Map<string, Override>();
  private readonly stale = new Map<string, string[]>();
  private ids = 0;

  constructor(
    private readonly files: Files,
    /** A folder that is this process's own. */
    private readonly tempFolder: string,
  ) {}

  /** Checks and writes what a request brings. @throws ServingError invalid_argument; nothing is left behind. */
  async stage(model: string, config: string, content: ReadonlyMap<string, Uint8Array>, onDisk: ModelFolder | null): Promise<Override> {
    if (content.size > FILES_MAX) throw new ServingError('invalid_argument', `a load request may carry at most ${FILES_MAX} files, not ${content.size}`);
    for (const path of content.keys()) {
      const fault = pathFault(path);
      if (fault !== null) throw new ServingError('invalid_argument', `failed to load '${model}', ${fault}`);
    }
    this.ids += 1;
    const override: Override = {
      id: this.ids,
      config,
      folder: content.size === 0 ? null : join(this.tempFolder, String(this.ids)),
      configNs: configNs(onDisk),
    };
    try {
      for (const [path, bytes] of content) await this.files.write(join(override.folder ?? '', path), bytes);
    } catch (thrown) {
      await this.discard(override);
      throw new ServingError('invalid_argument', `failed to load '${model}', the files of the request cannot be stored: one path may be a folder of another, or the disk is full`, { cause: thrown });
    }
    return override;
  }

  /** The override that a plain load or a look uses; one that the config on disk has overtaken is dropped. */
  current(model: string, onDisk: ModelFolder | null): Override | null {
    const override = this.kept.get(model);
    if (!override) return null;
    if (configNs(onDisk) <= override.configNs) return override;
    this.retire(model, override);
    this.kept.delete(model);
    return null;
  }

  /** After a load with it came up. The one before it is no longer used by new loads. */
  keep(model: string, override: Override): void {
    const before = this.kept.get(model);
    if (before && before.id !== override.id) this.retire(model, before);
    this.kept.set(model, override);
  }

  /** The folder that a load with this override reads. */
  async folder(model: string, override: Override, onDisk: ModelFolder | null): Promise<ModelFolder | null> {
    return override.folder === null ? onDisk : scanFolder(this.files, model, override.folder);
  }

  /** After a load that failed. */
  async discard(override: Override): Promise<void> {
    if (override.folder !== null) await this.files.remove(override.folder);
  }

  /** Removes the folders of overrides that were replaced and that no copy uses any more. */
  async sweep(model: string, inUse: (folder: string) => boolean): Promise<void> {
    const stale = this.stale.get(model) ?? [];
    const kept = stale.filter(inUse);
    if (kept.length > 0) this.stale.set(model, kept);
    else this.stale.delete(model);
    for (const folder of stale) if (!kept.includes(folder)) await this.files.remove(folder);
  }

  /** At the end of the process. */
  async clear(): Promise<void> {
    this.kept.clear();
    this.stale.clear();
    await this.files.remove(this.tempFolder);
  }

  private retire(model: string, override: Override): void {
    if (override.folder !== null) this.stale.set(model, [...(this.stale.get(model) ?? []), override.folder]);
  }
}

function configNs(folder: ModelFolder | null): bigint {
  if (folder === null) return 0n;
  return newestNs(folder.files.filter((file) => folder.configFiles.includes(file.path)));
}
