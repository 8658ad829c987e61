/**
 * Port of an engine: what runs a model file. Used inside instance threads only; every call blocks its thread. An
 * engine keeps no state outside its sessions. One contract test runs against every engine and the fake.
 */
import type { Datatype } from '../tensor/datatype.js';

export interface OpenOptions {
  /** 'cpu' or 'cuda:N'. A GPU that cannot be used is a fault, never a silent fall back. */
  readonly device: string;
  readonly intraOpThreads: number;
  readonly interOpThreads: number;
  readonly parallelExecution: boolean;
  readonly graphOptimization: 'disabled' | 'basic' | 'extended' | 'layout' | 'all';
  readonly memoryArena: boolean;
  readonly memoryPattern: boolean;
  /** Session config entries of ONNX Runtime, passed through. */
  readonly entries: Readonly<Record<string, string>>;
}

/** What the file itself declares; the batch dimension included, -1 where symbolic. */
export interface OpenTensor {
  readonly name: string;
  readonly datatype: Datatype;
  readonly dims: readonly number[];
}

/**
 * One prepared run for fixed input shapes. Buffers belong to the run and are reused by each `execute`.
 * BYTES tensors go by `strings` and have an empty `input`.
 */
export interface Run {
  /** Bytes of input `i`, to be filled before `execute`. */
  input(i: number): Uint8Array;
  setStrings(i: number, values: readonly string[]): void;
  /** @throws ServingError backend_failed, with the engine's text as its cause */
  execute(): void;
  /** After `execute`, until the next one. */
  outputDims(j: number): readonly number[];
  output(j: number): Uint8Array;
  outputStrings(j: number): readonly string[];
}

export interface Session {
  readonly inputs: readonly OpenTensor[];
  readonly outputs: readonly OpenTensor[];
  /**
   * Prepares a run. Preparing again for the same shapes is cheap; runs for different shapes share memory, so only
   * the last prepared one may be filled.
   * @param shapes of the inputs in the order asked for at `open`, batch dimension included; null leaves an optional input out
   */
  prepare(shapes: readonly (readonly number[] | null)[]): Run;
  close(): void;
}

export interface Engine {
  readonly name: string;
  /**
   * Opens a model file.
   * @param inputs names in the order in which `prepare` will give shapes; likewise `outputs` for the results
   * @throws ServingError load_failed naming the file and the cause
   */
  open(path: string, inputs: readonly string[], outputs: readonly string[], options: OpenOptions): Session;
}
