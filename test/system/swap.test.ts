/** A new version copied in beside one that serves, under load on both protocols: traffic moves and nothing fails. */
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyDigits, projectRoot, put, temporaryFolder } from '../support/folder.js';
import { startGateway, type GatewayProcess } from '../support/gateway.js';
import { faultyModels } from '../support/models.js';
import { floats } from '../support/rpc.js';
import { until } from '../support/until.js';

const SWAPS = 20;
const DIGITS = join(projectRoot, 'models', 'digits');
const sample = JSON.parse(readFileSync(join(DIGITS, 'sample.json'), 'utf8')) as { inputs: { name: string; datatype: string; shape: number[]; data: number[] }[] };
const tensor = sample.inputs[0]!;
const pixels = floats(...tensor.data.flat(4));

interface Traffic {
  readonly failures: string[];
  readonly answers: Record<'http' | 'grpc', Record<string, number>>;
  /** How many answers of a version there were in each protocol, the lesser of the two. */
  seen(version: string): number;
  end(): Promise<void>;
}

/** Four lanes of each protocol that send again as soon as they have their answer. */
function traffic(gateway: GatewayProcess): Traffic {
  const failures: string[] = [];
  const answers: Traffic['answers'] = { http: {}, grpc: {} };
  let on = true;
  const note = (protocol: 'http' | 'grpc', version: unknown): void => {
    const name = String(version);
    answers[protocol][name] = (answers[protocol][name] ?? 0) + 1;
  };
  const { http } = gateway;
  const grpc = gateway.grpc();
  const overHttp = async (): Promise<void> => {
    while (on) {
      const reply = await http.infer('digits', sample).catch((error: unknown) => ({ status: 0, text: String(error), json: {} }));
      if (reply.status === 200) note('http', reply.json.model_version);
      else failures.push(`http ${reply.status} ${reply.text}`);
    }
  };
  const overGrpc = async (): Promise<void> => {
    while (on) {
      const answer = await grpc.infer('digits', [{ ...tensor, bytes: pixels }]);
      if (answer.code === 0) note('grpc', answer.reply['model_version']);
      else failures.push(`grpc ${answer.code} ${answer.details}`);
    }
  };
  const lanes = Promise.all([overHttp, overHttp, overHttp, overHttp, overGrpc, overGrpc, overGrpc, overGrpc].map((lane) => lane()));
  return {
    failures,
    answers,
    seen: (version) => Math.min(answers.http[version] ?? 0, answers.grpc[version] ?? 0),
    end: async () => {
      on = false;
      await lanes;
    },
  };
}

/** Counters of the statistics by version; no counter of a version may ever fall. */
async function successes(gateway: GatewayProcess): Promise<Record<string, number>> {
  const { json } = await gateway.http.call('/v2/models/digits/stats');
  return Object.fromEntries((json.model_stats as { version: string; inference_stats: { success: { count: number } } }[]).map((row) => [row.version, row.inference_stats.success.count]));
}

describe('a version copied in under load', () => {
  it(`takes over and goes again ${SWAPS} times without one failed request`, async () => {
    const repository = temporaryFolder();
    copyDigits(repository, [1]);
    const gateway = await startGateway(repository);
    const load = traffic(gateway);
    await until('answers of version 1', () => load.seen('1') > 0);
    let before: Record<string, number> = {};
    for (let swap = 1; swap <= SWAPS; swap++) {
      const second = load.seen('2');
      cpSync(join(DIGITS, '2'), join(repository, 'digits', '2'), { recursive: true });
      await until(`answers of version 2, swap ${swap}`, () => load.seen('2') > second + 2);
      const now = await successes(gateway);
      for (const [version, count] of Object.entries(before)) expect(now[version] ?? count).toBeGreaterThanOrEqual(count);
      before = { ...before, ...now };
      const first = load.seen('1');
      rmSync(join(repository, 'digits', '2'), { recursive: true });
      await until(`answers of version 1 after swap ${swap}`, () => load.seen('1') > first + 2);
    }
    await load.end();
    expect(load.failures).toEqual([]);
    const sent = Object.values(load.answers).flatMap((counts) => Object.values(counts)).reduce((sum, count) => sum + count, 0);
    cpSync(join(DIGITS, '2'), join(repository, 'digits', '2'), { recursive: true });
    await until('version 2 for the last time', async () => (await gateway.http.version('digits', 2))?.state === 'READY');
    const second = await successes(gateway);
    expect(second['2']).toBe((load.answers.http['2'] ?? 0) + (load.answers.grpc['2'] ?? 0));
    const page = await gateway.metrics();
    expect(page.value('nv_inference_request_success', { model: 'digits', version: '2' })).toBe(second['2']);
    expect(sent).toBeGreaterThan(SWAPS * 6);
    expect(await gateway.stop()).toBe(0);
  }, 120_000);
});

