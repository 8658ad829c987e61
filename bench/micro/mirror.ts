/**
 * What a mirror costs a front end, per request of 64 floats in and 10 out (a small classifier): without one, with one that
 * did not choose the request, and with a copy that ran and was compared. Only the front end's own work is timed; the
 * instances are stepped in between. Run with `node dist/bench/micro/mirror.js`.
 */
import type { Run, Session } from '../../src/backend/backend.js';
import { systemClock, type Clock } from '../../src/base/clock.js';
import { Former } from '../../src/batch/former.js';
import type { BatchPolicy } from '../../src/batch/policy.js';
import { Queue } from '../../src/batch/queue.js';
import type { VersionRoute } from '../../src/batch/route.js';
import { Assembler } from '../../src/instance/assemble.js';
import { InstanceLoop } from '../../src/instance/loop.js';
import { Splitter } from '../../src/instance/split.js';
import { Arena } from '../../src/memory/arena.js';
import { DescriptorLayout } from '../../src/memory/descriptor.js';
import { exchangeBytes, instanceBytes, queueBytes } from '../../src/memory/layout.js';
import { SlabRing } from '../../src/memory/slab.js';
import { Exchange } from '../../src/memory/ticket.js';
import { buildTable } from '../../src/routing/build.js';
import type { Split } from '../../src/routing/split.js';
import { DataFront } from '../../src/serving/front.js';
import { createPairs, readPairs } from '../../src/serving/pairs.js';
import type { Call, InferRequest } from '../../src/serving/port.js';
import { createTallies } from '../../src/telemetry/arms.js';
import { createKeys } from '../../src/telemetry/keys.js';
import { InstanceLane } from '../../src/telemetry/lane.js';
import { createStats } from '../../src/telemetry/layout.js';
import { ThreadLane, createThreadStats } from '../../src/telemetry/thread.js';
import type { Signature, TensorSpec } from '../../src/tensor/signature.js';

/** For the front: with a clock that goes on, a mirror keeps to its share of time and skips most of these requests. */
const still: Clock = { nowUs: () => 1, wallMs: () => 0 };
const BATCH = 32;
const ROUNDS = 2_000;
const REPEATS = 7;

const spec = (name: string, width: number): TensorSpec => ({ name, datatype: 'FP32', dims: [width], modelDims: [width], optional: false, labels: [] });

/** A model that answers the same numbers for every row. */
function constant(width: number): Session {
  const prepare = (shapes: readonly (readonly number[] | null)[]): Run => {
    const rows = shapes[0]![0]!;
    const input = new Uint8Array(rows * 64 * 4);
    const output = new Uint8Array(Float32Array.from({ length: rows * width }, (_, k) => ((k % width) * 7) % 10).buffer);
    return { input: () => input, setStrings: () => undefined, execute: () => undefined, outputDims: () => [rows, width], output: () => output, outputStrings: () => [] };
  };
  return { inputs: [], outputs: [], prepare, close: () => undefined };
}

