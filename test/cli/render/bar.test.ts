import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bar, stack } from '../../../src/cli/render/bar.js';

const look = { isTerminal: true, columns: 80, isColoured: false, isUnicode: false, nowMs: 0, utcOffsetMinutes: 0 };

describe('bar', () => {
  it('is full only at the end, and shows that there is something', () => {
    expect(bar(look, 0, 10, 'red')).toBe('[..........]');
    expect(bar(look, 0.01, 10, 'red')).toBe('[#.........]');
    expect(bar(look, 0.41, 10, 'red')).toBe('[####......]');
    expect(bar(look, 0.999, 10, 'red')).toBe('[#########.]');
    expect(bar(look, 1, 10, 'red')).toBe('[##########]');
    expect(bar({ ...look, isUnicode: true }, 0.41, 10, 'red')).toBe('▕████░░░░░░▏');
  });
});

describe('stack', () => {
  const part = (weight: number, glyph: string) => ({ weight, glyph, colour: null });

  it('keeps a part of one in ten thousand in sight', () => {
    expect(stack(look, [part(99.98, 's'), part(0.01, 'c'), part(0.01, 'n')], 10)).toBe('[ssssssssc' + 'n]');
    expect(stack(look, [part(100, 's'), part(0, 'c')], 10)).toBe('[ssssssssss]');
  });

  it('is as wide as it was asked to be, whatever the parts', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 3 }), fc.integer({ min: 8, max: 60 }), (weights, width) => {
      expect(stack(look, weights.map((weight, index) => part(weight, 'abc'[index]!)), width)).toMatch(new RegExp(`^\\[a+b*c*\\]$`));
      expect(stack(look, weights.map((weight, index) => part(weight, 'abc'[index]!)), width)).toHaveLength(width + 2);
    }));
  });
});
