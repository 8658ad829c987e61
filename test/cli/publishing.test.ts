/** `sluice publish` from a folder to a serving version, with the real files and a real gateway. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { ServingError } from '../../src/base/error.js';
import type { CliPorts } from '../../src/cli/ports.js';
import type { ModelSummary } from '../../src/config/summary.js';
import { runCommand, type Ran } from '../support/cli.js';
import { put, scriptedModel, temporaryFolder } from '../support/folder.js';
import { startScripted, type InProcess } from '../support/gateway.js';
import { until } from '../support/until.js';

const disk: Partial<CliPorts> = {
  read: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : null),
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : null),
};
const publish = (argv: readonly string[], more: Partial<CliPorts> = {}): Promise<Ran> => runCommand(['publish', ...argv], { ...disk, ...more });

describe('publish', () => {
  it('says what it copies, what it did, and what happens next', async () => {
    const [source, repository] = [temporaryFolder(), temporaryFolder()];
    put(source, 'prices/model.onnx', 'x'.repeat(2048));
    put(source, 'prices/golden.jsonl', '{}');
    const { code, out, err } = await publish([join(source, 'prices'), '--to', repository]);
    expect([code, err.split('\n')]).toEqual([0, ['copied 1 of 2: golden.jsonl', 'copied 2 of 2: model.onnx', '']]);
    expect(out.split('\n')).toEqual([
      `published version 1 of prices: 2 files, 2 KiB, in ${repository}/prices/1`,
      'servers of this repository take it up at their next look; `sluice rollout watch prices` follows what becomes of it',
      '',
    ]);
    expect(readdirSync(join(repository, 'prices/1')).sort()).toEqual(['golden.jsonl', 'manifest.json', 'model.onnx']);
  });

  it('takes the same bytes for done, and refuses others', async () => {
    const [source, repository] = [temporaryFolder(), temporaryFolder()];
    put(source, 'prices/model.onnx', 'one');
    const argv = [join(source, 'prices'), '--to', repository, '--version', '4'];
    await publish(argv);
    expect(await publish(argv)).toMatchObject({ code: 0, err: '', out: `version 4 of prices is there already with the same bytes: ${repository}/prices/4\n` });
    expect(JSON.parse((await publish([...argv, '--json'])).out)).toMatchObject({ kind: 'present', version: 4 });
    put(source, 'prices/model.onnx', 'two');
    const refused = await publish(argv);
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toContain('A version never changes; publish these as version 5');
    expect((await publish([join(source, 'nowhere'), '--to', repository])).code).toBe(1);
  });

  it('holds the model file against the config that it will be served by', async () => {
    const [source, repository] = [temporaryFolder(), temporaryFolder()];
    const tensor = { datatype: 'FP32', dims: [-1, 3], rankKnown: true, isTensor: true } as const;
    const paths: string[] = [];
    const summarise = async (path: string): Promise<ModelSummary> => {
      paths.push(path);
      return { inputs: [{ ...tensor, name: 'x' }], outputs: [{ ...tensor, name: 'y' }] };
    };
    put(source, 'prices/net.onnx', 'new');
    put(repository, 'prices/1/net.onnx', 'old');
    put(repository, 'prices/config.yaml', 'default_model_filename: net.onnx\nmax_batch_size: 4\ninput: [{ name: z, data_type: TYPE_FP32, dims: [3] }]\n');
    const refused = await publish([join(source, 'prices'), '--to', repository], { summarise });
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(`${repository}/prices/config.yaml:3:`);
    expect(paths).toEqual([join(source, 'prices/net.onnx')]);
    expect(readdirSync(join(repository, 'prices')).sort()).toEqual(['1', 'config.yaml']);

    put(repository, 'prices/config.yaml', 'default_model_filename: net.onnx\nmax_batch_size: 4\n');
    expect((await publish([join(source, 'prices'), '--to', repository], { summarise })).out).toContain('published version 2 of prices');
    const unreadable = await publish([join(source, 'prices'), '--to', repository], { summarise: () => Promise.reject(new ServingError('load_failed', 'it is cut short')) });
    expect(unreadable.err).toBe(`sluice: '${source}/prices/net.onnx' cannot be read: it is cut short\n`);
  });
});

describe('publish --watch', () => {
  async function house(config: string): Promise<InProcess & { readonly repository: string; readonly next: string; readonly watched: () => Promise<Ran> }> {
    const [repository, source] = [temporaryFolder(), temporaryFolder()];
    scriptedModel(repository, 'm', { add: 1 }, config, 1);
    scriptedModel(source, 'm', { add: 2 }, config, 2);
    const running = await startScripted(repository, '--repository-poll-secs', '0.05');
    await until('version 1', async () => (await running.http.version('m', 1))?.state === 'READY');
    const next = join(source, 'm', '2');
    const watched = (): Promise<Ran> =>
      publish([next, '--to', repository, '--watch', '--server', `127.0.0.1:${running.ports.http}`], { wait: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs / 50)) });
    return { ...running, repository, next, watched };
  }

  it('follows the rollout that begins, to its end', async () => {
    const plan = JSON.stringify({ steps: [{ weight: 50 }], twin: false });
    const { http, watched } = await house(`max_batch_size: 8\nparameters { key: "rollout" value: { string_value: ${JSON.stringify(plan)} } }\n`);
    await until('a stable version', async () => (await http.call('/v2/models/m/rollout')).json.stable === 1);
    const watching = watched();
    await until('the step', async () => (await http.call('/v2/models/m/rollout')).json.rollout?.phase === 'step');
    await http.call('/v2/models/m/rollout/promote', { body: { who: 'ann', reason: 'seen enough' } });
    const { code, out } = await watching;
    expect(out).toContain('published version 2 of m: 2 files');
    expect(out).toContain('  ann: seen enough\npromoted: version 2 of m is stable\n');
    expect(code).toBe(0);
  });

  it('is done when the version serves of a model that has no plan', async () => {
    const { watched } = await house('max_batch_size: 8\n');
    const { code, out } = await watched();
    expect([code, out]).toEqual([0, expect.stringContaining('version 2 of m serves; there was no rollout to follow, since the model has no plan\n')]);
  });

  it('says what keeps a rollout from beginning, and gives up in time', async () => {
    const { http, repository, next, ports } = await house('max_batch_size: 8\n');
    await http.call('/v2/models/m/rollout/pin', { body: { version: 1 } });
    const clock = new ManualClock();
    const wait = async (): Promise<void> => {
      await until('the reason', async () => (await http.version('m', 2))?.reason?.includes('pinned'));
      clock.advanceUs(31e6);
    };
    const { code, err } = await publish([next, '--to', repository, '--watch', '--server', `127.0.0.1:${ports.http}`], { wait, clock });
    expect(code).toBe(1);
    expect(err).toContain('no rollout of version 2 has begun: the model is pinned to version 1\n');
  });
});
