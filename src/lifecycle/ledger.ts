/**
 * What the world may know of every version: coarse state, reason, since when, and the last moves. The manager
 * writes; the index, readiness, metrics and everybody who waits for a state read. Several copies of one version
 * number (the one that serves and the one that will replace it) are one row here: the best of them, so that a
 * reload does not look like an outage.
 */
import type { Clock } from '../base/clock.js';
import { asServingError } from '../base/error.js';
import { coarse, reason, type Coarse, type Phase, type VersionState } from './state.js';

/** One copy, in fine states. */
export interface CopyRow {
  readonly servingId: number;
  readonly model: string;
  readonly version: number;
  readonly fingerprint: string;
  readonly state: VersionState;
  /** Milliseconds since the Unix epoch at which it came into this phase. */
  readonly sinceMs: number;
}

/** One version, in coarse states. Version 0 speaks for the model as a whole, where something is wrong with that. */
export interface VersionRow {
  readonly model: string;
  readonly version: number;
  readonly state: Coarse;
  readonly reason: string;
  readonly sinceMs: number;
}

export interface Move {
  readonly model: string;
  readonly version: number;
  readonly servingId: number;
  readonly from: Phase | null;
  readonly to: Phase;
  readonly reason: string;
  readonly atMs: number;
}

interface Waiter {
  readonly holds: (copies: readonly CopyRow[]) => boolean;
  readonly resolve: () => void;
  readonly reject: (fault: unknown) => void;
}

interface Page {
  readonly copies: Map<number, CopyRow>;
  /** Versions on disk that are no copies, and faults of the model as a whole (0), in words. */
  notes: ReadonlyMap<number, string>;
  notesSinceMs: number;
  readonly waiters: Set<Waiter>;
}

const RANK: Readonly<Record<Coarse, number>> = { READY: 3, LOADING: 2, UNLOADING: 1, UNAVAILABLE: 0 };

export class Ledger {
  private readonly pages = new Map<string, Page>();
  private readonly listeners = new Set<(move: Move) => void>();
  private readonly moves: Move[] = [];

  constructor(
    private readonly clock: Clock,
    /** How many moves are remembered for people who ask what happened. */
    private readonly movesMax = 256,
  ) {}

  /** Called on each move of a copy. A newer copy of a version replaces what is left of finished ones. */
  record(copy: Omit<CopyRow, 'sinceMs'>): void {
    const page = this.page(copy.model);
    const before = page.copies.get(copy.servingId);
    const samePhase = before?.state.phase === copy.state.phase;
    const row = { ...copy, sinceMs: samePhase && before ? before.sinceMs : this.clock.wallMs() };
    page.copies.set(copy.servingId, row);
    for (const [id, other] of page.copies) {
      if (id < copy.servingId && other.version === copy.version && finished(other)) page.copies.delete(id);
      if (id > copy.servingId && other.version === copy.version && finished(row)) page.copies.delete(copy.servingId);
    }
    if (!samePhase || (before && reason(before.state) !== reason(row.state))) this.tell(row, before?.state.phase ?? null);
    this.wake(page);
  }

  /**
   * What lies in the repository now: finished versions that are not on disk any more are forgotten.
   * @returns whether the rows of the model may have changed; no listener is told of that, because no copy has moved
   */
  survey(model: string, present: ReadonlySet<number>, notes: ReadonlyMap<number, string>): boolean {
    const page = this.page(model);
    let changed = !sameNotes(page.notes, notes);
    for (const [id, copy] of page.copies) {
      if (finished(copy) && !present.has(copy.version)) changed = page.copies.delete(id) || changed;
    }
    if (!sameNotes(page.notes, notes)) {
      page.notes = notes;
      page.notesSinceMs = this.clock.wallMs();
    }
    this.wake(page);
    this.prune(model, page);
    return changed;
  }