function measure(name: string, width: number, mirror: { readonly weight: number; readonly noiseWeight: number } | null, slower = 1): void {
  const signature: Signature = { inputs: [spec('x', 64)], outputs: [spec('y', width)], maxBatchSize: BATCH };
  const policy: BatchPolicy = { maxBatchSize: BATCH, dynamic: true, preferredSizes: [BATCH], maxQueueDelayUs: 0, allowedSizes: [], delayExpired: false };
  const exchange = new Exchange(new SharedArrayBuffer(exchangeBytes(1, 256)), 1, 256);
  const arena = new Arena(new SharedArrayBuffer(1 << 24));
  const deferred: (() => void)[] = [];
  const front = new DataFront({
    frontEnd: 0, exchange, arena, clock: still, requestBytesMax: 1 << 26, defaultTimeoutUs: 0,
    regions: { open: () => ({ file: -1, position: 0, hold: 0 }), close: () => undefined },
    lane: new ThreadLane(createThreadStats(1), 0), onSettled: () => undefined, onSent: () => undefined, setAlarm: () => undefined,
    onDrained: () => undefined, defer: (run) => deferred.push(run),
  });
  const routes = [1, 2].map((id): VersionRoute => ({
    id, queue: new SharedArrayBuffer(queueBytes(1)), stats: createStats(1, 1, BATCH),
    instances: [{ words: new SharedArrayBuffer(instanceBytes(BATCH)), output: new SharedArrayBuffer(1 << 24) }],
    admission: { priorityLevels: 1, defaultPriority: 1, preserveOrdering: false, queueByPriority: new Map(), queue: { queueSizeMax: 1000, defaultTimeoutUs: 0, allowTimeoutOverride: true, timeoutAction: 'reject' } },
  }));
  const layout = new DescriptorLayout(signature);
  const loops = routes.map((route) => {
    const words = new Int32Array(route.instances[0]!.words);
    return new InstanceLoop({
      index: 0, signature, policy, exchange, layout, words, clock: systemClock, watchUs: 0, session: constant(width), lane: new InstanceLane(route.stats, 0),
      memories: [{ bytes: arena.bytes, ints: arena.ints }], queue: new Queue(route.queue, exchange), former: new Former(policy, BATCH),
      assembler: new Assembler(signature, layout), splitter: new Splitter(signature, layout, new SlabRing(words, route.instances[0]!.output)), onFailure: () => undefined,
    });
  });
  const pairs = createPairs(1, 1);
  const split: Split | null = mirror && {
    rollout: 'r', segment: 1, candidate: 2, canaryWeight: 0, controlWeight: 0, assign: { kind: 'chance' }, force: [], latencyUs: null,
    mirror: { ...mirror, concurrencyMax: 1000, rules: [{ kind: 'top1' }], pairs }, tallies: createTallies(1, 1), keys: createKeys(),
  };
  const serving = routes.map((route) => ({ model: 'm', version: route.id, servingId: route.id, signature, route }));
  front.install(buildTable(1, [{ name: 'm', serving, labels: new Map(), unavailable: new Map(), expected: false, traffic: { stable: 1, split, twin: null } }]));
  const call: Call = { settled: (request: InferRequest) => request.release() };
  const shape = [1, 64];
  let us = 0;
  const timed = (work: () => void): void => {
    const from = systemClock.nowUs();
    work();
    us += systemClock.nowUs() - from;
  };
  const send = (): void => {
    for (let k = 0; k < BATCH; k++) {
      const request = front.open(front.resolve('m', '', ''), 256, 0);
      request.place(0, 'FP32', shape, 256);
      request.send(call);
    }
  };
  const settle = (): void => {
    front.drain();
    while (deferred.length > 0) for (const run of deferred.splice(0)) run();
  };
  const rounds: number[] = [];
  for (let repeat = 0; repeat <= REPEATS; repeat++) {
    us = 0;
    for (let round = 0; round < ROUNDS / REPEATS / slower; round++) {
      timed(send);
      for (let busy = true; busy; ) {
        busy = loops.map((loop) => loop.step(false)).some((count) => count > 0);
        timed(settle);
      }
    }
    rounds.push((us * 1000) / (Math.floor(ROUNDS / REPEATS / slower) + 1) / BATCH);
  }
  // The first one is the warm-up.
  const median = rounds.slice(1).sort((a, b) => a - b)[REPEATS >> 1]!;
  process.stdout.write(`${name.padEnd(48)} ${median.toFixed(0).padStart(8)} ns  pairs ${readPairs(pairs).candidate.requests}\n`);
}

for (let pass = 0; pass < 2; pass++) {
  measure('no mirror', 10, null);
  measure('a mirror that did not choose the request', 10, { weight: 1, noiseWeight: 0 });
  measure('a mirror of 10 %', 10, { weight: 1_000, noiseWeight: 1_000 });
  measure('copied and compared', 10, { weight: 10_000, noiseWeight: 0 });
  measure('copied, noise and candidate compared', 10, { weight: 10_000, noiseWeight: 10_000 });
}
measure('no mirror, 1,000 outputs', 1000, null);
measure('copied and compared, 1,000 outputs', 1000, { weight: 10_000, noiseWeight: 0 }, 10);
