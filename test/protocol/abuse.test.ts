/** What no client should send, to the real server in both protocols: a named refusal, a server that lives, nothing leaked. */
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder.js';
import { startGateway, type GatewayProcess } from '../support/gateway.js';
import { buildRepository } from '../support/models.js';
import { encode, floats, inferRequest } from '../support/rpc.js';
import { until } from '../support/until.js';

const good = { name: 'INPUT0', datatype: 'FP32', shape: [1, 2], data: [1, 2] };
const goodBody = { inputs: [good] };
const rpcGood = { name: 'INPUT0', datatype: 'FP32', shape: [1, 2], bytes: floats(1, 2) };

async function serving(...flags: readonly string[]): Promise<GatewayProcess> {
  const repository = temporaryFolder();
  buildRepository(repository, ['identity_fp32', 'identity_bytes', 'identity_int32', 'simple', 'shape_fixed']);
  return startGateway(repository, ...flags);
}

/** The server answers as before, and holds no more than before. */
async function expectUnharmed(gateway: GatewayProcess, fds: number): Promise<void> {
  expect((await gateway.http.infer('identity_fp32', goodBody)).status).toBe(200);
  expect((await gateway.grpc().infer('identity_fp32', [rpcGood])).code).toBe(0);
  await until('empty gauges', async () => {
    const page = await gateway.metrics();
    return page.value('sluice_request_memory_used_bytes') === 0 && page.value('sluice_requests_in_flight') === 0 && page.value('sluice_slots_used') === 0;
  });
  // One REST and one gRPC connection of this check, and a scrape on its way out.
  await until('the descriptors back', () => gateway.fds() <= fds + 4);
  expect(gateway.hasEnded).toBe(false);
}

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

const BODIES: readonly (readonly [string, string | object, string])[] = [
  ['no JSON', '{"inputs":', ''],
  ['no object', '[1]', ''],
  ['no inputs', '{}', 'inputs'],
  ['an unknown input', { inputs: [good, { ...good, name: 'X' }] }, 'X'],
  ['an input twice', { inputs: [good, good] }, 'INPUT0'],
  ['another datatype', { inputs: [{ ...good, datatype: 'INT32' }] }, 'INPUT0'],
  ['no datatype there is', { inputs: [{ ...good, datatype: 'FP31' }] }, 'FP31'],
  ['too many dims', { inputs: [{ ...good, shape: [1, 2, 1] }] }, 'INPUT0'],
  ['too few values', { inputs: [{ ...good, data: [1] }] }, 'INPUT0'],
  ['too many values', { inputs: [{ ...good, data: [1, 2, 3] }] }, 'INPUT0'],
  ['a negative dim', { inputs: [{ ...good, shape: [1, -2] }] }, 'INPUT0'],
  ['a huge dim', { inputs: [{ ...good, shape: [1, 2 ** 40] }] }, 'INPUT0'],
  ['dims whose product overflows', { inputs: [{ ...good, shape: [2 ** 31, 2 ** 31, 2 ** 31] }] }, 'INPUT0'],
  ['a dim with a fraction', { inputs: [{ ...good, shape: [1, 1.5] }] }, ''],
  ['more rows than a batch', { inputs: [{ ...good, shape: [9, 1], data: [1, 2, 3, 4, 5, 6, 7, 8, 9] }] }, 'batch-size'],
  ['ragged nesting', { inputs: [{ ...good, shape: [2, 2], data: [[1, 2], [3]] }] }, 'INPUT0'],
  ['text for numbers', { inputs: [{ ...good, data: ['a', 'b'] }] }, 'INPUT0'],
  ['null for numbers', { inputs: [{ ...good, data: [null, 1] }] }, 'INPUT0'],
  ['an unknown output', { ...goodBody, outputs: [{ name: 'Y' }] }, 'Y'],
  ['an output twice', { ...goodBody, outputs: [{ name: 'OUTPUT0' }, { name: 'OUTPUT0' }] }, 'OUTPUT0'],
  ['nesting without end', `{"inputs":[{"name":"INPUT0","datatype":"FP32","shape":[1,2],"data":${nested(250_000)}}]}`, ''],
  ['shared memory that is off', { inputs: [{ name: 'INPUT0', datatype: 'FP32', shape: [1, 2], parameters: { shared_memory_region: 'r', shared_memory_byte_size: 8 } }] }, 'shared memory'],
  ['binary data that is not there', { inputs: [{ name: 'INPUT0', datatype: 'FP32', shape: [1, 2], parameters: { binary_data_size: 8 } }] }, ''],
  ['a reserved parameter', { ...goodBody, parameters: { triton_x: 1 } }, 'triton_x'],
];

