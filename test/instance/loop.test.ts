import { closeSync, ftruncateSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../src/backend/backend.js';
import { modelShape } from '../../src/instance/loop.js';
import { RegionMirror } from '../../src/frontend/regions.js';
import { writeStrings } from '../../src/tensor/bytes.js';
import { readInstance } from '../support/stats.js';
import { Ask, World, fakeSession, nothing, place, policyOf, shapeOf, signatureOf, simpleSignature, wanted } from '../support/world.js';

/** Writes down the shapes that an engine is asked for. */
function watched(session: Session, shapes: string[]): Session {
  return {
    ...session,
    inputs: session.inputs,
    outputs: session.outputs,
    close: () => session.close(),
    prepare: (asked) => {
      shapes.push(asked.map((shape) => shape?.join('x') ?? '-').join(' '));
      return session.prepare(asked);
    },
  };
}

describe('a run', () => {
  it('holds what waits, pads to an allowed size, and gives back no row of the padding', () => {
    const shapes: string[] = [];
    const signature = simpleSignature(8);
    const world = new World({ signature, session: watched(fakeSession(signature), shapes), policy: policyOf({ allowedSizes: [4, 8] }) });
    const asks = [world.ask([1]), world.ask([2, 3])];
    world.turn();
    expect(asks.map(({ values }) => values)).toEqual([[2], [3, 4]]);
    world.ask([1]);
    world.turn();
    // Runs of a model of fixed shapes are prepared once per size.
    expect(shapes).toEqual(['4x1']);
    const stats = readInstance(world, 0);
    expect([stats.executions, stats.requests, stats.inferences]).toEqual([2, 3, 4]);
    expect(world.leaks()).toEqual(nothing(world));
  });

  it('fails again one by one, and only the request that poisons it is lost', () => {
    const world = new World({ script: { failOn: 666 } });
    const asks = [1, 666, 2, 3].map((value) => world.ask([value]));
    world.turn();
    expect(asks.map(({ outcome }) => outcome)).toEqual(['ok', 'backend_failed', 'ok', 'ok']);
    expect(asks[3]!.values).toEqual([4]);
    const stats = readInstance(world, 0);
    expect([stats.failedBatches, stats.isolated, stats.executions]).toEqual([1, 4, 3]);
    expect(world.failures.map(({ message }) => message)).toEqual(['scripted failure']);
    // A poison that is alone is not tried twice.
    world.ask([666]);
    world.turn();
    expect(readInstance(world, 0).isolated).toBe(4);
    expect(world.leaks()).toEqual(nothing(world));
  });

  it('never mixes shapes, even of one key', () => {
    const signature = signatureOf([['x', 'FP32', [-1]]], [['y', 'FP32', [-1]]], 8);
    const world = new World({ signature });
    const asks = [world.ask([1, 2], { shape: [1, 2] }), world.ask([1, 2, 3], { shape: [1, 3] }), world.ask([4, 5], { shape: [1, 2] })];
    expect(world.loops[0]!.step(false)).toBe(2);
    expect(world.loops[0]!.step(false)).toBe(1);
    world.turn();
    expect(asks.map(({ values, shape }) => [values.length, shape])).toEqual([[2, [1, 2]], [3, [1, 3]], [2, [1, 2]]]);
    const pair = [world.ask([1, 2], { shape: [1, 2] }), world.ask([1, 2, 3], { shape: [1, 3] })];
    world.exchange.set(pair[0]!.request.ticket, 3, 77);
    world.exchange.set(pair[1]!.request.ticket, 3, 77);
    world.turn();
    expect(pair.map(({ outcome, values }) => [outcome, values])).toEqual([['ok', [2, 3]], ['ok', [2, 3, 4]]]);
    expect(world.leaks()).toEqual(nothing(world));
  });

  it('of outputs larger than the output memory fails by name, and smaller ones go on', () => {
    const world = new World({ outputBytes: 1024, script: { widen: 64 } });
    // Five rows are 1280 bytes.
    const asks = [world.ask([1, 2, 3, 4, 5]), world.ask([6])];
    world.turn();
    expect(asks.map(({ outcome }) => outcome)).toEqual(['output_too_large', 'ok']);
    expect(world.failures[0]!.message).toContain('raise --output-memory-bytes');
    expect(world.leaks()).toEqual(nothing(world));
  });

  it('takes zero-size tensors and scalars', () => {
    const signature = signatureOf([['x', 'FP32', [-1]]], [['y', 'FP32', [-1]]], 8);
    const world = new World({ signature });
    const empty = [world.ask([], { shape: [2, 0] }), world.ask([], { shape: [1, 0] })];
    world.turn();
    expect(empty.map(({ outcome, shape, values }) => [outcome, shape, values])).toEqual([['ok', [2, 0], []], ['ok', [1, 0], []]]);
    const scalar = new World({ signature: signatureOf([['x', 'FP32', []]], [['y', 'FP32', []]], 0) });
    const ask = scalar.ask([41], { shape: [] });
    scalar.turn();
    expect([ask.values, ask.shape]).toEqual([[42], []]);
    expect(world.leaks()).toEqual(nothing(world));
  });

  it('carries texts, rows apart', () => {
    const signature = signatureOf([['s', 'BYTES', [2]]], [['t', 'BYTES', [2]]], 4);
    const world = new World({ signature, policy: policyOf({ maxBatchSize: 4, allowedSizes: [4] }) });
    const seen: string[] = [];
    for (const texts of [['a', 'ü'], ['', 'long enough']]) {
      const request = world.front.open(world.front.resolve('m', '', ''), 64, 0);
      const bytes = new Uint8Array(64);
      place(request, 0, 'BYTES', [1, 2], bytes.subarray(0, writeStrings(texts, bytes, 0)));
      request.send({
        settled: (done) => {
          const from = done.outputOffset(0);
          const part = Buffer.from(done.outputMemory(0).slice(from, from + done.outputByteLength(0)));
          seen.push(`${shapeOf(done, 0).join('x')} ${JSON.stringify(part.toString('utf8'))}`);
          done.release();
        },
      });
    }
    world.turn();
    expect(seen).toEqual([`1x2 ${JSON.stringify('\x01\0\0\0a\x02\0\0\0ü')}`, `1x2 ${JSON.stringify('\0\0\0\0\x0b\0\0\0long enough')}`]);
    expect(world.leaks()).toEqual(nothing(world));
  });

  it('leaves optional inputs out, in a line of their own', () => {
    const shapes: string[] = [];
    const signature = signatureOf([['x', 'FP32', [1]], ['o', 'FP32', [1], { optional: true }]], [['y', 'FP32', [1]]], 8);
    const world = new World({ signature, session: watched(fakeSession(signature), shapes) });
    const without = [world.ask([1]), world.ask([2])];
    const request = world.front.open(world.front.resolve('m', '', ''), 64, 0);
    place(request, 0, 'FP32', [1, 1], Float32Array.of(5));
    place(request, 1, 'FP32', [1, 1], Float32Array.of(6));
    const given = new Ask(request);
    request.send(given);
    world.turn();
    expect([...without, given].map(({ values }) => values)).toEqual([[2], [3], [6]]);
    expect(shapes).toEqual(['2x1 -', '1x1 1x1']);
    expect(world.leaks()).toEqual(nothing(world));
  });

  it('gives the model its own shape and the client the declared one', () => {
    const shapes: string[] = [];
    const signature = signatureOf([['x', 'FP32', [4], { modelDims: [2, 2] }]], [['y', 'FP32', [4, 1], { modelDims: [2, 2] }]], 8);
    const world = new World({ signature, session: watched(fakeSession(signature), shapes) });
    const ask = world.ask([1, 2, 3, 4, 5, 6, 7, 8]);
    world.turn();
    expect(shapes).toEqual(['2x2x2']);
    expect(ask.shape).toEqual([2, 4, 1]);
    expect(ask.values).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe('modelShape', () => {
  it.each([
    [[3, 4], [4], [2, 2], true, [3, 2, 2]],
    [[3, 1], [1], [], true, [3]],
    [[5, 6, 1], [-1, -1, 1], [-1, -1], false, [5, 6]],
    [[7, 5], [-1], [1, -1, 1], true, [7, 1, 5, 1]],
    [[7, 5], [-1], [-1], true, [7, 5]],
    [[], [], [], false, []],
  ])('%j declared %j as %j', (dims, wire, model, batched, expected) => {
    expect(modelShape(dims, wire, model, batched)).toEqual(expected);
  });
});

describe('clients\' shared memory', () => {
  const path = `/dev/shm/loop-test-${process.pid}`;
  let fd = -1;
  beforeAll(() => {
    fd = openSync(path, 'w+');
    ftruncateSync(fd, 4096);
  });
  afterAll(() => {
    closeSync(fd);
    rmSync(path);
  });

  const worldWithRegion = (): World => {
    const regions = new RegionMirror(() => undefined);
    regions.update(true, [{ id: 1, name: 'r', fd, offset: 64, byteSize: 1024 }]);
    return new World({ regions });
  };
  const viaRegion = (world: World, byteLength: number, outBytes: number): Ask => {
    const request = world.front.open(world.front.resolve('m', '', ''), 0, 0);
    request.placeRegion(0, 'FP32', [byteLength / 4, 1], { region: 'r', byteOffset: 16, byteLength });
    request.want(wanted(0, { region: 'r', byteOffset: 512, byteLength: outBytes }));
    const ask = new Ask(request);
    request.send(ask);
    return ask;
  };
  const readFloats = (count: number, position: number): number[] => {
    const bytes = new Uint8Array(count * 4);
    readSync(fd, bytes, 0, bytes.length, position);
    return Array.from(new Float32Array(bytes.buffer));
  };

  it('is read and written where the spans say, in one run with ordinary requests', () => {
    const world = worldWithRegion();
    writeSync(fd, new Uint8Array(Float32Array.of(10, 20).buffer), 0, 8, 64 + 16);
    const plain = world.ask([1]);
    const ask = viaRegion(world, 8, 8);
    expect(world.loops[0]!.step(false)).toBe(2);
    world.turn();
    expect([plain.values, ask.outcome]).toEqual([[2], 'ok']);
    expect(readFloats(2, 64 + 512)).toEqual([11, 21]);
    expect(world.leaks()).toEqual(nothing(world));
  });

  it('that is too small for an output fails that request alone, in Triton\'s words, and is left as it was', () => {
    const world = worldWithRegion();
    writeSync(fd, new Uint8Array(Float32Array.of(-1, -1).buffer), 0, 8, 64 + 512);
    const plain = world.ask([1]);
    const ask = viaRegion(world, 8, 4);
    world.turn();
    expect([plain.outcome, ask.outcome]).toEqual(['ok', 'output_too_large']);
    expect(ask.fault!.message).toBe("shared memory size specified with the request for output 'y' (4 bytes) should be at least 8 bytes to hold the results");
    expect(readFloats(2, 64 + 512)).toEqual([-1, -1]);
    expect(world.leaks()).toEqual(nothing(world));
  });

  it('that shrank since it was registered fails that request alone', () => {
    const world = worldWithRegion();
    const plain = world.ask([1]);
    const ask = viaRegion(world, 8, 8);
    ftruncateSync(fd, 70);
    world.turn();
    ftruncateSync(fd, 4096);
    expect([plain.outcome, ask.outcome]).toEqual(['ok', 'size_mismatch']);
    expect(world.leaks()).toEqual(nothing(world));
  });
});

it('serves 100,000 requests with hardly any garbage kept', () => {
  const world = new World({ tickets: 16 });
  const { front } = world;
  const target = front.resolve('m', '', '');
  const shape = [1, 1];
  let answered = 0;
  const call = {
    settled: (request: { release(): void }): void => {
      answered += 1;
      request.release();
    },
  };
  const serve = (rounds: number): void => {
    for (let k = 0; k < rounds; k++) {
      for (let each = 0; each < 8; each++) {
        const request = front.open(target, 4, 0);
        request.place(0, 'FP32', shape, 4);
        request.send(call);
      }
      world.loops[0]!.step(false);
      front.drain();
      world.settled.length = 0;
    }
  };
  serve(1000);
  const collect = (globalThis as { gc?: () => void }).gc;
  collect?.();
  const before = process.memoryUsage().heapUsed;
  serve(12_500);
  collect?.();
  // Without a collector to call, what is not collected yet counts too; a leak of 100 bytes a request would be 10 MB.
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(collect ? 2e6 : 40e6);
  expect(answered).toBe(8 * 13_500);
  expect(world.leaks()).toEqual(nothing(world));
});
