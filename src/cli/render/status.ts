/** The status of one model's rollout, for `status` and for each frame of `watch`. Pure: a view in, lines out. */
import { judge } from '../../judge/judge.js';
import type { Judgement } from '../../judge/judgement.js';
import { judgePlanOf } from '../../rollout/evidence.js';
import type { OneView, RolloutView } from '../../rollout/view.js';
import { clip, glyphsOf, paint, type Look } from './look.js';
import { LABEL_COLUMNS, metricLines, metricTitles } from './metric.js';
import { phaseColour, stagesLine, trafficLine, unitOf, waitsFor } from './progress.js';
import { count, latency, moment, share, span, wrap } from './words.js';

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
    '',
    ...historyLines(rollout, look),
    ...afterLines(view, look),
  ];
}

/** After an end the server keeps the counts and not the judgement; the same counts are judged the same for ever. */
function judgementOf({ judgement, evidence, plan }: OneView): Judgement | null {
  if (judgement !== null) return judgement;
  return evidence.segments.length > 0 || evidence.mirror !== undefined ? judge(judgePlanOf(plan), evidence) : null;
}

/** `digits  1 → 2  step 2 of 4 (5 %)  for 48 s  23 h 57 min left`. */
export function headLine({ model, pinned }: RolloutView, rollout: OneView, look: Look): string {
  const { stable, candidate, phaseText, over, paused, since, deadline } = rollout;
  const phase = paint(look, phaseColour(rollout), paused ? `${phaseText}, paused` : phaseText);
  const ageMs = look.nowMs - Date.parse(since);
  const leftMs = Date.parse(deadline) - look.nowMs;
  const times = over ? [`${span(ageMs)} ago`] : [`for ${span(ageMs)}`, leftMs > 0 ? `${span(leftMs)} left` : `${span(-leftMs)} over its time`];
  return [paint(look, 'bold', model), `${stable} ${glyphsOf(look).arrow} ${candidate}`, phase, ...times, ...(pinned ? ['pinned'] : [])].join('  ');
}

function aboutLine({ id, startedAt, deadline, over, twin, plan }: OneView, look: Look): string {
  const parts = [`rollout ${id}`, `began ${moment(startedAt, look)}`];
  if (!over) parts.push(`ends by ${moment(deadline, look)}`);
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
    lines.push(...metricLines(row, unitOf(rollout), look));
  }
  return [...lines, ...checkLines(rollout, judgement, look)];
}

function checkLines(rollout: OneView, { share: split, canaryUnits, baselineUnits }: Judgement, look: Look): string[] {
  const lines: string[] = [];
  const { mirror, guards } = rollout.evidence;
  if (mirror !== undefined) {
    const of = ({ pairs, disagreements }: typeof mirror.floor): string => `${count(disagreements)} of ${count(pairs)} pairs (${share(pairs === 0 ? 0 : disagreements / pairs)})`;
    lines.push(...labelled('mirror', `${of(mirror.candidate)} disagree; stable with itself ${of(mirror.floor)}`, look));
  }
  if (split.observed !== null) {
    const verdict = split.logE >= split.threshold ? paint(look, 'red', 'at fault, so that nothing can be compared') : 'as planned';
    lines.push(...labelled('split', `${count(canaryUnits)} canary to ${count(baselineUnits)} ${rollout.plan.twin ? 'control' : 'stable'} ${unitOf(rollout)}, ${share(split.observed)} where ${share(split.planned)} is planned: ${verdict}`, look));
  }
  if (rollout.latencyUs !== null) {
    const [p50 = 0, p90 = 0, p95 = 0, p99 = 0] = rollout.latencyUs;
    lines.push(...labelled('stable', `p50 ${latency(p50)}, p90 ${latency(p90)}, p95 ${latency(p95)}, p99 ${latency(p99)}, frozen for the comparison`, look));
  } else if (!rollout.over && rollout.phase !== 'mirror' && comparesLatency(rollout)) {
    lines.push(...labelled('stable', 'its latencies are not frozen yet, so that none are compared', look));
  }
  const { crashes = 0, outputs } = guards ?? {};
  if (crashes > 0) lines.push(...labelled('crashes', `${count(crashes)} of the candidate's instances`, look));
  if (outputs !== undefined && outputs.nonFinite > 0) lines.push(...labelled('outputs', `${count(outputs.nonFinite)} of ${count(outputs.checked)} are not finite`, look));
  return lines;
}

function comparesLatency({ plan }: OneView): boolean {
  return plan.twin && plan.analysis.metrics.some(({ name }) => name === 'latency');
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
  return rows.flatMap(({ when, move, who, why }) => {
    const head = `${when.padEnd(whens)}  ${move.padEnd(moves)}  ${who}`;
    const line = `${head}: ${why}`;
    if (line.length <= look.columns) return [line];
    return [head, ...wrap(why, look.columns - whens - 2).map((part) => paint(look, 'dim', ' '.repeat(whens + 2) + part))];
  });
}

/** What a person may do next. */
function afterLines({ model, kept, rollout, rejected }: RolloutView, look: Look): string[] {
  const lines = kept.map(({ version, until }) => {
    const back = rollout?.phase === 'promoted' && version === rollout.stable ? `; \`sluice rollout undo ${model}\` goes back to it` : '';
    return `version ${version} stays loaded until ${moment(until, look)}${back}`;
  });
  for (const { version } of rejected) lines.push(`version ${version} is not tried again by itself; \`sluice rollout start ${model} ${version}\` does`);
  return lines.length === 0 ? [] : ['', ...lines];
}
