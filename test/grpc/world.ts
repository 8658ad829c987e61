/** A server on a real socket, and a client that speaks through the library's codec by reflection on proto/. */
import { Client, Metadata, credentials, type CallOptions, type ClientDuplexStream, type ServiceError } from '@grpc/grpc-js';
import protobuf from 'protobufjs';
import { systemClock } from '../../src/base/clock.js';
import { createGrpc, type GrpcOptions, type GrpcServer } from '../../src/grpc/server.js';
import type { Admin } from '../../src/serving/admin.js';
import { Intake } from '../../src/serving/intake.js';
import { Outbox } from '../../src/serving/outbox.js';
import type { FakeFront } from '../support/grpc-front.js';

export const root = new protobuf.Root().loadSync(
  ['inference', 'sluice', 'health', 'reflection', 'status'].map((name) => `proto/${name}.proto`),
  { keepCase: true },
);
export const SERVICE = 'inference.GRPCInferenceService';
export type Plain = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

export const encode = (type: string, plain: Plain): Buffer => {
  const message = root.lookupType(type);
  return Buffer.from(message.encode(message.fromObject(plain)).finish());
};
export const decode = (type: string, bytes: Uint8Array): Plain => {
  const message = root.lookupType(type);
  return message.toObject(message.decode(bytes), { longs: Number, defaults: true, arrays: true, objects: true, oneofs: true, enums: String });
};

export interface Answer {
  readonly reply: Plain;
  readonly error: ServiceError | null;
  readonly trailer: Metadata;
}

const raw = (bytes: Buffer) => bytes;

export class World {
  private constructor(
    readonly server: GrpcServer,
    readonly client: Client,
    readonly logged: string[],
  ) {}

  static async start(front: FakeFront, admin: Partial<Admin> = {}, options: Partial<GrpcOptions> = {}): Promise<World> {
    const logged: string[] = [];
    const log = { warn: (_: object, text: string) => void logged.push(text) };
    const server = await createGrpc({ host: '127.0.0.1', port: 0, front, admin: admin as Admin, clock: systemClock, log, intake: new Intake(), outbox: new Outbox(), every: () => () => undefined, ...options });
    const client = new Client(`127.0.0.1:${server.port}`, credentials.createInsecure(), {
      'grpc.max_receive_message_length': -1,
      'grpc.max_send_message_length': -1,
    });
    return new World(server, client, logged);
  }

  async stop(): Promise<void> {
    this.client.close();
    await this.server.close(2000);
  }

  /** Sends bytes as they are. */
  bytes(path: string, message: Buffer, metadata = new Metadata(), options: CallOptions = {}): Promise<{ reply: Buffer | undefined; error: ServiceError | null; trailer: Metadata }> {
    return new Promise((resolve) => {
      let trailer = new Metadata();
      const done = (error: ServiceError | null, reply?: Buffer) =>
        setImmediate(() => resolve({ reply, error, trailer: error?.metadata ?? trailer }));
      this.client.makeUnaryRequest(path, raw, raw, message, metadata, options, done).on('status', (status) => (trailer = status.metadata));
    });
  }

  async call(method: string, request: Plain, metadata?: Metadata, options?: CallOptions, service = SERVICE): Promise<Answer> {
    const { requestType, responseType } = root.lookupService(service).methods[method]!;
    const scope = service.slice(0, service.lastIndexOf('.'));
    const answer = await this.bytes(`/${service}/${method}`, encode(`${scope}.${requestType}`, request), metadata, options);
    return { ...answer, reply: answer.reply === undefined ? {} : decode(`${scope}.${responseType}`, answer.reply) };
  }

  stream(path: string, metadata = new Metadata()): ClientDuplexStream<Buffer, Buffer> {
    return this.client.makeBidiStreamRequest(path, raw, raw, metadata);
  }
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

  get count(): number {
    return this.arrived.length;
  }
}

export const floats = (...values: number[]) => Buffer.from(new Float32Array(values).buffer);
