/** Entry of a front-end thread. Leaves when asked to: it closes its sockets first, and is never terminated. */
import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../base/assert.js';
import { systemClock } from '../base/clock.js';
import { LAYOUT_NUMBER } from '../memory/layout.js';
import { FrontEnd } from './assembly.js';
import type { FrontEndSetup, ToFrontEnd } from './message.js';

assert(parentPort !== null, 'a front end of its own is a worker thread');
const control = parentPort;
const setup = workerData as FrontEndSetup;
assert(setup.layout === LAYOUT_NUMBER, 'the shared records of this thread have another layout');

const frontEnd = new FrontEnd(setup, systemClock, (message) => {
  control.postMessage(message);
  // The last word; without the port nothing keeps the thread.
  if (message.type === 'closed' || message.type === 'failed') control.close();
});
control.on('message', (message: ToFrontEnd) => frontEnd.receive(message));
await frontEnd.start();
