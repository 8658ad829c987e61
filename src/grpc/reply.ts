/**
 * ModelInferResponse into the buffer that goes to the socket. `prepare` sizes the message, `copy` writes it; between the
 * two nothing else may use the reply. The payload is copied once, from output memory to the frame: the gRPC library asks
 * its serialiser for something with a `byteLength` and a `copy`, so the reply is handed over itself instead of a Buffer
 * that would be copied again. The catch: it leans on the two members that the pinned version uses; a test holds it.
 *
 * Always raw_output_contents, one entry per output at the same place: clients read by index.
 */
import { copyOut } from '../memory/copy.js';
import { ServingError } from '../base/error.js';
import type { InferRequest, Target } from '../serving/port.js';
import type { TensorSpec } from '../tensor/signature.js';
import { copyInto } from './contents.js';

/** Turns an output into its k best classes, as strings. */
export type Classify = (
  spec: TensorSpec,
  memory: Uint8Array,
  byteOffset: number,
  shape: readonly number[],
  classes: number,
  batched: boolean,
) => { shape: number[]; values: string[] };

interface Classes {
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

/** `parameters { triton_final_response: true }`, as a field of the response. */
const FINAL = Buffer.concat([Buffer.from([0x22, 27, 0x0a, 21]), Buffer.from('triton_final_response'), Buffer.from([0x12, 2, 0x08, 1])]);
const BYTES_FIELD = field(2, Buffer.from('BYTES'));

export class Reply {
  byteLength = 0;

  private request!: InferRequest;
  private head!: Uint8Array;
  private id = '';
  private idBytes = 0;
  private final = false;
  private bodyBytes = 0;
  private inStream = false;
  private readonly metaBytes: number[] = [];
  private readonly shapeBytes: number[] = [];
  private readonly classes: (Classes | null)[] = [];
  private readonly heads = new WeakMap<Target, Uint8Array>();
  private readonly names = new WeakMap<TensorSpec, Uint8Array>();
  private readonly datatypes = new WeakMap<TensorSpec, Uint8Array>();

  constructor(private readonly classify: Classify) {}

  /**
   * @param inStream wraps the response for ModelStreamInfer
   * @param final marks the response as the request's last
   * @throws ServingError unsupported, when an output cannot be classified
   */
  prepare(request: InferRequest, inStream: boolean, final: boolean): void {
    this.request = request;
    this.inStream = inStream;
    this.final = final;
    this.head = this.headOf(request.target);
    this.id = request.id;
    this.idBytes = this.id === '' ? 0 : Buffer.byteLength(this.id);
    let total = this.head.length + (this.idBytes === 0 ? 0 : 1 + varintBytes(this.idBytes) + this.idBytes) + (final ? FINAL.length : 0);
    for (let i = 0; i < request.outputCount; i++) total += this.measureOutput(i);
    this.bodyBytes = total;
    this.byteLength = inStream ? 1 + varintBytes(total) + total : total;
  }

  /** Writes the message. The name and the order of its parameters are those of Buffer's. */
  copy(to: Buffer, start: number): number {
    let at = start;
    if (this.inStream) {
      to[at++] = 0x12;
      at = writeVarint(to, at, this.bodyBytes);
    }
    to.set(this.head, at);
    at += this.head.length;
    if (this.idBytes > 0) {
      to[at++] = 0x1a;
      at = writeVarint(to, at, this.idBytes);
      at += to.write(this.id, at, 'utf8');
    }
    if (this.final) {
      to.set(FINAL, at);
      at += FINAL.length;
    }
    for (let i = 0; i < this.request.outputCount; i++) at = this.copyMeta(to, at, i);
    for (let i = 0; i < this.request.outputCount; i++) at = this.copyPayload(to, at, i);
    return at - start;
  }

  /** The message on its own, for tests and tools. */
  toBuffer(): Buffer {
    const to = Buffer.allocUnsafe(this.byteLength);
    this.copy(to, 0);
    return to;
  }

  private measureOutput(i: number): number {
    const { request } = this;
    const spec = request.outputSpec(i);
    const classes = request.outputChoice(i).classes > 0 ? this.classesOf(i) : null;
    this.classes[i] = classes;
    let shape = 0;
    const rank = classes === null ? request.outputRank(i) : classes.shape.length;
    for (let d = 0; d < rank; d++) shape += varintBytes(classes === null ? request.outputDim(i, d) : classes.shape[d]!);
    this.shapeBytes[i] = shape;
    const datatype = classes === null ? this.datatypeOf(spec) : BYTES_FIELD;
    const meta = this.nameOf(spec).length + datatype.length + (rank === 0 ? 0 : 1 + varintBytes(shape) + shape);
    this.metaBytes[i] = meta;
    const payload = this.payloadBytes(i);
    return 1 + varintBytes(meta) + meta + 1 + varintBytes(payload) + payload;
  }

