/** Decisions as they leave the gateway: webhooks over sockets to a receiver that misbehaves, and the audit log over restarts and kills. */
import { appendFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decisionsOf } from '../../src/rollout/decision.js';
import type { Document } from '../../src/rollout/document.js';
import { copyDigits, scriptedModel, temporaryFolder } from '../support/folder.js';
import { startGateway, startScripted, type InProcess } from '../support/gateway.js';
import { later } from '../support/later.js';
import { Receiver } from '../support/receiver.js';
import type { HttpClient, Reply } from '../support/rest.js';
import { until } from '../support/until.js';

type Json = Reply['json'];

const SECRET = 'a secret of the test';
const EASY = { steps: [{ weight: 50, minSamples: 0 }], twin: false, analysis: { minSamples: 1_000_000 } };

function secretVariable(): string {
  const name = 'SLUICE_TEST_HOOK_SECRET';
  process.env[name] = SECRET;
  later(() => delete process.env[name]);
  return name;
}

function publish(repository: string, plan: object, version: number): void {
  const config = `max_batch_size: 8\nparameters { key: "rollout" value: { string_value: ${JSON.stringify(JSON.stringify(plan))} } }\n`;
  scriptedModel(repository, 'm', { add: version }, config, version);
}

const verb = (http: HttpClient, name: string, body: object = {}, model = 'm'): Promise<Reply> => http.call(`/v2/models/${model}/rollout/${name}`, { body });
const view = async (http: HttpClient): Promise<Json> => (await http.call('/v2/models/m/rollout')).json;
const audit = async (http: HttpClient, model = 'm'): Promise<Json[]> => {
  const { text, headers } = await http.call(`/v2/models/${model}/rollout/audit`);
  expect(headers['content-type']).toBe('application/x-ndjson');
  return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
};
const post = async (http: HttpClient): Promise<Json> => (await http.call('/v2/notifications')).json;
const phase = (running: InProcess, name: string): Promise<Json> => until(`phase ${name}`, async () => {
  const seen = await view(running.http);
  return seen.rollout?.phase === name && seen;
});
/** What the document on the disk holds, by id. */
function decided(stateDir: string, model: string): string[] {
  const { value } = JSON.parse(readFileSync(join(stateDir, 'state', 'rollouts', `${model}.json`), 'utf8')) as { readonly value: Document };
  return decisionsOf(value).map(({ id }) => id);
}

async function begun(plan: object, repository: string, flags: readonly string[] = []): Promise<InProcess> {
  publish(repository, plan, 1);
  const running = await startScripted(repository, '--repository-poll-secs', '0.05', ...flags);
  await until('a stable version', async () => (await view(running.http)).stable === 1);
  return running;
}