  models(): readonly string[] {
    return [...this.pages].filter(([, page]) => page.copies.size > 0 || page.notes.size > 0).map(([model]) => model).sort();
  }

  copies(model: string): readonly CopyRow[] {
    return [...(this.pages.get(model)?.copies.values() ?? [])];
  }

  /** By version, ascending. */
  versions(model: string): readonly VersionRow[] {
    const page = this.pages.get(model);
    if (!page) return [];
    const best = new Map<number, VersionRow>();
    for (const copy of page.copies.values()) {
      const row = { model, version: copy.version, state: coarse(copy.state), reason: reason(copy.state), sinceMs: copy.sinceMs };
      const other = best.get(copy.version);
      best.set(copy.version, other ? merge(other, row) : row);
    }
    for (const [version, text] of page.notes) {
      if (!best.has(version)) best.set(version, { model, version, state: 'UNAVAILABLE', reason: text, sinceMs: page.notesSinceMs });
    }
    return [...best.values()].sort((a, b) => a.version - b.version);
  }

  /** The last moves of all models, oldest first. */
  history(): readonly Move[] {
    return this.moves;
  }

  /** Answers a function that ends the listening. Listeners are called after the ledger has changed, and must not throw. */
  listen(listener: (move: Move) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Resolves as soon as the copies of the model are as asked; at once when they are. Rejects when told to stop. */
  until(model: string, holds: (copies: readonly CopyRow[]) => boolean, signal?: AbortSignal): Promise<void> {
    const page = this.page(model);
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(asServingError(signal.reason, 'cancelled'));
      const onAbort = (): void => {
        page.waiters.delete(waiter);
        this.prune(model, page);
        reject(asServingError(signal?.reason, 'cancelled'));
      };
      const waiter: Waiter = {
        holds,
        reject,
        resolve: () => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      page.waiters.add(waiter);
      this.wake(page);
      this.prune(model, page);
    });
  }

  /** Lets the waiters of a model look again after something that is not a move, such as a new wanted set. */
  nudge(model: string): void {
    const page = this.pages.get(model);
    if (page) this.wake(page);
  }

  private wake(page: Page): void {
    const rows = [...page.copies.values()];
    for (const waiter of [...page.waiters]) {
      if (!waiter.holds(rows)) continue;
      page.waiters.delete(waiter);
      waiter.resolve();
    }
  }

  private tell(row: CopyRow, from: Phase | null): void {
    const move: Move = {
      model: row.model,
      version: row.version,
      servingId: row.servingId,
      from,
      to: row.state.phase,
      reason: reason(row.state),
      atMs: this.clock.wallMs(),
    };
    this.moves.push(move);
    if (this.moves.length > this.movesMax) this.moves.shift();
    for (const listener of [...this.listeners]) listener(move);
  }

  private page(model: string): Page {
    let page = this.pages.get(model);
    if (!page) this.pages.set(model, (page = { copies: new Map(), notes: new Map(), notesSinceMs: 0, waiters: new Set() }));
    return page;
  }

  private prune(model: string, page: Page): void {
    if (page.copies.size === 0 && page.notes.size === 0 && page.waiters.size === 0) this.pages.delete(model);
  }
}

function finished(copy: { readonly state: VersionState }): boolean {
  return copy.state.phase === 'end' || copy.state.phase === 'error';
}

function merge(a: VersionRow, b: VersionRow): VersionRow {
  const [best, rest] = RANK[a.state] >= RANK[b.state] ? [a, b] : [b, a];
  if (best.state !== 'READY' || rest.state !== 'UNAVAILABLE' || rest.reason === 'unloaded') return best;
  return { ...best, reason: [best.reason, `reload: ${rest.reason}`].filter((text) => text !== '').join('; ') };
}

function sameNotes(a: ReadonlyMap<number, string>, b: ReadonlyMap<number, string>): boolean {
  return a.size === b.size && [...a].every(([version, text]) => b.get(version) === text);
}
