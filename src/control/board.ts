/**
 * The current routing table and the only place that makes a new one. Turns the serving sets of the lifecycle, the
 * labels and the ledger's reasons into tables with rising epochs, one on its way at a time: changes that come
 * meanwhile share the next one. Whoever asked for a change is answered when a table with it is on every front end.
 */
import { asServingError, ServingError } from '../base/error.js';
import { Turns } from '../base/turns.js';
import type { Ledger } from '../lifecycle/ledger.js';
import { UNLOADED } from '../lifecycle/state.js';
import type { Exposure, Note, Pause, Served } from '../lifecycle/port.js';
import { buildTable, PLAIN_TRAFFIC, type ModelFacts, type Traffic } from '../routing/build.js';
import { dropGone, effectiveLabels, EMPTY_BOOK, moveLabel, type LabelBook } from '../routing/labels.js';
import { emptyTable, type RoutingTable } from '../routing/table.js';
import type { LabelStore, Publisher } from './port.js';

const RETRY_MS = 1_000;

export class Board<Route> implements Exposure<Route> {
  private current: RoutingTable<Route> = emptyTable();
  private readonly serving = new Map<string, readonly Served<Route>[]>();
  private readonly books = new Map<string, LabelBook>();
  private readonly traffics = new Map<string, Traffic<Route>>();
  /** Labels of an earlier process whose versions have not served yet. */
  private readonly recalled = new Map<string, ReadonlyMap<string, number>>();
  private readonly labelTurns = new Turns();
  private isClosed = false;
  private sending = false;
  /** Asked for since the table on its way was made. */
  private waiting: (() => void)[] = [];
  private dirty = false;

  constructor(
    private readonly publisher: Publisher<Route>,
    private readonly ledger: Ledger,
    private readonly pause: Pause,
    private readonly note: Note,
    private readonly labelStore: LabelStore,
  ) {
    // Reasons of versions that do not serve are in the table too, so every move makes a new one.
    ledger.listen(() => this.refresh());
  }

  /** The newest table made; the front ends have it or are about to. */
  get table(): RoutingTable<Route> {
    return this.current;
  }

  expose(model: string, served: readonly Served<Route>[]): Promise<void> {
    if (served.length === 0) this.serving.delete(model);
    else this.serving.set(model, served);
    const { book, gone } = dropGone(this.book(model), this.versions(model));
    this.setBook(model, book);
    for (const label of gone) this.note('info', 'a label went with its version', { model, label });
    if (gone.length > 0 && !this.isClosed) {
      this.keepLabels(model, null, () => this.book(model)).catch((thrown: unknown) => this.note('error', 'a label that is gone is still kept', { model, cause: asServingError(thrown) }));
    }
    this.takeBack(model);
    return this.publish();
  }

  /** Labels that an earlier process was asked for; each holds from when its version serves. */
  recall(model: string, labels: ReadonlyMap<string, number>): void {
    this.recalled.set(model, labels);
  }

  /** What serves goes down now, and labels do not go with it: the next process finds them. Resolves when all are kept. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.labelTurns.settled();
  }

  drained(servingId: number, deadlineMs: number): Promise<void> {
    return this.publisher.drained(servingId, deadlineMs).catch((thrown: unknown) => {
      this.note('error', 'draining failed; the copy is unloaded', { servingId, cause: asServingError(thrown) });
    });
  }

  labels(model: string): ReadonlyMap<string, number> {
    const traffic = this.traffics.get(model);
    return effectiveLabels(this.book(model), this.versions(model), traffic?.stable, traffic?.held);
  }

  /** Labels of the config. They hold whenever their versions serve. */
  declare(model: string, labels: Readonly<Record<string, number>>): void {
    const declared = new Map(Object.entries(labels));
    const before = this.book(model).declared;
    if (before.size === declared.size && [...declared].every(([label, version]) => before.get(label) === version)) return;
    this.setBook(model, { ...this.book(model), declared });
    this.refresh();
  }

  /**
   * Resolves when every front end knows.
   * @param expected where the label must point now; null takes any
   * @throws ServingError when the version does not serve or the label cannot be kept; precondition_failed
   */
  async setLabel(model: string, label: string, version: number | null, expected: number | null): Promise<void> {
    const known = new Set(this.ledger.versions(model).map((row) => row.version));
    await this.keepLabels(model, label, () => {
      if (expected !== null) this.refuseMoved(model, label, expected);
      const isRecalled = this.recalled.get(model)?.has(label) === true && !this.book(model).set.has(label);
      return version === null && isRecalled ? this.book(model) : moveLabel(this.book(model), { model, label, version }, this.versions(model), known);
    });
    await this.publish();
  }

