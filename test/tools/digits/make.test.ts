import { readFileSync } from 'node:fs';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../../src/onnx/file.js';
import { CLASSES, digestOf, PIXELS } from '../../../tools/digits/data.js';
import { makeDigits, RECIPES, splitOf } from '../../../tools/digits/make.js';
import { measure } from '../../../tools/digits/metric.js';

const data = readFileSync('tools/digits/digits.csv.gz');
const { heldOut } = splitOf(data);
const digests = JSON.parse(readFileSync('tools/digits/digest.json', 'utf8')) as Record<string, string>;

function metadataOf(path: string): Record<string, string> {
  return Object.fromEntries(inspectFile(path).metadata.map(({ key, value }) => [key, value]));
}

describe('the example models', () => {
  it('are the files that training recorded', () => {
    expect(Object.keys(digests).sort()).toEqual(['digits/1/model.onnx', 'digits/2/model.onnx', 'digits/golden.jsonl', 'digits/sample.json']);
    for (const [path, digest] of Object.entries(digests)) expect(digestOf(readFileSync(`models/${path}`)), path).toBe(digest);
  });

  it('come out of training byte for byte', () => {
    for (const [path, bytes] of makeDigits(data).files) expect(digestOf(bytes), path).toBe(digests[path]);
  });

  it.each(Object.keys(RECIPES))('version %s answers the held-out images as its metadata says', async (version) => {
    const path = `models/digits/${version}/model.onnx`;
    const metadata = metadataOf(path);
    expect(metadata['data_sha256']).toBe(digestOf(data));
    const session = await InferenceSession.create(path, { intraOpNumThreads: 1, logSeverityLevel: 3 });
    const pixels = new Tensor('float32', Float32Array.from(heldOut.pixels), [heldOut.count, PIXELS]);
    const { probabilities, digit } = await session.run({ pixels });
    const { accuracy, logLoss } = measure(probabilities?.data as Float32Array, heldOut.labels, CLASSES);
    expect(accuracy.toFixed(6)).toBe(metadata['accuracy']);
    expect(logLoss).toBeCloseTo(Number(metadata['log_loss']), 4);
    expect(digit?.dims).toEqual([heldOut.count, 1]);
    const digits = Array.from(digit?.data as BigInt64Array, Number);
    expect(digits.filter((value, row) => value === heldOut.labels[row]).length / heldOut.count).toBe(accuracy);
    await session.release();
  });

  it('are described by the numbers that they have', () => {
    const page = readFileSync('models/README.md', 'utf8');
    for (const version of Object.keys(RECIPES)) {
      const metadata = metadataOf(`models/digits/${version}/model.onnx`);
      const numbers = [metadata['accuracy'], metadata['log_loss']].map((value) => Number(value).toFixed(4));
      expect(page).toMatch(new RegExp(`\\| ${version} \\|.*\\| ${numbers.join(' \\| ')} \\|`));
    }
  });

  it('differ: version 2 is wrong at most two thirds as often as version 1', () => {
    const [first, second] = ['1', '2'].map((version) => 1 - Number(metadataOf(`models/digits/${version}/model.onnx`)['accuracy']));
    expect(second).toBeLessThan((first ?? 0) * (2 / 3));
  });

  it('have a sample request with an image that both versions saw for the first time', () => {
    const sample = JSON.parse(readFileSync('models/digits/sample.json', 'utf8')) as { inputs: { data: number[] }[] };
    expect(sample.inputs[0]?.data).toEqual([...heldOut.pixels.subarray(0, PIXELS)]);
    expect(heldOut.labels[0]).toBe(2);
  });
});
