/**
 * Writes every reference page that is printed from definitions; with `--check` it writes nothing, names the stale
 * ones and exits with 1. Run from the root of the project.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { renderErrorsPage } from './errors.js';
import { renderMetricsPage } from './metrics.js';

/** A page whose module is not in the tree yet is left out. */
const CONFIGURATION = new URL('./configuration.js', import.meta.url);

export async function renderPages(): Promise<ReadonlyMap<string, string>> {
  const pages = new Map([
    ['docs/errors.md', renderErrorsPage()],
    ['docs/metrics.md', renderMetricsPage()],
  ]);
  if (existsSync(CONFIGURATION)) {
    const module = (await import(CONFIGURATION.href)) as { renderConfigurationPage(): string };
    pages.set('docs/configuration.md', module.renderConfigurationPage());
  }
  return pages;
}

async function main(check: boolean): Promise<void> {
  for (const [file, text] of await renderPages()) {
    const fresh = existsSync(file) && readFileSync(file, 'utf8') === text;
    if (!fresh && !check) writeFileSync(file, text);
    if (!fresh && check) process.exitCode = 1;
    process.stdout.write(`${file}: ${fresh ? 'fresh' : check ? 'stale, run `npm run docs`' : 'written'}\n`);
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(process.argv.includes('--check'));
}
