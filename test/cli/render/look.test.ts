import { describe, expect, it } from 'vitest';
import { clip, lookOf, paint, widthOf } from '../../../src/cli/render/look.js';

const screen = (isTerminal: boolean, columns = 100) => ({ isTerminal, size: () => ({ columns, rows: 40 }), utcOffsetMinutes: 0 });
const clock = { nowUs: () => 0, wallMs: () => 0 };
const of = (env: Record<string, string>, isTerminal = true) => lookOf({ env, screen: screen(isTerminal), clock });

describe('lookOf', () => {
  it('colours a terminal alone, and never where that is not wanted', () => {
    expect(of({}).isColoured).toBe(true);
    expect(of({}, false).isColoured).toBe(false);
    expect(of({ NO_COLOR: '1' }).isColoured).toBe(false);
    expect(of({ NO_COLOR: '' }).isColoured).toBe(true);
    expect(of({ TERM: 'dumb' }).isColoured).toBe(false);
  });

  it('takes the characters that the locale offers, as POSIX reads it', () => {
    expect(of({}).isUnicode).toBe(false);
    expect(of({ LANG: 'en_US.UTF-8' }).isUnicode).toBe(true);
    expect(of({ LANG: 'C.utf8' }).isUnicode).toBe(true);
    expect(of({ LANG: 'en_US.UTF-8', LC_ALL: 'C' }).isUnicode).toBe(false);
    expect(of({ LANG: 'C', LC_CTYPE: 'en_US.UTF-8', LC_ALL: '' }).isUnicode).toBe(true);
  });

  it('lays out for sixty columns at least', () => {
    expect(lookOf({ env: {}, screen: screen(true, 20), clock }).columns).toBe(60);
  });
});

describe('clip', () => {
  const look = { ...of({ LANG: 'C.UTF-8' }), columns: 80 };

  it('leaves lines whole that go to a file or a pipe', () => {
    expect(clip('x'.repeat(100), 5, { ...look, isTerminal: false })).toHaveLength(100);
  });

  it('counts what is seen, and ends every colour that it began', () => {
    const line = `ab${paint(look, 'red', 'cdef')}gh`;
    expect(widthOf(line)).toBe(8);
    expect(clip(line, 8, look)).toBe(line);
    const cut = clip(line, 5, look);
    expect(widthOf(cut)).toBe(5);
    expect(cut).toBe('ab\u001b[31mcd\u001b[0m…');
  });
});
