/**
 * How whoever follows a rollout sees it: redrawn in place on a terminal, a line per change in a file or a pipe, or the
 * views themselves as JSON lines for a program.
 */
import type { RolloutView } from '../rollout/view.js';
import { Frame } from './frame.js';
import type { CliPorts } from './ports.js';
import { clip, glyphsOf, lookOf, paint } from './render/look.js';
import { headLine, shortPhase, statusLines } from './render/status.js';
import { moment, wrap } from './render/words.js';

export interface Show {
  /** What the server says now, about once a second. */
  view(view: RolloutView): void;
  /** What is waited for, or goes wrong and is tried again; '' once it is over. */
  note(text: string): void;
  /** Puts the terminal back. */
  close(): void;
}

export function showOf(ports: CliPorts, isJson: boolean): Show {
  if (isJson) return jsonShow(ports);
  return ports.screen.isTerminal ? frameShow(ports) : lineShow(ports);
}

function frameShow(ports: CliPorts): Show {
  const frame = new Frame(ports.out, ports.screen.size);
  let last: RolloutView | null = null;
  let noted = '';
  const draw = (): void => {
    const look = lookOf(ports);
    const { rows } = ports.screen.size();
    const foot = noted === '' ? [] : ['', ...wrap(noted, look.columns).map((line) => paint(look, 'yellow', line))];
    const body = last === null ? [] : statusLines(last, look);
    // A small screen loses the end of the history and never the note.
    frame.draw([...body.slice(0, Math.max(1, rows - 1 - foot.length)), ...foot], look);
  };
  return {
    view(view) {
      last = view;
      draw();
    },
    note(text) {
      noted = text;
      // A view follows at once when all is well again.
      if (text !== '') draw();
    },
    close: () => frame.close(),
  };
}

/** A change is a transition, or a judgement of another kind. */
function lineShow(ports: CliPorts): Show {
  let seen: string | null = null;
  let kind: string | null = null;
  let noted = '';
  return {
    view(view) {
      const { rollout } = view;
      const look = lookOf(ports);
      if (rollout === null) return;
      if (seen === null) ports.out(`${clip(headLine(view, rollout, look), look.columns, look)}\n`);
      const { arrow } = glyphsOf(look);
      const from = seen === null ? Math.max(0, rollout.transitions.length - 1) : rollout.transitions.findLastIndex(({ at, to }) => `${at} ${to}` === seen) + 1;
      for (const { at, from: before, to, who, why } of rollout.transitions.slice(from)) {
        ports.out(`${moment(at, look)}  ${shortPhase(before)} ${arrow} ${shortPhase(to)}  ${who}: ${oneLine(why)}\n`);
      }
      const newest = rollout.transitions.at(-1);
      seen = newest === undefined ? '' : `${newest.at} ${newest.to}`;
      const judged = rollout.judgement?.kind ?? kind;
      if (kind !== null && judged !== null && judged !== kind) ports.out(`${moment(new Date(look.nowMs).toISOString(), look)}  ${oneLine(rollout.judgement?.reason ?? judged)}\n`);
      kind = judged;
    },
    note(text) {
      if (text !== '' && text !== noted) ports.err(`sluice: ${text}\n`);
      noted = text;
    },
    close: () => undefined,
  };
}

function jsonShow(ports: CliPorts): Show {
  let seen = '';
  return {
    view(view) {
      const { rollout } = view;
      const newest = rollout?.transitions.at(-1);
      const now = `${rollout?.id} ${newest?.at} ${newest?.to} ${rollout?.judgement?.kind}`;
      if (now !== seen) ports.out(`${JSON.stringify(view)}\n`);
      seen = now;
    },
    note(text) {
      if (text !== '') ports.err(`sluice: ${text}\n`);
    },
    close: () => undefined,
  };
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}
