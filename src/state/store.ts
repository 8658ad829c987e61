/**
 * Port for everything that decides and must outlive the process: one document per key, changed only by compare-and-set
 * on its generation. Promised to whoever writes decisions: a resolved write lasts, a rejected one left the old document
 * or, where the fault came after the rename, the new one whole; read again to know. A generation never goes back.
 */
import { ServingError } from '../base/error.js';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined };

export interface Document {
  readonly key: string;
  /** 1 for the first write, one more at each. 0 stands for "there is none yet" where a generation is asked for. */
  readonly generation: number;
  /** The highest lease epoch this document was written under; writes of an older epoch are refused. */
  readonly epoch: number;
  /** Wall time of the write, for people. */
  readonly writtenMs: number;
  readonly value: Json;
}

/** A file that is there and cannot be read is listed too: hiding it would look like no decision at all. */
export type Listed =
  | { readonly state: 'readable'; readonly key: string; readonly document: Document }
  | { readonly state: 'broken'; readonly where: string; readonly fault: ServingError };

export interface WriteOptions {
  /** The epoch of the lease held by the writer; without it the document keeps the one it has. */
  readonly epoch?: number;
}

export interface StateStore {
  read(key: string): Promise<Document | null>;
  /**
   * Writes when `generation` is the present one (0: there is none yet), else rejects with `conflict`. Writes of one
   * key take turns in the order of their calls.
   */
  compareAndSet(key: string, generation: number, value: Json, options?: WriteOptions): Promise<Document>;
  /** Every document whose key starts with the prefix, by key; what cannot be read comes last. */
  list(prefix: string): Promise<readonly Listed[]>;
  /**
   * Tells of each write after this call, once it lasts and before its writer hears of it; per key in order. What was
   * there before comes from `list`: watch first, then list, and keep the higher generation.
   */
  watch(prefix: string, listener: (document: Document) => void): () => void;
  /** Resolves when every write that was begun is done; later calls are refused. */
  close(): Promise<void>;
}

/** What one document may take as JSON; the state of a rollout with its evidence is some 50 KiB. */
export const DOCUMENT_BYTES_MAX = 8 * 1024 * 1024;

/** File systems end names at 255 bytes; longer ones cannot come from a repository. */
const NAME_BYTES_MAX = 1024;
const COLLECTION = /^[a-z][a-z0-9-]{0,63}$/;

export interface Key {
  readonly collection: string;
  readonly name: string;
}

/** A key is `collection/name`; the name may hold anything but is never empty. */
export function parseKey(key: string): Key {
  const slash = key.indexOf('/');
  const collection = key.slice(0, Math.max(0, slash));
  const name = key.slice(slash + 1);
  const bytes = Buffer.from(name, 'utf8');
  // A lone surrogate has no UTF-8 form: two such names would share one file.
  const sound = COLLECTION.test(collection) && bytes.length > 0 && bytes.length <= NAME_BYTES_MAX && bytes.toString('utf8') === name;
  if (!sound) {
    throw new ServingError('invalid_argument', `state key ${JSON.stringify(key)} cannot be used: it must be collection/name, with a collection of lower-case letters, digits and '-' and a name of 1 to ${NAME_BYTES_MAX} bytes of UTF-8`);
  }
  return { collection, name };
}

/** The rules of a write, the same for every driver. @returns what becomes the document */
export function nextDocument(key: string, present: Document | null, generation: number, value: Json, epoch: number | undefined, nowMs: number): Document {
  const found = present?.generation ?? 0;
  if (found !== generation) {
    throw new ServingError('conflict', `'${key}' is at generation ${found}, not ${generation}: it changed since it was read; read it again`);
  }
  const reached = present?.epoch ?? 0;
  if (epoch !== undefined && epoch < reached) {
    throw new ServingError('conflict', `'${key}' was written under lease epoch ${reached}, and this write holds epoch ${epoch}: another holder took the lease over`);
  }
  return { key, generation: generation + 1, epoch: epoch ?? reached, writtenMs: nowMs, value };
}

/** Refused rather than cut: half a decision is none. */
export function checkBytes(key: string, bytes: number): void {
  if (bytes <= DOCUMENT_BYTES_MAX) return;
  throw new ServingError('invalid_argument', `the document of '${key}' has ${bytes} bytes, at most ${DOCUMENT_BYTES_MAX}: keep less evidence in it`);
}

/** Documents of a collection, and in words what is there and cannot be read; such files are left as they are. */
export async function readAll(store: StateStore, prefix: string): Promise<{ readonly documents: readonly Document[]; readonly faults: string[] }> {
  const listed = await store.list(prefix);
  return {
    documents: listed.flatMap((one) => (one.state === 'readable' ? [one.document] : [])),
    faults: listed.flatMap((one) => (one.state === 'broken' ? [`${one.where}: ${one.fault.message}`] : [])),
  };
}
