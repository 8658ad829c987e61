/**
 * `npm run docs` writes the reference pages that are printed from definitions; `--check` compares instead and fails
 * on a stale page. A page is a row here: the file, and the compiled module with the function that returns its text.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, guarded, isMain, prepare, say } from './build.mjs';

export const PAGES = [
  { file: 'docs/configuration.md', module: 'tools/docs/configuration.js', call: 'renderConfigurationPage' },
  { file: 'docs/schema/sluice.json', module: 'tools/docs/configuration.js', call: 'renderServerSchema' },
  { file: 'docs/schema/config.json', module: 'tools/docs/configuration.js', call: 'renderModelSchema' },
  { file: 'docs/cli.md', module: 'tools/docs/cli.js', call: 'renderCliPage' },
  { file: 'docs/errors.md', module: 'tools/docs/errors.js', call: 'renderErrorsPage' },
  { file: 'docs/metrics.md', module: 'tools/docs/metrics.js', call: 'renderMetricsPage' },
];

/** Returns what was done with each page; `stale` rows are the failures of a check. */
export async function renderPages({ root = ROOT, pages = PAGES, check }) {
  const outcome = [];
  for (const page of pages) {
    const path = join(root, 'dist', ...page.module.split('/'));
    if (!existsSync(path)) {
      outcome.push({ file: page.file, state: 'stale', detail: `dist/${page.module} is missing` });
      continue;
    }
    const print = (await import(pathToFileURL(path).href))[page.call];
    if (typeof print !== 'function') {
      outcome.push({ file: page.file, state: 'stale', detail: `dist/${page.module} exports no function ${page.call}` });
      continue;
    }
    const text = await print();
    const target = join(root, page.file);
    const fresh = existsSync(target) && readFileSync(target, 'utf8') === text;
    if (!fresh && !check) writeFileSync(target, text);
    outcome.push({ file: page.file, state: fresh ? 'fresh' : check ? 'stale' : 'written', detail: fresh || !check ? '' : 'run `npm run docs`' });
  }
  return outcome;
}

if (isMain(import.meta.url)) {
  await guarded(async () => {
    prepare();
    const outcome = await renderPages({ check: process.argv.includes('--check') });
    for (const page of outcome) say(`${page.file}: ${page.state}${page.detail === '' ? '' : ` (${page.detail})`}`);
    if (outcome.some((page) => page.state === 'stale')) process.exitCode = 1;
  });
}
