import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLabels, LabelLane, LabelReader, type LabelChunk } from '../../src/serving/labels.js';
import { readRecords, type TensorRecord } from '../../src/tensor/record.js';
import { answered, bytesOf } from './answered.js';
import { MirrorWorld } from './mirrored.js';

const AT_MS = 1_700_000_000_123;

/** Up to so many rows. */
function take(reader: LabelReader, rows: number, words = 4096): TensorRecord[] {
  const chunk: LabelChunk = { words: new Int32Array(words), length: 0, rows: 0 };
  reader.take(chunk, rows);
  return [...readRecords(chunk.words.subarray(0, chunk.length))];
}

describe('labels', () => {
  it('reach the reader whole and in order, or are counted as dropped, however the two sides interleave', () => {
    const event = fc.oneof(fc.record({ in: fc.integer({ min: 0, max: 12 }), out: fc.integer({ min: 0, max: 40 }) }), fc.constant('take' as const));
    fc.assert(
      fc.property(fc.array(event, { maxLength: 100 }), fc.integer({ min: 16, max: 100 }), (events, words) => {
        const labels = createLabels(2, words * 4);
        const reader = new LabelReader(labels);
        const sent: Uint8Array[] = [];
        const taken: Uint8Array[] = [];
        const takeOne = (): void => void take(reader, 1).forEach(({ inputs, outputs }) => taken.push(inputs[0]!.bytes, outputs[0]!.bytes));
        let dropped = 0;
        events.forEach((each, seed) => {
          if (each === 'take') return takeOne();
          const request = answered(bytesOf(each.in * 4, seed), bytesOf(each.out, seed));
          // Made anew for every table.
          new LabelLane(labels, 1).write(request, AT_MS);
          if (reader.dropped > dropped) dropped = reader.dropped;
          else sent.push(bytesOf(each.in * 4, seed), bytesOf(each.out, seed));
        });
        for (let k = 0; k < events.length; k++) takeOne();
        expect(taken).toEqual(sent);
        expect([take(reader, 1), reader.isEmpty]).toEqual([[], true]);
      }),
    );
  });

  it('takes a small record into an empty ring, and never one of more than half of it', () => {
    const labels = createLabels(1, 152);
    const reader = new LabelReader(labels);
    new LabelLane(labels, 0).write(answered(bytesOf(4, 1), bytesOf(4, 2)), AT_MS);
    new LabelLane(labels, 0).write(answered(bytesOf(16, 1), bytesOf(16, 2)), AT_MS);
    expect(take(reader, 9)).toEqual([{ atMs: AT_MS, rows: 1, inputs: [{ index: 0, shape: [1, 1], bytes: bytesOf(4, 1) }], outputs: [{ index: 0, shape: [1, 4], bytes: bytesOf(4, 2) }] }]);
    expect(reader.dropped).toBe(1);
  });

  it('are what the teacher was asked and what it answered', () => {
    const labels = createLabels(1, 4096);
    const world = new MirrorWorld({ mirror: { labels }, script: { add: 10 } });
    world.ask([1, 2]);
    world.turn();
    const floats = (...values: number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);
    expect(take(new LabelReader(labels), 10)).toEqual([
      { atMs: world.clock.wallMs(), rows: 2, inputs: [{ index: 0, shape: [2, 1], bytes: floats(1, 2) }], outputs: [{ index: 0, shape: [2, 1], bytes: floats(11, 12) }] },
    ]);
  });
});
