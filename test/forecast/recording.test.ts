import { describe, expect, it } from 'vitest';
import { readRecording } from '../../src/forecast/recording.js';
import { arm, segment } from '../judge/cases.js';

const line = (atMs: number, more: object = {}): string => JSON.stringify({ atMs, phase: 'step 1 of 2 (5 %)', evidence: { segments: [segment(0.5, arm(10), arm(12))], guards: { crashes: 0 } }, ...more });

describe('a recording', () => {
  it('is read line by line, empty ones left out', () => {
    const { lines, broken } = readRecording(`${line(1)}\n\n${line(2)}\n`);
    expect(broken).toEqual([]);
    expect(lines.map((each) => [each.line, each.atMs])).toEqual([[1, 1], [3, 2]]);
    expect(lines[0]?.evidence.segments[0]?.canary.units).toBe(10);
  });

  it('names every line that cannot be used', () => {
    const { lines, broken } = readRecording([line(5), line(6).slice(0, 40), line(7, { phase: 3 }), line(4), line(8, { evidence: { segments: [{ ...segment(1.5, arm(1), arm(1)) }] } }), line(9)].join('\n'));
    expect(lines.map((each) => each.line)).toEqual([1, 6]);
    expect(broken.map(({ line: at, cause }) => `${at}: ${cause}`)).toEqual([
      expect.stringContaining('2: is no JSON'),
      expect.stringContaining('3: phase:'),
      '4: is of an earlier moment than line 1',
      expect.stringContaining('5: evidence.segments.0.share:'),
    ]);
  });
});
