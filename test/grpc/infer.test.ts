import { Metadata, compressionAlgorithms, Client, credentials } from '@grpc/grpc-js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import { FakeFront, echoSignature } from '../support/grpc-front.js';
import { SERVICE, World, decode, encode, floats, type Plain } from './world.js';

let front: FakeFront;
let world: World;

beforeEach(async () => {
  front = new FakeFront()
    .model('echo', echoSignature(['x', 'FP32']), [1, 3])
    .model('held', echoSignature(['x', 'FP32']))
    .model('text', echoSignature(['s', 'BYTES']))
    .model('pair', echoSignature(['a', 'FP32'], ['b', 'INT64']));
  front.hold('held');
  world = await World.start(front);
});
afterEach(async () => {
  await world.stop();
  expect(front.opened - front.closed).toBe(0);
  expect(world.logged).toEqual([]);
});

const x = (n: number, more: Plain = {}): Plain => ({ name: 'x', datatype: 'FP32', shape: [n], ...more });
const request = (more: Plain = {}): Plain => ({ model_name: 'echo', id: '7', inputs: [x(2)], raw_input_contents: [floats(1, 2)], ...more });
const infer = (plain: Plain, metadata?: Metadata, options = {}) => world.call('ModelInfer', plain, metadata, options);

describe('ModelInfer', () => {
  it('answers with raw outputs, the version that ran and the id', async () => {
    const { reply, error } = await infer(request());
    expect(error).toBeNull();
    expect(reply).toMatchObject({ model_name: 'echo', model_version: '3', id: '7' });
    expect(reply['outputs']).toMatchObject([{ name: 'x_out', datatype: 'FP32', shape: [2] }]);
    expect(reply['raw_output_contents']).toEqual([floats(1, 2)]);
    expect(reply['outputs'][0].contents).toBeNull();
  });

  it('takes the version and the label of the request', async () => {
    expect((await infer(request({ model_version: '1' }))).reply['model_version']).toBe('1');
    const metadata = new Metadata();
    metadata.set('sluice-label', 'stable');
    await infer(request(), metadata);
    expect(front.labels).toEqual(['stable']);
  });

  it('carries 20 MB both ways', async () => {
    const big = Buffer.alloc(20_000_000, 7);
    const { reply } = await infer(request({ inputs: [x(5_000_000)], raw_input_contents: [big] }));
    expect(big.equals(reply['raw_output_contents'][0])).toBe(true);
  });

  it.each(['gzip', 'deflate'] as const)('inflates %s', async (name) => {
    const client = new Client(`127.0.0.1:${world.server.port}`, credentials.createInsecure(), {
      'grpc.default_compression_algorithm': compressionAlgorithms[name],
    });
    const reply = await new Promise<Buffer>((resolve, reject) => {
      const bytes = encode('inference.ModelInferRequest', request({ inputs: [x(5000)], raw_input_contents: [Buffer.alloc(20_000)] }));
      client.makeUnaryRequest(`/${SERVICE}/ModelInfer`, (b: Buffer) => b, (b: Buffer) => b, bytes, (error, value) => (error ? reject(error) : resolve(value!)));
    });
    client.close();
    expect(decode('inference.ModelInferResponse', reply)['raw_output_contents'][0]).toHaveLength(20_000);
  });

  it('takes many strings as bytes_contents', async () => {
    const strings = Array.from({ length: 50_000 }, (_, i) => Buffer.from(`s\0\u00e9${i}`));
    const { reply } = await infer({
      model_name: 'text',
      inputs: [{ name: 's', datatype: 'BYTES', shape: [strings.length], contents: { bytes_contents: strings } }],
    });
    const joined = Buffer.concat(strings.flatMap((s) => [Buffer.from(new Uint32Array([s.length]).buffer), s]));
    expect(joined.equals(reply['raw_output_contents'][0])).toBe(true);
  });

  it('answers empty tensors with an empty entry at their place', async () => {
    const { reply } = await infer({
      model_name: 'pair',
      inputs: [{ name: 'a', datatype: 'FP32', shape: [0] }, { name: 'b', datatype: 'INT64', shape: [1] }],
      raw_input_contents: [Buffer.alloc(0), Buffer.alloc(8, 1)],
    });
    expect(reply['raw_output_contents'].map((entry: Buffer) => entry.length)).toEqual([0, 8]);
  });

  it('gives outputs in the order asked', async () => {
    const { reply } = await infer({
      model_name: 'pair',
      inputs: [{ name: 'b', datatype: 'INT64', shape: [1], contents: { int64_contents: [-5] } }, { name: 'a', datatype: 'FP32', shape: [1], contents: { fp32_contents: [2] } }],
      outputs: [{ name: 'b_out' }, { name: 'a_out' }],
    });
    expect(reply['outputs'].map((output: Plain) => output['name'])).toEqual(['b_out', 'a_out']);
    expect(reply['raw_output_contents'][0].readBigInt64LE()).toBe(-5n);
  });

  it('passes timeout, priority and deadline on', async () => {
    const parameters = { timeout: { int64_param: 1500 }, priority: { uint64_param: 2 }, sequence_id: { string_param: 's' }, sequence_start: { bool_param: true }, mine: { double_param: 1 } };
    const { error } = await infer(request({ parameters }), undefined, { deadline: Date.now() + 60_000 });
    expect(error).toBeNull();
    expect(front.last).toMatchObject({ timeoutUs: 1500, priority: 2 });
    expect(front.last!.deadlineUs).toBeGreaterThan(0);
    await infer(request());
    expect(front.last).toMatchObject({ timeoutUs: 0, priority: 0, deadlineUs: 0 });
  });

  it('places shared memory regions and leaves their outputs empty', async () => {
    const region = { shared_memory_region: { string_param: 'in' }, shared_memory_byte_size: { int64_param: 8 }, shared_memory_offset: { int64_param: 16 } };
    const { reply, error } = await infer({
      model_name: 'pair',
      inputs: [{ name: 'a', datatype: 'FP32', shape: [2], parameters: region }, { name: 'b', datatype: 'INT64', shape: [1] }],
      outputs: [{ name: 'a_out', parameters: region }, { name: 'b_out' }],
      raw_input_contents: [Buffer.alloc(8, 3)],
    });
    expect(error).toBeNull();
    expect(front.last!.tensors[0]!.span).toEqual({ region: 'in', byteOffset: 16, byteLength: 8 });
    expect(reply['raw_output_contents'].map((entry: Buffer) => entry.length)).toEqual([0, 8]);
  });
});

