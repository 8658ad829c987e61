/** One metric of a judgement: how far it is from an abort and from its proof, what was counted, and what is missing. Pure. */
import type { MetricRow } from '../../judge/judgement.js';
import { short } from '../../judge/words.js';
import { bar } from './bar.js';
import { glyphsOf, paint, widthOf, type Look } from './look.js';
import { count, share } from './words.js';

/** Of the names before every line of a status. */
export const LABEL_COLUMNS = 11;
const BAR_MIN = 10;
const BAR_MAX = 24;
/** Room behind the bars for an estimate. */
const ESTIMATE_COLUMNS = 28;
const PERCENT_COLUMNS = 6;
/** From here on there is room for a metric on one line. */
const WIDE = 132;

export function barColumns({ columns }: Pick<Look, 'columns'>): number {
  const rest = columns - LABEL_COLUMNS - ESTIMATE_COLUMNS - (columns >= WIDE ? 40 : 0);
  return Math.max(BAR_MIN, Math.min(BAR_MAX, Math.floor((rest - 2) / 2) - PERCENT_COLUMNS - 2));
}

/** The titles above the bars. */
export function metricTitles(look: Look): string {
  const cell = (text: string): string => text.padEnd(barColumns(look) + 2 + PERCENT_COLUMNS + 2);
  return paint(look, 'dim', `${' '.repeat(LABEL_COLUMNS)}${cell('towards abort')}${cell('towards promotion')}estimate`);
}

/** @param unit what a canary unit is: a request, or a key where assignment is by key */
export function metricLines(row: MetricRow, unit: 'requests' | 'keys', look: Look): string[] {
  const { dot } = glyphsOf(look);
  const width = barColumns(look);
  const harm = gauge(look, row.thresholdAbort === null ? null : row.progressAbort, width, 'red');
  const proof = gauge(look, row.thresholdPromote === null ? null : row.progressPromote, width, 'green');
  const first = `${row.metric.padEnd(LABEL_COLUMNS)}${harm}  ${proof}  ${estimateText(row)}`;
  const facts = factTexts(row, unit);
  const behind = `${first}  ${paint(look, 'dim', facts.join(` ${dot} `))}`;
  if (widthOf(behind) <= look.columns) return [behind];
  return [first, ...packed(facts, look).map((line) => ' '.repeat(LABEL_COLUMNS) + paint(look, 'dim', line))];
}

/** Facts side by side as far as a line goes. */
function packed(facts: readonly string[], look: Look): string[] {
  const lines: string[] = [];
  for (const fact of facts) {
    const longer = `${lines.at(-1)} ${glyphsOf(look).dot} ${fact}`;
    if (lines.length > 0 && longer.length + LABEL_COLUMNS <= look.columns) lines[lines.length - 1] = longer;
    else lines.push(fact);
  }
  return lines;
}

function gauge(look: Look, progress: number | null, width: number, colour: 'red' | 'green'): string {
  if (progress === null) return 'no part in it'.padEnd(width + 2 + PERCENT_COLUMNS);
  const reached = Math.max(0, Math.min(1, progress));
  // 100 % is said only where the threshold is met.
  const percent = reached >= 1 ? 100 : Math.min(99, Math.round(reached * 100));
  return `${bar(look, reached, width, colour)}${`${percent} %`.padStart(PERCENT_COLUMNS)}`;
}

function estimateText({ metric, estimate }: MetricRow): string {
  const { value, low, high } = estimate;
  if (metric === 'agreement') return value === null ? 'no pairs yet' : `${share(value)} disagree (${share(low ?? 0)} to ${share(high ?? 1)})`.replaceAll(' %', '%');
  if (value === null && low === 0 && high === null) return 'ratio not known yet';
  // A ratio without an upper end is one over nothing.
  return `ratio ${short(value)} (${short(low ?? 0)} to ${high === null ? 'any' : short(high)})`;
}

function factTexts(row: MetricRow, unit: 'requests' | 'keys'): string[] {
  const { metric, canary, baseline } = row;
  const of = (arm: { readonly events: number; readonly units: number }): string => `${count(arm.events)} of ${count(arm.units)}`;
  switch (metric) {
    case 'errors':
      return [`${of(canary)} canary ${unit} failed, ${of(baseline)} of stable`, next(row, unit)];
    case 'latency':
      return [`${of(canary)} canary ${unit} slow, ${of(baseline)} of stable`, next(row, unit)];
    case 'labels':
      return [`${of(canary)} labels against the canary, ${of(baseline)} against stable`, next(row, unit)];
    case 'agreement':
    case 'distribution':
      return [next(row, unit)];
  }
}

function next(row: MetricRow, unit: 'requests' | 'keys'): string {
  const { thresholdAbort, thresholdPromote, logHarm, logProof, needAbort, needPromote } = row;
  const what = (need: MetricRow['needAbort']): string => `about ${count(need.more!)} more ${need.of === 'canary units' ? unit : need.of}`;
  if (thresholdAbort !== null && logHarm >= thresholdAbort) return 'worse than stable';
  if (thresholdPromote !== null && logProof !== null && logProof >= thresholdPromote) return 'proven harmless';
  if (thresholdAbort === null && thresholdPromote === null) return 'reported only';
  if (logHarm > 0 && needAbort.more !== null) return `leans to worse; ${what(needAbort)} would settle it`;
  const optional = row.required ? '' : ' (not required)';
  if (needPromote.more !== null) return `${what(needPromote)} to the proof${optional}`;
  return thresholdPromote === null ? 'no sign of harm' : `no sign of harm, none of proof yet${optional}`;
}
