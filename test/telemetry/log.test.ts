import { expect, test } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { FOLD_KINDS_MAX, FOLD_US, RepeatFold, silentLog } from '../../src/base/log.js';
import { createLog, type LogOptions } from '../../src/telemetry/log.js';

function capture(options: Partial<LogOptions> = {}) {
  const lines: string[] = [];
  const clock = new ManualClock(1_700_000_000_000_000);
  const control = createLog({ clock, destination: { write: (line) => void lines.push(line) }, pretty: false, level: 'info', format: 'default', ...options });
  return { lines, clock, control, parsed: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

test('a line is one JSON object with level, time, fields and message', () => {
  const { control, parsed } = capture();
  control.log.info({ http: 8000 }, 'ready');
  control.log.error({ err: new RangeError('far') }, 'load failed');
  expect(parsed()[0]).toEqual({ level: 'info', time: 1_700_000_000_000, http: 8000, msg: 'ready' });
  expect(parsed()[1]).toMatchObject({ level: 'error', err: { type: 'RangeError', message: 'far' } });
});

test('a child binds fields, and its lines may add to them', () => {
  const { control, parsed } = capture();
  control.log.child({ model: 'm', version: 1 }).child({ version: 2 }).warn({ instance: 0 }, 'degraded');
  expect(parsed()).toEqual([{ level: 'warn', time: 1_700_000_000_000, model: 'm', version: 2, instance: 0, msg: 'degraded' }]);
});

test('levels are switched one by one while the log is in use, for children too', () => {
  const { control, parsed } = capture();
  const child = control.log.child({});
  child.debug({}, 'hidden');
  control.enable('debug', true);
  control.enable('info', false);
  child.debug({}, 'shown');
  child.info({}, 'hidden');
  child.error({}, 'shown too');
  expect(parsed().map((line) => line['msg'])).toEqual(['shown', 'shown too']);
});

test('the format of the time changes at runtime', () => {
  const { control, parsed } = capture();
  control.setFormat('ISO8601');
  control.log.info({}, 'x');
  expect(control.format).toBe('ISO8601');
  expect(parsed()[0]?.['time']).toBe('2023-11-14T22:13:20.000Z');
});

test('pretty lines are for people', () => {
  const { control, lines } = capture({ pretty: true, format: 'ISO8601' });
  control.log.info({ http: 8000 }, 'ready');
  expect(lines.join('')).toContain('INFO');
  expect(lines.join('')).toContain('ready');
  expect(lines.join('')).toContain('2023-11-14T22:13:20.000Z');
  expect(() => JSON.parse(lines[0] ?? '') as unknown).toThrow();
});

test('of one kind and message one line per second is written, with a count of those held back', () => {
  const { control, clock, parsed } = capture();
  const refuse = () => control.log.warn({ kind: 'queue_full' }, 'request refused');
  for (let i = 0; i < 5; i += 1) refuse();
  control.log.warn({ kind: 'memory_full' }, 'request refused');
  expect(parsed()).toHaveLength(2);
  clock.advanceUs(FOLD_US);
  refuse();
  expect(parsed().at(-1)).toMatchObject({ kind: 'queue_full', repeated: 4 });
  clock.advanceUs(FOLD_US);
  refuse();
  expect(parsed().at(-1)).not.toHaveProperty('repeated');
});

test('lines without a kind are never folded', () => {
  const { control, parsed } = capture();
  for (const model of ['a', 'b']) control.log.info({ model }, 'loaded');
  expect(parsed()).toHaveLength(2);
});

test('the memory of folding is bounded, and old kinds make room', () => {
  const clock = new ManualClock();
  const fold = new RepeatFold(clock);
  for (let i = 0; i < FOLD_KINDS_MAX; i += 1) fold.admit(`kind ${i}`);
  expect(fold.admit('one more')).toBe(0);
  expect(fold.admit('one more')).toBe(0);
  clock.advanceUs(FOLD_US);
  expect(fold.admit('one more')).toBe(0);
  expect(fold.admit('one more')).toBe(-1);
});

test('the silent log takes everything and its children are silent', () => {
  expect(silentLog.child({ a: 1 })).toBe(silentLog);
});
