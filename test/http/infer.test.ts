import { connect } from 'node:net';
import { deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import { Intake } from '../../src/serving/intake.js';
import { bytesOf, drivers, joined, json, raw, rest } from '../support/http.js';
import { identity, spec } from '../support/front.js';

const path = '/v2/models/m/infer';
const input = (datatype: string, shape: number[], data: unknown): object => ({ name: 'x0', datatype, shape, data });

describe.each(drivers)('inference over HTTP on $name', (driver) => {
  it('answers JSON with the id, the model, its version and the outputs', async () => {
    const { post, front } = await rest(driver, [identity('m', ['FP32'])]);
    const response = await post(path, json({ id: 'a"é', inputs: [input('FP32', [4], [1, 2.5, -0.1, 1e10])], model_name: 'ignored' }));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.text()).toBe('{"id":"a\\"é","model_name":"m","model_version":"1","outputs":[{"name":"y0","datatype":"FP32","shape":[4],"data":[1,2.5,-0.1,10000000000]}]}');
    expect(front.open_).toBe(0);
  });

  it.each([['/v2/models/m/versions/1/infer', 200], ['/v2/models/m/labels/stable/infer', 200], ['/v2/models/m/versions/2/infer', 404], ['/v2/models/m/labels/new/infer', 404], ['/v2/models/n/infer', 404]])('%s answers %d', async (at, status) => {
    const { post } = await rest(driver, [identity('m', ['FP32'])]);
    expect((await post(at, json({ inputs: [input('FP32', [1], [1])] }))).status).toBe(status);
  });

  it.each([
    ['BOOL', [true, false, true]], ['UINT8', [0, 255, 7]], ['INT8', [-128, 127, 0]], ['UINT16', [0, 65535, 1]], ['INT16', [-32768, 32767, 5]],
    ['UINT32', [0, 4294967295, 3]], ['INT32', [-2147483648, 2147483647, 0]], ['FP32', [0.5, -1, 3e38]], ['FP64', [0.1, 1e300, -5e-324]],
    ['BYTES', ['', 'é\u0000"\\\n', '😀']], ['INT64', [-9007199254740991, 4294967296, 0]], ['UINT64', [9007199254740991, 1, 0]],
  ] as const)('takes and gives %s as JSON', async (datatype, data) => {
    const { post } = await rest(driver, [identity('m', [datatype])]);
    const reply = await (await post(path, json({ inputs: [input(datatype, [3], data)] }))).json() as { outputs: { data: unknown }[] };
    expect(reply.outputs[0]?.data).toEqual(data);
  });

  it('keeps all 64 bits through JSON', async () => {
    const { post } = await rest(driver, [identity('m', ['INT64', 'UINT64'])]);
    const text = await (await post(path, '{"inputs":[{"name":"x0","datatype":"INT64","shape":[2],"data":[-9223372036854775808,9223372036854775807]},{"name":"x1","datatype":"UINT64","shape":[1],"data":[18446744073709551615]}]}')).text();
    expect(text).toContain('"data":[-9223372036854775808,9223372036854775807]');
    expect(text).toContain('"data":[18446744073709551615]');
  });

  it('takes and gives raw tensors of every datatype, in one chunk and in many', async () => {
    const { front, http } = await rest(driver, [identity('m', ['FP16', 'BF16'])]);
    const a = new Uint16Array([1, 2, 3]);
    const head = { parameters: { binary_data_output: true }, inputs: [
      { name: 'x0', datatype: 'FP16', shape: [3], parameters: { binary_data_size: 6 } },
      { name: 'x1', datatype: 'BF16', shape: [3], parameters: { binary_data_size: 6 } }] };
    const { body, headers } = joined(head, bytesOf(a), bytesOf(a));
    const start = `POST ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: ${body.length}\r\nInference-Header-Content-Length: ${headers['Inference-Header-Content-Length']}\r\n\r\n`;
    for (const size of [1, 3, 50, body.length]) {
      const parts: (string | Uint8Array)[] = [start];
      for (let i = 0; i < body.length; i += size) parts.push(body.subarray(i, i + size));
      const text = await raw(http.port, parts);
      expect(text).toMatch(/^HTTP\/1.1 200/);
      expect(Buffer.from(text.slice(-12), 'latin1')).toEqual(Buffer.concat([bytesOf(a), bytesOf(a)]));
    }
    expect(front.open_).toBe(0);
  });

  it('fills large tensors from their chunks and hands back large answers', async () => {
    const { post, front } = await rest(driver, [identity('m', ['FP32'])]);
    const values = Float32Array.from({ length: 300_000 }, (_, i) => i / 7);
    const { body, headers } = joined({ outputs: [{ name: 'y0', parameters: { binary_data: true } }], inputs: [{ name: 'x0', datatype: 'FP32', shape: [300_000], parameters: { binary_data_size: 1_200_000 } }] }, bytesOf(values));
    const response = await post(path, body, headers);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    const answer = Buffer.from(await response.arrayBuffer());
    const jsonLength = Number(response.headers.get('inference-header-content-length'));
    expect(JSON.parse(answer.subarray(0, jsonLength).toString())).toEqual({ model_name: 'm', model_version: '1', outputs: [{ name: 'y0', datatype: 'FP32', shape: [300_000], parameters: { binary_data_size: 1_200_000 } }] });
    expect(answer.subarray(jsonLength).equals(bytesOf(values))).toBe(true);
    expect(front.open_).toBe(0);
  });

  it('answers zero bytes of binary as JSON, and takes empty tensors and scalars', async () => {
    const { post } = await rest(driver, [identity('m', ['FP32']), identity('s', ['FP32'], [])]);
    const { body, headers } = joined({ parameters: { binary_data_output: true }, inputs: [{ name: 'x0', datatype: 'FP32', shape: [0], parameters: { binary_data_size: 0 } }] });
    const response = await post(path, body, headers);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('inference-header-content-length')).toBeNull();
    expect(await response.json()).toMatchObject({ outputs: [{ shape: [0], parameters: { binary_data_size: 0 } }] });
    expect(await (await post(path, json({ inputs: [input('FP32', [0], [])] }))).json()).toMatchObject({ outputs: [{ shape: [0], data: [] }] });
    expect(await (await post('/v2/models/s/infer', json({ inputs: [input('FP32', [], [7])] }))).json()).toMatchObject({ outputs: [{ shape: [], data: [7] }] });
  });

  it('deduces a raw request from the model', async () => {
    const { post } = await rest(driver, [identity('m', ['FP32'], [-1], 8), identity('t', ['BYTES'], [1]), identity('two', ['FP32', 'FP32']), identity('wide', ['FP32'], [-1, -1])]);
    const headers = { 'Inference-Header-Content-Length': '0' };
    const response = await post(path, bytesOf(new Float32Array([1, 2])), headers);
    const answer = Buffer.from(await response.arrayBuffer());
    expect(JSON.parse(answer.subarray(0, -8).toString())).toMatchObject({ outputs: [{ shape: [1, 2] }] });
    expect(Buffer.from(await (await post('/v2/models/t/infer', '427', headers)).arrayBuffer()).subarray(-7).toString('latin1')).toBe('\u0003\0\0\u0000427');
    for (const model of ['two', 'wide']) expect((await post(`/v2/models/${model}/infer`, '12345678', headers)).status).toBe(400);
    expect((await post(path, '123', headers)).status).toBe(400);
  });

  it('reads gzip and deflate and refuses other codings in the protocol\'s words', async () => {
    const { post, front } = await rest(driver, [identity('m', ['FP32'])]);
    const { body, headers } = joined({ inputs: [{ name: 'x0', datatype: 'FP32', shape: [2], parameters: { binary_data_size: 8 } }] }, bytesOf(new Float32Array([1, 2])));
    for (const [coding, packed] of [['gzip', gzipSync(body)], ['deflate', deflateSync(body)], ['identity', body]] as const) {
      expect(await (await post(path, packed, { ...headers, 'Content-Encoding': coding })).json()).toMatchObject({ outputs: [{ data: [1, 2] }] });
    }
    const refused = await post(path, body, { ...headers, 'Content-Encoding': 'br' });
    expect([refused.status, refused.headers.get('accept-encoding')]).toEqual([501, 'gzip, deflate']);
    expect((await post(path, 'not gzip', { 'Content-Encoding': 'gzip' })).status).toBe(400);
    const bomb = gzipSync(Buffer.alloc(front.requestBytesMax + 1));
    expect((await post(path, bomb, { 'Content-Encoding': 'gzip' })).status).toBe(413);
    expect(front.open_).toBe(0);
  });

  it('compresses long text and nothing else', async () => {
    const { http } = await rest(driver, [identity('m', ['FP32'])]);
    const ask = async (count: number, accept: string): Promise<string> => {
      const body = json({ inputs: [input('FP32', [count], Array.from({ length: count }, () => 1.5))] });
      return raw(http.port, [`POST ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAccept-Encoding: ${accept}\r\nContent-Length: ${body.length}\r\n\r\n${body}`]);
    };
    const text = await ask(4000, 'br, deflate;q=0.5, gzip');
    expect(text.toLowerCase()).toContain('content-encoding: gzip');
    const unpacked = JSON.parse(gunzipSync(Buffer.from(text.slice(text.indexOf('\r\n\r\n') + 4), 'latin1')).toString()) as { outputs: { data: number[] }[] };
    expect(unpacked.outputs[0]?.data).toHaveLength(4000);
    expect((await ask(10, 'gzip')).toLowerCase()).not.toContain('content-encoding');
    expect((await ask(4000, 'gzip;q=0')).toLowerCase()).not.toContain('content-encoding');
  });

  it('gives the best classes, with labels, per row', async () => {
    const model = { ...identity('m', ['FP32'], [3], 4), signature: { inputs: [spec('x0', 'FP32', [3])], outputs: [spec('y0', 'FP32', [3], { labels: ['a', 'b', ''] })], maxBatchSize: 4 } };
    const { post } = await rest(driver, [model]);
    const body = { inputs: [input('FP32', [2, 3], [[1, 3, 2], [5, 5, 0]])], outputs: [{ name: 'y0', parameters: { classification: 2 } }] };
    expect(await (await post(path, json(body))).json()).toMatchObject({ outputs: [{ datatype: 'BYTES', shape: [2, 2], data: ['3.000000:1:b', '2.000000:2', '5.000000:0:a', '5.000000:1:b'] }] });
  });

  it('passes timeout, priority, deadline and regions on', async () => {
    const { post, front, clock } = await rest(driver, [identity('m', ['FP32'])]);
    front.held = true;
    const span = { shared_memory_region: 'r', shared_memory_byte_size: 8, shared_memory_offset: 4 };
    const body = { parameters: { timeout: 5000, priority: 2, other: 'x', sequence_id: 0 }, inputs: [{ name: 'x0', datatype: 'FP32', shape: [2], parameters: span }], outputs: [{ name: 'y0', parameters: span }] };
    const abort = new AbortController();
    const answer = fetch(`${(await post('/nothing')).url.replace('/nothing', '')}${path}`, { method: 'POST', body: json(body), headers: { 'Sluice-Timeout-Ms': '250' }, signal: abort.signal }).catch(() => null);
    await expect.poll(() => front.sent.length).toBe(1);
    expect(front.last).toMatchObject({ timeoutUs: 5000, priority: 2, deadlineUs: clock.nowUs() + 250_000 });
    expect(front.last?.regions.get(0)).toEqual({ region: 'r', byteOffset: 4, byteLength: 8 });
    // The client leaves while its request waits: the place is free at once.
    abort.abort();
    await answer;
    await expect.poll(() => front.abandoned).toBe(1);
    expect(front.open_).toBe(0);
  });

  it('answers faults of the data plane with their status and tells who may retry', async () => {
    const { post, front, faults } = await rest(driver, [identity('m', ['FP32'])]);
    const body = json({ inputs: [input('FP32', [1], [1])] });
    front.refuse = new ServingError('queue_full', 'Exceeds maximum queue size');
    const refused = await post(path, body);
    expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toEqual([503, '1', { error: 'Exceeds maximum queue size' }]);
    front.refuse = null;
    front.failure = new ServingError('backend_failed', 'run failed');
    const failed = await post(path, body);
    expect([failed.status, failed.headers.get('retry-after')]).toEqual([500, null]);
    expect([front.open_, faults.length]).toEqual([0, 0]);
  });

  it('bounds the bytes of bodies that are gathered, and gives them back', async () => {
    const intake = new Intake(400 * 1024);
    const { http, front, post } = await rest(driver, [identity('m', ['FP32'])], { intake });
    const text = json({ inputs: [{ name: 'x0', datatype: 'FP32', shape: [2], data: [1, 2] }], padding: 'x'.repeat(200 * 1024) });
    const head = (target: string) => `POST ${target} HTTP/1.1\r\nHost: a\r\nContent-Length: ${text.length}\r\n\r\n`;
    // One that is not complete holds its room; there is none for a second, and one for tensors needs none.
    const first = connect(http.port, '127.0.0.1', () => first.write(head(path) + text.slice(0, -1)));
    await expect.poll(() => intake.bytes).toBeGreaterThan(200 * 1024);
    for (const target of [path, '/v2/repository/index']) {
      const refused = await raw(http.port, [head(target), text.slice(0, -1)], /\r\n\r\n/);
      expect(refused).toMatch(/^HTTP\/1.1 503/);
      expect(refused.toLowerCase()).toContain('retry-after');
    }
    const binary = joined({ inputs: [{ name: 'x0', datatype: 'FP32', shape: [65536], parameters: { binary_data_size: 262144 } }] }, new Uint8Array(262144));
    expect((await post(path, binary.body, binary.headers)).status).toBe(200);
    first.destroy();
    await expect.poll(() => intake.bytes).toBe(0);
    expect((await post(path, text)).status).toBe(200);
    expect([intake.bytes, front.open_]).toEqual([0, 0]);
  });

  it('gives the bytes of a body back when it is read, and not when it is answered', async () => {
    const { intake, front, post } = await rest(driver, [identity('m', ['FP32'])]);
    front.held = true;
    const waiting = post(path, json({ inputs: [{ name: 'x0', datatype: 'FP32', shape: [2], data: [1, 2] }], padding: 'x'.repeat(200 * 1024) }));
    await expect.poll(() => front.sent.length).toBe(1);
    expect(intake.bytes).toBe(0);
    front.settle();
    expect((await waiting).status).toBe(200);
    expect(intake.bytes).toBe(0);
  });

  it('times a slow body out and bounds how many there are', async () => {
    const { http, front, sweep, post } = await rest(driver, [identity('m', ['FP32'])], { limits: { bodyTimeoutMs: 2000, halfBodiesMax: 1 } });
    const head = joined({ inputs: [{ name: 'x0', datatype: 'FP32', shape: [2], parameters: { binary_data_size: 8 } }] }, new Uint8Array(8));
    const start = `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: ${head.body.length}\r\nInference-Header-Content-Length: ${head.headers['Inference-Header-Content-Length']}\r\n\r\n`;
    const slow = raw(http.port, [start, head.body.subarray(0, -3)]);
    await expect.poll(() => front.open_).toBe(1);
    expect(await raw(http.port, [start, head.body.subarray(0, -3)], /\r\n\r\n/)).toMatch(/^HTTP\/1.1 503/);
    for (let i = 0; i < 4; i++) sweep();
    expect(await slow).toMatch(/^HTTP\/1.1 408/);
    expect(front.open_).toBe(0);
    expect((await post(path, head.body, head.headers)).status).toBe(200);
  });
});
