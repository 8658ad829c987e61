/**
 * Child processes that do work on request: load generators and ceilings each get a process of their own, so that no
 * two parties of a measurement share an event loop. The parent ends only children it started, by closing their
 * channel first and by signal to their pid when they do not leave. Messages are structured clones, so bytes and
 * typed arrays cross as they are.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { BenchFault, faultText } from './fault.js';

/** A child that has not left this long after being asked is killed. */
const LEAVE_MS_MAX = 5000;

interface Ask {
  readonly id: number;
  readonly job: unknown;
}

type Reply = { readonly id: number; readonly result: unknown } | { readonly id: number; readonly fault: string };

interface Pending {
  resolve(result: unknown): void;
  reject(fault: BenchFault): void;
}

/** The parent's end: one job in, one result out, typed by the module that runs in the child. */
export class Peer<Job, Result> {
  private readonly pending = new Map<number, Pending>();
  private asked = 0;

  private constructor(
    private readonly child: ChildProcess,
    private readonly label: string,
  ) {
    child.on('message', (message) => this.settle(message as Reply));
    child.on('exit', (code, signal) => this.failAll(`${label} ended early (${signal ?? `code ${String(code)}`})`));
    child.on('error', (error) => this.failAll(`${label}: ${error.message}`));
  }

  /** @param module compiled file that calls `serveJobs`, relative to the bench folder */
  static start<Job, Result>(module: string): Peer<Job, Result> {
    const child = fork(builtFile(module), [], {
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      execArgv: [],
    });
    return new Peer<Job, Result>(child, module);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  ask(job: Job): Promise<Result> {
    const id = (this.asked += 1);
    return new Promise<Result>((resolve, reject) => {
      this.pending.set(id, { resolve: (result) => resolve(result as Result), reject });
      const message: Ask = { id, job };
      this.child.send(message, (error) => {
        if (error === null) return;
        this.pending.delete(id);
        reject(new BenchFault(`${this.label}: ${error.message}`));
      });
    });
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const left = once(this.child, 'exit');
    if (this.child.connected) this.child.disconnect();
    const timer = setTimeout(() => this.child.kill('SIGKILL'), LEAVE_MS_MAX);
    await left;
    clearTimeout(timer);
  }

  private settle(reply: Reply): void {
    const waiting = this.pending.get(reply.id);
    if (waiting === undefined) return;
    this.pending.delete(reply.id);
    if ('fault' in reply) waiting.reject(new BenchFault(`${this.label}: ${reply.fault}`));
    else waiting.resolve(reply.result);
  }

  private failAll(text: string): void {
    for (const waiting of this.pending.values()) waiting.reject(new BenchFault(text));
    this.pending.clear();
  }
}

/** The child's end. The child leaves by itself when the parent closes the channel or dies. */
export function serveJobs<Job, Result>(handle: (job: Job) => Promise<Result>): void {
  process.on('disconnect', () => process.exit(0));
  process.on('message', (message) => {
    const { id, job } = message as Ask;
    handle(job as Job).then(
      (result) => process.send?.({ id, result } satisfies Reply),
      (thrown: unknown) => process.send?.({ id, fault: faultText(thrown) } satisfies Reply),
    );
  });
}

/** Path of a compiled bench file, also when the caller itself runs from source. */
export function builtFile(module: string): URL {
  const here = new URL('.', import.meta.url);
  return here.pathname.includes('/dist/') ? new URL(module, here) : new URL(`../dist/bench/${module}`, here);
}
