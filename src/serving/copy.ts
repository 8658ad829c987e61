/**
 * One request that runs again where no caller waits for it: on the stable version for the noise, where it was chosen for
 * that, then on the candidate. Its inputs are those of the caller's request, which hands over its memory once it is
 * answered, so nothing of them is copied; see mirror.ts for the way of it.
 */
import { InputField } from '../memory/descriptor.js';
import type { Signature } from '../tensor/signature.js';
import { Kept } from './kept.js';
import type { Mirroring } from './mirroring.js';
import type { Call } from './port.js';
import type { PooledRequest } from './request.js';

export type Stage = 'noise' | 'candidate';

export class Copy implements Call {
  readonly kept = new Kept();
  mirroring!: Mirroring;
  stage: Stage = 'candidate';
  /** No run follows the one under way. */
  isLast = false;
  /** The run under way. */
  request: PooledRequest | null = null;
  /** Of the traffic that its request belongs to. */
  slice = 0;
  /** Request memory that came with it. */
  heldBytes = 0;

  constructor(private readonly onSettled: (copy: Copy, request: PooledRequest) => void) {}

  settled(): void {
    this.onSettled(this, this.request!);
  }
}

/** Whether all inputs lie in the server's own memory. What lies in a client's may change once the client has its answer. */
export function isWithin(request: PooledRequest): boolean {
  const { inputs } = request.target.signature;
  for (let i = 0; i < inputs.length; i++) if (isGiven(request, i) && request.inputField(i, InputField.file) >= 0) return false;
  return true;
}

/**
 * Declares the inputs of one request to another, by name. An input that the other version does not know is left out.
 * @throws ServingError as `place` does, where the versions do not take the same inputs
 */
export function placeInputs(from: PooledRequest, to: PooledRequest, places: Int32Array): void {
  const { signature, layout } = from.target;
  for (let i = 0; i < signature.inputs.length; i++) {
    if (places[i]! < 0 || !isGiven(from, i)) continue;
    const shape: number[] = [];
    for (let d = 0; d < layout.inputRank[i]!; d++) shape.push(from.inputField(i, InputField.dims + d));
    to.placeAt(places[i]!, signature.inputs[i]!.datatype, shape, from.inputField(i, InputField.byteOffset), from.inputField(i, InputField.byteLength));
  }
}

function isGiven(request: PooledRequest, input: number): boolean {
  return request.inputField(input, InputField.byteLength) !== -1;
}

/** Where the inputs of one version are in another's signature, by name; -1 where they are not. */
export function inputPlaces(from: Signature, to: Signature): Int32Array {
  return Int32Array.from(from.inputs, ({ name }) => to.inputs.findIndex((spec) => spec.name === name));
}

/** The same for outputs, which are only compared where they are of one datatype. */
export function outputPlaces(from: Signature, to: Signature): Int32Array {
  return Int32Array.from(from.outputs, ({ name, datatype }) => to.outputs.findIndex((spec) => spec.name === name && spec.datatype === datatype));
}
