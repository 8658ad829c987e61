/**
 * A rollout plan as its owner writes it, in a model's `config.yaml` under `rollout:` or with `sluice rollout start`, and
 * the same plan checked and with its defaults. Every fault is listed at once, with the path of its field. Names are
 * those that users of other rollout tools know.
 */
import { z } from 'zod';
import { ADDRESS_HINT, isAddress, VARIABLE, VARIABLE_HINT } from '../config/address.js';
import { didYouMean } from '../config/suggest.js';
import { WEIGHT_WHOLE, type AssignBy, type ForceRule } from '../routing/split.js';
import { assignBy, bytes, duration, percent } from './fields.js';
import { DECISION_KINDS, type DecisionKind } from './kind.js';
import { mirrorBlock, mirrorFaults, mirrorPlanOf, type MirrorPlan } from './mirror.js';

export interface PlanFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export interface Step {
  /** Share of the canary out of `WEIGHT_WHOLE`. */
  readonly weight: number;
  /** Requests (or keys, where assignment is by key) that the canary must have had at this weight. */
  readonly minSamples: number;
  readonly bakeMs: number;
}

export type MetricName = 'errors' | 'latency' | 'agreement';
export const METRICS: readonly MetricName[] = ['errors', 'latency', 'agreement'];

export interface MetricPlan {
  readonly name: MetricName;
  /** errors, latency: largest ratio of canary to control that is fine. agreement: largest share of pairs beyond the noise. */
  readonly margin: number;
  /** Of errors: a failure rate that is fine whatever the baseline does; null for none. */
  readonly ceiling: number | null;
  /** Whether promotion needs proof that the metric is within its margin. */
  readonly required: boolean;
  /** Judged and shown, and never decides. */
  readonly dryRun: boolean;
}

export type OnDoubt = 'hold' | 'abort' | 'promote';

export interface Webhook {
  readonly url: string;
  /** Name of the environment variable that holds the signing secret. */
  readonly secretEnv: string | null;
  /** What it is told of; empty for everything. */
  readonly events: readonly DecisionKind[];
}

export interface Plan {
  readonly strategy: 'swap' | 'canary';
  readonly gates: { readonly golden: 'auto' | 'required' | 'off'; readonly manifest: 'auto' | 'required' | 'off'; readonly allowBreaking: boolean };
  readonly mirror: MirrorPlan | null;
  readonly steps: readonly Step[];
  readonly assign: AssignBy;
  readonly force: readonly ForceRule[];
  /** Whether the serving version is loaded a second time, so that canary and control are alike in size. */
  readonly twin: boolean;
  readonly analysis: {
    readonly metrics: readonly MetricPlan[];
    /** Chance of ever aborting a candidate that is no worse. */
    readonly alphaAbort: number;
    /** Chance of ever promoting a candidate that is beyond a margin. */
    readonly alphaPromote: number;
    /** Canary requests (or keys) before a promotion. */
    readonly minSamples: number;
    readonly onInconclusive: OnDoubt;
    readonly onNoData: OnDoubt;
    /** Share of mirrored answers with NaN or infinity that aborts at once. */
    readonly nonFiniteMax: number;
  };
  /** Facts that abort at once, without statistics. */
  readonly limits: {
    /** Bytes that the candidate may hold on all devices together; null for any. */
    readonly memoryBytes: number | null;
    /** Deaths of the candidate's instances that are put up with. */
    readonly crashes: number;
  };
  readonly maxDurationMs: number;
  /** Whether somebody must say `promote` after the analysis has. */
  readonly approval: boolean;
  /** How long the loser stays loaded, so that undoing needs no load. */
  readonly keepLoadedMs: number;
  readonly notify: readonly Webhook[];
}

/** Also of a model without a plan. */
export const DEFAULT_GATES: Plan['gates'] = { golden: 'auto', manifest: 'auto', allowBreaking: false };

/** Each is a file on disk and a request for every decision. */
const WEBHOOKS_MAX = 16;

const share = z.number().gt(0).lt(1);
const switchable = z.enum(['auto', 'required', 'off']);
const doubt = z.enum(['hold', 'abort', 'promote']);

