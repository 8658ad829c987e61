import { describe, expect, it } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import { drivers, json, raw, rest } from '../support/http.js';

const path = '/v2/models/m/rollout';
const nothing = { version: 0, plan: null, reason: '', who: '', generation: null };

describe.each(drivers)('rollouts over HTTP on $name', (driver) => {
  it('are read with their generation as ETag, and not sent to who has it', async () => {
    const { url, admin } = await rest(driver, []);
    const get = (headers: Record<string, string> = {}, method = 'GET'): Promise<Response> => fetch(url + path, { method, headers });
    const whole = await get();
    expect([whole.status, whole.headers.get('etag'), (await whole.json() as { model: string }).model]).toEqual([200, '"7"', 'm']);
    const known = await get({ 'If-None-Match': '"7"' });
    expect([known.status, known.headers.get('etag'), await known.text()]).toEqual([304, '"7"', '']);
    expect((await get({ 'If-None-Match': '"6"' })).status).toBe(200);
    const head = await get({}, 'HEAD');
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, '"7"', '']);
    expect((await get({ 'If-None-Match': '"7"' }, 'HEAD')).status).toBe(304);
    expect(admin.asked.every(([what]) => what === 'rollout')).toBe(true);
  });

  it('are waited for where a wait is preferred', async () => {
    const { url, admin } = await rest(driver, []);
    const wait = (tag: string): Promise<Response> => fetch(url + path, { headers: { 'If-None-Match': tag, Prefer: 'wait=20' } });
    const still = await wait('"7"');
    expect([still.status, still.headers.get('preference-applied')]).toEqual([304, 'wait=20']);
    admin.newsGeneration = 9;
    const news = await wait('"7"');
    expect([news.status, news.headers.get('etag'), (await news.json() as { generation: number }).generation]).toEqual([200, '"9"', 9]);
    expect(admin.asked.filter(([what]) => what === 'rolloutNews')).toEqual([['rolloutNews', 'm', { generation: 7, digest: '' }, 20_000], ['rolloutNews', 'm', { generation: 7, digest: '' }, 20_000]]);
    admin.asked.length = 0;
    expect((await wait('"5"')).status).toBe(200);
    expect(admin.asked).toEqual([['rollout', 'm']]);
  });

  it('leave the connection of a 304 in use', async () => {
    const { http } = await rest(driver, []);
    const one = `GET ${path} HTTP/1.1\r\nHost: a\r\nIf-None-Match: "7"\r\n\r\n`;
    const text = await raw(http.port, [one, one.replace('"7"', '"1"')], /"rejected":\[\]/);
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 304', 'HTTP/1.1 200']);
  });

  it('begin with 201 and where they are, and are changed with 200', async () => {
    const { post, admin } = await rest(driver, []);
    const begun = await post('/v2/models/a%20b/rollout', json({ candidate: 2, plan: { steps: [] }, who: 'ann', reason: 'so' }), { 'If-Match': '"7"' });
    expect([begun.status, begun.headers.get('location'), begun.headers.get('etag')]).toEqual([201, '/v2/models/a%20b/rollout', '"8"']);
    const paused = await post(`${path}/pause`);
    expect([paused.status, paused.headers.get('location'), paused.headers.get('etag')]).toEqual([200, null, '"8"']);
    expect((await post(`${path}/pin`, json({ version: '3' }))).status).toBe(200);
    expect(admin.asked).toEqual([
      ['changeRollout', 'a b', 'start', { version: 2, plan: { steps: [] }, who: 'ann', reason: 'so', generation: 7 }],
      ['changeRollout', 'm', 'pause', nothing],
      ['changeRollout', 'm', 'pin', { ...nothing, version: 3 }],
    ]);
  });

  it.each([
    ['', '{}', ['candidate']],
    ['', '{"candidate":0}', ['candidate']],
    ['', '{"candidate":"x","version":2,"who":7}', ['version', 'candidate', 'who']],
    ['', json({ candidate: 1.5, reason: 'x'.repeat(1001), who: null }), ['candidate', 'reason', 'who']],
    ['/pin', '{"candidate":2}', ['candidate', 'version']],
    ['/abort', '{"plan":{}}', ['plan']],
  ])('refuse bad input%s with every fault by its field, case %#', async (verb, body, paths) => {
    const { post, admin } = await rest(driver, []);
    const response = await post(path + verb, body);
    const { error, faults } = await response.json() as { error: string; faults: { path: string; message: string }[] };
    expect([response.status, faults.map((fault) => fault.path)]).toEqual([400, paths]);
    expect(error).toBe(faults.map(({ message }) => message).join('; '));
    expect(admin.asked).toEqual([]);
  });

  it('say a refusal of the control side with its faults, and without where there are none', async () => {
    const { post, admin } = await rest(driver, []);
    const faults = [{ path: 'steps[1].weight', message: 'weights rise from step to step' }];
    admin.refusal = new ServingError('invalid_argument', 'the plan cannot work', { faults });
    expect(await (await post(path, '{"candidate":2}')).json()).toEqual({ error: 'the plan cannot work', faults });
    admin.refusal = new ServingError('precondition_failed', 'somebody was faster');
    const late = await post(`${path}/promote`, '', { 'If-Match': '"7"' });
    expect([late.status, await late.json()]).toEqual([412, { error: 'somebody was faster' }]);
    const bad = await post(`${path}/promote`, '', { 'If-Match': '"seven"' });
    expect([bad.status, (await bad.json() as { error: string }).error]).toEqual([400, expect.stringContaining('If-Match takes a generation')]);
  });

  it.each([
    ['DELETE', '', 'GET, HEAD, POST'], ['PUT', '', 'GET, HEAD, POST'], ['GET', '/promote', 'POST'], ['POST', '/recording', 'GET, HEAD'],
  ])('%s %s is not offered', async (method, verb, allow) => {
    const { url } = await rest(driver, []);
    const response = await fetch(url + path + verb, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
    expect((await fetch(`${url}${path}/nonsense`)).status).toBe(404);
  });
});

describe.each(drivers)('labels over HTTP on $name', (driver) => {
  it('have their version as ETag, which a move can be held to', async () => {
    const { url, admin } = await rest(driver, []);
    const call = (method: string, headers: Record<string, string> = {}, body?: string): Promise<Response> =>
      fetch(`${url}/v2/models/m/labels/stable`, { method, headers, ...(body === undefined ? {} : { body }) });
    expect((await call('GET')).headers.get('etag')).toBe('"1"');
    const moved = await call('PUT', { 'If-Match': '"1"' }, '{"version":2}');
    expect([moved.status, moved.headers.get('etag'), await moved.json()]).toEqual([200, '"2"', { label: 'stable', version: 2 }]);
    expect((await call('DELETE', { 'If-Match': '"2"' })).status).toBe(200);
    expect((await call('PUT', { 'If-Match': 'x' }, '{"version":2}')).status).toBe(400);
    expect(admin.asked.slice(1)).toEqual([['setLabel', 'm', 'stable', 2, 1], ['setLabel', 'm', 'stable', null, 2]]);
  });
});
