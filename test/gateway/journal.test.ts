import { expect, test } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { ServingError } from '../../src/base/error.js';
import { createLogOver } from '../../src/base/log.js';
import { logMoves } from '../../src/gateway/journal.js';
import { Ledger } from '../../src/lifecycle/ledger.js';
import type { VersionState } from '../../src/lifecycle/state.js';

test('the moves an operator waits for leave one line each, and steps in between leave none', () => {
  const lines: string[] = [];
  const ledger = new Ledger(systemClock);
  logMoves(ledger, createLogOver((level, fields, text) => lines.push(`${level} ${JSON.stringify(fields)} ${text}`), systemClock));
  const record = (version: number, state: VersionState): void => ledger.record({ servingId: version, model: 'm', version, fingerprint: 'f', state });
  const cause = new ServingError('load_failed', 'not a readable ONNX model');

  record(1, { phase: 'validating' });
  record(1, { phase: 'loading', attempt: 1, attemptsMax: 1 });
  record(1, { phase: 'warming', done: 1, total: 2 });
  record(1, { phase: 'warm' });
  record(1, { phase: 'publishing' });
  record(1, { phase: 'available', sinceMs: 0, health: '' });
  record(2, { phase: 'validating' });
  record(2, { phase: 'error', cause, remedy: 'files' });
  record(1, { phase: 'available', sinceMs: 0, health: 'degraded: 1 of 2 instances' });
  record(1, { phase: 'draining' });
  record(1, { phase: 'unloading', cause: null });
  record(1, { phase: 'end' });

  expect(lines).toEqual([
    'info {"model":"m","version":1} a version serves',
    'error {"model":"m","version":2,"cause":"not a readable ONNX model"} a version failed; what serves is left as it was',
    'warn {"model":"m","version":1,"health":"degraded: 1 of 2 instances"} the health of a version changed',
    'info {"model":"m","version":1} a version takes no new requests and finishes those it has',
    'info {"model":"m","version":1} a version is unloaded',
  ]);
});
