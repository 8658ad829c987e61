/** What every engine must do, run against each of them. A model here gives back what it takes, FP32 plus one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, OpenOptions, Session } from '../../src/backend/backend.js';
import { ServingError } from '../../src/base/error.js';
import { DATATYPES, type Datatype } from '../../src/tensor/datatype.js';

export type ModelName = 'plus-one' | 'strings' | 'scalar' | 'pair' | 'poison' | 'dynamic' | `same-${Datatype}`;

export interface ContractSubject {
  readonly engine: () => Engine;
  readonly device: string;
  readonly datatypes: readonly Datatype[];
  /** Writes a model into the folder; null where the engine has no such thing. */
  write(folder: string, model: ModelName): string | null;
  /** Why none of this can be seen here. */
  readonly absent?: string | undefined;
}

export function optionsFor(device: string): OpenOptions {
  return { device, intraOpThreads: 1, interOpThreads: 1, parallelExecution: false, graphOptimization: 'all', memoryArena: true, memoryPattern: true, entries: {} };
}

const floats = (bytes: Uint8Array): number[] => Array.from(new Float32Array(Uint8Array.from(bytes).buffer));

function reasonOf(what: () => unknown): string {
  try {
    what();
  } catch (thrown) {
    return thrown instanceof ServingError ? `${thrown.reason}: ${thrown.message}` : String(thrown);
  }
  return 'nothing was thrown';
}

