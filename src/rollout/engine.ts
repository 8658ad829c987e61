/**
 * Rollouts of all models, on the control thread: carries out what documents say and feeds them what happens. Decides
 * nothing itself. A document is in the store before anything acts on it, so a process that dies at any moment is
 * followed by one that goes on from the last decision.
 *
 *   steer    a look at the repository: which versions are wanted, and whether one begins as a candidate
 *   change   what people ask for and what time brings: the machine's functions, written and then carried out
 *   tick     while a rollout is on: gather, judge, reduce
 */
import { ServingError } from '../base/error.js';
import { judge } from '../judge/judge.js';
import { Desk, type Change } from './desk.js';
import { emptyDocument, isOver, phaseText, type Document, type Rollout } from './document.js';
import { judgePlanOf, verdictOf, type Gathered } from './evidence.js';
import { Live } from './live.js';
import * as machine from './machine.js';
import type { Moment, RolloutEvent } from './machine.js';
import { DEFAULT_GATES, type Plan } from './plan.js';
import type { RolloutPorts } from './port.js';
import { eligible, steer, successor, type Steering } from './steer.js';
import { NO_WEIGHTS, splitOf, weightsOf, type Shared, type Weights } from './traffic.js';
import { NOTHING_NOW, viewOf, type RolloutView } from './view.js';

const TICK_MS = 100;
const SNAPSHOT_MS = 2_000;
/** Requests of the stable version before its quantiles are frozen. */
export const LATENCY_COUNT_MIN = 1_000;

/** What a look at the repository found of one model. */
export interface Sight {
  readonly model: string;
  /** From the model's config; null without a `rollout:` block. */
  readonly plan: Plan | null;
  /** Versions that could be loaded, with their fingerprints. */
  readonly onDisk: ReadonlyMap<number, string>;
  /** The version policy. */
  readonly pick: (versions: readonly number[]) => readonly number[];
}

export interface Asked {
  readonly who: string;
  readonly why: string;
  /** The generation that was read; null takes any. */
  readonly generation: number | null;
}

