/** Writes what a teacher was asked and what it answered as one Parquet file, whole or not at all. */
import { join } from 'node:path';
import { makeFolder, replaceDurably } from '../base/durable.js';
import { readRecords } from '../tensor/record.js';
import { tableOf, type LabelSource } from './columns.js';
import { encodeParquet } from './parquet.js';

export interface LabelFile {
  readonly folder: string;
  /** Number of the file in its folder. */
  readonly part: number;
  readonly source: LabelSource;
  /** Records, one after the other. */
  readonly words: Int32Array;
}

export interface LabelsWritten {
  readonly rows: number;
  /** Rows of requests to another load of the model, with other tensors. */
  readonly dropped: number;
  readonly bytes: number;
}

/** A file says in its name how many rows it has, so that a look at the folder is enough to go on after any end. */
export function partName(part: number, rows: number): string {
  return `part-${String(part).padStart(6, '0')}-${rows}.parquet`;
}

/** Number and rows of a file; null for others. */
export function readPartName(name: string): { readonly part: number; readonly rows: number } | null {
  const match = /^part-(\d{6,})-(\d+)\.parquet$/.exec(name);
  return match === null ? null : { part: Number(match[1]), rows: Number(match[2]) };
}

/** Faults of the file system (`ENOSPC`) pass through. */
export async function writeLabelFile({ folder, part, source, words }: LabelFile): Promise<LabelsWritten> {
  const table = tableOf(source, readRecords(words));
  if (table.rows === 0) return { rows: 0, dropped: table.dropped, bytes: 0 };
  const tensors = (specs: LabelSource['inputs']): unknown => specs.map(({ name, datatype, dims }) => ({ name, datatype, dims }));
  const facts = { model: source.model, version: source.version, rollout: source.rollout, inputs: tensors(source.inputs), outputs: tensors(source.outputs) };
  const bytes = encodeParquet(table, { sluice: JSON.stringify(facts) });
  await makeFolder(folder);
  await replaceDurably(join(folder, partName(part, table.rows)), bytes);
  return { rows: table.rows, dropped: table.dropped, bytes: bytes.length };
}
