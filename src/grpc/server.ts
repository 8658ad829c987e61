/**
 * The gRPC listener: GRPCInferenceService, our own services, health and reflection on one port. Whoever composes the process gives it the
 * ports and gets back the bound port and a way to stop: `drain` says on health that traffic should leave, `close` lets
 * calls in flight end, for so long at most, and then cuts what is left.
 */
import {
  Server,
  ServerCredentials,
  logVerbosity,
  setLogVerbosity,
  type ServerInterceptingCall,
  type ServerInterceptingCallInterface,
  type handleBidiStreamingCall,
  type handleServerStreamingCall,
  type handleUnaryCall,
  type sendUnaryData,
} from '@grpc/grpc-js';
import { assert } from '../base/assert.js';
import type { Clock } from '../base/clock.js';
import { ServingError } from '../base/error.js';
import type { Admin } from '../serving/admin.js';
import type { Intake } from '../serving/intake.js';
import type { Outbox } from '../serving/outbox.js';
import type { Front } from '../serving/port.js';
import { Connections, SWEEP_MS } from './connections.js';
import { Health } from './health.js';
import { InferCall, InferRoom } from './infer.js';
import { PlainCall } from './plain.js';
import { sendRecording } from './recording.js';
import { Reflection } from './reflection.js';
import { noClasses, type Classify } from './reply.js';
import { LABEL_SERVICE, ROLLOUT_SERVICE, labelMethods, rolloutMethods } from './rollout.js';
import { SERVICE, adminMethods, type Method } from './service.js';
import { faultOf, statusOf, type GrpcLog } from './status.js';
import { StreamCall } from './stream.js';
import { RolloutWatches } from './watch.js';

const INT32_MAX = 2_147_483_647;
/** Names, shapes and parameters around the tensors. */
const MESSAGE_HEAD_BYTES = 1_048_576;
const STREAMS_MAX = 4096;
const STREAM_REQUESTS_MAX = 64;
/** The library's 64 KiB default makes a 600 KiB message wait for window updates; this size took its CPU from 875 to 770 µs. */
const FLOW_CONTROL_WINDOW_BYTES = 8_388_608;
const KEEPALIVE_TIME_MS = 7_200_000;
const KEEPALIVE_TIMEOUT_MS = 20_000;

export interface GrpcOptions {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly front: Front;
  readonly admin: Admin;
  readonly clock: Clock;
  readonly log: GrpcLog;
  readonly intake: Intake;
  /** Swept by its owner. */
  readonly outbox: Outbox;
  /** Runs a function again and again until the returned one is called. */
  readonly every: (periodMs: number, run: () => void) => () => void;
  /** The classification extension; without it asking for classes is refused. */
  readonly classify?: Classify;
  /** Calls `listener` whenever readiness of the server or of a model may have changed. @returns takes it off */
  readonly onChange?: (listener: () => void) => () => void;
  /** Requests that one stream may have unanswered. */
  readonly streamRequestsMax?: number;
}

export interface GrpcServer {
  readonly port: number;
  /** Sockets that are open. */
  readonly connections: number;
  /** Health turns NOT_SERVING; calls go on. */
  drain(): void;
  /** Refuses new connections and calls, waits for those in flight for `graceMs` at most, then cuts them. */
  close(graceMs: number): Promise<void>;
  /** Drops every connection that is still there, whatever it does; the last word behind `close`. */
  cut(): void;
}

const REFLECTION_PATHS = ['v1', 'v1alpha'].map((version) => `/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`);
/** Calls that may be silent between their messages. */
const MANY_MESSAGES: ReadonlySet<string> = new Set([`/${SERVICE}/ModelStreamInfer`, ...REFLECTION_PATHS]);

const identity = (bytes: Buffer): Buffer => bytes;

