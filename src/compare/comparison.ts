/**
 * What a rollout's pairs came to, as plain data in two forms: kept, as sums that a document holds and later ones are
 * added to, and shown, by name and with means. Both are bounded: of many outputs only the first are in either.
 */
import { SliceTally, sliceCells, type SliceOutput } from './slice.js';
import { CompareTally, DIFFERENCE_EDGES, MEASURE_NAMES, TALLY_LAYOUT, tallyCells, type Measure, type MeasureReading, type OutputReading } from './tally.js';

export const COMPARED_OUTPUTS_MAX = 8;

export interface KeptSide {
  readonly requests: number;
  readonly disagreements: number;
  /** Of a tally of the outputs that are named. */
  readonly cells: readonly number[];
}

/** Requests that were chosen and not compared, with what the candidate could not answer. */
export interface Skips {
  readonly busy: number;
  readonly memory: number;
  readonly outside: number;
  readonly faults: number;
}

export interface KeptComparison {
  readonly layout: number;
  /** Outputs of the stable version, in its order. */
  readonly outputs: readonly string[];
  readonly candidate: KeptSide;
  readonly floor: KeptSide;
  readonly skips: Skips;
  /** Values in the order in which they came. `cells` are of a slice tally each: the rest, those without a value, then by value. */
  readonly slices: { readonly values: readonly string[]; readonly cells: readonly (readonly number[])[] } | null;
}

/** Sums of a stretch, as they are counted. */
export interface Counted {
  readonly candidate: { readonly requests: number; readonly disagreements: number; readonly tally: CompareTally };
  readonly floor: Counted['candidate'];
  readonly slices: readonly SliceTally[];
}

/** @param values of the slices; null where traffic is not divided into any */
export function keepComparison(outputs: readonly string[], counted: Counted, skips: Skips, values: readonly string[] | null): KeptComparison {
  const names = outputs.slice(0, COMPARED_OUTPUTS_MAX);
  const side = ({ requests, disagreements, tally }: Counted['candidate']): KeptSide => ({ requests, disagreements, cells: plain(tally.copy().subarray(0, tallyCells(names.length))) });
  const cells = counted.slices.map((slice) => plain(slice.cells.subarray(0, sliceCells(names.length))));
  return { layout: TALLY_LAYOUT, outputs: names, candidate: side(counted.candidate), floor: side(counted.floor), skips, slices: values === null ? null : { values, cells } };
}

/** JSON has no word for an infinity. */
function plain(cells: Float64Array): number[] {
  return Array.from(cells, (cell) => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, cell)));
}

/** Sums of what different stretches counted. What another program, or another stable version, has kept cannot be added and is left out. */
export function addComparisons(kept: KeptComparison | null, more: KeptComparison): KeptComparison {
  if (kept === null || kept.layout !== more.layout || kept.outputs.join('\n') !== more.outputs.join('\n')) return more;
  const outputs = more.outputs.length;
  return {
    layout: more.layout, outputs: more.outputs,
    candidate: addSides(kept.candidate, more.candidate, outputs),
    floor: addSides(kept.floor, more.floor, outputs),
    skips: {
      busy: kept.skips.busy + more.skips.busy, memory: kept.skips.memory + more.skips.memory,
      outside: kept.skips.outside + more.skips.outside, faults: kept.skips.faults + more.skips.faults,
    },
    slices: more.slices === null ? null : { values: more.slices.values, cells: addCells(kept.slices?.cells ?? [], more.slices.cells) },
  };
}

function addSides(a: KeptSide, b: KeptSide, outputs: number): KeptSide {
  const tally = tallyOf(a.cells, outputs);
  tally.merge(tallyOf(b.cells, outputs));
  return { requests: a.requests + b.requests, disagreements: a.disagreements + b.disagreements, cells: plain(tally.copy()) };
}

function tallyOf(cells: readonly number[], outputs: number): CompareTally {
  return new CompareTally(Float64Array.from(cells), outputs);
}

function addCells(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, at) => {
    const [one = [], other = []] = [a[at], b[at]];
    return Array.from({ length: Math.max(one.length, other.length) }, (__, cell) => (one[cell] ?? 0) + (other[cell] ?? 0));
  });
}

