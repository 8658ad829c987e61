/**
 * A scripted stand-in for an engine, for tests of everything around it. Its model file is JSON, or a real model file
 * with such JSON beside it as `script.json`, so that what reads model files before an engine does can read it too:
 *
 *   { "inputs": [{"name","datatype","dims"}], "outputs": [...], "add": 1, "widen": 3, "delayMs": 5,
 *     "failOn": 666, "crashOn": 667, "failLoad": "why", "gate": "/path" }
 *
 * Each output is the input at its place (the first, where there is none there); FP32 values come back plus `add`, and
 * `widen` repeats each value of the last dimension. An FP32 value `failOn` fails its run; `crashOn` ends the thread as
 * a native fault would; a file at `gate` holds every run until it is gone, one at `loadGate` every load. A run that is
 * held says so by a file at `gate` with `.held` behind it.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ServingError } from '../base/error.js';
import { DATATYPES } from '../tensor/datatype.js';
import type { Engine, OpenTensor, Run, Session } from './backend.js';

export interface FakeScript {
  readonly inputs: readonly OpenTensor[];
  readonly outputs: readonly OpenTensor[];
  readonly add?: number;
  readonly widen?: number;
  readonly delayMs?: number;
  readonly failOn?: number;
  readonly crashOn?: number;
  readonly failLoad?: string;
  readonly gate?: string;
  readonly loadGate?: string;
}

const idle = new Int32Array(new SharedArrayBuffer(4));

function blockMs(ms: number): void {
  Atomics.wait(idle, 0, 0, ms);
}

function holdAt(gate: string): void {
  writeFileSync(`${gate}.held`, '');
  while (existsSync(gate)) blockMs(1);
  rmSync(`${gate}.held`, { force: true });
}

export function createFakeEngine(): Engine {
  return {
    name: 'fake',
    open(path, inputs, outputs) {
      const script = read(path);
      while (script.loadGate !== undefined && existsSync(script.loadGate)) blockMs(1);
      if (script.failLoad !== undefined) throw new ServingError('load_failed', script.failLoad);
      return new FakeSession(script, pick(script.inputs, inputs, 'input'), pick(script.outputs, outputs, 'output'));
    },
  };
}

function scriptOf(path: string): string {
  const beside = join(dirname(path), 'script.json');
  return existsSync(beside) ? beside : path;
}

function read(path: string): FakeScript {
  try {
    return JSON.parse(readFileSync(scriptOf(path), 'utf8')) as FakeScript;
  } catch (cause) {
    throw new ServingError('load_failed', `cannot open '${path}': ${String(cause)}`, { cause });
  }
}

function pick(all: readonly OpenTensor[], names: readonly string[], kind: string): OpenTensor[] {
  return names.map((name) => {
    const found = all.find((tensor) => tensor.name === name);
    if (found) return found;
    throw new ServingError('load_failed', `the model file has no ${kind} '${name}'`);
  });
}

class FakeSession implements Session {
  constructor(
    private readonly script: FakeScript,
    readonly inputs: readonly OpenTensor[],
    readonly outputs: readonly OpenTensor[],
  ) {}
  prepare(shapes: readonly (readonly number[] | null)[]): Run {
    return new FakeRun(this.script, this.inputs, shapes);
  }
  close(): void {
    // Nothing is held.
  }
}

/** One tensor: bytes, or texts for BYTES. */
interface Value {
  readonly dims: readonly number[];
  readonly bytes: Uint8Array;
  readonly strings: readonly string[];
}

const NOTHING: Value = { dims: [], bytes: new Uint8Array(0), strings: [] };

class FakeRun implements Run {
  private readonly given: Value[];
  private results: readonly Value[] = [];

  constructor(
    private readonly script: FakeScript,
    private readonly inputs: readonly OpenTensor[],
    shapes: readonly (readonly number[] | null)[],
  ) {
    this.given = shapes.map((dims, i) => {
      if (dims === null) return NOTHING;
      const elements = dims.reduce((product, dim) => product * dim, 1);
      return { dims, bytes: new Uint8Array(elements * DATATYPES[inputs[i]!.datatype].bytes), strings: [] };
    });
  }

  input(i: number): Uint8Array {
    return this.given[i]!.bytes;
  }
  setStrings(i: number, strings: readonly string[]): void {
    this.given[i] = { ...this.given[i]!, strings };
  }

  execute(): void {
    const { script } = this;
    if (script.gate !== undefined && existsSync(script.gate)) holdAt(script.gate);
    if (script.delayMs !== undefined && script.delayMs > 0) blockMs(script.delayMs);
    this.given.forEach((value, i) => this.mind(value, i));
    const made = this.given.map((value, i) => this.made(value, i));
    this.results = script.outputs.map((_, j) => made[j] ?? made[0]!);
  }

  outputDims(j: number): readonly number[] {
    return this.results[j]!.dims;
  }
  output(j: number): Uint8Array {
    return this.results[j]!.bytes;
  }
  outputStrings(j: number): readonly string[] {
    return this.results[j]!.strings;
  }

  /** Looks for the values that the script fears. */
  private mind({ bytes }: Value, i: number): void {
    const { crashOn, failOn } = this.script;
    if (this.inputs[i]!.datatype !== 'FP32') return;
    const values = new Float32Array(bytes.buffer, 0, bytes.length / 4);
    if (crashOn !== undefined && values.includes(crashOn)) process.exit(70);
    if (failOn !== undefined && values.includes(failOn)) throw new ServingError('backend_failed', 'scripted failure');
  }

  private made({ dims, bytes, strings }: Value, i: number): Value {
    const { add = 0, widen = 1 } = this.script;
    if (this.inputs[i]!.datatype !== 'FP32') return { dims, bytes: bytes.slice(), strings };
    const values = new Float32Array(bytes.buffer, 0, bytes.length / 4);
    const result = new Float32Array(values.length * widen);
    for (let k = 0; k < result.length; k++) result[k] = values[Math.floor(k / widen)]! + add;
    const wide = widen === 1 || dims.length === 0 ? dims : [...dims.slice(0, -1), dims[dims.length - 1]! * widen];
    return { dims: wide, bytes: new Uint8Array(result.buffer), strings };
  }
}
