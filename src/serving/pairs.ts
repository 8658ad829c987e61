/**
 * What the pairs of a mirror add up to: one buffer per segment of a rollout, written by front ends and read by control at
 * any time. Every front end has a row of its own with two sides, the candidate against the stable version and the stable
 * version against itself, which is the noise. A tally counts rows of tensors; rows of one request are not independent,
 * so requests are counted apart, and they are what evidence is made of.
 */
import { assert } from '../base/assert.js';
import { CompareTally, tallyCells, type TallyReading } from '../compare/tally.js';

const LAYOUT_NUMBER = 1;
/** Words before a tally keep it on 32 bytes. */
const HEAD = { layout: 0, frontEnds: 1, outputs: 2, words: 4 } as const;
const SIDE = { requests: 0, disagreeing: 1, words: 4 } as const;

function sideWords(outputs: number): number {
  return SIDE.words + Math.ceil(tallyCells(outputs) / 8) * 8;
}

/** @param outputs of the stable version */
export function createPairs(frontEnds: number, outputs: number): SharedArrayBuffer {
  assert(frontEnds > 0 && outputs > 0, 'pairs need a front end and an output');
  const pairs = new SharedArrayBuffer(8 * (HEAD.words + 2 * frontEnds * sideWords(outputs)));
  const head = new Float64Array(pairs, 0, HEAD.words);
  head[HEAD.layout] = LAYOUT_NUMBER;
  head[HEAD.frontEnds] = frontEnds;
  head[HEAD.outputs] = outputs;
  return pairs;
}

function headOf(pairs: SharedArrayBuffer): { readonly frontEnds: number; readonly outputs: number } {
  const head = new Float64Array(pairs, 0, HEAD.words);
  assert(head[HEAD.layout] === LAYOUT_NUMBER, 'pairs of another layout');
  return { frontEnds: head[HEAD.frontEnds]!, outputs: head[HEAD.outputs]! };
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

/** The row of one front end. */
export class PairLane {
  readonly candidate: PairSide;
  readonly floor: PairSide;

  constructor(pairs: SharedArrayBuffer, frontEnd: number) {
    const { frontEnds, outputs } = headOf(pairs);
    assert(frontEnd >= 0 && frontEnd < frontEnds, `no front end ${frontEnd} in these pairs`);
    this.candidate = new PairSide(pairs, 2 * frontEnd, outputs);
    this.floor = new PairSide(pairs, 2 * frontEnd + 1, outputs);
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

/** Sums over all front ends, as of about now. */
export function readPairs(pairs: SharedArrayBuffer): PairsReading {
  return { candidate: sideOf(pairs, 0), floor: sideOf(pairs, 1) };
}

function sideOf(pairs: SharedArrayBuffer, side: 0 | 1): SideReading {
  const { frontEnds, outputs } = headOf(pairs);
  const sum = new CompareTally(new Float64Array(tallyCells(outputs)), outputs);
  let requests = 0;
  let disagreements = 0;
  for (let frontEnd = 0; frontEnd < frontEnds; frontEnd++) {
    const { words, tally } = new PairSide(pairs, 2 * frontEnd + side, outputs);
    requests += words[SIDE.requests]!;
    disagreements += words[SIDE.disagreeing]!;
    sum.merge(tally);
  }
  return { requests, disagreements, rows: sum.read() };
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
