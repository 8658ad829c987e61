/** Gates at the real server and engine: what does not pass never serves, and what serves goes on. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeModel, GraphBuilder } from '../../src/onnx/build.js';
import { encodeBroken } from '../../tools/digits/broken.js';
import { copyDigits, projectRoot, put, temporaryFolder } from '../support/folder.js';
import { startGateway, type GatewayProcess } from '../support/gateway.js';
import { until } from '../support/until.js';

const DATA = readFileSync(join(projectRoot, 'tools/digits/digits.csv.gz'));
const SAMPLE = JSON.parse(readFileSync(join(projectRoot, 'models/digits/sample.json'), 'utf8')) as object;
let wrong: Uint8Array;

beforeAll(() => {
  wrong = encodeBroken('wrong', DATA);
});

async function start(): Promise<{ readonly gateway: GatewayProcess; readonly repository: string; reason(version: number): Promise<string>; digit(): Promise<number> }> {
  const repository = temporaryFolder();
  copyDigits(repository, [1]);
  const gateway = await startGateway(repository, '--repository-poll-secs', '0.1');
  return {
    gateway, repository,
    reason: (version) => until(`a reason for version ${version}`, async () => {
      const rows = (await gateway.http.call('/v2/repository/index', { body: {} })).json as { version: string; state: string; reason?: string }[];
      const row = rows.find((one) => one.version === String(version));
      return row?.state === 'UNAVAILABLE' && row.reason !== undefined && !row.reason.includes('copied') ? row.reason : null;
    }),
    digit: async () => (await gateway.http.infer('digits', SAMPLE)).json.outputs.find((output: { name: string }) => output.name === 'digit').data[0],
  };
}

const publish = (repository: string, version: number, files: Readonly<Record<string, string | Uint8Array>>): void => {
  for (const [name, content] of Object.entries(files)) put(repository, `digits/${version}/${name}`, content);
};

describe('the gates', () => {
  it('refuse a version that answers wrongly, however well it loads', async () => {
    const { gateway, repository, reason, digit } = await start();
    expect(JSON.stringify(gateway.log)).toContain("golden set passed: accuracy of 'digit'");
    publish(repository, 3, { 'model.onnx': wrong });
    expect(await reason(3)).toMatch(/^golden set failed: accuracy of 'digit' is 0\.0\d, and the golden set asks for at least 0\.9$/);
    expect(await digit()).toBe(2);
    // A set in the folder of the version takes the place of the shared one.
    publish(repository, 4, { 'model.onnx': wrong, 'golden.jsonl': '{"inputs": []}\n' });
    expect(await reason(4)).toMatch(/^the golden set cannot be used: 4\/golden\.jsonl:1: inputs: /);
    expect(await digit()).toBe(2);
  });

  it('refuse files that are not the ones published', async () => {
    const { repository, reason, digit } = await start();
    const model = readFileSync(join(projectRoot, 'models/digits/2/model.onnx'));
    const manifest = { manifest: 1, files: [{ path: 'model.onnx', bytes: model.length, sha256: '0'.repeat(64) }] };
    publish(repository, 2, { 'manifest.json': JSON.stringify(manifest), 'model.onnx': model });
    expect(await reason(2)).toBe("version 2 is not what was published: 'model.onnx' has other content than was published");
    expect(await digit()).toBe(2);
  });

  it('refuse a signature that breaks clients, unless the plan allows it', async () => {
    const { repository, reason, digit } = await start();
    // Without a declaration in the config, outputs are those of the file.
    writeFileSync(join(repository, 'digits/config.pbtxt'), 'max_batch_size: 64\ndynamic_batching { }\n');
    const other = new GraphBuilder('digits').input('pixels', 'FP32', ['batch', 64]).output('answer', 'FP32', ['batch', 64]).node('Identity', ['pixels'], ['answer']);
    mkdirSync(join(repository, 'digits/2'), { recursive: true });
    publish(repository, 2, { 'model.onnx': encodeModel(other), 'golden.jsonl': '{"inputs": [{"name": "pixels", "datatype": "FP32", "shape": [1, 64], "data": []}], "outputs": []}\n' });
    expect(await reason(2)).toContain("version 2 breaks clients of version 1: output 'probabilities' is gone; output 'digit' is gone");
    expect(await digit()).toBe(2);
  });
});
