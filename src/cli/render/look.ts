/** How text may look where it is shown: how wide, whether in colours, and in which characters. Pure. */
import type { CliPorts } from '../ports.js';

export interface Look {
  /** Lines are cut on a terminal alone: whoever reads a file or a pipe wants all of them. */
  readonly isTerminal: boolean;
  readonly columns: number;
  readonly isColoured: boolean;
  readonly isUnicode: boolean;
  readonly nowMs: number;
  /** Minutes that local time is ahead of UTC. */
  readonly utcOffsetMinutes: number;
}

/** Narrower than this nothing reads well; lines are then cut. */
const COLUMNS_MIN = 60;

export function lookOf({ env, screen, clock }: Pick<CliPorts, 'env' | 'screen' | 'clock'>): Look {
  const { columns } = screen.size();
  return {
    isTerminal: screen.isTerminal,
    columns: Math.max(COLUMNS_MIN, columns),
    isColoured: screen.isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb',
    isUnicode: isUtf8(env),
    nowMs: clock.wallMs(),
    utcOffsetMinutes: screen.utcOffsetMinutes,
  };
}

/** The first of these that is set decides, as in POSIX. */
function isUtf8(env: CliPorts['env']): boolean {
  const locale = ['LC_ALL', 'LC_CTYPE', 'LANG'].map((name) => env[name] ?? '').find((value) => value !== '');
  return /utf-?8/i.test(locale ?? '');
}

export interface Glyphs {
  readonly left: string;
  readonly right: string;
  readonly full: string;
  readonly half: string;
  readonly empty: string;
  readonly arrow: string;
  readonly dot: string;
  readonly rule: string;
  readonly done: string;
  readonly here: string;
  readonly stopped: string;
  readonly ahead: string;
  readonly more: string;
}

const UNICODE: Glyphs = { left: '▕', right: '▏', full: '█', half: '▒', empty: '░', arrow: '→', dot: '·', rule: '─', done: '✓', here: '●', stopped: '✗', ahead: '○', more: '…' };
const ASCII: Glyphs = { left: '[', right: ']', full: '#', half: '=', empty: '.', arrow: '->', dot: '|', rule: '-', done: 'x', here: '>', stopped: '!', ahead: '-', more: '...' };

export function glyphsOf(look: Pick<Look, 'isUnicode'>): Glyphs {
  return look.isUnicode ? UNICODE : ASCII;
}

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;
export type Colour = keyof typeof CODES;

/** Paint after padding: the codes have no width. */
export function paint(look: Pick<Look, 'isColoured'>, colour: Colour | null, text: string): string {
  return look.isColoured && colour !== null && text !== '' ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text;
}

const CODE = /\u001b\[[0-9;]*m/g;

export function widthOf(line: string): number {
  return [...line.replace(CODE, '')].length;
}

/** At most this many columns of a line on a terminal, colours and all. */
export function clip(line: string, columns: number, look: Look): string {
  if (!look.isTerminal || widthOf(line) <= columns) return line;
  const { more } = glyphsOf(look);
  let left = columns - more.length;
  let out = '';
  // Odd parts are codes, which split keeps because of the group.
  for (const [index, part] of line.split(/(\u001b\[[0-9;]*m)/).entries()) {
    if (index % 2 === 1) {
      out += part;
      continue;
    }
    const characters = [...part].slice(0, Math.max(0, left));
    out += characters.join('');
    left -= characters.length;
  }
  return `${out}${more}`;
}
