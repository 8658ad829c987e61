import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSlices, NO_SLICE, OTHER_SLICE, SLICE_LENGTH_MAX, SliceBook, slicesOf } from '../../src/serving/slices.js';

describe('slices', () => {
  it('give the first values a place each, and share one among the others', () => {
    const shared = createSlices(2);
    const [one, other] = [new SliceBook(shared), new SliceBook(shared)];
    expect([one.of('gold'), other.of('silver'), other.of('gold'), one.of('silver'), one.of('bronze'), one.of('')]).toEqual([2, 3, 2, 3, OTHER_SLICE, NO_SLICE]);
    expect(one.values()).toEqual(['gold', 'silver']);
    expect([slicesOf(shared), slicesOf(null)]).toEqual([4, 0]);
  });

  it('go on with the values that were kept', () => {
    const first = new SliceBook(createSlices(3));
    for (const value of ['grün', 'blau']) first.of(value);
    const second = new SliceBook(createSlices(3, first.values()));
    expect([second.of('blau'), second.of('rot'), second.of('grün')]).toEqual([3, 4, 2]);
  });

  it('count a value that is too long among the others', () => {
    const book = new SliceBook(createSlices(2));
    expect([book.of('x'.repeat(SLICE_LENGTH_MAX + 1)), book.of('界'.repeat(SLICE_LENGTH_MAX))]).toEqual([OTHER_SLICE, 2]);
    expect(book.values()).toEqual(['界'.repeat(SLICE_LENGTH_MAX)]);
  });

  it('never give two values one place, nor one value two', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 8 })), fc.integer({ min: 1, max: 16 }), (values, places) => {
        const book = new SliceBook(createSlices(places));
        const met = new Map<string, number>();
        for (const value of values) {
          const slice = book.of(value);
          expect(met.get(value) ?? slice).toBe(slice);
          met.set(value, slice);
        }
        const placed = [...met.values()].filter((slice) => slice !== OTHER_SLICE);
        expect(new Set(placed).size).toBe(placed.length);
        expect(placed.length).toBe(Math.min(places, met.size));
        expect(book.values()).toEqual([...met].filter(([, slice]) => slice !== OTHER_SLICE).map(([value]) => value));
      }),
    );
  });
});
