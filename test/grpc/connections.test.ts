/** What clients leave half done, at the real listener: answers that are not read, messages that do not come. */
import { createServer, connect as connectSocket, type AddressInfo, type Socket } from 'node:net';
import { connect, type ClientHttp2Session, type ClientHttp2Stream } from 'node:http2';
import { afterEach, describe, expect, it } from 'vitest';
import { Intake } from '../../src/serving/intake.js';
import { Outbox } from '../../src/serving/outbox.js';
import { later } from '../support/later.js';
import { FakeFront, echoSignature } from '../support/grpc-front.js';
import { encode, floats, SERVICE, World, type Plain } from './world.js';

const CALM = 11;
const CANCEL = 8;
const LARGE = 4 * 1024 * 1024;
const worlds: World[] = [];

afterEach(async () => {
  for (const world of worlds.splice(0)) await world.stop();
});

interface Below {
  readonly world: World;
  readonly front: FakeFront;
  readonly intake: Intake;
  readonly outbox: Outbox;
  sweep(times: number): void;
}

async function start(outbox = new Outbox(), intake = new Intake()): Promise<Below> {
  const front = new FakeFront().model('echo', echoSignature(['x', 'FP32']));
  let sweeps: () => void = () => undefined;
  const world = await World.start(front, {}, { outbox, intake, every: (_, run) => ((sweeps = run), () => undefined) });
  worlds.push(world);
  return {
    world, front, intake, outbox,
    sweep: (times) => {
      for (let i = 0; i < times; i++) sweeps();
    },
  };
}

const request = (values: number): Plain => ({
  model_name: 'echo',
  inputs: [{ name: 'x', datatype: 'FP32', shape: [values] }],
  raw_input_contents: [Buffer.alloc(values * 4)],
});

function framed(message: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}

