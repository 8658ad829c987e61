/** Many seeded rollouts of each scenario under each rule, and what became of them. */
import type { Plan } from '../rollout/plan.js';
import type { Decider, Ending } from './decider.js';
import { randomOf, type Random } from './draw.js';
import { Product } from './product.js';
import { ArgoLike, FlaggerLike, USUAL_STEPS, type Limits } from './threshold.js';
import { QUIET, type Scenario, type Traffic } from './traffic.js';
import { worldOf } from './world.js';

/** How often rules that are not bound to an interval look: every second, later a 500th of the time that is over. */
const LOOK_MS = 1000;
const LOOK_PART = 1 / 500;
const LOOK_MS_MAX = 60_000;

/** As in the examples that the tools' own pages show. */
export const ARGO = { intervalMs: 300_000, pauseMs: 600_000, failureLimit: 3, fleetRatio: 1.5 } as const;
export const FLAGGER = { intervalMs: 60_000, threshold: 5 } as const;
const SLOW_SHARE_MAX = 0.01;

export const RULES = ['sluice', 'argo, constant', 'argo, fleet', 'flagger'] as const;
export type Rule = (typeof RULES)[number];

export interface Outcome extends Ending {
  readonly atMs: number;
  readonly canaryRequests: number;
}

/** Failure rate that users of threshold rules would allow where this much is usual. */
export function limitsOf(errors: number): Limits {
  return { failureRateMax: Math.max(0.01, 2 * errors), slowShareMax: SLOW_SHARE_MAX };
}

interface RunSettings {
  readonly plan: Plan;
  readonly traffic: Traffic;
  readonly random: Random;
  readonly id: string;
}

function deciderOf(rule: Rule, { plan, traffic, random, id }: RunSettings): Decider {
  const steps = plan.steps.length > 0 ? plan.steps.map(({ weight }) => weight) : USUAL_STEPS;
  const limits = limitsOf(traffic.errors);
  switch (rule) {
    case 'sluice':
      return new Product({ plan, traffic, id, random });
    case 'argo, constant':
      return new ArgoLike({ ...ARGO, steps, limits, fleetRatio: null });
    case 'argo, fleet':
      return new ArgoLike({ ...ARGO, steps, limits });
    case 'flagger':
      return new FlaggerLike({ ...FLAGGER, steps, limits });
  }
}

/** One rollout to its end, or to the end of the plan's time. */
export function follow(decider: Decider, { plan, traffic, random, id }: RunSettings): Outcome {
  const world = worldOf(traffic, random, id);
  let canaryRequests = 0;
  for (let nowMs = 0; ; ) {
    const stepMs = Math.min(LOOK_MS_MAX, Math.max(LOOK_MS, nowMs * LOOK_PART));
    const toMs = Math.min(nowMs + stepMs, decider.nextMs(nowMs), Math.max(plan.maxDurationMs, nowMs + 1));
    const passed = world.pass(nowMs, toMs, decider.weights);
    canaryRequests += passed.canary.requests;
    nowMs = toMs;
    const ending = decider.look(passed, nowMs);
    if (ending !== null) return { ...ending, atMs: nowMs, canaryRequests };
    if (nowMs >= plan.maxDurationMs) return { kind: 'held', why: 'its time is over', atMs: nowMs, canaryRequests };
  }
}

export interface Summary {
  readonly rule: Rule;
  readonly runs: number;
  readonly aborted: number;
  readonly promoted: number;
  readonly held: number;
  /** Over the runs that were decided; null where none was. */
  readonly canaryMedian: number | null;
  readonly canaryP90: number | null;
  readonly msMedian: number | null;
  readonly msP90: number | null;
}

export interface Simulated {
  readonly scenario: Scenario;
  readonly summaries: readonly Summary[];
}

export interface SimulateSettings {
  readonly plan: Plan;
  /** Rate, failures and spread of the service; scenarios change the rest. */
  readonly service: Pick<Traffic, 'ratePerS' | 'errors' | 'spread'>;
  readonly scenarios: readonly Scenario[];
  readonly rules: readonly Rule[];
  readonly runs: number;
  readonly seed: number;
  /** Told before every scenario and rule. */
  readonly progress?: (scenario: Scenario, rule: Rule) => void;
}

/** Runs of one rule under one kind of traffic; run `n` has the same seed under every rule. */
export function outcomes(rule: Rule, plan: Plan, traffic: Traffic, runs: number, seed: number): Outcome[] {
  return Array.from({ length: runs }, (_, run) => {
    const settings = { plan, traffic, random: randomOf(seed, run), id: `2-${seed}-${run}` };
    return follow(deciderOf(rule, settings), settings);
  });
}

export function quantile(values: readonly number[], q: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? null;
}

export function summarise(rule: Rule, all: readonly Outcome[]): Summary {
  const decided = all.filter(({ kind }) => kind !== 'held');
  const count = (kind: Ending['kind']): number => all.filter((one) => one.kind === kind).length;
  const requests = decided.map(({ canaryRequests }) => canaryRequests);
  const times = decided.map(({ atMs }) => atMs);
  return {
    rule, runs: all.length, aborted: count('aborted'), promoted: count('promoted'), held: count('held'),
    canaryMedian: quantile(requests, 0.5), canaryP90: quantile(requests, 0.9), msMedian: quantile(times, 0.5), msP90: quantile(times, 0.9),
  };
}

export function simulate({ plan, service, scenarios, rules, runs, seed, progress }: SimulateSettings): Simulated[] {
  return scenarios.map((scenario) => ({
    scenario,
    summaries: rules.map((rule) => {
      progress?.(scenario, rule);
      return summarise(rule, outcomes(rule, plan, { ...QUIET, ...service, ...scenario.traffic }, runs, seed));
    }),
  }));
}
