import { expect, it } from 'vitest';
import { threadEntry } from '../../src/base/entry.js';

const root = new URL('../../', import.meta.url).href;

it('takes the neighbour of a built file and the built file of a source', () => {
  expect(threadEntry(`${root}dist/src/analysis/pool.js`, './task.js').href).toBe(`${root}dist/src/analysis/task.js`);
  expect(threadEntry(`${root}src/analysis/pool.ts`, './task.js').href).toBe(`${root}dist/src/analysis/task.js`);
  expect(threadEntry(`${root}src/instance/host.ts`, '../frontend/thread.js').href).toBe(`${root}dist/src/frontend/thread.js`);
});
