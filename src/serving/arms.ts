/**
 * How the requests of one model are divided on one front end while a rollout is on. Every arm has a target of its own to
 * its load, so that a request carries its arm with it, and what it comes to counts under the split that assigned it, also
 * when a newer table is in use by then.
 */
import type { VersionRoute } from '../batch/route.js';
import { assert } from '../base/assert.js';
import type { Reason, ServingError } from '../base/error.js';
import { OutcomeSorter } from '../compare/outcome.js';
import { OutputField } from '../memory/descriptor.js';
import type { Exchange } from '../memory/ticket.js';
import { TICKET } from '../memory/ticket.js';
import { armOf, bucketOfHash, hashKey, saltOf } from '../routing/arm.js';
import type { Arm, Split } from '../routing/split.js';
import type { ModelEntry } from '../routing/table.js';
import { ArmLane, tickOf } from '../telemetry/arms.js';
import { KeySets } from '../telemetry/keys.js';
import { Marks, type Mark } from './marks.js';
import type { Caller } from './port.js';
import type { PooledRequest } from './request.js';
import { SenderKey } from './sender.js';
import type { Signature } from '../tensor/signature.js';
import { VersionTarget } from './target.js';

/** A key that a request does not have. */
export const NO_KEY = -1;

/** Successes of each arm, on each front end and under each split, whose latency is left out, for both arms alike. */
const WARMING_REQUESTS = 20;

/** Faults that a version, or its being slow, brings about. Others are the caller's or the whole server's. */
const HELD_AGAINST: ReadonlySet<Reason> = new Set<Reason>([
  'backend_failed', 'output_too_large', 'internal', 'instance_failed', 'deadline_exceeded', 'queue_timeout', 'queue_full', 'version_not_ready',
]);

/** What an arm's requests on this front end have in common under one split. */
interface Stretch {
  /** What keys of an arm have been counted for; null where they do not matter. */
  readonly keys: Readonly<Record<Arm, KeySets | null>>;
  readonly latencyUs: readonly number[] | null;
  readonly warm: Record<Arm, number>;
  /** When a request of the arm was last chosen to be timed. */
  readonly ticks: Record<Arm, number>;
  /** Latency of the control's last timed request that no canary's was held against; -1 for none. */
  controlUs: number;
  /** Arms that are compared with each other. */
  readonly compared: readonly Arm[];
  /** Where the walk of chances is. */
  chance: number;
}

/** An answer, as far as it is looked into. */
type Answer = Pick<PooledRequest, 'answer' | 'outputField' | 'outputBytes'>;

/** Where the output that is sorted lies in the signature of an arm. */
interface SortedOutput {
  readonly sorter: OutcomeSorter;
  readonly index: number;
}

function count({ sorter, index }: SortedOutput, answer: Answer, lane: ArmLane): void {
  const bin = answer.answer === null
    ? keptBin(sorter, answer.outputBytes(index))
    : sorter.bin(answer.answer.view, answer.outputField(index, OutputField.byteOffset), answer.outputField(index, OutputField.byteLength));
  if (bin >= 0) lane.outcome(bin);
}

/** Of an answer that waited for its turn. */
function keptBin(sorter: OutcomeSorter, bytes: Uint8Array | null): number {
  return bytes === null ? -1 : sorter.bin(new DataView(bytes.buffer, bytes.byteOffset), 0, bytes.length);
}

/** One arm as its requests meet it. */
export class ArmUse {
  /** Whether the request that was assigned last is a unit of evidence: the first one of its key, or any where keys do not matter. */
  isUnit = false;

  /**
   * @param lane null for requests that a rule forced: they are no evidence
   * @param sorted what tells answers of the arm apart; null where they are not counted
   */
  constructor(
    readonly arm: Arm,
    private readonly stretch: Stretch,
    private readonly lane: ArmLane | null,
    private readonly sorted: SortedOutput | null = null,
  ) {}

  /**
   * @param key of the request; NO_KEY where none was found or none matters
   * @returns whether its latency is evidence: settled here, before anything is known of how it fares
   */
  assigned(key: number, nowUs: number): boolean {
    const { lane, stretch } = this;
    if (lane === null) return false;
    const keys = stretch.keys[this.arm];
    this.isUnit = keys === null || key === NO_KEY || keys.meet(key);
    lane.assigned(this.isUnit, keys !== null && key === NO_KEY);
    return this.isTimed(key, nowUs);
  }

