/** Who wants to hear of writes. A listener's fault ends the process and never the write it was told of. */
import type { Document } from './store.js';

type Listener = (document: Document) => void;

export class Watchers {
  private readonly entries = new Set<{ readonly prefix: string; readonly listener: Listener }>();

  add(prefix: string, listener: Listener): () => void {
    const entry = { prefix, listener };
    this.entries.add(entry);
    return () => void this.entries.delete(entry);
  }

  /** Called before the writer's promise resolves, so that listeners run first. Each gets a copy of its own from `copy`. */
  tell(key: string, copy: () => Document): void {
    for (const entry of this.entries) {
      if (!key.startsWith(entry.prefix)) continue;
      queueMicrotask(() => {
        if (this.entries.has(entry)) entry.listener(copy());
      });
    }
  }

  clear(): void {
    this.entries.clear();
  }
}
