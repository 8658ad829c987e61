import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { ManualClock, systemClock } from '../../src/base/clock.js';
import { threadEntry } from '../../src/base/entry.js';

describe('system clock', () => {
  it('shows one time on all threads: a moment taken between two others lies between them', async () => {
    const module = threadEntry(new URL('../../src/base/clock.ts', import.meta.url).href, './clock.js').href;
    const code = `import('${module}').then(({ systemClock }) => {
      const port = require('node:worker_threads').parentPort;
      port.on('message', () => port.postMessage(systemClock.nowUs()));
      port.postMessage('up');
    });`;
    const worker = new Worker(code, { eval: true });
    await new Promise((resolve) => worker.once('message', resolve));
    let inside = 0;
    for (let k = 0; k < 50; k++) {
      const before = systemClock.nowUs();
      const there = await new Promise<number>((resolve) => {
        worker.once('message', resolve);
        worker.postMessage('now');
      });
      // Ten microseconds are the error of reading both clocks; a thread's first use was off by a thousand.
      if (before - 10 <= there && there <= systemClock.nowUs() + 10) inside += 1;
    }
    await worker.terminate();
    expect(inside).toBe(50);
  });
});

describe('manual clock', () => {
  it('stands still until it is told', () => {
    const clock = new ManualClock(5);
    expect([clock.nowUs(), clock.nowUs()]).toEqual([5, 5]);
    clock.advanceUs(2000);
    expect(clock.nowUs()).toBe(2005);
    expect(clock.wallMs()).toBe(2.005);
  });
});
