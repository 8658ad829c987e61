import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytes, count, latency, moment, share, span, wrap } from '../../../src/cli/render/words.js';

describe('spans and moments', () => {
  it.each([
    [-5, '0 s'], [400, '0 s'], [48_000, '48 s'], [60_000, '1 min'], [192_000, '3 min 12 s'], [3_600_000, '1 h'], [7_500_000, '2 h 5 min'],
    [86_400_000, '1 d'], [273_600_000, '3 d 4 h'], [86_399_999, '1 d'],
  ])('says %d ms as %s', (ms, text) => {
    expect(span(ms)).toBe(text);
  });

  it('tells the local time, and the date of another day', () => {
    const look = { nowMs: Date.parse('2026-03-14T23:30:00Z'), utcOffsetMinutes: 60 };
    expect(moment('2026-03-14T23:10:05Z', look)).toBe('00:10:05');
    expect(moment('2026-03-14T22:10:05Z', look)).toBe('2026-03-14 23:10:05');
  });
});

describe('numbers', () => {
  it('keeps three digits of a share, thousands apart, and a fitting unit', () => {
    expect([share(0.0072815), share(0.41), share(1)]).toEqual(['0.728 %', '41 %', '100 %']);
    expect([count(0), count(999), count(12_345), count(1_234_567)]).toEqual(['0', '999', '12,345', '1,234,567']);
    expect([latency(370), latency(2100), latency(1.5e6)]).toEqual(['370 us', '2.1 ms', '1.5 s']);
    expect([bytes(0), bytes(1023), bytes(20_200), bytes(3 * 2 ** 30)]).toEqual(['0 bytes', '1023 bytes', '19.7 KiB', '3 GiB']);
  });
});

describe('wrap', () => {
  it('breaks between words, keeps lines, and never parts a number from its percent sign', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrap('a\nb', 8)).toEqual(['a', 'b']);
    expect(wrap('about 25 % of', 8)).toEqual(['about', '25 % of']);
  });

  it('loses no word, and has no line that could have been shorter', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 30 }), fc.integer({ min: 12, max: 60 }), (words, columns) => {
      const lines = wrap(words.join(' '), columns);
      expect(lines.join(' ')).toBe(words.join(' '));
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
    }));
  });
});
