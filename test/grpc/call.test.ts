import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RolloutMark, RolloutNews } from '../../src/serving/rollout.js';
import { FakeAdmin } from '../support/admin.js';
import { FakeFront, echoSignature } from '../support/grpc-front.js';
import { World } from './world.js';

/** Has news once, and none after it. */
class PatientAdmin extends FakeAdmin {
  override rolloutNews(model: string, seen: RolloutMark, waitMs: number): Promise<RolloutNews> {
    return seen.generation < 0 ? super.rolloutNews(model, seen, waitMs) : new Promise(() => undefined);
  }
}

const TOOL = 'dist/tools/grpc-call.js';
let world: World;
beforeAll(async () => {
  world = await World.start(new FakeFront().model('m', echoSignature(['x', 'FP32'])), new PatientAdmin());
});
afterAll(() => world.stop());

const run = (...args: string[]) =>
  new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const child = spawn(process.execPath, [TOOL, ...args]);
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    child.on('close', (code) => resolve({ code, out, err }));
  });
const at = (...args: string[]) => run(`127.0.0.1:${world.server.port}`, ...args);
const INFER = 'inference.GRPCInferenceService/ModelInfer';

describe.runIf(existsSync(TOOL))('grpc-call (the built file)', () => {
  it('calls', async () => {
    const request = { model_name: 'm', inputs: [{ name: 'x', datatype: 'FP32', shape: [1], contents: { fp32_contents: [1] } }] };
    const { code, out } = await at(INFER, JSON.stringify(request));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ model_name: 'm', outputs: [{ name: 'x_out', shape: [1] }], raw_output_contents: ['AACAPw=='] });
    const stream = await at('inference.GRPCInferenceService/ModelStreamInfer', JSON.stringify([request, request]), '-c');
    expect(stream.out.trim().split('\n')).toHaveLength(2);
  });

  it('takes as many answers of a stream as it is asked for', async () => {
    const watch = 'sluice.v1.RolloutService/WatchRollout';
    const one = await at(watch, '{"model":"m"}', '-c', '-n', '1', '-d', '0');
    expect([one.code, one.err]).toEqual([0, '']);
    expect(JSON.parse(one.out)).toEqual({ model: 'm', generation: 7, stable: 1 });
    const late = await at(watch, '{"model":"m"}', '-c', '-n', '2', '-d', '1500');
    expect([late.code, late.out.trim().split('\n').length]).toEqual([1, 1]);
    expect(late.err).toContain('DEADLINE_EXCEEDED');
    expect((await at('describe', 'sluice.v1.RolloutService')).out).toContain('WatchRollout(sluice.v1.WatchRolloutRequest) -> stream sluice.v1.RolloutView\n');
  });

  it('lists and describes', async () => {
    expect((await at('list')).out.split('\n')).toContain(INFER);
    expect((await at('describe', 'inference.GRPCInferenceService')).out).toContain('ModelStreamInfer(stream inference.ModelInferRequest) -> stream inference.ModelStreamInferResponse\n');
    expect((await at('describe', 'inference.ModelInferRequest')).out).toContain('4 parameters: map<string, inference.InferParameter>\n');
    expect((await run('--help')).code).toBe(0);
  });

  it.each([
    [[INFER, '{'], 2, 'the request is not JSON'],
    [[INFER, '{"modle":1}'], 2, "ModelInferRequest has no field 'modle'"],
    [['inference.GRPCInferenceService/No'], 2, "has no method 'No'"],
    [['no.Such/No'], 2, "not found: symbol 'no.Such'"],
    [['word'], 2, "'word' is not SERVICE/METHOD"],
    [[INFER, '{"model_name":"q"}'], 1, "NOT_FOUND: Request for unknown model: 'q' is not found"],
    [['list', '--wrong'], 2, '--wrong'],
    [['list', '-n', '1.5'], 2, '--count must be a whole number'],
    [['list', '-d', 'x'], 2, '--deadline-ms must be a number'],
  ])('says what is wrong: %j', async (args, code, text) => {
    const result = await at(...args);
    expect(result.code).toBe(code);
    expect(result.err).toContain(text);
  });

  it('says when nobody answers', async () => {
    const { code, err } = await run('127.0.0.1:1', 'list', '-d', '2000');
    expect(code).toBe(1);
    expect(err).toMatch(/UNAVAILABLE|DEADLINE_EXCEEDED/);
  });
});
