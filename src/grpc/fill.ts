/**
 * From a frame to a request in flight: names the version, opens a place, checks what only the codec can check and writes
 * every input to request memory. Every refusal names its tensor. What is opened here is either returned or abandoned.
 */
import { ServingError } from '../base/error.js';
import { identify } from '../serving/identify.js';
import type { Caller, Front, InferRequest, OutputChoice, Target } from '../serving/port.js';
import { DATATYPES, isDatatype, type Datatype } from '../tensor/datatype.js';
import { copyInto, measure, write } from './contents.js';
import type { InputFrame, OutputFrame, RequestFrame } from './frame.js';

/** @throws ServingError whatever `resolve`, `open` and `place` refuse with, and the checks below */
export function fill(front: Front, frame: RequestFrame, label: string, deadlineUs: number, caller: Caller): InferRequest {
  const target = front.resolve(frame.model, frame.version, label, caller);
  const request = front.open(target, bytesHint(frame), deadlineUs);
  try {
    request.id = frame.id;
    request.timeoutUs = frame.timeoutUs;
    request.priority = frame.priority;
    request.binaryDefault = true;
    placeInputs(request, frame);
    wantOutputs(request, frame);
  } catch (thrown) {
    request.abandon();
    throw identify(thrown, frame.id);
  }
  return request;
}

/** Exact for raw bytes; typed contents take at most 8 bytes for each of theirs, and mostly the same. */
function bytesHint(frame: RequestFrame): number {
  let hint = 0;
  for (let i = 0; i < frame.rawCount; i++) hint += aligned(frame.rawEnd[i]! - frame.rawStart[i]!);
  for (let i = 0; i < frame.inputCount; i++) {
    const input = frame.inputs[i]!;
    if (input.contents === null) continue;
    const length = input.contentsEnd - input.contentsStart;
    const size = isDatatype(input.datatype) ? DATATYPES[input.datatype].bytes : 0;
    hint += aligned(size === 0 ? 4 * length : Math.min(elementsOf(input.shape), length) * size);
  }
  return hint;
}

const aligned = (bytes: number) => Math.ceil(bytes / 8) * 8;

function elementsOf(shape: readonly number[]): number {
  let elements = 1;
  for (const dim of shape) elements *= dim;
  return elements;
}

function placeInputs(request: InferRequest, frame: RequestFrame): void {
  const { target } = request;
  let raw = 0;
  for (let i = 0; i < frame.inputCount; i++) {
    const input = frame.inputs[i]!;
    const index = target.inputIndex(input.name);
    if (index < 0) {
      throw new ServingError('unexpected_input', `unexpected inference input '${input.name}' for model '${target.model}'`);
    }
    const datatype = datatypeOf(input, target, index);
    checkShape(input, target);
    if (input.region !== '') placeRegion(request, input, index, datatype);
    else if (input.contents !== null) placeContents(request, frame, input, index, datatype);
    else {
      if (raw === frame.rawCount) {
        throw new ServingError(
          'invalid_argument',
          `unable to find data for input tensor '${input.name}' for model '${target.model}' in request.`,
        );
      }
      placeRaw(request, frame, input, index, datatype, raw++);
    }
  }
  if (raw < frame.rawCount) {
    throw new ServingError(
      'invalid_argument',
      `unexpected additional raw_input_contents for model '${target.model}': ${frame.rawCount} entries for ${raw} inputs without other data`,
    );
  }
}

function datatypeOf(input: InputFrame, target: Target, index: number): Datatype {
  if (isDatatype(input.datatype)) return input.datatype;
  const wanted = target.signature.inputs[index]!.datatype;
  throw new ServingError(
    'datatype_mismatch',
    `inference input '${input.name}' data-type is '${input.datatype}', but model '${target.model}' expects '${wanted}'`,
  );
}

function checkShape(input: InputFrame, target: Target): void {
  let elements = 1;
  for (const dim of input.shape) {
    if (dim < 0) {
      throw new ServingError('shape_mismatch', `input '${input.name}' for model '${target.model}' has a negative dimension: ${dim}`);
    }
    elements *= dim;
    if (dim > Number.MAX_SAFE_INTEGER || elements > Number.MAX_SAFE_INTEGER) {
      throw new ServingError('shape_mismatch', `input '${input.name}' for model '${target.model}' has a shape whose element count overflows`);
    }
  }
}

