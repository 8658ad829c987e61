/**
 * Waiting in line at the real server, with an instance that is held at a gate: deadlines, bounds, priorities and clients
 * that go away. Nothing here measures time; what is waited for are answers and gauges.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scriptedModel, temporaryFolder } from '../support/folder.js';
import { startScripted, type InProcess } from '../support/gateway.js';
import type { Reply } from '../support/rest.js';
import { later } from '../support/later.js';
import { floats, type RpcAnswer } from '../support/rpc.js';
import { until } from '../support/until.js';

interface Gated extends InProcess {
  send(value: number, parameters?: object, headers?: Record<string, string>): Promise<Reply>;
  sendRpc(value: number, parameters?: object, options?: object): Promise<RpcAnswer>;
  shut(): void;
  open(): void;
  depth(count: number): Promise<true>;
  /** Holds the instance with one request of its own, which is answered after `open`. */
  occupy(): Promise<() => Promise<Reply>>;
}

async function gated(config: string, ...flags: readonly string[]): Promise<Gated> {
  const repository = temporaryFolder();
  const gate = join(temporaryFolder(), 'gate');
  scriptedModel(repository, 'm', { add: 1, gate }, config);
  const running = await startScripted(repository, ...flags);
  // A gate that stays shut would hold the stop up.
  later(() => rmSync(gate, { force: true }));
  const { http, metrics } = running;
  const client = running.grpc();
  const shape = [1, 1];
  const send: Gated['send'] = (value, parameters = {}, headers = {}) =>
    http.infer('m', { parameters, inputs: [{ name: 'x', datatype: 'FP32', shape, data: [value] }] }, headers);
  const sendRpc: Gated['sendRpc'] = (value, parameters = {}, options = {}) =>
    client.infer('m', [{ name: 'x', datatype: 'FP32', shape, bytes: floats(value) }], { parameters }, { options });
  const depth = (count: number) => until(`${count} waiting`, async () => (await metrics()).value('nv_inference_pending_request_count', { model: 'm' }) === count && true as const);
  const gateway: Gated = {
    ...running,
    send,
    sendRpc,
    depth,
    shut: () => writeFileSync(gate, ''),
    open: () => rmSync(gate, { force: true }),
    occupy: async () => {
      gateway.shut();
      for (;;) {
        const first = send(0);
        let refused = false;
        void first.then(() => (refused = true));
        await until('a held instance', () => refused || existsSync(`${gate}.held`));
        // On a busy machine the instance may wake later than a policy under test lets the first one wait.
        if (existsSync(`${gate}.held`)) return () => first;
      }
    },
  };
  return gateway;
}

const ONE = 'max_batch_size: 1\ndynamic_batching { }\n';

describe('time that runs out while every instance is busy', () => {
  it('is told by the timeout parameter, the header, the gRPC deadline and the default of the server', async () => {
    const g = await gated(ONE, '--default-timeout-ms', '1500');
    const first = await g.occupy();
    const parameter = await g.send(1, { timeout: 20_000 });
    expect([parameter.status, parameter.json.error]).toEqual([503, 'Request timeout expired']);
    const header = await g.send(1, {}, { 'sluice-timeout-ms': '20' });
    expect([header.status, header.json.error]).toEqual([504, expect.stringContaining("'m'")]);
    const rpcParameter = await g.sendRpc(1, { timeout: { int64_param: 20_000 } });
    expect([rpcParameter.code, rpcParameter.details]).toEqual([14, 'Request timeout expired']);
    expect((await g.sendRpc(1, {}, { deadline: Date.now() + 60 })).code).toBe(4);
    const byDefault = await g.send(1);
    expect(byDefault.status).toBe(504);
    expect((await first()).status).toBe(504);
    await g.depth(0);
    g.open();
    expect((await g.send(41)).json.outputs[0].data).toEqual([42]);
    const page = await g.metrics();
    expect(page.value('sluice_requests_in_flight', { model: 'm' })).toBe(0);
    expect(page.value('nv_inference_request_failure', { model: 'm', reason: 'REJECTED' })).toBeGreaterThanOrEqual(5);
  });

  it('frees the place of a client that went away', async () => {
    const g = await gated(ONE);
    const first = await g.occupy();
    const stop = new AbortController();
    const gone = g.http.call('/v2/models/m/infer', { body: { inputs: [{ name: 'x', datatype: 'FP32', shape: [1, 1], data: [1] }] }, signal: stop.signal }).catch(() => null);
    let cancel = (): void => undefined;
    const goneRpc = g.grpc().infer('m', [{ name: 'x', datatype: 'FP32', shape: [1, 1], bytes: floats(1) }], {}, { began: (call) => (cancel = () => call.cancel()) });
    await g.depth(2);
    stop.abort();
    cancel();
    await g.depth(0);
    expect(await gone).toBeNull();
    expect((await goneRpc).code).toBe(1);
    g.open();
    expect((await first()).status).toBe(200);
    await until('nothing in flight', async () => (await g.metrics()).value('sluice_requests_in_flight', { model: 'm' }) === 0);
    expect((await g.metrics()).value('nv_inference_request_failure', { model: 'm', reason: 'CANCELED' })).toBe(2);
    // A place that was given up comes back when an instance has handed it over, which is after the answer.
    await until('its memory', async () => (await g.metrics()).value('sluice_request_memory_used_bytes') < 1024);
  });
});

