/**
 * The binary tensor extension: raw tensors after the JSON, in the order of the inputs that name a `binary_data_size`,
 * copied from whatever chunk they arrive in straight to their place in request memory.
 */
import { ServingError } from '../base/error.js';
import { copyIn } from '../memory/copy.js';
import type { InferRequest } from '../serving/port.js';
import { DATATYPES } from '../tensor/datatype.js';
import type { RequestReader } from './json.js';
import type { Plan } from './plan.js';
import { writeLength } from './text.js';

/** `Inference-Header-Content-Length`; -1 when the header is absent. */
export function parseHeadLength(text: string, declaredBytes: number): number {
  if (text === '') return -1;
  const length = /^[0-9]{1,15}$/.test(text) ? Number(text) : -1;
  if (length < 0 || (declaredBytes >= 0 && length > declaredBytes)) {
    throw new ServingError('invalid_argument', `Unable to parse 'Inference-Header-Content-Length': '${text.slice(0, 40)}' is not an integer from 0 to the length of the body`);
  }
  return length;
}

/** Where the next bytes of one request go. Reused with the call that owns it. */
export class Fill {
  readonly #input: number[] = [];
  readonly #offset: number[] = [];
  readonly #size: number[] = [];
  #count = 0;
  #current = 0;
  /** Bytes of the current input that have arrived. */
  #done = 0;

  /** Takes over what the reader found. */
  start(reader: RequestReader): void {
    this.#count = reader.binaryCount;
    this.#current = 0;
    this.#done = 0;
    for (let i = 0; i < this.#count; i++) {
      this.#input[i] = reader.binaryInput[i] as number;
      this.#offset[i] = reader.binaryOffset[i] as number;
      this.#size[i] = reader.binarySize[i] as number;
    }
  }

  /** Copies `bytes` from `from` on. @throws ServingError size_mismatch when more come than the inputs take */
  put(request: InferRequest, bytes: Uint8Array, from: number): void {
    const end = bytes.length;
    let at = from;
    while (at < end && this.#current < this.#count) {
      const i = this.#current;
      const take = Math.min(end - at, (this.#size[i] as number) - this.#done);
      if (take > 0) copyIn(bytes.subarray(at, at + take), request.bytes, (this.#offset[i] as number) + this.#done);
      at += take;
      this.#done += take;
      if (this.#done === this.#size[i]) {
        this.#current++;
        this.#done = 0;
      }
    }
    if (at < end) throw new ServingError('size_mismatch', `unexpected additional input data for model '${request.target.model}'`);
  }

  /** After the last chunk. @throws ServingError size_mismatch when bytes are missing or a BYTES tensor is ill-formed */
  finish(request: InferRequest, plan: Plan): void {
    while (this.#current < this.#count && this.#size[this.#current] === this.#done) {
      this.#current++;
      this.#done = 0;
    }
    if (this.#current < this.#count) {
      const i = this.#current;
      const name = plan.inputs[this.#input[i] as number]?.spec.name ?? '';
      throw new ServingError('size_mismatch', `unexpected size for input '${name}', expecting ${(this.#size[i] as number) - this.#done} additional bytes for model '${plan.target.model}'`);
    }
    for (let i = 0; i < this.#count; i++) {
      const spec = plan.inputs[this.#input[i] as number]?.spec;
      if (spec?.datatype === 'BYTES') checkStrings(request.bytes, this.#offset[i] as number, this.#size[i] as number, spec.name);
    }
  }
}

/** Each element's length must lie within the tensor. How many elements there are is the data plane's to check. */
function checkStrings(bytes: Uint8Array, offset: number, size: number, name: string): void {
  let at = 0;
  while (at < size) {
    if (size - at < 4) {
      throw new ServingError('size_mismatch', `incomplete string length indicator for inference input '${name}', expecting 4 bytes but only ${size - at} bytes available`);
    }
    const p = offset + at;
    const length = ((bytes[p] as number) | ((bytes[p + 1] as number) << 8) | ((bytes[p + 2] as number) << 16) | ((bytes[p + 3] as number) << 24)) >>> 0;
    if (length > size - at - 4) {
      throw new ServingError('size_mismatch', `incomplete string data for inference input '${name}', expecting string of length ${length} but only ${size - at - 4} bytes available`);
    }
    at += 4 + length;
  }
}

/** A raw binary request: the whole body is the one input, its one variable dimension follows from the size. */
export function placeRaw(request: InferRequest, plan: Plan, body: Uint8Array): void {
  const { model, signature } = plan.target;
  const input = plan.inputs[0];
  if (input === undefined || plan.inputs.length !== 1) {
    throw new ServingError('invalid_argument', `Raw request must only have 1 input (found ${plan.inputs.length}) to be deduced but model '${model}' has another signature`);
  }
  const { spec } = input;
  const shape = spec.dims.slice();
  const open = shape.filter((dim) => dim < 0).length;
  if (open > 1) throw new ServingError('invalid_argument', `The shape of the raw input '${spec.name}' can not be deduced because there are more than one variable-sized dimension`);
  const fixed = shape.reduce((product, dim) => (dim < 0 ? product : product * dim), 1);
  request.binaryDefault = true;
  if (spec.datatype === 'BYTES') {
    if (open === 1) shape[shape.findIndex((dim) => dim < 0)] = 1;
    if (fixed !== 1) throw new ServingError('invalid_argument', `For BYTE datatype raw input '${spec.name}', the model must have input shape [1]`);
    if (signature.maxBatchSize > 0) shape.unshift(1);
    const offset = request.place(0, spec.datatype, shape, body.length + 4);
    writeLength(request.bytes, offset, body.length);
    copyIn(body, request.bytes, offset + 4);
    return;
  }
  if (open === 1) {
    const unit = fixed * DATATYPES[spec.datatype].bytes;
    if (unit === 0 || body.length % unit !== 0) {
      throw new ServingError('size_mismatch', `the ${body.length} bytes of the raw input '${spec.name}' are not a multiple of ${unit} for model '${model}'`);
    }
    shape[shape.findIndex((dim) => dim < 0)] = body.length / unit;
  }
  if (signature.maxBatchSize > 0) shape.unshift(1);
  copyIn(body, request.bytes, request.place(0, spec.datatype, shape, body.length));
}