const rule = z
  .strictObject({ header: z.string().regex(/^[\w-]+$/, 'expected the name of a header'), value: z.string().optional(), arm: z.enum(['stable', 'canary']).default('canary') })
  .transform(({ header, value, arm }): ForceRule => ({ header: header.toLowerCase(), value: value ?? null, arm }));

const metric = z.strictObject({ margin: z.number().optional(), ceiling: z.union([z.number(), z.literal('off')]).optional(), required: z.boolean().optional(), dryRun: z.boolean().default(false) });

const decision = z.string().transform((name, context): DecisionKind => {
  const known = DECISION_KINDS.find((kind) => kind === name);
  if (known !== undefined) return known;
  context.addIssue({ code: 'custom', message: `no such event ${JSON.stringify(name)}${didYouMean(name, DECISION_KINDS)}; there are ${DECISION_KINDS.join(', ')}` });
  return z.NEVER;
});

const webhook = z.strictObject({
  url: z.string().refine(isAddress, `${ADDRESS_HINT}, since everybody who reads the plan sees it`),
  secretEnv: z.string().regex(VARIABLE, VARIABLE_HINT).optional(),
  events: z.array(decision).default([]),
});

const DEFAULT_STEPS = [{ weight: 1 }, { weight: 5 }, { weight: 25 }, { weight: 50 }];

const planSchema = z.strictObject({
  strategy: z.enum(['swap', 'canary']).default('canary'),
  gates: z.strictObject({ golden: switchable.default('auto'), manifest: switchable.default('auto'), allowBreaking: z.boolean().default(false) }).prefault({}),
  mirror: mirrorBlock.optional(),
  steps: z
    .array(z.strictObject({ weight: percent, minSamples: z.int().min(0).default(200), bake: duration.prefault('0s') }))
    .prefault(DEFAULT_STEPS),
  assign: assignBy.prefault('none'),
  match: z.array(rule).default([]),
  twin: z.boolean().default(true),
  analysis: z
    .strictObject({
      metrics: z.record(z.string(), metric).default({}),
      alphaAbort: share.default(0.01),
      alphaPromote: share.default(0.05),
      minSamples: z.int().min(0).default(1000),
      onInconclusive: doubt.default('hold'),
      onNoData: doubt.default('hold'),
      nonFiniteMax: z.number().min(0).max(1).default(0.001),
    })
    .prefault({}),
  limits: z.strictObject({ memory: bytes.optional(), crashes: z.int().min(0).default(2) }).prefault({}),
  maxDuration: duration.prefault('24h'),
  approval: z.boolean().default(false),
  keepLoaded: duration.prefault('10m'),
  notify: z.array(webhook).max(WEBHOOKS_MAX).default([]),
});

/** Where nothing fails on either arm, no ratio can be proven; then this many failures are few enough. */
const CEILING = 0.001;

function ceilingOf(given: number | 'off' | undefined): number | null {
  return given === 'off' ? null : (given ?? CEILING);
}

const MARGINS: Readonly<Record<MetricName, number>> = { errors: 1.5, latency: 1.5, agreement: 0.01 };

/** The metric that a promotion waits for where the plan names none; null for a student that is only reported on. */
function provenFirst(steps: number, isTeacher: boolean): MetricName | null {
  if (steps > 0) return 'errors';
  return isTeacher ? null : 'agreement';
}

/** @param source what YAML or JSON gave */
export function parsePlan(source: unknown): { readonly plan: Plan } | { readonly faults: readonly PlanFault[] } {
  const read = planSchema.safeParse(source);
  if (!read.success) {
    return { faults: read.error.issues.map(({ path, message }) => ({ path: path.filter((part) => typeof part !== 'symbol'), message })) };
  }
  const { data } = read;
  const faults = contradictions(data);
  if (faults.length > 0) return { faults };
  const { mirror, analysis } = data;
  const isTeacher = mirror?.compare === 'teacher';
  const plan: Plan = {
    strategy: data.strategy,
    gates: data.gates,
    mirror: mirror === undefined ? null : mirrorPlanOf(mirror),
    steps: data.steps.map(({ weight, minSamples, bake }) => ({ weight, minSamples, bakeMs: bake })),
    assign: data.assign,
    force: data.match,
    twin: data.twin,
    analysis: {
      ...analysis,
      metrics: METRICS.filter((name) => name !== 'agreement' || mirror !== undefined).map((name) => ({
        name,
        margin: analysis.metrics[name]?.margin ?? MARGINS[name],
        ceiling: name === 'errors' ? ceilingOf(analysis.metrics[name]?.ceiling) : null,
        required: analysis.metrics[name]?.required ?? name === provenFirst(data.steps.length, isTeacher),
        // A student differs from its teacher; that ends its report only where the plan says how far is too far.
        dryRun: analysis.metrics[name]?.dryRun ?? (name === 'agreement' && isTeacher),
      })),
    },
    limits: { memoryBytes: data.limits.memory ?? null, crashes: data.limits.crashes },
    maxDurationMs: data.maxDuration,
    approval: data.approval,
    keepLoadedMs: data.keepLoaded,
    notify: data.notify.map(({ url, secretEnv, events }) => ({ url, secretEnv: secretEnv ?? null, events })),
  };
  return { plan };
}

