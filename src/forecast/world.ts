/** Requests of made traffic as they pass: what each arm met in a while, as front ends would count it. */
import { armOf, bucketOf, saltOf } from '../routing/arm.js';
import { ARMS, WEIGHT_WHOLE, type Arm } from '../routing/split.js';
import { Chooser, normal, poisson, type Random } from './draw.js';
import { BASELINE, CANARY, type Side } from './sums.js';
import { aboveChance, exceedChances, failRate, FROZEN_Z, loadAt, slowZ, type Traffic } from './traffic.js';

export interface Weights {
  readonly canary: number;
  readonly control: number;
}

/** Of each arm one request in so many milliseconds is timed at most, as front ends do it; there is one front end. */
const TICK_MS = 50;

/** What one arm met. The first three are of requests; the others are evidence: units, events, and latencies. */
export interface ArmPassed {
  requests: number;
  failed: number;
  /** Slower than threshold rules allow. */
  slow: number;
  units: number;
  events: number;
  timed: number;
  readonly exceed: [number, number, number, number];
}

export type Passed = Readonly<Record<Arm, ArmPassed>>;

export interface World {
  pass(fromMs: number, toMs: number, weights: Weights): Passed;
}

function nothing(): ArmPassed {
  return { requests: 0, failed: 0, slow: 0, units: 0, events: 0, timed: 0, exceed: [0, 0, 0, 0] };
}

export function worldOf(traffic: Traffic, random: Random, rollout: string): World {
  return traffic.users === null ? new EvenWorld(traffic, random) : new KeyedWorld(traffic, random, rollout);
}

const sideOf = (arm: Arm): Side => (arm === 'canary' ? CANARY : BASELINE);

/** Shares of all requests that the arms really get. */
function sharesOf(weights: Weights, { shareFactor }: Traffic): Readonly<Record<Arm, number>> {
  const control = weights.control / WEIGHT_WHOLE;
  const canary = Math.min(1 - control, (weights.canary / WEIGHT_WHOLE) * shareFactor);
  return { canary, control, stable: 1 - canary - control };
}

/** Every request by itself: counts of each kind are Poisson, so a while costs the same at any rate. */
class EvenWorld implements World {
  private readonly phase: number;
  /** Chances of a latency with 0 to 4 quantiles exceeded, and of one that threshold rules call slow. */
  private readonly kinds: Readonly<Record<Side, readonly number[]>>;
  private readonly slowChances: Readonly<Record<Side, number>>;

  constructor(private readonly traffic: Traffic, private readonly random: Random) {
    this.phase = random();
    const kindsOf = (side: Side): readonly number[] => {
      const [p50 = 0, p90 = 0, p95 = 0, p99 = 0] = exceedChances(traffic, side);
      return [1 - p50, p50 - p90, p90 - p95, p95 - p99, p99];
    };
    this.kinds = { [BASELINE]: kindsOf(BASELINE), [CANARY]: kindsOf(CANARY) };
    const slow = (side: Side): number => aboveChance(traffic, side, slowZ(traffic));
    this.slowChances = { [BASELINE]: slow(BASELINE), [CANARY]: slow(CANARY) };
  }

  pass(fromMs: number, toMs: number, weights: Weights): Passed {
    const { traffic } = this;
    const middleMs = (fromMs + toMs) / 2;
    const mean = (traffic.ratePerS * (toMs - fromMs) * loadAt(traffic, middleMs, this.phase)) / 1000;
    const shares = sharesOf(weights, traffic);
    const passed = { stable: nothing(), control: nothing(), canary: nothing() };
    for (const arm of ARMS) if (shares[arm] > 0) this.passArm(passed[arm], sideOf(arm), mean * shares[arm], middleMs, toMs - fromMs);
    return passed;
  }

  private passArm(arm: ArmPassed, side: Side, mean: number, atMs: number, spanMs: number): void {
    const { traffic, random } = this;
    const rate = failRate(traffic, side, atMs);
    arm.events = poisson(random, (mean * rate) / traffic.failedRows);
    arm.failed = arm.events * traffic.failedRows;
    const served = poisson(random, mean * (1 - rate));
    arm.requests = arm.failed + served;
    arm.units = arm.requests;
    arm.slow = Math.min(served, poisson(random, served * this.slowChances[side]));
    // Ticks with a request in them; the latency of the first one is that of any.
    const ticks = spanMs / TICK_MS;
    const timed = ticks * (1 - Math.exp(-(mean * (1 - rate)) / ticks));
    const kinds = this.kinds[side];
    for (let kind = 0; kind < kinds.length; kind++) {
      const count = poisson(random, timed * kinds[kind]!);
      arm.timed += count;
      for (let at = 0; at < kind; at++) arm.exceed[at]! += count;
    }
  }
}

