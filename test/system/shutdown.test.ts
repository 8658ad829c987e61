/** SIGTERM: not ready first, requests in flight finished on every kind of connection, then gone with exit code 0. */
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder.js';
import { spawnGateway, startGateway, type GatewayProcess } from '../support/gateway.js';
import { buildRepository } from '../support/models.js';
import { Inbox, decode, encode, inferRequest } from '../support/rpc.js';
import { until } from '../support/until.js';

/** Long enough to be in flight when the signal comes; how long exactly does not matter. */
const ROUNDS = 60_000;
const spin = (rounds = ROUNDS) => ({ inputs: [{ name: 'rounds', datatype: 'INT64', shape: [1, 1], data: [rounds] }] });
const rpcSpin = (rounds = ROUNDS) => [{ name: 'rounds', datatype: 'INT64', shape: [1, 1], bytes: Buffer.from(BigInt64Array.of(BigInt(rounds)).buffer) }];

async function spinning(...flags: readonly string[]): Promise<GatewayProcess> {
  const repository = temporaryFolder();
  buildRepository(repository, ['spin']);
  return startGateway(repository, ...flags);
}

const inFlight = (gateway: GatewayProcess, count: number) => until(`${count} requests in flight`, async () => (await gateway.metrics()).value('sluice_requests_in_flight', { model: 'spin' }) === count);

