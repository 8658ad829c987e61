/**
 * What the gRPC room costs. `node dist/bench/micro/grpc.js` prints one JSON line per measurement:
 * the codec alone against the library's (µs per message), and calls over a socket (µs of server CPU per call) for a bare
 * echo of the gRPC library and for ModelInfer over a data plane that echoes at once. The client runs in a child process,
 * so the server's CPU is the server's alone.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Client, Server, ServerCredentials, credentials } from '@grpc/grpc-js';
import protobuf from 'protobufjs';
import { systemClock } from '../../src/base/clock.js';
import { measure, write } from '../../src/grpc/contents.js';
import { RequestFrame } from '../../src/grpc/frame.js';
import { createGrpc } from '../../src/grpc/server.js';
import { Intake } from '../../src/serving/intake.js';
import { Outbox } from '../../src/serving/outbox.js';
import type { Admin } from '../../src/serving/admin.js';
import type { Call, Front, InferRequest, OutputChoice, Target } from '../../src/serving/port.js';
import type { TensorSpec } from '../../src/tensor/signature.js';

const CONCURRENCY = 32;
const OPTIONS = { 'grpc.enable_channelz': 0, 'grpc-node.flow_control_window': 8_388_608, 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 };
const INFER = '/inference.GRPCInferenceService/ModelInfer';
const identity = (bytes: Buffer) => bytes;

const spec: TensorSpec = { name: 'x', datatype: 'FP32', dims: [-1], modelDims: [-1], optional: false, labels: [] };
const target: Target = {
  model: 'echo', version: 1, signature: { inputs: [spec], outputs: [spec], maxBatchSize: 0 }, headers: null,
  inputIndex: (name) => (name === 'x' ? 0 : -1), outputIndex: (name) => (name === 'x' ? 0 : -1),
};

/** One pooled request that echoes its input as soon as it is sent. */
class Echo implements InferRequest {
  readonly target = target;
  id = '';
  timeoutUs = 0;
  priority = 0;
  binaryDefault = true;
  readonly error = null;
  readonly outputCount = 1;
  private byteLength = 0;
  private elements = 0;
  private readonly choice: OutputChoice = { index: 0, binary: true, classes: 0, region: null };
  constructor(readonly bytes: Uint8Array, private readonly pool: Echo[]) {}
  place(_index: number, _datatype: string, shape: readonly number[], byteLength: number): number {
    this.elements = shape[0]!;
    this.byteLength = byteLength;
    return 0;
  }
  placeRegion(): void {}
  want(): void {}
  send(call: Call): void {
    call.settled(this);
  }
  abandon(): void {
    this.release();
  }
  outputChoice(): OutputChoice {
    return this.choice;
  }
  outputSpec(): TensorSpec {
    return spec;
  }
  outputRank(): number {
    return 1;
  }
  outputDim(): number {
    return this.elements;
  }
  outputMemory(): Uint8Array {
    return this.bytes;
  }
  outputOffset(): number {
    return 0;
  }
  outputByteLength(): number {
    return this.byteLength;
  }
  release(): void {
    this.pool.push(this);
  }
}

function echoFront(): Front {
  const memory = new Uint8Array(new SharedArrayBuffer(1_048_576));
  const pool: Echo[] = [];
  return {
    live: true, ready: true, requestBytesMax: 67_108_864,
    key: -1,
    bodyKeyed: () => null,
    modelReady: () => true,
    resolve: () => target,
    open: () => pool.pop() ?? new Echo(memory, pool),
  };
}

const requests = new protobuf.Root().loadSync('proto/inference.proto', { keepCase: true }).lookupType('inference.ModelInferRequest');
const encode = (plain: object) => Buffer.from(requests.encode(requests.fromObject(plain)).finish());
const rawRequest = (elements: number) =>
  encode({ model_name: 'echo', id: '1', inputs: [{ name: 'x', datatype: 'FP32', shape: [elements] }], raw_input_contents: [Buffer.alloc(elements * 4, 1)] });
const typedRequest = (field: string, datatype: string, elements: number) =>
  encode({ model_name: 'echo', inputs: [{ name: 'x', datatype, shape: [elements], contents: { [field]: Array.from({ length: elements }, (_, i) => i) } }] });