  /** @throws ServingError precondition_failed */
  private refuseMoved(model: string, label: string, expected: number): void {
    const present = this.labels(model).get(label) ?? 0;
    if (present === expected) return;
    throw new ServingError('precondition_failed', `label '${label}' of model '${model}' ${present === 0 ? 'points nowhere' : `points at version ${present}`}, not at version ${expected}; read it again`);
  }

  /** How requests that name no version are divided; null ends a rollout. Resolves when every front end knows. */
  direct(model: string, traffic: Traffic<Route> | null): Promise<void> {
    if (traffic === null) this.traffics.delete(model);
    else this.traffics.set(model, traffic);
    return this.publish();
  }

  /** A new table soon, that nobody waits for. */
  refresh(): void {
    if (this.dirty) return;
    this.dirty = true;
    queueMicrotask(() => this.send());
  }

  private publish(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.dirty = true;
      this.send();
    });
  }

  private send(): void {
    if (this.sending || !this.dirty) return;
    this.sending = true;
    this.dirty = false;
    const answered = this.waiting;
    this.waiting = [];
    this.current = buildTable(this.current.epoch + 1, this.facts());
    this.publisher.publish(this.current).then(
      () => {
        this.sending = false;
        for (const resolve of answered) resolve();
        this.send();
      },
      (thrown: unknown) => {
        this.note('error', 'a routing table did not reach every front end and is sent again', { epoch: this.current.epoch, cause: asServingError(thrown) });
        this.waiting = [...answered, ...this.waiting];
        this.pause.after(RETRY_MS, () => {
          this.sending = false;
          this.dirty = true;
          this.send();
        });
      },
    );
  }

  private *facts(): Generator<ModelFacts<Route>> {
    for (const name of new Set([...this.ledger.models(), ...this.serving.keys()])) {
      const rows = this.ledger.versions(name).filter((row) => row.state !== 'READY');
      yield {
        name,
        serving: (this.serving.get(name) ?? []).map((served) => ({ model: name, ...served })),
        labels: this.labels(name),
        unavailable: new Map(rows.map((row) => [row.version, row.reason])),
        expected: rows.some((row) => row.reason !== UNLOADED),
        traffic: this.traffics.get(name) ?? PLAIN_TRAFFIC,
      };
    }
  }

  /**
   * Kept before it is acted on; moves take turns, so that each begins where the last one ended.
   * @param moved the label that is moved, which an earlier process has no say in any more; null for none
   */
  private keepLabels(model: string, moved: string | null, next: () => LabelBook): Promise<void> {
    return this.labelTurns.take(model, async () => {
      const book = next();
      const recalled = [...(this.recalled.get(model) ?? [])].filter(([label]) => label !== moved);
      await this.labelStore.keep(model, new Map([...recalled, ...book.set]));
      if (moved !== null) this.settle(model, moved, book.set.get(moved));
    });
  }

  /** One label is moved in the book as it is by now: versions may have come and gone while it was written. */
  private settle(model: string, label: string, version: number | undefined): void {
    this.forget(model, label);
    const book = this.book(model);
    const set = new Map(book.set);
    if (version === undefined) set.delete(label);
    else set.set(label, version);
    this.setBook(model, { ...book, set });
  }

  /** Labels of an earlier process whose versions serve now. */
  private takeBack(model: string): void {
    const recalled = this.recalled.get(model);
    if (recalled === undefined) return;
    const serving = this.versions(model);
    const book = this.book(model);
    const back = [...recalled].filter(([, version]) => serving.has(version));
    if (back.length === 0) return;
    for (const [label] of back) this.forget(model, label);
    this.setBook(model, { ...book, set: new Map([...back, ...book.set]) });
  }

  private forget(model: string, label: string): void {
    const recalled = new Map(this.recalled.get(model) ?? []);
    if (!recalled.delete(label)) return;
    if (recalled.size === 0) this.recalled.delete(model);
    else this.recalled.set(model, recalled);
  }

  private versions(model: string): ReadonlySet<number> {
    return new Set((this.serving.get(model) ?? []).map((served) => served.version));
  }

  private book(model: string): LabelBook {
    return this.books.get(model) ?? EMPTY_BOOK;
  }

  private setBook(model: string, book: LabelBook): void {
    if (book.declared.size === 0 && book.set.size === 0) this.books.delete(model);
    else this.books.set(model, book);
  }
}
