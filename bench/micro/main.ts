/**
 * `npm run bench:micro -- [word ...]`: every file of this folder that exports `benchmarks` is run; words choose cases
 * whose `file/name` holds one of them. Nanoseconds per call.
 */
import { readdirSync } from 'node:fs';
import { textTable, formatNumber } from '../table.js';
import { sample, type Benchmark } from './sample.js';

const OWN = new Set(['main.js', 'sample.js']);

interface MicroFile {
  readonly benchmarks?: readonly Benchmark[];
}

async function collect(words: readonly string[]): Promise<Benchmark[]> {
  const folder = new URL('.', import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.js') && !OWN.has(file));
  const found: Benchmark[] = [];
  for (const file of files.sort()) {
    const { benchmarks = [] } = (await import(new URL(file, folder).href)) as MicroFile;
    for (const benchmark of benchmarks) {
      const name = `${file.replace(/\.js$/, '')}/${benchmark.name}`;
      if (words.length === 0 || words.some((word) => name.includes(word))) found.push({ name, run: () => benchmark.run() });
    }
  }
  return found;
}

const rows: string[][] = [];
for (const benchmark of await collect(process.argv.slice(2))) {
  process.stderr.write(`${benchmark.name}\n`);
  const { name, minNs, medianNs, maxNs, samples, runsPerSample } = sample(benchmark);
  rows.push([name, formatNumber(minNs), formatNumber(medianNs), formatNumber(maxNs), `${samples} x ${runsPerSample}`]);
}
const titles = ['case', 'min ns', 'median ns', 'max ns', 'samples'];
process.stdout.write(`${textTable(titles.map((title, index) => ({ title, align: index === 0 ? 'left' : 'right' })), rows)}\n`);
