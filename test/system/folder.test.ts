/** A repository as nobody should keep it: what serves goes on serving, and the cause stands in the index. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { put, temporaryFolder } from '../support/folder.js';
import { startGateway } from '../support/gateway.js';
import { buildRepository } from '../support/models.js';
import { until } from '../support/until.js';

const body = { inputs: [{ name: 'INPUT0', datatype: 'FP32', shape: [1, 2], data: [1, 2] }] };

describe('a repository', () => {
  it('with loops, pipes, devices and huge configs in it serves its models', async () => {
    const repository = temporaryFolder();
    buildRepository(repository, ['identity_fp32']);
    const at = (path: string) => join(repository, path);
    const folder = (path: string) => mkdirSync(at(path), { recursive: true });
    symlinkSync('self', at('self'));
    symlinkSync('..', at('identity_fp32/1/up'));
    symlinkSync('nowhere', at('identity_fp32/7'));
    symlinkSync(repository, at('again'));
    for (const name of ['device', 'pipe', 'config_pipe', 'config_device']) folder(`${name}/1`);
    symlinkSync('/dev/zero', at('device/1/model.onnx'));
    symlinkSync('/dev/zero', at('config_device/config.pbtxt'));
    for (const path of ['pipe/1/model.onnx', 'config_pipe/config.pbtxt']) execFileSync('mkfifo', [at(path)]);
    put(repository, 'huge/1/model.onnx', readFileSync(at('identity_fp32/1/model.onnx')));
    put(repository, 'huge/config.pbtxt', '# nothing\n'.repeat(1_000_000));
    const gateway = await startGateway(repository);
    expect((await gateway.http.infer('identity_fp32', body)).status).toBe(200);
    const index = await gateway.http.index();
    const of = (name: string) => index.filter((row) => row.name === name);
    expect(of('identity_fp32')).toEqual([{ name: 'identity_fp32', version: '1', state: 'READY' }]);
    expect(of('huge')[0]).toMatchObject({ state: 'UNAVAILABLE', reason: 'config.pbtxt has 10000000 bytes, and at most 1048576 are read' });
    for (const name of ['device', 'pipe', 'config_pipe', 'config_device']) {
      expect(of(name).length).toBeGreaterThan(0);
      for (const row of of(name)) expect([row.state, row.reason]).toEqual(['UNAVAILABLE', expect.stringMatching(/no file 'model.onnx'|at least one version/)]);
    }
    expect(await gateway.stop()).toBe(0);
  });

  it('that vanishes leaves what serves as it is, and is followed again when it is back', async () => {
    const repository = temporaryFolder();
    buildRepository(repository, ['identity_fp32']);
    const gateway = await startGateway(repository);
    renameSync(repository, `${repository}-away`);
    await gateway.said('a model repository cannot be read');
    expect((await gateway.http.infer('identity_fp32', body)).status).toBe(200);
    expect(await gateway.http.version('identity_fp32', 1)).toMatchObject({ state: 'READY' });
    buildRepository(`${repository}-away`, ['simple']);
    renameSync(`${repository}-away`, repository);
    await until('the new model', async () => (await gateway.http.version('simple', 1))?.state === 'READY');
    expect((await gateway.http.infer('identity_fp32', body)).status).toBe(200);
    expect(await gateway.stop()).toBe(0);
  });

  it('whose files are replaced in place, whole and half, costs no request', async () => {
    const repository = temporaryFolder();
    buildRepository(repository, ['identity_fp32']);
    const file = join(repository, 'identity_fp32/1/model.onnx');
    const good = readFileSync(file);
    const gateway = await startGateway(repository);
    const statuses = new Map<number, number>();
    let on = true;
    const lanes = Array.from({ length: 4 }, async () => {
      while (on) {
        const { status } = await gateway.http.infer('identity_fp32', body);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    });
    writeFileSync(file, good.subarray(0, good.length >> 1));
    await gateway.said('a version failed; what serves is left as it was');
    // While one look reads it, the next one sees another.
    for (let round = 0; round < 20; round++) {
      const seen = statuses.get(200) ?? 0;
      writeFileSync(file, round % 3 === 2 ? good.subarray(0, good.length - 1) : good);
      await until('some answers', () => (statuses.get(200) ?? 0) > seen + 20);
    }
    writeFileSync(file, good);
    await until('the version without a fault', async () => {
      const row = await gateway.http.version('identity_fp32', 1);
      return row?.state === 'READY' && row.reason === undefined;
    });
    on = false;
    await Promise.all(lanes);
    expect([...statuses.keys()]).toEqual([200]);
    expect(await gateway.stop()).toBe(0);
  });
});