/** A way to the server whose reading end a test can hold. */
async function between(port: number): Promise<{ port: number; toServer(): Socket }> {
  let upstream: Socket | null = null;
  const proxy = createServer((downstream) => {
    upstream = connectSocket(port, '127.0.0.1').on('error', () => undefined);
    downstream.on('error', () => undefined).pipe(upstream).pipe(downstream);
  });
  later(() => {
    upstream?.destroy();
    proxy.close();
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return { port: (proxy.address() as AddressInfo).port, toServer: () => upstream! };
}

/** A client that opens no window for answers. */
function session(port: number): ClientHttp2Session {
  const client = connect(`http://127.0.0.1:${port}`, { settings: { initialWindowSize: 0 } });
  client.on('error', () => undefined);
  later(() => client.destroy());
  return client;
}

function open(client: ClientHttp2Session, method: string): { stream: ClientHttp2Stream; closed: Promise<number> } {
  const stream = client.request({ ':method': 'POST', ':path': method.includes('/') ? method : `/${SERVICE}/${method}`, 'content-type': 'application/grpc', te: 'trailers' });
  stream.on('error', () => undefined);
  return { stream, closed: new Promise((resolve) => stream.once('close', () => resolve(stream.rstCode))) };
}

describe('answers that are not read', () => {
  it('are reset when their time is over or others need the room, and calls beside them go on', async () => {
    const outbox = new Outbox({ bytesMax: 2.5 * LARGE, timeoutMs: 1000 });
    const { world, front } = await start(outbox);
    const client = session(world.server.port);
    const message = framed(encode('inference.ModelInferRequest', request(LARGE / 4)));
    const calls = [];
    for (let at = 1; at <= 3; at++) {
      const call = open(client, 'ModelInfer');
      call.stream.end(message);
      calls.push(call);
      await front.until(() => front.closed === at);
    }
    expect(await calls[0]!.closed).toBe(CALM);
    expect(outbox.cuts).toBe(1);
    expect(outbox.bytes).toBeGreaterThan(2 * LARGE);
    expect((await world.call('ModelInfer', request(1))).error).toBeNull();
    for (let i = 0; i < 40; i++) outbox.sweep();
    expect([await calls[1]!.closed, await calls[2]!.closed]).toEqual([CALM, CALM]);
    expect([outbox.bytes, outbox.cuts, front.opened - front.closed]).toEqual([0, 3, 0]);
    // The peer answers pings, so its connection stays.
    expect(client.destroyed).toBe(false);
  });

  it('on a stream end the stream, with everything that it holds', async () => {
    const outbox = new Outbox({ bytesMax: 2.5 * LARGE, timeoutMs: 1000 });
    const { world, front } = await start(outbox);
    const call = open(session(world.server.port), 'ModelStreamInfer');
    const message = framed(encode('inference.ModelInferRequest', request(LARGE / 4)));
    for (let at = 0; at < 4; at++) call.stream.write(message);
    expect(await call.closed).toBe(CALM);
    await expect.poll(() => [outbox.bytes, front.opened - front.closed]).toEqual([0, 0]);
  });

  it('of the control methods are in the same bounds', async () => {
    const outbox = new Outbox({ bytesMax: 2 ** 30, timeoutMs: 1000 });
    const { world } = await start(outbox);
    const call = open(session(world.server.port), '/grpc.health.v1.Health/Check');
    call.stream.end(framed(Buffer.alloc(0)));
    await expect.poll(() => outbox.bytes).toBeGreaterThan(0);
    for (let i = 0; i < 4; i++) outbox.sweep();
    expect(await call.closed).toBe(CALM);
    expect(outbox.bytes).toBe(0);
  });

  it('cost the connection of a peer that does not answer a ping either', async () => {
    const outbox = new Outbox({ bytesMax: 2 ** 30, timeoutMs: 1000 });
    const { world, front, sweep } = await start(outbox);
    const { port, toServer } = await between(world.server.port);
    const client = session(port);
    const call = open(client, 'ModelInfer');
    call.stream.end(framed(encode('inference.ModelInferRequest', request(LARGE / 4))));
    await front.until(() => front.closed === 1);
    const socket = toServer();
    socket.pause();
    for (let i = 0; i < 40; i++) outbox.sweep();
    await expect.poll(() => outbox.bytes).toBe(0);
    sweep(19);
    expect(world.server.connections).toBe(1);
    sweep(1);
    await expect.poll(() => world.server.connections).toBe(0);
  });
});

describe('messages that do not come', () => {
  it('end their call after their time, whatever came of them, and what was held is given back', async () => {
    const { world, intake, sweep, front } = await start();
    const client = session(world.server.port);
    const silent = open(client, 'ModelInfer');
    const half = open(client, 'ModelInfer');
    half.stream.write(framed(Buffer.alloc(100_000)).subarray(0, 70_000));
    const stalled = open(client, 'ModelStreamInfer');
    stalled.stream.write(framed(Buffer.alloc(100_000)).subarray(0, 10_000));
    const quiet = open(client, 'ModelStreamInfer');
    quiet.stream.write(framed(encode('inference.ModelInferRequest', request(1))));
    await expect.poll(() => [intake.bytes, front.closed]).toEqual([70_000 + 10_000 - 10, 1]);
    sweep(29);
    expect(intake.bytes).toBe(79_990);
    sweep(3);
    expect([await silent.closed, await half.closed, await stalled.closed]).toEqual([CANCEL, CANCEL, CANCEL]);
    expect([intake.bytes, quiet.stream.closed]).toEqual([0, false]);
    quiet.stream.write(framed(encode('inference.ModelInferRequest', request(1))));
    await front.until(() => front.closed === 2);
  });

  it('are refused beyond the room there is for them', async () => {
    const { world, intake } = await start(new Outbox(), new Intake(100_000));
    const client = session(world.server.port);
    const first = open(client, 'ModelInfer');
    first.stream.write(framed(Buffer.alloc(200_000)).subarray(0, 60_000));
    await expect.poll(() => intake.bytes).toBe(59_995);
    const second = open(client, 'ServerMetadata');
    second.stream.write(framed(Buffer.alloc(200_000)).subarray(0, 60_000));
    expect(await second.closed).toBe(CALM);
    first.stream.close(CANCEL);
    await expect.poll(() => intake.bytes).toBe(0);
    expect((await world.call('ModelInfer', { ...request(2), raw_input_contents: [floats(1, 2)] })).error).toBeNull();
  });
});