/** What a key has been counted for; while a twin is compared with, what the stable arm meets is counted apart. */
const MET = 1;
const FAILED = 2;
const TIMED = 4;
const APART = 3;

/** Some users fail more often and wait longer than the others, whichever version answers; the mean of failures is as asked. */
const HARD_SHARE = 0.1;
const HARD_FAILURES = 5;
const EASY_FAILURES = (1 - HARD_SHARE * HARD_FAILURES) / (1 - HARD_SHARE);
const HARD_SLOWNESS = Math.log(1.5);

/** Assigned by key: a key is one unit, one failure and one latency over the whole rollout, as front ends keep it. */
class KeyedWorld implements World {
  private readonly phase: number;
  private readonly chooser: Chooser;
  private readonly buckets: Uint16Array;
  private readonly marks: Uint8Array;
  private readonly isHard: Uint8Array;
  private readonly slowZ: number;
  private readonly countsRequests: boolean;

  constructor(private readonly traffic: Traffic, private readonly random: Random, rollout: string) {
    const { count, exponent, countsRequests = false } = traffic.users!;
    this.countsRequests = countsRequests;
    const salt = saltOf(rollout);
    this.phase = random();
    this.slowZ = slowZ(traffic);
    this.chooser = new Chooser(Array.from({ length: count }, (_, rank) => (rank + 1) ** -exponent));
    this.buckets = Uint16Array.from({ length: count }, (_, user) => bucketOf(salt, `user-${user}`));
    this.marks = new Uint8Array(count);
    this.isHard = Uint8Array.from({ length: count }, () => (random() < HARD_SHARE ? 1 : 0));
  }

  pass(fromMs: number, toMs: number, weights: Weights): Passed {
    const { traffic, random, chooser, buckets } = this;
    const middleMs = (fromMs + toMs) / 2;
    const split = { canaryWeight: Math.min(WEIGHT_WHOLE - weights.control, weights.canary * traffic.shareFactor), controlWeight: weights.control };
    const passed = { stable: nothing(), control: nothing(), canary: nothing() };
    const count = poisson(random, (traffic.ratePerS * (toMs - fromMs) * loadAt(traffic, middleMs, this.phase)) / 1000);
    const rates = { [BASELINE]: failRate(traffic, BASELINE, middleMs), [CANARY]: failRate(traffic, CANARY, middleMs) };
    const ticks = (toMs - fromMs) / TICK_MS;
    const timedAt = { stable: -1, control: -1, canary: -1 };
    for (let i = 0; i < count; i++) {
      const user = chooser.choose(random);
      const arm = armOf(split, buckets[user]!);
      const side = arm === 'canary' ? CANARY : BASELINE;
      const isApart = arm === 'stable' && (weights.control > 0 || weights.canary === 0);
      // Requests come evenly over the while.
      const tick = Math.floor((i / count) * ticks);
      if (this.meet(passed[arm], user, side, isApart ? APART : 0, rates[side], tick !== timedAt[arm])) timedAt[arm] = tick;
    }
    return passed;
  }

  /** @returns whether the user is marked for the first time */
  private mark(user: number, mark: number): boolean {
    if (this.countsRequests) return true;
    const before = this.marks[user]!;
    this.marks[user] = before | mark;
    return (before & mark) === 0;
  }

  /** @returns whether its latency is evidence */
  private meet(arm: ArmPassed, user: number, side: Side, shift: number, rate: number, mayTime: boolean): boolean {
    const { traffic, random } = this;
    const isHard = this.isHard[user] === 1;
    arm.requests += 1;
    if (this.mark(user, MET << shift)) arm.units += 1;
    if (random() < rate * (isHard ? HARD_FAILURES : EASY_FAILURES)) {
      arm.failed += 1;
      if (this.mark(user, FAILED << shift)) arm.events += 1;
      return false;
    }
    // Only the canary's slow requests are looked at, so that a latency which counts nowhere is not drawn.
    const isTimed = mayTime && this.mark(user, TIMED << shift);
    if (!isTimed && side === BASELINE) return false;
    const isSlow = side === CANARY && random() < traffic.slowShare;
    const z = normal(random) + ((isHard ? HARD_SLOWNESS : 0) + (isSlow ? Math.log(traffic.slowFactor) : 0)) / traffic.spread;
    if (z > this.slowZ) arm.slow += 1;
    if (!isTimed) return false;
    arm.timed += 1;
    for (let at = 0; at < 4; at++) if (z > FROZEN_Z[at]!) arm.exceed[at]! += 1;
    return true;
  }
}
