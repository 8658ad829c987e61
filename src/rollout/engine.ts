/**
 * Rollouts of all models, on the control thread: carries out what documents say and feeds them what happens. Decides
 * nothing itself. A document is in the store before anything acts on it, so a process that dies at any moment is
 * followed by one that goes on from the last decision.
 *
 *   steer    a look at the repository: which versions are wanted, and whether one begins as a candidate
 *   change   what people ask for and what time brings: the machine's functions, written and then carried out
 *   tick     while a rollout is on: gather, judge, reduce
 */
import { ServingError, asServingError } from '../base/error.js';
import { judge } from '../judge/judge.js';
import type { Judgement } from '../judge/judgement.js';
import type { CopyRow } from '../lifecycle/ledger.js';
import { Desk, type Change } from './desk.js';
import { emptyDocument, isOver, phaseText, type Document, type LabelCounts, type Rollout } from './document.js';
import { judgePlanOf, verdictOf, withOutcomes, type Gathered } from './evidence.js';
import type { Live } from './live.js';
import * as machine from './machine.js';
import type { Moment, RolloutEvent } from './machine.js';
import type { Plan } from './plan.js';
import type { RolloutPorts } from './port.js';
import { Shop } from './shop.js';
import { based, candidateOf, gatesFor, order, steering, successor, without, type Order, type Sight, type Steering } from './steer.js';
import { heldOf, NO_WEIGHTS, splitOf, weightsOf } from './traffic.js';
import { needsTwin } from './twin.js';
import { pinning, promoting, starting, undoing, type Asked, type Present, type Verb } from './verbs.js';
import { NOTHING_NOW, viewOf, type RolloutView } from './view.js';

const TICK_MS = 100;
const SNAPSHOT_MS = 2_000;
/** After a fault of the store or on the way to the front ends. */
const RETRY_MS = 1_000;
/** From the start of a rollout until its candidate is being loaded, at most. */
const ANEW_MS = 5_000;
/** Requests of the stable version before its quantiles are frozen. */
export const LATENCY_COUNT_MIN = 1_000;

export class Rollouts {
  private readonly desk: Desk;
  private readonly shops = new Map<string, Shop>();
  private cancelTimer: (() => void) | null = null;
  private isStopped = false;

  constructor(private readonly ports: RolloutPorts) {
    this.desk = new Desk(ports.store, (change) => this.onChange(change));
    ports.ledger.listen(({ model }) => queueMicrotask(() => this.moved(model)));
  }

  /** Reads what earlier processes decided, before any version is loaded. @returns what cannot be read, in words */
  async open(): Promise<readonly string[]> {
    const faults = [...(await this.desk.open())];
    for (const model of this.desk.models()) {
      try {
        await this.desk.change(model, (document) => machine.reduce(document, { type: 'restarted' }, this.nowMs()));
      } catch (fault) {
        // A store that cannot be written now is no reason not to serve.
        faults.push(`the rollout of model '${model}' goes on, and its restart could not be written: ${asServingError(fault).message}`);
      }
      this.follow(model);
    }
    this.arm();
    return faults;
  }

  /** Ends judging; the next process goes on with what is on. Versions may be taken down once it resolves. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.cancelTimer?.();
    for (const [model, shop] of this.shops) {
      await shop.step;
      const rollout = this.active(model);
      if (rollout !== null && shop.live?.id === rollout.id) await this.snapshot(model, shop.live, shop.live.gather(rollout, this.nowMs())).catch((fault: unknown) => this.ports.fault(model, fault));
      await shop.twin.close(Promise.resolve());
    }
    await this.desk.settled();
  }

  // --- versions ---------------------------------------------------------------------------------------

  /** Which versions of a model should be up. May begin a rollout, or end one whose candidate is not there any more. */
  async steer(sight: Sight): Promise<Steering> {
    const { model, plan, onDisk } = sight;
    this.shop(model).sight = sight;
    // What answers already is written as stable first: without that a new version would take its place at once.
    await this.decide(model, (document, moment) => without(plan === null ? document : this.based(document), onDisk, moment));
    const { candidate } = steering(sight, this.desk.document(model), this.nowMs());
    if (candidate !== null && plan !== null) {
      const begin = { id: `${candidate}-${this.ports.newId()}`, candidate, fingerprint: onDisk.get(candidate)!, plan, why: `version ${candidate} appeared in the repository` };
      // Somebody may have been faster.
      await this.decide(model, (document, moment) => (steering(sight, document, moment.atMs).candidate === candidate ? machine.start(document, begin, moment) : document));
    }
    const ordered = this.ordered(sight);
    this.shop(model).isWaiting = ordered.isWaiting;
    return ordered;
  }

