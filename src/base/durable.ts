/**
 * Puts a file in place so that whoever looks, at any moment and after any crash, sees the old bytes or the new ones and
 * never a part: written beside the target, synced, renamed over it, and the folder synced so that the rename lasts.
 * Writers of one path take turns; that is the caller's to keep.
 */
import { mkdir, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What is used of an open file. */
export interface DurableHandle {
  writeFile(bytes: string | Uint8Array): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What is used of the file system; a port, so that full disks and lost syncs can be played in tests. */
export interface DurableFiles {
  open(path: string, flags: string, mode?: number): Promise<DurableHandle>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
}

export const durableFiles: DurableFiles = { open, rename, unlink };

/** Ends the name of a file that is being written; one left by a killed process is overwritten by the next write. */
export const TEMPORARY = '.tmp';

/** Only the owner of the process may read what is kept: inputs of callers may be quoted in it. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/**
 * A rejection says that the new bytes may not last; the target then holds the old ones, or, where only the last sync
 * failed, the new ones. Foreign faults (`ENOSPC` and its like) pass through as they are.
 */
export async function replaceDurably(path: string, bytes: string | Uint8Array, files: DurableFiles = durableFiles): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}${TEMPORARY}`);
  try {
    await writeSynced(temporary, bytes, files);
    await files.rename(temporary, path);
  } catch (thrown) {
    await files.unlink(temporary).catch(() => undefined);
    throw thrown;
  }
  await syncFolder(dirname(path), files);
}

async function writeSynced(path: string, bytes: string | Uint8Array, files: DurableFiles): Promise<void> {
  const handle = await files.open(path, 'w', FILE_MODE);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes names that came into a folder or left it last. Where folders cannot be opened (Windows) there is nothing to do. */
export async function syncFolder(folder: string, files: DurableFiles = durableFiles): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await files.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: FOLDER_MODE });
}

/** The word a fault of the file system is known by (`ENOENT`), or its text. */
export function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown);
}
