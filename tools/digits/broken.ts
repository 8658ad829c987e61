/**
 * A version of the example model with a fault that no load notices, to see a rollout refuse it:
 * `node dist/tools/digits/broken.js wrong|failing VERSION [FOLDER]` writes FOLDER/VERSION/model.onnx (default `models/digits`).
 *
 *   wrong     every answer is the next digit, as after a mix-up of labels: a golden set or a mirror sees it
 *   failing   a run with a nine fails: a canary sees it
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeNetwork } from './graph.js';
import { RECIPES, splitOf } from './make.js';
import { train, type Layer } from './network.js';

/** Moves every class one place on. */
export function mixedUp(layers: readonly Layer[]): Layer[] {
  const last = layers.at(-1)!;
  const moved = (values: Float64Array): Float64Array => values.map((_, at) => values[at - (at % last.outputs) + ((at + last.outputs - 1) % last.outputs)]!);
  return [...layers.slice(0, -1), { ...last, weights: moved(last.weights), bias: moved(last.bias) }];
}

const NINE = 9;

export function encodeBroken(fault: 'wrong' | 'failing', compressed: Uint8Array): Uint8Array {
  const layers = train(splitOf(compressed).train, RECIPES['1']!.options);
  const metadata = { algorithm: 'softmax regression', fault };
  return fault === 'wrong' ? encodeNetwork(mixedUp(layers), metadata) : encodeNetwork(layers, metadata, NINE);
}

function main([fault, version = '', folder = 'models/digits']: readonly string[]): void {
  if ((fault !== 'wrong' && fault !== 'failing') || !/^[1-9]\d*$/.test(version)) {
    process.stderr.write('usage: broken.js wrong|failing VERSION [FOLDER]\n');
    process.exitCode = 1;
    return;
  }
  const bytes = encodeBroken(fault, readFileSync('tools/digits/digits.csv.gz'));
  mkdirSync(join(folder, version), { recursive: true });
  const path = join(folder, version, 'model.onnx');
  writeFileSync(path, bytes);
  process.stdout.write(`${path}: ${fault}\n`);
}

if (process.argv[1]?.endsWith('broken.js') === true) main(process.argv.slice(2));