  // --- what people ask for ----------------------------------------------------------------------------

  /**
   * Resolves when the change is in the store and every front end acts on it.
   * @throws ServingError conflict, precondition_failed
   */
  async ask(model: string, { who, why, generation }: Asked, change: Verb): Promise<RolloutView> {
    await this.desk.change(model, (document) => this.applied(document, this.based(document), (present) => change(present, this.moment(model, who), why)), generation);
    try {
      await this.carry(model);
    } finally {
      this.ports.resteer(model);
    }
    return this.view(model);
  }

  /** @throws ServingError version_not_found, conflict, precondition_failed */
  async start(model: string, candidate: number, plan: Plan, asked: Asked): Promise<RolloutView> {
    return this.ask(model, asked, starting(this.present(model), candidate, plan, `${candidate}-${this.ports.newId()}`));
  }

  /** @throws ServingError conflict while the candidate does not serve */
  promote(model: string, asked: Asked): Promise<RolloutView> {
    return this.ask(model, asked, promoting(this.present(model)));
  }

  /** @throws ServingError conflict, also where the version to go back to is gone */
  undo(model: string, asked: Asked): Promise<RolloutView> {
    return this.ask(model, asked, undoing(this.present(model)));
  }

  /** @throws ServingError version_not_found */
  async pin(model: string, version: number, asked: Asked): Promise<RolloutView> {
    return this.ask(model, asked, pinning(this.present(model), version));
  }

  /** The plan of the model's config; null without a block. */
  planOf(model: string): Plan | null {
    return this.shops.get(model)?.sight?.plan ?? null;
  }

  /** Of a version that is about to be loaded; null for one that is stable or was until a promotion: it has passed them. */
  gatesOf(model: string, version: number): Plan['gates'] | null {
    return gatesFor(version, this.desk.document(model), this.planOf(model));
  }

  models(): readonly string[] {
    return this.desk.models();
  }

  view(model: string): RolloutView {
    const kept = this.desk.get(model);
    const document = this.based(kept?.document ?? emptyDocument(model));
    const rollout = this.active(model);
    const now = rollout === null ? null : (this.shops.get(model)?.now(rollout, this.nowMs()) ?? null);
    return viewOf(document, kept?.generation ?? 0, now ?? NOTHING_NOW);
  }

  /** What was written down of a rollout that is over by now. */
  labelled(model: string, id: string, labels: LabelCounts): Promise<unknown> {
    return this.desk.count(model, (document) => (document.rollout?.id === id ? { ...document, rollout: { ...document.rollout, labels } } : document));
  }

  /** What the store has of a model. */
  document(model: string): Document | null {
    return this.desk.document(model);
  }

  /** What the judge said last of a rollout, also of one that is over; null before this process asked it. */
  judgementOf(model: string, id: string): Judgement | null {
    const live = this.shops.get(model)?.live;
    return live?.id === id ? live.judgement : null;
  }

  // --- what happens -----------------------------------------------------------------------------------

  /** Something of the model's copies moved: it may serve, have failed, or be gone. */
  moved(model: string): void {
    if (this.isStopped) return;
    const shop = this.shop(model);
    const { sight } = shop;
    const document = this.desk.document(model);
    const next = (present: Document): number | null => (sight === null ? null : successor(present, sight.onDisk, this.copies(model)));
    // Models that never had a plan or a rollout need no document: their highest version serves.
    const isKept = document !== null || (sight !== null && sight.plan !== null);
    if (isKept && next(document ?? emptyDocument(model)) !== null) {
      const swap = this.decide(model, (present, moment) => machine.swap(present, next(present) ?? present.stable, moment, 'it serves and nothing holds it back'));
      void swap.then(() => this.ports.resteer(model), (fault: unknown) => this.ports.fault(model, fault));
    }
    if (shop.isWaiting && sight !== null && !this.ordered(sight).isWaiting) this.ports.resteer(model);
    this.follow(model);
    this.arm();
  }

  private onChange(change: Change): void {
    this.ports.told(change);
    this.follow(change.model);
    this.arm();
  }

  /** As `carry`, where nobody waits; the carrier tells of its faults itself, and the next step tries again. */
  private follow(model: string): void {
    this.carry(model).catch(() => undefined);
  }

