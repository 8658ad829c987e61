import { describe, expect, it } from 'vitest';
import { binaryPayload, grpcMessage, httpRequestBytes, jsonPayload, rowValues } from '../../bench/payload.js';

const row = { model: 'small', input: 'input', shape: [1, 64] };

describe('payloads', () => {
  it('hold the same numbers as JSON and as binary tensors', () => {
    const json = JSON.parse(jsonPayload(row).body.toString()) as { inputs: { data: number[] }[] };
    const binary = binaryPayload(row);
    const head = Number(binary.headers['inference-header-content-length']);
    const floats = new Float32Array(new Uint8Array(binary.body.subarray(head)).buffer);
    expect(floats).toEqual(rowValues(64));
    expect(json.inputs[0]?.data.map(Math.fround)).toEqual([...floats]);
  });

  it('name the bytes that follow the binary head', () => {
    const { body, headers } = binaryPayload(row);
    const head = JSON.parse(body.subarray(0, Number(headers['inference-header-content-length'])).toString()) as unknown;
    expect(head).toMatchObject({ inputs: [{ name: 'input', shape: [1, 64], parameters: { binary_data_size: 256 } }] });
  });

  it('make a whole HTTP request with its length', () => {
    const payload = jsonPayload(row);
    const text = httpRequestBytes(payload).toString();
    expect(text.startsWith('POST /v2/models/small/infer HTTP/1.1\r\n')).toBe(true);
    expect(text).toContain(`content-length: ${payload.body.length}\r\n\r\n{"inputs"`);
  });

  it('write the protobuf fields of ModelInferRequest', () => {
    const message = grpcMessage({ model: 'm', input: 'x', shape: [1, 300] });
    const input = [42, 14, 10, 1, 120, 18, 4, 70, 80, 51, 50, 26, 3, 1, 172, 2];
    expect([...message.subarray(0, 22)]).toEqual([10, 1, 109, ...input, 58, 176, 9]);
    expect(message.length).toBe(22 + 1200);
  });
});