/** What each field allows by itself and the plan as a whole does not. */
function contradictions(data: z.output<typeof planSchema>): PlanFault[] {
  const faults: PlanFault[] = [];
  const refuse = (path: readonly (string | number)[], message: string): void => void faults.push({ path, message });
  data.steps.forEach(({ weight }, index) => {
    const before = index === 0 ? 0 : data.steps[index - 1]!.weight;
    if (weight <= before) refuse(['steps', index, 'weight'], index === 0 ? 'a step has a weight above 0' : 'weights rise from step to step');
    if (data.twin && weight > WEIGHT_WHOLE / 2) refuse(['steps', index, 'weight'], 'with a control twin of the same size a step has at most 50; or set `twin: false`');
  });
  if (data.strategy === 'canary' && data.steps.length === 0 && data.mirror === undefined) refuse(['steps'], 'a canary has steps, a mirror, or both');
  if (data.strategy === 'swap' && data.mirror !== undefined) refuse(['mirror'], 'a swap has no mirror; leave `strategy` out');
  for (const name of Object.keys(data.analysis.metrics)) {
    if (!METRICS.includes(name as MetricName)) refuse(['analysis', 'metrics', name], `no such metric; there are ${METRICS.join(', ')}`);
  }
  for (const name of ['errors', 'latency'] as const) {
    const margin = data.analysis.metrics[name]?.margin;
    if (margin !== undefined && margin <= 1) refuse(['analysis', 'metrics', name, 'margin'], 'the margin is a ratio above 1, such as 1.5');
  }
  const agreement = data.analysis.metrics['agreement'];
  if (agreement !== undefined && data.mirror === undefined) refuse(['analysis', 'metrics', 'agreement'], 'agreement needs a `mirror`');
  if (agreement?.margin !== undefined && !(agreement.margin > 0 && agreement.margin < 1)) refuse(['analysis', 'metrics', 'agreement', 'margin'], 'the margin is a share between 0 and 1');
  for (const [name, { ceiling }] of Object.entries(data.analysis.metrics)) {
    if (ceiling !== undefined && name !== 'errors') refuse(['analysis', 'metrics', name, 'ceiling'], 'only `errors` has a ceiling');
    else if (typeof ceiling === 'number' && !(ceiling > 0 && ceiling < 1)) refuse(['analysis', 'metrics', name, 'ceiling'], 'the ceiling is a rate between 0 and 1, or `off`');
  }
  for (const [name, each] of Object.entries(data.analysis.metrics)) {
    if (each.required === true && each.dryRun) refuse(['analysis', 'metrics', name], '`required` and `dryRun` contradict each other');
  }
  for (const name of ['errors', 'latency'] as const) {
    if (data.analysis.metrics[name]?.required !== true) continue;
    if (data.steps.length === 0) refuse(['analysis', 'metrics', name], `without \`steps\` no request meets the candidate, so \`${name}\` is never proven`);
    else if (name === 'latency' && !data.twin) refuse(['analysis', 'metrics', name], 'latency is compared with a control twin, and `twin` is false');
  }
  if (data.gates.allowBreaking && data.strategy === 'canary') {
    refuse(['gates', 'allowBreaking'], 'a candidate that breaks the signature cannot take requests made for the serving version; use `strategy: swap`');
  }
  if (data.mirror !== undefined) mirrorFaults(data.mirror, data.steps.length > 0, (path, message) => refuse(['mirror', ...path], message));
  return faults;
}
