/**
 * What many compared pairs add up to, as numbers in one Float64Array that may lie in shared memory: one writer, any
 * number of readers on other threads, no lock. All-zero memory is an empty tally. Tallies of several writers, or of a
 * time before a restart, merge by `merge`.
 */
import { assert } from '../base/assert.js';

/** Worst is the greatest for differences and the least for likenesses. */
export const MEASURES = {
  /** 1 where the largest element is the same one. */
  top1: 'likeness',
  /** Share of the k largest elements that both have. */
  topK: 'likeness',
  maxAbsolute: 'difference',
  meanAbsolute: 'difference',
  maxRelative: 'difference',
  /** Length of the difference over length of the stable row. */
  relative: 'difference',
  cosine: 'likeness',
  rank: 'likeness',
  /** Kullback-Leibler divergence of the candidate's row from the stable one, of rows that are probabilities; in nats. */
  divergence: 'difference',
} as const satisfies Record<string, 'likeness' | 'difference'>;

export type Measure = keyof typeof MEASURES;
export const MEASURE_NAMES = Object.keys(MEASURES) as readonly Measure[];
const LIKENESS = MEASURE_NAMES.map((name) => MEASURES[name] === 'likeness');

/** Upper ends of the bins; before them a bin for no difference at all, behind them one for everything larger. */
export const DIFFERENCE_EDGES: readonly number[] = [1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1, 10, 100, 1e3, 1e4];
const BINS = DIFFERENCE_EDGES.length + 2;

/** One pair of rows, measured. NaN stands for what does not apply, such as a cosine of strings. */
export class PairMeasures {
  disagrees = false;
  identical = false;
  /** The two rows do not have the same shape, so nothing else is measured. */
  mismatched = false;
  stableNonFinite = 0;
  candidateNonFinite = 0;
  /** By index of `MEASURE_NAMES`. */
  readonly values = new Float64Array(MEASURE_NAMES.length);

  reset(): void {
    this.disagrees = this.identical = this.mismatched = false;
    this.stableNonFinite = this.candidateNonFinite = 0;
    this.values.fill(NaN);
  }

  value(measure: Measure): number {
    return this.values[MEASURE_INDEX[measure]]!;
  }
}

export const MEASURE_INDEX = Object.fromEntries(MEASURE_NAMES.map((name, at) => [name, at])) as Readonly<Record<Measure, number>>;

/** Cells before the outputs: the sequence word, pairs, disagreeing pairs, and one that keeps blocks on 32 bytes. */
const HEAD = 4;
const PAIRS = 1;
const DISAGREEING = 2;
/** Cells of one output. */
const OWN_PAIRS = 0;
const OWN_DISAGREEING = 1;
const OWN_IDENTICAL = 2;
const OWN_MISMATCHED = 3;
const OWN_STABLE_ROWS = 4;
const OWN_CANDIDATE_ROWS = 5;
const OWN_CANDIDATE_ELEMENTS = 6;
const OWN_MEASURES = 7;
/** Per measure: how many pairs had it, their sum, the worst. */
const CELLS_PER_MEASURE = 3;
const OWN_ABSOLUTE = OWN_MEASURES + MEASURE_NAMES.length * CELLS_PER_MEASURE;
const OWN_RELATIVE = OWN_ABSOLUTE + BINS;
const BLOCK = OWN_RELATIVE + BINS;

/** A reader that meets a writer at work this often takes what it has; a writer that died must not hold it for ever. */
const READ_TRIES = 64;

/** Raised when cells mean something else, so that those of an earlier program are not added. */
export const TALLY_LAYOUT = 2;

export function tallyCells(outputs: number): number {
  return HEAD + outputs * BLOCK;
}

export interface MeasureReading {
  readonly pairs: number;
  readonly mean: number;
  readonly worst: number;
}

export interface OutputReading {
  readonly pairs: number;
  readonly disagreements: number;
  readonly identical: number;
  readonly mismatched: number;
  /** Rows that hold a NaN or an infinity. */
  readonly stableNonFiniteRows: number;
  readonly candidateNonFiniteRows: number;
  readonly candidateNonFinite: number;
  /** Null where no pair had the measure. */
  readonly measures: Readonly<Record<Measure, MeasureReading | null>>;
  /** Pairs by their largest difference, in the bins of `DIFFERENCE_EDGES`. */
  readonly absolute: readonly number[];
  readonly relative: readonly number[];
}

export interface TallyReading {
  readonly pairs: number;
  /** Pairs in which any guarded output disagrees. */
  readonly disagreements: number;
  readonly outputs: readonly OutputReading[];
}

export class CompareTally {
  private readonly sequence: Int32Array;

  /** `cells` has `tallyCells(outputs)` elements; the memory stays the caller's. */
  constructor(
    readonly cells: Float64Array,
    readonly outputs: number,
  ) {
    assert(cells.length === tallyCells(outputs), 'a tally has a fixed number of cells');
    this.sequence = new Int32Array(cells.buffer, cells.byteOffset, 1);
  }

  /** Brackets any number of additions: a reader takes all of them or none. */
  begin(): void {
    Atomics.add(this.sequence, 0, 1);
  }

  end(): void {
    Atomics.add(this.sequence, 0, 1);
  }

