/**
 * The file system of this machine behind the Files port. Looks are stats and listings only; no model file is opened.
 */
import { lstat, mkdir, readdir, readlink, rm, stat, writeFile } from 'node:fs/promises';
import type { BigIntStats, Dirent } from 'node:fs';
import { dirname } from 'node:path';
import { ServingError } from '../base/error.js';
import type { Entry, EntryKind, FileFact, Files } from './files.js';

export const disk: Files = {
  async list(path) {
    try {
      const entries = await readdir(path, { withFileTypes: true });
      return await Promise.all(entries.map((entry) => entryOf(path, entry)));
    } catch (thrown) {
      if (isMissing(thrown)) return null;
      throw new ServingError('internal', `unable to read folder '${path}': ${codeOf(thrown)}`, { cause: thrown });
    }
  },

  async stat(path) {
    try {
      return factOf(await stat(path, { bigint: true }));
    } catch (thrown) {
      if (isMissing(thrown) || codeOf(thrown) === 'ELOOP') return null;
      throw new ServingError('internal', `unable to read '${path}': ${codeOf(thrown)}`, { cause: thrown });
    }
  },

  async target(path) {
    return readlink(path).catch(() => '');
  },

  async write(path, bytes) {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, bytes, { flag: 'wx', mode: 0o600 });
  },

  async remove(path) {
    await rm(path, { recursive: true, force: true });
  },
};

async function entryOf(folder: string, entry: Dirent): Promise<Entry> {
  const kind = kindOf(entry);
  // Some network and overlay file systems do not say in the listing what an entry is.
  if (kind !== 'other' || entry.isFIFO() || entry.isSocket()) return { name: entry.name, kind };
  const known = await lstat(`${folder}/${entry.name}`).catch(() => null);
  return { name: entry.name, kind: known ? kindOf(known) : 'other' };
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }): EntryKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

function factOf(stats: BigIntStats): FileFact {
  const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other';
  return { kind, bytes: Number(stats.size), mtimeNs: stats.mtimeNs };
}

function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown);
}

function isMissing(thrown: unknown): boolean {
  const code = codeOf(thrown);
  return code === 'ENOENT' || code === 'ENOTDIR';
}
