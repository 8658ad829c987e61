/** A gRPC client for tests that speaks through the codec library by reflection on proto/, not through our own codec. */
import { join } from 'node:path';
import { Client, Metadata, credentials, type CallOptions, type ClientDuplexStream, type ClientReadableStream, type ClientUnaryCall } from '@grpc/grpc-js';
import protobuf from 'protobufjs';
import { later } from './later.js';
import { projectRoot } from './folder.js';

export type Plain = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

const root = new protobuf.Root().loadSync(['inference', 'sluice', 'health', 'reflection', 'status'].map((name) => join(projectRoot, `proto/${name}.proto`)), { keepCase: true });
const SERVICE = 'inference.GRPCInferenceService';
const raw = (bytes: Buffer): Buffer => bytes;

export function encode(type: string, plain: Plain): Buffer {
  const message = root.lookupType(type);
  return Buffer.from(message.encode(message.fromObject(plain)).finish());
}

export function decode(type: string, bytes: Uint8Array): Plain {
  const message = root.lookupType(type);
  return message.toObject(message.decode(bytes), { longs: Number, defaults: true, arrays: true, objects: true, enums: String });
}

export interface RpcAnswer {
  /** 0 for OK. */
  readonly code: number;
  readonly details: string;
  readonly reply: Plain;
  /** Field violations, where the status has any. */
  readonly violations: readonly Plain[];
}

function violationsIn(trailer: Metadata | undefined): readonly Plain[] {
  const [bytes] = trailer?.get('grpc-status-details-bin') ?? [];
  if (bytes === undefined) return [];
  return decode('google.rpc.Status', bytes as Buffer)['details'].flatMap(({ value }: Plain) => decode('google.rpc.BadRequest', value)['field_violations']);
}

export class GrpcClient {
  readonly client: Client;

  constructor(port: number, options: object = {}) {
    this.client = new Client(`127.0.0.1:${port}`, credentials.createInsecure(), {
      'grpc.max_receive_message_length': -1,
      'grpc.max_send_message_length': -1,
      'grpc.use_local_subchannel_pool': 1,
      ...options,
    });
    later(() => this.client.close());
  }

  close(): void {
    this.client.close();
  }

  bytes(path: string, message: Buffer, metadata = new Metadata(), options: CallOptions = {}, began?: (call: ClientUnaryCall) => void): Promise<{ code: number; details: string; bytes: Buffer; violations: readonly Plain[] }> {
    return new Promise((resolve) => {
      const call = this.client.makeUnaryRequest(path, raw, raw, message, metadata, options, (error, reply) =>
        resolve({ code: error?.code ?? 0, details: error?.details ?? '', bytes: reply ?? Buffer.alloc(0), violations: violationsIn(error?.metadata) }),
      );
      began?.(call);
    });
  }

  async call(method: string, request: Plain = {}, more: { metadata?: Metadata; options?: CallOptions; service?: string; began?: (call: ClientUnaryCall) => void } = {}): Promise<RpcAnswer> {
    const service = more.service ?? SERVICE;
    const { requestType, responseType } = root.lookupService(service).methods[method]!;
    const scope = service.slice(0, service.lastIndexOf('.'));
    const { code, details, bytes, violations } = await this.bytes(`/${service}/${method}`, encode(`${scope}.${requestType}`, request), more.metadata, more.options, more.began);
    return { code, details, violations, reply: code === 0 ? decode(`${scope}.${responseType}`, bytes) : {} };
  }

  infer(model: string, inputs: readonly RpcInput[], more: Plain = {}, call: Parameters<GrpcClient['call']>[2] = {}): Promise<RpcAnswer> {
    return this.call('ModelInfer', inferRequest(model, inputs, more), call);
  }

  stream(method = 'ModelStreamInfer', metadata = new Metadata()): ClientDuplexStream<Buffer, Buffer> {
    return this.client.makeBidiStreamRequest(`/${SERVICE}/${method}`, raw, raw, metadata);
  }

  /** A stream of answers of one of our own services. */
  answers(service: string, method: string, request: Plain): ClientReadableStream<Buffer> {
    const { requestType } = root.lookupService(service).methods[method]!;
    const scope = service.slice(0, service.lastIndexOf('.'));
    return this.client.makeServerStreamRequest(`/${service}/${method}`, raw, raw, encode(`${scope}.${requestType}`, request), new Metadata());
  }

  watch(service: string): ClientDuplexStream<Buffer, Buffer> {
    const call = this.client.makeServerStreamRequest('/grpc.health.v1.Health/Watch', raw, raw, encode('grpc.health.v1.HealthCheckRequest', { service }), new Metadata());
    return call as unknown as ClientDuplexStream<Buffer, Buffer>;
  }
}

export interface RpcInput {
  readonly name: string;
  readonly datatype: string;
  readonly shape: readonly number[];
  readonly bytes?: Uint8Array;
  readonly parameters?: Plain;
}

export function inferRequest(model: string, inputs: readonly RpcInput[], more: Plain = {}): Plain {
  return {
    model_name: model,
    inputs: inputs.map(({ name, datatype, shape, parameters }) => ({ name, datatype, shape, ...(parameters ? { parameters } : {}) })),
    raw_input_contents: inputs.flatMap(({ bytes }) => (bytes === undefined ? [] : [bytes])),
    ...more,
  };
}

/** Takes what a stream brings, one by one, without polling. */
export class Inbox {
  private readonly arrived: Buffer[] = [];
  private readonly waiting: ((message: Buffer) => void)[] = [];
  readonly ended: Promise<{ code: number; details: string }>;

  constructor(call: NodeJS.EventEmitter) {
    call.on('data', (message: Buffer) => {
      const waiter = this.waiting.shift();
      if (waiter) waiter(message);
      else this.arrived.push(message);
    });
    call.on('error', () => {});
    this.ended = new Promise((resolve) => call.on('status', resolve));
  }

  next(): Promise<Buffer> {
    const message = this.arrived.shift();
    return message ? Promise.resolve(message) : new Promise((resolve) => this.waiting.push(resolve));
  }
}

export const floats = (...values: readonly number[]): Buffer => Buffer.from(Float32Array.from(values).buffer);
