/**
 * Tells of decisions: a line of the audit log each, and an event in the outbox for each target. Nobody waits for it.
 *
 * A decision is in its document first. What a document has and the audit log lacks is told, in that order: events into
 * the outbox, then the line. The line is therefore the mark that all of it is done, and the very same look serves a
 * fresh decision, one that a crash came in between, and one that found the disk full. After a crash between the two
 * an event may be sent twice, under the same id; a line is never written twice.
 */
import { join } from 'node:path';
import { codeOf, durableFiles, type DurableFiles } from '../base/durable.js';
import { AuditLog } from './audit.js';
import { Courier, GIVE_UP_MS, type CourierPorts, type LaneView } from './courier.js';
import type { Notice } from './notice.js';
import { keyOf, lineOf, Outbox, type Entry } from './outbox.js';

export interface NotifierPorts extends CourierPorts {
  readonly stateDir: string;
  /** All that is known of a model's decisions, the oldest first. */
  readonly noticesOf: (model: string, isWanted: (id: string, atMs: number) => boolean) => readonly Notice[];
  readonly files?: DurableFiles;
}

export interface NotifierView {
  readonly lanes: readonly LaneView[];
  readonly waiting: readonly Entry[];
  readonly dead: readonly Entry[];
  /** Why decisions are not written down now; null while they are. */
  readonly fault: string | null;
}

interface Stores {
  readonly audit: AuditLog;
  readonly outbox: Outbox;
  readonly courier: Courier;
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'telling'; readonly done: Promise<void> }
  /** The disk failed; it is tried again after a while, or with the next decision. */
  | { readonly kind: 'resting'; readonly cancel: () => void; readonly fault: string }
  | { readonly kind: 'stopped' };

const REST_MS = 5_000;
export const AUDIT_LINES_MAX = 1_000;

export class Notifier {
  private readonly models = new Set<string>();
  /** What is or was in the outbox while its line may not be in the log yet. */
  private readonly sent = new Set<string>();
  private stores: Stores | null = null;
  private opening: Promise<Stores> | null = null;
  private state: State = { kind: 'idle' };

  constructor(private readonly ports: NotifierPorts) {}

  /** There may be something to tell of this model. Never throws. */
  tell(model: string): void {
    if (this.state.kind === 'stopped') return;
    this.models.add(model);
    if (this.state.kind === 'telling') return;
    if (this.state.kind === 'resting') this.state.cancel();
    this.begin();
  }

  /** Resolves when what was decided until now is written, or cannot be. */
  async settled(): Promise<void> {
    while (this.state.kind === 'telling') await this.state.done;
  }

  /** Writes down what is decided and ends tries under way. */
  async stop(): Promise<void> {
    await this.settled();
    if (this.state.kind === 'resting') this.state.cancel();
    this.state = { kind: 'stopped' };
    await this.stores?.courier.stop();
    await this.stores?.outbox.settled();
  }

  /** The newest lines of a model as JSON lines, the newest last. */
  async audit(model: string): Promise<string> {
    await this.settled();
    return (await this.opened()).audit.read(model, AUDIT_LINES_MAX);
  }

  async view(): Promise<NotifierView> {
    await this.settled();
    const fault = this.state.kind === 'resting' ? this.state.fault : null;
    const { stores } = this;
    if (stores === null) return { lanes: [], waiting: [], dead: [], fault };
    return { lanes: stores.courier.views(), waiting: stores.outbox.waiting(), dead: stores.outbox.dead(), fault };
  }

  /** For a scrape. */
  lanes(): readonly LaneView[] {
    return this.stores?.courier.views() ?? [];
  }

  /** Sends a dead letter again, and what waits for its target at once. @throws ServingError not_found */
  async retry(key: string): Promise<void> {
    const { outbox, courier } = await this.opened();
    const entry = outbox.mustHave(key);
    await outbox.revive(key, this.ports.clock.wallMs());
    courier.hurry(lineOf(entry));
  }

  /** @throws ServingError not_found */
  async drop(key: string): Promise<void> {
    const { outbox } = await this.opened();
    outbox.mustHave(key);
    await outbox.remove(key);
  }

  private begin(): void {
    const done = this.work().then(
      () => {
        this.state = { kind: 'idle' };
        // Some came after the last one was taken.
        if (this.models.size > 0) this.begin();
      },
      (thrown: unknown) => this.rest(codeOf(thrown)),
    );
    this.state = { kind: 'telling', done };
  }

  private rest(fault: string): void {
    this.ports.log.error({ kind: 'notify', cause: fault }, 'decisions cannot be written to the audit log or the outbox; they are kept and tried again');
    this.state = { kind: 'resting', fault, cancel: this.ports.after(REST_MS, () => this.begin()) };
  }

  private async work(): Promise<void> {
    const stores = await this.opened();
    for (const model of this.models) await this.tellOf(model, stores);
  }

  private async tellOf(model: string, { audit, outbox, courier }: Stores): Promise<void> {
    // First, so that a decision made meanwhile has it looked at again.
    this.models.delete(model);
    try {
      const lacking = this.ports.noticesOf(model, (id, atMs) => audit.lacks(id, atMs));
      if (lacking.length === 0) return;
      for (const notice of lacking) await this.send(notice, outbox);
      courier.wake();
      await audit.append(lacking.map(({ line }) => line));
      for (const { id, targets } of lacking) for (const target of targets) this.sent.delete(keyOf(id, target));
    } catch (fault) {
      this.models.add(model);
      throw fault;
    }
  }

  private async send(notice: Notice, outbox: Outbox): Promise<void> {
    const { id, atMs, targets, type, subject } = notice;
    const nowMs = this.ports.clock.wallMs();
    // Old news, such as found by the first process that keeps an audit log, goes there alone.
    if (targets.length === 0 || nowMs - atMs >= GIVE_UP_MS) return;
    const body = notice.body();
    for (const target of targets) {
      const key = keyOf(id, target);
      if (!this.sent.has(key)) await outbox.add({ id, target, type, subject, atMs, body }, nowMs);
      this.sent.add(key);
    }
  }

  private opened(): Promise<Stores> {
    this.opening ??= this.open().catch((fault: unknown) => {
      this.opening = null;
      throw fault;
    });
    return this.opening;
  }

  private async open(): Promise<Stores> {
    const { stateDir, log, files = durableFiles } = this.ports;
    const { outbox, faults } = await Outbox.open(join(stateDir, 'outbox'), undefined, files);
    const audit = await AuditLog.open(stateDir, files);
    // Delivered before the look at its document comes round, it would be taken for one that was never sent.
    for (const { key } of [...outbox.waiting(), ...outbox.dead()]) this.sent.add(key);
    for (const fault of faults) log.error({ kind: 'notify' }, fault);
    if (audit.unreadable > 0) log.warn({ lines: audit.unreadable }, 'the audit log holds lines that cannot be read; they are left alone');
    const courier = new Courier(outbox, this.ports);
    this.stores = { audit, outbox, courier };
    courier.wake();
    return this.stores;
  }
}
