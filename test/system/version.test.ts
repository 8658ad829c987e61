/** Which versions serve at the real server: the policies over a folder that changes, labels that move, and the swap that lets the old version go first. */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyDigits, projectRoot, put, scriptedModel, temporaryFolder } from '../support/folder.js';
import { startGateway, startScripted } from '../support/gateway.js';
import type { HttpClient } from '../support/rest.js';
import { until } from '../support/until.js';

const DIGITS = join(projectRoot, 'models/digits');
const sample = JSON.parse(readFileSync(join(DIGITS, 'sample.json'), 'utf8')) as object;

async function ready(http: HttpClient): Promise<readonly string[]> {
  return (await http.index()).flatMap((row) => (row.state === 'READY' ? [row.version!] : []));
}

/** Waits until just these serve. */
const serving = (http: HttpClient, ...versions: readonly string[]) =>
  until(`${versions.join(' and ')} serving`, async () => (await ready(http)).join() === versions.join() && true);

const answerOf = async (http: HttpClient, path = ''): Promise<string> => {
  const reply = await http.call(`/v2/models/m${path}/infer`, { body: { inputs: [{ name: 'x', datatype: 'FP32', shape: [1, 1], data: [0] }] } });
  return reply.status === 200 ? `${reply.json.model_version}:${reply.json.outputs[0].data[0]}` : String(reply.status);
};

describe('the version policy', () => {
  it('says which of the folders serve, follows the folder, and may be changed while it serves', async () => {
    const repository = temporaryFolder();
    const policy = (text: string) => `max_batch_size: 4\nversion_policy { ${text} }\n`;
    const version = (number: number, config: string) => scriptedModel(repository, 'm', { add: number }, config, number);
    for (const number of [1, 2, 3]) version(number, policy('latest { num_versions: 2 }'));
    const { http } = await startScripted(repository);
    await serving(http, '2', '3');
    expect([await answerOf(http), await answerOf(http, '/versions/2'), await answerOf(http, '/versions/1')]).toEqual(['3:3', '2:2', '404']);
    version(10, policy('latest { num_versions: 2 }'));
    await serving(http, '3', '10');
    expect(await answerOf(http)).toBe('10:10');
    put(repository, 'm/config.pbtxt', policy('specific { versions: [1, 3] }'));
    await serving(http, '1', '3');
    expect([await answerOf(http), await answerOf(http, '/versions/1'), await answerOf(http, '/versions/10')]).toEqual(['3:3', '1:1', '503']);
    put(repository, 'm/config.pbtxt', policy('all { }'));
    await serving(http, '1', '2', '3', '10');
    rmSync(join(repository, 'm/10'), { recursive: true });
    await serving(http, '1', '2', '3');
    expect(await answerOf(http)).toBe('3:3');
    // It is forgotten once its requests are answered and its threads are gone.
    await until('version 10 is forgotten', async () => (await answerOf(http, '/versions/10')) === '404');
  });
});

describe('a label', () => {
  it('moves to a version once that serves, and takes its clients along', async () => {
    const repository = temporaryFolder();
    for (const number of [1, 2]) scriptedModel(repository, 'm', { add: number }, 'max_batch_size: 4\nversion_policy { all { } }\n', number);
    const { http } = await startScripted(repository);
    await serving(http, '1', '2');
    const move = async (name: string, version: number) => (await http.call(`/v2/models/m/labels/${name}`, { method: 'PUT', body: { version } })).status;
    expect(await move('candidate', 1)).toBe(200);
    expect(await answerOf(http, '/labels/candidate')).toBe('1:1');
    expect(await move('candidate', 3)).toBeGreaterThanOrEqual(400);
    expect(await answerOf(http, '/labels/candidate')).toBe('1:1');
    scriptedModel(repository, 'm', { add: 3 }, 'max_batch_size: 4\nversion_policy { all { } }\n', 3);
    await serving(http, '1', '2', '3');
    expect([await move('candidate', 3), await move('stable', 1)]).toEqual([200, 200]);
    expect([await answerOf(http, '/labels/candidate'), await answerOf(http, '/labels/stable'), await answerOf(http)]).toEqual(['3:3', '1:1', expect.stringMatching(/^[13]:/)]);
    expect((await http.call('/v2/models/m/labels')).json).toEqual({ stable: 1, candidate: 3 });
  });

  it('set by request is there again after a restart, once its version serves', async () => {
    const repository = temporaryFolder();
    const state = temporaryFolder();
    for (const number of [1, 2]) scriptedModel(repository, 'm', { add: number }, 'max_batch_size: 4\nversion_policy { all { } }\n', number);
    const first = await startScripted(repository, '--state-dir', state);
    await serving(first.http, '1', '2');
    expect((await first.http.call('/v2/models/m/labels/candidate', { method: 'PUT', body: { version: 1 } })).status).toBe(200);
    await first.stop();
    const second = await startScripted(repository, '--state-dir', state);
    await serving(second.http, '1', '2');
    expect(await answerOf(second.http, '/labels/candidate')).toBe('1:1');
  });
});

