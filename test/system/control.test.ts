/** Models by request at the real server: control modes, labels, budget, metrics of what comes and goes, and exit codes. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Metadata } from '@grpc/grpc-js';
import { describe, expect, it } from 'vitest';
import { copyDigits, projectRoot, put, temporaryFolder } from '../support/folder.js';
import { spawnGateway, startGateway } from '../support/gateway.js';
import { buildRepository } from '../support/models.js';
import type { HttpClient, Reply } from '../support/rest.js';
import { floats } from '../support/rpc.js';
import { until } from '../support/until.js';

const sample = JSON.parse(readFileSync(join(projectRoot, 'models/digits/sample.json'), 'utf8')) as { inputs: { name: string; datatype: string; shape: number[]; data: number[] }[] };
const ask = (http: HttpClient, verb: 'load' | 'unload', model: string, body: object = {}): Promise<Reply> => http.call(`/v2/repository/models/${model}/${verb}`, { body });

describe('explicit control', () => {
  it('loads what is asked for, with overrides, and leaves what serves when a load fails', async () => {
    const repository = temporaryFolder();
    buildRepository(repository, ['identity_fp32', 'simple']);
    const gateway = await startGateway(repository, '--model-control-mode', 'explicit', '--load-model', 'simple');
    const { http } = gateway;
    expect((await http.index()).find((row) => row.name === 'identity_fp32')).toEqual({ name: 'identity_fp32' });
    expect((await ask(http, 'load', 'identity_fp32')).status).toBe(200);
    expect((await ask(http, 'load', 'identity_fp32')).status).toBe(200);
    expect((await ask(http, 'load', 'nope')).json.error).toBe("failed to load 'nope', failed to poll from model repository");
    for (const name of ['..', '%2e%2e', 'a%2fb']) expect((await ask(http, 'load', name)).status).toBeGreaterThanOrEqual(400);
    const config = (await http.call('/v2/models/identity_fp32/config')).json;
    expect((await ask(http, 'load', 'identity_fp32', { parameters: { config: JSON.stringify({ ...config, max_batch_size: 4, dynamic_batching: {} }) } })).status).toBe(200);
    expect((await http.call('/v2/models/identity_fp32/config')).json.max_batch_size).toBe(4);
    const broken = await ask(http, 'load', 'identity_fp32', { parameters: { config: '{"max_batch_size":"x"}' } });
    expect([broken.status, broken.json.error]).toEqual([400, expect.stringContaining("load failed for model 'identity_fp32'")]);
    expect((await http.call('/v2/models/identity_fp32/config')).json.max_batch_size).toBe(4);
    const bytes = readFileSync(join(repository, 'identity_fp32/1/model.onnx')).toString('base64');
    expect((await ask(http, 'load', 'born', { parameters: { config: JSON.stringify({ max_batch_size: 8 }), 'file:1/model.onnx': bytes } })).status).toBe(200);
    expect((await http.infer('born', { inputs: [{ name: 'INPUT0', datatype: 'FP32', shape: [1, 1], data: [5] }] })).json.outputs[0].data).toEqual([5]);
    for (const path of ['file:../x', 'file:1/../../x', 'file:/etc/x']) expect((await ask(http, 'load', 'born', { parameters: { config: '{}', [path]: bytes } })).status, path).toBe(400);
    expect((await ask(http, 'unload', 'born', { parameters: { unload_dependents: false } })).status).toBe(200);
    expect((await ask(http, 'unload', 'never')).status).toBe(200);
    await until('it is gone', async () => (await http.infer('born', {})).status === 404);
    await until('its series are gone', async () => (await gateway.metrics()).lines('nv_inference_request_success').every((line) => !line.includes('born')));
    const grpc = gateway.grpc();
    expect((await grpc.call('RepositoryModelUnload', { model_name: 'simple' })).code).toBe(0);
    expect((await grpc.call('RepositoryModelLoad', { model_name: 'simple' })).code).toBe(0);
    expect((await grpc.call('ModelReady', { name: 'simple' })).reply['ready']).toBe(true);
    expect(await gateway.stop()).toBe(0);
  }, 60_000);

  it('is refused in the other modes, which follow the folder or do not', async () => {
    const repository = temporaryFolder();
    copyDigits(repository, [1]);
    for (const mode of ['none', 'poll']) {
      const gateway = await startGateway(repository, '--model-control-mode', mode);
      const refused = await ask(gateway.http, 'load', 'digits');
      expect([refused.status, refused.json.error]).toEqual([503, 'explicit model load / unload is not allowed if polling is enabled']);
      expect(await gateway.stop()).toBe(0);
    }
  });
});

describe('versions', () => {
  it('follow the policy, answer under labels, and are one model over two repositories only by fault', async () => {
    const [repository, other] = [temporaryFolder(), temporaryFolder()];
    copyDigits(repository, [1, 2]);
    put(repository, 'digits/config.pbtxt', `${readFileSync(join(repository, 'digits/config.pbtxt'), 'utf8').replace('latest { num_versions: 1 }', 'all { }')}\nparameters { key: "labels" value { string_value: "old=1" } }\n`);
    buildRepository(other, ['simple']);
    mkdirSync(join(repository, 'digits', '03'));
    const gateway = await startGateway(repository, '--model-repository', other);
    const { http } = gateway;
    const ask1 = (path: string) => http.call(`/v2/models/digits${path}/infer`, { body: sample });
    expect([(await ask1('')).json.model_version, (await ask1('/versions/1')).json.model_version, (await ask1('/labels/old')).json.model_version, (await ask1('/labels/stable')).json.model_version]).toEqual(['2', '1', '1', '2']);
    expect((await ask1('/labels/none')).status).toBe(404);
    const metadata = new Metadata();
    metadata.set('sluice-label', 'old');
    const tensor = sample.inputs[0]!;
    const labelled = await gateway.grpc().infer('digits', [{ ...tensor, bytes: floats(...tensor.data.flat(4)) }], {}, { metadata });
    expect([labelled.code, labelled.reply['model_version']]).toEqual([0, '1']);
    expect((await http.call('/v2/models/simple/ready')).json).toEqual({ name: 'simple', ready: true });
    copyDigits(other, [1]);
    await until('the clash', async () => (await http.index()).some((row) => row.name === 'digits' && row.reason?.includes('two or more repositories') === true));
    expect((await ask1('')).status).toBe(200);
    rmSync(join(other, 'digits'), { recursive: true });
    expect(await gateway.stop()).toBe(0);
  });

  it('that do not fit beside the one that serves are refused with the reason', async () => {
    const repository = temporaryFolder();
    copyDigits(repository, [1]);
    const gateway = await startGateway(repository, '--memory-budget', 'cpu=1KiB');
    const row = await until('the refusal', () => gateway.http.version('digits', 1));
    expect([row.state, row.reason]).toEqual(['UNAVAILABLE', expect.stringMatching(/needs .* on cpu, which has 1024 bytes free/)]);
    expect((await gateway.http.call('/v2/models/digits/infer', { body: sample })).status).toBe(503);
    expect(await gateway.stop()).toBe(0);
  });
});

describe('the page of metrics', () => {
  it('carries the names that dashboards look for', async () => {
    const repository = temporaryFolder();
    copyDigits(repository, [1]);
    const gateway = await startGateway(repository, '--access-log-sample', '1');
    await gateway.http.call('/v2/models/digits/infer', { body: sample, headers: {} });
    const page = await gateway.metrics();
    const labels = { model: 'digits', version: '1' };
    for (const name of ['nv_inference_request_success', 'nv_inference_count', 'nv_inference_exec_count']) expect(page.value(name, labels), name).toBe(1);
    for (const name of ['request', 'queue', 'compute_input', 'compute_infer', 'compute_output']) expect(page.value(`nv_inference_${name}_duration_us`, labels), name).toBeGreaterThanOrEqual(0);
    for (const reason of ['REJECTED', 'CANCELED', 'BACKEND', 'OTHER']) expect(page.value('nv_inference_request_failure', { ...labels, reason }), reason).toBe(0);
    for (const name of ['nv_inference_pending_request_count', 'nv_model_load_duration_secs', 'nv_cpu_utilization', 'nv_cpu_memory_total_bytes', 'sluice_queue_depth', 'sluice_build_info']) expect(page.value(name), name).not.toBeNaN();
    await until('a line of the access log', () => gateway.log.some((line) => line['model'] === 'digits' && line['version'] === 1));
    rmSync(join(repository, 'digits'), { recursive: true });
    await until('no series of what is gone', async () => (await gateway.metrics()).lines('nv_inference_count').length === 0);
    expect(await gateway.stop()).toBe(0);
  });
});

describe('exit codes', () => {
  it('are 2 with every unusable option named, and 1 where a port is taken', async () => {
    const unusable = spawnGateway(['--http-port', 'x', '--device', 'tpu', '--nonesuch', '1']);
    expect(await unusable.ended).toBe(2);
    const said = unusable.errors.join('\n');
    for (const flag of ['--http-port', '--device', '--nonesuch']) expect(said).toContain(flag);
    const repository = temporaryFolder();
    copyDigits(repository, [1]);
    const gateway = await startGateway(repository);
    const second = spawnGateway(['--host', '127.0.0.1', '--http-port', 'off', '--metrics-port', 'off', '--grpc-port', String(gateway.ports.grpc), '--model-repository', repository, '--state-dir', `${repository}-second`]);
    expect(await second.ended).toBe(1);
    expect(await gateway.stop()).toBe(0);
  });
});
