/** Prints docs/errors.md from the catalogue of reasons. */
import { REASONS, REASON_NAMES } from '../../src/base/error.js';

export function renderErrorsPage(): string {
  return `${[
    '# Errors',
    '',
    'This page is printed from `src/base/error.ts` by `npm run docs`; do not edit it.',
    '',
    'Every fault that a caller can see is a row of this table. Over REST the body is `{"error":"<text>"}` with the HTTP status of the',
    'row; over gRPC the status carries the same text. Rows marked *retry* may succeed when sent again, and their answers carry',
    '`Retry-After`. The label is that of `nv_inference_request_failure`; `sluice_request_refusals_total` counts by reason.',
    '',
    '| reason | code | gRPC | HTTP | retry | label | what happened and what to do |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...REASON_NAMES.map((name) => {
      const row = REASONS[name];
      return `| \`${name}\` | ${row.code} | ${row.grpc} | ${row.http} | ${row.retry ? 'retry' : '–'} | ${row.label} | ${row.doc} |`;
    }),
  ].join('\n')}\n`;
}
