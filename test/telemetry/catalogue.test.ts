import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { REASON_NAMES } from '../../src/base/error.js';
import { METRIC_NAMES } from '../../src/telemetry/catalogue.js';
import { renderErrorsPage } from '../../tools/docs/errors.js';
import { renderMetricsPage } from '../../tools/docs/metrics.js';

const page = (name: string): string => readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8');

test.each([['metrics', renderMetricsPage], ['errors', renderErrorsPage]] as const)('docs/%s.md is fresh; `npm run docs` prints it', (name, render) => {
  expect(page(name)).toBe(render());
});

test('the metrics page names every metric of the catalogue, and the catalogue every metric of the page', () => {
  const rows = [...page('metrics').matchAll(/^\| `((?:nv|sluice)_\w+)` \|/gm)].map(([, name]) => name);
  expect(rows.sort()).toEqual([...METRIC_NAMES].sort());
});

test('the errors page names every reason of the catalogue, and the catalogue every reason of the page', () => {
  const rows = [...page('errors').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(rows).toEqual([...REASON_NAMES]);
});