describe('bad bodies', () => {
  it('are refused by name, and leave nothing', async () => {
    const gateway = await serving();
    const { http } = gateway;
    await http.call('/v2/health/live');
    const fds = gateway.fds();
    for (const [what, body, named] of BODIES) {
      const reply = await http.infer('identity_fp32', body);
      expect([what, reply.status === 400 || reply.status === 501, reply.json.error.includes(named)]).toEqual([what, true, true]);
    }
    const head = { inputs: [{ name: 'INPUT0', datatype: 'FP32', shape: [1, 2], parameters: { binary_data_size: 8 } }] };
    for (const length of [0, 4, 7, 9, 100]) expect((await http.inferBinary('identity_fp32', head, [Buffer.alloc(length)])).status).toBe(400);
    for (const value of ['-1', '99999', 'x', '1e3', '', ' ', '0x10', '184467440737095516160']) {
      expect([value, (await http.infer('identity_fp32', goodBody, { 'inference-header-content-length': value })).status]).toEqual([value, value.trim() === '' ? expect.any(Number) : 400]);
    }
    for (const name of ['..', '%2e%2e%2fetc', '..%2f..%2f', 'a%00b', '%ff%fe', '%', 'nope']) {
      expect((await http.infer(name, goodBody)).status, name).toBeGreaterThanOrEqual(400);
      expect((await http.call(`/v2/repository/models/${name}/load`, { method: 'POST' })).status, name).toBeGreaterThanOrEqual(400);
    }
    expect((await http.infer('identity_fp32', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]))).status).toBe(400);
    await expectUnharmed(gateway, fds);
    expect(await gateway.stop()).toBe(0);
  }, 60_000);

  it('that are too large are refused before they are held, inflated ones too', async () => {
    const gateway = await serving('--max-request-bytes', '1MiB');
    const { http } = gateway;
    await http.call('/v2/health/live');
    const fds = gateway.fds();
    const resident = gateway.residentBytes();
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
    for (let round = 0; round < 5; round++) {
      expect((await http.infer('identity_fp32', bomb, { 'content-encoding': 'gzip' })).status).toBeGreaterThanOrEqual(400);
      const big = await http.infer('identity_fp32', Buffer.alloc(3 * 1024 * 1024, 0x20)).then((reply) => reply.status, () => 413);
      expect([400, 413]).toContain(big);
    }
    const answer = await gateway.grpc().infer('identity_fp32', [{ ...rpcGood, bytes: Buffer.alloc(3 * 1024 * 1024) }]);
    expect([3, 8]).toContain(answer.code);
    expect(gateway.residentBytes() - resident).toBeLessThan(150 * 1024 * 1024);
    await expectUnharmed(gateway, fds);
  }, 60_000);

  it('over gRPC are refused by name too', async () => {
    const gateway = await serving();
    const grpc = gateway.grpc();
    await grpc.call('ServerLive');
    const fds = gateway.fds();
    const wrong: readonly (readonly [number, string, ReturnType<typeof inferRequest>])[] = [
      [5, 'nope', inferRequest('nope', [rpcGood])],
      [5, '9', inferRequest('identity_fp32', [rpcGood], { model_version: '9' })],
      [3, 'INPUT0', inferRequest('identity_fp32', [])],
      [3, 'X', inferRequest('identity_fp32', [rpcGood, { ...rpcGood, name: 'X' }])],
      [3, 'INPUT0', inferRequest('identity_fp32', [rpcGood, rpcGood])],
      [3, 'INPUT0', inferRequest('identity_fp32', [{ ...rpcGood, datatype: 'INT32' }])],
      [3, 'INPUT0', inferRequest('identity_fp32', [{ ...rpcGood, shape: [1, -2] }])],
      [3, 'INPUT0', inferRequest('identity_fp32', [{ ...rpcGood, shape: [1, 2 ** 52] }])],
      [3, 'INPUT0', inferRequest('identity_fp32', [{ ...rpcGood, bytes: Buffer.alloc(7) }])],
      [3, 'INPUT0', inferRequest('identity_bytes', [{ name: 'INPUT0', datatype: 'BYTES', shape: [1, 1], bytes: Buffer.from([255, 255, 255, 255, 1]) }])],
      [3, 'Y', inferRequest('identity_fp32', [rpcGood], { outputs: [{ name: 'Y' }] })],
    ];
    for (const [code, named, request] of wrong) {
      const answer = await grpc.call('ModelInfer', request);
      expect([answer.code, answer.details]).toEqual([code, expect.stringContaining(named)]);
    }
    const message = encode('inference.ModelInferRequest', inferRequest('identity_fp32', [rpcGood]));
    for (let at = 1; at < message.length; at++) {
      const cut = await grpc.bytes('/inference.GRPCInferenceService/ModelInfer', message.subarray(0, at));
      expect([0, 3, 5, 13]).toContain(cut.code);
      expect(cut.code).not.toBe(13);
    }
    await expectUnharmed(gateway, fds);
  }, 60_000);

  it('of NaN and infinity do not make invalid JSON', async () => {
    const gateway = await serving();
    const head = { inputs: [{ name: 'INPUT0', datatype: 'FP32', shape: [1, 3], parameters: { binary_data_size: 12 } }], outputs: [{ name: 'OUTPUT0', parameters: { binary_data: false } }] };
    const reply = await gateway.http.inferBinary('identity_fp32', head, [floats(NaN, Infinity, -Infinity)]);
    expect(() => JSON.parse(reply.text) as unknown).not.toThrow();
  });
});

