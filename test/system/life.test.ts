/** The whole life of versions on the real engine: published, held to gates, mirrored, let in by steps, promoted or refused, by themselves and under traffic. */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeBroken } from '../../tools/digits/broken.js';
import { copyDigits, projectRoot, put, temporaryFolder } from '../support/folder.js';
import { startGateway, type GatewayProcess } from '../support/gateway.js';
import { later } from '../support/later.js';
import type { View } from '../support/rollout.js';
import { until } from '../support/until.js';

const DIGITS = join(projectRoot, 'models/digits');
const broken: Record<'wrong' | 'failing', Uint8Array> = { wrong: new Uint8Array(), failing: new Uint8Array() };

interface Image {
  readonly inputs: object;
  readonly digit: number;
}

const images: readonly Image[] = readFileSync(join(DIGITS, 'golden.jsonl'), 'utf8').trim().split('\n').slice(1).map((line) => {
  const { inputs, outputs } = JSON.parse(line) as { inputs: object; outputs: { data: number[] }[] };
  return { inputs, digit: outputs[0]!.data[0]! };
});

beforeAll(() => {
  const data = readFileSync(join(projectRoot, 'tools/digits/digits.csv.gz'));
  for (const fault of ['wrong', 'failing'] as const) broken[fault] = encodeBroken(fault, data);
});

/** Small enough to end in seconds, and a bar that versions of different make can meet: they differ on one image in ten. */
const planOf = (golden: 'required' | 'off'): object => ({
  gates: { golden },
  mirror: { percent: 100, minPairs: 60, maxConcurrency: 8 },
  steps: [{ weight: 20, minSamples: 40 }, { weight: 50, minSamples: 80 }],
  analysis: { minSamples: 150, metrics: { errors: { ceiling: 0.05 }, latency: { dryRun: true }, agreement: { margin: 0.4 } } },
  keepLoaded: '10m',
});

const config = (golden: 'required' | 'off'): string => `name: digits
platform: onnxruntime_onnx
max_batch_size: 64
dynamic_batching: { max_queue_delay_microseconds: 0 }
rollout: ${JSON.stringify(planOf(golden))}
`;

interface Traffic {
  /** Answers by arm ('' outside of a rollout) and status. */
  readonly answers: Record<string, number>;
  /** Right answers out of all good ones, by version. */
  readonly right: Record<string, { right: number; all: number }>;
}

function traffic(gateway: GatewayProcess): Traffic {
  let on = true;
  const seen: Traffic = { answers: {}, right: {} };
  const lane = async (first: number): Promise<void> => {
    const { http } = gateway;
    for (let k = first; on; k++) {
      const { inputs, digit } = images[k % images.length]!;
      const { status, headers, json } = await http.infer('digits', { inputs, outputs: [{ name: 'digit' }] });
      const arm = String(headers['sluice-arm'] ?? '');
      seen.answers[`${arm} ${status}`] = (seen.answers[`${arm} ${status}`] ?? 0) + 1;
      if (status !== 200) continue;
      const counts = (seen.right[json.model_version] ??= { right: 0, all: 0 });
      counts.all += 1;
      if (json.outputs[0].data[0] === digit) counts.right += 1;
    }
  };
  const lanes = Promise.all([0, 17, 34, 51, 68, 85].map(lane));
  later(async () => {
    on = false;
    await lanes;
  });
  return seen;
}

const failuresOf = ({ answers }: Traffic, arm: string): number => Object.entries(answers).reduce((sum, [key, count]) => sum + (key.startsWith(`${arm} `) && !key.endsWith(' 200') ? count : 0), 0);

describe('versions of digits', () => {
  it('are promoted, refused by the golden set, or aborted, each by itself', async () => {
    const repository = temporaryFolder();
    copyDigits(repository, [1]);
    rmSync(join(repository, 'digits/config.pbtxt'));
    put(repository, 'digits/config.yaml', config('required'));
    const gateway = await startGateway(repository);
    const load = traffic(gateway);
    const view = async (): Promise<View> => (await gateway.http.call('/v2/models/digits/rollout')).json;
    let last = '';
    const ended = (candidate: number, phase: string): Promise<View> => until(`version ${candidate} ${phase}`, async () => {
      const seen = await view();
      if (seen.rollout?.candidate !== candidate || !seen.rollout.over || seen.rollout.id === last) return false;
      last = seen.rollout.id;
      expect([candidate, seen.rollout.phase, seen.rollout.reason]).toEqual([candidate, phase, expect.any(String)]);
      return seen;
    });

    // Better than version 1: by mirror and steps to the end.
    cpSync(join(DIGITS, '2'), join(repository, 'digits/2'), { recursive: true });
    const second = await ended(2, 'promoted');
    expect(second.stable).toBe(2);
    expect(second.rollout.transitions.map(({ to, who }: { to: string; who: string }) => `${to} by ${who}`)).toEqual([
      'pending by sluice', 'mirror by sluice', 'step 1 of 2 (20 %) by sluice', 'step 2 of 2 (50 %) by sluice', 'promoted by sluice',
    ]);
    expect(second.rollout.evidence.mirror.candidate.pairs).toBeGreaterThanOrEqual(60);
    await until('answers of version 2 to everybody', () => (load.right['2']?.all ?? 0) > 200);
    for (const version of ['1', '2']) expect(load.right[version]!.right / load.right[version]!.all).toBeGreaterThan(0.8);

    // Wrong in every answer: refused before any request, with the figure.
    put(repository, 'digits/3/model.onnx', broken.wrong);
    const refused = await ended(3, 'failed');
    expect(refused.rollout.reason).toMatch(/golden set failed: accuracy of 'digit' is 0\.\d+, and the golden set asks for at least 0\.9/);
    expect([refused.stable, refused.rollout.transitions.length, load.right['3']]).toEqual([2, 2, undefined]);

    // It is not tried again by itself. By hand and with the gate off the mirror sees what it is, and no caller meets it.
    expect((await gateway.http.call('/v2/models/digits/rollout', { body: { candidate: 3, plan: planOf('off') } })).status).toBe(201);
    const mirrored = await ended(3, 'aborted');
    expect(mirrored.rollout.reason).toMatch(/^worse in agreement/);
    expect([mirrored.stable, load.right['3']]).toEqual([2, undefined]);
    expect(load.answers['canary 500'] ?? 0).toBe(0);

    // Fails on nines, which the margin of the mirror lets by: the canary finds it, at the cost of its own share only.
    put(repository, 'digits/config.yaml', config('off'));
    put(repository, 'digits/4/model.onnx', broken.failing);
    const aborted = await ended(4, 'aborted');
    expect(aborted.rollout.reason).toMatch(/^worse in errors/);
    expect(aborted).toMatchObject({ stable: 2, rejected: [{ version: 3 }, { version: 4 }] });
    expect(failuresOf(load, 'canary')).toBeGreaterThan(0);
    const before = load.right['2']!.all;
    await until('answers of version 2 again', () => load.right['2']!.all > before + 100);
    expect(['', 'stable', 'control'].map((arm) => failuresOf(load, arm))).toEqual([0, 0, 0]);
    expect(load.right['4']).toBeDefined();
  }, 180_000);
});
