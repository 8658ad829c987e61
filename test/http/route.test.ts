import { describe, expect, it } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import { parseRoute, RouteCache } from '../../src/http/route.js';

const none = { model: '', version: '', label: '', region: '', verb: '', notification: '' };

describe('routes', () => {
  it.each([
    ['/', { kind: 'root' }],
    ['/v2', { kind: 'server' }],
    ['/v2/', { kind: 'server' }],
    ['/v2/health/live', { kind: 'live' }],
    ['/v2/health/ready', { kind: 'ready' }],
    ['/v2/models/stats', { kind: 'stats' }],
    ['/v2/models/m', { kind: 'model', model: 'm' }],
    ['/v2/models/m/infer', { kind: 'infer', model: 'm' }],
    ['/v2/models/m/versions/3/infer', { kind: 'infer', model: 'm', version: '3' }],
    ['/v2/models/m/versions/3', { kind: 'model', model: 'm', version: '3' }],
    ['/v2/models/m/versions/3/ready', { kind: 'modelReady', model: 'm', version: '3' }],
    ['/v2/models/m/config', { kind: 'config', model: 'm' }],
    ['/v2/models/m/stats', { kind: 'stats', model: 'm' }],
    ['/v2/models/m/labels', { kind: 'labels', model: 'm' }],
    ['/v2/models/m/labels/stable', { kind: 'label', model: 'm', label: 'stable' }],
    ['/v2/models/m/labels/stable/infer', { kind: 'infer', model: 'm', label: 'stable' }],
    ['/v2/models/m/trace/setting', { kind: 'trace', model: 'm' }],
    ['/v2/models/m/rollout/audit', { kind: 'rolloutAudit', model: 'm' }],
    ['/v2/notifications', { kind: 'notifications' }],
    ['/v2/notifications/r-1.x.test-0a', { kind: 'notification', notification: 'r-1.x.test-0a' }],
    ['/v2/notifications/r-1.x.test-0a/retry', { kind: 'notificationRetry', notification: 'r-1.x.test-0a' }],
    ['/v2/trace/setting', { kind: 'trace' }],
    ['/v2/logging', { kind: 'logging' }],
    ['/v2/repository/index', { kind: 'index' }],
    ['/v2/repository/other/index', { kind: 'repositoryName' }],
    ['/v2/repository/models/m/load', { kind: 'load', model: 'm' }],
    ['/v2/repository/models/m/unload', { kind: 'unload', model: 'm' }],
    ['/v2/systemsharedmemory/status', { kind: 'systemStatus' }],
    ['/v2/systemsharedmemory/region/r/register', { kind: 'systemRegister', region: 'r' }],
    ['/v2/systemsharedmemory/unregister', { kind: 'systemUnregister' }],
    ['/v2/cudasharedmemory/region/r/status', { kind: 'cudaStatus', region: 'r' }],
    ['/v2/models/a%20b%C3%A9/infer', { kind: 'infer', model: 'a bé' }],
  ])('%s', (path, expected) => {
    expect(parseRoute(path)).toEqual({ ...none, ...expected });
  });

  it.each(['', '/v1', '/v2/health', '/v2/models', '/v2/models/m/versions/x/infer', '/v2/models/m/versions/1/trace/setting', '/v2/models/m/infer/', '/v2/models/m/generate', '/v2x', '/v2/notifications/a/again', '/v2/notifications/a/retry/now', '/v2/models/m/rollout/audit/all', 'http://a/v2', '/v2/repository'])('%s is no path', (path) => {
    expect(parseRoute(path)).toBeNull();
  });

  it.each(['/v2/models/..%2f..%2fetc/infer', '/v2/models/../infer', '/v2/repository/models/%2e%2e/load', '/v2/models/a%00b', '/v2/models/a%5cb', '/v2/models/%ff', '/v2/models/%C3', '/v2/models/%', '/v2/models//infer', '/v2/models/%20/infer', '/v2/systemsharedmemory/region/a%2fb/register'])('%s is refused', (path) => {
    expect(() => parseRoute(path)).toThrow(ServingError);
    expect(() => new RouteCache().find(path)).toThrow(/name/);
  });

  it('remembers a path without mixing it up with another', () => {
    const cache = new RouteCache();
    const first = cache.find('/v2/models/a/infer');
    expect(cache.find('/v2/models/b/infer')?.model).toBe('b');
    expect(cache.find('/v2/models/a/infer')).toBe(first);
    expect(cache.find('/nothing')).toBeNull();
    expect(cache.find('/v2/models/a/infer')).toBe(first);
  });
});