  /** Lets traffic follow the document. Resolves when every front end has it. */
  private carry(model: string): Promise<void> {
    const shop = this.shop(model);
    const { carrier } = shop;
    const document = this.desk.document(model);
    if (document === null) return carrier.arrived;
    const { rollout, stable } = document;
    const serves = rollout !== null && this.serves(model, rollout);
    const weights = serves ? weightsOf(rollout, shop.twin.serves(rollout.id)) : NO_WEIGHTS;
    const isDivided = rollout !== null && (weights.canary > 0 || weights.isMirrored);
    const held = heldOf(document);
    const mark = `${stable} ${held.join()} ${isDivided ? `${rollout.id} ${rollout.segment} ${weights.canary} ${weights.control}` : ''}`;
    const arrived = carrier.send(mark, weights, () => {
      const split = isDivided ? splitOf(document, weights, shop.stretch(rollout, weights, this.nowMs())) : null;
      return { stable, split, twin: weights.control > 0, held };
    });
    if (this.active(model) === null) void shop.twin.close(arrived);
    return arrived;
  }

  // --- time -------------------------------------------------------------------------------------------

  private arm(): void {
    if (this.isStopped || this.cancelTimer !== null || !this.desk.models().some((model) => this.isBusy(model))) return;
    this.cancelTimer = this.ports.after(TICK_MS, () => {
      this.cancelTimer = null;
      for (const model of this.desk.models()) this.begin(model);
      this.arm();
    });
  }

  private isBusy(model: string): boolean {
    return this.active(model) !== null || (this.desk.document(model)?.kept.length ?? 0) > 0 || this.shop(model).carrier.state !== 'arrived';
  }

  private begin(model: string): void {
    const shop = this.shop(model);
    if (shop.step !== null || this.isStopped || this.nowMs() < shop.restsUntilMs) return;
    shop.step = this.step(model, shop).finally(() => {
      shop.step = null;
    });
  }

  /** What fails is told, and comes up again at a later step: nothing was acted on that the store does not have. */
  private async step(model: string, shop: Shop): Promise<void> {
    try {
      if (shop.carrier.state === 'lost') await this.carry(model);
      await this.expire(model);
      const rollout = this.active(model);
      if (rollout !== null) await this.advance(model, shop, rollout);
    } catch (fault) {
      shop.restsUntilMs = this.nowMs() + RETRY_MS;
      if (shop.carrier.state !== 'lost') this.ports.fault(model, fault);
    }
  }

  private async expire(model: string): Promise<void> {
    const document = this.desk.document(model);
    if (document === null || machine.forget(document, this.nowMs()) === document) return;
    await this.decide(model, (present, { atMs }) => machine.forget(present, atMs));
    this.ports.resteer(model);
  }

  private async advance(model: string, shop: Shop, rollout: Rollout): Promise<void> {
    const copy = candidateOf(rollout, this.copies(model));
    if (copy?.state.phase === 'error') {
      // One that failed before is about to be loaded anew.
      if (copy.sinceMs < rollout.startedMs && this.nowMs() - rollout.startedMs < ANEW_MS) return;
      return this.happen(model, rollout, { type: 'failed', why: `version ${rollout.candidate} failed: ${copy.state.cause.message}` });
    }
    if (copy?.state.phase !== 'available') return;
    if (rollout.phase.kind === 'pending') return this.makeReady(model, shop, rollout);
    // Of a rollout that an earlier process began.
    if (needsTwin(rollout)) shop.twin.open(rollout.id, rollout.stable);
    await this.carry(model);
    const { live } = shop;
    if (live?.id !== rollout.id) return;
    if (rollout.latencyUs === null && rollout.plan.analysis.metrics.some(({ name }) => name === 'latency')) {
      const latencyUs = live.latencyUs(LATENCY_COUNT_MIN);
      if (latencyUs !== null) return this.happen(model, rollout, { type: 'frozen', latencyUs });
    }
    await this.judge(model, live, rollout);
  }

  /** The twin is up, or known to have no room, before the first step: arms must not change size within one. */
  private async makeReady(model: string, shop: Shop, rollout: Rollout): Promise<void> {
    const { plan, candidate, stable, id } = rollout;
    const bytes = this.ports.memoryBytes(model, candidate);
    if (plan.limits.memoryBytes !== null && bytes > plan.limits.memoryBytes) {
      return this.happen(model, rollout, { type: 'failed', why: `version ${candidate} holds ${bytes} bytes; the plan allows ${plan.limits.memoryBytes}` });
    }
    const wantsTwin = needsTwin(rollout);
    if (wantsTwin) shop.twin.open(id, stable);
    if (wantsTwin && !shop.twin.isSettled(id)) return;
    await this.happen(model, rollout, { type: 'ready', isTwinless: wantsTwin && !shop.twin.serves(id) });
  }

