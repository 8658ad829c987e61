import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { silentLog } from '../../src/base/log.js';
import { Notices, type NoticeParts } from '../../src/gateway/notices.js';
import { Desk } from '../../src/rollout/desk.js';
import type { Document } from '../../src/rollout/document.js';
import { pause, reduce, start, swapped } from '../../src/rollout/machine.js';
import { MemoryStore } from '../../src/state/memory.js';
import { temporaryFolder } from '../support/folder.js';
import { later } from '../support/later.js';
import { until } from '../support/until.js';
import { planOf } from '../support/plan.js';

interface Sent {
  readonly url: string;
  readonly event: { readonly source: string; readonly subject: string; readonly data: Record<string, unknown> };
}

function world(options: Partial<NoticeParts['options']>) {
  const clock = new ManualClock(1_000_000_000);
  const stateDir = temporaryFolder();
  const sent: Sent[] = [];
  const desk: Desk = new Desk(new MemoryStore(clock), (change) => notices.told(change));
  const notices = new Notices({
    options: { stateDir, publicUrl: '', notifyUrl: [], notifySecretEnv: '', ...options },
    clock, log: silentLog, httpPort: 8000, secretOf: () => 'secret', after: () => () => undefined,
    engine: () => ({ models: () => desk.models(), document: (model) => desk.document(model), judgementOf: () => null }),
    post: async (url, _, body) => {
      sent.push({ url, event: JSON.parse(body) as Sent['event'] });
      return { status: 200, retryAfter: null };
    },
  });
  later(() => notices.notifier.stop());
  return { clock, stateDir, sent, desk, notices, at: { atMs: clock.wallMs(), who: 'ann' } };
}

it('tells a target once that is named by the server and by the plan, and another for every secret', async () => {
  const w = world({ notifyUrl: ['https://a.test/', 'https://b.test/'], notifySecretEnv: 'S' });
  const plan = planOf({ notify: [{ url: 'https://a.test/', secretEnv: 'S' }, { url: 'https://b.test/', secretEnv: 'OTHER' }, { url: 'https://c.test/', events: ['promoted'] }] });
  await w.desk.change('m', (document) => start(swapped(document, 1), { id: '2-r', candidate: 2, fingerprint: 'f', plan, why: 'published' }, w.at));
  await until('all sent', () => w.sent.length === 3);
  expect(w.sent.map(({ url }) => url).sort()).toEqual(['https://a.test/', 'https://b.test/', 'https://b.test/']);
  expect(w.notices.notifier.lanes().map(({ target }) => target.split('-')[0])).toEqual(['a.test', 'b.test', 'b.test']);
});

it('names a model of any name, and the weights that its plan has', async () => {
  const w = world({ publicUrl: 'https://models.test/base/', notifyUrl: ['https://a.test/'] });
  const plan = planOf({ mirror: { percent: 20, minPairs: 0 }, steps: [{ weight: 5 }] });
  await w.desk.change('é .m', (document) => reduce(start(swapped(document, 1), { id: '2-r', candidate: 2, fingerprint: 'f', plan, why: 'published' }, w.at), { type: 'ready' }, w.at.atMs));
  await w.desk.change('é .m', (document) => pause(document, w.at, 'lunch'));
  await until('all sent', () => w.sent.length === 3);
  expect(w.sent[2]!.event).toMatchObject({
    source: 'https://models.test/base/v2/models/%C3%A9%20.m', subject: 'é .m/2',
    data: { model: 'é .m', kind: 'paused', who: 'ann', reason: 'lunch', weights: { stable: 100, control: 0, canary: 0, mirror: 20 }, link: 'https://models.test/base/v2/models/%C3%A9%20.m/rollout' },
  });
  // What is not the newest of its change is told without what only its moment knew.
  expect(w.sent[0]!.event.data['weights']).toBeNull();
});

it('tells of no share for a twin that found no room', async () => {
  const w = world({ notifyUrl: ['https://a.test/'] });
  const begun = (document: Document) => start(swapped(document, 1), { id: '2-r', candidate: 2, fingerprint: 'f', plan: planOf({ steps: [{ weight: 5 }] }), why: 'published' }, w.at);
  await w.desk.change('m', begun);
  await w.desk.change('m', (document) => reduce(document, { type: 'ready', isTwinless: true }, w.at.atMs));
  await until('both sent', () => w.sent.length === 2);
  expect(w.sent[1]!.event.data['weights']).toEqual({ stable: 95, control: 0, canary: 5, mirror: 0 });
});

it('finds what an earlier process left, when it is asked to', async () => {
  const w = world({});
  const quiet = new Desk(new MemoryStore(w.clock), () => undefined);
  await quiet.change('m', (document) => start(swapped(document, 1), { id: '2-r', candidate: 2, fingerprint: 'f', plan: planOf({}), why: 'published' }, w.at));
  const later = new Notices({
    options: { stateDir: w.stateDir, publicUrl: '', notifyUrl: [], notifySecretEnv: '' }, clock: w.clock, log: silentLog, httpPort: null, secretOf: () => undefined, after: () => () => undefined,
    engine: () => ({ models: () => quiet.models(), document: (model) => quiet.document(model), judgementOf: () => null }),
  });
  later.recover();
  await later.notifier.stop();
  expect(JSON.parse(readFileSync(join(w.stateDir, 'audit.jsonl'), 'utf8'))).toEqual({
    at: '1970-01-01T00:16:40.000Z', id: '2-r-1', model: 'm', kind: 'started', rollout: '2-r', candidate: 2, stable: 1, from: 'none', to: 'pending', who: 'ann', why: 'published',
  });
});
