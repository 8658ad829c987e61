/** Small jobs on real threads, from the built files: threads.mjs holds them by name. */
import { Worker } from 'node:worker_threads';

export interface Threads {
  /** What each job came to, in order; rejects with the first fault. */
  results(): Promise<unknown[]>;
}

/** Resolves when every thread has started. */
export async function threads(job: string, count: number, data: object): Promise<Threads> {
  const ends: Promise<unknown>[] = [];
  const starts = Array.from({ length: count }, (_, index) => {
    const worker = new Worker(new URL('./threads.mjs', import.meta.url), { workerData: { ...data, job, index } });
    let result: unknown;
    const end = new Promise((resolve, reject) => {
      worker.on('message', (message: { readonly result?: unknown }) => (result = message.result));
      worker.once('error', reject);
      worker.once('exit', () => resolve(result));
    });
    ends.push(end);
    return new Promise((resolve, reject) => {
      worker.once('message', resolve);
      end.catch(reject);
    });
  });
  await Promise.all(starts);
  return { results: () => Promise.all(ends) };
}
