import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { encodeModel, GraphBuilder } from '../../src/onnx/build.js';
import { inspectFile } from '../../src/onnx/file.js';
import { readSummary } from '../../src/onnx/signature.js';
import { MemorySource } from '../../src/onnx/wire.js';

const folder = mkdtempSync(join(tmpdir(), 'onnx-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

it('reads a file across its windows as it reads the same bytes in memory', () => {
  const graph = new GraphBuilder('g').input('x', 'FP32', ['n']).output('y', 'FP32', ['n']);
  for (let at = 0; at < 400; at++) {
    graph.weight(`weight-${at}`, 'FP32', [at * 7], new Float32Array(at * 7)).node(`Op${at}`, ['x'], ['y']);
  }
  const bytes = encodeModel(graph, { metadata: { large: 'm'.repeat(200_000) } });
  const path = write('large.onnx', bytes);
  expect(bytes.length).toBeGreaterThan(1_000_000);
  expect(inspectFile(path)).toEqual(readSummary(new MemorySource(path, bytes)));
});

it('looks at external weights without reading them', () => {
  const place = { location: 'w.bin', offset: 0, length: 5_000_000_000 };
  const path = write('external.onnx', encodeModel(new GraphBuilder('g').externalWeight('w', 'INT8', [5_000_000_000], place)));
  expect(() => inspectFile(path)).toThrow("the weights file 'w.bin' is missing");
  write('w.bin', new Uint8Array(10));
  expect(() => inspectFile(path)).toThrow('has 10 bytes, the model needs 5000000000');
  truncateSync(join(folder, 'w.bin'), 5_000_000_000);
  expect(inspectFile(path).weightBytes).toBe(5_000_000_000);
});

it('names files that cannot be opened', () => {
  expect(() => inspectFile(join(folder, 'absent.onnx'))).toThrow(/absent\.onnx: the file cannot be read: ENOENT/);
  expect(() => inspectFile(folder)).toThrow('this is not a file');
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  expect(() => inspectFile(pipe)).toThrow('this is not a file');
});