  /** Counts pairs as a whole; each of their outputs is added by `add`. */
  count(pairs: number, disagreeing: number): void {
    this.cells[PAIRS]! += pairs;
    this.cells[DISAGREEING]! += disagreeing;
  }

  add(output: number, pair: PairMeasures): void {
    const { cells } = this;
    const at = HEAD + output * BLOCK;
    cells[at + OWN_PAIRS]! += 1;
    if (pair.disagrees) cells[at + OWN_DISAGREEING]! += 1;
    if (pair.mismatched) {
      cells[at + OWN_MISMATCHED]! += 1;
      return;
    }
    if (pair.identical) cells[at + OWN_IDENTICAL]! += 1;
    if (pair.stableNonFinite > 0) cells[at + OWN_STABLE_ROWS]! += 1;
    if (pair.candidateNonFinite > 0) cells[at + OWN_CANDIDATE_ROWS]! += 1;
    cells[at + OWN_CANDIDATE_ELEMENTS]! += pair.candidateNonFinite;
    const { values } = pair;
    for (let m = 0, cell = at + OWN_MEASURES; m < values.length; m++, cell += CELLS_PER_MEASURE) {
      const value = values[m]!;
      if (Number.isNaN(value)) continue;
      const first = cells[cell] === 0;
      cells[cell]! += 1;
      cells[cell + 1]! += value;
      if (first || (LIKENESS[m] ? value < cells[cell + 2]! : value > cells[cell + 2]!)) cells[cell + 2] = value;
    }
    const absolute = pair.value('maxAbsolute');
    if (!Number.isNaN(absolute)) cells[at + OWN_ABSOLUTE + binOf(absolute)]! += 1;
    const relative = pair.value('maxRelative');
    if (!Number.isNaN(relative)) cells[at + OWN_RELATIVE + binOf(relative)]! += 1;
  }

  /** Adds another tally of the same outputs; that one is read as it stands at one moment. */
  merge(other: CompareTally): void {
    assert(other.outputs === this.outputs, 'only tallies of the same outputs merge');
    this.begin();
    this.take(other.copy());
    this.end();
  }

  private take(from: Float64Array): void {
    const { cells } = this;
    cells[PAIRS]! += from[PAIRS]!;
    cells[DISAGREEING]! += from[DISAGREEING]!;
    for (let at = HEAD; at < cells.length; at += BLOCK) {
      for (let cell = at; cell < at + OWN_MEASURES; cell++) cells[cell]! += from[cell]!;
      for (let cell = at + OWN_ABSOLUTE; cell < at + BLOCK; cell++) cells[cell]! += from[cell]!;
      for (let m = 0, cell = at + OWN_MEASURES; m < LIKENESS.length; m++, cell += CELLS_PER_MEASURE) {
        if (from[cell] === 0) continue;
        const worst = from[cell + 2]!;
        const better = LIKENESS[m] ? Math.min : Math.max;
        cells[cell + 2] = cells[cell] === 0 ? worst : better(cells[cell + 2]!, worst);
        cells[cell]! += from[cell]!;
        cells[cell + 1]! += from[cell + 1]!;
      }
    }
  }

  /** The cells as they stood between two rounds of additions; also what a snapshot on disk keeps. */
  copy(): Float64Array {
    let copied = new Float64Array(this.cells);
    for (let tries = 0, before = Atomics.load(this.sequence, 0); tries < READ_TRIES; tries++) {
      copied = new Float64Array(this.cells);
      const after = Atomics.load(this.sequence, 0);
      if (before === after && (after & 1) === 0) break;
      before = after;
    }
    copied[0] = 0;
    return copied;
  }

  read(): TallyReading {
    const cells = this.copy();
    const outputs = Array.from({ length: this.outputs }, (_, output) => readOutput(cells, HEAD + output * BLOCK));
    return { pairs: cells[PAIRS]!, disagreements: cells[DISAGREEING]!, outputs };
  }
}

function readOutput(cells: Float64Array, at: number): OutputReading {
  const measures = MEASURE_NAMES.map((name, m): [Measure, MeasureReading | null] => {
    const cell = at + OWN_MEASURES + m * CELLS_PER_MEASURE;
    const pairs = cells[cell]!;
    return [name, pairs === 0 ? null : { pairs, mean: cells[cell + 1]! / pairs, worst: cells[cell + 2]! }];
  });
  return {
    pairs: cells[at + OWN_PAIRS]!,
    disagreements: cells[at + OWN_DISAGREEING]!,
    identical: cells[at + OWN_IDENTICAL]!,
    mismatched: cells[at + OWN_MISMATCHED]!,
    stableNonFiniteRows: cells[at + OWN_STABLE_ROWS]!,
    candidateNonFiniteRows: cells[at + OWN_CANDIDATE_ROWS]!,
    candidateNonFinite: cells[at + OWN_CANDIDATE_ELEMENTS]!,
    measures: Object.fromEntries(measures) as Record<Measure, MeasureReading | null>,
    absolute: [...cells.subarray(at + OWN_ABSOLUTE, at + OWN_ABSOLUTE + BINS)],
    relative: [...cells.subarray(at + OWN_RELATIVE, at + OWN_RELATIVE + BINS)],
  };
}

export function binOf(difference: number): number {
  if (difference === 0) return 0;
  let bin = 0;
  while (bin < DIFFERENCE_EDGES.length && difference >= DIFFERENCE_EDGES[bin]!) bin++;
  return bin + 1;
}