describe('a full queue', () => {
  it('refuses at once with Retry-After, and answers the rest', async () => {
    const g = await gated('max_batch_size: 8\ndynamic_batching { default_queue_policy { max_queue_size: 8 } }\n');
    const first = await g.occupy();
    const replies = Array.from({ length: 10 }, (_, at) => g.send(at));
    await g.depth(8);
    const early: Reply[] = [];
    for (const reply of replies) void reply.then((settled) => early.push(settled));
    await until('two refusals', () => early.length === 2);
    for (const reply of early.slice()) {
      expect([reply.status, reply.json.error, Number(reply.headers['retry-after']) > 0]).toEqual([503, expect.stringContaining('Exceeds maximum queue size'), true]);
    }
    expect((await g.sendRpc(1)).code).toBe(14);
    g.open();
    expect((await first()).status).toBe(200);
    expect((await Promise.all(replies)).filter((reply) => reply.status === 200)).toHaveLength(8);
  });
});

describe('queue policies', () => {
  it('REJECT refuses what waited too long, and may be shortened by the request', async () => {
    const policy = (more: string) => `max_batch_size: 1\ndynamic_batching { default_queue_policy { timeout_action: REJECT ${more} } }\n`;
    const g = await gated(policy('default_timeout_microseconds: 30000 allow_timeout_override: true'));
    const first = await g.occupy();
    const rejected = async (): Promise<number> => (await g.metrics()).value('nv_inference_request_failure', { model: 'm', reason: 'REJECTED' });
    const before = await rejected();
    expect((await g.send(1)).json.error).toBe('Request timeout expired');
    expect((await g.send(1, { timeout: 5000 })).json.error).toBe('Request timeout expired');
    expect((await g.send(1, { timeout: 60_000_000 })).json.error).toBe('Request timeout expired');
    g.open();
    expect((await first()).status).toBe(200);
    expect((await rejected()) - before).toBe(3);
  });

  it('DELAY answers what waited too long behind the others', async () => {
    const g = await gated('max_batch_size: 1\ndynamic_batching { default_queue_policy { timeout_action: DELAY default_timeout_microseconds: 1 } }\n');
    const first = await g.occupy();
    const late = [g.send(1), g.send(2)];
    await g.depth(2);
    g.open();
    expect((await first()).status).toBe(200);
    expect((await Promise.all(late)).map((reply) => reply.json.outputs[0].data[0])).toEqual([2, 3]);
  });

  it('priority 1 goes first, and the levels have their own bounds', async () => {
    const levels = 'priority_levels: 2 default_priority_level: 2 priority_queue_policy { key: 2 value: { max_queue_size: 4 } }';
    const g = await gated(`max_batch_size: 1\ndynamic_batching { ${levels} }\n`);
    const first = await g.occupy();
    const order: number[] = [];
    const track = (value: number, priority: number) => g.send(value, { priority }).then((reply) => void order.push(reply.json.outputs[0].data[0]));
    const low = [track(10, 2), track(11, 2)];
    await g.depth(2);
    const high = [track(20, 1)];
    await g.depth(3);
    g.open();
    await Promise.all([first(), ...low, ...high]);
    expect(order[0]).toBe(21);
    expect((await g.send(1, { priority: 3 })).status).toBeGreaterThanOrEqual(200);
  });

  it('mixed levels of both protocols leave by level, and within one as they came', async () => {
    const g = await gated('max_batch_size: 1\ndynamic_batching { priority_levels: 3 default_priority_level: 2 }\n');
    const first = await g.occupy();
    const order: number[] = [];
    const replies: Promise<unknown>[] = [];
    const levels = [3, 0, 1, 2, 3, 1];
    for (const [at, priority] of levels.entries()) {
      const value = 10 * (priority || 2) + at;
      const overGrpc = at % 2 === 1;
      const sent = overGrpc
        ? g.sendRpc(value, priority > 0 ? { priority: { uint64_param: priority } } : {}).then((answer) => expect(answer.code).toBe(0))
        : g.send(value, { priority }).then((reply) => expect(reply.status).toBe(200));
      replies.push(sent.then(() => order.push(value)));
      await g.depth(at + 1);
    }
    g.open();
    await Promise.all([first(), ...replies]);
    // Answers of one protocol come in the order of their runs; between the two nothing is promised.
    const overHttp = order.filter((value) => value % 2 === 0);
    const overGrpc = order.filter((value) => value % 2 === 1);
    expect([overHttp, overGrpc]).toEqual([[12, 30, 34], [15, 21, 23]]);
  });

  it('keeps the order of arrival where it is asked for, and runs what waits together', async () => {
    const g = await gated('max_batch_size: 4\ndynamic_batching { preserve_ordering: true }\n');
    const first = await g.occupy();
    const order: number[] = [];
    const replies: Promise<void>[] = [];
    for (let at = 1; at <= 8; at++) {
      replies.push(g.send(at).then((reply) => void order.push(reply.json.outputs[0].data[0])));
      await g.depth(at);
    }
    g.open();
    await Promise.all([first(), ...replies]);
    expect(order).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    const stats = (await g.http.call('/v2/models/m/stats')).json.model_stats[0];
    expect([stats.inference_count, stats.execution_count]).toEqual([9, 3]);
    expect(stats.batch_stats.map((row: { batch_size: number; compute_infer: { count: number } }) => [row.batch_size, row.compute_infer.count])).toEqual([[1, 1], [4, 2]]);
  });

  it('batches what has one shape, and lets other shapes wait in a line of their own', async () => {
    const g = await gated('max_batch_size: 8\ndynamic_batching { }\n');
    const first = await g.occupy();
    const of = (width: number) => g.http.infer('m', { inputs: [{ name: 'x', datatype: 'FP32', shape: [1, width], data: Array.from({ length: width }, () => width) }] });
    const replies: Promise<Reply>[] = [];
    for (const width of [2, 3, 2, 3, 2]) {
      replies.push(of(width));
      await g.depth(replies.length);
    }
    g.open();
    await first();
    expect((await Promise.all(replies)).map((reply) => reply.json.outputs[0].shape)).toEqual([[1, 2], [1, 3], [1, 2], [1, 3], [1, 2]]);
    const stats = (await g.http.call('/v2/models/m/stats')).json.model_stats[0];
    expect(stats.batch_stats.map((row: { batch_size: number }) => row.batch_size)).toEqual([1, 2, 3]);
  });
});

describe('a poison request', () => {
  it('fails alone in the batch that it shared', async () => {
    const repository = temporaryFolder();
    const gate = join(temporaryFolder(), 'gate');
    scriptedModel(repository, 'm', { failOn: 666, gate });
    const { http, metrics } = await startScripted(repository);
    const send = (value: number) => http.infer('m', { inputs: [{ name: 'x', datatype: 'FP32', shape: [1, 1], data: [value] }] });
    writeFileSync(gate, '');
    const all = [1, 2, 666, 3].map(send);
    await until('all of them in', async () => (await metrics()).value('sluice_requests_in_flight', { model: 'm' }) === 4);
    rmSync(gate);
    expect((await Promise.all(all)).map((reply) => reply.status)).toEqual([200, 200, 500, 200]);
  });
});
