/** What the judge is held to, as data: cases in which the truth is known, and the bound on what may come out. */
import { METRICS, type JudgePlan } from '../../src/judge/plan.js';
import { judgePlanOf } from '../../src/rollout/evidence.js';
import { parsePlan, type Plan } from '../../src/rollout/plan.js';
import { ALIKE, type Case, type Watched } from '../../src/forecast/proof.js';

export interface Cell {
  readonly name: string;
  readonly plan: JudgePlan;
  readonly truth: Case;
  /** Requests of both arms together. */
  readonly requestsMax: number;
  readonly watched: readonly Watched[];
  readonly runs: number;
  readonly bound: Bound | null;
}

/** On the share of runs in which an answer stood at any time, or on canary requests until an abort. */
export type Bound = { readonly kind: 'share'; readonly of: Watched; readonly max: number } | { readonly kind: 'median'; readonly max: number };

export interface Group {
  readonly title: string;
  readonly text: string;
  readonly cells: readonly Cell[];
}

export function planOf(source: unknown): Plan {
  const read = parsePlan(source);
  if ('faults' in read) throw new TypeError(JSON.stringify(read.faults));
  return read.plan;
}

/** As the product configures it: with a control twin, failures and latency share the evidence by weight. */
const TWIN = judgePlanOf(planOf({}));
/** Without one, or where it has no room: failures have all of it. */
const ALONE = judgePlanOf(planOf({ twin: false }));
const LATENCY: JudgePlan = { ...TWIN, metrics: [METRICS.latency] };
const AT_ONCE = { canaryUnitsMin: 0 } as const;
const RATIO_ONLY: JudgePlan = { ...judgePlanOf(planOf({ twin: false, analysis: { metrics: { errors: { ceiling: 'off' } } } })), ...AT_ONCE };
const EITHER: JudgePlan = { ...ALONE, ...AT_ONCE };

const RUNS = 2000;
const SHARES = [0.01, 0.05, 0.1, 0.5] as const;
const RATES = [1e-4, 1e-3, 1e-2, 5e-2] as const;
const ABORT: Bound = { kind: 'share', of: 'worse', max: 0.01 };
const percent = (rate: number): string => `${Number((rate * 100).toPrecision(3))} %`;

const everyFailure: Group = {
  title: 'The same version twice: failures alone, at every failure',
  text: 'Whose a failure is does not depend on how rare failures are, so every request fails here: 20,000 looks at 20,000 failures, whatever their rate.',
  cells: SHARES.map((share) => ({
    name: `share ${share}`, plan: ALONE, truth: { ...ALIKE, share, errors: 1 }, requestsMax: 20_000, watched: ['worse', 'better errors'], runs: RUNS, bound: ABORT,
  })),
};

const everyRequest: Group = {
  title: 'The same version twice: the default plan, at every request',
  text: 'Failures and latency with the weights of the default plan, 20,000 requests of both arms, looked at after each. Latency is timed at every share here, though the product times it at equal shares only.',
  cells: SHARES.flatMap((share) => RATES.map((errors): Cell => ({
    name: `share ${share}, ${percent(errors)} failures`, plan: TWIN, truth: { ...ALIKE, share, errors }, requestsMax: 20_000, watched: ['worse', 'better errors', 'better latency'], runs: RUNS, bound: ABORT,
  }))),
};

const clumped: Group = {
  title: 'The same version twice: batches that fail as a whole',
  text: '2 % of requests fail, in batches of 8 or 32 of one arm; 20,000 requests. A failed batch is one event. The last rows count every request instead, as one would without thinking of batches.',
  cells: [8, 32].flatMap((failedRows) => [0.05, 0.5].map((share): Cell => ({
    name: `batches of ${failedRows}, share ${share}`, plan: share === 0.5 ? TWIN : ALONE, truth: { ...ALIKE, share, errors: 0.02, failedRows }, requestsMax: 20_000, watched: ['worse'], runs: RUNS, bound: ABORT,
  }))).concat([8, 32].map((failedRows): Cell => ({
    name: `batches of ${failedRows}, share 0.5, every request counted`, plan: ALONE, truth: { ...ALIKE, share: 0.5, errors: 0.02, failedRows, countsRows: true }, requestsMax: 20_000, watched: ['worse'], runs: RUNS, bound: null,
  }))),
};

