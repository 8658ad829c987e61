import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureInstalled, fingerprint, matchesLock, nodeFault } from '../../tools/build.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sluice-build-'));
  mkdirSync(join(root, 'src', 'base'), { recursive: true });
  writeFileSync(join(root, 'src', 'base', 'a.ts'), 'export {};');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('what is stale', () => {
  const print = (): string => fingerprint(root, ['src', 'tsconfig.json']);

  it('is nothing while nothing changes', () => {
    expect(print()).toBe(print());
  });
  it.each<[string, () => void]>([
    ['a new file', () => writeFileSync(join(root, 'src', 'b.ts'), '')],
    ['a removed file', () => rmSync(join(root, 'src', 'base', 'a.ts'))],
    ['a moved file', () => renameSync(join(root, 'src', 'base', 'a.ts'), join(root, 'src', 'a.ts'))],
    ['an older file put in its place', () => utimesSync(join(root, 'src', 'base', 'a.ts'), 1, 1)],
    ['a named file that appears', () => writeFileSync(join(root, 'tsconfig.json'), '{}')],
  ])('is everything after %s', (_title, change) => {
    const before = print();
    change();
    expect(print()).not.toBe(before);
  });
});

describe('what is installed', () => {
  const lock = { packages: { '': { version: '0' }, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true } } };

  it('matches with and without parts for other platforms', () => {
    expect(matchesLock(lock, { packages: { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } } })).toBe(true);
    expect(matchesLock(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true);
  });
  it('does not match with a part missing or of another version', () => {
    expect(matchesLock(lock, { packages: {} })).toBe(false);
    expect(matchesLock(lock, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(false);
    expect(matchesLock(lock, { packages: { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.1' } } })).toBe(false);
  });
  it('is taken as it is when it came with the checkout', () => {
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'package.json'), '{}');
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock));
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify(lock));
    expect(ensureInstalled(root)).toBe(false);
  });
  it('needs a lock file', () => {
    expect(() => ensureInstalled(root)).toThrow('package-lock.json is missing');
  });
});

describe('the floor of Node.js', () => {
  it('names version and remedy', () => {
    expect(nodeFault('18.20.1')).toContain('Node.js 18.20.1 is too old, 20.11 or later is needed');
    expect(nodeFault('20.10.0')).toContain('too old');
  });
  it('lets newer ones through', () => {
    expect(nodeFault('20.11.0')).toBeUndefined();
    expect(nodeFault('22.0.0')).toBeUndefined();
  });
});
