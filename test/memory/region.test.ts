import { execFileSync } from 'node:child_process';
import { fstatSync, mkdtempSync, readFileSync, readSync, rmSync, symlinkSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import { REGIONS_MAX, RegionRegistry, checkSpan } from '../../src/memory/region.js';

const key = `/sluice-test-${process.pid}`;
const file = `/dev/shm${key}`;
let registry: RegionRegistry;

beforeEach(() => {
  writeFileSync(file, Buffer.from(Array.from({ length: 64 }, (_, i) => i)));
  registry = new RegionRegistry(true);
});

afterEach(() => {
  registry.close();
  rmSync(file, { force: true });
});

function refusal(call: () => unknown): { reason: string; text: string } {
  try {
    call();
  } catch (error) {
    if (error instanceof ServingError) return { reason: error.reason, text: error.message };
    throw error;
  }
  return { reason: 'none', text: '' };
}

const region = (parts: object = {}) => ({ name: 'x', key, offset: 0, byte_size: 64, ...parts });

test('a registered region is listed, read and written through its descriptor', () => {
  registry.register(region({ offset: 8, byte_size: 16 }));
  expect(registry.status('x')).toEqual([{ name: 'x', key, offset: 8, byte_size: 16 }]);
  const lease = registry.acquire('x');
  expect(lease).toMatchObject({ offset: 8, byteSize: 16 });
  const bytes = Buffer.alloc(4);
  readSync(lease.fd, bytes, 0, 4, lease.offset + 2);
  expect([...bytes]).toEqual([10, 11, 12, 13]);
  writeSync(lease.fd, Buffer.from([99]), 0, 1, lease.offset);
  expect(readFileSync(file)[8]).toBe(99);
  registry.release(lease.id);
});

test('status lists all under the empty name and refuses an unknown one', () => {
  registry.register(region({ name: 'a' }));
  registry.register(region({ name: 'b' }));
  expect(registry.status('').map((row) => row.name)).toEqual(['a', 'b']);
  expect(refusal(() => registry.status('c'))).toEqual({ reason: 'not_found', text: "Unable to find system shared memory region: 'c'" });
});

test('a name is taken once', () => {
  registry.register(region());
  expect(refusal(() => registry.register(region()))).toEqual({ reason: 'already_exists', text: "shared memory region 'x' already in manager" });
  expect(registry.open).toBe(1);
});

test.each([
  [{ key: key.slice(1) }, "must be one '/'"],
  [{ key: '' }, "must be one '/'"],
  [{ key: '/' }, "must be one '/'"],
  [{ key: '//x' }, "must be one '/'"],
  [{ key: '/..' }, "must be one '/'"],
  [{ key: '/../etc/passwd' }, "must be one '/'"],
  [{ key: '/a/b' }, "must be one '/'"],
  [{ key: '/a\0b' }, "must be one '/'"],
  [{ key: `/${'k'.repeat(256)}` }, "must be one '/'"],
  [{ key: '/triton_python_backend_shm_region_1' }, "contains the reserved prefix 'triton_python_backend_shm_region_'"],
  [{ key: 'triton_python_backend_shm_region_1' }, 'contains the reserved prefix'],
  [{ key: '/sluice-no-such-object' }, "Unable to open shared memory region: '/sluice-no-such-object'"],
  [{ name: '' }, 'the name is empty'],
  [{ offset: -1 }, 'invalid args'],
  [{ byte_size: -1 }, 'invalid args'],
  [{ byte_size: 0 }, 'invalid args'],
  [{ offset: 0.5 }, 'invalid args'],
  [{ offset: Number.NaN }, 'invalid args'],
  [{ byte_size: 65 }, "failed to register shared memory region 'x': invalid args"],
  [{ offset: 1 }, 'invalid args'],
  [{ offset: 2 ** 64 - 32 }, 'Integer overflow detected: byte_size'],
  [{ offset: 8, byte_size: Number.MAX_SAFE_INTEGER }, 'Integer overflow detected: byte_size'],
  [{ offset: Infinity }, 'Integer overflow detected'],
])('registering %j is refused and holds nothing', (parts, text) => {
  const got = refusal(() => registry.register(region(parts)));
  expect(got.reason).toBe('invalid_argument');
  expect(got.text).toContain(text);
  expect(registry.open).toBe(0);
  expect(registry.status('')).toEqual([]);
});

test('links and things that are no files are not opened', () => {
  const folder = mkdtempSync(join(tmpdir(), 'region-'));
  try {
    symlinkSync(file, join(folder, 'link'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const local = new RegionRegistry(true, folder);
    expect(refusal(() => local.register(region({ key: '/link' }))).text).toBe("Unable to open shared memory region: '/link'");
    expect(refusal(() => local.register(region({ key: '/pipe' }))).text).toBe("Invalid shared memory region: '/pipe'");
    expect(local.open).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('unregistering waits for the last user, and the name is free at once', () => {
  registry.register(region());
  const [first, second] = [registry.acquire('x'), registry.acquire('x')];
  registry.unregister('x');
  expect(registry.status('')).toEqual([]);
  expect(refusal(() => registry.acquire('x'))).toEqual({ reason: 'not_found', text: "Unable to find shared memory region: 'x'" });
  registry.register(region({ byte_size: 8 }));
  expect(registry.open).toBe(2);
  registry.release(first.id);
  expect(fstatSync(second.fd).size).toBe(64);
  registry.release(second.id);
  expect(registry.open).toBe(1);
  expect(registry.acquire('x').id).not.toBe(first.id);
});

test('a region stays open while it is registered, used or not', () => {
  registry.register(region());
  const lease = registry.acquire('x');
  registry.release(lease.id);
  expect(registry.acquire('x')).toEqual(lease);
});

test('unregistering all, twice, or an unknown name is no fault', () => {
  registry.register(region({ name: 'a' }));
  registry.register(region({ name: 'b' }));
  registry.unregister('c');
  registry.unregister('');
  registry.unregister('');
  expect(registry.open).toBe(0);
});

test('giving back more than was taken is our own fault', () => {
  registry.register(region());
  const lease = registry.acquire('x');
  registry.release(lease.id);
  expect(() => registry.release(lease.id)).toThrow('released more often');
});

test('switched off, everything but the status is refused', () => {
  const off = new RegionRegistry(false);
  const refused = { reason: 'shm_disabled', text: "Client shared memory is disabled. Start the server with '--allow-client-shm=true' to enable." };
  expect(refusal(() => off.register(region()))).toEqual(refused);
  expect(refusal(() => off.unregister(''))).toEqual(refused);
  expect(refusal(() => off.acquire('x'))).toEqual(refused);
  expect(off.status('')).toEqual([]);
});

test('the number of regions is bounded', () => {
  for (let i = 0; i < REGIONS_MAX; i += 1) registry.register(region({ name: `r${i}` }));
  expect(refusal(() => registry.register(region({ name: 'more' }))).reason).toBe('invalid_argument');
  registry.unregister('');
  expect(registry.open).toBe(0);
});

test('an object that shrinks later is read short, not past its end', () => {
  registry.register(region());
  truncateSync(file, 4);
  const lease = registry.acquire('x');
  expect(readSync(lease.fd, Buffer.alloc(64), 0, 64, lease.offset)).toBe(4);
});

test.each([
  [0, 64, ''],
  [60, 4, ''],
  [0, 0, ''],
  [64, 1, "Invalid offset for shared memory region: 'x'"],
  [-1, 1, "Invalid offset for shared memory region: 'x'"],
  [2 ** 64 - 32, 1, "Invalid offset for shared memory region: 'x'"],
  [0.5, 1, "Invalid offset for shared memory region: 'x'"],
  [60, 5, "Invalid offset + byte size for shared memory region: 'x'"],
  [0, -1, "Invalid offset + byte size for shared memory region: 'x'"],
  [1, Number.MAX_SAFE_INTEGER, 'Integer overflow detected: byte_size'],
])('a span at %d of %d bytes', (offset, length, text) => {
  const got = refusal(() => checkSpan('x', 64, offset, length));
  if (text === '') expect(got.reason).toBe('none');
  else expect(got.text).toContain(text);
});