describe('webhooks', () => {
  it('bring every event at least once to a receiver that fails, hangs and then takes them, and delay no rollout', async () => {
    const receiver = await new Receiver(SECRET, (visit) => (visit <= 2 ? 500 : null)).open();
    const plan = { ...EASY, notify: [{ url: `${receiver.url}/hook`, secretEnv: secretVariable() }] };
    const repository = temporaryFolder();
    const first = await begun(plan, repository);
    publish(repository, plan, 2);
    await phase(first, 'step');
    // The receiver failed twice and now holds the third try; whoever decides is not in its way.
    await until('a try that hangs', () => receiver.visits === 3);
    expect((await verb(first.http, 'pause', { who: 'ann', reason: 'lunch' })).status).toBe(200);
    expect((await verb(first.http, 'promote', { who: 'ann', reason: 'looks fine' })).json).toMatchObject({ stable: 2, rollout: { phase: 'promoted' } });
    expect((await first.http.infer('m', { inputs: [{ name: 'x', datatype: 'FP32', shape: [1, 1], data: [0] }] })).json.outputs[0].data).toEqual([2]);
    const kinds = ['swapped', 'started', 'advanced', 'paused', 'promoted'];
    expect((await audit(first.http)).map(({ kind }) => kind)).toEqual(kinds);
    const before = await post(first.http);
    expect(before).toMatchObject({ targets: [{ waiting: 5, delivered: 0, dead: 0 }], dead: [], fault: null });
    expect(before.targets[0].failed).toBeGreaterThanOrEqual(2);
    expect(receiver.taken).toEqual([]);
    await first.stop();
    expect(readdirSync(`${repository}-state/outbox`)).toHaveLength(5);

    receiver.answer = () => 200;
    const second = await startScripted(repository, '--repository-poll-secs', '0.05');
    await until('all taken', () => receiver.taken.length === 5);
    await until('an empty outbox', () => readdirSync(`${repository}-state/outbox`).length === 0);
    const ids = decided(`${repository}-state`, 'm');
    expect(receiver.taken.map(({ headers, event, isGenuine }) => [headers['webhook-id'], event.id, event.type, isGenuine])).toEqual(ids.map((id, n) => [id, id, `dev.sluice.rollout.${kinds[n]}`, true]));
    const { event, headers } = receiver.taken.at(-1)!;
    expect(headers['content-type']).toBe('application/cloudevents+json');
    expect(event).toMatchObject({
      specversion: '1.0', subject: 'm/2', source: expect.stringMatching(/^http:\/\/.+:\d+\/v2\/models\/m$/), datacontenttype: 'application/json',
      data: {
        model: 'm', kind: 'promoted', stable: 1, candidate: 2, who: 'ann', reason: 'looks fine', from: 'paused', to: 'promoted', seq: 4,
        weights: { stable: 100, canary: 0 }, judgement: { verdict: 'unknown' }, link: expect.stringMatching(/\/v2\/models\/m\/rollout$/),
      },
    });
    expect(receiver.taken[2]!.event.data.weights).toMatchObject({ stable: 50, canary: 50 });
    expect((await second.metrics()).value('sluice_notify_delivered_total')).toBe(5);
  });

  it('go by the events a plan asks for, and tell --notify-url of all', async () => {
    const some = await new Receiver(SECRET, () => 200).open();
    const all = await new Receiver(SECRET, () => 200).open();
    const plan = { ...EASY, notify: [{ url: some.url, events: ['aborted', 'pinned'] }] };
    const repository = temporaryFolder();
    const g = await begun(plan, repository, ['--notify-url', `${all.url}/x?token=t`, '--notify-secret-env', secretVariable(), '--public-url', 'https://models.test/']);
    publish(repository, plan, 2);
    await phase(g, 'step');
    await verb(g.http, 'abort', { who: 'ben', reason: 'smells' });
    await verb(g.http, 'pin', { version: 1, who: 'ben', reason: 'enough for today' });
    await verb(g.http, 'unpin', { who: 'ben' });
    await until('all of them', () => all.taken.length === 6 && some.taken.length === 2);
    expect(some.taken.map(({ event, isGenuine }) => [event.type, isGenuine])).toEqual([['dev.sluice.rollout.aborted', null], ['dev.sluice.rollout.pinned', null]]);
    expect(all.taken.map(({ event, isGenuine }) => [event.data.kind, isGenuine])).toEqual(['swapped', 'started', 'advanced', 'aborted', 'pinned', 'unpinned'].map((kind) => [kind, true]));
    expect(all.taken[4]!.event).toMatchObject({ source: 'https://models.test/v2/models/m', subject: 'm/1', data: { rollout: null, candidate: null, stable: 1, from: 'version 1', to: 'version 1', who: 'ben', reason: 'enough for today' } });
    // Nothing that people see names more of an address than its host.
    expect((await g.http.call('/v2/notifications')).text).not.toContain('token');
  });

  it('can be sent again or removed once they are given up', async () => {
    const receiver = await new Receiver(SECRET, () => 410).open();
    const plan = { ...EASY, notify: [{ url: receiver.url }] };
    const repository = temporaryFolder();
    const g = await begun(plan, repository);
    publish(repository, plan, 2);
    const { dead } = await until('three dead letters', async () => {
      const seen = await post(g.http);
      return seen.dead.length === 3 && seen;
    });
    expect(dead[0]).toMatchObject({ type: 'dev.sluice.rollout.swapped', subject: 'm/1', reason: 'answered 410: it wants no events any more' });
    receiver.answer = () => 200;
    expect((await g.http.call(`/v2/notifications/${dead[0].id}/retry`, { method: 'POST' })).status).toBe(200);
    await until('it is taken', () => receiver.taken.length === 1);
    expect((await g.http.call(`/v2/notifications/${dead[1].id}`, { method: 'DELETE' })).status).toBe(200);
    const again = await g.http.call(`/v2/notifications/${dead[1].id}`, { method: 'DELETE' });
    expect([again.status, again.json.error]).toEqual([404, `no notification '${dead[1].id}' waits or was given up; it was delivered or removed`]);
    expect((await post(g.http)).dead.map(({ id }: Json) => id)).toEqual([dead[2].id]);
    const metrics = await g.metrics();
    expect([metrics.value('sluice_notify_dead'), metrics.value('sluice_notify_delivered_total'), metrics.value('sluice_notify_waiting'), metrics.value('sluice_notify_failed_total')]).toEqual([1, 1, 0, 3]);
  });
});

