/**
 * Which of a bounded number of bins an answer falls into, to compare the distributions of two arms: the class of scores of
 * classes, a label, or the range that a score lies in. The bins are fixed, so that both arms are sorted alike whatever
 * they answer; they are fine between 0 and 1, where most scores are. One sorter belongs to one thread.
 */
import { DATATYPES } from '../tensor/datatype.js';
import type { TensorSpec } from '../tensor/signature.js';
import { decodeNumbers, isFloat } from './decode.js';
import { topOf } from './order.js';

export const OUTCOME_BINS = 64;
const LAST = OUTCOME_BINS - 1;

/** Twentieths from 0 to 1, then powers of two: those above 1, and those of negative scores. */
const UNIT_BINS = 20;
const ABOVE_BINS = 20;
const BELOW_BINS = LAST - UNIT_BINS - ABOVE_BINS;
/** Negative scores closer to zero than this are one bin. */
const BELOW_FROM = -8;

type OutcomeKind = 'class' | 'label' | 'score';

function kindOf(spec: TensorSpec): OutcomeKind | null {
  if (spec.datatype === 'BYTES' || spec.modelDims.some((dim) => dim < 0)) return null;
  const elements = spec.modelDims.reduce((product, dim) => product * dim, 1);
  if (elements === 1) return isFloat(spec.datatype) ? 'score' : 'label';
  return isFloat(spec.datatype) && elements <= OUTCOME_BINS && spec.modelDims.filter((dim) => dim !== 1).length === 1 ? 'class' : null;
}

export class OutcomeSorter {
  private readonly row: Float64Array;

  private constructor(
    readonly spec: TensorSpec,
    private readonly kind: OutcomeKind,
  ) {
    this.row = new Float64Array(spec.modelDims.reduce((product, dim) => product * dim, 1));
  }

  /** For the first output that can be sorted; null where none can. */
  static of(outputs: readonly TensorSpec[]): OutcomeSorter | null {
    for (const spec of outputs) {
      const kind = kindOf(spec);
      if (kind !== null) return new OutcomeSorter(spec, kind);
    }
    return null;
  }

  /** Bin of the first row of a tensor that lies in `view` from `at` on; -1 where it has none, since it is not there or not a number. */
  bin(view: DataView, at: number, byteLength: number): number {
    const { row, spec, kind } = this;
    if (byteLength < row.length * DATATYPES[spec.datatype].bytes) return -1;
    decodeNumbers(spec.datatype, view, at, row.length, row);
    if (kind === 'class') return topOf(row, row.length);
    const value = row[0]!;
    if (kind === 'label') return value >= 0 && value < LAST ? value : LAST;
    return scoreBin(value);
  }
}

export function scoreBin(score: number): number {
  if (Number.isNaN(score)) return -1;
  if (score >= 0 && score <= 1) return Math.min(UNIT_BINS - 1, Math.floor(score * UNIT_BINS));
  if (score > 1) return UNIT_BINS + Math.min(ABOVE_BINS - 1, Math.floor(Math.log2(score)));
  return UNIT_BINS + ABOVE_BINS + Math.max(0, Math.min(BELOW_BINS - 1, Math.floor(Math.log2(-score)) - BELOW_FROM));
}
