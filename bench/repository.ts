/**
 * Model repositories of the scenarios, in a temporary folder: the benchmark models, each with the lines of config that
 * its scenario needs. Every session has one thread within a run, here and in the bare runs beside it, so that threads
 * are counted in instances and both sides have the same.
 */
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { heavy, image, small, type BenchModel } from './models/build.js';
import { BenchFault } from './fault.js';

export type ModelName = 'small' | 'image' | 'heavy';

export interface ModelSetup {
  readonly name: ModelName;
  /** Sessions, each with a thread of its own. */
  readonly instances: number;
  /** Bound of the queue; null leaves the gateway's default. */
  readonly queueMax: number | null;
}

const MODELS: Readonly<Record<ModelName, () => BenchModel>> = { small, image, heavy };
const CONFIG = 'config.pbtxt';
const BATCHING = 'dynamic_batching { }';

export function writeRepository(folder: string, setups: readonly ModelSetup[]): void {
  for (const setup of setups) {
    for (const [path, bytes] of filesOf(setup)) {
      const file = join(folder, setup.name, path);
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, bytes);
    }
  }
}

export function modelFile(folder: string, name: ModelName): string {
  return join(folder, name, '1', 'model.onnx');
}

/** Publishes a copy of version 1 as `version`, by rename, so that the gateway never sees half a folder. */
export function publishVersion(folder: string, staging: string, name: ModelName, version: number): void {
  const made = join(staging, String(version));
  cpSync(join(folder, name, '1'), made, { recursive: true });
  renameSync(made, join(folder, name, String(version)));
}

export function removeVersion(folder: string, name: ModelName, version: number): void {
  rmSync(join(folder, name, String(version)), { recursive: true, force: true });
}

function filesOf(setup: ModelSetup): ReadonlyMap<string, Uint8Array> {
  const model = MODELS[setup.name]();
  const base = Buffer.from(model.files.get(CONFIG) ?? new Uint8Array()).toString('utf8');
  return new Map([...model.files, [CONFIG, Buffer.from(configured(base, setup))]]);
}

export function configured(base: string, setup: ModelSetup): string {
  if (!base.includes(BATCHING)) throw new BenchFault(`the config of "${setup.name}" has no line "${BATCHING}"`);
  const policy = setup.queueMax === null ? '' : `default_queue_policy { max_queue_size: ${setup.queueMax} } `;
  return [
    base.replace(BATCHING, `dynamic_batching { ${policy}}`).trimEnd(),
    `instance_group [ { count: ${setup.instances}, kind: KIND_CPU } ]`,
    'parameters { key: "intra_op_thread_count", value: { string_value: "1" } }',
    '',
  ].join('\n');
}
