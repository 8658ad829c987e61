import { describe, expect, it } from 'vitest';
import { compareOutputs } from '../../src/compare/pair.js';
import type { CompareRule } from '../../src/compare/rule.js';
import { createPairs, mirrorEvidence, outputsOf, PairLane, readPairs } from '../../src/serving/pairs.js';
import type { TensorSpec } from '../../src/tensor/signature.js';

const spec = (name: string): TensorSpec => ({ name, datatype: 'FP32', dims: [2], modelDims: [2], optional: false, labels: [] });
const specs = [spec('a'), spec('b')];
const rules: readonly CompareRule[] = [{ kind: 'exact' }, { kind: 'report' }];
const bytes = (...values: number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);

describe('pairs', () => {
  it('add up over front ends, requests apart from rows, and the floor apart from the candidate', () => {
    const pairs = createPairs(3, 2);
    expect(outputsOf(pairs)).toBe(2);
    const add = (frontEnd: number, side: 'candidate' | 'floor', a: Uint8Array, b: Uint8Array): void => {
      const { tally, ...lane } = new PairLane(pairs, frontEnd)[side];
      expect(lane).toBeDefined();
      const disagreeing = compareOutputs(specs, rules, a.length / 8, [a, a], [b, b], tally);
      new PairLane(pairs, frontEnd)[side].add(disagreeing > 0);
    };
    add(0, 'candidate', bytes(1, 2, 3, 4), bytes(1, 2, 3, 4));
    add(2, 'candidate', bytes(1, 2, 3, 4), bytes(1, 2, 9, NaN));
    add(1, 'floor', bytes(5, 6), bytes(5, 6));
    const { candidate, floor } = readPairs(pairs);
    expect([candidate.requests, candidate.disagreements, candidate.rows.pairs, candidate.rows.disagreements]).toEqual([2, 1, 4, 1]);
    expect([floor.requests, floor.disagreements, floor.rows.pairs]).toEqual([1, 0, 1]);
    expect(candidate.rows.outputs.map((output) => [output.identical, output.disagreements])).toEqual([[3, 1], [3, 0]]);
    expect(mirrorEvidence(readPairs(pairs))).toEqual({
      mirror: { pairs: 2, disagreements: 1 }, floor: { pairs: 1, disagreements: 0 }, outputs: { checked: 8, nonFinite: 2 },
    });
  });

  it('hold no row against the candidate that is not finite on the stable version either', () => {
    const pairs = createPairs(1, 2);
    const { candidate } = new PairLane(pairs, 0);
    compareOutputs(specs, rules, 1, [bytes(-Infinity, 1), bytes(1, 2)], [bytes(-Infinity, 1), bytes(NaN, 2)], candidate.tally);
    expect(mirrorEvidence(readPairs(pairs)).outputs).toEqual({ checked: 2, nonFinite: 1 });
  });
});
