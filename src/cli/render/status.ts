/** The status of one model's rollout, for `status` and for each frame of `watch`. Pure: a view in, lines out. */
import { QUANTILES, type MirrorCounts } from '../../judge/evidence.js';
import { judge } from '../../judge/judge.js';
import type { Judgement } from '../../judge/judgement.js';
import { METRICS } from '../../judge/plan.js';
import { judgePlanOf, withOutcomes } from '../../rollout/evidence.js';
import type { OneView, RolloutView } from '../../rollout/view.js';
import { comparisonLines } from './comparison.js';
import { clip, glyphsOf, paint, type Look } from './look.js';
import { LABEL_COLUMNS, metricLines, metricTitles, togetherLine, type Terms } from './metric.js';
import { isEndless, perSecondOf, phaseColour, stagesLine, trafficLine, unitOf, waitsFor } from './progress.js';
import { count, moment, percentText, share, span, wrap } from './words.js';

const TRANSITIONS_SHOWN = 5;

export function statusLines(view: RolloutView, look: Look): string[] {
  const { rollout } = view;
  const lines = rollout === null ? restLines(view) : rolloutLines(view, rollout, look);
  return lines.map((line) => clip(line, look.columns, look));
}

function restLines({ model, stable, pinned }: RolloutView): string[] {
  const state = stable === 0 ? 'no version serves yet' : pinned ? `pinned to version ${stable}` : `version ${stable} is stable`;
  const next = pinned ? `\`sluice rollout unpin ${model}\` lets candidates begin again` : `\`sluice rollout start ${model} VERSION\` begins one`;
  return [`${model}  ${state}, no rollout yet`, next];
}

function rolloutLines(view: RolloutView, rollout: OneView, look: Look): string[] {
  const judgement = judgementOf(rollout);
  const waits = waitsFor(view.model, rollout, judgement, look.nowMs);
  return [
    headLine(view, rollout, look),
    paint(look, 'dim', aboutLine(rollout, look)),
    '',
    ...(rollout.over ? [] : [trafficLine(rollout, look)]),
    stagesLine(rollout, look),
    ...(waits.length === 0 ? [] : labelled('waits for', waits.join(`, `), look)),
    ...labelled('why', rollout.reason, look),
    ...evidenceLines(rollout, judgement, look),
    ...pairLines(rollout, look),
    '',
    ...historyLines(rollout, look),
    ...afterLines(view, look),
  ];
}

/** After an end the server keeps the counts and not the judgement; the same counts are judged the same for ever. */
function judgementOf({ judgement, evidence, plan, isTwinless }: OneView): Judgement | null {
  if (judgement !== null) return judgement;
  return evidence.segments.length > 0 || evidence.mirror !== undefined ? judge(withOutcomes(judgePlanOf(plan, isTwinless), evidence), evidence) : null;
}

/** `digits  1 → 2  step 2 of 4 (5 %)  for 48 s  23 h 57 min left`. */
export function headLine({ model, pinned }: RolloutView, rollout: OneView, look: Look): string {
  const { stable, candidate, phaseText, over, paused, since, deadline } = rollout;
  const phase = paint(look, phaseColour(rollout), paused ? `${phaseText}, paused` : phaseText);
  const ageMs = look.nowMs - Date.parse(since);
  const leftMs = Date.parse(deadline) - look.nowMs;
  const end = isEndless(rollout) ? [] : [leftMs > 0 ? `${span(leftMs)} left` : `${span(-leftMs)} over its time`];
  const times = over ? [`${span(ageMs)} ago`] : [`for ${span(ageMs)}`, ...end];
  return [paint(look, 'bold', model), `${stable} ${glyphsOf(look).arrow} ${candidate}`, phase, ...times, ...(pinned ? ['pinned'] : [])].join('  ');
}

function aboutLine(rollout: OneView, look: Look): string {
  const { id, startedAt, deadline, over, twin, plan } = rollout;
  const parts = [`rollout ${id}`, `began ${moment(startedAt, look)}`];
  if (!over && !isEndless(rollout)) parts.push(`ends by ${moment(deadline, look)}`);
  if (!over && plan.twin && plan.steps.length > 0 && !twin) parts.push('no control twin');
  return parts.join('  ');
}

function labelled(label: string, text: string, look: Look): string[] {
  return wrap(text, look.columns - LABEL_COLUMNS).map((line, index) => (index === 0 ? label : '').padEnd(LABEL_COLUMNS) + line);
}

function evidenceLines(rollout: OneView, judgement: Judgement | null, look: Look): string[] {
  if (judgement === null) return [];
  const lines = ['', metricTitles(look)];
  for (const row of judgement.rows) {
    // Before there is a split only pairs say anything.
    if (rollout.phase === 'mirror' && row.metric !== 'agreement') continue;
    lines.push(...metricLines(row, termsOf(rollout, look.nowMs), look));
  }
  if (rollout.phase !== 'mirror') lines.push(togetherLine(judgement, look));
  return [...lines, ...checkLines(rollout, judgement, look)];
}