describe('hostile connections', () => {
  it('random bytes, half-closed sockets, header floods and thousands of connects do no harm', async () => {
    const gateway = await serving();
    await gateway.http.call('/v2/health/live');
    const fds = gateway.fds();
    let seed = 7;
    const noise = (length: number): Buffer => Buffer.from(Array.from({ length }, () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 16 & 255));
    const poke = (port: number, bytes: Buffer | string, how: 'end' | 'reset'): Promise<void> =>
      new Promise((resolve) => {
        const socket = connect(port, '127.0.0.1', () => {
          socket.write(bytes);
          if (how === 'end') socket.end();
          else socket.resetAndDestroy();
        });
        socket.resume();
        // A server may leave a half-closed connection to its own timeout; this side does not wait for that.
        socket.setTimeout(500, () => socket.destroy());
        socket.on('error', () => {}).once('close', () => resolve());
      });
    const { ports } = gateway;
    const flood = `GET /v2 HTTP/1.1\r\nhost: x\r\n${Array.from({ length: 5000 }, (_, at) => `h${at}: ${'v'.repeat(20)}`).join('\r\n')}\r\n\r\n`;
    const smuggle = 'POST /v2/models/identity_fp32/infer HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /v2 HTTP/1.1\r\n\r\n';
    const preface = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';
    for (const port of [ports.http, ports.grpc, ports.metrics]) {
      for (const how of ['end', 'reset'] as const) {
        await Promise.all([noise(10), noise(5000), flood, smuggle, preface, `${preface}${noise(200).toString('latin1')}`, 'GET', '', '\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n'].map((bytes) => poke(port, bytes, how)));
      }
    }
    for (let round = 0; round < 20; round++) await Promise.all(Array.from({ length: 100 }, (_, at) => poke(at % 2 === 0 ? ports.http : ports.grpc, '', 'reset')));
    await expectUnharmed(gateway, fds);
    expect(await gateway.stop()).toBe(0);
  }, 60_000);

  it('random paths, methods and bodies never give a fault of ours', async () => {
    const gateway = await serving();
    const { http } = gateway;
    const paths = ['/', '/v2', '/v2/', '/v2/models', '/v2/models/', '/v2/models/stats', '/v2/models/simple', '/v2/models/simple/versions/1', '/v2/models/simple/versions/x/infer', '/v2/models/simple/versions/99999999999999999999/infer', '/v2/models/simple/infer', '/v2/models/simple/config', '/v2/models/simple/labels/none/infer', '/v2/repository/index', '/v2/repository/models/simple/load', '/v2/systemsharedmemory/status', '/v2/systemsharedmemory/region/x/register', '/v2/cudasharedmemory/region/x/register', '/v2/trace/setting', '/v2/logging', '/v2/health/ready', `/v2/models/${'x'.repeat(4000)}`];
    const bodies = ['', '{', '{}', '[]', 'null', '0', '"x"', '{"parameters":5}', '{"inputs":5}', '{"inputs":[5]}', '{"ready":"x"}', nested(250_000), '{"log_verbose_level":"x"}', '{"trace_rate":"-1"}', '\u0000'];
    for (const path of paths) {
      for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']) expect((await http.call(path, { method })).status, `${method} ${path}`).not.toBe(500);
      for (const body of bodies) expect((await http.call(path, { method: 'POST', body })).status, `POST ${path} ${body.slice(0, 20)}`).not.toBe(500);
    }
    expect(gateway.log.filter((line) => line['level'] === 'error')).toEqual([]);
    expect((await http.infer('identity_fp32', goodBody)).status).toBe(200);
  }, 60_000);
});
