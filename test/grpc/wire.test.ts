import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import { measure, write } from '../../src/grpc/contents.js';
import { GrpcCaller } from '../../src/grpc/caller.js';
import { fill } from '../../src/grpc/fill.js';
import { RequestFrame } from '../../src/grpc/frame.js';
import { Reply, encodeFault } from '../../src/grpc/reply.js';
import type { Datatype } from '../../src/tensor/datatype.js';
import { FakeFront, echoSignature } from '../support/grpc-front.js';
import { decode, encode, root, type Plain } from './world.js';

const REQUEST = 'inference.ModelInferRequest';
const noClasses = () => ({ shape: [], values: [] });

const parameter = fc.oneof(
  fc.record({ bool_param: fc.boolean() }),
  fc.record({ int64_param: fc.maxSafeInteger() }),
  fc.record({ string_param: fc.string({ unit: 'binary' }) }),
  fc.record({ double_param: fc.double() }),
  fc.record({ uint64_param: fc.maxSafeNat() }),
);
const parameters = fc.dictionary(fc.string({ unit: 'grapheme' }).map((key) => `p${key}`), parameter, { maxKeys: 4 });
const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));
const name = fc.string({ unit: 'grapheme', maxLength: 40 });
const input = fc.record({
  name,
  datatype: name,
  shape: fc.array(fc.oneof(fc.nat(), fc.maxSafeInteger()), { maxLength: 6 }),
  parameters,
});
const anyRequest = fc.record({
  model_name: name,
  model_version: name,
  id: name,
  parameters,
  inputs: fc.array(input, { maxLength: 5 }),
  outputs: fc.array(fc.record({ name, parameters }), { maxLength: 5 }),
  raw_input_contents: fc.array(bytes, { maxLength: 5 }),
});

