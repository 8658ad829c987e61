/** What sorting an answer into its bin costs the front end that counts it; only requests of compared arms pay for it. */
import { OutcomeSorter } from '../../src/compare/outcome.js';
import type { Benchmark } from './sample.js';

function sorting(name: string, width: number): Benchmark {
  const sorter = OutcomeSorter.of([{ name: 'p', datatype: 'FP32', dims: [width], modelDims: [width], optional: false, labels: [] }])!;
  const shared = new SharedArrayBuffer(width * 4);
  new Float32Array(shared).set(Float32Array.from({ length: width }, (_, k) => ((k * 7) % width) / width));
  const view = new DataView(shared);
  return { name, run: () => sorter.bin(view, 0, width * 4) };
}

export const benchmarks: readonly Benchmark[] = [sorting('one score', 1), sorting('10 classes', 10), sorting('64 classes', 64)];
