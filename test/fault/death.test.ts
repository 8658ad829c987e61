/** An engine that kills its thread, under load: exactly what it held fails, the rest goes on, and the world is told. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scriptedModel, temporaryFolder } from '../support/folder.js';
import { startScripted } from '../support/gateway.js';
import type { HttpClient, Reply } from '../support/rest.js';
import { floats } from '../support/rpc.js';
import { until } from '../support/until.js';

const CRASH = 667;
const row = (...values: number[]) => ({ inputs: [{ name: 'x', datatype: 'FP32', shape: [1, values.length], data: values }] });
const send = (http: HttpClient, model: string, ...values: number[]): Promise<Reply> => http.infer(model, row(...values));

/** Keeps `lanes` requests going until told, and answers the statuses. */
function load(lanes: number, one: (lane: number) => Promise<number>): () => Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>();
  let on = true;
  const lane = async (index: number): Promise<void> => {
    while (on) {
      const status = await one(index);
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
  };
  const all = Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)));
  return async () => {
    on = false;
    await all;
    return counts;
  };
}

describe('a thread that dies', () => {
  it('fails exactly what it held, while every other request is answered, and starts again', async () => {
    const repository = temporaryFolder();
    const loadGate = join(repository, 'loadGate');
    scriptedModel(repository, 'm', { add: 1, crashOn: CRASH, loadGate }, 'max_batch_size: 1\ndynamic_batching { }\ninstance_group [ { count: 2, kind: KIND_CPU } ]\n');
    const { http, grpc, metrics, log } = await startScripted(repository);
    const client = grpc();
    const endHttp = load(8, async (lane) => (await send(http, 'm', lane)).status);
    const endGrpc = load(8, async (lane) => (await client.infer('m', [{ name: 'x', datatype: 'FP32', shape: [1, 1], bytes: floats(lane) }])).code);
    for (let round = 1; round <= 3; round++) {
      // The new thread is held at its load, so that nobody has to be quick to see the version degraded.
      writeFileSync(loadGate, '');
      const death = await send(http, 'm', CRASH);
      expect([death.status, death.headers['retry-after'] !== undefined]).toEqual([503, true]);
      expect(death.json.error).toContain("'m'");
      const row = await until('a degraded version', async () => {
        const found = await http.version('m', 1);
        return found?.reason?.includes('degraded') === true && found;
      });
      expect([row.state, row.reason]).toEqual(['READY', 'degraded: 1 of 2 instances']);
      expect((await metrics()).value('sluice_instances_degraded', { model: 'm' })).toBe(1);
      rmSync(loadGate);
      await until('a whole version', async () => (await http.version('m', 1))?.reason === undefined);
      expect((await metrics()).value('sluice_thread_restarts_total', { thread: 'instance' })).toBe(round);
    }
    expect([...(await endHttp()).keys()]).toEqual([200]);
    expect([...(await endGrpc()).keys()]).toEqual([0]);
    const now = await metrics();
    expect(now.value('nv_inference_request_failure', { model: 'm', reason: 'BACKEND' })).toBe(3);
    expect(now.value('sluice_requests_in_flight', { model: 'm' })).toBe(0);
    // Lines that repeat are folded, so each of the two instances is named at least once.
    expect(log.some((line) => line.includes('died'))).toBe(true);
  });

  it('takes a whole batch with it and nothing of the next', async () => {
    const repository = temporaryFolder();
    const gate = join(repository, 'gate');
    const { http, metrics } = await startScripted(repository);
    scriptedModel(repository, 'gated', { crashOn: CRASH, gate }, 'max_batch_size: 4\ndynamic_batching { }\n');
    await until('the gated model', async () => (await http.version('gated', 1))?.state === 'READY');
    writeFileSync(gate, '');
    const first = send(http, 'gated', 1);
    await until('a busy instance', () => existsSync(`${gate}.held`));
    const batch = [send(http, 'gated', 2), send(http, 'gated', CRASH), send(http, 'gated', 3), send(http, 'gated', 4)];
    const rest = [send(http, 'gated', 5), send(http, 'gated', 6)];
    await until('a queue', async () => (await metrics()).value('sluice_queue_depth', { model: 'gated' }) === 6);
    rmSync(gate);
    expect((await first).status).toBe(200);
    const statuses = (await Promise.all([...batch, ...rest])).map((reply) => reply.status);
    // Six requests came over connections of their own, so which four shared the fatal run is open.
    expect(statuses[1]).toBe(503);
    expect(statuses.filter((status) => status === 503)).toHaveLength(4);
    expect(statuses.filter((status) => status === 200)).toHaveLength(2);
    expect(existsSync(gate)).toBe(false);
  });
});

describe('the restart budget', () => {
  it('is spent once, then the version is down with its cause and its queue is answered', async () => {
    const repository = temporaryFolder();
    scriptedModel(repository, 'm', { crashOn: CRASH }, 'max_batch_size: 1\ndynamic_batching { }\n');
    scriptedModel(repository, 'other', { add: 1 });
    const { http, metrics } = await startScripted(repository, '--instance-restarts', '1');
    const others = load(2, async () => (await send(http, 'other', 1)).status);
    expect((await send(http, 'm', CRASH)).status).toBe(503);
    await until('the restart', async () => (await metrics()).value('sluice_thread_restarts_total', { thread: 'instance' }) === 1);
    const replies = await Promise.all(Array.from({ length: 12 }, (_, at) => send(http, 'm', at === 0 ? CRASH : 1)));
    expect(replies.map((reply) => reply.status).filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(replies[0]!.status).toBe(503);
    const down = await until('a version that is down', async () => {
      const found = await http.version('m', 1);
      return found?.state === 'UNAVAILABLE' && found;
    });
    expect(down.reason).toMatch(/every instance died, and 1 restarts are spent/);
    const refused = await send(http, 'm', 1);
    expect([refused.status, refused.headers['retry-after'] !== undefined]).toEqual([503, true]);
    expect((await http.call('/v2/models/m/ready')).status).toBe(400);
    expect((await http.call('/v2/models/other/ready')).status).toBe(200);
    expect([...(await others()).keys()]).toEqual([200]);
  });

  it('brings a failed version back when its files change', async () => {
    const repository = temporaryFolder();
    scriptedModel(repository, 'm', { crashOn: CRASH });
    const { http } = await startScripted(repository, '--instance-restarts', '0');
    expect((await send(http, 'm', CRASH)).status).toBe(503);
    await until('a version that is down', async () => (await http.version('m', 1))?.state === 'UNAVAILABLE');
    scriptedModel(repository, 'm', { add: 5 }, undefined, 1);
    await until('the version again', async () => (await http.version('m', 1))?.state === 'READY');
    expect((await send(http, 'm', 1)).json.outputs[0].data).toEqual([6]);
  });
});
