/**
 * Compares what two versions answered to the same input, output by output and row by row, and adds it to a tally.
 * Meant for live traffic: rows of numbers allocate nothing, and bytes are read where they lie. One comparer belongs to one
 * thread; the tally may be read by others.
 */
import { assert } from '../base/assert.js';
import { DATATYPES } from '../tensor/datatype.js';
import type { TensorSpec } from '../tensor/signature.js';
import { decodeNumbers, isFloat } from './decode.js';
import { divergenceOf } from './divergence.js';
import { Orders, topOf } from './order.js';
import { DEFAULT_RELATIVE, DEFAULT_TOP_K, type CompareRule } from './rule.js';
import type { SliceTally } from './slice.js';
import { countStrings, sameStrings } from './strings.js';
import { MEASURE_INDEX, PairMeasures, type CompareTally } from './tally.js';

/** Stable values closer to zero count as this far away, or a relative difference would be one of noise. */
export const RELATIVE_FLOOR = 1e-6;

const TOP1 = MEASURE_INDEX.top1;
const TOP_K = MEASURE_INDEX.topK;
const MAX_ABSOLUTE = MEASURE_INDEX.maxAbsolute;
const MEAN_ABSOLUTE = MEASURE_INDEX.meanAbsolute;
const MAX_RELATIVE = MEASURE_INDEX.maxRelative;
const RELATIVE = MEASURE_INDEX.relative;
const COSINE = MEASURE_INDEX.cosine;
const RANK = MEASURE_INDEX.rank;
const DIVERGENCE = MEASURE_INDEX.divergence;

/** Bytes of one output over all rows; null where the output was not asked for. */
export type OutputBytes = Uint8Array | null;

/** Where the rows of one output go; kept and changed, since a literal for each would be made for each. */
class Into {
  output = 0;
  tally!: CompareTally;
  slice: SliceTally | null = null;
  flags!: Uint8Array;
}

export class Comparer {
  private readonly outputs: readonly OutputComparer[];
  private readonly into = new Into();
  private flags = new Uint8Array(64);

  /** `rules` beside `specs`; `ruleFault` has found nothing wrong with them. */
  constructor(specs: readonly TensorSpec[], rules: readonly CompareRule[]) {
    assert(specs.length === rules.length, 'every output has a rule');
    this.outputs = specs.map((spec, at) => new OutputComparer(spec, rules[at]!));
  }

  /** By row, 1 where the last comparison found a disagreement; valid until the next. */
  get disagreed(): Uint8Array {
    return this.flags;
  }

  /**
   * Adds `rows` pairs and returns how many of them disagree in a guarded output.
   * @param slice the part of the traffic that they belong to; null where it is not divided
   */
  compare(rows: number, stable: readonly OutputBytes[], candidate: readonly OutputBytes[], tally: CompareTally, slice: SliceTally | null = null): number {
    if (this.flags.length < rows) this.flags = new Uint8Array(rows * 2);
    this.flags.fill(0, 0, rows);
    const { into } = this;
    into.tally = tally;
    into.slice = slice;
    into.flags = this.flags;
    tally.begin();
    for (let at = 0; at < this.outputs.length; at++) {
      into.output = at;
      const one = stable[at] ?? null;
      const other = candidate[at] ?? null;
      if (one !== null || other !== null) this.outputs[at]!.compare(rows, one, other, into);
    }
    let disagreeing = 0;
    for (let row = 0; row < rows; row++) disagreeing += this.flags[row]!;
    tally.count(rows, disagreeing);
    tally.end();
    slice?.count(rows, disagreeing);
    return disagreeing;
  }
}

/** Compares once, for callers that do not keep a comparer. */
export function compareOutputs(
  specs: readonly TensorSpec[], rules: readonly CompareRule[], rows: number,
  stable: readonly OutputBytes[], candidate: readonly OutputBytes[], tally: CompareTally,
): number {
  return new Comparer(specs, rules).compare(rows, stable, candidate, tally);
}

class OutputComparer {
  private readonly pair = new PairMeasures();
  private readonly orders: Orders;
  private readonly elementBytes: number;
  private readonly float: boolean;
  private stableRow = new Float64Array(16);
  private candidateRow = new Float64Array(16);

  constructor(
    private readonly spec: TensorSpec,
    private readonly rule: CompareRule,
  ) {
    this.elementBytes = DATATYPES[spec.datatype].bytes;
    this.float = isFloat(spec.datatype);
    this.orders = new Orders(rule.kind === 'topK' ? rule.k : DEFAULT_TOP_K);
  }

  compare(rows: number, stable: OutputBytes, candidate: OutputBytes, into: Into): void {
    if (stable !== null && candidate !== null) {
      if (this.elementBytes === 0) return this.compareStrings(rows, stable, candidate, into);
      if (stable.length === candidate.length && stable.length % (rows * this.elementBytes) === 0) {
        return this.compareNumbers(rows, stable, candidate, into);
      }
    }
    this.mismatch(rows, into);
  }

  private mismatch(rows: number, into: Into): void {
    this.pair.reset();
    this.pair.mismatched = true;
    for (let row = 0; row < rows; row++) this.settle(row, into);
  }

  private settle(row: number, into: Into): void {
    this.pair.disagrees = this.disagrees();
    if (this.pair.disagrees) into.flags[row] = 1;
    into.tally.add(into.output, this.pair);
    into.slice?.add(into.output, this.pair);
  }

