/** Tensors in the client's shared memory, with real files under /dev/shm, over REST and gRPC. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder.js';
import { startGateway, type GatewayProcess } from '../support/gateway.js';
import { later } from '../support/later.js';
import { buildRepository } from '../support/models.js';
import { floats } from '../support/rpc.js';

let made = 0;

function region(bytes: Uint8Array): { readonly key: string; readonly path: string } {
  const key = `/sluice-test-${process.pid}-${made++}`;
  const path = `/dev/shm${key}`;
  writeFileSync(path, bytes);
  later(() => rmSync(path, { force: true }));
  return { key, path };
}

async function serving(...flags: readonly string[]): Promise<GatewayProcess> {
  const repository = temporaryFolder();
  buildRepository(repository, ['identity_fp32', 'spin']);
  return startGateway(repository, ...flags);
}

const VALUES = [1.5, -2, 3];
const input = { name: 'INPUT0', datatype: 'FP32', shape: [1, 3] };
const at = (name: string, offset = 0, size = 12) => ({ shared_memory_region: name, shared_memory_byte_size: size, shared_memory_offset: offset });
const rpcAt = (name: string, offset = 0, size = 12) => ({ shared_memory_region: { string_param: name }, shared_memory_byte_size: { int64_param: size }, shared_memory_offset: { int64_param: offset } });

describe('shared memory of clients', () => {
  it('is off unless it was allowed', async () => {
    const { http, ...gateway } = await serving().then((process) => ({ http: process.http, grpc: () => process.grpc() }));
    const { key } = region(floats(...VALUES));
    const refused = await http.call('/v2/systemsharedmemory/region/a/register', { body: { key, offset: 0, byte_size: 12 } });
    expect([refused.status, refused.json.error]).toEqual([501, expect.stringContaining('--allow-client-shm')]);
    expect((await http.call('/v2/systemsharedmemory/status')).json).toEqual([]);
    expect((await gateway.grpc().call('SystemSharedMemoryRegister', { name: 'a', key, byte_size: 12 })).code).toBe(12);
  });

  it('is read and written in both protocols, and gone after unregister', async () => {
    const gateway = await serving('--allow-client-shm');
    const { http } = gateway;
    const grpc = gateway.grpc();
    const source = region(Buffer.concat([Buffer.alloc(4), floats(...VALUES)]));
    const target = region(Buffer.alloc(24));
    expect((await http.call('/v2/systemsharedmemory/region/in/register', { body: { key: source.key, offset: 4, byte_size: 12 } })).status).toBe(200);
    expect((await grpc.call('SystemSharedMemoryRegister', { name: 'out', key: target.key, offset: 0, byte_size: 24 })).code).toBe(0);
    expect((await http.call('/v2/systemsharedmemory/status')).json.map((row: { name: string }) => row.name).sort()).toEqual(['in', 'out']);

    const reply = await http.infer('identity_fp32', { inputs: [{ ...input, parameters: at('in') }], outputs: [{ name: 'OUTPUT0', parameters: at('out') }] });
    expect([reply.status, reply.json.outputs[0].shape, reply.json.outputs[0].data]).toEqual([200, [1, 3], undefined]);
    expect(readFileSync(target.path).subarray(0, 12).equals(floats(...VALUES))).toBe(true);
    const answer = await grpc.infer('identity_fp32', [{ ...input, parameters: rpcAt('in') }], { outputs: [{ name: 'OUTPUT0', parameters: rpcAt('out', 12) }] });
    expect([answer.code, answer.reply['raw_output_contents'].length, answer.reply['raw_output_contents'][0].length]).toEqual([0, 1, 0]);
    expect(readFileSync(target.path).subarray(12).equals(floats(...VALUES))).toBe(true);

    expect((await http.call('/v2/systemsharedmemory/region/in/register', { body: { key: source.key, offset: 0, byte_size: 12 } })).json.error).toContain('already');
    for (const bad of [at('in', 4), at('in', 0, 16), at('in', -1), at('in', 2 ** 53), at('nope')]) {
      const refused = await http.infer('identity_fp32', { inputs: [{ ...input, parameters: bad }] });
      expect([400, 404], JSON.stringify(bad)).toContain(refused.status);
    }
    expect((await http.infer('identity_fp32', { inputs: [{ ...input, parameters: at('in') }], outputs: [{ name: 'OUTPUT0', parameters: at('out', 0, 4) }] })).status).toBeGreaterThanOrEqual(400);
    for (const key of ['/../etc/passwd', '/nope', '', '/a/b', '/triton_python_backend_shm_region_1']) {
      expect((await http.call('/v2/systemsharedmemory/region/bad/register', { body: { key, offset: 0, byte_size: 4 } })).status, key).toBeGreaterThanOrEqual(400);
    }
    expect((await http.call('/v2/systemsharedmemory/region/in/unregister', { method: 'POST' })).status).toBe(200);
    expect((await http.call('/v2/systemsharedmemory/region/never/unregister', { method: 'POST' })).status).toBe(200);
    expect((await http.infer('identity_fp32', { inputs: [{ ...input, parameters: at('in') }] })).status).toBe(404);
    expect((await grpc.call('SystemSharedMemoryUnregister', { name: '' })).code).toBe(0);
    expect((await http.call('/v2/systemsharedmemory/status')).json).toEqual([]);
    expect((await gateway.metrics()).value('sluice_requests_in_flight')).toBe(0);
  });

  it('may be unregistered, truncated or removed while a request uses it', async () => {
    const gateway = await serving('--allow-client-shm');
    const { http } = gateway;
    const source = region(Buffer.from(BigInt64Array.of(40_000n).buffer));
    const target = region(Buffer.alloc(8));
    await http.call('/v2/systemsharedmemory/region/in/register', { body: { key: source.key, offset: 0, byte_size: 8 } });
    await http.call('/v2/systemsharedmemory/region/out/register', { body: { key: target.key, offset: 0, byte_size: 8 } });
    const fds = gateway.fds();
    const slow = { inputs: [{ name: 'rounds', datatype: 'INT64', shape: [1, 1], parameters: at('in', 0, 8) }], outputs: [{ name: 'done', parameters: at('out', 0, 8) }] };
    const first = http.infer('spin', slow);
    const second = http.infer('spin', slow);
    expect((await http.call('/v2/systemsharedmemory/unregister', { method: 'POST' })).status).toBe(200);
    rmSync(target.path);
    const statuses = [(await first).status, (await second).status];
    // Whichever had begun before the region went is finished; one that came after it is told that there is none.
    expect(statuses.every((status) => status === 200 || status === 404)).toBe(true);
    expect(gateway.fds()).toBeLessThanOrEqual(fds + 2);

    const short = region(Buffer.from(BigInt64Array.of(1n).buffer));
    await http.call('/v2/systemsharedmemory/region/short/register', { body: { key: short.key, offset: 0, byte_size: 8 } });
    writeFileSync(short.path, '');
    const cut = await http.infer('spin', { inputs: [{ name: 'rounds', datatype: 'INT64', shape: [1, 1], parameters: at('short', 0, 8) }] });
    expect(cut.status).toBeGreaterThanOrEqual(400);
    expect((await http.call('/v2/health/ready')).status).toBe(200);
    expect(await gateway.stop()).toBe(0);
  });
});
