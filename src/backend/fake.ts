/**
 * A scripted stand-in for an engine, for tests of everything around it. Its model file is JSON, or a real model file
 * with such JSON beside it as `script.json`, so that what reads model files before an engine does can read it too:
 *
 *   { "inputs": [{"name","datatype","dims"}], "outputs": [...], "add": 1, "delayMs": 5,
 *     "failOn": 666, "crashOn": 667, "failLoad": "why", "gate": "/path" }
 *
 * Each output is the first input plus `add`, element by element (FP32). A row that holds `failOn` fails its run;
 * one that holds `crashOn` ends the thread as a native fault would; a file at `gate` holds every run until it is gone.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ServingError } from '../base/error.js';
import type { Engine, OpenTensor, Run, Session } from './backend.js';

interface Script {
  readonly inputs: readonly OpenTensor[];
  readonly outputs: readonly OpenTensor[];
  readonly add?: number;
  readonly delayMs?: number;
  readonly failOn?: number;
  readonly crashOn?: number;
  readonly failLoad?: string;
  readonly gate?: string;
}

const idle = new Int32Array(new SharedArrayBuffer(4));

function blockMs(ms: number): void {
  Atomics.wait(idle, 0, 0, ms);
}

export function createFakeEngine(): Engine {
  return {
    name: 'fake',
    open(path) {
      const script = JSON.parse(readFileSync(scriptOf(path), 'utf8')) as Script;
      if (script.failLoad !== undefined) throw new ServingError('load_failed', script.failLoad);
      return new FakeSession(script);
    },
  };
}

function scriptOf(path: string): string {
  const beside = join(dirname(path), 'script.json');
  return existsSync(beside) ? beside : path;
}

class FakeSession implements Session {
  readonly inputs: readonly OpenTensor[];
  readonly outputs: readonly OpenTensor[];
  constructor(private readonly script: Script) {
    this.inputs = script.inputs;
    this.outputs = script.outputs;
  }
  prepare(shapes: readonly (readonly number[] | null)[]): Run {
    return new FakeRun(this.script, shapes);
  }
  close(): void {
    // Nothing is held.
  }
}

class FakeRun implements Run {
  private readonly inputs: Float32Array[];
  private result = new Float32Array(0);

  constructor(
    private readonly script: Script,
    private readonly shapes: readonly (readonly number[] | null)[],
  ) {
    this.inputs = shapes.map((dims) => new Float32Array(dims === null ? 0 : dims.reduce((product, dim) => product * dim, 1)));
  }

  input(i: number): Uint8Array {
    const values = this.inputs[i]!;
    return new Uint8Array(values.buffer, 0, values.byteLength);
  }
  setStrings(): void {
    throw new ServingError('backend_failed', 'the fake engine has no strings');
  }

  execute(): void {
    const { script } = this;
    while (script.gate !== undefined && existsSync(script.gate)) blockMs(1);
    if (script.delayMs !== undefined && script.delayMs > 0) blockMs(script.delayMs);
    const values = this.inputs[0]!;
    if (script.crashOn !== undefined && values.includes(script.crashOn)) process.exit(70);
    if (script.failOn !== undefined && values.includes(script.failOn)) throw new ServingError('backend_failed', 'scripted failure');
    this.result = values.map((value) => value + (script.add ?? 0));
  }

  outputDims(): readonly number[] {
    return this.shapes[0] ?? [];
  }
  output(): Uint8Array {
    return new Uint8Array(this.result.buffer, 0, this.result.byteLength);
  }
  outputStrings(): readonly string[] {
    return [];
  }
}
