/**
 * What the pairs of a mirror add up to: one buffer per segment of a rollout, written by front ends and read by control at
 * any time. Every front end has a row of its own with two sides, the candidate against the stable version and the stable
 * version against itself, which is the noise. A tally counts rows of tensors; rows of one request are not independent,
 * so requests are counted apart, and they are what evidence is made of.
 */
import { assert } from '../base/assert.js';
import { readSteady } from '../base/consistent.js';
import type { Counted } from '../compare/comparison.js';
import { SliceTally, sliceCells } from '../compare/slice.js';
import { CompareTally, tallyCells, type TallyReading } from '../compare/tally.js';

const LAYOUT_NUMBER = 2;
/** Words before a tally keep it on 32 bytes. */
const HEAD = { layout: 0, frontEnds: 1, outputs: 2, slices: 3, words: 4 } as const;
const SIDE = { requests: 0, disagreeing: 1, words: 4 } as const;

function sideWords(outputs: number): number {
  return SIDE.words + Math.ceil(tallyCells(outputs) / 8) * 8;
}

function slicesWords(outputs: number, slices: number): number {
  return Math.ceil((slices * sliceCells(outputs)) / 8) * 8;
}

interface Extent {
  readonly frontEnds: number;
  readonly outputs: number;
  readonly slices: number;
}

/** Both sides of every front end, then the slices of every front end. */
function sizeOf({ frontEnds, outputs, slices }: Extent): number {
  return 8 * (HEAD.words + frontEnds * (2 * sideWords(outputs) + slicesWords(outputs, slices)));
}

/** @param outputs of the stable version @param slices that traffic is divided into; 0 for none */
export function createPairs(frontEnds: number, outputs: number, slices = 0): SharedArrayBuffer {
  assert(frontEnds > 0 && outputs > 0, 'pairs need a front end and an output');
  const pairs = new SharedArrayBuffer(sizeOf({ frontEnds, outputs, slices }));
  new Float64Array(pairs, 0, HEAD.words).set([LAYOUT_NUMBER, frontEnds, outputs, slices]);
  return pairs;
}

function headOf(pairs: SharedArrayBuffer): Extent {
  const head = new Float64Array(pairs, 0, HEAD.words);
  assert(head[HEAD.layout] === LAYOUT_NUMBER, 'pairs of another layout');
  return { frontEnds: head[HEAD.frontEnds]!, outputs: head[HEAD.outputs]!, slices: head[HEAD.slices]! };
}

/** How many outputs these pairs were made for. */
export function outputsOf(pairs: SharedArrayBuffer): number {
  return headOf(pairs).outputs;
}

class PairSide {
  readonly words: Float64Array;
  readonly tally: CompareTally;

  constructor(pairs: SharedArrayBuffer, index: number, outputs: number) {
    const at = 8 * (HEAD.words + index * sideWords(outputs));
    this.words = new Float64Array(pairs, at, SIDE.words);
    this.tally = new CompareTally(new Float64Array(pairs, at + 8 * SIDE.words, tallyCells(outputs)), outputs);
  }

  /** Counts a request whose rows are in the tally. */
  add(disagrees: boolean): void {
    this.words[SIDE.requests]! += 1;
    if (disagrees) this.words[SIDE.disagreeing]! += 1;
  }
}

function slicesAt(pairs: SharedArrayBuffer, frontEnd: number): SliceTally[] {
  const { frontEnds, outputs, slices } = headOf(pairs);
  const at = HEAD.words + 2 * frontEnds * sideWords(outputs) + frontEnd * slicesWords(outputs, slices);
  const cells = sliceCells(outputs);
  return Array.from({ length: slices }, (_, slice) => new SliceTally(new Float64Array(pairs, 8 * (at + slice * cells), cells), outputs));
}

/** The row of one front end. */
export class PairLane {
  readonly candidate: PairSide;
  readonly floor: PairSide;
  /** By number of the slice; empty where traffic is not divided into any. */
  readonly slices: readonly SliceTally[];

  constructor(pairs: SharedArrayBuffer, frontEnd: number) {
    const { frontEnds, outputs } = headOf(pairs);
    assert(frontEnd >= 0 && frontEnd < frontEnds, `no front end ${frontEnd} in these pairs`);
    this.candidate = new PairSide(pairs, 2 * frontEnd, outputs);
    this.floor = new PairSide(pairs, 2 * frontEnd + 1, outputs);
    this.slices = slicesAt(pairs, frontEnd);
  }
}

export interface SideReading {
  readonly requests: number;
  /** Requests with a row in which any guarded output disagrees. */
  readonly disagreements: number;
  /** The same by rows, with every measure of every output. */
  readonly rows: TallyReading;
}

export interface PairsReading {
  readonly candidate: SideReading;
  readonly floor: SideReading;
}

/** Sums over all front ends, as of about now, that can be added to others. */
export function sumPairs(pairs: SharedArrayBuffer): Counted {
  const { frontEnds, outputs, slices } = headOf(pairs);
  const sums = Array.from({ length: slices }, () => new SliceTally(new Float64Array(sliceCells(outputs)), outputs));
  for (let frontEnd = 0; frontEnd < frontEnds; frontEnd++) {
    slicesAt(pairs, frontEnd).forEach(({ cells }, slice) => cells.forEach((cell, at) => (sums[slice]!.cells[at]! += cell)));
  }
  return { candidate: sumSide(pairs, 0), floor: sumSide(pairs, 1), slices: sums };
}

/** The same for reading. */
export function readPairs(pairs: SharedArrayBuffer): PairsReading {
  const side = ({ requests, disagreements, tally }: Counted['candidate']): SideReading => ({ requests, disagreements, rows: tally.read() });
  return { candidate: side(sumSide(pairs, 0)), floor: side(sumSide(pairs, 1)) };
}

function sumSide(pairs: SharedArrayBuffer, side: 0 | 1): Counted['candidate'] {
  const { frontEnds, outputs } = headOf(pairs);
  const sum = new CompareTally(new Float64Array(tallyCells(outputs)), outputs);
  let requests = 0;
  let disagreements = 0;
  for (let frontEnd = 0; frontEnd < frontEnds; frontEnd++) {
    const { words, tally } = new PairSide(pairs, 2 * frontEnd + side, outputs);
    // Written the other way round: no reader sees more disagreements than requests.
    const read = readSteady(() => words[SIDE.requests]!, () => ({ disagreements: words[SIDE.disagreeing]!, requests: words[SIDE.requests]! }));
    disagreements += read.disagreements;
    requests += read.requests;
    sum.merge(tally);
  }
  return { requests, disagreements, tally: sum };
}

/** What the judge asks of a mirror. Rows that are not finite on the stable version either are not held against the candidate. */
export function mirrorEvidence({ candidate, floor }: PairsReading): {
  readonly mirror: { readonly pairs: number; readonly disagreements: number };
  readonly floor: { readonly pairs: number; readonly disagreements: number };
  readonly outputs: { readonly checked: number; readonly nonFinite: number };
} {
  let checked = 0;
  let nonFinite = 0;
  for (const output of candidate.rows.outputs) {
    checked += output.pairs - output.mismatched;
    nonFinite += Math.max(0, output.candidateNonFiniteRows - output.stableNonFiniteRows);
  }
  return {
    mirror: { pairs: candidate.requests, disagreements: candidate.disagreements },
    floor: { pairs: floor.requests, disagreements: floor.disagreements },
    outputs: { checked, nonFinite },
  };
}
