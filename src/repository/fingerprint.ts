/**
 * What makes two looks at files the same: names, sizes, times of change to the nanosecond, and where links point.
 * Contents are not read, so a look is cheap on many models. A folder is complete when two looks in a row see the
 * same; one that is still being copied changes from look to look and waits.
 */
import { createHash } from 'node:crypto';

export interface FileSeen {
  /** Relative to the folder that is looked at, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly mtimeNs: bigint;
  /** '' for a plain file. */
  readonly target: string;
}

/** The same for the same files in any order. */
export function fingerprintOf(files: readonly FileSeen[]): string {
  const hash = createHash('sha256');
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(JSON.stringify([file.path, file.bytes, file.mtimeNs.toString(), file.target]));
  }
  return hash.digest('base64url').slice(0, 22);
}

/** The newest time of change, in nanoseconds; 0 without files. */
export function newestNs(files: readonly FileSeen[]): bigint {
  return files.reduce((newest, file) => (file.mtimeNs > newest ? file.mtimeNs : newest), 0n);
}
