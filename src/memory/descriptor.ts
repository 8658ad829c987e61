/**
 * Descriptors: where the tensors of one request lie. They stand at the start of the request's first block, so that a
 * ticket names one offset and everything else follows from the signature. The front end writes the inputs, the
 * instance the outputs.
 *
 *   input   [byteOffset, byteLength, file, dims...]      offset into the arena, or into the shared file `file`
 *   output  [byteOffset, byteLength, file, fileOffset, fileBytes, rank, dims...]   offset into the instance's output memory
 *
 * `file` is a file descriptor of a client's shared memory region, or -1. An input that was left out has byteLength -1.
 */
import type { Signature } from '../tensor/signature.js';

const INPUT_HEAD = 3;
const OUTPUT_HEAD = 6;
/** Outputs may have any rank up to this one, since models may compute it. */
export const OUTPUT_RANK_MAX = 8;

export class DescriptorLayout {
  readonly inputAt: Int32Array;
  readonly inputRank: Int32Array;
  readonly outputAt: Int32Array;
  readonly ints: number;

  constructor(signature: Signature) {
    const batched = signature.maxBatchSize > 0 ? 1 : 0;
    let at = 0;
    this.inputAt = new Int32Array(signature.inputs.length);
    this.inputRank = new Int32Array(signature.inputs.length);
    signature.inputs.forEach((spec, i) => {
      this.inputAt[i] = at;
      this.inputRank[i] = spec.dims.length + batched;
      at += INPUT_HEAD + spec.dims.length + batched;
    });
    this.outputAt = new Int32Array(signature.outputs.length);
    signature.outputs.forEach((_, i) => {
      this.outputAt[i] = at;
      at += OUTPUT_HEAD + OUTPUT_RANK_MAX;
    });
    this.ints = at;
  }

  get byteLength(): number {
    // Tensors follow at a multiple of 8.
    return (this.ints * 4 + 7) & ~7;
  }
}

/** Fields of an input's descriptor; `base` is the block's first integer plus `inputAt[i]`. */
export const InputField = { byteOffset: 0, byteLength: 1, file: 2, dims: INPUT_HEAD } as const;
export const OutputField = { byteOffset: 0, byteLength: 1, file: 2, fileOffset: 3, fileBytes: 4, rank: 5, dims: OUTPUT_HEAD } as const;
