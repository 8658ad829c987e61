/**
 * Trains the example models: `node dist/tools/digits/train.js [FOLDER]` writes them into FOLDER (default `models`)
 * and the digests of what it wrote beside the trainer's sources.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf } from './data.js';
import { makeDigits } from './make.js';

const folder = process.argv[2] ?? 'models';
const made = makeDigits(readFileSync('tools/digits/digits.csv.gz'));
const digests: Record<string, string> = {};
for (const [path, bytes] of made.files) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
  digests[path] = digestOf(bytes);
}
if (folder === 'models') writeFileSync('tools/digits/digest.json', `${JSON.stringify(digests, null, 2)}\n`);
for (const [version, { accuracy, logLoss }] of made.metrics) {
  process.stdout.write(`version ${version}: accuracy ${accuracy.toFixed(4)}, log loss ${logLoss.toFixed(4)}\n`);
}
