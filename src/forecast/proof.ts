/**
 * What the judge's guarantees come to when they are measured: how often it aborts, calls better or proves over many
 * seeded runs in which the truth is known, looking after every single event. The judge's own numbers (`Weighing`), for
 * one share from the first request to the last, which is where a test that is looked at too often would give way.
 */
import type { JudgePlan } from '../judge/plan.js';
import { randomOf, type Random } from './draw.js';
import { BASELINE, CANARY, type Side } from './sums.js';
import { exceedChances } from './traffic.js';
import { Weighing } from './weighing.js';

/** What is true of a case. Latencies are log-normal. */
export interface Case {
  readonly share: number;
  readonly errors: number;
  /** Of the canary's failure rate to the baseline's. */
  readonly errorRatio: number;
  /** Requests that fail together, in one batch of their arm: one event for the judge. */
  readonly failedRows: number;
  /** Counts every failed request instead of every failed batch, to show what that would do. */
  readonly countsRows: boolean;
  /** Of the logarithm of a latency. */
  readonly spread: number;
  /** Share of the canary's requests that are `slowFactor` times slower. */
  readonly slowShare: number;
  readonly slowFactor: number;
}

export const ALIKE: Omit<Case, 'share' | 'errors'> = { errorRatio: 1, failedRows: 1, countsRows: false, spread: 0.5, slowShare: 0, slowFactor: 1 };

export type Watched = 'worse' | 'better errors' | 'better latency' | 'proven';

/** Requests of both arms together at which each answer first stood, and the canary's of them; null where it never did. */
export interface Sighting {
  readonly requests: number;
  readonly canary: number;
}

export type Sightings = Readonly<Record<Watched, Sighting | null>>;

export interface Course {
  readonly plan: JudgePlan;
  readonly truth: Case;
  /** Requests of both arms together. */
  readonly requestsMax: number;
  readonly watched: readonly Watched[];
}

/** One run, ended early once everything watched for has been seen. */
export function observe({ plan, truth, requestsMax, watched }: Course, random: Random): Sightings {
  const weighing = new Weighing(plan, watched.some((one) => one.startsWith('better')));
  weighing.enter(truth.share);
  const found: Record<Watched, Sighting | null> = { worse: null, 'better errors': null, 'better latency': null, proven: null };
  const left = new Set(watched);
  const fails = [truth.errors / truth.failedRows, (truth.errors * truth.errorRatio) / truth.failedRows] as const;
  const exceeds = [exceedChances(truth, BASELINE), exceedChances(truth, CANARY)] as const;
  const { share } = truth;
  let canary = 0;
  for (let requests = 1; requests <= requestsMax; requests++) {
    const side = random() < share ? CANARY : BASELINE;
    canary += side;
    weighing.units[side] += 1;
    if (!meet(weighing, side, fails[side], exceeds[side], truth.countsRows ? truth.failedRows : 1, random) && !left.has('proven')) continue;
    if (!weighing.isStirred && !left.has('proven')) continue;
    for (const one of left) {
      if (!stands(weighing, one)) continue;
      found[one] = { requests, canary };
      left.delete(one);
      if (left.size === 0) return found;
    }
  }
  return found;
}

/** @returns whether the request was an event of any test */
function meet(weighing: Weighing, side: Side, failRate: number, exceeds: readonly number[], events: number, random: Random): boolean {
  const chance = random();
  if (chance < failRate) {
    for (let event = 0; event < events; event++) weighing.fail(side);
    return true;
  }
  // What is left of the chance is even again.
  const slow = (chance - failRate) / (1 - failRate);
  let exceeded = 0;
  while (exceeded < 4 && slow < exceeds[exceeded]!) exceeded += 1;
  if (exceeded > 0) weighing.time(side, exceeded);
  return exceeded > 0;
}

function stands(weighing: Weighing, watched: Watched): boolean {
  switch (watched) {
    case 'worse':
      return weighing.isWorse();
    case 'better errors':
      return weighing.isBetter('errors');
    case 'better latency':
      return weighing.isBetter('latency');
    case 'proven':
      return weighing.isProven();
  }
}

export interface Tally {
  readonly runs: number;
  readonly requestsMax: number;
  /** How often each answer stood at any time. */
  readonly seen: Readonly<Record<Watched, number>>;
  /** Canary requests until `worse`, of the runs where it came, in order. */
  readonly canaryToWorse: readonly number[];
}

export function tally(course: Course, runs: number, seed: number): Tally {
  const seen: Record<Watched, number> = { worse: 0, 'better errors': 0, 'better latency': 0, proven: 0 };
  const canaryToWorse: number[] = [];
  for (let run = 0; run < runs; run++) {
    const sightings = observe(course, randomOf(seed, run));
    for (const one of course.watched) if (sightings[one] !== null) seen[one] += 1;
    if (sightings.worse !== null) canaryToWorse.push(sightings.worse.canary);
  }
  return { runs, requestsMax: course.requestsMax, seen, canaryToWorse: canaryToWorse.sort((a, b) => a - b) };
}

/** Quantile of something that not every run came to; null where fewer runs did. */
export function quantileOf(sorted: readonly number[], runs: number, q: number): number | null {
  return sorted[Math.ceil(q * runs) - 1] ?? null;
}