describe('refusals', () => {
  const cases: [string, Plain, number, string][] = [
    ['unknown model', { model_name: 'no' }, 5, "Request for unknown model: 'no' is not found"],
    ['unknown version', { model_version: '9' }, 5, "Request for unknown model: 'echo' version 9 is not found"],
    ['unknown input', { inputs: [{ ...x(2), name: 'y' }] }, 3, "[request id: 7] unexpected inference input 'y' for model 'echo'"],
    ['input twice', { inputs: [x(2), x(2)], raw_input_contents: [floats(1, 2), floats(1, 2)] }, 3, "[request id: 7] input 'x' already exists in request"],
    ['missing input', { inputs: [], raw_input_contents: [] }, 3, "[request id: 7] missing required input 'x' for model 'echo'"],
    ['unknown datatype', { inputs: [{ ...x(2), datatype: 'F32' }] }, 3, "[request id: 7] inference input 'x' data-type is 'F32', but model 'echo' expects 'FP32'"],
    ['mixed data', { inputs: [x(2, { contents: { fp32_contents: [1, 2] } })] }, 3, "contents field must not be specified when using raw_input_contents for 'x' for model 'echo'"],
    ['no data', { raw_input_contents: [] }, 3, "unable to find data for input tensor 'x' for model 'echo' in request."],
    ['too much data', { raw_input_contents: [floats(1, 2), floats(1)] }, 3, "unexpected additional raw_input_contents for model 'echo': 2 entries for 1 inputs without other data"],
    ['contents of another type', { raw_input_contents: [], inputs: [x(2, { contents: { int_contents: [1, 2] } })] }, 3, "[request id: 7] unexpected explicit tensor data for input tensor 'x' for model 'echo' of type 'INT32', expected datatype 'FP32'"],
    ['contents and region', { raw_input_contents: [], inputs: [x(2, { contents: { fp32_contents: [1] }, parameters: { shared_memory_region: { string_param: 'r' } } })] }, 3, "unexpected 'content' provided when using shared memory for input tensor 'x' for model 'echo'"],
    ['region without size', { raw_input_contents: [], inputs: [x(2, { parameters: { shared_memory_region: { string_param: 'r' } } })] }, 3, "'shared_memory_byte_size' parameter must be given with 'shared_memory_region' for input 'x'"],
    ['wrong size', { raw_input_contents: [floats(1)] }, 3, "[request id: 7] input byte size mismatch for input 'x' for model 'echo'. Expected 8, got 4"],
    ['negative dim', { inputs: [x(-2)] }, 3, "[request id: 7] input 'x' for model 'echo' has a negative dimension: -2"],
    ['huge dims', { inputs: [{ ...x(2), shape: ['4611686018427387904', 4] }] }, 3, "[request id: 7] input 'x' for model 'echo' has a shape whose element count overflows"],
    ['unknown output', { outputs: [{ name: 'z' }] }, 3, "[request id: 7] unexpected inference output 'z' for model 'echo'"],
    ['output twice', { outputs: [{ name: 'x_out' }, { name: 'x_out' }] }, 3, "[request id: 7] output 'x_out' already exists in request"],
    ['timeout of the wrong type', { parameters: { timeout: { string_param: '1' } } }, 3, "invalid value type for 'timeout' parameter, expected int64_param"],
    ['negative priority', { parameters: { priority: { int64_param: -1 } } }, 3, "invalid value for 'priority' parameter: -1, expected 0 or more"],
    ['classes of 0', { outputs: [{ name: 'x_out', parameters: { classification: { int64_param: 0 } } }] }, 3, "invalid value for 'classification' parameter of output 'x_out': 0, expected 1 to 1000000"],
    ['classes not offered', { outputs: [{ name: 'x_out', parameters: { classification: { int64_param: 1 } } }] }, 12, "classification of output 'x_out' is not offered by this server"],
  ];
  it.each(cases)('%s', async (_, more, code, details) => {
    const { error } = await infer(request(more));
    expect(error).toMatchObject({ code, details });
  });

  it('reserved parameters', async () => {
    const { error } = await infer(request({ parameters: { triton_mine: { bool_param: true } } }));
    expect(error?.code).toBe(3);
    expect(error?.details).toMatch(/^parameter keys starting with 'triton_' are reserved/);
    expect((await infer(request({ parameters: { triton_enable_empty_final_response: { bool_param: true } } }))).error).toBeNull();
  });

  it.each([
    ['too few', [Buffer.from([1, 0])], "incomplete string length indicator for inference input 's', expecting 4 bytes but only 2 bytes available."],
    ['cut off', [Buffer.from([9, 0, 0, 0, 65])], "incomplete string data for inference input 's', expecting string of length 9 but only 1 bytes available."],
    ['count', [Buffer.from([0, 0, 0, 0, 0, 0, 0, 0])], "unexpected number of string elements 2 for inference input 's', expecting 1"],
  ])('strings: %s', async (_, contents, details) => {
    const { error } = await infer({ model_name: 'text', inputs: [{ name: 's', datatype: 'BYTES', shape: [1] }], raw_input_contents: contents });
    expect(error).toMatchObject({ code: 3, details });
  });

  it('tells clients when to come back where that may help', async () => {
    front.full = true;
    const { error, trailer } = await infer(request());
    expect(error).toMatchObject({ code: 14, details: 'Exceeds maximum queue size' });
    expect(trailer.get('grpc-retry-pushback-ms')).toEqual(['1000']);
    front.full = false;
    expect((await infer(request({ model_name: 'no' }))).trailer.get('grpc-retry-pushback-ms')).toEqual([]);
  });

  it('answers the faults of the data plane with their code', async () => {
    front.failing.set('echo', new ServingError('backend_failed', 'the run failed: 100 % \ud800 \u00fc'));
    const { error } = await infer(request());
    expect(error).toMatchObject({ code: 13, details: 'the run failed: 100 % \ufffd \u00fc' });
  });

  it('messages past the bound, as sent and as inflated', async () => {
    await world.stop();
    front.requestBytesMax = 0;
    world = await World.start(front);
    const big = request({ inputs: [x(500_000)], raw_input_contents: [Buffer.alloc(2_000_000)] });
    expect((await infer(big)).error?.code).toBe(8);
    const gzip = new Metadata();
    gzip.set('grpc-internal-encoding-request', 'gzip');
    expect((await infer(big, gzip)).error?.code).toBe(8);
    expect((await infer(request())).error).toBeNull();
  });
});

