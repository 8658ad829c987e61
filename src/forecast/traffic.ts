/** Made traffic: what is true of a service and its candidate, and the scenarios that every rule is put to. */
import { normalCdf } from './draw.js';
import { BASELINE, CANARY, type Side } from './sums.js';

/** Standard normal quantiles of the four latencies that are frozen. */
export const FROZEN_Z = [0, 1.2815515655446004, 1.6448536269514722, 2.3263478740408408] as const;

/** Users of whom few make most requests, each with a habit of its own: some are slower and fail more. */
export interface Users {
  readonly count: number;
  /** Of Zipf's law. */
  readonly exponent: number;
  /** Counts every request instead of every user, to show what that would do. */
  readonly countsRequests?: boolean;
}

/** Everybody fails for a while, whatever the version. */
export interface Incident {
  readonly afterMs: number;
  readonly forMs: number;
  readonly errors: number;
}

export interface Traffic {
  readonly ratePerS: number;
  /** The serving version's failure rate. */
  readonly errors: number;
  /** Standard deviation of the logarithm of a latency; latencies are log-normal. */
  readonly spread: number;
  /** Of the candidate's failure rate to the serving version's. */
  readonly errorRatio: number;
  /** Failure rate that the candidate has on top of that. */
  readonly appeared: number;
  /** Share of the candidate's requests that are `slowFactor` times slower. */
  readonly slowShare: number;
  readonly slowFactor: number;
  /** Requests that fail together, in one batch of one arm. */
  readonly failedRows: number;
  /** Of the most to the least load of a day; 1 for none. */
  readonly dayRatio: number;
  readonly users: Users | null;
  readonly incident: Incident | null;
  /** What the split really gives the candidate, of what was asked for. */
  readonly shareFactor: number;
  /** Share of mirrored pairs that differ: of the serving version with itself, and of the candidate with it. */
  readonly noise: number;
  readonly disagreement: number;
}

export const QUIET: Traffic = {
  ratePerS: 40, errors: 0.002, spread: 0.5, errorRatio: 1, appeared: 0, slowShare: 0, slowFactor: 1, failedRows: 1, dayRatio: 1, users: null, incident: null,
  shareFactor: 1, noise: 0.002, disagreement: 0.002,
};

export type Latencies = Pick<Traffic, 'spread' | 'slowShare' | 'slowFactor'>;

/** How likely a latency lies above a point that many standard deviations from the median of the serving version. */
export function aboveChance({ spread, slowShare, slowFactor }: Latencies, side: Side, z: number): number {
  const share = side === CANARY ? slowShare : 0;
  return (1 - share) * (1 - normalCdf(z)) + share * (1 - normalCdf(z - Math.log(slowFactor) / spread));
}

/** How likely a latency lies above each of the four frozen quantiles. */
export function exceedChances(latencies: Latencies, side: Side): readonly number[] {
  return FROZEN_Z.map((z) => aboveChance(latencies, side, z));
}

/** Where threshold rules begin to call a request slow: half as much again as the serving version's p99. */
export function slowZ({ spread }: Latencies): number {
  return FROZEN_Z[3] + Math.log(1.5) / spread;
}

/** Which answer is right. unusable: nothing can be concluded, and whoever concludes is wrong. */
export type Truth = 'harmless' | 'harmful' | 'unusable';

export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly truth: Truth;
  readonly traffic: Partial<Traffic>;
}

const INCIDENT: Incident = { afterMs: 300_000, forMs: 600_000, errors: 0.2 };

/** @param ratio of failure rates where the candidate fails more */
export function scenariosOf(ratio: number): readonly Scenario[] {
  return [
    { name: 'same', title: 'the same version twice', truth: 'harmless', traffic: {} },
    { name: 'errors', title: `${ratio} times as many failures`, truth: 'harmful', traffic: { errorRatio: ratio } },
    { name: 'tail', title: '5 % of its requests three times slower', truth: 'harmful', traffic: { slowShare: 0.05, slowFactor: 3 } },
    { name: 'batches-8', title: 'the same; failures come in batches of 8', truth: 'harmless', traffic: { failedRows: 8 } },
    { name: 'batches-32', title: 'the same; failures come in batches of 32', truth: 'harmless', traffic: { failedRows: 32 } },
    { name: 'users', title: 'the same; sticky users, few of whom make most requests', truth: 'harmless', traffic: { users: { count: 20_000, exponent: 1.2 } } },
    { name: 'day', title: 'the same; ten times the load at noon', truth: 'harmless', traffic: { dayRatio: 10 } },
    { name: 'incident', title: 'the same; everybody fails 20 % for ten minutes', truth: 'harmless', traffic: { incident: INCIDENT } },
    { name: 'routing', title: 'the same; the candidate gets 0.7 of its share', truth: 'unusable', traffic: { shareFactor: 0.7 } },
    { name: 'silence', title: 'no requests at all', truth: 'unusable', traffic: { ratePerS: 0 } },
  ];
}

/** Load at a moment, around a mean of 1, and how much of the day is over when it begins. */
export function loadAt({ dayRatio }: Traffic, atMs: number, phase: number): number {
  if (dayRatio === 1) return 1;
  const swing = (dayRatio - 1) / (dayRatio + 1);
  return 1 + swing * Math.sin(2 * Math.PI * (atMs / 86_400_000 + phase));
}

/** Failure rate of an arm at a moment, per request. */
export function failRate({ errors, errorRatio, appeared, incident }: Traffic, side: Side, atMs: number): number {
  const isOn = incident !== null && atMs >= incident.afterMs && atMs < incident.afterMs + incident.forMs;
  return Math.min(1, Math.max(isOn ? incident.errors : 0, side === BASELINE ? errors : errors * errorRatio + appeared));
}