describe('the audit log', () => {
  it('gets what is in a document and not in it, at the next start, and nothing twice', async () => {
    const repository = temporaryFolder();
    const stateDir = `${repository}-state`;
    const first = await begun(EASY, repository);
    publish(repository, EASY, 2);
    await phase(first, 'step');
    await verb(first.http, 'abort', { who: 'ann', reason: 'no' });
    await verb(first.http, 'pin', { version: 1, who: 'ann' });
    await first.stop();
    const whole = readFileSync(join(stateDir, 'audit.jsonl'), 'utf8');
    expect(whole.split('\n').slice(0, -1).map((line) => (JSON.parse(line)).id)).toEqual(decided(stateDir, 'm'));
    // As a crash leaves it: the document was written, its line was not, or the first half of it.
    for (const left of [0, 1, 3]) {
      const lines = whole.split('\n');
      writeFileSync(join(stateDir, 'audit.jsonl'), lines.slice(0, left).map((line) => `${line}\n`).join(''));
      appendFileSync(join(stateDir, 'audit.jsonl'), lines[left]!.slice(0, 30));
      const next = await startScripted(repository, '--repository-poll-secs', '0.05');
      expect(await audit(next.http)).toEqual(lines.slice(0, -1).map((line) => JSON.parse(line)));
      await next.stop();
      expect(readFileSync(join(stateDir, 'audit.jsonl'), 'utf8')).toBe(whole);
    }
    const unknown = await startScripted(repository);
    expect((await unknown.http.call('/v2/models/none/rollout/audit')).status).toBe(404);
  });

  it('has lost no decision after kills at any moment', async () => {
    const repository = temporaryFolder();
    copyDigits(repository, [1, 2]);
    const stateDir = `${repository}-state`;
    let answered = 0;
    for (let kill = 0; kill < 3; kill++) {
      const gateway = await startGateway(repository);
      const { http } = gateway;
      const before = answered;
      const people = [1, 2].map(async (version) => {
        try {
          for (;;) if ((await verb(http, 'pin', { version, who: `person ${version}` }, 'digits')).status === 200) answered += 1;
        } catch {
          // The gateway is gone.
        }
      });
      await until('some decisions', () => answered >= before + 5 + 3 * kill);
      gateway.signal('SIGKILL');
      await Promise.all([...people, gateway.ended]);
    }
    const last = await startGateway(repository);
    const lines = await audit(last.http, 'digits');
    const ids = lines.map(({ id }: Json) => id as string);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(answered);
    const kept = decided(stateDir, 'digits');
    expect(ids.slice(-kept.length)).toEqual(kept);
    expect(lines.at(-1)).toMatchObject({ model: 'digits', kind: 'pinned', who: expect.stringMatching(/^person [12]$/) });
  });
});