describe('leaving early', () => {
  const held = () => encode('inference.ModelInferRequest', request({ model_name: 'held' }));

  it('a cancel gives the request up', async () => {
    const call = world.client.makeUnaryRequest(`/${SERVICE}/ModelInfer`, (b: Buffer) => b, (b: Buffer) => b, held(), () => {});
    await front.until(() => front.held.length === 1);
    call.cancel();
    await front.until(() => front.closed === front.opened);
    expect(front.last!.state).toBe('abandoned');
  });

  it('a deadline gives the request up', async () => {
    const answer = await world.bytes(`/${SERVICE}/ModelInfer`, held(), undefined, { deadline: Date.now() + 100 });
    expect(answer.error?.code).toBe(4);
    await front.until(() => front.closed === front.opened);
    expect(front.last!.state).toBe('abandoned');
  });

  it('a close waits for what runs', async () => {
    const first = infer(request({ model_name: 'held' }));
    await front.until(() => front.held.length === 1);
    const closed = world.server.close(10_000);
    front.held[0]!.settle();
    expect((await first).error).toBeNull();
    await closed;
  });

  it('a close cuts what stays past the grace', async () => {
    const answer = infer(request({ model_name: 'held' }));
    await front.until(() => front.held.length === 1);
    await world.server.close(10);
    expect((await answer).error).not.toBeNull();
    await front.until(() => front.closed === front.opened);
  });
});
