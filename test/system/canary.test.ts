/** Canaries in the whole gateway, over sockets of both protocols: who meets which version, and what is made of it. */
import { Metadata, type ClientUnaryCall } from '@grpc/grpc-js';
import { describe, expect, it } from 'vitest';
import { scriptedModel, temporaryFolder } from '../support/folder.js';
import { startScripted } from '../support/gateway.js';
import { configOf, POISON, rowOf, startCanary as start, sumOf as sum, viewAt, type View } from '../support/rollout.js';
import { floats, type GrpcClient } from '../support/rpc.js';
import { until } from '../support/until.js';

/** Code and arm of a call with these metadata and parameters. */
async function rpc(grpc: GrpcClient, headers: Record<string, string>, more: object = {}): Promise<readonly [number, string]> {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(headers)) metadata.set(name, value);
  let arm = '';
  const began = (call: ClientUnaryCall): void => void call.on('metadata', (answer: Metadata) => (arm = String(answer.get('sluice-arm')[0] ?? '')));
  const { code } = await grpc.infer('m', [{ name: 'x', datatype: 'FP32', shape: [1, 1], bytes: floats(0) }], more, { metadata, began });
  return [code, arm];
}

const HELD = { steps: [{ weight: 25, minSamples: 1_000_000 }], maxDuration: '1h' };

describe('requests under a canary', () => {
  it('stay with their arm by header, and say which it was on both protocols', async () => {
    const c = await start({ ...HELD, assign: 'header:x-user' });
    const grpc = c.grpc();
    const arms = new Map<string, string>();
    for (let user = 0; user < 200; user++) {
      const first = await c.send({ 'x-user': `u${user}` });
      const arm = first.headers['sluice-arm'] as string;
      arms.set(`u${user}`, arm);
      expect(first.json.outputs[0].data).toEqual([arm === 'canary' ? 2 : 1]);
      expect(first.headers).toMatchObject({ 'sluice-model-version': arm === 'canary' ? '2' : '1', 'sluice-rollout': (await c.view()).rollout.id });
      expect(await rpc(grpc, { 'x-user': `u${user}` })).toEqual([0, arm]);
    }
    const count = (arm: string): number => [...arms.values()].filter((each) => each === arm).length;
    expect(count('canary')).toBeGreaterThan(20);
    expect(count('control')).toBeGreaterThan(20);
    expect(count('stable')).toBeGreaterThan(60);
    // A key is one unit, however often it comes.
    const seen = await c.view();
    expect([sum(seen, 'canary', 'units'), sum(seen, 'baseline', 'units')]).toEqual([count('canary'), count('control')]);
  });

  it('are assigned by a field of the body, whole or binary, and by the id over gRPC', async () => {
    const c = await start({ ...HELD, assign: 'json:/parameters/user', match: [{ header: 'x-arm', value: 'stable', arm: 'stable' }] });
    const grpc = c.grpc();
    for (let user = 0; user < 60; user++) {
      const one = await c.send({}, 0, { parameters: { user: `u${user}` } });
      const arm = one.headers['sluice-arm'];
      const binary = await c.http.inferBinary('m', { parameters: { user: `u${user}` }, inputs: [{ name: 'x', datatype: 'FP32', shape: [1, 1], parameters: { binary_data_size: 4 } }] }, [floats(0)]);
      expect(binary.headers['sluice-arm']).toBe(arm);
      expect(await rpc(grpc, {}, { parameters: { user: { string_param: `u${user}` } } })).toEqual([0, arm]);
      expect((await c.send({ 'x-arm': 'stable' }, 0, { parameters: { user: `u${user}` } })).headers['sluice-arm']).toBe('stable');
    }
    // A body that is not JSON is refused as without a rollout.
    expect((await c.http.infer('m', '{"inputs": [')).status).toBe(400);
  });

  it('follow a rule before their key, and leave named versions and labels alone', async () => {
    const c = await start({ ...HELD, assign: 'cookie:user', match: [{ header: 'x-try', arm: 'canary' }] });
    const before = await c.view();
    for (let k = 0; k < 20; k++) expect((await c.send({ 'x-try': 'yes' })).headers).toMatchObject({ 'sluice-arm': 'canary', 'sluice-model-version': '2' });
    for (const path of ['versions/1', 'versions/2', 'labels/stable']) {
      const reply = await c.http.call(`/v2/models/m/${path}/infer`, { body: { inputs: [{ name: 'x', datatype: 'FP32', shape: [1, 1], data: [0] }] } });
      expect([reply.status, reply.headers['sluice-arm'], reply.json.outputs[0].data]).toEqual([200, undefined, [path === 'versions/2' ? 2 : 1]]);
    }
    const after = await c.view();
    expect([sum(after, 'canary', 'units'), sum(after, 'baseline', 'units')]).toEqual([sum(before, 'canary', 'units'), sum(before, 'baseline', 'units')]);
    const cookie = (await c.send({ cookie: 'a=b; user=ann; c=d' })).headers['sluice-arm'];
    for (let k = 0; k < 10; k++) expect((await c.send({ cookie: 'user="ann"' })).headers['sluice-arm']).toBe(cookie);
  });
});