function termsOf(rollout: OneView, nowMs: number): Terms {
  const slowest = QUANTILES.indexOf(METRICS.latency.provenAt);
  return {
    unit: unitOf(rollout),
    baseline: rollout.plan.twin ? 'control' : 'stable',
    slowUs: rollout.latencyUs?.[slowest] ?? null,
    perSecond: perSecondOf(rollout, nowMs),
    isOver: rollout.over,
  };
}

/** What has to be in order for the evidence to mean anything, and what needs no statistics. */
function checkLines(rollout: OneView, { share: split, canaryUnits, baselineUnits }: Judgement, look: Look): string[] {
  const { unit, baseline } = termsOf(rollout, look.nowMs);
  const { guards } = rollout.evidence;
  const lines = mirrorLines(rollout, look);
  if (split.observed !== null) {
    const isFault = split.logE >= split.threshold;
    const verdict = isFault ? `where ${share(split.planned)} is planned: at fault, nothing can be compared` : `as planned (${share(split.planned)})`;
    const told = labelled('split', `${count(canaryUnits)} canary to ${count(baselineUnits)} ${baseline} ${unit}: ${share(split.observed)}, ${verdict}`, look);
    lines.push(...told.map((line) => paint(look, isFault ? 'red' : null, line)));
  }
  const { crashes = 0, outputs } = guards ?? {};
  if (crashes > 0) lines.push(...labelled('crashes', `${count(crashes)} of the candidate's instances`, look));
  if (outputs !== undefined && outputs.nonFinite > 0) lines.push(...labelled('outputs', `${count(outputs.nonFinite)} of ${count(outputs.checked)} are not finite`, look));
  return lines;
}

function mirrorLines({ evidence: { mirror }, weights, candidate }: OneView, look: Look): string[] {
  const copies = weights.mirror > 0 && weights.stable > 0 ? [`${percentText(weights.mirror)} % of the stable requests also run on ${candidate}`] : [];
  const rate = ({ pairs, disagreements }: MirrorCounts): string => (pairs === 0 ? '' : ` (${share(disagreements / pairs)})`);
  const of = ({ pairs, disagreements }: MirrorCounts): string => `${count(disagreements)} of ${count(pairs)}`;
  const pairs = mirror === undefined ? [] : [`${of(mirror.candidate)} pairs disagree${rate(mirror.candidate)}, stable with itself ${of(mirror.floor)}${rate(mirror.floor)}`];
  const told = [...pairs, ...copies].join('; ');
  return told === '' ? [] : labelled('mirror', told, look);
}

/** By output and slice while pairs are all there is to go by; later they would bury the rest. */
function pairLines(rollout: OneView, look: Look): string[] {
  const { comparison } = rollout;
  return comparison === null || rollout.evidence.segments.length > 0 ? [] : comparisonLines(comparison, look);
}

/** `step 2 of 4 (5 %)` is short for a column. */
export function shortPhase(text: string): string {
  return text.replace(/^step (\d+) of \d+/, 'step $1');
}

function historyLines({ transitions }: OneView, look: Look): string[] {
  const shown = transitions.slice(-TRANSITIONS_SHOWN);
  const { arrow } = glyphsOf(look);
  const rows = shown.map(({ at, from, to, who, why }) => ({ when: moment(at, look), move: `${shortPhase(from)} ${arrow} ${shortPhase(to)}`, who, why }));
  const whens = Math.max(...rows.map(({ when }) => when.length));
  const moves = Math.max(...rows.map(({ move }) => move.length));
  // Whole reasons of what is over are in the JSON; here they would bury the rest.
  return rows.map(({ when, move, who, why }) => `${when.padEnd(whens)}  ${move.padEnd(moves)}  ${who}: ${why.replaceAll('\n', ' ')}`);
}

/** What a person may do next. */
function afterLines({ model, kept, rollout, rejected }: RolloutView, look: Look): string[] {
  const lines = kept.map(({ version, until }) => {
    const back = rollout?.phase === 'promoted' && version === rollout.stable ? `; \`sluice rollout undo ${model}\` goes back to it` : '';
    return `version ${version} stays loaded until ${moment(until, look)}${back}`;
  });
  const own = rejected.filter(({ version }) => version === rollout?.candidate);
  for (const { version } of own) lines.push(`version ${version} is not tried again by itself; \`sluice rollout start ${model} ${version}\` does`);
  return lines.length === 0 ? [] : ['', ...lines.flatMap((line) => wrap(line, look.columns))];
}
