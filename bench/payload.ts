/**
 * Request bytes, built once before the load starts: Open Inference Protocol bodies as JSON, with the binary tensor
 * extension, and as a gRPC message. The generator then only writes bytes, so that its own cost stays small and equal
 * for the gateway and for the ceiling beside it.
 */
import { Buffer } from 'node:buffer';
import { seededRandom } from './schedule.js';

/** One float input of one row, as the model's metadata names it. */
export interface RowInput {
  readonly model: string;
  readonly input: string;
  /** Batch dimension included. */
  readonly shape: readonly number[];
}

export interface HttpPayload {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, dim) => product * dim, 1);
}

/** Floats of [0, 1) with four decimals: short enough to be typical JSON, and the same in every run. */
export function rowValues(count: number, seed = 1): Float32Array {
  const random = seededRandom(seed);
  return Float32Array.from({ length: count }, () => Math.floor(random() * 10_000) / 10_000);
}

export function jsonPayload(row: RowInput): HttpPayload {
  const data = Array.from(rowValues(elementCount(row.shape)), (value) => Number(value.toFixed(4)));
  const body = Buffer.from(JSON.stringify({ inputs: [{ name: row.input, shape: row.shape, datatype: 'FP32', data }] }));
  return { path: inferPath(row), headers: { 'content-type': 'application/json' }, body };
}

export function binaryPayload(row: RowInput): HttpPayload {
  const raw = rawBytes(row);
  const head = Buffer.from(
    JSON.stringify({
      inputs: [{ name: row.input, shape: row.shape, datatype: 'FP32', parameters: { binary_data_size: raw.length } }],
      parameters: { binary_data_output: true },
    }),
  );
  return {
    path: inferPath(row),
    headers: {
      'content-type': 'application/octet-stream',
      'inference-header-content-length': String(head.length),
    },
    body: Buffer.concat([head, raw]),
  };
}

/** The whole HTTP/1.1 request as it goes over the wire. */
export function httpRequestBytes(payload: HttpPayload): Buffer {
  const headers = Object.entries({ host: '127.0.0.1', ...payload.headers, 'content-length': String(payload.body.length) });
  const head = `POST ${payload.path} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  return Buffer.concat([Buffer.from(head), payload.body]);
}

/** ModelInferRequest with `raw_input_contents`, written by hand: four fields do not need generated code here. */
export function grpcMessage(row: RowInput): Buffer {
  const shape = Buffer.concat(row.shape.map(varint));
  const input = Buffer.concat([field(1, Buffer.from(row.input)), field(2, Buffer.from('FP32')), field(3, shape)]);
  return Buffer.concat([field(1, Buffer.from(row.model)), field(5, input), field(7, rawBytes(row))]);
}

function inferPath(row: RowInput): string {
  return `/v2/models/${encodeURIComponent(row.model)}/infer`;
}

function rawBytes(row: RowInput): Buffer {
  const values = rowValues(elementCount(row.shape));
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}

/** A length-delimited protobuf field. */
function field(number: number, bytes: Buffer): Buffer {
  return Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return Buffer.from(bytes);
}
