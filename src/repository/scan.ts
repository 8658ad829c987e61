/**
 * One look at the trees: what models, versions and files there are, as an immutable snapshot. A look never fails:
 * what cannot be read is a fault in words on the model it belongs to, or on its root, and the rest is looked at all
 * the same. Stats and listings only, with a bound on how many are under way.
 */
import { join } from 'node:path';
import { asServingError } from '../base/error.js';
import type { Entry, Files } from './files.js';
import { fingerprintOf, type FileSeen } from './fingerprint.js';
import { CONFIG_FILES, nameFault, versionOf } from './layout.js';

export interface VersionFolder {
  readonly version: number;
  readonly path: string;
  readonly files: readonly FileSeen[];
  readonly fingerprint: string;
  /** '' when the folder could be read to its end. */
  readonly fault: string;
}

export interface ModelFolder {
  readonly name: string;
  readonly path: string;
  /** `config.pbtxt` and `config.yaml` as far as they are there; both at once is the reader's fault to tell. */
  readonly configFiles: readonly string[];
  /** Plain files beside the version folders: config, labels. */
  readonly files: readonly FileSeen[];
  readonly fingerprint: string;
  readonly versions: ReadonlyMap<number, VersionFolder>;
  /** Names of folders that are no versions, such as `01`. */
  readonly skipped: readonly string[];
  readonly fault: string;
}

export interface RepositorySnapshot {
  readonly models: ReadonlyMap<string, ModelFolder>;
  /** Roots that cannot be read, in words. A model of such a root is not known to be gone. */
  readonly faults: ReadonlyMap<string, string>;
}

/** Bounds on one look; a tree beyond them is not a repository. */
const FILES_PER_VERSION_MAX = 10_000;
const DEPTH_MAX = 4;
const MODELS_AT_ONCE = 16;

export async function scan(files: Files, roots: readonly string[]): Promise<RepositorySnapshot> {
  const { places, faults } = await modelPlaces(files, roots);
  const models = new Map<string, ModelFolder>();
  const names = [...places.keys()].sort();
  let next = 0;
  const looker = async (): Promise<void> => {
    for (let name = names[next++]; name !== undefined; name = names[next++]) {
      models.set(name, await lookAt(files, name, places.get(name) ?? []));
    }
  };
  await Promise.all(Array.from({ length: MODELS_AT_ONCE }, looker));
  return { models: new Map([...models].sort(([a], [b]) => (a < b ? -1 : 1))), faults };
}

/** Names of the models in the roots, without looking into them. */
export async function scanNames(files: Files, roots: readonly string[]): Promise<readonly string[]> {
  return [...(await modelPlaces(files, roots)).places.keys()].sort();
}

/** A look at one model by name; null when no root has it. */
export async function scanModel(files: Files, roots: readonly string[], name: string): Promise<ModelFolder | null> {
  if (nameFault(name) !== null) return null;
  const places: string[] = [];
  for (const root of roots) {
    const path = join(root, name);
    const fact = await files.stat(path).catch(() => null);
    if (fact?.kind === 'directory') places.push(path);
  }
  return places.length === 0 ? null : lookAt(files, name, places);
}

/** A look at a model in a folder that is no repository, such as one made from a load request. */
export function scanFolder(files: Files, name: string, path: string): Promise<ModelFolder> {
  return lookAt(files, name, [path]);
}

async function modelPlaces(files: Files, roots: readonly string[]): Promise<{ places: Map<string, string[]>; faults: Map<string, string> }> {
  const places = new Map<string, string[]>();
  const faults = new Map<string, string>();
  for (const root of new Set(roots)) {
    const { entries, fault } = await listing(files, root);
    if (fault !== '') faults.set(root, fault);
    for (const entry of entries) {
      if (nameFault(entry.name) !== null || !(await isFolder(files, root, entry))) continue;
      places.set(entry.name, [...(places.get(entry.name) ?? []), join(root, entry.name)]);
    }
  }
  return { places, faults };
}

