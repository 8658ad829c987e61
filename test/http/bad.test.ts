import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import { RequestReader } from '../../src/http/json.js';
import { Plans } from '../../src/http/plan.js';
import { bytesOf, drivers, joined, json, raw, rest } from '../support/http.js';
import { FakeFront, identity, spec } from '../support/front.js';

const path = '/v2/models/m/infer';
const one = (more: object): string => json({ inputs: [{ name: 'x0', datatype: 'FP32', shape: [2], data: [1, 2], ...more }] });
const good = '{"name":"x0","datatype":"FP32","shape":[2],"data":[1,2]}';

const bad: readonly (readonly [string, string, RegExp])[] = [
  ['no JSON', 'hello', /failed to parse the request JSON/],
  ['nothing', '', /failed to parse the request JSON/],
  ['a cut body', one({}).slice(0, -3), /failed to parse/],
  ['something after it', `${one({})}x`, /something follows/],
  ['no inputs', '{}', /'inputs'/],
  ['empty inputs', '{"inputs":[]}', /'x0'/],
  ['an unknown input', one({ name: 'z' }), /unexpected inference input 'z' for model 'm'/],
  ['an input twice', `{"inputs":[${good},${good}]}`, /'x0' already exists/],
  ['another datatype', one({ datatype: 'INT32' }), /'x0' data-type is 'INT32'/],
  ['an unknown datatype', one({ datatype: 'FP31' }), /unknown datatype 'FP31'/],
  ['another shape', one({ shape: [1, 2] }), /unexpected shape for input 'x0'/],
  ['too few elements', one({ data: [1] }), /'x0'.*Shape does not match/],
  ['too many elements', one({ data: [1, 2, 3] }), /'x0'.*Shape does not match/],
  ['other nesting', one({ data: [[1], [2]] }), /'x0'/],
  ['a negative dimension', one({ shape: [-2] }), /dimension -2/],
  ['a broken dimension', one({ shape: [2.5] }), /dimension 2.5/],
  ['a huge product', one({ shape: [0, 2 ** 40, 2 ** 40] }), /element count/],
  ['a huge dimension', one({ shape: [2 ** 45] }), /'x0'/],
  ['NaN', '{"inputs":[{"name":"x0","datatype":"FP32","shape":[1],"data":[NaN]}]}', /expected a number in 'data' of input 'x0'/],
  ['a number too large', '{"inputs":[{"name":"x0","datatype":"FP32","shape":[1],"data":[1e39]}]}', /1e39 of input 'x0' is out of the range/],
  ['no data at all', one({ data: undefined }), /'x0' must have exactly one/],
  ['data and a size', one({ parameters: { binary_data_size: 8 } }), /'x0' must have exactly one/],
  ['a size without bytes', one({ data: undefined, parameters: { binary_data_size: 8 } }), /expecting 8 additional bytes for model 'm'/],
  ['an unknown output', `{"inputs":[${good}],"outputs":[{"name":"z"}]}`, /unexpected inference output 'z'/],
  ['an output twice', `{"inputs":[${good}],"outputs":[{"name":"y0"},{"name":"y0"}]}`, /output 'y0' already exists/],
  ['a reserved parameter', `{"parameters":{"triton_x":1},"inputs":[${good}]}`, /triton_x/],
  ['a list as parameter', `{"parameters":{"p":[]},"inputs":[${good}]}`, /'p' has invalid type/],
  ['a negative timeout', `{"parameters":{"timeout":-1},"inputs":[${good}]}`, /'timeout'/],
  ['no classes', `{"inputs":[${good}],"outputs":[{"name":"y0","parameters":{"classification":0}}]}`, /classification/],
  ['deep nesting', `{"x":${'['.repeat(250_000)}`, /nesting deeper than 100/],
  ['a control character', '{"id":"\u0001"}', /control character/],
  ['a lone surrogate', '{"id":"\\ud800"}', /lone surrogate/],
];