  private compareStrings(rows: number, stable: Uint8Array, candidate: Uint8Array, into: Into): void {
    const count = countStrings(stable);
    const perRow = count / rows;
    if (count < 0 || count !== countStrings(candidate) || !Number.isInteger(perRow)) return this.mismatch(rows, into);
    let at = 0;
    let other = 0;
    for (let row = 0; row < rows; row++) {
      const { same, stableEnd, candidateEnd } = sameStrings(stable, at, candidate, other, perRow);
      at = stableEnd;
      other = candidateEnd;
      this.pair.reset();
      this.pair.identical = same;
      this.settle(row, into);
    }
  }

  private compareNumbers(rows: number, stable: Uint8Array, candidate: Uint8Array, into: Into): void {
    const rowBytes = stable.length / rows;
    const count = rowBytes / this.elementBytes;
    if (this.stableRow.length < count) {
      this.stableRow = new Float64Array(count);
      this.candidateRow = new Float64Array(count);
    }
    const one = new DataView(stable.buffer, stable.byteOffset, stable.length);
    const other = new DataView(candidate.buffer, candidate.byteOffset, candidate.length);
    for (let row = 0, at = 0; row < rows; row++, at += rowBytes) {
      decodeNumbers(this.spec.datatype, one, at, count, this.stableRow);
      decodeNumbers(this.spec.datatype, other, at, count, this.candidateRow);
      this.pair.reset();
      this.measure(count);
      // Doubles cannot tell large 64-bit integers apart.
      if (!this.float) this.pair.identical = sameBytes(stable, candidate, at, rowBytes);
      this.settle(row, into);
    }
  }

  private measure(count: number): void {
    const { pair, stableRow, candidateRow } = this;
    let identical = true;
    let finite = 0;
    let maxAbsolute = 0;
    let sumAbsolute = 0;
    let maxRelative = 0;
    let squares = 0;
    let dot = 0;
    let stableSquares = 0;
    let candidateSquares = 0;
    for (let i = 0; i < count; i++) {
      const a = stableRow[i]!;
      const b = candidateRow[i]!;
      // Only NaN and the infinities leave something when taken from themselves.
      if (a - a !== 0 || b - b !== 0) {
        if (a - a !== 0) pair.stableNonFinite++;
        if (b - b !== 0) pair.candidateNonFinite++;
        if (!Object.is(a, b)) identical = false;
        continue;
      }
      finite++;
      const difference = Math.abs(a - b);
      if (difference > 0) identical = false;
      if (difference > maxAbsolute) maxAbsolute = difference;
      sumAbsolute += difference;
      const relative = difference / Math.max(Math.abs(a), RELATIVE_FLOOR);
      if (relative > maxRelative) maxRelative = relative;
      squares += difference * difference;
      dot += a * b;
      stableSquares += a * a;
      candidateSquares += b * b;
    }
    pair.identical = identical;
    if (finite === 0) return;
    const { values } = pair;
    values[MAX_ABSOLUTE] = maxAbsolute;
    values[MEAN_ABSOLUTE] = sumAbsolute / finite;
    values[MAX_RELATIVE] = maxRelative;
    values[RELATIVE] = Math.sqrt(squares) / Math.max(Math.sqrt(stableSquares), RELATIVE_FLOOR);
    if (count < 2 || !this.float || pair.stableNonFinite + pair.candidateNonFinite > 0) return;
    values[TOP1] = topOf(stableRow, count) === topOf(candidateRow, count) ? 1 : 0;
    values[TOP_K] = this.orders.overlap(stableRow, candidateRow, count);
    values[COSINE] = cosineOf(dot, stableSquares, candidateSquares);
    values[RANK] = this.orders.correlation(stableRow, candidateRow, count);
    values[DIVERGENCE] = divergenceOf(stableRow, candidateRow, count);
  }

  private disagrees(): boolean {
    const { pair, rule } = this;
    if (rule.kind === 'report') return false;
    if (pair.mismatched) return true;
    if (pair.identical) return false;
    if (rule.kind === 'exact' || pair.stableNonFinite + pair.candidateNonFinite > 0) return true;
    if (rule.kind === 'relative') return !(pair.values[RELATIVE]! <= rule.atMost);
    if (rule.kind === 'absolute') return !(pair.values[MAX_ABSOLUTE]! <= rule.atMost);
    const value = pair.values[MEASURE_INDEX[rule.kind]]!;
    // Rows that the rule has nothing to say of, such as the ranks of one element.
    if (Number.isNaN(value)) return !(pair.values[RELATIVE]! <= DEFAULT_RELATIVE);
    return value < (rule.kind === 'top1' ? 1 : rule.atLeast);
  }
}

/** Two rows of zeros point the same way; a row of zeros and another do not. NaN where the squares leave the range. */
function cosineOf(dot: number, stableSquares: number, candidateSquares: number): number {
  if (stableSquares === 0 && candidateSquares === 0) return 1;
  if (stableSquares === 0 || candidateSquares === 0) return 0;
  const cosine = dot / (Math.sqrt(stableSquares) * Math.sqrt(candidateSquares));
  return Number.isNaN(cosine) ? NaN : Math.max(-1, Math.min(1, cosine));
}

function sameBytes(one: Uint8Array, other: Uint8Array, at: number, length: number): boolean {
  for (let i = at; i < at + length; i++) if (one[i] !== other[i]) return false;
  return true;
}
