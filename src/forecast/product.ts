/**
 * The product as a decider: the plan's judge, evidence gathered as the engine gathers it, and the machine that moves a
 * rollout. The judge is asked whenever its answer could change anything, which the running sums tell; in between it
 * would say `not known yet`, and the machine would stay where it is.
 */
import type { ArmCounts } from '../judge/evidence.js';
import { judge } from '../judge/judge.js';
import type { JudgePlan } from '../judge/plan.js';
import { emptyDocument, type Document, type Rollout } from '../rollout/document.js';
import { LATENCY_COUNT_MIN } from '../rollout/engine.js';
import { judgePlanOf, verdictOf, type Gathered, type SegmentReading } from '../rollout/evidence.js';
import { Live } from '../rollout/live.js';
import { reduce, start, swapped } from '../rollout/machine.js';
import type { Plan } from '../rollout/plan.js';
import type { Counters } from '../rollout/port.js';
import { shareOf, weightsOf, type Weights } from '../rollout/traffic.js';
import { WEIGHT_WHOLE } from '../routing/split.js';
import type { Decider, Ending } from './decider.js';
import { poisson, type Random } from './draw.js';
import { BASELINE, CANARY } from './sums.js';
import type { Traffic } from './traffic.js';
import { Weighing } from './weighing.js';
import type { ArmPassed, Passed } from './world.js';

/** Successes of each arm whose latency is left out after every change of weights, as one front end leaves them out. */
const WARMING_REQUESTS = 20;
const NO_MEMORY = new SharedArrayBuffer(0);

/** Counts of one stretch, as front ends would have them. */
class MadeCounters implements Counters {
  readonly shared = { tallies: NO_MEMORY, keys: NO_MEMORY, mirror: null };
  private readonly arms = { stable: counts(), control: counts(), canary: counts() };
  private readonly mirror = { pairs: 0, disagreements: 0 };
  private readonly floor = { pairs: 0, disagreements: 0 };
  private readonly successes = { control: 0, canary: 0, stable: 0 };
  private readonly health = { requests: 0, failed: 0 };

  /** @returns whether latencies count by now */
  add(passed: Passed, compared: readonly ('stable' | 'control' | 'canary')[]): boolean {
    const isWarming = compared.some((arm) => this.successes[arm] < WARMING_REQUESTS);
    for (const arm of ['stable', 'control', 'canary'] as const) {
      const one = passed[arm];
      const sum = this.arms[arm];
      this.successes[arm] += one.requests - one.failed;
      if (arm !== 'canary') {
        this.health.requests += one.requests;
        this.health.failed += one.failed;
      }
      sum.units += one.units;
      sum.failures += one.events;
      if (isWarming) sum.warmupTimed += one.timed;
      else {
        sum.timed += one.timed;
        for (let at = 0; at < 4; at++) sum.exceed[at]! += one.exceed[at]!;
      }
    }
    return !isWarming;
  }

  addPairs(candidate: readonly [number, number], floor: readonly [number, number]): void {
    this.mirror.pairs += candidate[0];
    this.mirror.disagreements += candidate[1];
    this.floor.pairs += floor[0];
    this.floor.disagreements += floor[1];
  }

  read(): SegmentReading {
    return { ...this.arms, mirror: this.mirror, floor: this.floor, outputs: { checked: 0, nonFinite: 0 }, mirrorFaults: 0, health: this.health };
  }

  comparison(): null {
    return null;
  }

  /** Made traffic is told in quantiles that are frozen already. */
  latencyUs(): number {
    return 1;
  }

  latencyCount(): number {
    return this.successes.stable;
  }
}

function counts(): { -readonly [Field in keyof ArmCounts]: Field extends 'exceed' ? [number, number, number, number] : ArmCounts[Field] } {
  return { units: 0, failures: 0, timed: 0, exceed: [0, 0, 0, 0], warmupTimed: 0 };
}

export interface ProductSettings {
  readonly plan: Plan;
  readonly traffic: Traffic;
  readonly id: string;
  readonly random: Random;
  /** Asks the judge at every look, to be held against the sparing way. */
  readonly asksAlways?: boolean;
}

export class Product implements Decider {
  private document: Document;
  private readonly live: Live;
  private readonly judgePlan: JudgePlan;
  private readonly weighing: Weighing;
  private counters = new MadeCounters();
  private sent = '';
  private pairsBefore = { candidate: [0, 0] as [number, number], floor: [0, 0] as [number, number] };
  private isFrozen: boolean;
  private lastMs = 0;

  constructor(private readonly settings: ProductSettings) {
    const { plan, id } = settings;
    this.document = start(swapped(emptyDocument('made'), 1), { id, candidate: 2, fingerprint: '', plan, why: 'simulated' }, { atMs: 0, who: 'simulation' });
    this.document = reduce(this.document, { type: 'ready' }, 0);
    this.judgePlan = judgePlanOf(plan);
    this.weighing = new Weighing(this.judgePlan);
    this.live = new Live(this.rollout, { keys: NO_MEMORY, slices: null, labels: null, saveKeys: () => '', labelCounts: () => null }, () => ({ crashes: 0, memoryBytes: 0 }));
    this.isFrozen = !plan.analysis.metrics.some(({ name }) => name === 'latency');
    this.divide(0);
  }

  get weights(): Weights {
    return weightsOf(this.rollout, this.settings.plan.twin);
  }

