/**
 * What the pairs of one slice of the traffic add up to: less than a tally, since there are many. Numbers in one
 * Float64Array that may lie in shared memory, with one writer; all zeros is empty, and slices add up cell by cell.
 */
import { assert } from '../base/assert.js';
import { MEASURE_INDEX, type Measure, type PairMeasures } from './tally.js';

const REQUESTS = 0;
const DISAGREEING_REQUESTS = 1;
const ROWS = 2;
const DISAGREEING_ROWS = 3;
const HEAD = 4;

/** Measures whose mean is told for each output of a slice, each as a count and a sum. */
const MEANS: readonly Measure[] = ['top1', 'meanAbsolute', 'divergence'];
const OWN_ROWS = 0;
const OWN_DISAGREEING = 1;
const OWN_MEANS = 2;
const BLOCK = OWN_MEANS + 2 * MEANS.length;

export function sliceCells(outputs: number): number {
  return HEAD + outputs * BLOCK;
}

export interface SliceOutput {
  readonly rows: number;
  readonly disagreements: number;
  /** Share of the rows whose largest element is the same one. Means are null where no row had the measure. */
  readonly top1: number | null;
  readonly meanAbsolute: number | null;
  /** Mean Kullback-Leibler divergence from the stable version, in nats, of rows that are probabilities. */
  readonly divergence: number | null;
}

export interface SliceReading {
  readonly requests: number;
  readonly disagreements: number;
  readonly rows: number;
  readonly disagreeingRows: number;
  readonly outputs: readonly SliceOutput[];
}

export class SliceTally {
  /** `cells` has `sliceCells(outputs)` elements; the memory stays the caller's. */
  constructor(
    readonly cells: Float64Array,
    readonly outputs: number,
  ) {
    assert(cells.length === sliceCells(outputs), 'a slice has a fixed number of cells');
  }

  add(output: number, pair: PairMeasures): void {
    const { cells } = this;
    const at = HEAD + output * BLOCK;
    cells[at + OWN_ROWS]! += 1;
    if (pair.disagrees) cells[at + OWN_DISAGREEING]! += 1;
    if (pair.mismatched) return;
    for (let m = 0; m < MEANS.length; m++) {
      const value = pair.values[MEASURE_INDEX[MEANS[m]!]]!;
      if (Number.isNaN(value)) continue;
      cells[at + OWN_MEANS + 2 * m]! += 1;
      cells[at + OWN_MEANS + 2 * m + 1]! += value;
    }
  }

  /** Counts the rows of one request; their outputs are added by `add`. */
  count(rows: number, disagreeing: number): void {
    const { cells } = this;
    cells[REQUESTS]! += 1;
    if (disagreeing > 0) cells[DISAGREEING_REQUESTS]! += 1;
    cells[ROWS]! += rows;
    cells[DISAGREEING_ROWS]! += disagreeing;
  }

  read(): SliceReading {
    const { cells } = this;
    return {
      requests: cells[REQUESTS]!, disagreements: cells[DISAGREEING_REQUESTS]!, rows: cells[ROWS]!, disagreeingRows: cells[DISAGREEING_ROWS]!,
      outputs: Array.from({ length: this.outputs }, (_, output) => this.readOutput(HEAD + output * BLOCK)),
    };
  }

  private readOutput(at: number): SliceOutput {
    const { cells } = this;
    const means = MEANS.map((_, m) => (cells[at + OWN_MEANS + 2 * m] === 0 ? null : cells[at + OWN_MEANS + 2 * m + 1]! / cells[at + OWN_MEANS + 2 * m]!));
    const [top1 = null, meanAbsolute = null, divergence = null] = means;
    return { rows: cells[at + OWN_ROWS]!, disagreements: cells[at + OWN_DISAGREEING]!, top1, meanAbsolute, divergence };
  }
}
