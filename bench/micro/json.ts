/** The codec of the HTTP room on small rows: 64 floats in, 16 out, as text and as binary. */
import { writeFloat32 } from '../../src/http/digits.js';
import { RequestReader } from '../../src/http/json.js';
import { readFloats } from '../../src/http/number.js';
import { Plans } from '../../src/http/plan.js';
import { Scanner } from '../../src/http/scan.js';
import type { InferRequest, Target } from '../../src/serving/port.js';
import type { TensorSpec } from '../../src/tensor/signature.js';

function tensor(name: string, dims: number[]): TensorSpec {
  return { name, datatype: 'FP32', dims, modelDims: dims, optional: false, labels: [] };
}

const target: Target = {
  model: 'm', version: 1,
  signature: { inputs: [tensor('x', [64])], outputs: [tensor('y', [16])], maxBatchSize: 64 }, headers: null,
  inputIndex: (name) => (name === 'x' ? 0 : -1),
  outputIndex: (name) => (name === 'y' ? 0 : -1),
};
/** Takes what the reader gives and keeps nothing. */
const request = {
  target, id: '', timeoutUs: 0, priority: 0, binaryDefault: false,
  bytes: new Uint8Array(new SharedArrayBuffer(4096)),
  place: () => 64,
  want: () => undefined,
} as unknown as InferRequest;

const values = Array.from({ length: 64 }, (_, i) => Math.fround(Math.sin(i)));
const short = values.map((value) => Number(value.toPrecision(6)));
const plan = new Plans().of(target);
const reader = new RequestReader();
const encoder = new TextEncoder();
const body = (data: readonly number[]): Uint8Array => encoder.encode(JSON.stringify({ inputs: [{ name: 'x', shape: [1, 64], datatype: 'FP32', data }] }));
const shortBody = body(short);
const longBody = body(values);
const head = encoder.encode(JSON.stringify({ inputs: [{ name: 'x', shape: [1, 64], datatype: 'FP32', parameters: { binary_data_size: 256 } }], outputs: [{ name: 'y', parameters: { binary_data: true } }] }));
const listText = encoder.encode(`${short.join()}]`);
const scanner = new Scanner();
const floats = new Float32Array(64);
const out = new Uint8Array(1024);
const plainDecoder = new TextDecoder();

export const cases: readonly { readonly name: string; readonly run: () => unknown }[] = [
  { name: 'request, 64 floats of 6 digits', run: () => reader.read(request, plan, shortBody, 0, shortBody.length) },
  { name: 'request, 64 floats of 17 digits', run: () => reader.read(request, plan, longBody, 0, longBody.length) },
  { name: 'the same by JSON.parse', run: () => JSON.parse(plainDecoder.decode(longBody)) },
  { name: 'list of 64 floats', run: () => (scanner.reset(listText, 0, listText.length), readFloats(scanner, floats, 0, 64, 'x')) },
  { name: 'binary head', run: () => reader.read(request, plan, head, 0, head.length) },
  { name: 'write 16 floats', run: writeSixteen },
  { name: 'the same by JSON.stringify', run: () => JSON.stringify(values.slice(0, 16)) },
];

function writeSixteen(): number {
  let at = 0;
  for (let i = 0; i < 16; i++) at = writeFloat32(out, at, values[i] as number);
  return at;
}
export default cases;
