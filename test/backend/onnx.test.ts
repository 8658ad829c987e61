import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/backend/backend.js';
import { createOnnxEngine } from '../../src/backend/onnx.js';
import { GraphBuilder, encodeModel } from '../../src/onnx/build.js';
import { engineContract, optionsFor } from '../support/engine-contract.js';
import { writeOnnx } from '../support/engine-models.js';

// ONNX Runtime starts once in a process.
let made: Engine | null = null;
const engine = (): Engine => (made ??= createOnnxEngine());

engineContract('ONNX Runtime on the CPU', {
  engine,
  device: 'cpu',
  datatypes: ['BOOL', 'UINT8', 'UINT16', 'UINT32', 'UINT64', 'INT8', 'INT16', 'INT32', 'INT64', 'FP16', 'FP32', 'FP64'],
  write: writeOnnx,
});

describe('ONNX Runtime', () => {
  it('is not misled by a name that two inputs give different sizes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'symbols-'));
    const graph = new GraphBuilder('sum').input('a', 'FP32', ['n']).input('b', 'FP32', ['n']).output('y', 'FP32', ['n']).node('Add', ['a', 'b'], ['y']);
    const path = join(folder, 'model.onnx');
    writeFileSync(path, encodeModel(graph));
    const session = engine().open(path, ['a', 'b'], ['y'], optionsFor('cpu'));
    for (const [first, second] of [[3, 1], [1, 3]] as const) {
      const run = session.prepare([[first], [second]]);
      run.input(0).set(new Uint8Array(new Float32Array(first).fill(1).buffer));
      run.input(1).set(new Uint8Array(new Float32Array(second).fill(2).buffer));
      run.execute();
      expect([...run.outputDims(0)]).toEqual([3]);
      expect([...new Float32Array(Uint8Array.from(run.output(0)).buffer)]).toEqual([3, 3, 3]);
    }
    session.close();
    rmSync(folder, { recursive: true });
  });
});
