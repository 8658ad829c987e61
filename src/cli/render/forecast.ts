/** A forecast as lines: steps, detection, the proof, what is assumed, and what will not work out. Pure. */
import type { Detection, Forecast } from '../../forecast/plan.js';
import { duration } from '../../forecast/words.js';
import { paint, type Look } from './look.js';
import { table } from './table.js';
import { count, share, wrap } from './words.js';

export function forecastLines(forecast: Forecast, look: Look): string[] {
  const { service, runs, seed, guarantees } = forecast;
  const found = [forecast.harmless, ...forecast.detections];
  return [
    `at ${rateText(service.ratePerS)} with ${share(service.errors)} failures; latencies spread by ${service.spread} (log-normal)`,
    '',
    ...table(look, ['phase', 'share', 'canary requests', 'samples', 'bake', 'takes', 'over after'], forecast.steps.map((step) => [
      step.name, `${step.percent} %`, rateText(step.perS), count(step.minSamples), step.bakeMs === 0 ? '-' : duration(step.bakeMs), duration(step.takesMs), duration(step.endMs),
    ])),
    '',
    ...table(look, ['what is true', 'aborted', 'promoted', 'until', 'median', '90 %', 'canary requests', '90 %'], found.map(foundRow)),
    '',
    ...paragraph(`Chance of ever aborting a candidate that is no worse: at most ${share(guarantees.alphaAbort)}; of ever promoting one beyond a required margin: at most ${share(guarantees.alphaPromote)}; of ever calling a correct split wrong: at most ${share(guarantees.alphaMismatch)}. They hold at every look at once.`, look),
    ...paragraph(`Weights of the evidence: ${forecast.weights.map(({ metric, weight, required }) => `${metric} ${share(weight)}${required ? ', required' : ''}`).join('; ')}.`, look),
    ...paragraph(`Times are of ${count(runs)} simulated rollouts each (seed ${seed}) by this plan's own judge and steps, from the moment the candidate serves; a median needs half of them. They assume requests that come and fail one by one at these rates, on one front end; guarantees assume no rate, only that a request's arm is drawn by the planned share.`, look),
    ...warningLines(forecast.warnings, look),
  ];
}

function foundRow({ effect, kind, abortedShare, promotedShare, msMedian, msP90, canaryMedian, canaryP90 }: Detection): string[] {
  const requests = (value: number | null): string => (value === null ? '-' : count(value));
  const time = (ms: number | null): string => (ms === null ? 'not in time' : duration(ms));
  return [effect, share(abortedShare), share(promotedShare), kind === 'none' ? 'promotion' : 'abort', time(msMedian), time(msP90), requests(canaryMedian), requests(canaryP90)];
}

function rateText(perS: number): string {
  if (perS === 0) return 'none';
  const [value, unit] = perS >= 1 ? [perS, 's'] : perS * 60 >= 1 ? [perS * 60, 'min'] : [perS * 3600, 'h'];
  return `${Number(value.toPrecision(3))}/${unit}`;
}

export function paragraph(text: string, look: Look): string[] {
  return wrap(text, Math.min(100, look.columns));
}

function warningLines(warnings: readonly string[], look: Look): string[] {
  if (warnings.length === 0) return [];
  return ['', paint(look, 'yellow', 'Warnings'), ...warnings.flatMap((warning) => wrap(warning, Math.min(96, look.columns - 4)).map((line, at) => `${at === 0 ? '  - ' : '    '}${line}`))];
}