describe('RequestFrame', () => {
  it('reads what the library writes', () => {
    const frame = new RequestFrame();
    fc.assert(
      fc.property(anyRequest, (plain) => {
        const message = encode(REQUEST, plain);
        frame.read(message);
        const theirs = decode(REQUEST, message);
        expect([frame.model, frame.version, frame.id]).toEqual([theirs['model_name'], theirs['model_version'], theirs['id']]);
        const inputs = frame.inputs.slice(0, frame.inputCount).map(({ name, datatype, shape }) => ({ name, datatype, shape: [...shape] }));
        expect(inputs).toEqual(theirs['inputs'].map(({ name, datatype, shape }: Plain) => ({ name, datatype, shape })));
        expect(frame.outputs.slice(0, frame.outputCount).map((output) => output.name)).toEqual(theirs['outputs'].map((output: Plain) => output['name']));
        const raw = Array.from({ length: frame.rawCount }, (_, i) => message.subarray(frame.rawStart[i], frame.rawEnd[i]));
        expect(raw.map((entry) => entry.toString('hex'))).toEqual(theirs['raw_input_contents'].map((entry: Buffer) => Buffer.from(entry).toString('hex')));
      }),
    );
  });

  it('merges contents given twice and takes the last of a name given twice, as the library does', () => {
    const one = encode('inference.ModelInferRequest.InferInputTensor', { name: 'a', shape: [1], contents: { fp32_contents: [1] } });
    const two = encode('inference.ModelInferRequest.InferInputTensor', { name: 'b', shape: [2], contents: { fp32_contents: [2] } });
    const body = Buffer.concat([one, two]);
    const frame = new RequestFrame();
    frame.read(Buffer.concat([Buffer.from([0x2a, body.length]), body]));
    expect(frame.inputs[0]).toMatchObject({ name: 'b', shape: [1, 2] });
    expect(values(frame, 'FP32')).toEqual([0, 0, 128, 63, 0, 0, 0, 64]);
  });

  it('steps over fields of the future', () => {
    const frame = new RequestFrame();
    const group = [0x7b, 0x08, 1, 0x7b, 0x7c, 0x7c];
    frame.read(Buffer.concat([Buffer.from([0x40, 0x96, 1, 0x49, 1, 2, 3, 4, 5, 6, 7, 8, 0x52, 2, 0, 0, 0x5d, 1, 2, 3, 4, ...group]), encode(REQUEST, { model_name: 'm' })]));
    expect(frame.model).toBe('m');
  });

  it.each([
    ['a length beyond the end', [0x0a, 5, 65]],
    ['a length of 2^63', [0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]],
    ['a varint without end', [0x40, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]],
    ['field 0', [0x02, 0]],
    ['a wrong wire type', [0x08, 1]],
    ['wire type 7', [0x47]],
    ['an unclosed group', [0x7b]],
    ['a stray group end', [0x7c]],
    ['groups without end', Array.from({ length: 2000 }, () => 0x7b)],
    ['a nested length beyond its message', [0x2a, 2, 0x0a, 9, 65, 65, 65, 65, 65, 65, 65, 65, 65]],
  ])('refuses %s', (_, message) => {
    expect(reasonOf(() => new RequestFrame().read(Buffer.from(message)))).toBe('malformed_body');
  });

  it('takes any bytes without another end than reading them or refusing them', () => {
    const front = new FakeFront().model('m', echoSignature(['x', 'FP32']));
    const seed = encode(REQUEST, {
      model_name: 'm', id: 'i', parameters: { timeout: { int64_param: 5 } },
      inputs: [{ name: 'x', datatype: 'FP32', shape: [2], contents: { fp32_contents: [1, 2] }, parameters: { a: { string_param: 'b' } } }],
      outputs: [{ name: 'x_out' }],
    });
    const frame = new RequestFrame();
    const mutated = fc.array(fc.tuple(fc.nat(seed.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }).map((changes) => {
      const copy = Buffer.from(seed);
      for (const [at, value] of changes) copy[at] = value;
      return copy;
    });
    fc.assert(
      fc.property(fc.oneof(bytes, mutated), (message) => {
        try {
          frame.read(message);
          fill(front, frame, '', 0, new GrpcCaller(frame)).abandon();
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(ServingError);
        }
        expect(front.opened).toBe(front.closed);
      }),
      { numRuns: 3000 },
    );
  });
});

function reasonOf(run: () => void): string {
  try {
    run();
  } catch (thrown) {
    return (thrown as ServingError).reason;
  }
  return 'none';
}

function values(frame: RequestFrame, datatype: Datatype): number[] {
  const input = frame.inputs[0]!;
  const length = measure(input, datatype, 'm');
  const memory = new Uint8Array(length + 5).fill(0xaa);
  write(input, datatype, memory, 3);
  expect([...memory.subarray(0, 3), ...memory.subarray(length + 3)]).toEqual([0xaa, 0xaa, 0xaa, 0xaa, 0xaa]);
  return [...memory.subarray(3, length + 3)];
}

const big = (value: bigint) => ({ low: Number(BigInt.asIntN(32, value)), high: Number(BigInt.asIntN(32, value >> 32n)), unsigned: value < 0n ? false : true });

describe('typed contents', () => {
  const cases: [Datatype, string, fc.Arbitrary<unknown>, (values: never) => ArrayBuffer][] = [
    ['BOOL', 'bool_contents', fc.boolean(), (v: boolean[]) => new Uint8Array(v.map(Number)).buffer],
    ['INT8', 'int_contents', fc.integer({ min: -128, max: 127 }), (v: number[]) => new Int8Array(v).buffer],
    ['INT16', 'int_contents', fc.integer({ min: -32768, max: 32767 }), (v: number[]) => new Int16Array(v).buffer],
    ['INT32', 'int_contents', fc.integer(), (v: number[]) => new Int32Array(v).buffer],
    ['INT64', 'int64_contents', fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (v: bigint[]) => new BigInt64Array(v).buffer],
    ['UINT8', 'uint_contents', fc.nat(255), (v: number[]) => new Uint8Array(v).buffer],
    ['UINT16', 'uint_contents', fc.nat(65535), (v: number[]) => new Uint16Array(v).buffer],
    ['UINT32', 'uint_contents', fc.nat(2 ** 32 - 1), (v: number[]) => new Uint32Array(v).buffer],
    ['UINT64', 'uint64_contents', fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (v: bigint[]) => new BigUint64Array(v).buffer],
    ['FP32', 'fp32_contents', fc.float(), (v: number[]) => new Float32Array(v).buffer],
    ['FP64', 'fp64_contents', fc.double(), (v: number[]) => new Float64Array(v).buffer],
  ] as never;

  it.each(cases)('%s, packed and one by one', (datatype, field, value, expected) => {
    const frame = new RequestFrame();
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), fc.boolean(), (list, packed) => {
        const contents = list.map((one) => (typeof one === 'bigint' ? big(one) : one));
        const body = packed ? encode('inference.InferTensorContents', { [field]: contents }) : oneByOne(field, contents);
        frame.read(Buffer.concat([Buffer.from([0x2a, ...varint(1 + varint(body.length).length + body.length), 0x2a, ...varint(body.length)]), body]));
        expect(values(frame, datatype)).toEqual([...new Uint8Array(expected(list as never))]);
      }),
    );
  });

  it('BYTES', () => {
    const frame = new RequestFrame();
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 20 }), (strings) => {
        frame.read(encode(REQUEST, { inputs: [{ contents: { bytes_contents: strings } }] }));
        const expected = Buffer.concat(strings.flatMap((s) => [Buffer.from(new Uint32Array([s.length]).buffer), s]));
        expect(values(frame, 'BYTES')).toEqual([...expected]);
      }),
    );
  });

  it.each([['INT8', 'int_contents', 128], ['INT16', 'int_contents', -32769], ['UINT8', 'uint_contents', 256], ['UINT16', 'uint_contents', 65536]] as const)(
    'refuses what does not fit %s, by the name of the input',
    (datatype, field, value) => {
      const frame = new RequestFrame();
      frame.read(encode(REQUEST, { inputs: [{ name: 'x', contents: { [field]: [value] } }] }));
      expect(() => values(frame, datatype)).toThrow(`input 'x' has a value that does not fit its datatype ${datatype}`);
    },
  );

  it.each(['FP16', 'BF16'] as const)('has no place for %s', (datatype) => {
    const frame = new RequestFrame();
    frame.read(encode(REQUEST, { inputs: [{ name: 'x', contents: { fp32_contents: [1] } }] }));
    expect(() => values(frame, datatype)).toThrow("input 'x' of type");
  });
});

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}

