/** What will not work out as its owner may think, in words that name the remedy. Pure. */
import { percent } from '../judge/words.js';
import type { Plan } from '../rollout/plan.js';
import { duration } from './words.js';
import type { Detection, Service, StepForecast } from './plan.js';

/** Below this share of runs that are promoted in time although nothing is wrong, the time limit is what decides. */
const PROMOTED_SHARE_MIN = 0.9;

export function warningsOf(plan: Plan, service: Service, steps: readonly StepForecast[], harmless: Detection): string[] {
  return [...ofRate(plan, service, steps), ...ofMetrics(plan, service), ...ofUnits(plan), ...ofTime(plan, harmless)];
}

function ofRate(plan: Plan, { ratePerS }: Service, steps: readonly StepForecast[]): string[] {
  if (ratePerS === 0) return [`no requests come, so that nothing is ever decided; at the end of ${duration(plan.maxDurationMs)} \`onNoData\` says ${plan.analysis.onNoData}`];
  const never = steps.filter(({ takesMs }) => takesMs === null).map(({ name }) => `${name} never has its samples: it gets no requests`);
  if (never.length > 0) return never;
  const late = steps.find(({ endMs }) => endMs !== null && endMs > plan.maxDurationMs);
  if (late === undefined) return [];
  return [`${late.name} needs ${duration(late.takesMs)} for its ${late.minSamples} samples and would end after ${duration(late.endMs)}, past \`maxDuration\` of ${duration(plan.maxDurationMs)}; lower \`minSamples\`, raise early weights, or give it more time`];
}

function ofMetrics(plan: Plan, { errors }: Service): string[] {
  const warnings: string[] = [];
  const { metrics } = plan.analysis;
  const failing = metrics.find(({ name }) => name === 'errors');
  if (failing?.required === true && plan.steps.length > 0 && errors === 0) {
    if (failing.ceiling === null) warnings.push('nothing fails on either arm, so that `errors` can never be proven by a ratio; set a `ceiling`');
    else warnings.push(`nothing fails on either arm; \`errors\` is proven by its ceiling of ${percent(failing.ceiling)} alone, which takes about ${Math.ceil(5.3 / failing.ceiling)} canary requests`);
  } else if (failing?.required === true && failing.ceiling !== null && errors > failing.ceiling) {
    warnings.push(`the serving version fails ${percent(errors)}, above the ceiling of ${percent(failing.ceiling)}: \`errors\` is proven by comparison alone, at the pace of failures`);
  }
  if (metrics.some(({ name }) => name === 'latency') && !plan.twin && plan.steps.length > 0) warnings.push('latency is not judged without a control twin: arms of different sizes batch differently');
  if (metrics.every(({ required }) => !required)) warnings.push('no metric is required, so that nothing is ever proven and only a person promotes');
  for (const { name, dryRun } of metrics) if (dryRun) warnings.push(`\`${name}\` is a dry run: it is shown and decides nothing`);
  return warnings;
}

function ofUnits(plan: Plan): string[] {
  if (plan.assign.kind === 'chance') return [];
  const warnings = ['requests are assigned by key, and a key counts once: `--rate` has to be the rate of new keys, since requests of known keys are no evidence'];
  if (!plan.twin) warnings.push('without a control twin a key that moves to the canary with a later step has been counted already; steps after the first need keys that are new');
  return warnings;
}

function ofTime(plan: Plan, { promotedShare, runs }: Detection): string[] {
  const warnings: string[] = [];
  if (promotedShare < PROMOTED_SHARE_MIN) {
    const then = plan.analysis.onInconclusive;
    warnings.push(`of ${runs} simulated rollouts with nothing wrong, ${percent(promotedShare)} were proven within \`maxDuration\` of ${duration(plan.maxDurationMs)}; the others end with \`onInconclusive\`: ${then}`);
  }
  if (plan.approval) warnings.push('`approval` is on: promotion waits for a person after the proof');
  return warnings;
}
