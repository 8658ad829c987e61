/** A state file that a crash of the disk cut off or filled with something else: named, left as it is, and the server serves. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scriptedModel, temporaryFolder } from '../support/folder.js';
import { startScripted } from '../support/gateway.js';
import { configOf, rowOf, verbAt, viewAt } from '../support/rollout.js';
import { until } from '../support/until.js';

const PLAN = { steps: [{ weight: 50, minSamples: 1_000_000 }], twin: false };

describe('a state file that cannot be read', () => {
  it.each(['cut', 'garbage', 'empty'] as const)('because it is %s leaves its model served, and every other one under its rollout', async (fault) => {
    const repository = temporaryFolder();
    for (const model of ['m', 'other']) scriptedModel(repository, model, { add: 1 }, configOf(PLAN), 1);
    const first = await startScripted(repository);
    await until('a stable version', async () => (await viewAt(first.http)).stable === 1);
    await until('the other one', async () => (await first.http.call('/v2/models/other/rollout')).json.stable === 1);
    for (const model of ['m', 'other']) scriptedModel(repository, model, { add: 2 }, configOf(PLAN), 2);
    await until('a rollout', async () => (await viewAt(first.http)).rollout?.phase === 'step');
    await until('the other rollout', async () => (await first.http.call('/v2/models/other/rollout')).json.rollout?.phase === 'step');
    await first.stop();

    const path = join(`${repository}-state`, 'state', 'rollouts', 'm.json');
    const whole = readFileSync(path, 'utf8');
    const torn = { cut: whole.slice(0, whole.length >> 1), garbage: 'nothing of ours', empty: '' }[fault];
    writeFileSync(path, torn);

    const second = await startScripted(repository);
    expect((await second.http.infer('m', rowOf(0))).status).toBe(200);
    expect(second.log.some((line) => line.includes(path) && line.includes('it was left alone'))).toBe(true);
    // What people ask for cannot be written, and they are told why.
    const asked = await verbAt(second.http, 'start', { candidate: 2 });
    expect(asked.status).toBeGreaterThanOrEqual(400);
    const pinned = await verbAt(second.http, 'pin', { version: 1 });
    expect([pinned.status, pinned.json.error]).toEqual([500, expect.stringContaining(path)]);
    const other = await until('the other rollout again', async () => {
      const { json } = await second.http.call('/v2/models/other/rollout');
      return json.rollout?.weights.canary === 50 && json;
    });
    expect(other.rollout.phase).toBe('step');
    await second.stop();
    expect(readFileSync(path, 'utf8')).toBe(torn);
  });
});
