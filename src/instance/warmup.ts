/**
 * Runs before a version is available: the batch sizes that the batcher may form, with zeros, then the samples that
 * the config declares. First runs are slow (algorithm search, arena growth) and some faults show only there, so a
 * session that opened is not yet a version that serves. Of very large batches only some sizes are run.
 */
import type { Run, Session } from '../backend/backend.js';
import { ServingError, asServingError } from '../base/error.js';
import { possibleSizes, type BatchPolicy } from '../batch/policy.js';
import { readStrings } from '../tensor/bytes.js';
import { DATATYPES } from '../tensor/datatype.js';
import type { Signature, TensorSpec } from '../tensor/signature.js';
import { modelShape } from './loop.js';
import type { ProbeOutput, WarmupSample } from './message.js';

/** What stands in for a dimension of any size when no sample says better. */
const VARIABLE_DIM = 1;

/** What stands in for a string: models that read numbers out of strings fail on an empty one. */
const STAND_IN_STRING = '0';

/** Up to here every size is run; beyond it runs grow long and many, and a size behaves as its neighbours do. */
export const EVERY_SIZE_MAX = 64;

export interface WarmupPlan {
  readonly total: number;
  /** Sizes that a run can have and that are left out. */
  readonly skipped: number;
  /** @throws ServingError load_failed naming the run that failed */
  run(k: number): void;
}

/** Ascending. Declared sizes all; else every one up to the bound, then powers of two, preferred sizes and the largest. */
export function warmupSizes(policy: BatchPolicy): readonly number[] {
  const { maxBatchSize, preferredSizes, allowedSizes } = policy;
  if (allowedSizes.length > 0 || maxBatchSize <= EVERY_SIZE_MAX) return possibleSizes(policy);
  const chosen = new Set([...preferredSizes, maxBatchSize]);
  for (let size = 1; size <= EVERY_SIZE_MAX; size++) chosen.add(size);
  for (let size = EVERY_SIZE_MAX * 2; size < maxBatchSize; size *= 2) chosen.add(size);
  return [...chosen].sort((a, b) => a - b);
}

export function planWarmup(session: Session, signature: Signature, policy: BatchPolicy, samples: readonly WarmupSample[]): WarmupPlan {
  const known = signature.inputs.every((spec) => spec.optional || spec.dims.every((dim) => dim >= 0));
  // Zeros in a guessed shape prove nothing about a model with variable dims that declares samples of its own.
  const sizes = known || samples.length === 0 ? [...warmupSizes(policy)].reverse() : [];
  const repeated = samples.flatMap((sample) => Array.from({ length: Math.max(1, sample.count) }, () => sample));
  return {
    total: sizes.length + repeated.length,
    skipped: sizes.length === 0 || policy.allowedSizes.length > 0 ? 0 : Math.max(0, policy.maxBatchSize - sizes.length),
    run(k) {
      const rows = sizes[k];
      if (rows !== undefined) runZeros(session, signature, rows, known);
      else runSample(session, signature, repeated[k - sizes.length]!);
    },
  };
}

function shapeOf(spec: TensorSpec, dims: readonly number[], rows: number, batched: boolean): number[] {
  const wire = batched ? [rows, ...dims] : [...dims];
  return modelShape(wire, spec.dims, spec.modelDims, batched);
}

function runZeros(session: Session, signature: Signature, rows: number, known: boolean): void {
  const batched = signature.maxBatchSize > 0;
  const shapes = signature.inputs.map((spec) =>
    spec.optional ? null : shapeOf(spec, spec.dims.map((dim) => (dim < 0 ? VARIABLE_DIM : dim)), rows, batched),
  );
  try {
    const run = session.prepare(shapes);
    signature.inputs.forEach((spec, i) => {
      const shape = shapes[i];
      if (!shape) return;
      if (spec.datatype === 'BYTES') run.setStrings(i, Array.from({ length: shape.reduce((product, dim) => product * dim, 1) }, () => STAND_IN_STRING));
      else run.input(i).fill(0);
    });
    run.execute();
  } catch (thrown) {
    // A guessed shape may be one that the model cannot take; that is the guess's fault, not the model's.
    if (!known) return;
    const fault = asServingError(thrown);
    throw new ServingError('load_failed', `the warm-up run of ${batched ? `${rows} rows` : 'one request'} failed: ${fault.message}`, { cause: thrown });
  }
}

/** Outputs of one run on given inputs, copied. @throws ServingError load_failed naming the probe */
export function runProbe(session: Session, signature: Signature, probe: WarmupSample): ProbeOutput[] {
  const run = runSample(session, signature, probe, 'probe');
  return signature.outputs.map(({ datatype }, j) => ({
    shape: [...run.outputDims(j)],
    bytes: datatype === 'BYTES' ? NO_BYTES : run.output(j).slice(),
    strings: datatype === 'BYTES' ? [...run.outputStrings(j)] : [],
  }));
}

const NO_BYTES = new Uint8Array(0);

function runSample(session: Session, signature: Signature, sample: WarmupSample, what = 'warm-up sample'): Run {
  const batched = signature.maxBatchSize > 0;
  try {
    const shapes = signature.inputs.map((spec, i) => {
      const input = sample.inputs[i]!;
      return input === null ? null : shapeOf(spec, input.shape, sample.rows, batched);
    });
    const run = session.prepare(shapes);
    signature.inputs.forEach((spec, i) => {
      const shape = shapes[i];
      if (shape) fillSample(run, i, spec, shape, sample.inputs[i]?.bytes ?? null);
    });
    run.execute();
    return run;
  } catch (thrown) {
    throw new ServingError('load_failed', `the ${what} '${sample.name}' failed: ${asServingError(thrown).message}`, { cause: thrown });
  }
}

function fillSample(run: ReturnType<Session['prepare']>, i: number, spec: TensorSpec, shape: readonly number[], bytes: Uint8Array | null): void {
  const elements = shape.reduce((product, dim) => product * dim, 1);
  if (spec.datatype === 'BYTES') {
    run.setStrings(i, bytes === null ? Array.from({ length: elements }, () => STAND_IN_STRING) : readStrings(spec.name, bytes, 0, bytes.length, elements));
    return;
  }
  const target = run.input(i);
  if (bytes === null) {
    target.fill(0);
    return;
  }
  const expected = elements * DATATYPES[spec.datatype].bytes;
  if (bytes.length !== expected) throw new ServingError('load_failed', `input '${spec.name}' needs ${expected} bytes, the sample has ${bytes.length}`);
  target.set(bytes);
}
