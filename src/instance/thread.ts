/**
 * Entry of an instance thread: waits blank; told to serve, it opens the session, warms it up, says `up`, serves until
 * it is asked to leave, and is blank again. Nobody terminates it, because ending a thread inside a native run ends the
 * whole process. The runtime is loaded while the thread is blank, so that a load does not wait for it.
 */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { Engine, Session } from '../backend/backend.js';
import { createFakeEngine } from '../backend/fake.js';
import { createOnnxEngine } from '../backend/onnx.js';
import { assert, unreachable } from '../base/assert.js';
import { systemClock } from '../base/clock.js';
import { asServingError } from '../base/error.js';
import { Former } from '../batch/former.js';
import { Queue } from '../batch/queue.js';
import { DescriptorLayout } from '../memory/descriptor.js';
import { INSTANCE, LAYOUT_NUMBER } from '../memory/layout.js';
import { SlabRing } from '../memory/slab.js';
import { Exchange } from '../memory/ticket.js';
import { InstanceLane } from '../telemetry/lane.js';
import { Assembler } from './assemble.js';
import { InstanceLoop } from './loop.js';
import { Control, type FromInstance, type InstanceSetup, type ProbeOutput, type ThreadData, type ToInstance } from './message.js';
import { Splitter } from './split.js';
import { planWarmup, runProbe } from './warmup.js';

const ENGINES: Readonly<Record<InstanceSetup['engine'], () => Engine>> = { onnx: createOnnxEngine, fake: createFakeEngine };

assert(parentPort !== null, 'an instance is a worker thread');
const control = parentPort;

function tell(message: FromInstance): void {
  control.postMessage(message);
}

/**
 * Model runs use all the CPU they get; sockets need a little, at once. A lower priority of this thread (and of those
 * that the engine starts from it) lets front ends answer, and refuse, while every core computes: with both of two
 * cores computing, refusals had a p99 of 78 ms instead of 150. Linux counts it per thread; elsewhere it would lower
 * the whole process and is left alone.
 */
const NICE = 10;

function yieldToFrontEnds(): void {
  if (process.platform === 'linux') setPriority(0, NICE);
}

function openSession(setup: InstanceSetup): Session {
  return ENGINES[setup.engine]().open(
    setup.modelPath,
    setup.signature.inputs.map((spec) => spec.name),
    setup.signature.outputs.map((spec) => spec.name),
    setup.open,
  );
}

function warm(session: Session, setup: InstanceSetup, leaving: () => boolean): void {
  const warmup = planWarmup(session, setup.signature, setup.policy, setup.warmup);
  if (warmup.skipped > 0 && setup.index === 0) {
    tell({ type: 'log', level: 'info', text: `warm-up makes ${warmup.total} runs an instance and leaves ${warmup.skipped} of the larger batch sizes out` });
  }
  for (let k = 0; k < warmup.total && !leaving(); k++) {
    warmup.run(k);
    tell({ type: 'warming', done: k + 1, total: warmup.total });
  }
}

function probe(session: Session, setup: InstanceSetup, leaving: () => boolean): void {
  if (setup.probes.length === 0) return;
  const answers: ProbeOutput[][] = [];
  for (const one of setup.probes) {
    if (leaving()) return;
    answers.push(runProbe(session, setup.signature, one));
  }
  tell({ type: 'probed', answers });
}

/** Returns when control asks. A fault before `up` is the model's and is told; one after it is ours and ends the thread. */
function serve(setup: InstanceSetup): void {
  assert(setup.layout === LAYOUT_NUMBER, 'the shared records of this thread have another layout');
  const words = new Int32Array(setup.words);
  const leaving = (): boolean => Atomics.load(words, INSTANCE.control) === Control.stop;
  const { signature, policy } = setup;
  let session: Session | null = null;
  let up = false;
  try {
    if (leaving()) return;
    session = openSession(setup);
    warm(session, setup, leaving);
    probe(session, setup, leaving);
    const exchange = new Exchange(setup.exchange, setup.frontEnds, setup.ticketsPerFrontEnd);
    const layout = new DescriptorLayout(signature);
    const loop = new InstanceLoop({
      index: setup.index, signature, policy, session, exchange, layout, words,
      memories: setup.arenas.map((memory) => ({ bytes: new Uint8Array(memory), ints: new Int32Array(memory) })),
      queue: new Queue(setup.queue, exchange),
      former: new Former(policy, setup.requestsMax),
      assembler: new Assembler(signature, layout),
      splitter: new Splitter(signature, layout, new SlabRing(words, setup.output)),
      lane: new InstanceLane(setup.stats, setup.index),
      clock: systemClock,
      watchUs: setup.watchUs,
      onFailure: (fault, requests) => tell({ type: 'log', level: 'error', text: `a run of ${requests} requests failed: ${fault.message}` }),
    });
    up = true;
    tell({ type: 'up' });
    loop.run();
  } catch (thrown) {
    if (up) throw thrown;
    tell({ type: 'failed', text: asServingError(thrown).message });
  } finally {
    session?.close();
  }
}

yieldToFrontEnds();
if ((workerData as ThreadData).preload) createOnnxEngine();
control.on('message', (message: ToInstance) => {
  switch (message.type) {
    case 'serve':
      serve(message.setup);
      return tell({ type: 'idle' });
    case 'exit':
      return control.close();
    default:
      return unreachable(message);
  }
});
