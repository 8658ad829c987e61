/**
 * The store in a folder of this machine: one JSON document per key, replaced whole, one process at a time. Nothing is
 * kept in memory: each read is what the disk holds, so that a file put back by hand counts and a torn one is seen.
 */
import { readFile, readdir, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Clock } from '../base/clock.js';
import { codeOf, durableFiles, makeFolder, replaceDurably, syncFolder, TEMPORARY, type DurableFiles } from '../base/durable.js';
import { ServingError, asServingError } from '../base/error.js';
import { decode, encode, unreadable } from './codec.js';
import { lockFolder, sweepLocks, type Lock } from './lock.js';
import { pathOfKey, SUFFIX } from './name.js';
import { checkBytes, DOCUMENT_BYTES_MAX, nextDocument, type Document, type Json, type Listed, type StateStore, type WriteOptions } from './store.js';
import { Turns } from '../base/turns.js';
import { Watchers } from './watchers.js';

/** Files moved aside of one document; more of them say that something breaks it again and again. */
const ASIDE_MAX = 1000;

/** Takes the folder for this process, or says who has it. */
export async function openFileStore(folder: string, clock: Clock, files: DurableFiles = durableFiles): Promise<FileStore> {
  try {
    await makeFolder(folder);
    const lock = await lockFolder(folder);
    await sweep(folder);
    return new FileStore(folder, clock, lock, files);
  } catch (thrown) {
    if (thrown instanceof ServingError) throw thrown;
    throw new ServingError('state_failed', `state folder '${folder}' cannot be used (${codeOf(thrown)}): make it writable, or give --state-dir another one`, { cause: thrown });
  }
}

export class FileStore implements StateStore {
  private readonly turns = new Turns();
  private readonly watchers = new Watchers();
  private state: 'open' | 'closed' = 'open';

  constructor(
    readonly folder: string,
    private readonly clock: Clock,
    private readonly lock: Lock,
    private readonly files: DurableFiles,
  ) {}

  async read(key: string): Promise<Document | null> {
    this.mustBeOpen();
    const path = this.pathOf(key);
    return this.turns.take(key, () => load(path, key));
  }

  async compareAndSet(key: string, generation: number, value: Json, options: WriteOptions = {}): Promise<Document> {
    this.mustBeOpen();
    const path = this.pathOf(key);
    // Taken down at once: the caller may change its object while the write waits for its turn.
    const kept = JSON.stringify(value);
    return this.turns.take(key, async () => {
      const present = await load(path, key);
      const next = nextDocument(key, present, generation, JSON.parse(kept) as Json, options.epoch, this.clock.wallMs());
      const text = encode(next);
      checkBytes(key, Buffer.byteLength(text));
      await this.replace(path, text, present === null);
      this.watchers.tell(key, () => decode(text, path, key));
      return next;
    });
  }

  async list(prefix: string): Promise<readonly Listed[]> {
    this.mustBeOpen();
    const readable: Listed[] = [];
    const broken: Listed[] = [];
    for (const path of await documentsUnder(this.folder, prefix)) {
      const entry = await look(this.folder, path);
      if (entry === null) continue;
      if (entry.state === 'broken') broken.push(entry);
      else if (entry.key.startsWith(prefix)) readable.push(entry);
    }
    const keyOf = (entry: Listed): string => (entry.state === 'readable' ? entry.key : entry.where);
    return [...readable.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)), ...broken];
  }

  watch(prefix: string, listener: (document: Document) => void): () => void {
    this.mustBeOpen();
    return this.watchers.add(prefix, listener);
  }

  /**
   * Puts the file of this key out of the way, whatever it holds, so that the key can be written anew from generation 1.
   * Only ever done because a person asked. @returns where the file is now, or null when there was none
   */
  async moveAside(key: string): Promise<string | null> {
    this.mustBeOpen();
    const path = this.pathOf(key);
    return this.turns.take(key, async () => {
      await this.lock.assertHeld();
      for (let n = 1; n <= ASIDE_MAX; n++) {
        const aside = `${path}.broken-${n}`;
        if (await exists(aside)) continue;
        if (!(await exists(path))) return null;
        await rename(path, aside);
        await syncFolder(dirname(path));
        return aside;
      }
      throw new ServingError('state_failed', `'${path}' was moved aside ${ASIDE_MAX} times already: find out what breaks it and remove the .broken files`);
    });
  }

  async close(): Promise<void> {
    if (this.state === 'closed') return;
    this.state = 'closed';
    await this.turns.settled();
    this.watchers.clear();
    await this.lock.release();
  }

  private async replace(path: string, text: string, isNew: boolean): Promise<void> {
    try {
      await this.lock.assertHeld();
      if (isNew) {
        await makeFolder(dirname(path));
        await syncFolder(this.folder);
      }
      await replaceDurably(path, text, this.files);
    } catch (thrown) {
      if (thrown instanceof ServingError) throw thrown;
      throw new ServingError('state_failed', `state file '${path}' cannot be written (${codeOf(thrown)}): ${codeOf(thrown) === 'ENOSPC' ? 'the disk is full; free space on it' : 'see to the disk'}, then try again`, { cause: thrown });
    }
  }

  private pathOf(key: string): string {
    return join(this.folder, pathOfKey(key));
  }

  private mustBeOpen(): void {
    if (this.state === 'closed') throw new ServingError('draining', 'the state store is closed: the server is shutting down');
  }
}

async function load(path: string, key: string | null): Promise<Document | null> {
  try {
    const { size } = await stat(path);
    // Nothing of ours is larger, and a foreign file must not fill the memory.
    if (size > DOCUMENT_BYTES_MAX) throw unreadable(path, `has ${size} bytes, more than any document`);
    return decode(await readFile(path, 'utf8'), path, key);
  } catch (thrown) {
    if (thrown instanceof ServingError) throw thrown;
    if (codeOf(thrown) === 'ENOENT') return null;
    throw unreadable(path, `cannot be read (${codeOf(thrown)})`, thrown);
  }
}

async function look(folder: string, path: string): Promise<Listed | null> {
  try {
    const document = await load(path, null);
    if (document === null) return null;
    // A file under another name than its key's would never be read by that key.
    if (path !== join(folder, pathOfKey(document.key))) throw unreadable(path, `is about ${JSON.stringify(document.key)}, another key than its name says`);
    return { state: 'readable', key: document.key, document };
  } catch (thrown) {
    return { state: 'broken', where: path, fault: asServingError(thrown, 'state_failed') };
  }
}

async function documentsUnder(folder: string, prefix: string): Promise<string[]> {
  const paths: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const collection = `${entry.name}/`;
    if (!entry.isDirectory() || !(collection.startsWith(prefix) || prefix.startsWith(collection))) continue;
    const names = await readdir(join(folder, entry.name));
    paths.push(...names.filter((name) => name.endsWith(SUFFIX) && !name.startsWith('.')).map((name) => join(folder, entry.name, name)));
  }
  return paths;
}

/** What killed writers left half written; the lock is held, so nobody is at work on it. */
async function sweep(folder: string): Promise<void> {
  await sweepLocks(folder);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) continue;
    for (const name of await readdir(path)) {
      if (name.startsWith('.') && name.endsWith(`${SUFFIX}${TEMPORARY}`)) await unlink(join(path, name)).catch(() => undefined);
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false);
}
