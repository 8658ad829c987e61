/** Client commands as processes of the built program: what they load, how they end, and what a Ctrl-C leaves. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot, put, scriptedModel, temporaryFolder } from '../support/folder.js';
import { startScripted } from '../support/gateway.js';
import { later } from '../support/later.js';
import { until } from '../support/until.js';

interface Run {
  readonly child: ChildProcess;
  readonly said: { out: string; err: string };
  readonly ended: Promise<number | string>;
}

function sluice(argv: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const child = spawn(process.execPath, [join(projectRoot, 'dist/src/main.js'), ...argv], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (said.out += String(chunk)));
  child.stderr.on('data', (chunk) => (said.err += String(chunk)));
  const ended = new Promise<number | string>((resolve) => child.once('close', (code, signal) => resolve(code ?? String(signal))));
  later(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await ended;
  });
  return { child, said, ended };
}

const PLAN = JSON.stringify({ steps: [{ weight: 50 }], twin: false });
const CONFIG = `max_batch_size: 8\nparameters { key: "rollout" value: { string_value: ${JSON.stringify(PLAN)} } }\n`;

describe('a client command', () => {
  it('loads nothing of the server, so that it starts at once', async () => {
    const folder = temporaryFolder();
    const { ended, said } = sluice(['rollout', 'list', '--server', '127.0.0.1:9'], { NODE_V8_COVERAGE: folder });
    expect([await ended, said.err]).toEqual([1, expect.stringContaining('cannot reach a server')]);
    const loaded = readdirSync(folder).flatMap((name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { result: { url: string }[] }).result.map(({ url }) => url));
    expect(loaded.some((url) => url.includes('/commander/'))).toBe(true);
    expect(loaded.filter((url) => /onnxruntime|grpc|uws|piscina|prom-client|\/pino|\/zod\/|dist\/src\/(server|process)\.js/.test(url))).toEqual([]);
  });

  it('publishes a real model file, follows it, and leaves on Ctrl-C with the rollout going on', async () => {
    const [repository, source] = [temporaryFolder(), temporaryFolder()];
    scriptedModel(repository, 'm', { add: 1 }, CONFIG, 1);
    scriptedModel(source, 'm', { add: 2 }, CONFIG, 2);
    const { http, ports } = await startScripted(repository, '--repository-poll-secs', '0.05');
    await until('a stable version', async () => (await http.call('/v2/models/m/rollout')).json.stable === 1);
    const { child, said, ended } = sluice(['publish', join(source, 'm'), '--to', repository, '--watch', '--server', `127.0.0.1:${ports.http}`]);
    await until('a line about the step', () => said.out.includes('step 1 (50 %)'));
    expect(said.out).toMatch(/^published version 2 of m: 2 files, .* in .*\/m\/2\n/);
    child.kill('SIGINT');
    expect([await ended, said.err.endsWith('sluice: watching is over; the rollout goes on\n')]).toEqual([130, true]);
    expect((await http.call('/v2/models/m/rollout')).json.rollout.phase).toBe('step');
  });

  it('refuses to publish a file that is no model, and leaves nothing behind', async () => {
    const [repository, source] = [temporaryFolder(), temporaryFolder()];
    put(source, 'm/model.onnx', 'not a model');
    const { said, ended } = sluice(['publish', join(source, 'm'), '--to', repository]);
    expect(await ended).toBe(1);
    expect(said.err).toMatch(/^sluice: '.*model\.onnx' cannot be read: /);
    expect(readdirSync(repository)).toEqual([]);
  });
});
