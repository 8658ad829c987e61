/** A replayed rollout as lines: what happened, and what other settings would have done, moment by moment. Pure. */
import type { Recording } from '../../forecast/recording.js';
import type { Moment, Replayed } from '../../forecast/replay.js';
import { duration } from '../../forecast/words.js';
import type { RolloutView } from '../../rollout/view.js';
import { paragraph } from './forecast.js';
import { paint, type Look } from './look.js';
import { table } from './table.js';
import { count, moment } from './words.js';

export interface Told {
  readonly where: string;
  readonly recording: Recording;
  readonly happened: Pick<NonNullable<RolloutView['rollout']>, 'id' | 'phaseText' | 'reason' | 'transitions'> | null;
  readonly asItWas: Replayed;
  readonly otherwise: Replayed;
  readonly changes: readonly string[];
}

export function replayLines({ where, recording, happened, asItWas, otherwise, changes }: Told, look: Look): string[] {
  const { lines, broken } = recording;
  const first = lines[0]!;
  const last = lines.at(-1)!;
  const since = (ms: number): string => duration(ms - first.atMs);
  return [
    `${where}: ${count(lines.length)} lines over ${since(last.atMs)}, from ${moment(new Date(first.atMs).toISOString(), look)}${broken.length === 0 ? '' : `; ${broken.length} left out`}`,
    '',
    paint(look, 'bold', 'What happened'),
    ...happenedLines(lines, happened, since, look),
    '',
    ...table(look, ['judged', 'decision', 'after', 'in', 'canary units', 'proven after'], [
      rowOf('as it was', asItWas, since),
      rowOf(changes.length === 0 ? 'again' : 'with changes', otherwise, since),
    ]),
    '',
    ...(changes.length === 0 ? [] : [`changes: ${changes.join('; ')}`]),
    ...(otherwise.at === null ? [] : paragraph(`${otherwise.decision}: ${otherwise.at.reason}`, look)),
    '',
    paint(look, 'bold', 'Answers of the judge with these settings'),
    ...table(look, ['after', 'answer', 'in', 'canary units', 'reason'], otherwise.turns.map((turn) => [since(turn.atMs), turn.verdict, turn.phase, count(turn.canaryUnits), turn.reason])),
    '',
    ...paragraph('The requests stay as they were divided: a ramp that would have moved sooner or later with these settings does not. Choosing settings by the outcome of a rollout voids their guarantees for that rollout; they hold for the next one.', look),
  ];
}

function rowOf(name: string, { decision, at, provenAt }: Replayed, since: (ms: number) => string): string[] {
  const after = (one: Moment | null): string => (one === null ? 'never' : since(one.atMs));
  return [name, decision, decision === 'held' ? 'until the end' : after(at), at?.phase ?? '-', count(at?.canaryUnits ?? 0), after(provenAt)];
}

function happenedLines(lines: Told['recording']['lines'], happened: Told['happened'], since: (ms: number) => string, look: Look): string[] {
  if (happened !== null) {
    const rows = happened.transitions.map(({ at, to, who, why }) => [moment(at, look), to, who, why]);
    return table(look, ['at', 'to', 'by', 'because'], rows);
  }
  const turns = lines.filter(({ phase }, at) => at === 0 || lines[at - 1]!.phase !== phase);
  return table(look, ['after', 'phase'], [...turns.map(({ atMs, phase }) => [since(atMs), phase]), [since(lines.at(-1)!.atMs), 'the last that was recorded']]);
}
