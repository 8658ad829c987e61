/**
 * Rings at arrival times. A timer of the event loop is a whole millisecond late at most rates, and a spinning loop
 * would take a core from the server under test; a thread that sleeps in `Atomics.wait` wakes within tens of
 * microseconds and costs one message a ring. Rings are not closer than `GAP_US`: what is due in between goes together.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { systemClock } from '../../src/base/clock.js';
import { builtFile } from '../child.js';

/** Bounds the cost of ringing to a few per cent of a core at any rate. */
const GAP_US = 200;
const TAG = 'bench-bell';

interface BellOrder {
  readonly tag: typeof TAG;
  /** Microseconds from `startUs`, rising. */
  readonly timesUs: Float64Array;
  readonly startUs: number;
}

export interface Bell {
  stop(): Promise<void>;
}

/** Calls `ring` at or soon after each arrival time; the caller takes all that is due. */
export function startBell(timesUs: Float64Array, startUs: number, ring: () => void): Bell {
  const order: BellOrder = { tag: TAG, timesUs, startUs };
  const thread = new Worker(builtFile('load/bell.js'), { workerData: order });
  thread.on('message', ring);
  return {
    stop: async () => {
      await thread.terminate();
    },
  };
}

function ringAll(order: BellOrder): void {
  const cell = new Int32Array(new SharedArrayBuffer(4));
  let next = 0;
  let earliestUs = 0;
  while (next < order.timesUs.length) {
    const dueUs = Math.max(order.startUs + (order.timesUs[next] ?? 0), earliestUs);
    const waitUs = dueUs - systemClock.nowUs();
    if (waitUs > 0) Atomics.wait(cell, 0, 0, waitUs / 1000);
    const nowUs = systemClock.nowUs();
    while (next < order.timesUs.length && order.startUs + (order.timesUs[next] ?? 0) <= nowUs) next += 1;
    earliestUs = nowUs + GAP_US;
    parentPort?.postMessage(null);
  }
}

if (!isMainThread && (workerData as Partial<BellOrder> | null)?.tag === TAG) ringAll(workerData as BellOrder);