/** Values each with a tag of its own, as writers without packing have them. */
function oneByOne(field: string, list: readonly unknown[]): Buffer {
  const type = root.lookupType('inference.InferTensorContents');
  const { id } = type.fields[field]!;
  return Buffer.concat(
    list.map((value) => {
      const packed = encode('inference.InferTensorContents', { [field]: [value] });
      const wire = { fp32_contents: 5, fp64_contents: 1 }[field] ?? 0;
      return Buffer.concat([Buffer.from([(id << 3) | wire]), packed.subarray(2)]);
    }),
  );
}

describe('Reply', () => {
  it('is read by the library as it was meant', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    const tensor = fc.record({ name: text, shape: fc.array(fc.nat(3), { maxLength: 4 }) });
    fc.assert(
      fc.property(text, text, fc.nat(), fc.uniqueArray(tensor, { maxLength: 4, selector: (t) => t.name }), fc.boolean(), fc.boolean(), (model, id, version, tensors, inStream, final) => {
        const front = new FakeFront().model(model, echoSignature(...tensors.map(({ name }) => [name, 'FP32'] as [string, Datatype])), [version]);
        const request = front.open(front.resolve(model, '', ''), 4096, 0);
        request.id = id;
        const payloads = tensors.map(({ shape }, i) => {
          const length = 4 * shape.reduce((a, b) => a * b, 1);
          request.bytes.fill(i + 1, request.place(i, 'FP32', shape, length)).fill(0, 8192);
          return length;
        });
        request.send({ settled: () => {} });
        const reply = new Reply(noClasses);
        reply.prepare(request, inStream, final);
        const to = Buffer.alloc(reply.byteLength + 5);
        expect(reply.copy(to, 5)).toBe(reply.byteLength);
        const whole = decode(inStream ? 'inference.ModelStreamInferResponse' : 'inference.ModelInferResponse', to.subarray(5));
        const read = inStream ? whole['infer_response'] : whole;
        expect(read).toMatchObject({ model_name: model, model_version: String(version), id });
        expect(read.parameters).toEqual(final ? { triton_final_response: { bool_param: true, parameter_choice: 'bool_param' } } : {});
        expect(read.outputs).toEqual(tensors.map(({ name, shape }) => ({ name: `${name}_out`, datatype: 'FP32', shape, parameters: {}, contents: null })));
        expect(read.raw_output_contents.map((entry: Buffer) => entry.length)).toEqual(payloads);
        request.release();
      }),
    );
  });

  it('turns classes into strings', () => {
    const front = new FakeFront().model('m', echoSignature(['x', 'FP32']));
    const request = front.open(front.resolve('m', '', ''), 64, 0);
    request.place(0, 'FP32', [2], 8);
    request.want({ index: 0, binary: true, classes: 2, region: null });
    request.send({ settled: () => {} });
    const reply = new Reply((spec, _memory, byteOffset, shape, classes, batched) => ({
      shape: [classes],
      values: [`${spec.name}:${byteOffset}`, `${shape.join()}:${batched}`],
    }));
    reply.prepare(request, false, false);
    const read = decode('inference.ModelInferResponse', reply.toBuffer());
    expect(read['outputs']).toMatchObject([{ name: 'x_out', datatype: 'BYTES', shape: [2] }]);
    expect(read['raw_output_contents'][0].toString()).toBe('\x07\0\0\0x_out:0\x07\0\0\x002:false');
  });

  it('carries a fault with the id of its request', () => {
    expect(decode('inference.ModelStreamInferResponse', encodeFault('bad \u00fc', '9'))).toMatchObject({ error_message: 'bad \u00fc', infer_response: { id: '9' } });
  });
});
