import { expect, test } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { ServingError } from '../../src/base/error.js';
import { createLog } from '../../src/telemetry/log.js';
import { LogSettings, TraceSettings, type SettingUpdate, type TraceRules } from '../../src/telemetry/settings.js';
import { TraceSampler, TraceWriter, traceLine, type TraceRecord } from '../../src/telemetry/trace.js';

function refusal(call: () => unknown): { reason: string; text: string } {
  try {
    call();
  } catch (error) {
    if (error instanceof ServingError) return { reason: error.reason, text: error.message };
    throw error;
  }
  return { reason: 'none', text: '' };
}

function traces() {
  const told: TraceRules[] = [];
  const settings = new TraceSettings('.sluice/trace.json', (rules) => void told.push(rules));
  return { settings, told };
}

const defaults = { trace_level: ['OFF'], trace_rate: '1000', trace_count: '-1', log_frequency: '0', trace_file: '.sluice/trace.json', trace_mode: 'triton' };

test('trace settings are strings and start as Triton starts', () => {
  const { settings, told } = traces();
  expect(settings.get('')).toEqual(defaults);
  expect(settings.update('', {})).toEqual(defaults);
  expect(told).toEqual([]);
});

test('a model keeps its own values, takes the others from the global ones, and null gives them back', () => {
  const { settings, told } = traces();
  settings.update('m', { trace_rate: '5', trace_level: ['TIMESTAMPS'] });
  settings.update('', { trace_rate: '7', trace_count: '20' });
  expect(settings.get('m')).toEqual({ ...defaults, trace_level: ['TIMESTAMPS'], trace_rate: '5', trace_count: '20' });
  expect(settings.get('other')).toEqual({ ...defaults, trace_rate: '7', trace_count: '20' });
  expect(settings.update('m', { trace_rate: null, trace_level: null })).toEqual(settings.get('other'));
  expect(settings.update('', { trace_rate: null, trace_count: null })).toEqual(defaults);
  expect(told).toHaveLength(4);
  expect(structuredClone(told[1])).toMatchObject({ models: { m: { trace_rate: 5 } } });
});

test.each([
  [{ trace_file: 'x' }, 'unsupported', 'trace file location can not be updated through network protocol'],
  [{ trace_mode: 'opentelemetry' }, 'unsupported', 'trace mode can not be updated through network protocol'],
  [{ trace_rate: 'often' }, 'invalid_argument', "Unable to parse 'trace_rate', got: often"],
  [{ trace_rate: '99999999999' }, 'invalid_argument', "Unable to parse 'trace_rate', value is out of range"],
  [{ trace_count: '-2' }, 'invalid_argument', "Unable to parse 'trace_count'. Expecting value >= -1, got:-2"],
  [{ log_frequency: '1.5' }, 'invalid_argument', "Unable to parse 'log_frequency', got: 1.5"],
  [{ trace_level: ['OFF', 'TENSORS'] }, 'invalid_argument', "Expect only one trace level 'OFF' is specified"],
  [{ trace_level: ['TIMESTAMPS', 'TENSORS'] }, 'unsupported', 'trace level TENSORS is not supported'],
  [{ trace_level: ['SOME'] }, 'invalid_argument', "Unable to parse 'trace_level', got: SOME"],
  [{ trace_colour: 'red' }, 'invalid_argument', "unknown trace setting 'trace_colour'"],
] as readonly (readonly [SettingUpdate, string, string])[])('trace update %j is refused and changes nothing', (update, reason, text) => {
  const { settings, told } = traces();
  const got = refusal(() => settings.update('', { trace_level: ['TIMESTAMPS'], ...update }));
  expect(got.reason).toBe(reason);
  expect(got.text).toContain(text);
  expect(settings.get('')).toEqual(defaults);
  expect(told).toEqual([]);
});

test('log settings act on the running log', () => {
  const lines: string[] = [];
  const control = createLog({ clock: new ManualClock(), destination: { write: (line) => void lines.push(line) }, pretty: false, level: 'info', format: 'default' });
  const settings = new LogSettings(control);
  expect(settings.get()).toEqual({ log_file: '', log_info: true, log_warning: true, log_error: true, log_verbose_level: 0, log_format: 'default' });
  settings.update({ log_info: false, log_verbose_level: 2, log_format: 'ISO8601' });
  control.log.info({}, 'hidden');
  control.log.debug({}, 'shown');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'shown', time: '1970-01-01T00:00:00.000Z' });
  expect(settings.get()).toMatchObject({ log_info: false, log_verbose_level: 2, log_format: 'ISO8601' });
});

