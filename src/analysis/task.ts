/**
 * The entry of an analysis thread: one function per kind of task. Faults travel as values, because an error that
 * crosses a thread loses its class and with it its row of the catalogue.
 */
import { asServingError, type Reason } from '../base/error.js';
import { inspectFile } from '../onnx/file.js';
import type { OnnxSummary } from '../onnx/summary.js';
import { writeLabelFile, type LabelFile, type LabelsWritten } from './labels.js';

export type TaskReply<T> =
  | { readonly state: 'done'; readonly value: T }
  | { readonly state: 'failed'; readonly reason: Reason; readonly message: string };

/** Tasks by name; the name is what the pool sends. */
export interface Tasks {
  inspect: { input: { readonly path: string }; output: OnnxSummary };
  labels: { input: LabelFile; output: LabelsWritten };
}

async function reply<T>(run: () => T | Promise<T>): Promise<TaskReply<T>> {
  try {
    return { state: 'done', value: await run() };
  } catch (thrown) {
    const { reason, message } = asServingError(thrown);
    return { state: 'failed', reason, message };
  }
}

export function inspect(input: Tasks['inspect']['input']): Promise<TaskReply<Tasks['inspect']['output']>> {
  return reply(() => inspectFile(input.path));
}

export function labels(input: Tasks['labels']['input']): Promise<TaskReply<Tasks['labels']['output']>> {
  return reply(() => writeLabelFile(input));
}