/** @throws ServingError internal, when the address cannot be bound; the text says why */
export async function createGrpc(options: GrpcOptions): Promise<GrpcServer> {
  const { front, admin, clock, log } = options;
  // What fails is thrown or told as a status; lines of the library's own on stderr would say it a second time, in another form.
  if (process.env['GRPC_VERBOSITY'] === undefined) setLogVerbosity(logVerbosity.NONE);
  let connections: Connections | null = null;
  const cut: Cut = (call) => connections?.cutCall(call);
  const room = new InferRoom(front, clock, log, options.classify ?? noClasses, options.streamRequestsMax ?? STREAM_REQUESTS_MAX, options.outbox, cut);
  const health = new Health(front, log);
  const watches = new RolloutWatches(admin, log);
  const server = new Server({
    'grpc.max_receive_message_length': Math.min(INT32_MAX, front.requestBytesMax + MESSAGE_HEAD_BYTES),
    'grpc.max_send_message_length': INT32_MAX,
    'grpc.max_concurrent_streams': STREAMS_MAX,
    'grpc.keepalive_time_ms': KEEPALIVE_TIME_MS,
    'grpc.keepalive_timeout_ms': KEEPALIVE_TIMEOUT_MS,
    'grpc.enable_channelz': 0,
    'grpc-node.flow_control_window': FLOW_CONTROL_WINDOW_BYTES,
    interceptors: [(method, call) => intercept(method.path, call, room, cut)],
  });
  registerInference(server);
  registerMethods(server, SERVICE, adminMethods(front, admin), log);
  registerMethods(server, ROLLOUT_SERVICE, rolloutMethods(admin), log);
  registerMethods(server, LABEL_SERVICE, labelMethods(admin), log);
  registerRolloutStreams(server, watches, admin, log);
  registerHealth(server, health, log);
  registerReflection(server, new Reflection(), log);
  const stopListening = options.onChange?.(() => health.refresh());
  const port = await bind(server, options.host, options.port);
  const below = new Connections(server, options.intake, (path) => MANY_MESSAGES.has(path));
  connections = below;
  const stopSweeping = options.every(SWEEP_MS, () => below.sweep());
  let closed: Promise<void> | null = null;
  return {
    port,
    get connections() {
      return below.count;
    },
    drain: () => {
      health.drain();
      watches.drain();
    },
    close: (graceMs) => {
      closed ??= (() => {
        stopListening?.();
        health.drain();
        health.close();
        watches.drain();
        const gone = shutDown(server, addressOf(options.host, port), graceMs);
        room.drain();
        below.closeWhenIdle();
        return gone.finally(stopSweeping);
      })();
      return closed;
    },
    cut: () => below.cut(),
  };
}

type Cut = (call: ServerInterceptingCallInterface) => void;

/** The two calls that carry tensors answer themselves; the others take the library's way. */
function intercept(path: string, call: ServerInterceptingCallInterface, room: InferRoom, cut: Cut): ServerInterceptingCall {
  if (path === `/${SERVICE}/ModelInfer`) return new InferCall(call, room);
  if (path === `/${SERVICE}/ModelStreamInfer`) return new StreamCall(call, room);
  return new PlainCall(call, room.outbox, cut);
}

function registerInference(server: Server): void {
  const unreached = () => assert(false, 'an intercepted call reached its handler');
  server.register(`/${SERVICE}/ModelInfer`, unreached, identity, identity, 'unary');
  server.register(`/${SERVICE}/ModelStreamInfer`, unreached, identity, identity, 'bidi');
}

function registerMethods(server: Server, service: string, methods: Readonly<Record<string, Method>>, log: GrpcLog): void {
  for (const [name, method] of Object.entries(methods)) {
    unary(server, `/${service}/${name}`, log, (request, answer) => {
      method(request).then(
        (reply) => answer(null, reply),
        (thrown: unknown) => answer(statusOf(faultOf(thrown, log, name))),
      );
    });
  }
}

function unary(server: Server, path: string, log: GrpcLog, handle: (request: Buffer, answer: sendUnaryData<Buffer>) => void): void {
  const handler: handleUnaryCall<Buffer, Buffer> = (call, answer) => {
    try {
      handle(call.request, answer);
    } catch (thrown) {
      answer(statusOf(faultOf(thrown, log, path)));
    }
  };
  server.register(path, handler, identity, identity, 'unary');
}

function registerHealth(server: Server, health: Health, log: GrpcLog): void {
  unary(server, '/grpc.health.v1.Health/Check', log, (request, answer) => answer(null, health.check(request)));
  const watch: handleServerStreamingCall<Buffer, Buffer> = (call) => health.watch(call);
  server.register('/grpc.health.v1.Health/Watch', watch, identity, identity, 'serverStream');
}

function registerRolloutStreams(server: Server, watches: RolloutWatches, admin: Admin, log: GrpcLog): void {
  const watch: handleServerStreamingCall<Buffer, Buffer> = (call) => watches.watch(call);
  const record: handleServerStreamingCall<Buffer, Buffer> = (call) => void sendRecording(admin, call, log);
  server.register(`/${ROLLOUT_SERVICE}/WatchRollout`, watch, identity, identity, 'serverStream');
  server.register(`/${ROLLOUT_SERVICE}/GetRecording`, record, identity, identity, 'serverStream');
}

function registerReflection(server: Server, reflection: Reflection, log: GrpcLog): void {
  const serve: handleBidiStreamingCall<Buffer, Buffer> = (call) => reflection.serve(call, log);
  for (const path of REFLECTION_PATHS) {
    server.register(path, serve, identity, identity, 'bidi');
  }
}

function addressOf(host: string, port: number): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]:${port}` : `${host}:${port}`;
}

function bind(server: Server, host: string, port: number): Promise<number> {
  const address = addressOf(host, port);
  return new Promise((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(new ServingError('internal', `cannot listen for gRPC on ${address}: ${error.message}`, { cause: error }));
    });
  });
}

/**
 * Without channelz the library's forceShutdown finds no sessions to cut, so `drain` does it: it says goodbye on every
 * session now and destroys what is left after the grace. It must come first: tryShutdown, which waits for the last
 * socket, closes sessions too, and a closed one is no longer drained.
 */
function shutDown(server: Server, address: string, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    server.drain(address, graceMs);
    server.tryShutdown(() => resolve());
  });
}