test.each([
  [{ log_file: 'x' }, 'unsupported', 'log file location can not be updated through network protocol'],
  [{ log_info: 'yes' }, 'invalid_argument', "'log_info' must be true or false"],
  [{ log_verbose_level: -1 }, 'invalid_argument', "'log_verbose_level' must be a whole number"],
  [{ log_format: 'xml' }, 'invalid_argument', 'invalid argument for log_format, got: xml'],
  [{ log_colour: true }, 'invalid_argument', "unknown log setting 'log_colour'"],
] as readonly (readonly [SettingUpdate, string, string])[])('log update %j is refused and changes nothing', (update, reason, text) => {
  const control = createLog({ clock: new ManualClock(), destination: { write: () => undefined }, pretty: false, level: 'info', format: 'default' });
  const settings = new LogSettings(control);
  const before = settings.get();
  const got = refusal(() => settings.update({ log_warning: false, ...update }));
  expect(got).toMatchObject({ reason });
  expect(got.text).toContain(text);
  expect(settings.get()).toEqual(before);
});

const record: TraceRecord = {
  model: 'm', version: 2, requestId: 'r', protocol: 'http', receivedUs: 1, queuedUs: 2, computeStartUs: 3,
  computeInputEndUs: 4, computeOutputStartUs: 5, computeEndUs: 6, sentUs: 7,
};

test('a trace line names the moments in order and leaves out those not reached', () => {
  const line = JSON.parse(traceLine(9, { ...record, computeOutputStartUs: 0 })) as { timestamps: { name: string; ns: number }[] };
  expect(line).toMatchObject({ id: 9, model_name: 'm', model_version: 2, request_id: 'r' });
  expect(line.timestamps.map((moment) => moment.name)).toEqual([
    'HTTP_RECV_START', 'REQUEST_START', 'QUEUE_START', 'COMPUTE_START', 'COMPUTE_INPUT_END', 'COMPUTE_END', 'REQUEST_END', 'HTTP_SEND_END',
  ]);
  expect(line.timestamps.at(-1)?.ns).toBe(7000);
});

test('the sampler takes one in trace_rate, per model, and is off when nothing is traced', () => {
  const { settings } = traces();
  const sampler = new TraceSampler();
  sampler.update(settings.rules());
  expect([sampler.on, sampler.wants('m')]).toEqual([false, false]);
  settings.update('m', { trace_level: ['TIMESTAMPS'], trace_rate: '3' });
  sampler.update(settings.rules());
  expect(sampler.on).toBe(true);
  expect(Array.from({ length: 6 }, () => sampler.wants('m'))).toEqual([false, false, true, false, false, true]);
  expect(sampler.wants('other')).toBe(false);
  settings.update('m', { trace_level: ['OFF'] });
  sampler.update(settings.rules());
  expect(sampler.on).toBe(false);
});

test('the writer stops at trace_count, tells so, and splits files by log_frequency', () => {
  const { settings, told } = traces();
  settings.update('', { trace_level: ['TIMESTAMPS'], trace_count: '3', log_frequency: '2' });
  const written: number[] = [];
  const writer = new TraceWriter(settings, { append: (part) => void written.push(part) });
  for (let i = 0; i < 5; i += 1) writer.write(record);
  expect(written).toEqual([0, 0, 1]);
  expect(settings.get('')).toMatchObject({ trace_count: '0' });
  expect(told).toHaveLength(2);
  const sampler = new TraceSampler();
  sampler.update(told[1] ?? settings.rules());
  expect(sampler.on).toBe(false);
});

test('a count of a model is its own, and the bound on bytes holds', () => {
  const { settings } = traces();
  settings.update('', { trace_level: ['TIMESTAMPS'] });
  settings.update('m', { trace_count: '1' });
  const written: string[] = [];
  const writer = new TraceWriter(settings, { append: (part, lines) => void written.push(`${part} ${lines}`) }, 2 * traceLine(1, record).length);
  writer.write(record);
  writer.write(record);
  writer.write({ ...record, model: 'n' });
  writer.write({ ...record, model: 'n' });
  expect(written).toHaveLength(2);
  expect(written[0]?.startsWith('-1 ')).toBe(true);
  expect(writer.dropped).toBe(1);
  settings.forget('m');
  expect(settings.get('m')).toMatchObject({ trace_count: '-1' });
});