function print(row: object): void {
  process.stdout.write(`${JSON.stringify(row)}\n`);
}

/** The fastest of five rounds, in microseconds per run. */
function time(rounds: number, run: () => void): number {
  let best = Infinity;
  for (let r = 0; r < 5; r++) {
    const start = performance.now();
    for (let i = 0; i < rounds; i++) run();
    best = Math.min(best, ((performance.now() - start) * 1000) / rounds);
  }
  return Number(best.toFixed(3));
}

function codec(): void {
  const frame = new RequestFrame();
  const memory = new Uint8Array(new SharedArrayBuffer(2_097_152));
  for (const elements of [64, 150_528]) {
    const message = rawRequest(elements);
    print({ codec: `raw ${elements * 4} B`, ours: time(20_000, () => frame.read(message)), protobufjs: time(20_000, () => void requests.decode(message)) });
  }
  for (const [field, datatype, elements, rounds] of [['fp32_contents', 'FP32', 150_528, 40], ['int64_contents', 'INT64', 4096, 200], ['fp32_contents', 'FP32', 16, 20_000]] as const) {
    const message = typedRequest(field, datatype, elements);
    const ours = time(rounds, () => {
      frame.read(message);
      measure(frame.inputs[0]!, datatype, 'echo');
      write(frame.inputs[0]!, datatype, memory, 0);
    });
    print({ codec: `${field} x ${elements}`, ours, protobufjs: time(rounds, () => void requests.decode(message)) });
  }
}

/** Runs the client in a child and answers with the server's CPU per call and the rate. */
async function load(name: string, port: number, bytes: number): Promise<void> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), 'client', String(port), String(bytes), bytes > 10_000 ? '1500' : '3000'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let before = process.cpuUsage();
  let calls = 0;
  let seconds = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    const line = String(chunk).trim();
    if (line === 'warm') before = process.cpuUsage();
    else [calls, seconds] = JSON.parse(line) as [number, number];
  });
  await new Promise((resolve) => child.on('close', resolve));
  const used = process.cpuUsage(before);
  print({ server: name, requestBytes: bytes, cpuUsPerCall: Number(((used.user + used.system) / calls).toFixed(1)), callsPerSecond: Math.round(calls / seconds) });
}

async function client(port: number, bytes: number, forMs: number): Promise<void> {
  const message = rawRequest(bytes / 4);
  const channel = new Client(`127.0.0.1:${port}`, credentials.createInsecure(), OPTIONS);
  const drive = (ms: number) =>
    new Promise<[number, number]>((resolve) => {
      const start = performance.now();
      let calls = 0;
      let open = CONCURRENCY;
      const next = (): void => {
        channel.makeUnaryRequest(INFER, identity, identity, message, (error) => {
          if (error) throw error;
          calls++;
          if (performance.now() - start < ms) next();
          else if (--open === 0) resolve([calls, (performance.now() - start) / 1000]);
        });
      };
      for (let i = 0; i < CONCURRENCY; i++) next();
    });
  await drive(forMs / 2);
  process.stdout.write('warm\n');
  const result = await drive(forMs);
  process.stdout.write(`${JSON.stringify(result)}\n`);
  channel.close();
}

async function calls(): Promise<void> {
  const echo = new Server(OPTIONS);
  echo.register(INFER, (call: { request: Buffer }, answer: (error: null, reply: Buffer) => void) => answer(null, call.request), identity, identity, 'unary');
  const echoPort = await new Promise<number>((resolve) => echo.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (_, port) => resolve(port)));
  const ours = await createGrpc({ host: '127.0.0.1', port: 0, front: echoFront(), admin: {} as Admin, clock: systemClock, log: { warn: () => {} }, intake: new Intake(), outbox: new Outbox(), every: () => () => undefined });
  for (const bytes of [256, 600_000]) {
    for (let round = 0; round < 2; round++) {
      await load('grpc-js echo', echoPort, bytes);
      await load('ModelInfer', ours.port, bytes);
    }
  }
  echo.forceShutdown();
  await ours.close(100);
  process.exit(0);
}

if (process.argv[2] === 'client') await client(Number(process.argv[3]), Number(process.argv[4]), Number(process.argv[5]));
else {
  codec();
  await calls();
}
