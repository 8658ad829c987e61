/** An answered request of one row, as a ring of labels sees it: bytes in and bytes out. */
import { DescriptorLayout, InputField } from '../../src/memory/descriptor.js';
import type { PooledRequest } from '../../src/serving/request.js';
import { simpleSignature } from '../support/world.js';

export function answered(input: Uint8Array, output: Uint8Array): PooledRequest {
  const signature = simpleSignature(8, input.length / 4);
  const fields = new Map<number, number>([[InputField.byteLength, input.length], [InputField.byteOffset, 0], [InputField.dims, 1], [InputField.dims + 1, input.length / 4]]);
  return {
    target: { signature, layout: new DescriptorLayout(signature) }, bytes: input, rows: 1,
    inputField: (_: number, field: number) => fields.get(field),
    outputBytes: () => output, outputShape: () => [1, output.length],
  } as unknown as PooledRequest;
}

export const bytesOf = (length: number, seed: number): Uint8Array => Uint8Array.from({ length }, (_, k) => (k * 7 + seed) & 255);
