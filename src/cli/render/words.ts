/** Moments, spans, shares and long texts as people read them. Pure. */
import type { Look } from './look.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The two largest units: `48 s`, `3 min 12 s`, `2 h 5 min`, `3 d 4 h`. */
export function span(ms: number): string {
  const whole = Math.max(0, Math.round(ms / SECOND)) * SECOND;
  if (whole < MINUTE) return `${whole / SECOND} s`;
  if (whole < HOUR) return two(whole, MINUTE, 'min', SECOND, 's');
  if (whole < DAY) return two(whole, HOUR, 'h', MINUTE, 'min');
  return two(whole, DAY, 'd', HOUR, 'h');
}

function two(ms: number, large: number, largeName: string, small: number, smallName: string): string {
  const rest = Math.floor((ms % large) / small);
  return `${Math.floor(ms / large)} ${largeName}${rest === 0 ? '' : ` ${rest} ${smallName}`}`;
}

/** Local time of day; the date before it where it is another day. */
export function moment(iso: string, { nowMs, utcOffsetMinutes }: Pick<Look, 'nowMs' | 'utcOffsetMinutes'>): string {
  const local = (ms: number): string => new Date(ms + utcOffsetMinutes * MINUTE).toISOString();
  const there = local(Date.parse(iso));
  const time = there.slice(11, 19);
  return there.slice(0, 10) === local(nowMs).slice(0, 10) ? time : `${there.slice(0, 10)} ${time}`;
}

/** Three digits at most: `0.73 %`, `41 %`. */
export function share(rate: number): string {
  return `${percentText(rate * 100)} %`;
}

export function percentText(percent: number): string {
  return String(Number(percent.toPrecision(3)));
}

export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Microseconds with a unit that leaves one to three digits before the point. */
export function latency(us: number): string {
  if (us < 1000) return `${Math.round(us)} us`;
  return us < 1e6 ? `${Number((us / 1000).toPrecision(3))} ms` : `${Number((us / 1e6).toPrecision(3))} s`;
}

/** `1.4 MiB`. */
export function bytes(size: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];
  const index = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, size)) / 10));
  return `${index === 0 ? size : Number((size / 1024 ** index).toPrecision(3))} ${units[index]}`;
}

/** Lines of at most `columns`, broken between words and never before a percent sign; a longer word has a line of its own. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(/ (?!%)/)) {
      if (line !== '' && line.length + 1 + word.length > columns) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}
