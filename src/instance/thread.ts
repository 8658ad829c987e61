/**
 * Entry of an instance thread: opens the session, warms it up, says `up`, serves until it is asked to leave. Ends by
 * returning; nobody terminates it, because ending a thread inside a native run ends the whole process.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { Engine } from '../backend/backend.js';
import { createFakeEngine } from '../backend/fake.js';
import { createOnnxEngine } from '../backend/onnx.js';
import { assert } from '../base/assert.js';
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
import { Control, type FromInstance, type InstanceSetup } from './message.js';
import { Splitter } from './split.js';
import { planWarmup } from './warmup.js';

const ENGINES: Readonly<Record<InstanceSetup['engine'], () => Engine>> = { onnx: createOnnxEngine, fake: createFakeEngine };

assert(parentPort !== null, 'an instance is a worker thread');
const control = parentPort;
const setup = workerData as InstanceSetup;
assert(setup.layout === LAYOUT_NUMBER, 'the shared records of this thread have another layout');

function tell(message: FromInstance): void {
  control.postMessage(message);
}

function serve(): void {
  const words = new Int32Array(setup.words);
  const leaving = (): boolean => Atomics.load(words, INSTANCE.control) === Control.stop;
  const { signature, policy } = setup;
  const session = ENGINES[setup.engine]().open(
    setup.modelPath,
    signature.inputs.map((spec) => spec.name),
    signature.outputs.map((spec) => spec.name),
    setup.open,
  );
  try {
    const warmup = planWarmup(session, signature, policy, setup.warmup);
    for (let k = 0; k < warmup.total && !leaving(); k++) {
      warmup.run(k);
      tell({ type: 'warming', done: k + 1, total: warmup.total });
    }
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
      onFailure: (fault, requests) => tell({ type: 'log', level: 'error', text: `a run of ${requests} requests failed: ${fault.message}` }),
    });
    tell({ type: 'up' });
    loop.run();
  } finally {
    session.close();
  }
}

try {
  serve();
} catch (thrown) {
  tell({ type: 'failed', text: asServingError(thrown).message });
}
control.close();
