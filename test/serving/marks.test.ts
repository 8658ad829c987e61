/** What is known of a request once its sender is gone, through the whole data plane. */
import { describe, expect, it } from 'vitest';
import { createLabels, LabelReader, type LabelChunk } from '../../src/serving/labels.js';
import { createPairs, sumPairs } from '../../src/serving/pairs.js';
import type { Caller } from '../../src/serving/port.js';
import { createSlices, slicesOf } from '../../src/serving/slices.js';
import { readRecords } from '../../src/tensor/record.js';
import { Ask } from '../support/world.js';
import { MirrorWorld } from './mirrored.js';

function callerOf(headers: Readonly<Record<string, string>>): Caller & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    header: (name) => {
      asked.push(name);
      return headers[name] ?? '';
    },
    field: () => '',
  };
}

function ask(world: MirrorWorld, caller: Caller, value: number): Ask {
  const request = world.front.open(world.front.resolve('m', '', '', caller), 4, 0);
  const asked = new Ask(request);
  const at = request.place(0, 'FP32', [1, 1], 4);
  new DataView(request.bytes.buffer, request.bytes.byteOffset).setFloat32(at, value, true);
  request.send(asked);
  return asked;
}

describe('a mark', () => {
  it('sorts pairs into the slices of their requests', () => {
    const values = createSlices(1);
    const pairs = createPairs(1, 1, slicesOf(values));
    const world = new MirrorWorld({ candidateScript: { add: 1 }, mirror: { pairs, noiseWeight: 10_000, slices: { by: { kind: 'header', name: 'x-segment' }, values } } });
    for (const segment of ['gold', 'gold', 'iron', '']) ask(world, callerOf({ 'x-segment': segment }), 1);
    world.turn();
    // The rest, those without a value, and the one place. Noise is in none.
    expect(sumPairs(pairs).slices.map((slice) => slice.read().requests)).toEqual([1, 1, 2]);
    expect(world.mirrorCounts()).toMatchObject({ compared: 4, noise: 4 });
    expect(world.leaks()).toEqual(world.nothing());
  });

  it('keeps out of the labels what must not be stored', () => {
    const labels = createLabels(1, 4096);
    const world = new MirrorWorld({ mirror: { labels } });
    const said = ['', '1', '0', 'yes'];
    said.forEach((value, k) => ask(world, callerOf({ 'sluice-no-store': value }), k));
    world.turn();
    const chunk: LabelChunk = { words: new Int32Array(1024), length: 0, rows: 0 };
    new LabelReader(labels).take(chunk, 100);
    const inputs = [...readRecords(chunk.words.subarray(0, chunk.length))].map((record) => new DataView(record.inputs[0]!.bytes.slice().buffer).getFloat32(0, true));
    expect(inputs.map((value) => said[value])).toEqual(['', '0']);
    expect(world.mirrorCounts()).toMatchObject({ compared: 4 });
  });

  it('asks nothing of requests where no mirror wants to know', () => {
    const world = new MirrorWorld();
    const caller = callerOf({ 'x-segment': 'gold' });
    ask(world, caller, 1);
    world.turn();
    expect([caller.asked, world.mirrorCounts().compared]).toEqual([[], 1]);
  });

  it('writes down what a teacher answered also while its student is stuck', () => {
    const labels = createLabels(1, 4096);
    const world = new MirrorWorld({ mirror: { labels, concurrencyMax: 1 } });
    world.holdCandidate = true;
    for (let k = 0; k < 5; k++) ask(world, callerOf({}), k);
    world.turn();
    const chunk: LabelChunk = { words: new Int32Array(1024), length: 0, rows: 0 };
    new LabelReader(labels).take(chunk, 100);
    expect([chunk.rows, world.mirrorCounts().skippedBusy]).toEqual([5, 4]);
    world.holdCandidate = false;
    world.turn();
    expect(world.leaks()).toEqual(world.nothing());
  });
});
