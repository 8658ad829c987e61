/**
 * Keeps the documents of all models: in memory to be read at once, in the state store before anything acts on them.
 * A change is a pure function of the document; changes of one model go one after the other. What follows from a
 * change (audit line, event, metrics, traffic) is told only once the store has it. A write that failed changes nothing,
 * unless the store holds it all the same: what is in memory is what the store holds.
 */
import { ServingError } from '../base/error.js';
import { Turns } from '../base/turns.js';
import { writeOwned } from '../state/owned.js';
import { readAll, type Document as Stored, type Json, type StateStore } from '../state/store.js';
import { DOCUMENT_SCHEMA, emptyDocument, type Document, type Rollout, type Switch, type Transition } from './document.js';

export interface Kept {
  readonly document: Document;
  /** Of the last decision: what readers hold their changes to. Counting goes on below it. */
  readonly generation: number;
  /** Of the last write. */
  readonly written: number;
}

/** A change that the store has. */
export interface Change {
  readonly model: string;
  readonly generation: number;
  readonly before: Document;
  readonly after: Document;
  /** Transitions that came with it, oldest first. */
  readonly transitions: readonly { readonly rollout: Rollout; readonly transition: Transition }[];
  /** Switches that came with it. */
  readonly switches: readonly Switch[];
}

const PREFIX = 'rollouts/';

export class Desk {
  private readonly kept = new Map<string, Kept>();
  private readonly turns = new Turns();

  constructor(
    private readonly store: StateStore,
    private readonly told: (change: Change) => void,
  ) {}

  /** Reads what an earlier process decided. @returns what cannot be read, in words; such files are left as they are */
  async open(): Promise<readonly string[]> {
    const { documents, faults } = await readAll(this.store, PREFIX);
    for (const { key, generation, value } of documents) {
      const document = completed(key.slice(PREFIX.length), value);
      if (document.schema === DOCUMENT_SCHEMA) this.kept.set(key.slice(PREFIX.length), { document, generation, written: generation });
      else faults.push(`${key}: schema ${String(document.schema)} is not one of this version`);
    }
    return faults;
  }

  models(): readonly string[] {
    return [...this.kept.keys()].sort();
  }

  get(model: string): Kept | null {
    return this.kept.get(model) ?? null;
  }

  document(model: string): Document | null {
    return this.kept.get(model)?.document ?? null;
  }

  /**
   * @param generation the one that the caller has read; null takes any
   * @throws ServingError precondition_failed when somebody was faster; whatever `next` throws; faults of the store
   */
  change(model: string, next: (document: Document) => Document, generation: number | null = null): Promise<Kept> {
    return this.turns.take(model, () => this.changeNow(model, next, generation, true));
  }

  /** Keeps what was counted. That is no decision, and overtakes nobody who has read the last one. */
  count(model: string, next: (document: Document) => Document): Promise<Kept> {
    return this.turns.take(model, () => this.changeNow(model, next, null, false));
  }

  /** Resolves when no change is on its way. */
  async settled(): Promise<void> {
    await this.turns.settled();
  }

  private async changeNow(model: string, next: (document: Document) => Document, generation: number | null, isDecision: boolean): Promise<Kept> {
    const kept = this.kept.get(model) ?? { document: emptyDocument(model), generation: 0, written: 0 };
    if (generation !== null && generation !== kept.generation) {
      throw new ServingError('precondition_failed', `the rollout of model '${model}' is at generation ${kept.generation}, not ${generation}; read it again`);
    }
    const after = next(kept.document);
    if (after === kept.document) return kept;
    return this.take(model, kept, await this.write(model, kept, after, isDecision));
  }

  private async write(model: string, kept: Kept, after: Document, isDecision: boolean): Promise<Kept> {
    const outcome = await writeOwned(this.store, PREFIX + model, kept.written, after as unknown as Json);
    if (outcome.state === 'written') return { document: after, generation: isDecision ? outcome.generation : kept.generation, written: outcome.generation };
    const found = this.found(model, kept, outcome.present);
    if (found !== kept) this.take(model, kept, found);
    throw outcome.fault;
  }

  /** What the store holds now; the same object when it is what memory has, or cannot be told. */
  private found(model: string, kept: Kept, present: Stored | null | undefined): Kept {
    if (present === undefined) return kept;
    // Removed by hand: what was decided still holds, and is written anew.
    if (present === null) return kept.written === 0 ? kept : { document: kept.document, generation: 0, written: 0 };
    const document = completed(model, present.value);
    if (present.generation === kept.written || document.schema !== DOCUMENT_SCHEMA) return kept;
    return { document, generation: present.generation, written: present.generation };
  }

  private take(model: string, before: Kept, fresh: Kept): Kept {
    this.kept.set(model, fresh);
    this.told({
      model, generation: fresh.generation, before: before.document, after: fresh.document,
      transitions: transitionsSince(before.document, fresh.document), switches: switchesSince(before.document, fresh.document),
    });
    return fresh;
  }
}

function transitionsSince(before: Document, after: Document): Change['transitions'] {
  const { rollout } = after;
  if (rollout === null) return [];
  const seen = before.rollout?.id === rollout.id ? (before.rollout.transitions.at(-1)?.seq ?? 0) : 0;
  return rollout.transitions.filter(({ seq }) => seq > seen).map((transition) => ({ rollout, transition }));
}

/** A field that an older process did not know is as empty as in a new document. */
function completed(model: string, value: Json): Document {
  return { ...emptyDocument(model), ...(value as unknown as Document) };
}

function switchesSince(before: Document, after: Document): Change['switches'] {
  const seen = before.switches.at(-1)?.seq ?? 0;
  return after.switches.filter(({ seq }) => seq > seen);
}
