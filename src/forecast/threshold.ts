/**
 * Rules of other tools, from what they document, as deciders. They look at one interval's rates and compare them with
 * constants; what they do not do is count how often they have looked, or how little they have seen.
 */
import { WEIGHT_WHOLE } from '../routing/split.js';
import type { Decider, Ending } from './decider.js';
import type { ArmPassed, Passed, Weights } from './world.js';

/** A success rate and a p99 that users of these tools write down. */
export interface Limits {
  readonly failureRateMax: number;
  /** Share of requests that may be slower than half as much again as the serving version's p99. */
  readonly slowShareMax: number;
}

const SECOND_MS = 1000;

interface Sum {
  requests: number;
  failed: number;
  slow: number;
}

const nothing = (): Sum => ({ requests: 0, failed: 0, slow: 0 });

function add(sum: Sum, { requests, failed, slow }: ArmPassed): void {
  sum.requests += requests;
  sum.failed += failed;
  sum.slow += slow;
}

export interface ArgoSettings {
  readonly steps: readonly number[];
  readonly pauseMs: number;
  readonly intervalMs: number;
  /** Failed measurements beyond which the analysis fails; 0 by default. */
  readonly failureLimit: number;
  readonly limits: Limits;
  /** Compares with this many times the failure rate of the serving fleet in the same interval instead of with a constant. */
  readonly fleetRatio: number | null;
}

/** Errors of the metric provider in a row beyond which the analysis ends, and how soon it asks again. */
const ERRORS_MAX = 4;
const ERROR_RETRY_MS = 10 * SECOND_MS;

/**
 * Argo Rollouts: `setWeight` and `pause` steps with an analysis in the background. One `successCondition` per metric and
 * no `failureCondition`, so a measurement is a success or a failure; before the candidate's first request its series does
 * not exist, which is an error of the measurement; later an empty interval is 0/0, and no condition holds for that.
 */
export class ArgoLike implements Decider {
  private step = 0;
  private stepSinceMs = 0;
  private lookMs: number;
  private failures = 0;
  private errors = 0;
  private hasSeries = false;
  private canary = nothing();
  private fleet = nothing();

  constructor(private readonly settings: ArgoSettings) {
    this.lookMs = settings.intervalMs;
  }

  get weights(): Weights {
    return { canary: this.settings.steps[this.step]!, control: 0 };
  }

  nextMs(): number {
    return Math.min(this.lookMs, this.stepSinceMs + this.settings.pauseMs);
  }

  look({ canary, stable }: Passed, nowMs: number): Ending | null {
    add(this.canary, canary);
    add(this.fleet, stable);
    if (nowMs >= this.lookMs) {
      const ending = this.measure(nowMs);
      if (ending !== null) return ending;
    }
    if (nowMs < this.stepSinceMs + this.settings.pauseMs) return null;
    if (this.step + 1 === this.settings.steps.length) return { kind: 'promoted', why: 'all steps are over and the analysis has not failed' };
    this.step += 1;
    this.stepSinceMs = nowMs;
    return null;
  }

  private measure(nowMs: number): Ending | null {
    const { intervalMs, failureLimit } = this.settings;
    this.hasSeries ||= this.canary.requests > 0;
    if (!this.hasSeries) {
      this.errors += 1;
      this.lookMs = nowMs + ERROR_RETRY_MS;
      return this.errors > ERRORS_MAX ? { kind: 'aborted', why: `${this.errors} errors in a row: there is no data` } : null;
    }
    this.errors = 0;
    if (!this.isSuccess()) this.failures += 1;
    this.canary = nothing();
    this.fleet = nothing();
    this.lookMs = nowMs + intervalMs;
    return this.failures > failureLimit ? { kind: 'aborted', why: `${this.failures} failed measurements` } : null;
  }

  private isSuccess(): boolean {
    const { canary, fleet } = this;
    const { limits, fleetRatio } = this.settings;
    if (canary.requests === 0) return false;
    const allowed = fleetRatio === null ? limits.failureRateMax : fleetRatio * (fleet.requests === 0 ? 0 : fleet.failed / fleet.requests);
    return canary.failed / canary.requests <= allowed && canary.slow / canary.requests <= limits.slowShareMax;
  }
}

export interface FlaggerSettings {
  readonly steps: readonly number[];
  readonly intervalMs: number;
  /** Failed checks in all at which it rolls back. */
  readonly threshold: number;
  readonly limits: Limits;
}

/** Flagger: a check per interval; one that passes moves on to the next weight, one without values fails. */
export class FlaggerLike implements Decider {
  private step = 0;
  private lookMs: number;
  private failed = 0;
  private canary = nothing();

  constructor(private readonly settings: FlaggerSettings) {
    this.lookMs = settings.intervalMs;
  }

  get weights(): Weights {
    return { canary: this.settings.steps[this.step]!, control: 0 };
  }

  nextMs(): number {
    return this.lookMs;
  }

  look({ canary }: Passed, nowMs: number): Ending | null {
    add(this.canary, canary);
    if (nowMs < this.lookMs) return null;
    this.lookMs = nowMs + this.settings.intervalMs;
    const { requests, failed, slow } = this.canary;
    this.canary = nothing();
    const { limits, threshold, steps } = this.settings;
    const passes = requests > 0 && failed / requests <= limits.failureRateMax && slow / requests <= limits.slowShareMax;
    if (!passes) {
      this.failed += 1;
      return this.failed >= threshold ? { kind: 'aborted', why: `${this.failed} failed checks` } : null;
    }
    if (this.step + 1 === steps.length) return { kind: 'promoted', why: 'the last check has passed' };
    this.step += 1;
    return null;
  }
}

/** Weights of a plan without steps, such as one with a mirror only, for tools that have no mirror. */
export const USUAL_STEPS = [0.05, 0.25, 0.5].map((share) => share * WEIGHT_WHOLE);
