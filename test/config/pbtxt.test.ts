import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFault } from '../../src/config/fault.js';
import type { FieldSpec, FieldType, Message } from '../../src/config/field.js';
import { parsePbtxt } from '../../src/config/pbtxt.js';
import { printPbtxt } from '../../src/config/print.js';
import { modelConfigMessage as message } from '../../src/config/read.js';

function read(text: string): unknown {
  const parsed = parsePbtxt(text, 'config.pbtxt', message);
  if (parsed.kind === 'faults') return expect.fail(parsed.faults.map(formatFault).join('\n'));
  return parsed.value.value;
}

function faults(text: string): string[] {
  const parsed = parsePbtxt(text, 'config.pbtxt', message);
  return parsed.kind === 'faults' ? parsed.faults.map(formatFault) : [];
}

describe('the text format', () => {
  it('reads a config as Triton users write it', () => {
    const text = `
      # a comment
      name: "m"  platform: 'onnxruntime_onnx'
      max_batch_size: 8
      input [
        { name: "x", data_type: TYPE_FP32; dims: [ 3, -1 ] },
        { name: "y" data_type: TYPE_STRING dims: 1 reshape { shape: [ ] } }
      ]
      output < name: "z" data_type: 11 dims: 2 dims: 0x10 dims: 010 >
      version_policy: { specific: { versions: [1,3] } }
      dynamic_batching { }
      instance_group [ { count: 2 kind: KIND_CPU } ]
      parameters { key: "intra_op_thread_count" value: { string_value: "2" } }
      parameters: [ { key: "b" value { string_value: "3" } } ]
    `;
    expect(read(text)).toEqual({
      name: 'm', platform: 'onnxruntime_onnx', max_batch_size: 8,
      input: [
        { name: 'x', data_type: 'TYPE_FP32', dims: [3, -1] },
        { name: 'y', data_type: 'TYPE_STRING', dims: [1], reshape: { shape: [] } },
      ],
      output: [{ name: 'z', data_type: 11, dims: [2, 16, 8] }],
      version_policy: { specific: { versions: [1, 3] } },
      dynamic_batching: {},
      instance_group: [{ count: 2, kind: 'KIND_CPU' }],
      parameters: { intra_op_thread_count: { string_value: '2' }, b: { string_value: '3' } },
    });
  });

  it.each([
    ['"a" "b"\n\'c\'', 'abc'],
    ['"\\303\\244\\n\\t\\"\\\'"', 'ä\n\t"\''],
    ['"\\xC3\\xa4"', 'ä'],
    ['"\\u00e4\\U0001F600"', 'ä😀'],
    ['"# no comment"', '# no comment'],
    ['"ü"', 'ü'],
    ["'a\"b'", 'a"b'],
  ])('reads the string %s', (written, value) => {
    expect(read(`name: ${written}`)).toEqual({ name: value });
  });

  it.each([
    ['1', 1], ['1.5', 1.5], ['1.5f', 1.5], ['.5F', 0.5], ['2f', 2], ['1e3', 1000], ['-inf', -Infinity], ['infinity', Infinity],
    ['nan', NaN], ['- 2', -2], ['-0x10', -16],
  ])('reads the float %s', (written, value) => {
    const text = `model_metrics { metric_control { histogram_options { buckets: ${written} } } }`;
    expect(read(text)).toEqual({ model_metrics: { metric_control: [{ histogram_options: { buckets: [value] } }] } });
  });

  it.each([['true', true], ['t', true], ['True', true], ['1', true], ['false', false], ['f', false], ['0', false]])('reads the bool %s', (written, value) => {
    expect(read(`response_cache { enable: ${written} }`)).toEqual({ response_cache: { enable: value } });
  });

  it('clamps what exceeds the safe integers, so that order is kept', () => {
    const text = 'dynamic_batching { priority_levels: 18446744073709551615 default_priority_level: 4294967296 priority_queue_policy { key: 7 value { max_queue_size: 8 } } }';
    expect(read(text)).toEqual({
      dynamic_batching: {
        priority_levels: Number.MAX_SAFE_INTEGER, default_priority_level: 4294967296, priority_queue_policy: { 7: { max_queue_size: 8 } },
      },
    });
  });

  it('tells every wrong field with its place, and reads on behind it', () => {
    const text = 'max_batch_sise: 8\ninput [\n  { name: x dims: [ 1, "2" ] data_type: TYPE_FLOAT32 },\n  { nam: "y" shape { a: [ { b: 1 } ] } }\n]\nname: "a"\nname: "b"\nlabels { key: "x" value: 1 }\nmax_batch_size: 1.5';
    expect(faults(text)).toEqual([
      'config.pbtxt:1:1: `ModelConfig` has no field `max_batch_sise`; did you mean `max_batch_size`?',
      'config.pbtxt:3:11: input[0].name: expected a string in quotes, got `x`',
      'config.pbtxt:3:24: input[0].dims[1]: expected an integer, got the string "2"',
      expect.stringMatching(/^config.pbtxt:3:41: input\[0\].data_type: expected one of .*, got `TYPE_FLOAT32`/),
      'config.pbtxt:4:5: input[1]: `ModelInput` has no field `nam`; did you mean `name`?',
      expect.stringMatching(/^config.pbtxt:4:14: input\[1\]: `ModelInput` has no field `shape`/),
      'config.pbtxt:7:1: name: given more than once',
      expect.stringMatching(/^config.pbtxt:8:1: `ModelConfig` has no field `labels`; in this format it is a parameter/),
      'config.pbtxt:9:17: max_batch_size: expected an integer, got `1.5`',
    ]);
  });

  it.each([
    ['input {\n name: "x"', 'config.pbtxt:2:11: expected `}` before the end'],
    ['name "x"', 'config.pbtxt:1:6: expected `:` after `name`, got `x`'],
    ['name: "x', 'config.pbtxt:1:9: the string is not closed on its line'],
    ['name: "\\xff"', 'config.pbtxt:1:13: the string is not UTF-8'],
    ['name: "\\q"', 'config.pbtxt:1:8: unknown escape in the string'],
    ['max_batch_size: 8x', 'config.pbtxt:1:18: expected a blank after the number `8`'],
    ['name: }', 'config.pbtxt:1:7: expected a value, got `}`'],
    ['name:', 'config.pbtxt:1:6: expected a value before the end'],
    ['}', 'config.pbtxt:1:1: expected the name of a field, got `}`'],
    ['input: [ { } { } ]', 'config.pbtxt:1:14: expected `]`, got `{`'],
    ['name: "x" $', 'config.pbtxt:1:11: unexpected character "$"'],
    ['foo', 'config.pbtxt:1:4: expected `:` or `{`'],
  ])('stops at broken syntax: %s', (text, fault) => {
    expect(faults(text)).toEqual([fault]);
  });

  it('keeps hostile nesting off the stack', () => {
    expect(faults(`foo ${'{a '.repeat(100_000)}`)).toHaveLength(1);
    const deep = 'optimization { cuda { graph_spec { input { key: "a" value { dim: 1 } } } } }';
    expect(read(deep)).toBeDefined();
  });

  it('reads map keys that objects have by themselves', () => {
    const value = read('metric_tags { key: "__proto__" value: "a" } metric_tags { key: "constructor" value: "b" }') as { metric_tags: object };
    expect(Object.entries(value.metric_tags)).toEqual([['__proto__', 'a'], ['constructor', 'b']]);
    expect(Object.getPrototypeOf(value.metric_tags)).toBe(Object.prototype);
  });

  it('gives back whatever was printed', () => {
    fc.assert(fc.property(messageValue(message), (value) => {
      expect(read(printPbtxt(value, message))).toEqual(pruned(value, message));
    }), { numRuns: 100 });
  });

  it('never does anything but tell a fault on arbitrary text', () => {
    const pieces = fc.constantFrom('name', 'input', ':', '{', '}', '[', ']', '<', '>', '"a"', '1', '-', ',', ' ', '\n', '#', 'TYPE_FP32', 'dims', '\\', "'", '0x', 'dynamic_batching', 'é');
    fc.assert(fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const parsed = parsePbtxt(parts.join(''), 'f', message);
      if (parsed.kind === 'faults') expect(parsed.faults.every((fault) => /^f:\d+:\d+$/.test(fault.where))).toBe(true);
    }), { numRuns: 500 });
  });
});

