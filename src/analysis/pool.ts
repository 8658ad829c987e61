/**
 * Threads for CPU work and blocking reads off the control thread, and the only importer of piscina. Callers get the
 * task's value or a ServingError. The queue is bounded; work that has begun is never cut off, because a thread that
 * is terminated takes native code down with it.
 */
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { asServingError, ServingError } from '../base/error.js';
import { threadEntry } from '../base/entry.js';
import type { OnnxSummary } from '../onnx/summary.js';
import type { LabelFile, LabelsWritten } from './labels.js';
import type { TaskReply, Tasks } from './task.js';

export interface AnalysisOptions {
  readonly threadCount: number;
  /** Tasks that may wait beyond those that run; the next one is refused with `queue_full`. */
  readonly queueMax: number;
}

/** Two threads read two models side by side; a hundred waiting models are a repository at its first look. */
export const ANALYSIS_DEFAULTS: AnalysisOptions = { threadCount: 2, queueMax: 1024 };

type State = 'open' | 'closing' | 'closed';

export class AnalysisPool {
  private readonly pool: Piscina;
  private readonly running = new Set<Promise<unknown>>();
  private state: State = 'open';
  private closed: Promise<void> | null = null;

  constructor(private readonly options: AnalysisOptions = ANALYSIS_DEFAULTS) {
    this.pool = new Piscina({
      filename: fileURLToPath(threadEntry(import.meta.url, './task.js')),
      minThreads: 0,
      maxThreads: options.threadCount,
      // Waiting tasks are counted here, so that the refusal is ours and not an error text of the library.
      maxQueue: options.threadCount + options.queueMax,
      // An idle thread ends by itself; it holds nothing worth keeping.
      idleTimeout: 30_000,
      atomics: 'disabled',
      recordTiming: false,
      execArgv: [],
    });
  }

  /** Tasks accepted and not yet answered. */
  get pendingCount(): number {
    return this.running.size;
  }

  inspect(path: string): Promise<OnnxSummary> {
    return this.run('inspect', { path });
  }

  /** The words go along and are gone from the caller. @throws ServingError with the text of whatever hinders the file */
  labels(file: LabelFile): Promise<LabelsWritten> {
    return this.run('labels', file, [file.words.buffer as ArrayBuffer]);
  }

  /** Refuses new work, lets accepted work end, then ends the threads. Safe to call twice. */
  close(): Promise<void> {
    this.closed ??= this.drain();
    return this.closed;
  }

  private async run<K extends keyof Tasks>(name: K, input: Tasks[K]['input'], transferList: ArrayBuffer[] = []): Promise<Tasks[K]['output']> {
    if (this.state !== 'open') throw new ServingError('draining', 'the analysis threads are closing');
    const { threadCount, queueMax } = this.options;
    if (this.running.size >= threadCount + queueMax) {
      throw new ServingError('queue_full', `${queueMax} analysis tasks wait already; try again later`);
    }
    const task = this.pool.run(input, { name, transferList }) as Promise<TaskReply<Tasks[K]['output']>>;
    this.running.add(task);
    try {
      return valueOf(await task);
    } catch (thrown) {
      throw asServingError(thrown);
    } finally {
      this.running.delete(task);
    }
  }

  /** The library's own close gives up after a time and destroys; waiting first leaves it nothing to give up on. */
  private async drain(): Promise<void> {
    this.state = 'closing';
    await Promise.allSettled([...this.running]);
    await this.pool.close();
    this.state = 'closed';
  }
}

function valueOf<T>(reply: TaskReply<T>): T {
  if (reply.state === 'failed') throw new ServingError(reply.reason, reply.message);
  return reply.value;
}