/** What the process holds of one model. */
interface Shop {
  sight: Sight | null;
  live: Live | null;
  /** What front ends have, or are about to. */
  weights: Weights;
  sent: string;
  published: Promise<void>;
  twin: 'none' | 'opening' | 'settled';
  isStepping: boolean;
}

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
    const faults = await this.desk.open();
    for (const model of this.desk.models()) {
      await this.desk.change(model, (document) => machine.reduce(document, { type: 'restarted' }, this.nowMs()));
      void this.carry(model);
    }
    return faults;
  }

  /** Ends judging; the next process goes on with what is on. Versions may be taken down once it resolves. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.cancelTimer?.();
    for (const [model, shop] of this.shops) {
      const rollout = this.active(model);
      if (rollout !== null && shop.live !== null) await this.snapshot(model, shop.live, shop.live.gather(rollout, this.nowMs())).catch((fault: unknown) => this.ports.fault(model, fault));
      await this.ports.twins.close(model);
    }
    await this.desk.settled();
  }

  // --- versions ---------------------------------------------------------------------------------------

  /** Which versions of a model should be up. May begin a rollout, or end one whose candidate is not there any more. */
  async steer(sight: Sight): Promise<Steering> {
    const { model, plan, onDisk } = sight;
    this.shop(model).sight = sight;
    const rollout = this.active(model);
    if (rollout !== null && onDisk.get(rollout.candidate) !== rollout.fingerprint) {
      const why = onDisk.has(rollout.candidate) ? 'the files or the config of the candidate changed' : 'the candidate left the repository';
      await this.decide(model, (document, moment) => (document.rollout?.id === rollout.id && !isOver(document.rollout.phase) ? machine.abort(document, moment, why) : document));
    }
    const { candidate } = this.steering(sight);
    if (candidate !== null && plan !== null) {
      const begin = { id: this.idOf(candidate), candidate, fingerprint: onDisk.get(candidate)!, plan, why: `version ${candidate} appeared in the repository` };
      await this.decide(model, (document, moment) => machine.start(document, begin, moment));
    }
    return this.steering(sight);
  }

  // --- what people ask for ----------------------------------------------------------------------------

  /**
   * Resolves when the change is in the store and every front end acts on it.
   * @throws ServingError conflict, precondition_failed
   */
  async ask(model: string, { who, why, generation }: Asked, change: (document: Document, moment: Moment, why: string) => Document): Promise<RolloutView> {
    await this.desk.change(model, (document) => change(this.counted(this.based(document)), { atMs: this.nowMs(), who }, why), generation);
    await this.carry(model);
    this.ports.resteer(model);
    return this.view(model);
  }

  /** @throws ServingError version_not_found, conflict, precondition_failed */
  start(model: string, candidate: number, plan: Plan, asked: Asked): Promise<RolloutView> {
    const fingerprint = this.shop(model).sight?.onDisk.get(candidate);
    if (fingerprint === undefined) throw new ServingError('version_not_found', `model '${model}' has no version ${candidate} in the repository; publish it first`);
    return this.ask(model, asked, (document, moment, why) => machine.start(document, { id: this.idOf(candidate), candidate, fingerprint, plan, why }, moment));
  }

  /** @throws ServingError conflict while the candidate does not serve */
  promote(model: string, asked: Asked): Promise<RolloutView> {
    return this.ask(model, asked, (document, moment, why) => {
      const { rollout } = document;
      if (rollout !== null && !isOver(rollout.phase) && rollout.phase.kind !== 'pending' && !this.serves(model, rollout)) {
        throw new ServingError('conflict', `version ${rollout.candidate} of model '${model}' does not serve now, and promoted it would answer nothing`);
      }
      return machine.promote(document, moment, why);
    });
  }

  /** @throws ServingError version_not_found */
  pin(model: string, version: number, asked: Asked): Promise<RolloutView> {
    if (this.shop(model).sight?.onDisk.has(version) !== true) throw new ServingError('version_not_found', `model '${model}' has no version ${version} in the repository`);
    return this.ask(model, asked, (document, moment, why) => machine.pin(document, version, moment, why));
  }

  /** The plan of the model's config; null without a block. */
  planOf(model: string): Plan | null {
    return this.shops.get(model)?.sight?.plan ?? null;
  }

  /** Of a version that is about to be loaded; null for the stable one, which has passed them. */
  gatesOf(model: string, version: number): Plan['gates'] | null {
    if (this.desk.document(model)?.stable === version) return null;
    const rollout = this.active(model);
    return rollout?.candidate === version ? rollout.plan.gates : (this.planOf(model)?.gates ?? DEFAULT_GATES);
  }

  models(): readonly string[] {
    return this.desk.models();
  }

  view(model: string): RolloutView {
    const kept = this.desk.get(model);
    const document = this.based(kept?.document ?? emptyDocument(model));
    const shop = this.shops.get(model);
    const rollout = this.active(model);
    if (shop === undefined || rollout === null || shop.live?.id !== rollout.id) return viewOf(document, kept?.generation ?? 0, NOTHING_NOW);
    const { live, weights } = shop;
    const { evidence } = live.gather(rollout, this.nowMs());
    return viewOf(document, kept?.generation ?? 0, { weights, twin: this.ports.twins.serves(model), evidence, judgement: live.judgement, reason: live.reason });
  }

  // --- what happens -----------------------------------------------------------------------------------

  /** Something of the model's copies moved: it may serve, have failed, or be gone. */
  moved(model: string): void {
    if (this.isStopped) return;
    const { sight } = this.shop(model);
    const document = this.desk.document(model);
    // Models that never had a plan or a rollout need no document: their highest version serves.
    const isKept = sight !== null && (document !== null || sight.plan !== null);
    const next = isKept ? successor(document ?? emptyDocument(model), sight.onDisk, this.ports.ledger.copies(model)) : null;
    if (next !== null) void this.decide(model, (present) => machine.swapped(present, next)).then(() => this.ports.resteer(model), (fault: unknown) => this.ports.fault(model, fault));
    void this.carry(model);
    this.arm();
  }

  private onChange(change: Change): void {
    this.ports.told(change);
    void this.carry(change.model);
    this.arm();
  }

  /** Lets traffic follow the document. Resolves when every front end has it. */
  private carry(model: string): Promise<void> {
    const shop = this.shop(model);
    const document = this.desk.document(model);
    if (document === null) return shop.published;
    const { rollout, stable } = document;
    const serves = rollout !== null && this.serves(model, rollout);
    const hasTwin = this.ports.twins.serves(model);
    const weights = serves ? weightsOf(rollout, hasTwin) : NO_WEIGHTS;
    const isDivided = rollout !== null && (weights.canary > 0 || weights.isMirrored);
    const sent = isDivided ? `${stable} ${rollout.id} ${rollout.segment} ${weights.canary} ${weights.control}` : `${stable}`;
    if (sent !== shop.sent) {
      shop.sent = sent;
      shop.weights = weights;
      const split = isDivided ? splitOf(document, weights, this.stretch(model, shop, rollout, weights)) : null;
      shop.published = this.ports.road.direct(model, { stable, split, twin: weights.control > 0 });
    }
    if (shop.twin === 'settled' && this.active(model) === null) {
      shop.twin = 'none';
      void shop.published.then(() => this.ports.twins.close(model));
    }
    return shop.published;
  }

  private stretch(model: string, shop: Shop, rollout: Rollout, weights: Weights): Shared {
    if (shop.live?.id !== rollout.id) {
      shop.live = new Live(rollout, this.ports.counting.keys(rollout.keys), () => this.ports.crashes(model, rollout.candidate));
    }
    const counters = this.ports.counting.counters(shop.live.keys, model, rollout.stable, rollout.plan);
    shop.live.begin(rollout, weights, counters, this.nowMs());
    return counters.shared;
  }

  // --- time -------------------------------------------------------------------------------------------

  private arm(): void {
    if (this.isStopped || this.cancelTimer !== null || !this.desk.models().some((model) => this.isBusy(model))) return;
    this.cancelTimer = this.ports.after(TICK_MS, () => {
      this.cancelTimer = null;
      for (const model of this.desk.models()) void this.step(model);
      this.arm();
    });
  }

  private isBusy(model: string): boolean {
    return this.active(model) !== null || (this.desk.document(model)?.kept.length ?? 0) > 0;
  }

  private async step(model: string): Promise<void> {
    const shop = this.shop(model);
    if (shop.isStepping || this.isStopped) return;
    shop.isStepping = true;
    try {
      await this.expire(model);
      const rollout = this.active(model);
      if (rollout !== null) await this.advance(model, shop, rollout);
    } catch (fault) {
      this.ports.fault(model, fault);
    } finally {
      shop.isStepping = false;
    }
  }

  private async expire(model: string): Promise<void> {
    const document = this.desk.document(model);
    if (document === null || machine.forget(document, this.nowMs()) === document) return;
    await this.decide(model, (present, { atMs }) => machine.forget(present, atMs));
    this.ports.resteer(model);
  }

  private async advance(model: string, shop: Shop, rollout: Rollout): Promise<void> {
    const copy = this.copy(model, rollout);
    if (copy?.state.phase === 'error') return this.happen(model, { type: 'failed', why: `version ${rollout.candidate} failed: ${copy.state.cause.message}` });
    if (copy?.state.phase !== 'available') return;
    if (rollout.phase.kind === 'pending') return this.makeReady(model, shop, rollout);
    if (rollout.plan.twin && shop.twin === 'none') this.openTwin(model, shop, rollout);
    await this.carry(model);
    const { live } = shop;
    if (live?.id !== rollout.id) return;
    if (rollout.latencyUs === null && rollout.plan.analysis.metrics.some(({ name }) => name === 'latency')) {
      const latencyUs = live.latencyUs(LATENCY_COUNT_MIN);
      if (latencyUs !== null) return this.happen(model, { type: 'frozen', latencyUs });
    }
    await this.judge(model, live, rollout);
  }

  /** The twin is up, or known to have no room, before the first step: arms must not change size within one. */
  private async makeReady(model: string, shop: Shop, rollout: Rollout): Promise<void> {
    const wantsTwin = rollout.plan.twin && rollout.plan.steps.length > 0;
    if (wantsTwin && shop.twin === 'none') this.openTwin(model, shop, rollout);
    if (wantsTwin && shop.twin !== 'settled') return;
    await this.happen(model, { type: 'ready', isTwinless: wantsTwin && !this.ports.twins.serves(model) });
  }

  private openTwin(model: string, shop: Shop, rollout: Rollout): void {
    if (rollout.plan.steps.length === 0) return;
    shop.twin = 'opening';
    void this.ports.twins.open(model, rollout.stable).then((refused) => {
      shop.twin = 'settled';
      if (refused !== null) this.ports.fault(model, new ServingError('load_failed', `no control twin of version ${rollout.stable}: ${refused.why}; the canary is compared with the rest of the serving version, and latency is not judged`));
      void this.carry(model);
    });
  }

  private async judge(model: string, live: Live, rollout: Rollout): Promise<void> {
    const nowMs = this.nowMs();
    const gathered = live.gather(rollout, nowMs);
    const judgement = judge(judgePlanOf(rollout.plan, rollout.isTwinless), gathered.evidence);
    live.judgement = judgement;
    const event = { type: 'judged', verdict: verdictOf(judgement, gathered, rollout) } as const;
    const document = this.desk.document(model)!;
    const next = machine.reduce(document, event, nowMs);
    live.reason = next.rollout?.reason ?? null;
    // Reasons change with every count; only moves, and what was counted every other while, are worth a write.
    if (next.rollout?.transitions !== document.rollout?.transitions) await this.happen(model, event);
    else if (nowMs - live.savedMs >= SNAPSHOT_MS) await this.snapshot(model, live, gathered);
  }

  private async happen(model: string, event: RolloutEvent): Promise<void> {
    await this.decide(model, (document, { atMs }) => machine.reduce(this.counted(document), event, atMs));
    const after = this.desk.document(model);
    if (after !== null && this.active(model) === null) this.ports.resteer(model);
  }

  private async snapshot(model: string, live: Live, gathered: Gathered): Promise<void> {
    const { evidence } = gathered;
    live.savedMs = this.nowMs();
    const text = JSON.stringify(evidence.segments) + JSON.stringify(evidence.mirror ?? null);
    if (text === live.saved) return;
    live.saved = text;
    await this.desk.change(model, (document) => this.counted(document));
    const rollout = this.active(model);
    if (rollout !== null) this.ports.record({ model, rollout: rollout.id, atMs: live.savedMs, phase: phaseText(rollout), evidence });
  }

  // --- small ------------------------------------------------------------------------------------------

  private decide(model: string, change: (document: Document, moment: Moment) => Document): Promise<unknown> {
    return this.desk.change(model, (document) => change(document, { atMs: this.nowMs(), who: 'sluice' }));
  }

  /** The document with everything that was counted until now. */
  private counted(document: Document): Document {
    const { rollout } = document;
    const live = this.shops.get(document.model)?.live;
    if (rollout === null || isOver(rollout.phase) || live?.id !== rollout.id) return document;
    const { evidence } = live.gather(rollout, this.nowMs());
    const keys = rollout.plan.assign.kind === 'chance' ? null : live.keys.save();
    return { ...document, rollout: { ...rollout, evidence, keys, reason: live.reason ?? rollout.reason } };
  }

  /** A model without a document is stable at what answers its requests now. */
  private based(document: Document): Document {
    if (document.stable !== 0) return document;
    const serving = this.ports.ledger.copies(document.model).filter(({ state }) => state.phase === 'available');
    return machine.swapped(document, Math.max(0, ...serving.map(({ version }) => version)));
  }

  private steering({ model, plan, onDisk, pick }: Sight): Steering {
    const document = this.desk.document(model);
    return steer(document, onDisk, pick(eligible(document, onDisk)), plan?.strategy === 'canary', this.nowMs());
  }

  private active(model: string): Rollout | null {
    const rollout = this.desk.document(model)?.rollout ?? null;
    return rollout === null || isOver(rollout.phase) ? null : rollout;
  }

  private copy(model: string, { candidate, fingerprint }: Rollout): ReturnType<RolloutPorts['ledger']['copies']>[number] | undefined {
    const copies = this.ports.ledger.copies(model).filter((one) => one.version === candidate && one.fingerprint === fingerprint);
    return copies.find(({ state }) => state.phase === 'available') ?? copies.sort((a, b) => b.servingId - a.servingId)[0];
  }

  private serves(model: string, rollout: Rollout): boolean {
    return this.copy(model, rollout)?.state.phase === 'available';
  }

  private idOf(candidate: number): string {
    return `${candidate}-${this.ports.newId()}`;
  }

  private nowMs(): number {
    return this.ports.clock.wallMs();
  }

  private shop(model: string): Shop {
    let shop = this.shops.get(model);
    if (shop === undefined) {
      shop = { sight: null, live: null, weights: NO_WEIGHTS, sent: '', published: Promise.resolve(), twin: 'none', isStepping: false };
      this.shops.set(model, shop);
    }
    return shop;
  }
}
