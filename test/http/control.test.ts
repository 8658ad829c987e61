import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/http/metrics.js';
import { drivers, json, rest } from '../support/http.js';
import { identity } from '../support/front.js';

describe.each(drivers)('control requests over HTTP on $name', (driver) => {
  it('tells health with the protocol\'s statuses and bodies', async () => {
    const { url, front } = await rest(driver, [identity('m', ['FP32'])]);
    const ask = async (path: string): Promise<unknown[]> => {
      const response = await fetch(url + path);
      return [response.status, await response.json()];
    };
    expect(await ask('/v2/health/live')).toEqual([200, { live: true }]);
    expect(await ask('/v2/health/ready')).toEqual([200, { ready: true }]);
    expect(await ask('/v2/models/m/labels/stable/ready')).toEqual([200, { name: 'm', ready: true }]);
    expect((await ask('/v2/models/n/ready'))[0]).toBe(404);
    front.ready = false;
    front.live = false;
    expect(await ask('/v2/health/live')).toEqual([400, { live: false }]);
    expect(await ask('/v2/health/ready')).toEqual([400, { ready: false }]);
    expect(await ask('/v2/models/m/ready')).toEqual([400, { name: 'm', ready: false, error: 'Model version not ready' }]);
  });

  it.each([
    ['GET', '/v2/models/m', '', ['modelMetadata', 'm', '']],
    ['GET', '/v2/models/m/versions/2/config', '', ['modelConfig', 'm', '2']],
    ['GET', '/v2/models/m/labels/stable/stats', '', ['statistics', 'm', '1']],
    ['GET', '/v2/models/stats', '', ['statistics', '', '']],
    ['POST', '/v2/repository/index', '', ['index', false]],
    ['POST', '/v2/repository/index', '{"ready":true}', ['index', true]],
    ['POST', '/v2/repository/models/m/load', '{"parameters":{"config":"{}","file:1/model.onnx":"AQI="}}', ['load', 'm', { config: '{}', files: new Map([['1/model.onnx', Buffer.from([1, 2])]]) }]],
    ['POST', '/v2/repository/models/m/unload', '{"parameters":{"unload_dependents":true}}', ['unload', 'm', true]],
    ['PUT', '/v2/models/m/labels/new', '{"version":3}', ['setLabel', 'm', 'new', 3, null]],
    ['DELETE', '/v2/models/m/labels/new', '', ['setLabel', 'm', 'new', null, null]],
    ['POST', '/v2/models/m/trace/setting', '{"trace_rate":null,"trace_level":["OFF"],"trace_count":5}', ['traceSettings', 'm', { trace_rate: null, trace_level: ['OFF'], trace_count: '5' }]],
    ['POST', '/v2/logging', '{"log_info":false}', ['logSettings', { log_info: false }]],
    ['POST', '/v2/systemsharedmemory/region/r/register', '{"key":"/k","offset":0,"byte_size":8}', ['regionRegister', { name: 'r', key: '/k', offset: 0, byte_size: 8 }]],
    ['POST', '/v2/systemsharedmemory/unregister', '', ['regionUnregister', '']],
    ['GET', '/v2/models/m/rollout/audit', '', ['rolloutAudit', 'm']],
    ['POST', '/v2/notifications/r-1.x.test-0a/retry', '', ['retryNotification', 'r-1.x.test-0a']],
    ['DELETE', '/v2/notifications/r-1.x.test-0a', '', ['dropNotification', 'r-1.x.test-0a']],
  ])('%s %s asks the control side, case %#', async (method, path, body, asked) => {
    const { url, admin } = await rest(driver, []);
    const response = await fetch(url + path, { method, ...(body === '' ? {} : { body }) });
    expect(response.status).toBe(200);
    expect(admin.asked).toEqual([asked]);
  });

  it.each([
    ['POST', '/v2/repository/index', '{"ready":1}', 400], ['POST', '/v2/repository/index', '['.repeat(250_000), 400], ['POST', '/v2/repository/index', '[]', 400],
    ['POST', '/v2/repository/models/m/load', '{"parameters":{"x":"1"}}', 400], ['POST', '/v2/repository/models/m/load', '{"parameters":{"file:1/m":"AQI="}}', 400],
    ['POST', '/v2/repository/models/m/load', '{"parameters":{"config":"{}","file:../m":"AQI="}}', 400], ['POST', '/v2/repository/models/m/load', '{"parameters":{"config":"{}","file:1/m":"%"}}', 400],
    ['POST', '/v2/repository/models/..%2fx/load', '', 400], ['POST', '/v2/repository/other/index', '', 501], ['PUT', '/v2/models/m/labels/l', '{"version":-1}', 400],
    ['POST', '/v2/cudasharedmemory/region/r/register', '{}', 501], ['POST', '/v2/systemsharedmemory/region/r/register', '{"key":"/k","byte_size":-1}', 400],
    ['GET', '/v2/models/none', '', 404], ['GET', '/v2/models/m/labels/no', '', 404], ['GET', '/metrics', '', 404], ['POST', '/v2/logging', '{"a":[]}', 400],
    ['POST', '/v2/notifications/none/retry', '', 404], ['POST', '/v2/notifications', '', 405], ['GET', '/v2/notifications/none', '', 405],
  ])('%s %s is answered with an error, case %#', async (method, path, body, status) => {
    const { url, admin } = await rest(driver, []);
    const response = await fetch(url + path, { method, ...(body === '' ? {} : { body }) });
    expect([response.status, Object.keys(await response.json() as object)]).toEqual([status, ['error']]);
    expect(admin.asked.filter(([what]) => what === 'load')).toEqual([]);
  });

  it('tells 404 and 405 apart, and which methods there are', async () => {
    const { url, post } = await rest(driver, []);
    expect(await (await fetch(`${url}/nothing`)).text()).toBe('{"error":"Not Found"}');
    const response = await fetch(`${url}/v2/models/m/infer`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await post('/v2/health/live')).headers.get('allow')).toBe('GET, HEAD');
    expect((await fetch(`${url}/v2/cudasharedmemory/status`)).status).toBe(200);
    expect(json(await (await fetch(url)).json())).toContain('docs');
  });

  it('serves metrics on a port of their own', async () => {
    const { admin } = await rest(driver, []);
    const metrics = await createMetrics({ driver, host: '127.0.0.1', port: 0, admin, fault: () => undefined, every: () => () => undefined });
    const response = await fetch(`http://127.0.0.1:${metrics.port}/metrics`);
    expect(await response.text()).toContain('nv_x 1');
    expect((await fetch(`http://127.0.0.1:${metrics.port}/`)).status).toBe(404);
    await metrics.close();
  });
});