/** Arbitrary values of a message, by its description. */
function messageValue(of: Message, depth = 0): fc.Arbitrary<Record<string, unknown>> {
  const fields: Record<string, fc.Arbitrary<unknown>> = {};
  for (const spec of of.fields.values()) {
    if (spec.own || (depth > 3 && spec.type.kind === 'message')) continue;
    fields[spec.name] = fieldValue(spec, depth);
  }
  return fc.record(fields, { requiredKeys: [] });
}

function fieldValue(spec: FieldSpec, depth: number): fc.Arbitrary<unknown> {
  const single = typeValue(spec.type, depth);
  if (spec.shape === 'list') return fc.array(single, { maxLength: 3 });
  if (spec.shape === 'one') return single;
  const key = spec.key === 'string' ? fc.string({ unit: 'binary', maxLength: 8 }).filter((k) => k !== '__proto__') : fc.nat().map(String);
  return fc.dictionary(key, single, { maxKeys: 3, noNullPrototype: true });
}

function typeValue(type: FieldType, depth: number): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case 'message': return messageValue(type.message, depth + 1);
    case 'enum': return fc.constantFrom(...Object.keys(type.values));
    case 'bool': return fc.boolean();
    case 'string': return fc.string({ unit: 'binary' });
    case 'double': return fc.double({ noNaN: true });
    case 'uint32': case 'uint64': return fc.maxSafeNat();
    default: return fc.maxSafeInteger();
  }
}

/** What proto3 does not write down: zeros and empty collections. */
function pruned(value: Record<string, unknown>, of: Message): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries(value)) {
    const spec = of.fields.get(name);
    if (!spec) continue;
    const { type } = spec;
    const inner = (single: unknown): unknown => (type.kind === 'message' ? pruned(single as Record<string, unknown>, type.message) : single);
    if (spec.shape === 'list') {
      if ((entry as unknown[]).length > 0) result[name] = (entry as unknown[]).map(inner);
    } else if (spec.shape === 'map') {
      const entries = Object.entries(entry as object);
      if (entries.length > 0) result[name] = Object.fromEntries(entries.map(([key, single]) => [key, inner(single)]));
    } else {
      const zero = type.kind === 'enum' ? type.values[entry as string] === 0 : entry === '' || entry === false || Object.is(entry, 0);
      if (spec.presence || !zero) result[name] = inner(entry);
    }
  }
  return result;
}
