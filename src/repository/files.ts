/**
 * The file system as this room sees it: few calls, plain answers, no exceptions for what merely is not there. The
 * port keeps every decision about files testable in memory; `disk.ts` is the real one.
 */
export type EntryKind = 'file' | 'directory' | 'link' | 'other';

export interface Entry {
  readonly name: string;
  readonly kind: EntryKind;
}

export interface FileFact {
  readonly kind: Exclude<EntryKind, 'link'>;
  readonly bytes: number;
  readonly mtimeNs: bigint;
}

export interface Files {
  /** @throws ServingError when the folder cannot be read; the text names it. Null when there is no such folder. */
  list(path: string): Promise<readonly Entry[] | null>;
  /** Follows links. Null when there is nothing, or a link leads nowhere. */
  stat(path: string): Promise<FileFact | null>;
  /** Where a link points, as written; '' when that cannot be read. */
  target(path: string): Promise<string>;
  /** Writes a new file and the folders above it, for the eyes of this user alone. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Removes a folder and all below it; nothing there is fine. */
  remove(path: string): Promise<void>;
}
