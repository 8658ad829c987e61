/**
 * Publishes a version: copied beside its place under a hidden name, synced, and renamed. A process killed at any moment
 * leaves either nothing that a server would look at, or the whole version.
 */
import { randomBytes } from 'node:crypto';
import { copyFile, lstat, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { systemClock } from '../base/clock.js';
import { codeOf, syncFolder } from '../base/durable.js';
import { ServingError } from '../base/error.js';
import { MANIFEST_FILE, manifestFaults, renderManifest, type ManifestFile } from '../gate/manifest.js';
import { versionOf } from '../repository/layout.js';
import { filesOf } from './files.js';
import { nextVersion, placementOf, type Placement, type Wish } from './place.js';

export interface PublishRequest extends Wish {
  readonly source: string;
  readonly repository: string;
  readonly modelFile: string;
  /** Looks into the model file. @throws ServingError for one that cannot be read */
  readonly inspect: (path: string) => Promise<unknown>;
  /** Tells of each file copied. */
  readonly progress: (done: number, total: number, path: string) => void;
}

export type Published =
  | { readonly kind: 'published'; readonly model: string; readonly version: number; readonly path: string; readonly files: readonly ManifestFile[] }
  /** The same bytes were there. */
  | { readonly kind: 'present'; readonly model: string; readonly version: number; readonly path: string };

/** Servers look at no folder that begins with a dot. */
const HIDDEN = '.publishing-';
/** What a killed publish left is in nobody's way, and is swept once nobody can be at work on it. */
const STALE_MS = 3_600_000;

/** @throws ServingError invalid_argument, already_exists (the same version with other bytes), state_failed */
export async function publish(request: PublishRequest): Promise<Published> {
  try {
    return await place(request);
  } catch (thrown) {
    if (thrown instanceof ServingError) throw thrown;
    throw new ServingError('state_failed', `'${request.source}' cannot be published to '${request.repository}' (${codeOf(thrown)})`, { cause: thrown });
  }
}

async function place(request: PublishRequest): Promise<Published> {
  const source = resolve(request.source);
  const entries = await readdir(source, { withFileTypes: true }).catch((thrown: unknown) => {
    throw new ServingError('invalid_argument', `folder '${request.source}' cannot be read (${codeOf(thrown)})`);
  });
  const names = (isFolder: boolean): string[] => entries.filter((entry) => entry.isDirectory() === isFolder && !entry.name.startsWith('.')).map(({ name }) => name);
  const found = { name: basename(source), parent: basename(dirname(source)), files: names(false), folders: names(true) };
  const placement = placementOf(found, request, request.modelFile);
  const from = join(source, placement.versionFolder);
  const files = await filesOf(from);
  if (files.length === 0) throw new ServingError('invalid_argument', `'${from}' holds no files`);
  await request.inspect(await modelPath(from, request.modelFile));
  const folder = join(resolve(request.repository), placement.model);
  const version = placement.version ?? nextVersion(await versionsIn(folder));
  const target = join(folder, String(version));
  const present = await presentIn(target, files, placement.model, version);
  if (present) return { kind: 'present', model: placement.model, version, path: target };
  await copyInto(request, { source, from, folder, target, files, placement });
  return { kind: 'published', model: placement.model, version, path: target, files };
}

interface Copying {
  readonly source: string;
  readonly from: string;
  readonly folder: string;
  readonly target: string;
  readonly files: readonly ManifestFile[];
  readonly placement: Placement;
}

async function copyInto(request: PublishRequest, { source, from, folder, target, files, placement }: Copying): Promise<void> {
  const repository = resolve(request.repository);
  const isNew = !(await isFolder(folder));
  await mkdir(isNew ? repository : folder, { recursive: true });
  const parent = isNew ? repository : folder;
  await sweep(parent);
  const hidden = join(parent, `${HIDDEN}${randomBytes(6).toString('hex')}`);
  const versionAt = isNew ? join(hidden, basename(target)) : hidden;
  try {
    await mkdir(versionAt, { recursive: true });
    for (const [k, { path }] of files.entries()) {
      await copySynced(join(from, path), join(versionAt, path));
      request.progress(k + 1, files.length, path);
    }
    // What was copied is digested, not what was read first: the source may have changed meanwhile.
    const faults = manifestFaults({ manifest: 1, files }, await filesOf(versionAt));
    if (faults.length > 0) throw new ServingError('invalid_argument', `'${from}' changed while it was copied: ${faults.join('; ')}; publish it again`);
    await writeSynced(join(versionAt, MANIFEST_FILE), renderManifest(files));
    await syncFolder(versionAt);
    if (isNew) for (const name of placement.shared) await copySynced(join(source, name), join(hidden, name));
    await rename(hidden, isNew ? folder : target);
    await syncFolder(parent);
  } catch (thrown) {
    await rm(hidden, { recursive: true, force: true });
    if (['ENOTEMPTY', 'EEXIST'].includes(codeOf(thrown))) throw new ServingError('already_exists', `somebody else published '${target}' at the same time; look at it and publish again`, { cause: thrown });
    throw thrown;
  }
}

/** Whether the version is there with these bytes. @throws ServingError already_exists when it is there with others */
async function presentIn(target: string, files: readonly ManifestFile[], model: string, version: number): Promise<boolean> {
  if (!(await isFolder(target))) return false;
  const faults = manifestFaults({ manifest: 1, files }, await filesOf(target));
  if (faults.length === 0) return true;
  const others = await versionsIn(dirname(target));
  throw new ServingError('already_exists', `version ${version} of model '${model}' is published with other files: ${faults.join('; ')}. A version never changes; publish these as version ${nextVersion(others)}`);
}

async function modelPath(folder: string, modelFile: string): Promise<string> {
  const path = join(folder, modelFile);
  const found = await lstat(path).catch(() => null);
  if (found === null) throw new ServingError('invalid_argument', `there is no '${modelFile}' in '${folder}'`);
  return found.isDirectory() ? join(path, basename(modelFile)) : path;
}

async function versionsIn(folder: string): Promise<number[]> {
  return (await readdir(folder).catch(() => [])).flatMap((name) => versionOf(name) ?? []);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isDirectory(), () => false);
}

async function copySynced(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
  const handle = await open(to, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeSynced(path: string, text: string): Promise<void> {
  await writeFile(path, text, { flush: true });
}

async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(HIDDEN)) continue;
    const { mtimeMs } = await stat(join(folder, name));
    if (systemClock.wallMs() - mtimeMs > STALE_MS) await rm(join(folder, name), { recursive: true, force: true });
  }
}
