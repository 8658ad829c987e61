import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DescriptorLayout, InputField, OUTPUT_RANK_MAX, OutputField } from '../../src/memory/descriptor.js';
import { signatureOf } from '../support/world.js';

const dims = fc.array(fc.constantFrom(-1, 1, 3), { maxLength: 5 });

it('gives every field of every tensor a word of its own, and tensors begin behind at a multiple of 8', () => {
  fc.assert(
    fc.property(fc.array(dims, { minLength: 1, maxLength: 6 }), fc.array(dims, { minLength: 1, maxLength: 6 }), fc.constantFrom(0, 8), (inputs, outputs, max) => {
      const signature = signatureOf(inputs.map((each, i) => [`i${i}`, 'FP32', each]), outputs.map((each, i) => [`o${i}`, 'FP32', each]), max);
      const layout = new DescriptorLayout(signature);
      const words: number[] = [];
      signature.inputs.forEach((spec, i) => {
        const rank = spec.dims.length + (max > 0 ? 1 : 0);
        expect(layout.inputRank[i]).toBe(rank);
        for (let k = 0; k < InputField.dims + rank; k++) words.push(layout.inputAt[i]! + k);
      });
      signature.outputs.forEach((_, i) => {
        for (let k = 0; k < OutputField.dims + OUTPUT_RANK_MAX; k++) words.push(layout.outputAt[i]! + k);
      });
      expect(new Set(words).size).toBe(words.length);
      expect(Math.max(...words)).toBeLessThan(layout.ints);
      expect(layout.byteLength % 8).toBe(0);
      expect(layout.byteLength).toBeGreaterThanOrEqual(layout.ints * 4);
    }),
  );
});