const PROMOTE: Bound = { kind: 'share', of: 'proven', max: 0.05 };
const margin: Group = {
  title: 'A candidate exactly at the margin: wrong proofs',
  text: 'Half as many failures again as the baseline, which is the margin: whoever is there or beyond must not be proven more often than 5 %. By the ratio alone, at 10,000 requests of which half fail; and by ratio or ceiling, with the candidate at the ceiling of 0.1 % as well, over 20,000 requests.',
  cells: [
    ...[0.05, 0.5].map((share): Cell => ({ name: `ratio, share ${share}`, plan: RATIO_ONLY, truth: { ...ALIKE, share, errors: 0.5, errorRatio: 1.5 }, requestsMax: 10_000, watched: ['proven'], runs: RUNS, bound: PROMOTE })),
    { name: 'ratio or ceiling, share 0.5', plan: EITHER, truth: { ...ALIKE, share: 0.5, errors: 0.001 / 1.5, errorRatio: 1.5 }, requestsMax: 20_000, watched: ['proven'], runs: RUNS, bound: PROMOTE },
  ],
};

function detect(name: string, plan: JudgePlan, truth: Partial<Case> & Pick<Case, 'share'>, runs: number, max: number | null): Cell {
  return { name, plan, truth: { ...ALIKE, errors: 0.01, ...truth }, requestsMax: 400_000, watched: ['worse'], runs, bound: max === null ? null : { kind: 'median', max } };
}

const errors: Group = {
  title: 'More failures: canary requests until the abort',
  text: 'At 1 % failures; at a rate p they are 0.01/p times as many. Without a control twin failures have all of the evidence; with one the shares are equal, whatever the weight of the step, and latency has its part: that takes about twice as many canary requests, which is the price of a baseline whose batches are as small as those of the canary. The rows in brackets are a configuration that the product does not have: a small share with the weights of a twin.',
  cells: [
    detect('3 times, share 0.05, no twin', ALONE, { share: 0.05, errorRatio: 3 }, RUNS, 450),
    detect('10 times, share 0.05, no twin', ALONE, { share: 0.05, errorRatio: 10 }, RUNS, 50),
    ...[1.5, 2, 5].map((errorRatio) => detect(`${errorRatio} times, share 0.05, no twin`, ALONE, { share: 0.05, errorRatio }, 400, null)),
    ...[2, 3, 5, 10].map((errorRatio) => detect(`${errorRatio} times, share 0.5, twin`, TWIN, { share: 0.5, errorRatio }, 1000, null)),
    ...[3, 10].map((errorRatio) => detect(`(${errorRatio} times, share 0.05, weights of a twin)`, TWIN, { share: 0.05, errorRatio }, 1000, null)),
  ],
};

const latency: Group = {
  title: 'Slower answers: canary requests until the abort',
  text: 'Latencies are log-normal with a spread of 0.5, shares are equal, every latency is evidence. The product times one request of an arm in 50 ms, so that at high rates these are requests that were timed.',
  cells: [
    detect('5 % three times slower, default weights', TWIN, { share: 0.5, slowShare: 0.05, slowFactor: 3 }, RUNS, 1000),
    detect('5 % three times slower, latency alone', LATENCY, { share: 0.5, slowShare: 0.05, slowFactor: 3 }, RUNS, 1000),
    detect('2 % three times slower, default weights', TWIN, { share: 0.5, slowShare: 0.02, slowFactor: 3 }, 400, null),
    detect('all 50 % slower, default weights', TWIN, { share: 0.5, slowShare: 1, slowFactor: 1.5 }, 1000, null),
    detect('all 20 % slower, default weights', TWIN, { share: 0.5, slowShare: 1, slowFactor: 1.2 }, 1000, null),
    detect('all 10 % slower, default weights', TWIN, { share: 0.5, slowShare: 1, slowFactor: 1.1 }, 400, null),
  ],
};

export const GROUPS: readonly Group[] = [everyFailure, everyRequest, clumped, margin, errors, latency];