  /** Whatever a request came to, once. @param answer of it, where it is a unit of evidence */
  settled(ticket: number, key: number, isTimed: boolean, fault: ServingError | null, us: number, exchange: Exchange, nowUs: number, answer: Answer | null = null): void {
    const { lane, stretch, arm } = this;
    if (lane === null) return;
    if (fault === null) {
      stretch.warm[arm] += 1;
      lane.succeeded(us, this.isWarming, isTimed ? stretch.latencyUs : null);
      if (isTimed) this.pair(us, lane);
      if (answer !== null && this.sorted !== null) count(this.sorted, answer, lane);
    } else if (!HELD_AGAINST.has(fault.reason)) lane.spared();
    else lane.failed(this.isEvent(ticket, key, exchange, nowUs, lane));
  }

  /** Holds each timed request of the canary against the freshest one of the control; ties say nothing. */
  private pair(us: number, lane: ArmLane): void {
    const { stretch, arm } = this;
    if (arm === 'control') stretch.controlUs = us;
    if (arm !== 'canary' || stretch.controlUs < 0) return;
    if (us !== stretch.controlUs) lane.sign(us > stretch.controlUs);
    stretch.controlUs = -1;
  }

  private get isWarming(): boolean {
    const { compared, warm } = this.stretch;
    return compared.some((each) => warm[each] <= WARMING_REQUESTS);
  }

  /** The first request of an arm in each tick, and one of each key: neighbours that waited together say the same thing. */
  private isTimed(key: number, nowUs: number): boolean {
    const { stretch, arm } = this;
    if (stretch.latencyUs === null || this.isWarming) return false;
    const tick = tickOf(nowUs);
    if (stretch.ticks[arm] === tick) return false;
    const keys = stretch.keys[arm];
    if (keys !== null && key !== NO_KEY && !keys.time(key)) return false;
    stretch.ticks[arm] = tick;
    return true;
  }

  /** A failed batch is one event of its arm, and a key fails once. */
  private isEvent(ticket: number, key: number, exchange: Exchange, nowUs: number, lane: ArmLane): boolean {
    const isNew = lane.isNewEvent(exchange.get(ticket, TICKET.run), exchange.get(ticket, TICKET.instance), nowUs);
    const keys = this.stretch.keys[this.arm];
    if (keys === null || key === NO_KEY) return isNew;
    return isNew && keys.fail(key);
  }
}

export class Arms {
  /** Of the request that `choose` was last asked for. */
  key = NO_KEY;
  /** Headers that are looked at. */
  readonly headers: readonly string[];
  private readonly salt: number;
  private readonly sender: SenderKey;
  private readonly marks: Marks | null;
  private readonly forced: Readonly<Record<'stable' | 'canary', VersionTarget>>;

  private constructor(
    private readonly split: Split,
    private readonly stretch: Stretch,
    private readonly targets: Readonly<Record<Arm, VersionTarget>>,
    forced: (arm: 'stable' | 'canary') => VersionTarget,
    marked: (mark: Mark) => VersionTarget,
  ) {
    this.salt = saltOf(split.rollout);
    this.sender = new SenderKey(split.assign);
    this.marks = Marks.of(split.mirror, marked);
    this.headers = [...new Set([...split.force.map(({ header }) => header), ...this.sender.headers, ...(this.marks?.headers ?? [])])];
    this.forced = { stable: forced('stable'), canary: forced('canary') };
  }

