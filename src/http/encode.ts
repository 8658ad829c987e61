/**
 * The answer of an inference as bytes: JSON, and after it the raw outputs that were asked for as binary. All is put
 * together in one reused buffer. A buffer that went out as a long body belongs to the engine, and a new one is made.
 *
 * NaN and infinity have no JSON text. An output that holds one and was asked for as JSON fails the request with an
 * error that names it and says to ask for binary: neither invalid JSON nor a silent `null` reaches a client.
 */
import { ServingError } from '../base/error.js';
import { copyOut } from '../memory/copy.js';
import type { InferRequest } from '../serving/port.js';
import { classify } from '../serving/classify.js';
import type { Datatype } from '../tensor/datatype.js';
import { numberBytesMax, writeAscii, writeFloat32, writeFloat64, writeInteger } from './digits.js';
import { handOverBytes } from './engine.js';
import type { OutputPlan, Plan } from './plan.js';

const startBytes = 64 * 1024;
/** A buffer that grew past this is not kept. */
const keptBytesMax = 4 * 1024 * 1024;
const listEnd = writeText('],"data":['), sizeStart = writeText('],"parameters":{"binary_data_size":'), sizeEnd = writeText('}}');
const idStart = writeText('"id":');
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function writeText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export class ResponseWriter {
  /** Bytes of the JSON; the whole is `length`. */
  jsonLength = 0;
  length = 0;
  /** Whether what follows the JSON is worth compressing. */
  entropy: 'text' | 'numbers' = 'text';
  #out: Uint8Array = new Uint8Array(startBytes);
  readonly #view: { f32: Float32Array; f64: Float64Array } = { f32: new Float32Array(0), f64: new Float64Array(0) };
  #at = 0;
  readonly #shape: number[] = [];
  /** Packed classes of outputs that go out as binary, in their order. */
  readonly #packed: Uint8Array[] = [];

  /** The last answer. Valid until the next `write`; longer than `handOverBytes` it is the caller's for good. */
  take(): Uint8Array {
    const bytes = this.#out.subarray(0, this.length);
    if (this.length > handOverBytes || this.#out.length > keptBytesMax) this.#out = new Uint8Array(startBytes);
    return bytes;
  }

  /** @throws ServingError for an output that cannot be written as asked */
  write(request: InferRequest, plan: Plan): void {
    this.#at = 0;
    this.#packed.length = 0;
    this.entropy = 'text';
    this.#room(1024 + 3 * request.id.length);
    this.#byte(123);
    if (request.id !== '') {
      this.#bytes(idStart);
      this.#bytes(encoder.encode(JSON.stringify(request.id)));
      this.#byte(44);
    }
    this.#bytes(plan.head);
    let rawBytes = 0;
    for (let i = 0; i < request.outputCount; i++) {
      if (i > 0) this.#byte(44);
      rawBytes += this.#output(request, i, plan);
    }
    this.#room(2);
    this.#byte(93);
    this.#byte(125);
    this.jsonLength = this.#at;
    if (rawBytes > 0) this.#raw(request, rawBytes);
    this.length = this.#at;
  }

  /** Writes one output's object and returns the bytes it adds after the JSON. */
  #output(request: InferRequest, i: number, plan: Plan): number {
    const choice = request.outputChoice(i);
    const output = plan.outputs[choice.index] as OutputPlan;
    if (choice.classes > 0) return this.#classes(request, i, output);
    this.#room(output.open.length + 256);
    this.#bytes(output.open);
    const rank = request.outputRank(i);
    for (let d = 0; d < rank; d++) {
      if (d > 0) this.#byte(44);
      this.#room(32);
      this.#at = writeInteger(this.#out, this.#at, request.outputDim(i, d));
    }
    const byteLength = request.outputByteLength(i);
    if (choice.region !== null) {
      this.#byte(93);
      this.#byte(125);
      return 0;
    }
    if (choice.binary) {
      if (output.spec.datatype === 'FP32' || output.spec.datatype === 'FP64' || output.spec.datatype === 'FP16' || output.spec.datatype === 'BF16') this.entropy = 'numbers';
      this.#size(byteLength);
      return byteLength;
    }
    this.#bytes(listEnd);
    this.#data(output, request.outputMemory(i), request.outputOffset(i), byteLength);
    this.#room(2);
    this.#byte(93);
    this.#byte(125);
    return 0;
  }

  #size(byteLength: number): void {
    this.#room(128);
    this.#bytes(sizeStart);
    this.#at = writeInteger(this.#out, this.#at, byteLength);
    this.#bytes(sizeEnd);
  }

  #classes(request: InferRequest, i: number, output: OutputPlan): number {
    const shape = this.#shape;
    shape.length = 0;
    for (let d = 0; d < request.outputRank(i); d++) shape.push(request.outputDim(i, d));
    const batched = request.target.signature.maxBatchSize > 0;
    const choice = request.outputChoice(i);
    const result = classify(output.spec, request.outputMemory(i), request.outputOffset(i), request.outputByteLength(i), shape, batched, choice.classes);
    this.#room(output.openClasses.length + 256);
    this.#bytes(output.openClasses);
    this.#at = writeAscii(this.#out, this.#at, result.shape.join(','));
    const texts = result.rows.flat();
    if (choice.binary) {
      const packed = pack(texts);
      this.#packed[i] = packed;
      this.#size(packed.length);
      return packed.length;
    }
    this.#bytes(listEnd);
    this.#long(encoder.encode(texts.map((text) => JSON.stringify(text)).join(',')));
    this.#room(2);
    this.#byte(93);
    this.#byte(125);
    return 0;
  }

  #raw(request: InferRequest, rawBytes: number): void {
    this.#room(rawBytes);
    for (let i = 0; i < request.outputCount; i++) {
      const choice = request.outputChoice(i);
      if (!choice.binary || choice.region !== null) continue;
      const packed = this.#packed[i];
      const byteLength = packed?.length ?? request.outputByteLength(i);
      if (packed) this.#out.set(packed, this.#at);
      else copyOut(request.outputMemory(i), request.outputOffset(i), byteLength, this.#out, this.#at);
      this.#at += byteLength;
    }
  }

  #data(output: OutputPlan, memory: Uint8Array, offset: number, byteLength: number): void {
    const { datatype, name } = output.spec;
    switch (datatype) {
      case 'FP32': return this.#floats(this.#floatWindow(memory), offset / 4, byteLength / 4, name, true);
      case 'FP64': return this.#floats(this.#doubleWindow(memory), offset / 8, byteLength / 8, name, false);
      case 'BOOL': return this.#booleans(memory, offset, byteLength);
      case 'BYTES': return this.#strings(memory, offset, byteLength, name);
      case 'FP16':
      case 'BF16':
        throw new ServingError('invalid_argument', `sending ${datatype} data via JSON is not supported. Please use the binary data format for output '${name}'`);
      default: return this.#integers(datatype, memory, offset, byteLength);
    }
  }

  #floatWindow(memory: Uint8Array): Float32Array {
    const { f32 } = this.#view;
    if (f32.buffer === memory.buffer && f32.byteOffset === memory.byteOffset) return f32;
    return (this.#view.f32 = new Float32Array(memory.buffer, memory.byteOffset, memory.byteLength >> 2));
  }

  #doubleWindow(memory: Uint8Array): Float64Array {
    const { f64 } = this.#view;
    if (f64.buffer === memory.buffer && f64.byteOffset === memory.byteOffset) return f64;
    return (this.#view.f64 = new Float64Array(memory.buffer, memory.byteOffset, memory.byteLength >> 3));
  }

  #floats(values: Float32Array | Float64Array, start: number, count: number, name: string, single: boolean): void {
    for (let i = 0; i < count; i++) {
      if ((i & 255) === 0) this.#room(256 * (numberBytesMax + 1));
      const value = values[start + i] as number;
      if (value - value !== 0) {
        throw new ServingError('invalid_argument', `output '${name}' holds NaN or infinity, which JSON cannot carry; ask for it as binary data ("binary_data": true)`);
      }
      if (i > 0) this.#out[this.#at++] = 44;
      this.#at = single ? writeFloat32(this.#out, this.#at, value) : writeFloat64(this.#out, this.#at, value);
    }
  }

  #integers(datatype: Datatype, memory: Uint8Array, offset: number, byteLength: number): void {
    const view = new DataView(memory.buffer, memory.byteOffset + offset, byteLength);
    const bytes = datatype.endsWith('64') ? 8 : datatype.endsWith('32') ? 4 : datatype.endsWith('16') ? 2 : 1;
    for (let p = 0, i = 0; p < byteLength; p += bytes, i++) {
      if ((i & 255) === 0) this.#room(256 * (numberBytesMax + 1));
      if (i > 0) this.#out[this.#at++] = 44;
      const value = integerAt(view, p, datatype);
      this.#at = Number.isSafeInteger(value) ? writeInteger(this.#out, this.#at, value)
        : writeAscii(this.#out, this.#at, (datatype === 'INT64' ? view.getBigInt64(p, true) : view.getBigUint64(p, true)).toString());
    }
  }

  #booleans(memory: Uint8Array, offset: number, count: number): void {
    for (let i = 0; i < count; i++) {
      if ((i & 255) === 0) this.#room(256 * 6);
      if (i > 0) this.#out[this.#at++] = 44;
      this.#at = writeAscii(this.#out, this.#at, memory[offset + i] === 0 ? 'false' : 'true');
    }
  }

  /** BYTES as JSON strings. What is not UTF-8 has no JSON text and fails as NaN does. */
  #strings(memory: Uint8Array, offset: number, byteLength: number, name: string): void {
    const view = new DataView(memory.buffer, memory.byteOffset + offset, byteLength);
    for (let p = 0; p < byteLength; ) {
      const length = view.getUint32(p, true);
      let text = '';
      try {
        // The decoder does not take shared memory, hence the copy.
        text = decoder.decode(memory.slice(offset + p + 4, offset + p + 4 + length));
      } catch (cause) {
        throw new ServingError('invalid_argument', `output '${name}' holds bytes that are not UTF-8, which JSON cannot carry; ask for it as binary data ("binary_data": true)`, { cause });
      }
      if (p > 0) this.#byte(44);
      this.#long(encoder.encode(JSON.stringify(text)));
      p += 4 + length;
    }
  }

  #long(bytes: Uint8Array): void {
    this.#room(bytes.length + 16);
    this.#out.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  #byte(byte: number): void {
    this.#out[this.#at++] = byte;
  }

  /** Short texts: below some sixty bytes a loop beats the call into native code. */
  #bytes(bytes: Uint8Array): void {
    const out = this.#out;
    const at = this.#at;
    if (bytes.length > 64) out.set(bytes, at);
    else for (let i = 0; i < bytes.length; i++) out[at + i] = bytes[i] as number;
    this.#at = at + bytes.length;
  }

  #room(bytes: number): void {
    const needed = this.#at + bytes;
    if (needed <= this.#out.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#out.length * 2));
    larger.set(this.#out.subarray(0, this.#at));
    this.#out = larger;
  }
}

function integerAt(view: DataView, p: number, datatype: Datatype): number {
  switch (datatype) {
    case 'INT8': return view.getInt8(p);
    case 'UINT8': return view.getUint8(p);
    case 'INT16': return view.getInt16(p, true);
    case 'UINT16': return view.getUint16(p, true);
    case 'INT32': return view.getInt32(p, true);
    case 'UINT32': return view.getUint32(p, true);
    case 'INT64': return view.getInt32(p + 4, true) * 4294967296 + view.getUint32(p, true);
    default: return view.getUint32(p + 4, true) * 4294967296 + view.getUint32(p, true);
  }
}

/** Texts as a BYTES tensor. */
export function pack(texts: readonly string[]): Uint8Array {
  const parts = texts.map((text) => encoder.encode(text));
  const out = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  const view = new DataView(out.buffer);
  let at = 0;
  for (const part of parts) {
    view.setUint32(at, part.length, true);
    out.set(part, at + 4);
    at += 4 + part.length;
  }
  return out;
}
