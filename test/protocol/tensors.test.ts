/** Every datatype and kind of shape through the real server, in and out, over JSON, the binary extension and gRPC. */
import { deflateSync, gzipSync, gunzipSync, inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { copyDigits, temporaryFolder } from '../support/folder.js';
import { startGateway, type GatewayProcess } from '../support/gateway.js';
import { buildRepository, faultyModels, writeModel } from '../support/models.js';
import { splitBinary, type HttpClient } from '../support/rest.js';
import { floats, type GrpcClient } from '../support/rpc.js';
import { until } from '../support/until.js';

let gateway: GatewayProcess;
let http: HttpClient;
let grpc: GrpcClient;

beforeAll(async () => {
  const repository = temporaryFolder();
  buildRepository(repository);
  copyDigits(repository, [1]);
  writeModel(repository, faultyModels().get('faulty_bf16')!);
  gateway = await startGateway(repository);
  http = gateway.http;
  grpc = gateway.grpc();
}, 60_000);

const strings = (...values: readonly string[]): Buffer =>
  Buffer.concat(values.map((value) => {
    const bytes = Buffer.from(value);
    const head = Buffer.alloc(4);
    head.writeUInt32LE(bytes.length);
    return Buffer.concat([head, bytes]);
  }));

interface Case {
  readonly datatype: string;
  readonly bytes: Buffer;
  /** null where JSON cannot carry the type. */
  readonly json: readonly unknown[] | null;
}

const CASES: readonly Case[] = [
  { datatype: 'BOOL', bytes: Buffer.from([1, 0, 1]), json: [true, false, true] },
  { datatype: 'UINT8', bytes: Buffer.from([0, 7, 255]), json: [0, 7, 255] },
  { datatype: 'INT8', bytes: Buffer.from(Int8Array.of(-128, 0, 127).buffer), json: [-128, 0, 127] },
  { datatype: 'UINT16', bytes: Buffer.from(Uint16Array.of(0, 1, 65535).buffer), json: [0, 1, 65535] },
  { datatype: 'INT16', bytes: Buffer.from(Int16Array.of(-32768, 0, 32767).buffer), json: [-32768, 0, 32767] },
  { datatype: 'UINT32', bytes: Buffer.from(Uint32Array.of(0, 1, 4294967295).buffer), json: [0, 1, 4294967295] },
  { datatype: 'INT32', bytes: Buffer.from(Int32Array.of(-2147483648, 0, 2147483647).buffer), json: [-2147483648, 0, 2147483647] },
  { datatype: 'UINT64', bytes: Buffer.from(BigUint64Array.of(0n, 1n, 9007199254740991n).buffer), json: [0, 1, 9007199254740991] },
  { datatype: 'INT64', bytes: Buffer.from(BigInt64Array.of(-9007199254740991n, 0n, 1n).buffer), json: [-9007199254740991, 0, 1] },
  { datatype: 'FP16', bytes: Buffer.from(Uint16Array.of(0x3c00, 0xc000, 0x0000).buffer), json: null },
  { datatype: 'FP32', bytes: floats(0.5, -1.25, 1e10), json: [0.5, -1.25, 1e10] },
  { datatype: 'FP64', bytes: Buffer.from(Float64Array.of(0.1, -1e300, 0).buffer), json: [0.1, -1e300, 0] },
  { datatype: 'BYTES', bytes: strings('a', 'Grüße ☃', ''), json: ['a', 'Grüße ☃', ''] },
];

describe.each(CASES)('$datatype', ({ datatype, bytes, json }) => {
  const model = `identity_${datatype.toLowerCase()}`;
  const input = { name: 'INPUT0', datatype, shape: [1, 3] };

  it('comes back as JSON, or is refused by name', async () => {
    const reply = await http.infer(model, { id: '7', inputs: [{ ...input, data: json ?? [1, 2, 3] }] });
    if (json === null) {
      expect([reply.status, reply.json.error]).toEqual([400, expect.stringContaining('INPUT0')]);
      return;
    }
    expect([reply.status, reply.json]).toEqual([200, { id: '7', model_name: model, model_version: '1', outputs: [{ name: 'OUTPUT0', datatype, shape: [1, 3], data: json }] }]);
  });

  it('comes back in binary, and over gRPC', async () => {
    const head = { parameters: { binary_data_output: true }, inputs: [{ ...input, parameters: { binary_data_size: bytes.length } }] };
    const reply = await http.inferBinary(model, head, [bytes]);
    expect(reply.status).toBe(200);
    expect(splitBinary(reply).tail.equals(bytes)).toBe(true);
    const answer = await grpc.infer(model, [{ ...input, bytes }]);
    expect([answer.code, answer.reply['outputs'][0].shape, Buffer.from(answer.reply['raw_output_contents'][0]).equals(bytes)]).toEqual([0, [1, 3], true]);
  });

  it('may have no elements', async () => {
    const empty = { name: 'INPUT0', datatype, shape: [2, 0] };
    const answer = await grpc.infer(model, [{ ...empty, bytes: Buffer.alloc(0) }]);
    expect([answer.code, answer.details, answer.reply['outputs']?.[0]?.shape]).toEqual([0, '', [2, 0]]);
    if (json === null) return;
    const reply = await http.infer(model, { inputs: [{ ...empty, data: [] }] });
    expect([reply.status, reply.json.outputs[0].shape, reply.json.outputs[0].data]).toEqual([200, [2, 0], []]);
  });
});

describe('shapes', () => {
  it.each([
    ['shape_scalar', [1]], ['shape_vector', [3]], ['shape_vector', [0]], ['shape_matrix', [2, 3, 2]], ['shape_matrix', [1, 0, 5]], ['shape_fixed', [2, 2, 3]], ['shape_row', [4, 1]],
  ])('%s %j', async (model, shape) => {
    const data = Array.from({ length: shape.reduce((product, dim) => product * dim, 1) }, (_, at) => at + 0.5);
    const reply = await http.infer(model, { inputs: [{ name: 'INPUT0', datatype: 'FP32', shape, data }] });
    expect([reply.status, reply.json.outputs[0]]).toEqual([200, { name: 'OUTPUT0', datatype: 'FP32', shape, data }]);
    const answer = await grpc.infer(model, [{ name: 'INPUT0', datatype: 'FP32', shape, bytes: floats(...data) }]);
    expect([answer.code, answer.reply['outputs'][0].shape]).toEqual([0, shape]);
  });

  it('BF16 is refused at load with a cause, because the runtime cannot take it', async () => {
    const row = await http.version('faulty_bf16', 1);
    expect([row?.state, row?.reason]).toEqual(['UNAVAILABLE', expect.stringContaining("input 'INPUT0' has data-type BF16, which")]);
  });
});

describe('answers', () => {
  const row = Array.from({ length: 16 }, (_, at) => at);
  const inputs = [{ name: 'INPUT0', datatype: 'INT32', shape: [1, 16], data: row }, { name: 'INPUT1', datatype: 'INT32', shape: [1, 16], data: row }];

  it('hold what was asked for, in that order', async () => {
    const all = await http.infer('simple', { inputs });
    expect(all.json.outputs.map((output: { name: string }) => output.name)).toEqual(['OUTPUT0', 'OUTPUT1']);
    const swapped = await http.infer('simple', { inputs, outputs: [{ name: 'OUTPUT1' }, { name: 'OUTPUT0', parameters: { binary_data: true } }] });
    const { head, tail } = splitBinary(swapped);
    expect(head.outputs.map((output: { name: string }) => output.name)).toEqual(['OUTPUT1', 'OUTPUT0']);
    expect([head.outputs[0].data, tail.length]).toEqual([row.map(() => 0), 64]);
    expect((await http.infer('simple_string', { inputs: inputs.map((input) => ({ ...input, datatype: 'BYTES', data: row.map(String) })) })).json.outputs[0].data).toEqual(row.map((value) => String(2 * value)));
  });

  it('may be classes with labels, over both protocols', async () => {
    const meta = (await http.call('/v2/models/digits')).json as { inputs: { name: string; shape: number[] }[]; outputs: { name: string; shape: number[] }[] };
    const input = { name: meta.inputs[0]!.name, datatype: 'FP32', shape: meta.inputs[0]!.shape.map((dim) => (dim < 0 ? 1 : dim)) };
    const data = row.concat(row, row, row);
    const scores = meta.outputs.find((output) => output.shape.at(-1) === 10)!.name;
    const reply = await http.infer('digits', { inputs: [{ ...input, data }], outputs: [{ name: scores, parameters: { classification: 3 } }] });
    expect([reply.status, reply.json.outputs[0].datatype, reply.json.outputs[0].shape]).toEqual([200, 'BYTES', [1, 3]]);
    expect(reply.json.outputs[0].data[0]).toMatch(/^-?\d+\.\d{6}:\d(:.+)?$/);
    const answer = await grpc.infer('digits', [{ ...input, bytes: floats(...data) }], { outputs: [{ name: scores, parameters: { classification: { int64_param: 3 } } }] });
    expect([answer.code, answer.reply['outputs'][0].datatype]).toEqual([0, 'BYTES']);
    expect(Buffer.from(answer.reply['raw_output_contents'][0]).toString()).toContain(reply.json.outputs[0].data[0]);
  });

  it('and requests may be compressed both ways', async () => {
    const big = { inputs: [{ name: 'INPUT0', datatype: 'INT32', shape: [8, 512], data: Array.from({ length: 4096 }, () => 7) }] };
    const plain = Buffer.from(JSON.stringify(big));
    for (const [encoding, squeeze, expand] of [['gzip', gzipSync, gunzipSync], ['deflate', deflateSync, inflateSync]] as const) {
      const reply = await http.infer('identity_int32', squeeze(plain), { 'content-encoding': encoding, 'accept-encoding': encoding });
      expect(reply.status).toBe(200);
      const body = reply.headers['content-encoding'] === encoding ? expand(reply.body) : reply.body;
      expect(JSON.parse(body.toString()).outputs[0].data).toHaveLength(4096);
    }
    const odd = await http.infer('identity_int32', plain, { 'content-encoding': 'br' });
    expect([odd.status, odd.headers['accept-encoding']]).toEqual([501, 'gzip, deflate']);
    expect((await http.infer('identity_int32', Buffer.from('not gzip'), { 'content-encoding': 'gzip' })).status).toBe(400);
  });

  it('raw binary requests carry one tensor and nothing else', async () => {
    const reply = await http.infer('identity_fp32', floats(1, 2, 3), { 'inference-header-content-length': '0' });
    expect([reply.status, splitBinary(reply).tail.equals(floats(1, 2, 3))]).toEqual([200, true]);
    expect((await http.infer('identity_fp32', Buffer.alloc(7), { 'inference-header-content-length': '0' })).status).toBe(400);
    expect((await http.infer('simple', floats(1), { 'inference-header-content-length': '0' })).status).toBe(400);
    expect((await http.infer('shape_matrix', floats(1), { 'inference-header-content-length': '0' })).status).toBe(400);
  });

  it('leave nothing in memory', async () => {
    await until('empty gauges', async () => {
      const page = await gateway.metrics();
      return page.value('sluice_requests_in_flight') === 0 && page.value('sluice_slots_used') === 0;
    });
  });
});