  /**
   * Null where the table has no split, or not the versions that it divides between.
   * @param plain targets of the table's loads
   * @param before what stood here under the table before; the same stretch goes on with its warm-up
   */
  static of(model: ModelEntry<VersionRoute>, plain: ReadonlyMap<number, VersionTarget>, exchange: Exchange, frontEnd: number, before: Arms | null): Arms | null {
    const { split, twin } = model;
    const stable = model.versions.get(model.defaultVersion);
    if (split === null || stable === undefined) return null;
    const entries = { stable, control: twin ?? stable, canary: model.versions.get(split.candidate) ?? stable };
    // A canary that is gone takes nothing; control is about to say so in the next table.
    if (entries.canary === stable) return null;
    const isSame = before !== null && before.split.rollout === split.rollout && before.split.segment === split.segment && before.split.canaryWeight === split.canaryWeight && before.split.controlWeight === split.controlWeight;
    const stretch = isSame ? before.stretch : stretchOf(split, frontEnd);
    const sorter = OutcomeSorter.of(entries.stable.signature.outputs);
    const view = (arm: Arm, lane: ArmLane | null): VersionTarget => {
      const entry = entries[arm];
      const caller = plain.get(entry.servingId);
      assert(caller !== undefined, 'every load of a table has its target');
      return new VersionTarget(entry, exchange, frontEnd, { caller, arm: new ArmUse(arm, stretch, lane, stretch.compared.includes(arm) ? sortedOf(sorter, entry.signature) : null), headers: headersOf(split, entry.version, arm) });
    };
    const lane = (arm: Arm): ArmLane => new ArmLane(split.tallies, frontEnd, arm);
    const targets = { stable: view('stable', lane('stable')), control: view('control', lane('control')), canary: view('canary', lane('canary')) };
    const marked = (mark: Mark): VersionTarget => targets.stable.marked(mark, entries.stable, exchange, frontEnd);
    return new Arms(split, stretch, targets, (arm) => view(arm, null), marked);
  }

  get stable(): VersionTarget {
    return this.targets.stable;
  }

  get readsBody(): boolean {
    return this.sender.readsBody || (this.marks?.readsBody ?? false);
  }

  /** @param caller null for nobody in particular */
  choose(caller: Caller | null): VersionTarget {
    this.key = NO_KEY;
    const { split } = this;
    if (caller !== null) {
      for (const rule of split.force) {
        const value = caller.header(rule.header);
        if (value !== '' && (rule.value === null || rule.value === value)) return this.forced[rule.arm];
      }
      const text = this.sender.of(caller);
      if (text !== '') this.key = hashKey(this.salt, text);
    }
    const arm = armOf(split, bucketOfHash(this.key === NO_KEY ? this.nextChance() : this.key));
    const target = this.targets[arm];
    // Its instances are all gone: nobody should meet that who could be answered.
    if (target.failed) return this.forced.stable;
    return arm === 'stable' && this.marks !== null ? this.marks.target(caller) : target;
  }

  /** A walk through all of 2^32 in steps of the golden ratio, mixed: no two front ends walk alike. */
  private nextChance(): number {
    const { stretch } = this;
    stretch.chance = (stretch.chance + 0x9e3779b9) | 0;
    let h = Math.imul(stretch.chance ^ (stretch.chance >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return (h ^ (h >>> 16)) >>> 0;
  }
}

function stretchOf(split: Split, frontEnd: number): Stretch {
  const compared: readonly Arm[] = split.canaryWeight === 0 ? [] : split.controlWeight > 0 ? ['control', 'canary'] : ['stable', 'canary'];
  return {
    keys: keysOf(split, compared),
    chance: hashKey(saltOf(split.rollout), `chance ${frontEnd} ${split.segment}`),
    latencyUs: split.latencyUs,
    warm: { stable: 0, control: 0, canary: 0 },
    ticks: { stable: -1, control: -1, canary: -1 },
    controlUs: -1,
    compared,
  };
}

/** Null where the version has no output of that name and kind. */
function sortedOf(sorter: OutcomeSorter | null, { outputs }: Signature): SortedOutput | null {
  if (sorter === null) return null;
  const { name, datatype, modelDims } = sorter.spec;
  const index = outputs.findIndex((spec) => spec.name === name && spec.datatype === datatype && spec.modelDims.join() === modelDims.join());
  return index < 0 ? null : { sorter, index };
}

/** While nothing is compared no key is marked, or those of a mirror phase would be old before the first step. */
export function keysOf({ assign, keys }: Split, compared: readonly Arm[]): Stretch['keys'] {
  if (assign.kind === 'chance' || compared.length === 0) return { stable: null, control: null, canary: null };
  const isTwinned = compared.includes('control');
  const own = new KeySets(keys, isTwinned ? 'own' : 'strict');
  return { stable: isTwinned ? new KeySets(keys, 'apart') : own, control: own, canary: own };
}

function headersOf(split: Split, version: number, arm: Arm): readonly string[] {
  return ['Sluice-Model-Version', String(version), 'Sluice-Arm', arm, 'Sluice-Rollout', split.rollout];
}
