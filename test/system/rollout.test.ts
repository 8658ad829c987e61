/** Rollouts at the real server with the scripted engine: what is published, what answers, and what a restart keeps. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder.js';
import { rowOf } from '../support/rollout.js';
import { EASY, rolloutHouse, type RolloutHouse } from '../support/rollouthouse.js';
import { until } from '../support/until.js';

const ready = async (h: RolloutHouse, version: number): Promise<true> =>
  until(`version ${version} ready`, async () => (await h.http.call(`/v2/models/m/versions/${version}/ready`)).status === 200 && true as const);

describe('a model with a plan', () => {
  it('lets a new version wait for its proof, promotes by hand, and goes back without a load', async () => {
    const h = await rolloutHouse();
    await until('a stable version', async () => (await h.view()).stable === 1);
    h.publish(2);
    const begun = await h.phase('step');
    expect(begun.rollout).toMatchObject({ stable: 1, candidate: 2, phaseText: 'step 1 of 1 (50 %)', weights: { stable: 50, control: 0, canary: 50, mirror: 0 } });
    const promoted = await h.verb('promote', { who: 'ann', reason: 'looks fine' });
    expect(promoted.status).toBe(200);
    expect(promoted.json).toMatchObject({ stable: 2, rollout: { phase: 'promoted', reason: 'looks fine' }, kept: [{ version: 1 }] });
    expect(promoted.headers['etag']).toBe(`"${promoted.json.generation}"`);
    expect(await h.answers()).toBe(2);
    await ready(h, 1);
    const undone = await h.verb('undo', { who: 'ben' });
    expect(undone.json).toMatchObject({ stable: 1, rollout: { phase: 'undone' }, kept: [{ version: 2 }] });
    expect(await h.answers()).toBe(1);
    expect((await h.verb('promote')).status).toBe(409);
    expect(undone.json.rollout.transitions.map((one: { to: string; who: string }) => `${one.to} by ${one.who}`)).toEqual([
      'pending by sluice', 'step 1 of 1 (50 %) by sluice', 'promoted by ann', 'undone by ben',
    ]);
  });

  it('does not try a version again that was aborted, and lets the next one try', async () => {
    const h = await rolloutHouse();
    await until('a stable version', async () => (await h.view()).stable === 1);
    h.publish(2);
    await h.phase('step');
    const aborted = await h.verb('abort', { reason: 'smells' });
    expect(aborted.json).toMatchObject({ stable: 1, rejected: [{ version: 2, reason: 'smells' }] });
    expect(await h.answers()).toBe(1);
    h.publish(3);
    const next = await until('the next one', async () => {
      const seen = await h.view();
      return seen.rollout.candidate === 3 && seen.rollout.phase === 'step' && seen;
    });
    expect(next.history).toMatchObject([{ candidate: 2, phase: 'aborted', reason: 'smells' }]);
  });

  it('is failed by a candidate that does not load, with the stable version untouched', async () => {
    const h = await rolloutHouse();
    await until('a stable version', async () => (await h.view()).stable === 1);
    h.publish(2, { failLoad: 'weights are cut short' });
    const failed = await h.phase('failed');
    expect(failed.rollout.reason).toContain('weights are cut short');
    expect(failed.stable).toBe(1);
    expect(await h.answers()).toBe(1);
  });

  it('refuses what contradicts its state or was read too long ago', async () => {
    const h = await rolloutHouse();
    await until('a stable version', async () => (await h.view()).stable === 1);
    expect((await h.verb('promote')).json.error).toBe("model 'm' has no rollout to promote");
    expect((await h.verb('start', { candidate: 9 })).status).toBe(404);
    h.publish(2);
    const { generation } = await h.phase('step');
    const paused = await h.verb('pause', {}, { 'if-match': `"${generation}"` });
    expect(paused.status).toBe(200);
    const late = await h.verb('abort', {}, { 'if-match': `"${generation}"` });
    // What was counted is written every other while and moves the generation too.
    expect([late.status, late.json.error]).toEqual([412, expect.stringMatching(`^the rollout of model 'm' is at generation [0-9]+, not ${generation}; read it again$`)]);
    expect((await h.verb('start', { candidate: 2 })).status).toBe(409);
    expect((await h.verb('start', { candidate: 2, plan: { steps: [] } })).json.error).toBe('the plan cannot work: steps: a canary has steps, a mirror, or both');
    expect((await h.http.call('/v2/models/none/rollout')).status).toBe(404);
  });

  it('goes on after a restart where it was', async () => {
    const repository = temporaryFolder();
    const first = await rolloutHouse(EASY, repository);
    await until('a stable version', async () => (await first.view()).stable === 1);
    first.publish(2);
    const before = await first.phase('step');
    await first.stop();
    const second = await rolloutHouse(EASY, repository);
    const after = await until('the step again', async () => {
      const seen = await second.view();
      return seen.rollout?.weights.canary === 50 && seen;
    });
    expect(after.rollout.id).toBe(before.rollout.id);
    expect(after.stable).toBe(1);
    expect(after.rollout.transitions.at(-1)).toMatchObject({ why: 'the server was started again' });
  });

  it('ends when its stable version leaves the repository, and what is left takes over without a failed request', async () => {
    const h = await rolloutHouse();
    await until('a stable version', async () => (await h.view()).stable === 1);
    h.publish(2);
    const { rollout } = await h.phase('step');
    const statuses = new Set<number>();
    let on = true;
    const lane = (async () => {
      while (on) statuses.add((await h.http.infer('m', rowOf(0))).status);
    })();
    rmSync(join(h.repository, 'm', '1'), { recursive: true });
    const ended = await h.phase('failed');
    expect(ended.rollout).toMatchObject({ id: rollout.id, reason: 'version 1, which it was compared with, left the repository' });
    const after = await until('version 2 to be stable', async () => {
      const seen = await h.view();
      return seen.stable === 2 && seen;
    });
    expect([after.rollout.phase, after.rejected, await h.answers()]).toEqual(['failed', [], 2]);
    on = false;
    await lane;
    expect([...statuses]).toEqual([200]);
  });

  it('ends when its candidate leaves the repository', async () => {
    const h = await rolloutHouse();
    await until('a stable version', async () => (await h.view()).stable === 1);
    h.publish(2);
    await h.phase('step');
    rmSync(join(h.repository, 'm', '2'), { recursive: true });
    const gone = await h.phase('aborted');
    expect(gone.rollout.reason).toBe('the candidate left the repository');
  });
});

describe('a model without a plan', () => {
  it('swaps at once, can be pinned, and then take a rollout by hand', async () => {
    const h = await rolloutHouse(null);
    expect(await h.view()).toMatchObject({ generation: 0, stable: 1, rollout: null });
    h.publish(2);
    await until('version 2', async () => (await h.answers()) === 2);
    expect((await h.verb('pin', { version: 2, who: 'ann' })).json).toMatchObject({ pinned: true, stable: 2 });
    h.publish(3);
    await until('the note', async () => (await h.http.call('/v2/repository/index', { body: {} })).json.some((row: { version: string; reason?: string }) => row.version === '3' && row.reason === 'the model is pinned to version 2'));
    const started = await h.verb('start', { candidate: 3, plan: EASY, who: 'ann' });
    expect(started.json).toMatchObject({ pinned: false, rollout: { candidate: 3, phase: 'pending' } });
    await h.phase('step');
    expect((await h.verb('promote')).status).toBe(200);
    expect(await h.answers()).toBe(3);
    h.publish(4);
    await until('version 4', async () => (await h.answers()) === 4);
    await until('the document', async () => (await h.view()).stable === 4);
  });
});