describe('a stop', () => {
  it('finishes what is in flight over REST, gRPC and a stream, and leaves with 0', async () => {
    const gateway = await spinning();
    const rest = gateway.http.infer('spin', spin());
    const unary = gateway.grpc().infer('spin', rpcSpin());
    const call = gateway.grpc().stream();
    const inbox = new Inbox(call);
    call.write(encode('inference.ModelInferRequest', inferRequest('spin', rpcSpin(), { id: 's' })));
    await inFlight(gateway, 3);
    const code = gateway.stop();
    expect([(await rest).status, (await rest).json.outputs[0].data]).toEqual([200, [ROUNDS]]);
    expect((await unary).code).toBe(0);
    expect(decode('inference.ModelStreamInferResponse', await inbox.next())['error_message']).toBe('');
    expect((await inbox.ended).code).toBe(14);
    expect(await code).toBe(0);
    expect(gateway.log.some((line) => line['msg'] === 'stopped')).toBe(true);
  });

  it.each(['uws', 'node'])('answers what was sent before the signal, read or not, over %s', async (driver) => {
    const gateway = await spinning('--http-driver', driver);
    const body = JSON.stringify(spin(1));
    const request = `POST /v2/models/spin/infer HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
    const clients = Array.from({ length: 64 }, () => {
      const seen = { text: '', socket: connect(gateway.ports.http, '127.0.0.1') };
      seen.socket.on('data', (chunk) => (seen.text += chunk.toString())).on('error', () => {});
      return seen;
    });
    const answers = (count: number) => until(`${count} answers each`, () => clients.every(({ text }) => text.split('"outputs"').length === count + 1));
    // Connections that were used before look idle to the server when the signal comes.
    for (const { socket } of clients) socket.write(request);
    await answers(1);
    for (const { socket } of clients) socket.write(request);
    const code = gateway.stop();
    await answers(2);
    expect(await code).toBe(0);
  });

  it('is not ready during the grace, still answers, and flips a health watch', async () => {
    const gateway = await spinning('--drain-grace-ms', '1500');
    const watch = new Inbox(gateway.grpc().watch(''));
    expect(decode('grpc.health.v1.HealthCheckResponse', await watch.next())['status']).toBe('SERVING');
    const { http } = gateway;
    gateway.signal('SIGTERM');
    expect(decode('grpc.health.v1.HealthCheckResponse', await watch.next())['status']).toBe('NOT_SERVING');
    const ready = await http.call('/v2/health/ready');
    expect([ready.status, ready.json]).toEqual([400, { ready: false }]);
    expect((await http.call('/v2/health/live')).json).toEqual({ live: true });
    expect((await http.infer('spin', spin(1))).status).toBe(200);
    expect((await gateway.grpc().infer('spin', rpcSpin(1))).code).toBe(0);
    expect(await gateway.ended).toBe(0);
  });

  it('is not held up by idle connections, half requests or a watch', async () => {
    const gateway = await spinning();
    const idle = gateway.http;
    await idle.call('/v2/health/live');
    const half = connect(gateway.ports.http, '127.0.0.1').on('error', () => {});
    half.write('POST /v2/models/spin/infer HTTP/1.1\r\nhost: x\r\n');
    const silent = connect(gateway.ports.grpc, '127.0.0.1').on('error', () => {});
    await new Promise((resolve) => silent.once('connect', resolve));
    const watch = new Inbox(gateway.grpc().watch('spin'));
    await watch.next();
    expect(await gateway.stop()).toBe(0);
    half.destroy();
    silent.destroy();
  });

  it('gives up what takes longer than the drain may, and still leaves with 0', async () => {
    // On a busy machine the runs take several times as long, and must not be taken to hang.
    const gateway = await spinning('--drain-timeout-ms', '1', '--hang-timeout-ms', '60000');
    const rest = gateway.http.infer('spin', spin()).then((reply) => reply.status, () => 0);
    const unary = gateway.grpc().infer('spin', rpcSpin());
    await inFlight(gateway, 2);
    expect(await gateway.stop()).toBe(0);
    expect([0, 200, 503]).toContain(await rest);
    expect([0, 1, 14]).toContain((await unary).code);
  });

  it('may come while models load, or at once', async () => {
    const repository = temporaryFolder();
    buildRepository(repository);
    for (const moment of ['at once', 'loading'] as const) {
      const gateway = spawnGateway(['--host', '127.0.0.1', '--http-port', '0', '--grpc-port', '0', '--metrics-port', '0', '--device', 'cpu', '--model-repository', repository, '--state-dir', `${repository}-state`]);
      // Before the process listens for signals, it is the system that ends it.
      await until('the first log line', () => gateway.log.length > 0 || gateway.hasEnded || (moment === 'at once' && gateway.threads() > 8));
      gateway.signal('SIGTERM');
      expect([0, 'SIGTERM']).toContain(await gateway.ended);
      expect(gateway.errors.filter((line) => !line.includes('npm'))).toEqual([]);
    }
  });

  it('takes a second signal of the same kind as the word to go at once', async () => {
    const gateway = await spinning('--drain-grace-ms', '60000');
    gateway.signal('SIGTERM');
    await gateway.said('stopping');
    gateway.signal('SIGTERM');
    expect([0, 1, 'SIGTERM']).toContain(await gateway.ended);
  });
});

describe('a client that is killed', () => {
  it('in the middle of its upload leaves nothing behind', async () => {
    const gateway = await spinning();
    const { http } = gateway;
    await http.call('/v2/health/live');
    const before = gateway.fds();
    for (let round = 0; round < 20; round++) {
      const socket = connect(gateway.ports.http, '127.0.0.1').on('error', () => {});
      const json = JSON.stringify({ inputs: [{ name: 'rounds', datatype: 'INT64', shape: [1, 1], parameters: { binary_data_size: 8 } }] });
      socket.write(`POST /v2/models/spin/infer HTTP/1.1\r\nhost: x\r\ncontent-length: ${json.length + 8}\r\ninference-header-content-length: ${json.length}\r\n\r\n${json}abc`);
      await until('the bytes are taken', () => socket.bytesWritten > json.length && socket.writableLength === 0);
      socket.resetAndDestroy();
    }
    await until('the descriptors back', () => gateway.fds() <= before);
    await until('the memory back', async () => (await gateway.metrics()).value('sluice_request_memory_used_bytes') === 0);
    expect((await gateway.metrics()).value('sluice_requests_in_flight', { model: 'spin' })).toBe(0);
    expect((await http.infer('spin', spin(1))).status).toBe(200);
    expect(await gateway.stop()).toBe(0);
  });
});
