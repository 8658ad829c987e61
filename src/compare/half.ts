/** 16-bit floats as numbers and back; no engine and no typed array of Node.js 20 does it for us. */

const FP16_LARGEST = 65504;
/** From here on rounding goes to infinity: half a step above the largest. */
const FP16_OVERFLOW = 65520;

export function fp16ToNumber(word: number): number {
  const sign = word & 0x8000 ? -1 : 1;
  const exponent = (word >> 10) & 0x1f;
  const fraction = word & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Rounds to nearest, ties to even. */
export function numberToFp16(value: number): number {
  if (Number.isNaN(value)) return 0x7e00;
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (size >= FP16_OVERFLOW) return sign | 0x7c00;
  if (size > FP16_LARGEST) return sign | 0x7bff;
  const exponent = size < 2 ** -14 ? -14 : Math.floor(Math.log2(size));
  // The logarithm may be one off at powers of two; a mantissa outside its range says so.
  const scaled = size / 2 ** (exponent - 10);
  const steps = roundEven(scaled);
  if (size < 2 ** -14) return sign | steps;
  // A carry out of the mantissa runs into the exponent, which is what the format wants.
  return sign | (((exponent + 15) << 10) + (steps - 1024));
}

function roundEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}

const word32 = new DataView(new ArrayBuffer(4));

export function bf16ToNumber(word: number): number {
  word32.setUint32(0, (word & 0xffff) << 16);
  return word32.getFloat32(0);
}

/** Rounds to nearest, ties to even. */
export function numberToBf16(value: number): number {
  if (Number.isNaN(value)) return 0x7fc0;
  word32.setFloat32(0, value);
  const word = word32.getUint32(0);
  const rest = word & 0xffff;
  const above = word >>> 16;
  return rest > 0x8000 || (rest === 0x8000 && above % 2 === 1) ? above + 1 : above;
}
