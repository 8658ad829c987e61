import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWhole } from '../../src/gateway/file.js';
import { temporaryFolder } from '../support/folder.js';

test('reads regular files up to a size and names what it does not read', async () => {
  const folder = temporaryFolder();
  const path = (name: string) => join(folder, name);
  writeFileSync(path('text'), 'hello');
  symlinkSync('text', path('link'));
  symlinkSync('self', path('self'));
  symlinkSync('/dev/zero', path('endless'));
  mkdirSync(path('folder'));
  execFileSync('mkfifo', [path('pipe')]);
  const read = (name: string, bytesMax = 5) => readWhole(path(name), `'${name}'`, bytesMax).then(String, (thrown: Error) => thrown.message);
  expect(await read('text')).toBe('hello');
  expect(await read('link')).toBe('hello');
  expect(await read('text', 4)).toBe("'text' has 5 bytes, and at most 4 are read");
  for (const name of ['endless', 'folder', 'pipe']) expect(await read(name)).toBe(`'${name}' cannot be read: it is no regular file`);
  expect(await read('self')).toBe("'self' cannot be read (ELOOP)");
  expect(await read('none')).toBe("'none' cannot be read (ENOENT)");
});
