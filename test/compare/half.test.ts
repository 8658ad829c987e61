import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bf16ToNumber, fp16ToNumber, numberToBf16, numberToFp16 } from '../../src/compare/half.js';

describe('16-bit floats', () => {
  it.each([[0x0000, 0], [0x3c00, 1], [0xc000, -2], [0x7bff, 65504], [0x0400, 2 ** -14], [0x0001, 2 ** -24], [0x3555, 0.333251953125], [0x7c00, Infinity], [0xfc00, -Infinity]])(
    'reads FP16 %i as %d and back', (word, value) => {
      expect(fp16ToNumber(word)).toBe(value);
      expect(numberToFp16(value)).toBe(word);
    },
  );

  it('keeps every FP16 and BF16 that is a number', () => {
    for (let word = 0; word < 0x10000; word++) {
      const half = fp16ToNumber(word);
      if (!Number.isNaN(half) && numberToFp16(half) !== word) expect.fail(`FP16 ${word} became ${numberToFp16(half)}`);
      const brain = bf16ToNumber(word);
      if (!Number.isNaN(brain) && numberToBf16(brain) !== word) expect.fail(`BF16 ${word} became ${numberToBf16(brain)}`);
    }
    expect(fp16ToNumber(numberToFp16(NaN))).toBeNaN();
    expect(bf16ToNumber(numberToBf16(NaN))).toBeNaN();
  });

  it('rounds to the nearest, ties to even', () => {
    expect(numberToFp16(1 + 1 / 2048)).toBe(0x3c00);
    expect(numberToFp16(1 + 3 / 2048)).toBe(0x3c02);
    expect(numberToFp16(65519)).toBe(0x7bff);
    expect(numberToFp16(65520)).toBe(0x7c00);
    expect(numberToFp16(2 ** -25)).toBe(0);
    expect(numberToBf16(1 + 2 ** -8)).toBe(0x3f80);
    expect(numberToBf16(1 + 3 * 2 ** -8)).toBe(0x3f82);
    fc.assert(
      fc.property(fc.double({ min: -65504, max: 65504, noNaN: true }), (value) => {
        const word = numberToFp16(value);
        const away = Math.abs(fp16ToNumber(word) - value);
        for (const next of [word - 1, word + 1]) {
          const other = fp16ToNumber(next & 0xffff);
          if (Number.isFinite(other) && Math.sign(other) === Math.sign(value)) expect(away).toBeLessThanOrEqual(Math.abs(other - value));
        }
      }),
    );
  });
});