  /** What lies in a client's region is not sent, but keeps its place. */
  private payloadBytes(i: number): number {
    const classes = this.classes[i]!;
    if (classes !== null) return classes.bytes.length;
    return this.request.outputChoice(i).region === null ? this.request.outputByteLength(i) : 0;
  }

  private copyMeta(to: Buffer, start: number, i: number): number {
    const { request } = this;
    const spec = request.outputSpec(i);
    const classes = this.classes[i]!;
    const name = this.nameOf(spec);
    const datatype = classes === null ? this.datatypeOf(spec) : BYTES_FIELD;
    let at = start;
    to[at++] = 0x2a;
    at = writeVarint(to, at, this.metaBytes[i]!);
    copyInto(to, at, name, 0, name.length);
    at += name.length;
    copyInto(to, at, datatype, 0, datatype.length);
    at += datatype.length;
    const rank = classes === null ? request.outputRank(i) : classes.shape.length;
    if (rank === 0) return at;
    to[at++] = 0x1a;
    at = writeVarint(to, at, this.shapeBytes[i]!);
    for (let d = 0; d < rank; d++) at = writeVarint(to, at, classes === null ? request.outputDim(i, d) : classes.shape[d]!);
    return at;
  }

  private copyPayload(to: Buffer, start: number, i: number): number {
    const length = this.payloadBytes(i);
    let at = start;
    to[at++] = 0x32;
    at = writeVarint(to, at, length);
    const classes = this.classes[i]!;
    if (classes !== null) to.set(classes.bytes, at);
    else if (length > 0) {
      const from = this.request.outputOffset(i);
      copyOut(this.request.outputMemory(i), from, length, to, at);
    }
    return at + length;
  }

  private classesOf(i: number): Classes {
    const { request } = this;
    const shape: number[] = [];
    for (let d = 0; d < request.outputRank(i); d++) shape.push(request.outputDim(i, d));
    const batched = request.target.signature.maxBatchSize > 0;
    const { classes } = request.outputChoice(i);
    const found = this.classify(request.outputSpec(i), request.outputMemory(i), request.outputOffset(i), shape, classes, batched);
    return { shape: found.shape, bytes: stringBytes(found.values) };
  }

  private headOf(target: Target): Uint8Array {
    let head = this.heads.get(target);
    if (head === undefined) {
      head = Buffer.concat([field(1, Buffer.from(target.model)), field(2, Buffer.from(String(target.version)))]);
      this.heads.set(target, head);
    }
    return head;
  }

  private nameOf(spec: TensorSpec): Uint8Array {
    let name = this.names.get(spec);
    if (name === undefined) this.names.set(spec, (name = field(1, Buffer.from(spec.name))));
    return name;
  }

  private datatypeOf(spec: TensorSpec): Uint8Array {
    let datatype = this.datatypes.get(spec);
    if (datatype === undefined) this.datatypes.set(spec, (datatype = field(2, Buffer.from(spec.datatype))));
    return datatype;
  }
}

/** ModelStreamInferResponse that carries a fault; the id says whose. */
export function encodeFault(message: string, id: string): Buffer {
  const inner = id === '' ? Buffer.alloc(0) : field(3, Buffer.from(id));
  return Buffer.concat([field(1, Buffer.from(message)), field(2, inner)]);
}

/** Stands in where the server was started without the classification extension. */
export const noClasses: Classify = (spec) => {
  throw new ServingError('unsupported', `classification of output '${spec.name}' is not offered by this server`);
};

function stringBytes(values: readonly string[]): Uint8Array {
  const parts: Buffer[] = [];
  for (const value of values) {
    const text = Buffer.from(value);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(text.length);
    parts.push(length, text);
  }
  return Buffer.concat(parts);
}

function field(number: number, bytes: Uint8Array): Buffer {
  const head = Buffer.alloc(1 + varintBytes(bytes.length));
  head[0] = (number << 3) | 2;
  writeVarint(head, 1, bytes.length);
  return Buffer.concat([head, bytes]);
}

/** For what is never negative: lengths and dims. */
function varintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) bytes++;
  return bytes;
}

function writeVarint(to: Uint8Array, start: number, value: number): number {
  let at = start;
  let rest = value;
  while (rest >= 128) {
    to[at++] = (rest % 128) | 0x80;
    rest = Math.floor(rest / 128);
  }
  to[at++] = rest;
  return at;
}