describe('two versions that do not fit together', () => {
  const config = readFileSync(join(DIGITS, 'config.pbtxt'), 'utf8');
  const sized = `${config}\nparameters { key: "memory_bytes" value { string_value: "700000" } }\n`;

  it('are refused with the flag to set, and the old one serves on', async () => {
    const repository = temporaryFolder();
    copyDigits(repository, [1]);
    put(repository, 'digits/config.pbtxt', sized);
    const { http, stop } = await startGateway(repository, '--memory-budget', 'cpu=1000000');
    await serving(http, '1');
    cpSync(join(DIGITS, '2'), join(repository, 'digits/2'), { recursive: true });
    const row = await until('the refusal', async () => {
      const found = await http.version('digits', 2);
      return found?.reason?.includes('needs') === true && found;
    });
    expect([row.state, row.reason]).toEqual(['UNAVAILABLE', expect.stringContaining('--transition-policy resource-preserving')]);
    expect((await http.infer('digits', sample)).json.model_version).toBe('1');
    expect(typeof stop).toBe('function');
  });

  it('follow each other where the old one goes first', async () => {
    const repository = temporaryFolder();
    copyDigits(repository, [1]);
    put(repository, 'digits/config.pbtxt', sized);
    const gateway = await startGateway(repository, '--memory-budget', 'cpu=1000000', '--transition-policy', 'resource-preserving');
    const { http } = gateway;
    await serving(http, '1');
    cpSync(join(DIGITS, '2'), join(repository, 'digits/2'), { recursive: true });
    await serving(http, '2');
    expect((await http.infer('digits', sample)).json.model_version).toBe('2');
    const said = gateway.log.filter((line) => line['model'] === 'digits').map((line) => `${String(line['version'])} ${String(line['msg'])}`);
    expect(said.indexOf('1 a version is unloaded')).toBeGreaterThan(-1);
    expect(said.indexOf('1 a version is unloaded')).toBeLessThan(said.indexOf('2 a version serves'));
    rmSync(join(repository, 'digits/2'), { recursive: true });
    await serving(http, '1');
    expect((await http.infer('digits', sample)).json.model_version).toBe('1');
    expect(await gateway.stop()).toBe(0);
  });
});

describe('a broken config', () => {
  it('is one line of the log, with file, line and column, and what serves is left', async () => {
    const repository = temporaryFolder();
    scriptedModel(repository, 'm', { add: 1 });
    const { http, log } = await startScripted(repository);
    await serving(http, '1');
    put(repository, 'm/config.pbtxt', 'max_batch_size: 8\n  nome: "m"\n');
    const lines = () => log.filter((line) => line.includes('cannot be used'));
    await until('the line', () => lines().length > 0);
    expect(JSON.parse(lines()[0]!)).toMatchObject({ level: 'error', model: 'm', cause: expect.stringMatching(/config\.pbtxt:2:3: .*nome/) });
    expect(await answerOf(http)).toBe('1:1');
    put(repository, 'm/config.pbtxt', 'max_batch_size: 4\n');
    await until('the next config', async () => (await http.call('/v2/models/m/config')).json.max_batch_size === 4);
    expect(lines()).toHaveLength(1);
  });
});
