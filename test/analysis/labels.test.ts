/** What is written of a teacher's answers, read back by another library's reader. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import type { LabelSource } from '../../src/analysis/columns.js';
import { partName, readPartName, writeLabelFile } from '../../src/analysis/labels.js';
import { AnalysisPool } from '../../src/analysis/pool.js';
import { writeStrings, stringsByteLength } from '../../src/tensor/bytes.js';
import type { Datatype } from '../../src/tensor/datatype.js';
import { RECORD, tensorWords } from '../../src/tensor/record.js';
import type { TensorSpec } from '../../src/tensor/signature.js';
import { temporaryFolder } from '../support/folder.js';

const AT_MS = 1_700_000_000_123;

interface Tensor {
  readonly index: number;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

function recordOf(rows: number, inputs: readonly Tensor[], outputs: readonly Tensor[]): Int32Array {
  const tensors = [...inputs, ...outputs];
  const words = new Int32Array(RECORD.head + tensors.reduce((sum, { shape, bytes }) => sum + tensorWords(shape.length, bytes.length), 0));
  words.set([words.length, rows, AT_MS % 2 ** 32, Math.floor(AT_MS / 2 ** 32), inputs.length, outputs.length]);
  let at = RECORD.head;
  for (const { index, shape, bytes } of tensors) {
    words.set([index, shape.length, bytes.length, ...shape], at);
    new Uint8Array(words.buffer, 4 * (at + 3 + shape.length)).set(bytes);
    at += tensorWords(shape.length, bytes.length);
  }
  return words;
}

function joined(...records: readonly Int32Array[]): Int32Array {
  const words = new Int32Array(records.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const record of records) {
    words.set(record, at);
    at += record.length;
  }
  return words;
}

const spec = (name: string, datatype: Datatype, dims: readonly number[], optional = false): TensorSpec => ({ name, datatype, dims, modelDims: dims, optional, labels: [] });
const bytesOf = (array: ArrayBufferView): Uint8Array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
const stringsOf = (...values: string[]): Uint8Array => {
  const bytes = new Uint8Array(stringsByteLength(values));
  writeStrings(values, bytes, 0);
  return bytes;
};

const source = (inputs: readonly TensorSpec[], outputs: readonly TensorSpec[], batched = true): LabelSource => ({ model: 'm', version: 3, rollout: '4-ab', batched, inputs, outputs });

async function read(folder: string): Promise<Record<string, unknown>[]> {
  const [name] = readdirSync(folder);
  const { buffer, byteOffset, byteLength } = readFileSync(join(folder, name!));
  return (await parquetReadObjects({ file: buffer.slice(byteOffset, byteOffset + byteLength) })) as Record<string, unknown>[];
}

const META = { time: new Date(AT_MS), model: 'm', version: 3, rollout_id: '4-ab' };

describe('a file of labels', () => {
  it('has a row for each row, elements of short vectors as columns, and lists of the rest', async () => {
    const folder = temporaryFolder();
    const labels = source([spec('x', 'FP32', [2]), spec('image', 'UINT8', [2, 2])], [spec('p', 'FP32', [1]), spec('tokens', 'INT64', [-1])]);
    const first = recordOf(
      2,
      [{ index: 0, shape: [2, 2], bytes: bytesOf(Float32Array.of(0.5, 1, -2, NaN)) }, { index: 1, shape: [2, 2, 2], bytes: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 255) }],
      [{ index: 0, shape: [2, 1], bytes: bytesOf(Float32Array.of(0.25, 0.75)) }, { index: 1, shape: [2, 3], bytes: bytesOf(BigInt64Array.of(1n, 2n, 3n, 4n, 5n, -(2n ** 62n))) }],
    );
    // An output that was not kept, and another shape.
    const second = recordOf(1, [{ index: 0, shape: [1, 2], bytes: bytesOf(Float32Array.of(7, 8)) }, { index: 1, shape: [1, 2, 2], bytes: Uint8Array.of(9, 9, 9, 9) }], [{ index: 1, shape: [1, 0], bytes: new Uint8Array(0) }]);
    const written = await writeLabelFile({ folder, part: 1, source: labels, words: joined(first, second) });
    expect(written).toEqual({ rows: 3, dropped: 0, bytes: statSync(join(folder, 'part-000001-3.parquet')).size });
    expect(await read(folder)).toEqual([
      { ...META, x_0: 0.5, x_1: 1, image: [1, 2, 3, 4], p: 0.25, tokens: [1n, 2n, 3n], tokens_shape: [3] },
      { ...META, x_0: -2, x_1: NaN, image: [5, 6, 7, 255], p: 0.75, tokens: [4n, 5n, -(2n ** 62n)], tokens_shape: [3] },
      { ...META, x_0: 7, x_1: 8, image: [9, 9, 9, 9], p: null, tokens: [], tokens_shape: [0] },
    ]);
  });

  it.each<readonly [Datatype, Uint8Array, unknown]>([
    ['BOOL', Uint8Array.of(1), true],
    ['UINT8', Uint8Array.of(200), 200],
    ['UINT16', bytesOf(Uint16Array.of(65535)), 65535],
    ['UINT32', bytesOf(Uint32Array.of(4294967295)), 4294967295],
    ['UINT64', bytesOf(BigUint64Array.of(2n ** 64n - 1n)), 2n ** 64n - 1n],
    ['INT8', bytesOf(Int8Array.of(-128)), -128],
    ['INT16', bytesOf(Int16Array.of(-32768)), -32768],
    ['INT32', bytesOf(Int32Array.of(-(2 ** 31))), -(2 ** 31)],
    ['INT64', bytesOf(BigInt64Array.of(-(2n ** 63n))), -(2n ** 63n)],
    ['FP16', Uint8Array.of(0, 0x3e), 1.5],
    ['BF16', Uint8Array.of(0xc0, 0x3f), 1.5],
    ['FP32', bytesOf(Float32Array.of(-Infinity)), -Infinity],
    ['FP64', bytesOf(Float64Array.of(0.1)), 0.1],
    ['BYTES', stringsOf('grüß'), 'grüß'],
  ])('keeps %s as it is', async (datatype, bytes, value) => {
    const folder = temporaryFolder();
    const tensor = { index: 0, shape: [1], bytes };
    await writeLabelFile({ folder, part: 1, source: source([spec('a', datatype, [1])], [spec('b', datatype, [1])], false), words: recordOf(1, [tensor], [tensor]) });
    expect(await read(folder)).toEqual([{ ...META, a: value, b: value }]);
  });

  it('gives tensors that are called alike names of their own', async () => {
    const folder = temporaryFolder();
    const one = (value: number, index = 0): Tensor => ({ index, shape: [1, 1], bytes: bytesOf(Float32Array.of(value)) });
    const labels = source([spec('x', 'FP32', [1]), spec('time', 'FP32', [1])], [spec('x', 'FP32', [1])]);
    await writeLabelFile({ folder, part: 1, source: labels, words: recordOf(1, [one(1), one(2, 1)], [one(3)]) });
    expect(await read(folder)).toEqual([{ ...META, x: 1, input_time: 2, output_x: 3 }]);
  });

  it('leaves an optional input open, and out what is of other tensors', async () => {
    const folder = temporaryFolder();
    const labels = source([spec('x', 'FP32', [1]), spec('hint', 'FP32', [3], true)], [spec('y', 'FP32', [1])]);
    const one = (...values: number[]): Tensor => ({ index: 0, shape: [1, values.length], bytes: bytesOf(Float32Array.from(values)) });
    const alien = [
      recordOf(1, [one(1, 2)], [one(1)]),
      recordOf(1, [{ ...one(1), index: 5 }], [one(1)]),
      recordOf(2, [one(1)], [one(1)]),
      recordOf(1, [], [one(1)]),
      recordOf(1, [{ ...one(1), bytes: new Uint8Array(8) }], [one(1)]),
    ];
    expect(await writeLabelFile({ folder, part: 1, source: labels, words: joined(...alien, recordOf(1, [one(5)], [one(6)])) })).toMatchObject({ rows: 1, dropped: 6 });
    expect(await read(folder)).toEqual([{ ...META, x: 5, hint_0: null, hint_1: null, hint_2: null, y: 6 }]);
    expect(await writeLabelFile({ folder, part: 2, source: labels, words: joined(...alien) })).toEqual({ rows: 0, dropped: 6, bytes: 0 });
    expect(readdirSync(folder)).toEqual(['part-000001-1.parquet']);
  });

  it('says what its columns are of', async () => {
    const folder = temporaryFolder();
    const labels = source([spec('x', 'FP32', [2, 3])], [spec('y', 'FP32', [1])]);
    const words = recordOf(1, [{ index: 0, shape: [1, 2, 3], bytes: new Uint8Array(24) }], [{ index: 0, shape: [1, 1], bytes: new Uint8Array(4) }]);
    await writeLabelFile({ folder, part: 1, source: labels, words });
    const { buffer, byteOffset, byteLength } = readFileSync(join(folder, partName(1, 1)));
    const facts = parquetMetadata(buffer.slice(byteOffset, byteOffset + byteLength)).key_value_metadata;
    expect(JSON.parse(facts?.find(({ key }) => key === 'sluice')?.value ?? '')).toEqual({
      model: 'm', version: 3, rollout: '4-ab', inputs: [{ name: 'x', datatype: 'FP32', dims: [2, 3] }], outputs: [{ name: 'y', datatype: 'FP32', dims: [1] }],
    });
  });

  it('tells in its name what it holds', () => {
    expect(readPartName(partName(7, 512))).toEqual({ part: 7, rows: 512 });
    expect(['part-1-2.parquet', '.part-000001-3.parquet.tmp', 'notes.txt'].map(readPartName)).toEqual([null, null, null]);
  });

  it('is written on a thread, which says why it cannot be', async () => {
    const pool = new AnalysisPool({ threadCount: 1, queueMax: 2 });
    const labels = source([spec('x', 'FP32', [1])], []);
    const words = (): Int32Array => recordOf(1, [{ index: 0, shape: [1, 1], bytes: new Uint8Array(4) }], []);
    const folder = join(temporaryFolder(), 'deeper');
    await expect(pool.labels({ folder, part: 1, source: labels, words: words() })).resolves.toMatchObject({ rows: 1 });
    await expect(pool.labels({ folder: join(folder, 'part-000001-1.parquet'), part: 1, source: labels, words: words() })).rejects.toThrow('EEXIST');
    await pool.close();
  });
});