async function lookAt(files: Files, name: string, places: readonly string[]): Promise<ModelFolder> {
  const path = places[0] ?? '';
  const nothing = { name, path, configFiles: [], files: [], fingerprint: '', versions: new Map(), skipped: [] };
  if (places.length > 1) return { ...nothing, fault: `model '${name}' appears in two or more repositories: ${places.join(', ')}` };
  const { entries, fault } = await listing(files, path);
  if (fault !== '') return { ...nothing, fault };
  const versions = new Map<number, VersionFolder>();
  const skipped: string[] = [];
  const beside: FileSeen[] = [];
  let broken = '';
  for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    try {
      if (!(await isFolder(files, path, entry))) {
        const seen = await seeFile(files, path, entry, entry.name);
        if (seen) beside.push(seen);
        continue;
      }
      const version = versionOf(entry.name);
      if (version === null) {
        skipped.push(entry.name);
        continue;
      }
      const target = entry.kind === 'link' ? await files.target(join(path, entry.name)) : '';
      versions.set(version, await lookAtVersion(files, version, join(path, entry.name), target));
    } catch (thrown) {
      broken = asServingError(thrown).message;
    }
  }
  const configFiles = beside.map((file) => file.path).filter((file) => CONFIG_FILES.includes(file));
  return { name, path, configFiles, files: beside, fingerprint: fingerprintOf(beside), versions, skipped, fault: broken };
}

async function lookAtVersion(files: Files, version: number, path: string, target: string): Promise<VersionFolder> {
  const seen: FileSeen[] = [];
  let fault = '';
  try {
    await walk(files, path, '', 0, seen);
    if (seen.length > FILES_PER_VERSION_MAX) fault = `version folder '${path}' holds more than ${FILES_PER_VERSION_MAX} files`;
  } catch (thrown) {
    fault = asServingError(thrown).message;
  }
  // A folder that is a link is replaced by pointing it elsewhere, perhaps at files of the same size and time.
  const linked = target === '' ? seen : [...seen, { path: '.', bytes: 0, mtimeNs: 0n, target }];
  return { version, path, files: seen, fingerprint: fingerprintOf(linked), fault };
}

/** Files below a folder, hidden ones left out: tools keep half-copied files under such names. */
async function walk(files: Files, folder: string, prefix: string, depth: number, seen: FileSeen[]): Promise<void> {
  if (depth > DEPTH_MAX || seen.length > FILES_PER_VERSION_MAX) return;
  for (const entry of (await files.list(folder)) ?? []) {
    if (entry.name.startsWith('.')) continue;
    const relative = prefix + entry.name;
    if (await isFolder(files, folder, entry)) {
      await walk(files, join(folder, entry.name), `${relative}/`, depth + 1, seen);
    } else {
      const file = await seeFile(files, folder, entry, relative);
      if (file) seen.push(file);
    }
  }
}

async function seeFile(files: Files, folder: string, entry: Entry, relative: string): Promise<FileSeen | null> {
  if (entry.kind === 'other') return null;
  const path = join(folder, entry.name);
  const fact = await files.stat(path);
  if (fact?.kind !== 'file') return null;
  const target = entry.kind === 'link' ? await files.target(path) : '';
  return { path: relative, bytes: fact.bytes, mtimeNs: fact.mtimeNs, target };
}

/** Links are followed, because mounted volumes and caches of models are made of them. */
async function isFolder(files: Files, folder: string, entry: Entry): Promise<boolean> {
  if (entry.kind !== 'link') return entry.kind === 'directory';
  const fact = await files.stat(join(folder, entry.name)).catch(() => null);
  return fact?.kind === 'directory';
}

async function listing(files: Files, path: string): Promise<{ entries: readonly Entry[]; fault: string }> {
  try {
    const entries = await files.list(path);
    return entries === null ? { entries: [], fault: `folder '${path}' does not exist` } : { entries, fault: '' };
  } catch (thrown) {
    return { entries: [], fault: asServingError(thrown).message };
  }
}
