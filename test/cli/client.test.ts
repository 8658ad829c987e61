/** The client commands against a real gateway of the house, and against servers that are none or not there. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../../src/cli/client.js';
import { runCommand, type Ran } from '../support/cli.js';
import { scriptedModel, temporaryFolder } from '../support/folder.js';
import { startScripted, type InProcess } from '../support/gateway.js';
import { later } from '../support/later.js';
import { until } from '../support/until.js';

const PLAN = { steps: [{ weight: 50, minSamples: 0 }], twin: false, analysis: { minSamples: 0 } };
const FILES: Readonly<Record<string, string>> = {
  'plan.yaml': 'steps: [{ weight: 50, minSamples: 0 }]\ntwin: false\nanalysis: { minSamples: 0 }\n',
  'config.yaml': 'max_batch_size: 8\nrollout:\n  steps: [{ weight: 50 }]\n',
  'plan.json': JSON.stringify(PLAN),
  'wrong.yaml': 'steps: [{ weight: 60 }, { weight: 10 }]\nanalysis: { metrics: { speed: {} } }\n',
  'broken.yaml': 'steps: [\n  weight: }\n',
};

describe('a client command at a gateway', () => {
  const repository = temporaryFolder();
  let running: InProcess;
  let sluice: (...argv: readonly string[]) => Promise<Ran>;

  beforeAll(async () => {
    for (const version of [1, 2]) scriptedModel(repository, 'm', { add: version }, 'max_batch_size: 8\nversion_policy { specific { versions: [1] } }\n', version);
    scriptedModel(repository, 'other', {});
    running = await startScripted(repository);
    sluice = (...argv) => runCommand(argv, { env: { SLUICE_SERVER: `127.0.0.1:${running.ports.http}/` }, read: (path) => FILES[path] ?? null });
    await until('both serve', async () => (await running.http.index()).filter(({ state }) => state === 'READY').length === 2);
  });

  const generation = async (): Promise<number> => ((await running.http.call('/v2/models/m/rollout')).json as { generation: number }).generation;
  const who = async (): Promise<string> => ((await running.http.call('/v2/models/m/rollout')).json as { rollout: { transitions: { who: string; to: string; why: string }[] } }).rollout.transitions.map((one) => `${one.who} ${one.to}: ${one.why}`).at(-1)!;

  it('says that there is nothing yet', async () => {
    expect(await sluice('rollout', 'list')).toMatchObject({ code: 0, out: 'no model has had a rollout; `sluice rollout start MODEL VERSION` begins one\n' });
    expect((await sluice('rollout', 'status')).code).toBe(0);
    expect(await sluice('rollout', 'status', 'm')).toMatchObject({ code: 0, out: 'm  version 1 is stable, no rollout yet\n`sluice rollout start m VERSION` begins one\n' });
    expect(await sluice('rollout', 'status', 'none')).toMatchObject({ code: 1, err: "sluice: Request for unknown model: 'none' is not found\n" });
  });

  it('lists every fault of a plan on a line of its own, and those of a file with their places', async () => {
    const { code, err } = await sluice('rollout', 'start', 'm', '2', '--plan', 'wrong.yaml');
    expect([code, err.split('\n')]).toEqual([1, [
      'sluice: the plan cannot work:',
      '  steps[0].weight: with a control twin of the same size a step has at most 50; or set `twin: false`',
      '  steps[1].weight: weights rise from step to step',
      '  analysis.metrics.speed: no such metric; there are errors, latency, agreement',
      '',
    ]]);
    expect((await sluice('rollout', 'start', 'm', '2', '--plan', 'none.yaml')).err).toBe('none.yaml: there is no such file\n');
    expect((await sluice('rollout', 'start', 'm', '2', '--plan', 'broken.yaml')).err).toMatch(/^broken\.yaml:\d+:\d+: /);
  });

  it('starts, pauses, resumes, aborts, promotes and undoes, with who and why', async () => {
    expect((await sluice('rollout', 'start', 'm', '2', '--plan', 'plan.yaml', '--reason', 'new data')).out).toMatch(/^rollout 2-\w+ of m from version 1 to 2 has begun\n`sluice rollout watch m` follows it\n$/);
    const phase = async (wanted: string): Promise<unknown> => until(wanted, async () => (await running.http.call('/v2/models/m/rollout')).json.rollout.phase === wanted);
    await phase('step');
    expect((await sluice('rollout', 'status')).out).toContain('m  1 -> 2  step 1 of 1 (50 %)');
    expect((await sluice('rollout', 'list')).out).toMatch(/^m +1 +2 +step 1 +50 % /m);
    expect((await sluice('rollout', 'pause', 'm', '--reason', 'until Monday')).out).toContain('paused at step 1 of 1 (50 %); harm still aborts it');
    expect(await who()).toBe('ann paused: until Monday');
    expect(await sluice('rollout', 'pause', 'm')).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^sluice: rollout '2-\w+' is paused already\n$/) as string });
    const read = await generation();
    expect((await sluice('rollout', 'resume', 'm', '--who', 'ben', '--if-generation', String(read))).out).toBe('goes on at step 1 of 1 (50 %)\n');
    expect(await who()).toBe('ben step 1 of 1 (50 %): resume was asked for');
    const late = await sluice('rollout', 'abort', 'm', '--if-generation', String(read));
    expect([late.code, late.err]).toEqual([1, expect.stringMatching(/^sluice: the rollout of model 'm' is at generation \d+, not \d+; read it again\n$/)]);
    const aborted = await sluice('rollout', 'abort', 'm', '--json');
    expect(JSON.parse(aborted.out)).toMatchObject({ model: 'm', stable: 1, rollout: { phase: 'aborted' } });

    await sluice('rollout', 'start', 'm', '2', '--plan', 'plan.json');
    await phase('step');
    expect((await sluice('rollout', 'promote', 'm')).out).toMatch(/^promoted: version 2 of m is stable\nversion 1 stays loaded until [\d :-]+; `sluice rollout undo m` goes back to it without a load\n$/);
    expect((await sluice('rollout', 'watch', 'm'))).toMatchObject({ code: 0, err: '' });
    expect((await sluice('rollout', 'undo', 'm')).out).toMatch(/^undone: version 1 of m is stable again\nversion 2 stays loaded until /);
    expect((await sluice('rollout', 'watch', 'm')).code).toBe(1);
    expect((await sluice('rollout', 'pin', 'm', '2')).out).toContain('pinned: version 2 of m answers, whatever is published');
    expect((await sluice('rollout', 'unpin', 'm')).out).toContain('not pinned any more');
    expect((await sluice('rollout', 'start', 'm', '1', '--plan', 'config.yaml')).code).toBe(0);
    await sluice('rollout', 'abort', 'm');
  });

  it('lists models, and moves and deletes labels', async () => {
    expect((await sluice('model', 'label', 'other', 'best', '1')).out).toBe('best of other points at version 1\n');
    expect((await sluice('model', 'list')).out).toMatch(/^MODEL +VERSION +STATE +LABELS +REASON\n(.*\n)*other +1 +READY +best, stable\n/);
    expect((await sluice('model', 'label', 'other')).out).toBe('LABEL   VERSION\nbest    1\nstable  1\n');
    expect((await sluice('model', 'label', 'other', 'best')).out).toBe('1\n');
    expect((await sluice('model', 'label', 'other', 'best', '--json')).out).toBe('{"label":"best","version":1}\n');
    expect((await sluice('model', 'label', 'other', 'best', '--delete')).out).toBe('other has no label best any more\n');
    expect(await sluice('model', 'label', 'other', 'best')).toMatchObject({ code: 1, err: "sluice: model 'other' has no label 'best'; it has stable\n" });
    expect((await sluice('model', 'label', 'other', '--delete')).code).toBe(2);
    expect((await sluice('model', 'label', 'other', 'best', '1', '--delete')).code).toBe(2);
    expect(JSON.parse((await sluice('model', 'list', '--json')).out)).toContainEqual({ name: 'other', version: '1', state: 'READY' });
  });

  it('passes on why the server does not load or unload', async () => {
    for (const verb of ['load', 'unload']) {
      const { code, err } = await sluice('model', verb, 'm');
      expect([code, err]).toEqual([1, expect.stringContaining('explicit')]);
    }
  });
});

describe('a server in explicit mode', () => {
  it('loads and unloads by command', async () => {
    const repository = temporaryFolder();
    scriptedModel(repository, 'm', {});
    const { ports, http } = await startScripted(repository, '--model-control-mode', 'explicit');
    const sluice = (...argv: readonly string[]): Promise<Ran> => runCommand([...argv, '--server', `http://127.0.0.1:${ports.http}`]);
    expect((await sluice('model', 'list')).out).toMatch(/^m +not loaded$/m);
    expect((await sluice('model', 'load', 'm')).out).toBe('m is loaded and serves\n');
    expect((await http.call('/v2/models/m/ready')).status).toBe(200);
    expect((await sluice('model', 'unload', 'm')).code).toBe(0);
    expect((await sluice('model', 'load', 'none')).code).toBe(1);
  });
});

describe('a server that is not there, or none of ours', () => {
  const closed: (() => Promise<void>)[] = [];
  const foreign = async (status: number, body: string, delayed = false): Promise<string> => {
    const server = createServer((_request, response) => {
      if (!delayed) response.writeHead(status).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const close = (): Promise<void> =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      });
    closed.push(close);
    later(close);
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  it('is named with the remedy', async () => {
    const url = await foreign(200, '');
    await closed.at(-1)!();
    expect(await runCommand(['rollout', 'list', '--server', url.slice('http://'.length)])).toMatchObject({
      code: 1, out: '', err: `sluice: cannot reach a server at ${url}: nothing listens there; start one with \`sluice serve\`, or name another with --server URL or SLUICE_SERVER\n`,
    });
    expect((await runCommand(['rollout', 'list', '--server', 'no-such-host.invalid'])).err).toMatch(/: (there is no host of this name|the name of the host cannot be looked up now); /);
  });

  it('is told from a Sluice by its answers', async () => {
    const url = await foreign(404, '<html>nothing</html>');
    expect((await runCommand(['rollout', 'list', '--server', url])).err).toBe(`sluice: ${url} answers with status 404 and no words of Sluice's; is another server listening there?\n`);
    expect((await runCommand(['rollout', 'list', '--server', await foreign(200, '<html>')])).code).toBe(1);
  });

  it('is waited for no longer than was asked', async () => {
    const { code, err } = await runCommand(['model', 'list', '--server', await foreign(200, '', true), '--timeout', '0.05']);
    expect([code, err]).toEqual([1, expect.stringContaining('it does not answer within 0.05 s')]);
  });

  it('cannot steer the terminal with what it says', async () => {
    const url = await foreign(200, JSON.stringify([{ name: 'm\u001b[2J\u009b', reason: 'two\nlines' }]));
    const client = new Client({ fetch: (...asked) => fetch(...asked), interruption: () => new AbortController().signal }, url, 1000);
    expect(await client.index()).toEqual({ kind: 'answered', body: [{ name: 'm [2J ', reason: 'two\nlines' }] });
  });
});

describe('options', () => {
  it.each([
    [['rollout', 'status', '--server', 'ftp://x'], "argument 'ftp://x' is invalid"],
    [['rollout', 'list', '--timeout', '0'], "argument '0' is invalid"],
    [['rollout', 'start', 'm', 'two'], 'It is the number of a version'],
    [['rollout', 'pause', 'm', '--if-generation', 'x'], '--json` prints'],
    [['rollout', 'stats'], '(Did you mean status?)'],
    [['rollout', 'status', '--jsn'], '(Did you mean --json?)'],
    [['rolout', 'status'], 'did you mean `rollout`?'],
    [['rollout', 'promote'], "missing required argument 'MODEL'"],
    [['rollout', 'status', 'a', 'b'], 'too many arguments'],
    [['publish', 'x'], "required option '--to <REPOSITORY>' not specified"],
  ])('%j are unusable, and the remedy is named', async (argv, text) => {
    const { code, out, err } = await runCommand(argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(text);
    expect(err).toMatch(/^sluice: /);
  });

  it('come from the variable as well, which is held to the same', async () => {
    expect(await runCommand(['rollout', 'list'], { env: { SLUICE_SERVER: 'ftp://x' } })).toMatchObject({ code: 2, err: "sluice: SLUICE_SERVER is 'ftp://x'. It is an address such as http://localhost:8000.\n" });
  });
});
