/** Writing a document that has one writer, who holds its generation in memory. */
import type { Document, Json, StateStore } from './store.js';

/**
 * written: it lasts, also where only what came after the write failed, such as the sync of its folder.
 * refused: it may not last. `present` is what the store holds now, null where there is nothing, undefined where that
 * cannot be told.
 */
export type OwnedWrite =
  | { readonly state: 'written'; readonly generation: number }
  | { readonly state: 'refused'; readonly fault: unknown; readonly present: Document | null | undefined };

export async function writeOwned(store: StateStore, key: string, generation: number, value: Json): Promise<OwnedWrite> {
  try {
    return { state: 'written', generation: (await store.compareAndSet(key, generation, value)).generation };
  } catch (fault) {
    const present = await store.read(key).catch(() => undefined);
    const isThere = present?.generation === generation + 1 && JSON.stringify(present.value) === JSON.stringify(value);
    return isThere ? { state: 'written', generation: present.generation } : { state: 'refused', fault, present };
  }
}
