/**
 * Instance threads that wait for work. Starting a thread and loading the runtime into it takes about 100 ms of a
 * core, which the requests of the version that serves would feel; so a thread whose version was unloaded is kept,
 * blank, for the next load, and one is made ahead of need. A thread that died or misbehaved is never kept.
 */
import { Worker } from 'node:worker_threads';
import { threadEntry } from '../base/entry.js';
import type { FromInstance, ThreadData, ToInstance } from './message.js';

/** A thread as its present holder sees it. */
export interface InstanceThread {
  post(message: ToInstance): void;
  /** One listener for each; the holder of the moment. */
  onMessage: (message: FromInstance) => void;
  /** Called once when the thread ends for whatever reason; `text` is what it said last, '' when nothing. */
  onExit: (code: number, text: string) => void;
}

const nobody = (): void => undefined;

class PooledThread implements InstanceThread {
  onMessage: (message: FromInstance) => void = nobody;
  onExit: (code: number, text: string) => void = nobody;
  readonly gone: Promise<void>;
  private readonly worker: Worker;
  private text = '';

  constructor(preload: boolean, ended: (thread: PooledThread) => void) {
    this.worker = new Worker(threadEntry(import.meta.url, './thread.js'), {
      name: 'instance',
      workerData: { preload } satisfies ThreadData,
      env: { ...process.env, ORT_DISABLE_TELEMETRY: '1' },
    });
    this.worker.on('message', (message: FromInstance) => this.onMessage(message));
    this.worker.on('error', (error) => (this.text = error instanceof Error ? error.message : String(error)));
    this.gone = new Promise((resolve) => {
      this.worker.once('exit', (code) => {
        ended(this);
        this.onExit(code, this.text);
        resolve();
      });
    });
  }

  post(message: ToInstance): void {
    this.worker.postMessage(message);
  }
}

export class ThreadPool {
  private readonly blank: PooledThread[] = [];
  private readonly alive = new Set<PooledThread>();
  private closed = false;

  /** @param keepMax blank threads kept; 0 keeps none. `preload` loads the runtime into them ahead of need */
  constructor(
    private readonly keepMax: number,
    private readonly preload = true,
  ) {}

  /** Makes a blank thread now, so that the next load finds one. */
  prepare(): void {
    if (this.closed || this.blank.length >= this.keepMax) return;
    this.blank.push(this.make());
  }

  take(): InstanceThread {
    return this.blank.pop() ?? this.make();
  }

  /** Takes back a thread that has said `idle`. */
  giveBack(thread: InstanceThread): void {
    thread.onMessage = nobody;
    thread.onExit = nobody;
    const kept = [...this.alive].find((other) => other === thread);
    if (kept === undefined) return;
    if (this.closed || this.blank.length >= this.keepMax) kept.post({ type: 'exit' });
    else this.blank.push(kept);
  }

  /** Resolves when every thread is gone. Threads in use are given back first by whoever holds them. */
  async close(): Promise<void> {
    this.closed = true;
    for (const thread of this.blank.splice(0)) thread.post({ type: 'exit' });
    await Promise.all([...this.alive].map((thread) => thread.gone));
  }

  private make(): PooledThread {
    const thread = new PooledThread(this.preload, (ended) => {
      this.alive.delete(ended);
      const at = this.blank.indexOf(ended);
      if (at >= 0) this.blank.splice(at, 1);
    });
    this.alive.add(thread);
    return thread;
  }
}