function placeRegion(request: InferRequest, input: InputFrame, index: number, datatype: Datatype): void {
  if (input.contents !== null) {
    throw new ServingError(
      'invalid_argument',
      `unexpected 'content' provided when using shared memory for input tensor '${input.name}' for model '${request.target.model}'`,
    );
  }
  if (input.regionBytes < 0) throw missingRegionSize('input', input.name);
  request.placeRegion(index, datatype, input.shape, {
    region: input.region,
    byteOffset: input.regionOffset,
    byteLength: input.regionBytes,
  });
}

function missingRegionSize(kind: string, name: string): ServingError {
  return new ServingError('invalid_argument', `'shared_memory_byte_size' parameter must be given with 'shared_memory_region' for ${kind} '${name}'`);
}

function placeContents(request: InferRequest, frame: RequestFrame, input: InputFrame, index: number, datatype: Datatype): void {
  const { model } = request.target;
  if (frame.rawCount > 0) {
    throw new ServingError(
      'invalid_argument',
      `contents field must not be specified when using raw_input_contents for '${input.name}' for model '${model}'`,
    );
  }
  const byteLength = measure(input, datatype, model);
  const at = request.place(index, datatype, input.shape, byteLength);
  write(input, datatype, request.bytes, at);
  if (datatype === 'BYTES') checkStrings(request.bytes, at, byteLength, input);
}

function placeRaw(request: InferRequest, frame: RequestFrame, input: InputFrame, index: number, datatype: Datatype, raw: number): void {
  const start = frame.rawStart[raw]!;
  const end = frame.rawEnd[raw]!;
  if (datatype === 'BYTES') checkStrings(frame.bytes, start, end - start, input);
  const at = request.place(index, datatype, input.shape, end - start);
  copyInto(request.bytes, at, frame.bytes, start, end);
}

/** BYTES must be exactly as many strings as the shape says. */
function checkStrings(bytes: Uint8Array, start: number, byteLength: number, input: InputFrame): void {
  const end = start + byteLength;
  let at = start;
  let count = 0;
  while (at < end) {
    if (end - at < 4) {
      throw new ServingError(
        'size_mismatch',
        `incomplete string length indicator for inference input '${input.name}', expecting 4 bytes but only ${end - at} bytes available.`,
      );
    }
    const length = (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
    at += 4;
    if (length > end - at) {
      throw new ServingError(
        'size_mismatch',
        `incomplete string data for inference input '${input.name}', expecting string of length ${length} but only ${end - at} bytes available.`,
      );
    }
    at += length;
    count++;
  }
  const wanted = elementsOf(input.shape);
  if (count !== wanted) {
    throw new ServingError('size_mismatch', `unexpected number of string elements ${count} for inference input '${input.name}', expecting ${wanted}`);
  }
}

function wantOutputs(request: InferRequest, frame: RequestFrame): void {
  const { target } = request;
  for (let i = 0; i < frame.outputCount; i++) {
    const output = frame.outputs[i]!;
    const index = target.outputIndex(output.name);
    if (index < 0) {
      throw new ServingError('unexpected_output', `unexpected inference output '${output.name}' for model '${target.model}'`);
    }
    for (let before = 0; before < i; before++) {
      if (frame.outputs[before]!.name === output.name) {
        throw new ServingError('unexpected_output', `output '${output.name}' already exists in request`);
      }
    }
    request.want(plainChoice(output, index) ?? choiceOf(output, index));
  }
}

const PLAIN: readonly OutputChoice[] = Array.from({ length: 16 }, (_, index) => ({ index, binary: true, classes: 0, region: null }));

/** The common choice, made once and used by all requests. */
function plainChoice(output: OutputFrame, index: number): OutputChoice | null {
  return output.classes === 0 && output.region === '' ? (PLAIN[index] ?? null) : null;
}

function choiceOf(output: OutputFrame, index: number): OutputChoice {
  if (output.region === '') return { index, binary: true, classes: output.classes, region: null };
  if (output.classes > 0) {
    throw new ServingError('invalid_argument', `shared memory can not be used for output '${output.name}' with the 'classification' parameter`);
  }
  if (output.regionBytes < 0) throw missingRegionSize('output', output.name);
  const region = { region: output.region, byteOffset: output.regionOffset, byteLength: output.regionBytes };
  return { index, binary: true, classes: 0, region };
}
