/** One metric of a judgement: how far it is from an abort and from its proof, what was counted, and what is missing. Pure. */
import type { Judgement, MetricRow, Need } from '../../judge/judgement.js';
import { progress } from '../../judge/numbers.js';
import { short } from '../../judge/words.js';
import { bar } from './bar.js';
import { glyphsOf, paint, type Look } from './look.js';
import { count, latency, span } from './words.js';

/** Of the names before every line of a status. */
export const LABEL_COLUMNS = 11;
const BAR_MIN = 10;
const BAR_MAX = 24;
/** Room behind the bars for an estimate. */
const ESTIMATE_COLUMNS = 28;
const PERCENT_COLUMNS = 6;
export function barColumns({ columns }: Pick<Look, 'columns'>): number {
  const rest = columns - LABEL_COLUMNS - ESTIMATE_COLUMNS - 2;
  return Math.max(BAR_MIN, Math.min(BAR_MAX, Math.floor(rest / 2) - PERCENT_COLUMNS - 2));
}

/** The titles above the bars. */
export function metricTitles(look: Look): string {
  const cell = (text: string): string => text.padEnd(barColumns(look) + 2 + PERCENT_COLUMNS + 2);
  return paint(look, 'dim', `${' '.repeat(LABEL_COLUMNS)}${cell('towards abort')}${cell('towards promotion')}estimate`);
}

/** How what was counted is called. */
export interface Terms {
  /** A canary unit is a request, or a key where assignment is by key. */
  readonly unit: 'requests' | 'keys';
  /** What the canary is compared with: the twin, or the rest of the stable version. */
  readonly baseline: 'control' | 'stable';
  /** Beyond it an answer is slow; null while the quantiles of the stable version are not frozen. */
  readonly slowUs: number | null;
  /** Canary units in a second, to tell how long more of them take; null while that is not known. */
  readonly perSecond: number | null;
  /** Nothing more will be counted. */
  readonly isOver: boolean;
}

export function metricLines(row: MetricRow, terms: Terms, look: Look): string[] {
  if (row.metric === 'distribution') return [answersLine(row, terms)];
  const width = barColumns(look);
  const harm = gauge(look, row.thresholdAbort === null ? null : row.progressAbort, width, 'red');
  const proof = gauge(look, row.thresholdPromote === null ? null : row.progressPromote, width, 'green');
  const first = `${row.metric.padEnd(LABEL_COLUMNS)}${harm}  ${proof}  ${estimateText(row)}`;
  return [first, ...packed(factTexts(row, terms), look).map((line) => ' '.repeat(LABEL_COLUMNS) + paint(look, 'dim', line))];
}

/** Takes no part in a decision, so that there is nothing to be far from. */
function answersLine({ logHarm, canary, baseline }: MetricRow, terms: Terms): string {
  const found = logHarm >= Math.log(100) ? 'differ from' : 'are distributed like';
  return `${'answers'.padEnd(LABEL_COLUMNS)}${count(canary.units)} of the canary ${found} ${count(baseline.units)} of ${terms.baseline}; shown only`;
}

/** What decides: the weighted sum of all evidence of harm, and the least proven of the metrics that promotion waits for. */
export function togetherLine({ rows, logAbort, thresholdAbort }: Pick<Judgement, 'rows' | 'logAbort' | 'thresholdAbort'>, look: Look): string {
  const width = barColumns(look);
  const required = rows.filter((row) => row.required && row.thresholdPromote !== null);
  const least = required.length === 0 ? null : Math.min(...required.map((row) => row.progressPromote));
  return `${'together'.padEnd(LABEL_COLUMNS)}${gauge(look, progress(logAbort, thresholdAbort), width, 'red')}  ${gauge(look, least, width, 'green')}`;
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
  if (metric === 'agreement') return value === null ? 'no pairs yet' : `${two(value)} % differ (${two(low ?? 0)} to ${two(high ?? 1)})`;
  if (value === null && low === 0 && high === null) return 'ratio not known yet';
  if (value === null) return `ratio above ${short(low)}`;
  return `ratio ${short(value)} (${short(low ?? 0)} to ${high === null ? 'any' : short(high)})`;
}

/** A rate in percent, in two digits. */
function two(rate: number): string {
  return String(Number((rate * 100).toPrecision(2)));
}

function factTexts(row: MetricRow, terms: Terms): string[] {
  const { metric } = row;
  const { unit, baseline, slowUs } = terms;
  const arms = (what: string): string => `${of(row.canary)} canary ${unit} ${what}, ${of(row.baseline)} of ${baseline}`;
  const isBlank = row.canary.units + row.baseline.units === 0;
  if (isBlank && metric !== 'latency') return [terms.isOver ? 'nothing was counted' : 'nothing was counted yet'];
  switch (metric) {
    case 'errors':
      return [arms('failed'), next(row, terms)];
    case 'latency':
      if (slowUs === null) return [`no comparison before the quantiles of stable are frozen`];
      return [arms(`over ${latency(slowUs)}`), next(row, terms)];
    case 'labels':
      return [`${of(row.canary)} labels against the canary, ${of(row.baseline)} against ${baseline}`, next(row, terms)];
    case 'agreement':
    case 'distribution':
      return [next(row, terms)];
  }
}

function of({ events, units }: MetricRow['canary']): string {
  return `${count(events)} of ${count(units)}`;
}

function next(row: MetricRow, { unit, perSecond, isOver }: Terms): string {
  const { thresholdAbort, thresholdPromote, logHarm, logProof, needAbort, needPromote } = row;
  const what = (need: Need): string => `about ${count(need.more!)} more ${need.of === 'canary units' ? unit : need.of}`;
  const time = (need: Need): string => (perSecond === null || need.of !== 'canary units' ? '' : ` (${span((need.more! / perSecond) * 1000)})`);
  if (thresholdAbort !== null && logHarm >= thresholdAbort) return 'worse than stable';
  if (thresholdPromote !== null && logProof !== null && logProof >= thresholdPromote) return 'proven harmless';
  if (thresholdAbort === null && thresholdPromote === null) return 'reported only';
  if (isOver) return 'neither worse nor proven';
  if (logHarm > 0 && needAbort.more !== null) return `leans to worse; ${what(needAbort)} settle it${time(needAbort)}`;
  const optional = row.required ? '' : ', not required';
  if (needPromote.more !== null) return `${what(needPromote)} to the proof${time(needPromote)}${optional}`;
  return thresholdPromote === null ? 'no sign of harm' : `no sign of harm, none of proof yet${optional}`;
}