  nextMs(nowMs: number): number {
    const { plan } = this.settings;
    const { sinceMs, phase } = this.rollout;
    const bakeMs = phase.kind === 'mirror' ? (plan.mirror?.bakeMs ?? 0) : phase.kind === 'step' ? plan.steps[phase.index]!.bakeMs : 0;
    return [sinceMs + bakeMs, plan.maxDurationMs].filter((atMs) => atMs > nowMs).reduce((first, atMs) => Math.min(first, atMs), Infinity);
  }

  look(passed: Passed, nowMs: number): Ending | null {
    this.count(passed, nowMs);
    const gathered = this.live.gather(this.rollout, nowMs);
    if (!this.isFrozen && this.counters.latencyCount() >= LATENCY_COUNT_MIN) {
      this.isFrozen = true;
      this.document = reduce(this.document, { type: 'frozen', latencyUs: [1, 1, 1, 1] }, nowMs);
      this.divide(nowMs);
    }
    if (this.settings.asksAlways === true || this.isDue(gathered, nowMs)) this.decide(gathered, nowMs);
    return this.ending(nowMs);
  }

  private get rollout(): Rollout {
    return this.document.rollout!;
  }

  private count(passed: Passed, nowMs: number): void {
    const { weights, counters, weighing } = this;
    const hasTwin = weights.control > 0;
    const baseline: ArmPassed = hasTwin ? passed.control : passed.stable;
    const isTimed = counters.add(passed, hasTwin ? ['control', 'canary'] : ['stable', 'canary']) && this.isFrozen && hasTwin;
    if (weights.canary > 0) {
      for (const [side, arm] of [[BASELINE, baseline], [CANARY, passed.canary]] as const) {
        weighing.unit(side, arm.units);
        weighing.addCounts(side, arm.events, isTimed ? arm.exceed : [0, 0, 0, 0]);
      }
    }
    if (weights.isMirrored) this.mirror(nowMs);
    this.lastMs = nowMs;
  }

  private mirror(nowMs: number): void {
    const { plan, traffic, random } = this.settings;
    const mirror = plan.mirror!;
    const mean = (traffic.ratePerS * (nowMs - this.lastMs) * mirror.weight) / 1000 / WEIGHT_WHOLE;
    const noise = mirror.noiseWeight / WEIGHT_WHOLE;
    const draw = (pairs: number, rate: number): [number, number] => {
      const differing = poisson(random, pairs * rate);
      return [differing + poisson(random, pairs * (1 - rate)), differing];
    };
    const candidate = draw(mean * (1 - noise), traffic.disagreement);
    const floor = draw(mean * noise, traffic.noise);
    this.counters.addPairs(candidate, floor);
    const before = this.pairsBefore;
    this.pairsBefore = { candidate: [before.candidate[0] + candidate[0], before.candidate[1] + candidate[1]], floor: [before.floor[0] + floor[0], before.floor[1] + floor[1]] };
    const total = ([pairs, disagreements]: readonly [number, number]): { pairs: number; disagreements: number } => ({ pairs, disagreements });
    this.weighing.mirrored(total(this.pairsBefore.candidate), total(this.pairsBefore.floor));
  }

  /** A stretch of counters for every change of what front ends would be sent. */
  private divide(nowMs: number): void {
    const { rollout, weights } = this;
    const sent = `${rollout.segment} ${weights.canary} ${weights.control}`;
    if (sent === this.sent || (weights.canary === 0 && !weights.isMirrored)) return;
    this.sent = sent;
    this.counters = new MadeCounters();
    this.live.begin(rollout, weights, this.counters, nowMs);
    if (weights.canary > 0) this.weighing.enter(shareOf(weights));
  }

  private isDue({ evidence, phaseUnits }: Gathered, nowMs: number): boolean {
    const { weighing, rollout } = this;
    const { plan } = this.settings;
    if ((weighing.isWorse() && !weighing.isMismatch()) || nowMs >= plan.maxDurationMs) return true;
    const { phase } = rollout;
    if (phase.kind === 'mirror') {
      const isFull = (evidence.mirror?.candidate.pairs ?? 0) >= (plan.mirror?.minPairs ?? 0) && nowMs - rollout.sinceMs >= (plan.mirror?.bakeMs ?? 0);
      if (!isFull || weighing.isSuspicious()) return false;
      return plan.steps.length === 0 ? weighing.isProven() : plan.mirror?.throughout === true || weighing.isAgreementProven();
    }
    if (phase.kind !== 'step') return false;
    const step = plan.steps[phase.index]!;
    if (phaseUnits < step.minSamples || nowMs - rollout.sinceMs < step.bakeMs) return false;
    if (weighing.isSuspicious() || weighing.isMismatch()) return false;
    return phase.index + 1 < plan.steps.length || weighing.isProven();
  }

  private decide(gathered: Gathered, nowMs: number): void {
    const judgement = judge(this.judgePlan, gathered.evidence);
    this.live.judgement = judgement;
    this.document = reduce(this.document, { type: 'judged', verdict: verdictOf(judgement, gathered, this.rollout) }, nowMs);
    this.divide(nowMs);
  }

  private ending(nowMs: number): Ending | null {
    const { phase, reason } = this.rollout;
    switch (phase.kind) {
      case 'aborted':
        return { kind: 'aborted', why: reason };
      case 'promoted':
      case 'approval':
        return { kind: 'promoted', why: reason };
      default:
        return nowMs >= this.settings.plan.maxDurationMs ? { kind: 'held', why: reason } : null;
    }
  }
}
