import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLabels, LabelLane, LabelReader } from '../../src/serving/labels.js';
import type { PooledRequest } from '../../src/serving/request.js';
import { DescriptorLayout, InputField } from '../../src/memory/descriptor.js';
import { simpleSignature } from '../support/world.js';
import { MirrorWorld } from './mirrored.js';

/** An answered request of one row: bytes in and bytes out. */
function answered(input: Uint8Array, output: Uint8Array): PooledRequest {
  const signature = simpleSignature(8, input.length / 4);
  const fields = new Map<number, number>([[InputField.byteLength, input.length], [InputField.byteOffset, 0], [InputField.dims, 1], [InputField.dims + 1, input.length / 4]]);
  return {
    target: { signature, layout: new DescriptorLayout(signature) }, bytes: input,
    inputField: (_: number, field: number) => fields.get(field),
    outputBytes: () => output, outputShape: () => [1, output.length],
  } as unknown as PooledRequest;
}

const bytesOf = (length: number, seed: number): Uint8Array => Uint8Array.from({ length }, (_, k) => (k * 7 + seed) & 255);

describe('labels', () => {
  it('reach the reader whole and in order, or are counted as dropped, however the two sides interleave', () => {
    const event = fc.oneof(fc.record({ in: fc.integer({ min: 0, max: 12 }), out: fc.integer({ min: 0, max: 40 }) }), fc.constant('take' as const));
    fc.assert(
      fc.property(fc.array(event, { maxLength: 100 }), fc.integer({ min: 16, max: 100 }), (events, words) => {
        const labels = createLabels(2, words * 4);
        const reader = new LabelReader(labels);
        const sent: Uint8Array[] = [];
        const taken: Uint8Array[] = [];
        const take = (): void => void reader.take(1).forEach(({ inputs, outputs }) => taken.push(inputs[0]!.bytes, outputs[0]!.bytes));
        let dropped = 0;
        events.forEach((each, seed) => {
          if (each === 'take') return take();
          const request = answered(bytesOf(each.in * 4, seed), bytesOf(each.out, seed));
          // Made anew for every table.
          new LabelLane(labels, 1).write(request);
          if (reader.dropped > dropped) dropped = reader.dropped;
          else sent.push(bytesOf(each.in * 4, seed), bytesOf(each.out, seed));
        });
        for (let k = 0; k < events.length; k++) take();
        expect(taken).toEqual(sent);
        expect(reader.take(1)).toEqual([]);
      }),
    );
  });

  it('takes a small record into an empty ring, and never one of more than half of it', () => {
    const labels = createLabels(1, 128);
    const reader = new LabelReader(labels);
    new LabelLane(labels, 0).write(answered(bytesOf(4, 1), bytesOf(4, 2)));
    new LabelLane(labels, 0).write(answered(bytesOf(16, 1), bytesOf(16, 2)));
    expect(reader.take(9)).toEqual([{ inputs: [{ index: 0, shape: [1, 1], bytes: bytesOf(4, 1) }], outputs: [{ index: 0, shape: [1, 4], bytes: bytesOf(4, 2) }] }]);
    expect(reader.dropped).toBe(1);
  });

  it('are what the teacher was asked and what it answered', () => {
    const labels = createLabels(1, 4096);
    const world = new MirrorWorld({ mirror: { labels }, script: { add: 10 } });
    world.ask([1, 2]);
    world.turn();
    const floats = (...values: number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);
    expect(new LabelReader(labels).take(10)).toEqual([
      { inputs: [{ index: 0, shape: [2, 1], bytes: floats(1, 2) }], outputs: [{ index: 0, shape: [2, 1], bytes: floats(11, 12) }] },
    ]);
  });
});
