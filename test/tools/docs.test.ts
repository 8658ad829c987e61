import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderPages } from '../../tools/docs.mjs';

let root = '';
const pages = [{ file: 'docs/a.md', module: 'src/a.mjs', call: 'page' }];
const states = async (check: boolean): Promise<string[]> => (await renderPages({ root, pages, check })).map((page) => page.state);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sluice-docs-'));
  for (const folder of ['docs', 'dist/src']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'dist/src/a.mjs'), "export const page = () => 'fresh text';");
});
afterEach(() => rmSync(root, { recursive: true }));

describe('generated pages', () => {
  it('are stale until written and fresh afterwards', async () => {
    expect(await states(true)).toEqual(['stale']);
    expect(await states(false)).toEqual(['written']);
    expect(readFileSync(join(root, 'docs/a.md'), 'utf8')).toBe('fresh text');
    expect(await states(true)).toEqual(['fresh']);
  });
  it('are stale after an edit by hand', async () => {
    await states(false);
    writeFileSync(join(root, 'docs/a.md'), 'edited');
    expect(await states(true)).toEqual(['stale']);
  });
  it('are stale without their generator, never passed over', async () => {
    rmSync(join(root, 'dist/src/a.mjs'));
    expect(await states(true)).toEqual(['stale']);
  });
});