describe.each(drivers)('bad input over HTTP on $name', (driver) => {
  it('is refused with a 4xx that names its place, and nothing is kept', async () => {
    const { post, front, faults } = await rest(driver, [identity('m', ['FP32'])]);
    for (const [what, body, text] of bad) {
      const response = await post(path, body);
      const { error } = await response.json() as { error: string };
      expect([what, response.status, error]).toEqual([what, 400, expect.stringMatching(text)]);
      expect([what, front.open_]).toEqual([what, 0]);
    }
    expect((await post(path, Buffer.from('{"id":"\xff"}', 'latin1'))).status).toBe(400);
    expect((await post(path, one({}))).status).toBe(200);
    expect(faults).toEqual([]);
  });

  it('refuses wrong header lengths and wrong amounts of binary', async () => {
    const { post, front } = await rest(driver, [identity('m', ['FP32'])]);
    const head = { inputs: [{ name: 'x0', datatype: 'FP32', shape: [2], parameters: { binary_data_size: 8 } }] };
    for (const length of ['-1', 'x', '1.5', '99999', '0x10']) expect((await post(path, one({}), { 'Inference-Header-Content-Length': length })).status).toBe(400);
    for (const [size, text] of [[7, /expecting 1 additional bytes for model 'm'/], [9, /unexpected additional input data for model 'm'/]] as const) {
      const { body, headers } = joined(head, new Uint8Array(size));
      const response = await post(path, body, headers);
      expect([response.status, await response.text()]).toEqual([400, expect.stringMatching(text)]);
    }
    expect(front.open_).toBe(0);
  });

  it('refuses NaN, text that is not UTF-8 and half floats as JSON, and gives them as binary', async () => {
    const { post, front } = await rest(driver, [identity('m', ['FP32']), identity('b', ['BYTES']), identity('h', ['FP16'])]);
    const cases = [['m', 'FP32', 1, bytesOf(new Float32Array([NaN]))], ['b', 'BYTES', 1, Uint8Array.of(1, 0, 0, 0, 255)], ['h', 'FP16', 1, new Uint8Array(2)]] as const;
    for (const [model, datatype, count, bytes] of cases) {
      for (const binary of [false, true]) {
        const { body, headers } = joined({ parameters: { binary_data_output: binary }, inputs: [{ name: 'x0', datatype, shape: [count], parameters: { binary_data_size: bytes.length } }] }, bytes);
        const response = await post(`/v2/models/${model}/infer`, body, headers);
        expect(response.status).toBe(binary ? 200 : 400);
        if (!binary) expect(await response.text()).toContain("'y0'");
      }
    }
    expect(front.open_).toBe(0);
  });

  it('refuses ill-formed strings and bodies over the limit', async () => {
    const { post, front, http } = await rest(driver, [identity('b', ['BYTES'])]);
    for (const bytes of [Uint8Array.of(9, 0, 0, 0, 65), Uint8Array.of(1, 0)]) {
      const { body, headers } = joined({ inputs: [{ name: 'x0', datatype: 'BYTES', shape: [1], parameters: { binary_data_size: bytes.length } }] }, bytes);
      expect((await post('/v2/models/b/infer', body, headers)).status).toBe(400);
    }
    expect(await raw(http.port, [`POST /v2/models/b/infer HTTP/1.1\r\nHost: a\r\nContent-Length: ${front.requestBytesMax + 1}\r\n\r\n`])).toMatch(/^HTTP\/1.1 413/);
    expect(front.open_).toBe(0);
  });
});

/** One place where every fault of the codec must be a ServingError, and every byte written must be the request's. */
function decode(body: Uint8Array, declared = identity('m', ['FP32', 'INT64', 'BYTES'])): Map<number, Uint8Array> | ServingError {
  const front = new FakeFront({ ...declared, signature: { ...declared.signature, inputs: declared.signature.inputs.map((input) => spec(input.name, input.datatype, input.dims, { optional: true })) } });
  const target = front.resolve('m', '', '');
  const request = front.open(target, 0, 0);
  try {
    new RequestReader().read(request, new Plans().of(target), body, 0, body.length);
  } catch (thrown) {
    if (!(thrown instanceof ServingError)) throw thrown;
    return thrown;
  }
  return new Map([...request.inputs].map(([i, t]) => [i, request.bytes.slice(t.offset, t.offset + t.byteLength)]));
}

describe('the request reader', () => {
  it('gives the same bytes whatever the order of members and the spaces between', () => {
    fc.assert(fc.property(fc.array(fc.double({ noNaN: true, min: -1e38, max: 1e38 })), fc.array(fc.string({ unit: 'grapheme' })), fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), fc.nat(3), (numbers, texts, order, indent) => {
      const tensor = (name: string, datatype: string, data: readonly unknown[]): object => {
        const members: [string, unknown][] = [['name', name], ['datatype', datatype], ['shape', [data.length]], ['data', data]];
        return Object.fromEntries(order.map((i) => members[i] as [string, unknown]));
      };
      const text = JSON.stringify({ extra: [null, { a: true }], inputs: [tensor('x0', 'FP32', numbers), tensor('x2', 'BYTES', texts)] }, null, indent);
      const found = decode(Buffer.from(text));
      if (found instanceof ServingError) throw found;
      expect(found.get(0)).toEqual(new Uint8Array(Float32Array.from(numbers.map((n) => Number(String(n)))).buffer));
      const packed = texts.map((t) => { const b = Buffer.from(t); const l = Buffer.alloc(4); l.writeUInt32LE(b.length); return Buffer.concat([l, b]); });
      expect(Buffer.from(found.get(2) as Uint8Array).equals(Buffer.concat(packed))).toBe(true);
    }), { numRuns: 200 });
  });

  it('meets any damage with a ServingError or a sound result', () => {
    const whole = Buffer.from('{"id":"a\\u00e9","parameters":{"timeout":5},"inputs":[{"data":[1.5,-2e3],"name":"x0","shape":[2],"datatype":"FP32"},{"name":"x1","shape":[1,1],"datatype":"INT64","data":[[9223372036854775807]]},{"name":"x2","shape":[1],"datatype":"BYTES","data":["\\ud83d\\ude00x"]}],"outputs":[{"name":"y0","parameters":{"binary_data":true}}]}');
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), fc.nat(whole.length), (edits, cut) => {
      const body = Buffer.from(whole);
      for (const [at, byte] of edits) body[at] = byte;
      const found = decode(edits.length > 2 ? body.subarray(0, cut) : body);
      if (found instanceof ServingError) expect(found.row.http).toBe(400);
      else expect(() => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))).not.toThrow();
    }), { numRuns: 600 });
  });
});