describe('answers of the arms', () => {
  it('are told apart by what they are, where the model says how large they are', async () => {
    const repository = temporaryFolder();
    const tensors = 'input [{ name: "x" data_type: TYPE_FP32 dims: [1] }]\noutput [{ name: "y" data_type: TYPE_FP32 dims: [1] }]\n';
    const config = tensors + configOf({ steps: [{ weight: 50, minSamples: 1_000_000 }] });
    scriptedModel(repository, 'm', { add: 0 }, config, 1);
    const { http } = await startScripted(repository, '--repository-poll-secs', '0.05');
    await until('a stable version', async () => (await viewAt(http)).stable === 1);
    scriptedModel(repository, 'm', { add: 0.5 }, config, 2);
    await until('a step', async () => (await viewAt(http)).rollout?.phase === 'step');
    for (let k = 0; k < 60; k++) expect((await http.infer('m', rowOf(0.25))).status).toBe(200);
    const { evidence, judgement } = (await until('all counted and judged', async () => {
      const seen = await viewAt(http);
      const [row] = (seen.rollout.judgement?.rows ?? []).filter((each: View) => each.metric === 'distribution');
      return row !== undefined && row.canary.units + row.baseline.units === 60 && seen;
    })).rollout;
    // Twentieths of 0 to 1.
    const { canary, baseline } = evidence.segments[0].outcomes;
    expect([canary.slice(0, 15), baseline.slice(0, 15)]).toEqual([[...Array(15).fill(0)], [0, 0, 0, 0, 0, sum({ rollout: { evidence } }, 'baseline', 'units'), ...Array(9).fill(0)]]);
    expect(canary[15]).toBe(sum({ rollout: { evidence } }, 'canary', 'units'));
    const [row] = judgement.rows.filter((each: View) => each.metric === 'distribution');
    expect([row.weight, row.required, row.logHarm > Math.log(100)]).toEqual([0, false, true]);
    expect(judgement.kind).not.toBe('worse');
  });
});

describe('a rollout by itself', () => {
  it('promotes a candidate that is proven, without one failed request', async () => {
    const c = await start({
      steps: [{ weight: 10, minSamples: 50 }, { weight: 50, minSamples: 100 }], twin: true,
      analysis: { minSamples: 200, metrics: { errors: { ceiling: 0.01 }, latency: { dryRun: true } } },
    });
    const statuses = new Map<number, number>();
    let phase = 'step';
    await c.over(60_000, 16, async (k) => {
      if (phase === 'promoted') return;
      const { status } = await c.send();
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (k % 200 === 0) phase = (await c.view()).rollout.phase;
    });
    const done = await c.view();
    expect([done.rollout.phase, done.stable], done.rollout.reason).toEqual(['promoted', 2]);
    expect([...statuses.keys()]).toEqual([200]);
    expect(done.rollout.transitions.map(({ to }: { to: string }) => to)).toEqual(['pending', 'step 1 of 2 (10 %)', 'step 2 of 2 (50 %)', 'promoted']);
    expect((await c.send()).json.outputs[0].data).toEqual([2]);
  });

  it('aborts a candidate that fails, and counts a failed batch once', async () => {
    const c = await start({ ...HELD, steps: [{ weight: 50, minSamples: 1_000_000 }] }, { failOn: POISON });
    let phase = 'step';
    let failed = 0;
    await c.over(20_000, 8, async (k) => {
      if (phase === 'aborted') return;
      const { status, headers } = await c.send({}, POISON);
      if (status !== 200) {
        failed += 1;
        expect(headers['sluice-arm']).toBe('canary');
      }
      if (k % 20 === 0) phase = (await c.view()).rollout.phase;
    });
    const done = await c.view();
    expect([done.rollout.phase, done.stable], done.rollout.reason).toEqual(['aborted', 1]);
    expect(done.rollout.reason).toMatch(/errors/);
    expect(sum(done, 'canary', 'failures')).toBeLessThanOrEqual(failed);
    expect(sum(done, 'baseline', 'failures')).toBe(0);
    expect((await c.send({}, POISON)).status).toBe(200);
  });

  it('mirrors before it lets callers in, and aborts on what it sees there', async () => {
    const c = await start({ mirror: { percent: 100, noisePercent: 20, minPairs: 10_000 }, steps: [{ weight: 5 }] }, { add: 500 });
    let phase = 'mirror';
    await c.over(5_000, 8, async (k) => {
      if (phase !== 'mirror') return;
      expect((await c.send({}, 7)).json.outputs[0].data).toEqual([8]);
      if (k % 20 === 0) phase = (await c.view()).rollout.phase;
    });
    const done = await c.view();
    expect(done.rollout.phase, done.rollout.reason).toBe('aborted');
    expect(done.rollout.reason).toMatch(/agreement/);
  });
});
