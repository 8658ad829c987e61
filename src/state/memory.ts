/** The store without a disk, for tests and for gateways told to keep nothing. Decisions end with the process. */
import { ServingError } from '../base/error.js';
import type { Clock } from '../base/clock.js';
import { checkBytes, nextDocument, parseKey, type Document, type Json, type Listed, type StateStore, type WriteOptions } from './store.js';
import { Turns } from '../base/turns.js';
import { Watchers } from './watchers.js';

export class MemoryStore implements StateStore {
  /** As text, so that nobody shares an object with anybody, as with a file. */
  private readonly texts = new Map<string, string>();
  private readonly turns = new Turns();
  private readonly watchers = new Watchers();
  private state: 'open' | 'closed' = 'open';

  constructor(private readonly clock: Clock) {}

  async read(key: string): Promise<Document | null> {
    this.mustBeOpen();
    parseKey(key);
    return this.turns.take(key, async () => this.present(key));
  }

  async compareAndSet(key: string, generation: number, value: Json, options: WriteOptions = {}): Promise<Document> {
    this.mustBeOpen();
    parseKey(key);
    // Taken down at once: the caller may change its object while the write waits for its turn.
    const kept = JSON.stringify(value);
    return this.turns.take(key, async () => {
      const next = nextDocument(key, this.present(key), generation, JSON.parse(kept) as Json, options.epoch, this.clock.wallMs());
      const text = JSON.stringify(next);
      checkBytes(key, Buffer.byteLength(text));
      this.texts.set(key, text);
      this.watchers.tell(key, () => JSON.parse(text) as Document);
      return next;
    });
  }

  async list(prefix: string): Promise<readonly Listed[]> {
    this.mustBeOpen();
    const keys = [...this.texts.keys()].filter((key) => key.startsWith(prefix)).sort();
    return keys.flatMap((key) => {
      const document = this.present(key);
      return document === null ? [] : [{ state: 'readable', key, document } as const];
    });
  }

  watch(prefix: string, listener: (document: Document) => void): () => void {
    this.mustBeOpen();
    return this.watchers.add(prefix, listener);
  }

  async close(): Promise<void> {
    this.state = 'closed';
    await this.turns.settled();
    this.watchers.clear();
  }

  private present(key: string): Document | null {
    const text = this.texts.get(key);
    return text === undefined ? null : (JSON.parse(text) as Document);
  }

  private mustBeOpen(): void {
    if (this.state === 'closed') throw new ServingError('draining', 'the state store is closed: the server is shutting down');
  }
}