  private twinSettled(model: string, refused: string | null): void {
    if (refused !== null) this.ports.fault(model, new ServingError('load_failed', `no control twin: ${refused}; the canary is compared with the rest of the serving version, and latency is not judged`));
    this.follow(model);
  }

  private async judge(model: string, live: Live, rollout: Rollout): Promise<void> {
    const nowMs = this.nowMs();
    const gathered = live.gather(rollout, nowMs);
    const judgement = judge(withOutcomes(judgePlanOf(rollout.plan, rollout.isTwinless), gathered.evidence), gathered.evidence);
    live.judgement = judgement;
    const event = { type: 'judged', verdict: verdictOf(judgement, gathered, rollout) } as const;
    const document = this.desk.document(model)!;
    const next = machine.reduce(document, event, nowMs);
    live.reason = next.rollout?.reason ?? null;
    // Reasons change with every count; only moves, and what was counted every other while, are worth a write.
    if (next.rollout?.transitions !== document.rollout?.transitions) await this.happen(model, rollout, event);
    else if (nowMs - live.savedMs >= SNAPSHOT_MS) await this.snapshot(model, live, gathered);
  }

  /** @param of the rollout that it happened to; by its turn another one may be on */
  private async happen(model: string, of: Rollout, event: RolloutEvent): Promise<void> {
    await this.decide(model, (document, { atMs }) => (document.rollout?.id === of.id ? machine.reduce(document, event, atMs) : document));
    const after = this.desk.document(model);
    if (after !== null && this.active(model) === null) this.ports.resteer(model);
  }

  private async snapshot(model: string, live: Live, gathered: Gathered): Promise<void> {
    const { evidence } = gathered;
    live.savedMs = this.nowMs();
    const text = JSON.stringify(evidence.segments) + JSON.stringify(evidence.mirror ?? null);
    if (text === live.saved) return;
    await this.desk.count(model, (document) => this.counted(document));
    live.saved = text;
    const rollout = this.active(model);
    if (rollout !== null) this.ports.record({ model, rollout: rollout.id, atMs: live.savedMs, phase: phaseText(rollout), evidence });
  }

  // --- small ------------------------------------------------------------------------------------------

  private decide(model: string, change: (document: Document, moment: Moment) => Document): Promise<unknown> {
    return this.desk.change(model, (document) => this.applied(document, document, (present) => change(present, this.moment(model, 'sluice'))));
  }

  /** Whatever is written has everything that was counted until then; what changes nothing is not written. */
  private applied(document: Document, present: Document, change: (document: Document) => Document): Document {
    return change(present) === present ? document : change(this.counted(present));
  }

  private moment(model: string, who: string): Moment {
    return { atMs: this.nowMs(), who, hooks: this.planOf(model)?.notify ?? [] };
  }

  private counted(document: Document): Document {
    return this.shops.get(document.model)?.counted(document, this.nowMs()) ?? document;
  }

  private based(document: Document): Document {
    return based(document, this.copies(document.model));
  }

  private ordered(sight: Sight): Order {
    return order(sight, this.desk.document(sight.model), this.copies(sight.model), this.nowMs());
  }

  private active(model: string): Rollout | null {
    const rollout = this.desk.document(model)?.rollout ?? null;
    return rollout === null || isOver(rollout.phase) ? null : rollout;
  }

  private copies(model: string): readonly CopyRow[] {
    return this.ports.ledger.copies(model);
  }

  private present(model: string): Present {
    return { model, onDisk: this.shop(model).sight?.onDisk ?? new Map(), copies: () => this.copies(model) };
  }

  private serves(model: string, rollout: Rollout): boolean {
    return candidateOf(rollout, this.copies(model))?.state.phase === 'available';
  }

  private nowMs(): number {
    return this.ports.clock.wallMs();
  }

  private shop(model: string): Shop {
    let shop = this.shops.get(model);
    if (shop === undefined) {
      shop = new Shop(model, this.ports, (refused) => this.twinSettled(model, refused));
      this.shops.set(model, shop);
    }
    return shop;
  }
}
