/** Labels set by request, kept in the state store: one document per model, so that they outlive the process. */
import type { LabelStore } from '../control/port.js';
import { writeOwned } from '../state/owned.js';
import { readAll, type StateStore } from '../state/store.js';

const PREFIX = 'labels/';
const SCHEMA = 1;

export class StoredLabels implements LabelStore {
  private readonly generations = new Map<string, number>();

  constructor(private readonly store: StateStore) {}

  /** @returns what earlier processes kept, by model, and what cannot be read, in words */
  async open(): Promise<{ readonly labels: ReadonlyMap<string, ReadonlyMap<string, number>>; readonly faults: readonly string[] }> {
    const labels = new Map<string, ReadonlyMap<string, number>>();
    const { documents, faults } = await readAll(this.store, PREFIX);
    for (const { key, generation, value } of documents) {
      const model = key.slice(PREFIX.length);
      this.generations.set(model, generation);
      const read = labelsOf(value);
      if (read === null) faults.push(`${key}: not a document of labels of this version`);
      else labels.set(model, read);
    }
    return { labels, faults };
  }

  async keep(model: string, labels: ReadonlyMap<string, number>): Promise<void> {
    const outcome = await writeOwned(this.store, PREFIX + model, this.generations.get(model) ?? 0, { schema: SCHEMA, labels: Object.fromEntries(labels) });
    if (outcome.state === 'written') {
      this.generations.set(model, outcome.generation);
      return;
    }
    // The next write begins from what is there.
    if (outcome.present !== undefined) this.generations.set(model, outcome.present?.generation ?? 0);
    throw outcome.fault;
  }
}

function labelsOf(value: unknown): ReadonlyMap<string, number> | null {
  const { schema, labels } = (value ?? {}) as { readonly schema?: unknown; readonly labels?: unknown };
  if (schema !== SCHEMA || typeof labels !== 'object' || labels === null) return null;
  const entries = Object.entries(labels);
  return entries.every(([, version]) => Number.isSafeInteger(version) && version > 0) ? new Map(entries as [string, number][]) : null;
}
