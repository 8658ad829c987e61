/** Clients that hold on to what they were given, at the real server: everyone else is served, and all of it comes back. */
import { connect, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder.js';
import { startGateway, type GatewayProcess } from '../support/gateway.js';
import { later } from '../support/later.js';
import { buildRepository } from '../support/models.js';
import { floats } from '../support/rpc.js';
import { until } from '../support/until.js';

const small = { inputs: [{ name: 'INPUT0', datatype: 'FP32', shape: [1, 2], data: [1, 2] }] };
const rpcSmall = [{ name: 'INPUT0', datatype: 'FP32', shape: [1, 2], bytes: floats(1, 2) }];

function serving(...flags: readonly string[]): Promise<GatewayProcess> {
  const repository = temporaryFolder();
  buildRepository(repository, ['identity_fp32']);
  return startGateway(repository, ...flags);
}

/** The head of a binary request of so many floats, and its tensor. */
function request(values: number): { head: string; tensor: Buffer } {
  const json = JSON.stringify({ inputs: [{ name: 'INPUT0', datatype: 'FP32', shape: [1, values], parameters: { binary_data_size: values * 4 } }], parameters: { binary_data_output: true } });
  const tensor = Buffer.alloc(values * 4);
  const head = `POST /v2/models/identity_fp32/infer HTTP/1.1\r\nhost: x\r\ncontent-length: ${json.length + tensor.length}\r\ninference-header-content-length: ${json.length}\r\n\r\n${json}`;
  return { head, tensor };
}

function open(port: number): Socket {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  later(() => socket.destroy());
  return socket;
}

async function gauge(gateway: GatewayProcess, name: string): Promise<number> {
  return (await gateway.metrics()).value(name);
}

describe('what slow clients hold', () => {
  it('of request memory, to its last block, refuses others until they go, in both protocols', async () => {
    const gateway = await serving('--request-memory-bytes', '1MiB', '--max-request-bytes', '1MiB');
    const { head, tensor } = request(60_000);
    const holders = Array.from({ length: 4 }, () => {
      const socket = open(gateway.ports.http);
      socket.write(head);
      socket.write(tensor.subarray(0, 100));
      return socket;
    });
    await until('all of it held', async () => (await gauge(gateway, 'sluice_request_memory_used_bytes')) === 1024 * 1024);
    const refused = await gateway.http.infer('identity_fp32', small);
    expect([refused.status, refused.headers['retry-after'], refused.json.error]).toEqual([503, '1', expect.stringContaining('request memory has no room')]);
    expect((await gateway.grpc().infer('identity_fp32', rpcSmall)).code).toBe(14);
    expect((await gateway.http.call('/v2/health/live')).status).toBe(200);
    // One of them goes on after all.
    const answer = new Promise<string>((resolve) => holders[0]!.once('data', (chunk) => resolve(chunk.toString('latin1'))));
    holders[0]!.write(tensor.subarray(100));
    expect(await answer).toMatch(/^HTTP\/1.1 200/);
    expect((await gateway.http.infer('identity_fp32', small)).status).toBe(200);
    for (const socket of holders) socket.destroy();
    await until('none of it held', async () => (await gauge(gateway, 'sluice_request_memory_used_bytes')) === 0);
    expect(await gateway.stop()).toBe(0);
  });

  it('of output memory lets the largest output pass, and refuses a larger one by its reason', async () => {
    const gateway = await serving('--output-memory-bytes', '64KiB');
    const infer = (values: number) => gateway.http.infer('identity_fp32', { inputs: [{ name: 'INPUT0', datatype: 'FP32', shape: [1, values], data: new Array(values).fill(1) }] });
    expect((await infer(16_384)).status).toBe(200);
    const refused = await infer(16_385);
    expect([refused.status, refused.json.error]).toEqual([500, expect.stringContaining('output_too_large')]);
    // Many at once share it in turns.
    const many = await Promise.all(Array.from({ length: 48 }, () => infer(8000)));
    expect(many.filter(({ status }) => status === 200)).toHaveLength(48);
  });

  it.each(['uws', 'node'])('of answers is bounded, over %s and gRPC together', async (driver) => {
    const gateway = await serving('--http-driver', driver, '--answer-memory-bytes', '40MiB');
    const { head, tensor } = request(4 * 1024 * 1024);
    const deaf = (): void => {
      const socket = open(gateway.ports.http).pause();
      socket.write(head);
      socket.write(tensor);
    };
    const held = (count: number, cut: number) =>
      until(`${count} answers that wait`, async () => {
        const bytes = await gauge(gateway, 'sluice_answer_memory_used_bytes');
        return bytes >= count * tensor.length && bytes <= 40 * 1024 * 1024 && (await gauge(gateway, 'sluice_answers_cut_total')) >= cut;
      });
    deaf();
    await held(1, 0);
    deaf();
    await held(2, 0);
    deaf();
    await held(2, 1);
    expect((await gateway.http.infer('identity_fp32', small)).status).toBe(200);
    const large = await gateway.grpc().infer('identity_fp32', [{ name: 'INPUT0', datatype: 'FP32', shape: [1, 1024 * 1024], bytes: tensor.subarray(0, 4 * 1024 * 1024) }]);
    expect(large.code).toBe(0);
    await gateway.said('their clients did not read them');
    expect(await gateway.stop()).toBe(0);
  });

  it('of connections costs them a descriptor each', async () => {
    const gateway = await serving();
    await gateway.http.call('/v2/health/live');
    const before = gateway.fds();
    const idle = Array.from({ length: 1500 }, (_, at) => open(at % 3 === 0 ? gateway.ports.grpc : gateway.ports.http));
    await until('all of them', () => gateway.fds() >= before + 1500);
    expect((await gateway.http.infer('identity_fp32', small)).status).toBe(200);
    expect((await gateway.grpc().infer('identity_fp32', rpcSmall)).code).toBe(0);
    for (const socket of idle) socket.destroy();
    await until('none of them', () => gateway.fds() < before + 20);
    expect(await gateway.stop()).toBe(0);
  });
});
