import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { afterAll, describe, expect, it } from 'vitest';
import { ServingError } from '../../../src/base/error.js';
import { inspectFile } from '../../../src/onnx/file.js';
import { DATATYPES, type Datatype } from '../../../src/tensor/datatype.js';
import { buildRepository, faultyModels, goodModels, temporaryRepository } from '../../support/models.js';

const folder = temporaryRepository(...goodModels().keys(), ...faultyModels().keys());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const modelPath = (name: string) => join(folder, name, '1/model.onnx');
const open = (name: string) =>
  InferenceSession.create(modelPath(name), { intraOpNumThreads: 1, logSeverityLevel: 4, executionProviders: ['cpu'] });

function ones(datatype: Datatype, dims: readonly number[]): Tensor {
  const count = dims.reduce((product, dim) => product * dim, 1);
  const { ort, array } = DATATYPES[datatype];
  if (datatype === 'BYTES') return new Tensor('string', new Array<string>(count).fill('1'), dims);
  const data = new array(new ArrayBuffer(count * array.BYTES_PER_ELEMENT));
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) data.fill(1n);
  else data.fill(1);
  return new Tensor(ort as 'float32', data as Float32Array, dims);
}

describe('models that serve', () => {
  it.each([...goodModels().keys()])('%s is read as it is built and runs', async (name) => {
    const summary = inspectFile(modelPath(name));
    const session = await open(name);
    expect(summary.inputs.map((input) => input.name)).toEqual([...session.inputNames]);
    expect(summary.outputs.map((output) => output.name)).toEqual([...session.outputNames]);
    const feeds = Object.fromEntries(summary.inputs.map(({ name: input, datatype, dims }) =>
      [input, ones(datatype as Datatype, (dims ?? []).map((dim) => (dim < 0 ? 2 : dim)))]));
    const results = await session.run(feeds);
    for (const { name: output, dims, datatype } of summary.outputs) {
      expect(results[output]?.dims).toEqual((dims ?? []).map((dim) => (dim < 0 ? 2 : dim)));
      expect(results[output]?.type).toBe(DATATYPES[datatype as Datatype].ort);
      if (/^(identity|shape)/.test(name)) expect(results[output]?.data).toEqual(feeds['INPUT0']?.data);
    }
    await session.release();
  });

  it('compute what their names say', async () => {
    const run = async (name: string, feeds: Record<string, Tensor>) => {
      const session = await open(name);
      try {
        return await session.run(feeds);
      } finally {
        await session.release();
      }
    };
    const row = (scale: number) => Int32Array.from({ length: 16 }, (_, at) => at * scale);
    const simple = await run('simple', { INPUT0: new Tensor('int32', row(3), [1, 16]), INPUT1: new Tensor('int32', row(1), [1, 16]) });
    expect([simple['OUTPUT0']?.data, simple['OUTPUT1']?.data]).toEqual([row(4), row(2)]);
    const words = (scale: number) => new Tensor('string', Array.from(row(scale), String), [1, 16]);
    const strings = await run('simple_string', { INPUT0: words(3), INPUT1: words(1) });
    expect(strings['OUTPUT1']?.data).toEqual(Array.from(row(2), String));
    const index = (...values: bigint[]) => ({ index: new Tensor('int64', BigInt64Array.from(values), [values.length, 1]) });
    expect((await run('poison', index(3n, 0n)))['value']?.data).toEqual(Float32Array.of(30, 31, 0, 1));
    await expect(run('poison', index(3n, 4n))).rejects.toThrow(/out of data bounds/);
    const rounds = new Tensor('int64', BigInt64Array.of(0n, 100n), [2, 1]);
    expect((await run('spin', { rounds }))['done']?.data).toEqual(BigInt64Array.of(0n, 100n));
    const empty = await run('shape_matrix', { INPUT0: new Tensor('float32', new Float32Array(), [2, 0, 3]) });
    expect(empty['OUTPUT0']?.dims).toEqual([2, 0, 3]);
  });

  it('come out byte for byte each time', () => {
    const again = goodModels();
    for (const [name, model] of goodModels()) expect(again.get(name), name).toEqual(model);
  });
});

describe('models that must not serve', () => {
  const unreadable = ['empty', 'truncated', 'garbage', 'pointer', 'missing_weights', 'escape'];

  it.each(unreadable)('faulty_%s is refused by the reader', (name) => {
    const path = modelPath(`faulty_${name}`);
    expect(() => inspectFile(path)).toThrow(ServingError);
    expect(() => inspectFile(path)).toThrow(path);
  });

  it.each([...unreadable, 'operator', 'bf16'])('faulty_%s is refused by the runtime', async (name) => {
    await expect(open(`faulty_${name}`)).rejects.toThrow();
  });

  it('shows what it cannot serve in the summary', () => {
    expect(inspectFile(modelPath('faulty_sequence')).outputs[0]?.kind).toBe('sequence');
    expect(inspectFile(modelPath('faulty_bf16')).inputs[0]?.datatype).toBe('BF16');
    expect(inspectFile(modelPath('faulty_batch')).inputs[0]?.dims).toEqual([1, 4]);
    expect(existsSync(modelPath('faulty_absent'))).toBe(false);
  });
});

it('names the models there are when asked for another', () => {
  expect(() => buildRepository(folder, ['nonesuch'])).toThrow(/no such model 'nonesuch'; there are small, image/);
});
