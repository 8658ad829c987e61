import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeOf, targetId } from '../../src/notify/notice.js';

it('an id is a stream and a number, and nothing that could leave a folder or a header', () => {
  expect(placeOf('2-0a1b2c3d-17')).toEqual({ stream: '2-0a1b2c3d', seq: 17 });
  for (const text of ['', 'r', 'r-', '-1', 'a.b-1', '../r-1', 'r-1x', 'r\n-1', `${'r'.repeat(81)}-1`]) expect(placeOf(text), text).toBeNull();
});

it('a target is called by its host and differs by address and secret, and its name shows no path', () => {
  const name = targetId({ url: 'https://hooks.test:8443/T0/secret?token=1', secretEnv: null });
  expect(name).toMatch(/^hooks\.test-8443-[0-9a-f]{8}$/);
  expect(targetId({ url: 'https://hooks.test:8443/T0/secret?token=1', secretEnv: 'S' })).not.toBe(name);
  fc.assert(fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
    expect(targetId({ url, secretEnv: null })).toMatch(/^[A-Za-z0-9.-]{1,69}$/);
  }), { numRuns: 30 });
});