/** Neither on its way nor waiting for the second look. */
const SETTLED = (reason: string | undefined): boolean => reason !== 'waits for its turn to load' && reason !== 'files are still being copied';

describe('a version that must not serve', () => {
  const hostile = [...faultyModels().values()].filter((model) => !['faulty_config', 'faulty_dims', 'faulty_datatype', 'faulty_names', 'faulty_batch'].includes(model.name));

  it('disturbs nothing, and its cause stands in the index', async () => {
    const repository = temporaryFolder();
    copyDigits(repository, [1]);
    const gateway = await startGateway(repository);
    const load = traffic(gateway);
    let version = 1;
    for (const model of hostile) {
      version += 1;
      for (const [path, bytes] of model.files) if (path.startsWith('1/')) put(repository, `digits/${version}/${path.slice(2)}`, bytes);
      const row = await until(`the cause of ${model.name}`, async () => {
        const found = await gateway.http.version('digits', version);
        return found?.state === 'UNAVAILABLE' && SETTLED(found.reason) && found;
      });
      expect(row.reason, model.name).not.toBe('');
      expect((await gateway.http.call('/v2/models/digits/ready')).status).toBe(200);
      expect((await gateway.http.call('/v2/health/ready')).status).toBe(200);
      const named = await gateway.http.call(`/v2/models/digits/versions/${version}/infer`, { body: sample });
      expect([named.status, named.json.error]).toEqual([503, expect.stringContaining('is not at ready state')]);
      rmSync(join(repository, 'digits', String(version)), { recursive: true });
    }
    await load.end();
    expect(load.failures).toEqual([]);
    expect(Object.keys(load.answers.http)).toEqual(['1']);
    expect(hostile.length).toBeGreaterThan(5);
    expect(await gateway.stop()).toBe(0);
  }, 60_000);

  it('is served as soon as a half-copied file is whole', async () => {
    const repository = temporaryFolder();
    copyDigits(repository, [1]);
    const gateway = await startGateway(repository);
    const load = traffic(gateway);
    const whole = readFileSync(join(DIGITS, '2', 'model.onnx'));
    mkdirSync(join(repository, 'digits', '2'));
    const file = join(repository, 'digits', '2', 'model.onnx');
    writeFileSync(file, whole.subarray(0, whole.length >> 1));
    await until('the cause of the half file', async () => {
      const row = await gateway.http.version('digits', 2);
      return row?.state === 'UNAVAILABLE' && SETTLED(row.reason);
    });
    appendFileSync(file, whole.subarray(whole.length >> 1));
    await until('answers of version 2', () => load.seen('2') > 2);
    // Truncated while it serves: what is loaded goes on, and the new files are told as broken.
    truncateSync(file, 100);
    await until('the new files were tried', async () => (await gateway.http.call('/v2/models/digits/versions/2/ready')).status === 200 && (await gateway.metrics()).value('sluice_version_state', { model: 'digits', version: '2', state: 'READY' }) === 1);
    await load.end();
    expect(load.failures).toEqual([]);
    expect(await gateway.stop()).toBe(0);
  }, 60_000);
});
