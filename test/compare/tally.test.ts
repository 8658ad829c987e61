import { describe, expect, it } from 'vitest';
import { binOf, CompareTally, DIFFERENCE_EDGES, PairMeasures, tallyCells } from '../../src/compare/tally.js';

function pairOf(fields: Partial<Pick<PairMeasures, 'disagrees' | 'mismatched' | 'identical'>>, values: readonly number[] = []): PairMeasures {
  const pair = new PairMeasures();
  pair.reset();
  Object.assign(pair, fields);
  values.forEach((value, at) => (pair.values[at] = value));
  return pair;
}

function tallyOf(outputs: number, cells: Float64Array = new Float64Array(tallyCells(outputs))): CompareTally {
  return new CompareTally(cells, outputs);
}

describe('a tally', () => {
  it('keeps the worst of likenesses and of differences', () => {
    const tally = tallyOf(2);
    tally.add(1, pairOf({}, [1, 0.8, 0.5, 0.2]));
    tally.add(1, pairOf({ disagrees: true }, [0, 0.6, 0.25, NaN]));
    const [first, second] = tally.read().outputs;
    expect(first).toMatchObject({ pairs: 0, measures: { top1: null } });
    expect(second).toMatchObject({ pairs: 2, disagreements: 1 });
    expect(second?.measures.top1).toEqual({ pairs: 2, mean: 0.5, worst: 0 });
    expect(second?.measures.topK?.worst).toBe(0.6);
    expect(second?.measures.maxAbsolute).toEqual({ pairs: 2, mean: 0.375, worst: 0.5 });
    expect(second?.measures.meanAbsolute).toEqual({ pairs: 1, mean: 0.2, worst: 0.2 });
    expect(second?.absolute[binOf(0.5)]).toBe(2);
  });

  it('merges to what one tally of all pairs would be', () => {
    const pairs = [pairOf({ identical: true }, [1, 1, 0, 0, 0]), pairOf({ disagrees: true }, [0, 0.2, 3, 1, 2]), pairOf({ mismatched: true, disagrees: true }), pairOf({}, [1, 0.4, 0.5])];
    const [all, left, right] = [tallyOf(1), tallyOf(1), tallyOf(1)];
    pairs.forEach((pair, at) => {
      for (const tally of [all, at < 2 ? left : right]) {
        tally.add(0, pair);
        tally.count(1, pair.disagrees ? 1 : 0);
      }
    });
    const merged = tallyOf(1);
    merged.merge(right);
    merged.merge(left);
    expect(merged.read()).toEqual(all.read());
    expect(merged.read()).toMatchObject({ pairs: 4, disagreements: 2 });
  });

  it('comes back from a copy of its cells', () => {
    const tally = tallyOf(1);
    tally.begin();
    tally.count(3, 1);
    tally.add(0, pairOf({}, [1]));
    tally.end();
    expect(tallyOf(1, tally.copy()).read()).toEqual(tally.read());
  });

  it('is read while a writer that died is half way, and lies in shared memory', () => {
    const shared = new Float64Array(new SharedArrayBuffer(tallyCells(1) * 8));
    const tally = tallyOf(1, shared);
    tally.begin();
    tally.count(1, 0);
    expect(tallyOf(1, shared).read().pairs).toBe(1);
  });

  it('sorts differences by powers of ten', () => {
    expect([0, 1e-12, 1e-9, 5e-4, 1, 9999, 1e4, Infinity].map(binOf)).toEqual([0, 1, 2, 7, 11, 14, 15, 15]);
    expect(tallyOf(1).read().outputs[0]?.absolute).toHaveLength(DIFFERENCE_EDGES.length + 2);
  });
});
