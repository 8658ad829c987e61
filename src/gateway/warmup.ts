/** Warm-up samples that a config declares, with their data files read: plain data for instance threads. */
import { join, normalize, sep } from 'node:path';
import { ServingError } from '../base/error.js';
import { createRandom } from '../base/random.js';
import type { ModelConfig, Warmup } from '../config/model.js';
import type { WarmupSample } from '../instance/message.js';
import { DATATYPES, datatypeOfConfig } from '../tensor/datatype.js';
import type { Signature, TensorSpec } from '../tensor/signature.js';
import { readWhole } from './file.js';

/** One seed, so that two loads of a version warm it with the same values. */
const SEED = 0x51ce;
/** One row of one input. */
const DATA_BYTES_MAX = 1024 * 1024 * 1024;

/** @throws ServingError load_failed naming the sample and the input */
export async function readWarmup(config: ModelConfig, signature: Signature, folder: string): Promise<WarmupSample[]> {
  return Promise.all(
    config.model_warmup.map(async (sample, k) => {
      const name = sample.name === '' ? String(k) : sample.name;
      return {
        name,
        rows: sample.batch_size,
        count: Math.max(1, sample.count),
        inputs: await Promise.all(signature.inputs.map((spec) => readInput(name, sample, spec, folder))),
      };
    }),
  );
}

async function readInput(name: string, sample: Warmup, spec: TensorSpec, folder: string): Promise<WarmupSample['inputs'][number]> {
  const input = sample.inputs[spec.name];
  if (input === undefined) {
    if (spec.optional) return null;
    throw new ServingError('load_failed', `the warm-up sample '${name}' leaves out input '${spec.name}'`);
  }
  if (datatypeOfConfig(input.data_type) !== spec.datatype) {
    throw new ServingError('load_failed', `the warm-up sample '${name}' gives input '${spec.name}' as ${input.data_type}, the model takes ${DATATYPES[spec.datatype].config}`);
  }
  const rows = Math.max(1, sample.batch_size);
  const rowBytes = input.dims.reduce((product, dim) => product * dim, DATATYPES[spec.datatype].bytes);
  if (input.input_data_file !== undefined) {
    const row = await readWhole(dataPath(name, folder, input.input_data_file), `'warmup/${input.input_data_file}' of the warm-up sample '${name}'`, DATA_BYTES_MAX);
    return { shape: input.dims, bytes: Buffer.concat(Array.from({ length: rows }, () => row)) };
  }
  return { shape: input.dims, bytes: input.random_data === true && rowBytes > 0 ? randomBytes(spec, rowBytes * rows) : null };
}

/** A data file lies under the model's `warmup/`; a config must not reach anything else. */
function dataPath(sample: string, folder: string, file: string): string {
  const root = join(folder, 'warmup');
  const path = normalize(join(root, file));
  if (path.startsWith(`${root}${sep}`)) return path;
  throw new ServingError('load_failed', `the warm-up sample '${sample}' names '${file}', which leads out of the model's warmup folder`);
}

/** Small values of the right type: random bits would be NaN, or indexes far out of range. */
function randomBytes(spec: TensorSpec, byteLength: number): Uint8Array {
  const random = createRandom(SEED);
  const { array, bytes } = DATATYPES[spec.datatype];
  const values = new array(new ArrayBuffer(byteLength), 0, byteLength / bytes);
  const floats = values instanceof Float32Array || values instanceof Float64Array;
  if (floats) for (let k = 0; k < values.length; k++) values[k] = random() * 2 - 1;
  return new Uint8Array(values.buffer);
}