export function engineContract(name: string, subject: ContractSubject): void {
  describe.skipIf(subject.absent !== undefined)(`the engine contract: ${name}${subject.absent === undefined ? '' : ` (${subject.absent})`}`, () => {
    let folder = '';
    let engine: Engine;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'engine-'));
      engine = subject.engine();
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const withModel = (model: ModelName, inputs: readonly string[], outputs: readonly string[], use: (session: Session) => void): void => {
      const path = subject.write(folder, model);
      if (path === null) return;
      const session = engine.open(path, inputs, outputs, optionsFor(subject.device));
      try {
        use(session);
      } finally {
        session.close();
      }
    };
    const plusOne = (session: Session, values: readonly number[], shape: readonly number[]): number[] => {
      const run = session.prepare([shape]);
      run.input(0).set(new Uint8Array(Float32Array.from(values).buffer));
      run.execute();
      expect([...run.outputDims(0)]).toEqual([...shape]);
      return floats(run.output(0));
    };

    it('tells what the file declares', () => {
      withModel('plus-one', ['x'], ['y'], (session) => {
        expect(session.inputs).toEqual([{ name: 'x', datatype: 'FP32', dims: [-1, -1] }]);
        expect(session.outputs).toEqual([{ name: 'y', datatype: 'FP32', dims: [-1, -1] }]);
      });
    });

    it('runs any shape in turn, also small after large, and keeps prepared runs usable', () => {
      withModel('plus-one', ['x'], ['y'], (session) => {
        expect(plusOne(session, [1, 2], [1, 2])).toEqual([2, 3]);
        const large = Array.from({ length: 4000 }, (_, k) => k);
        expect(plusOne(session, large, [40, 100])).toEqual(large.map((value) => value + 1));
        expect(plusOne(session, [7], [1, 1])).toEqual([8]);
        const small = session.prepare([[1, 2]]);
        const other = session.prepare([[2, 2]]);
        for (const [run, values] of [[small, [1, 2]], [other, [3, 4, 5, 6]], [small, [7, 8]]] as const) {
          run.input(0).set(new Uint8Array(Float32Array.from(values).buffer));
          run.execute();
          expect(floats(run.output(0))).toEqual(values.map((value) => value + 1));
        }
      });
    });

    it('takes tensors without elements, and scalars', () => {
      withModel('plus-one', ['x'], ['y'], (session) => {
        expect(plusOne(session, [], [0, 3])).toEqual([]);
        expect(plusOne(session, [], [2, 0])).toEqual([]);
        expect(plusOne(session, [1], [1, 1])).toEqual([2]);
      });
      withModel('scalar', ['x'], ['y'], (session) => expect(plusOne(session, [41], [])).toEqual([42]));
    });

    it.each(subject.datatypes)('carries %s unchanged, to the last bit', (datatype) => {
      withModel(`same-${datatype}`, ['x'], ['y'], (session) => {
        const bytes = Uint8Array.from({ length: 6 * DATATYPES[datatype].bytes }, (_, k) => (datatype === 'BOOL' ? k % 2 : (k * 37 + 1) % 120));
        const run = session.prepare([[2, 3]]);
        run.input(0).set(bytes);
        run.execute();
        expect([...run.output(0)]).toEqual([...bytes]);
        expect([...run.outputDims(0)]).toEqual([2, 3]);
      });
    });

    it('carries texts', () => {
      withModel('strings', ['x'], ['y'], (session) => {
        const run = session.prepare([[2, 2]]);
        for (const texts of [['a', '', 'ü', '日本'], ['1', '2', '3', '4']]) {
          run.setStrings(0, texts);
          run.execute();
          expect([...run.outputStrings(0)]).toEqual(texts);
          expect([...run.outputDims(0)]).toEqual([2, 2]);
        }
      });
    });

    it('gives inputs and outputs in the order asked for', () => {
      withModel('pair', ['b', 'a'], ['q', 'p'], (session) => {
        const run = session.prepare([[1, 1], [1, 1]]);
        run.input(0).set(new Uint8Array(Float32Array.of(10).buffer));
        run.input(1).set(new Uint8Array(Float32Array.of(20).buffer));
        run.execute();
        // p is a, q is b.
        expect([floats(run.output(0)), floats(run.output(1))]).toEqual([[10], [20]]);
      });
    });

    it('gives dims that only the run can tell', () => {
      withModel('dynamic', ['x'], ['y'], (session) => {
        const run = session.prepare([[4]]);
        for (const [values, expected] of [[[0, 5, 0, 6], [5, 6]], [[1, 2, 3, 4], [1, 2, 3, 4]], [[0, 0, 0, 0], []]] as const) {
          run.input(0).set(new Uint8Array(Float32Array.from(values).buffer));
          run.execute();
          expect(floats(run.output(0))).toEqual(expected);
          expect([...run.outputDims(0)]).toEqual([expected.length]);
        }
      });
    });

    it('fails a run that the model cannot do, and does the next one', () => {
      withModel('poison', ['x', 'i'], ['y'], (session) => {
        const run = session.prepare([[3], [1]]);
        const gather = (index: number): number[] => {
          run.input(0).set(new Uint8Array(Float32Array.of(10, 20, 30).buffer));
          run.input(1).set(new Uint8Array(BigInt64Array.of(BigInt(index)).buffer));
          run.execute();
          return floats(run.output(0));
        };
        expect(gather(2)).toEqual([30]);
        for (let k = 0; k < 5; k++) expect(reasonOf(() => gather(99))).toMatch(/^backend_failed: ./);
        expect(gather(1)).toEqual([20]);
      });
    });

    it('says what is wrong with a file, and names it', () => {
      expect(reasonOf(() => engine.open(join(folder, 'absent.onnx'), ['x'], ['y'], optionsFor(subject.device)))).toMatch(/^load_failed: .*absent\.onnx/);
      const path = subject.write(folder, 'plus-one')!;
      expect(reasonOf(() => engine.open(path, ['nobody'], ['y'], optionsFor(subject.device)))).toMatch(/^load_failed: .*no input 'nobody'/);
      expect(reasonOf(() => engine.open(path, ['x'], ['nothing'], optionsFor(subject.device)))).toMatch(/^load_failed: .*no output 'nothing'/);
    });

    it('opens and closes the same model again and again', () => {
      for (let k = 0; k < 5; k++) withModel('plus-one', ['x'], ['y'], (session) => expect(plusOne(session, [k], [1, 1])).toEqual([k + 1]));
    });
  });
}