// --- for people ---------------------------------------------------------------------------------------

export interface OutputComparison {
  /** Pairs of rows. */
  readonly pairs: number;
  readonly disagreements: number;
  /** Share of the pairs that agree; null before the first. */
  readonly agreement: number | null;
  readonly identical: number;
  /** Rows of another shape. */
  readonly mismatched: number;
  /** Rows with a NaN or an infinity. */
  readonly nonFiniteRows: { readonly stable: number; readonly candidate: number };
  /** Only those that any pair had. */
  readonly measures: Readonly<Partial<Record<Measure, MeasureReading>>>;
  /** Pairs by their largest difference: none at all, below each edge, above the last. */
  readonly histogram: { readonly absolute: readonly number[]; readonly relative: readonly number[] };
}

export interface SideComparison {
  /** Requests that were run twice, and those of them with any disagreeing row. */
  readonly pairs: number;
  readonly disagreements: number;
  readonly agreement: number | null;
  readonly outputs: Readonly<Record<string, OutputComparison>>;
}

export interface SliceComparison {
  /** value: requests with this value; none: without one; other: values beyond those that are counted apart. */
  readonly kind: 'value' | 'none' | 'other';
  readonly value: string | null;
  readonly pairs: number;
  readonly disagreements: number;
  readonly agreement: number | null;
  readonly outputs: Readonly<Record<string, SliceOutput>>;
}

export interface ComparisonView {
  readonly candidate: SideComparison;
  /** The stable version against itself: what differs without any change. */
  readonly floor: SideComparison;
  readonly skipped: Skips;
  /** Upper ends of the histograms' bins, after the first one. */
  readonly edges: readonly number[];
  /** Empty where traffic is not divided into any. */
  readonly slices: readonly SliceComparison[];
}

/** Null before anything was compared. */
export function comparisonView(kept: KeptComparison | null): ComparisonView | null {
  if (kept === null || kept.layout !== TALLY_LAYOUT || kept.candidate.requests + kept.floor.requests === 0) return null;
  return {
    candidate: sideView(kept.candidate, kept.outputs), floor: sideView(kept.floor, kept.outputs),
    skipped: kept.skips, edges: DIFFERENCE_EDGES, slices: slicesView(kept),
  };
}

function agreementOf(pairs: number, disagreements: number): number | null {
  return pairs === 0 ? null : 1 - disagreements / pairs;
}

function sideView({ requests, disagreements, cells }: KeptSide, names: readonly string[]): SideComparison {
  const { outputs } = tallyOf(cells, names.length).read();
  return {
    pairs: requests, disagreements, agreement: agreementOf(requests, disagreements),
    outputs: Object.fromEntries(names.map((name, at) => [name, outputView(outputs[at]!)])),
  };
}

function outputView({ pairs, disagreements, identical, mismatched, stableNonFiniteRows, candidateNonFiniteRows, measures, absolute, relative }: OutputReading): OutputComparison {
  return {
    pairs, disagreements, agreement: agreementOf(pairs, disagreements), identical, mismatched,
    nonFiniteRows: { stable: stableNonFiniteRows, candidate: candidateNonFiniteRows },
    measures: Object.fromEntries(MEASURE_NAMES.flatMap((name) => (measures[name] === null ? [] : [[name, measures[name]]]))),
    histogram: { absolute, relative },
  };
}

function slicesView({ slices, outputs }: KeptComparison): SliceComparison[] {
  if (slices === null) return [];
  const named = slices.cells.map((cells, at): SliceComparison => {
    const reading = new SliceTally(Float64Array.from(cells), outputs.length).read();
    const { requests, disagreements } = reading;
    return {
      kind: at === 0 ? 'other' : at === 1 ? 'none' : 'value', value: slices.values[at - 2] ?? null,
      pairs: requests, disagreements, agreement: agreementOf(requests, disagreements),
      outputs: Object.fromEntries(outputs.map((name, k) => [name, reading.outputs[k]!])),
    };
  });
  const [other, none, ...values] = named;
  return [...values, none, other].filter((slice) => slice !== undefined && slice.pairs > 0) as SliceComparison[];
}
