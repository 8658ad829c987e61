/**
 * What the arms of a rollout have met: one buffer per segment of a rollout, written by front ends and read by control at
 * any time. Each front end alone adds to its own row of floats (see layout.ts for why floats), so adding takes no lock.
 * What must be counted once by all front ends together goes through shared words: a batch that failed reaches every
 * front end that had a request in it, and is one event.
 *
 * assigned = successes + failures + spared + what is still in flight. Nothing is counted for requests that a rule forced.
 */
import { assert } from '../base/assert.js';
import { readSteady } from '../base/consistent.js';
import { LATENCY_BUCKETS, latencyBucket } from './latency.js';

const LAYOUT_NUMBER = 2;
const HEAD = { layout: 0, frontEnds: 1, instancesMax: 2, words: 8 } as const;

export const ARM = { stable: 0, control: 1, canary: 2 } as const;
export type ArmName = keyof typeof ARM;
const ARMS = 3;

/** Thresholds that latencies are held against: p50, p90, p95, p99 of the stable version. */
export const THRESHOLDS = 4;

const WORD = {
  assigned: 0, units: 1, keyless: 2, successes: 3, failures: 4, spared: 5, events: 6, timed: 7, warming: 8,
  exceed: 9,
  slower: 9 + THRESHOLDS, faster: 10 + THRESHOLDS,
  latency: 11 + THRESHOLDS,
  outcomes: 11 + THRESHOLDS + LATENCY_BUCKETS,
} as const;
/** Answers are told apart by so many bins at most. */
const OUTCOMES = 64;
const ARM_WORDS = Math.ceil((WORD.outcomes + OUTCOMES) / 8) * 8;

/** Of the mirror. skipped*: the pair was not made, since too many were under way, memory was short, or it lay outside. */
const MIRROR = { compared: 0, noise: 1, faults: 2, skippedBusy: 3, skippedMemory: 4, skippedOutside: 5, words: 8 } as const;
export type MirrorCount = Exclude<keyof typeof MIRROR, 'words'>;
const MIRROR_COUNTS: readonly MirrorCount[] = ['compared', 'noise', 'faults', 'skippedBusy', 'skippedMemory', 'skippedOutside'];

const ROW_WORDS = ARMS * ARM_WORDS + MIRROR.words;

/** Last runs of an instance that failed, by run number; front ends learn of the same run this many runs apart at most. */
const RUNS = 16;
/**
 * What has one cause comes in bursts: refusals and time running out, and slow answers after a thread stood still for a
 * moment. One of a burst is evidence, the others are echoes of it: failures outside of any run are one event per this
 * time, and one request per this time is timed.
 */
const TICK_US = 50_000;

export function tickOf(nowUs: number): number {
  return Math.floor(nowUs / TICK_US) | 0;
}

function sharedAt(frontEnds: number): number {
  return 8 * (HEAD.words + frontEnds * ROW_WORDS);
}

/** Shared words per arm: the last tick with a failure, then the runs of every instance. */
function sharedWords(instancesMax: number): number {
  return 1 + instancesMax * RUNS;
}

/** @param instancesMax of any version of the rollout; more are counted together */
export function createTallies(frontEnds: number, instancesMax: number): SharedArrayBuffer {
  assert(frontEnds > 0 && instancesMax > 0, 'tallies need a front end and an instance');
  const tallies = new SharedArrayBuffer(sharedAt(frontEnds) + 4 * ARMS * sharedWords(instancesMax));
  const head = new Float64Array(tallies, 0, HEAD.words);
  head[HEAD.layout] = LAYOUT_NUMBER;
  head[HEAD.frontEnds] = frontEnds;
  head[HEAD.instancesMax] = instancesMax;
  return tallies;
}

function headOf(tallies: SharedArrayBuffer): { readonly frontEnds: number; readonly instancesMax: number } {
  const head = new Float64Array(tallies, 0, HEAD.words);
  assert(head[HEAD.layout] === LAYOUT_NUMBER, 'tallies of another layout');
  return { frontEnds: head[HEAD.frontEnds]!, instancesMax: head[HEAD.instancesMax]! };
}

function rowOf(tallies: SharedArrayBuffer, frontEnd: number): Float64Array {
  return new Float64Array(tallies, 8 * (HEAD.words + frontEnd * ROW_WORDS), ROW_WORDS);
}

/** One arm as one front end writes it. */
export class ArmLane {
  private readonly words: Float64Array;
  private readonly shared: Int32Array;
  private readonly instancesMax: number;

  constructor(tallies: SharedArrayBuffer, frontEnd: number, arm: ArmName) {
    const { frontEnds, instancesMax } = headOf(tallies);
    assert(frontEnd >= 0 && frontEnd < frontEnds, `no front end ${frontEnd} in these tallies`);
    this.words = rowOf(tallies, frontEnd).subarray(ARM[arm] * ARM_WORDS, (ARM[arm] + 1) * ARM_WORDS);
    this.shared = new Int32Array(tallies, sharedAt(frontEnds) + 4 * ARM[arm] * sharedWords(instancesMax), sharedWords(instancesMax));
    this.instancesMax = instancesMax;
  }

  /** @param isUnit whether this is a new unit of evidence: the first request of its key, or any where keys do not matter */
  assigned(isUnit: boolean, isKeyless: boolean): void {
    this.add(WORD.assigned);
    if (isUnit) this.add(WORD.units);
    if (isKeyless) this.add(WORD.keyless);
  }

  /** @param thresholdsUs null for a request that is not timed, or while none are known; it then only goes into the histogram */
  succeeded(us: number, isWarming: boolean, thresholdsUs: readonly number[] | null): void {
    const { words } = this;
    this.add(WORD.successes);
    if (isWarming) return this.add(WORD.warming);
    this.add(WORD.latency + latencyBucket(us));
    if (thresholdsUs === null) return;
    words[WORD.timed]! += 1;
    for (let k = 0; k < THRESHOLDS; k++) if (us > thresholdsUs[k]!) this.add(WORD.exceed + k);
  }

  /** Of two neighbouring requests, one of each arm, this arm's took longer or less long. */
  sign(isSlower: boolean): void {
    this.add(isSlower ? WORD.slower : WORD.faster);
  }

  /** Which answer it was, of those that are told apart. */
  outcome(bin: number): void {
    assert(bin < OUTCOMES, 'an outcome has a bin');
    this.add(WORD.outcomes + bin);
  }

  failed(isEvent: boolean): void {
    this.add(WORD.failures);
    if (isEvent) this.add(WORD.events);
  }

  /** Ended in a way that says nothing about the version: the client's own fault, or it went away. */
  spared(): void {
    this.add(WORD.spared);
  }

  /**
   * Whether nobody has told of this failed run before.
   * @param run its number, unique among the last runs of its instance; 0 for failures outside of any run
   */
  isNewEvent(run: number, instance: number, nowUs: number): boolean {
    if (run === 0) {
      const tick = tickOf(nowUs);
      return Atomics.exchange(this.shared, 0, tick) !== tick;
    }
    const at = 1 + (instance % this.instancesMax) * RUNS + (run & (RUNS - 1));
    return Atomics.exchange(this.shared, at, run) !== run;
  }

  private add(word: number): void {
    this.words[word]! += 1;
  }
}

export class MirrorLane {
  private readonly words: Float64Array;

  constructor(tallies: SharedArrayBuffer, frontEnd: number) {
    this.words = rowOf(tallies, frontEnd).subarray(ARMS * ARM_WORDS);
  }

  add(count: MirrorCount): void {
    this.words[MIRROR[count]]! += 1;
  }
}

export interface ArmReading {
  readonly assigned: number;
  readonly units: number;
  readonly keyless: number;
  readonly successes: number;
  readonly failures: number;
  readonly spared: number;
  readonly events: number;
  /** Successes past the warm-up that were held against thresholds (one per tick), and how many of them were slower than each. */
  readonly timed: number;
  readonly exceed: readonly [number, number, number, number];
  /** Pairs of neighbouring requests in which this arm's took longer, and less long. */
  readonly slower: number;
  readonly faster: number;
  /** Answers by bin. */
  readonly outcomes: Float64Array;
  /** Successes of the warm-up. */
  readonly warming: number;
  /** Latencies past the warm-up, in the buckets of latency.ts. */
  readonly latency: Float64Array;
}

export type MirrorReading = Readonly<Record<MirrorCount, number>>;

export type TalliesReading = Readonly<Record<ArmName, ArmReading>> & { readonly mirror: MirrorReading };

/** Sums over all front ends, as of about now. */
export function readTallies(tallies: SharedArrayBuffer): TalliesReading {
  const { frontEnds } = headOf(tallies);
  const sum = new Float64Array(ROW_WORDS);
  for (let frontEnd = 0; frontEnd < frontEnds; frontEnd++) {
    const row = rowOf(tallies, frontEnd);
    // Arms are compared with each other, so that all of a row must be of one moment.
    const copy = readSteady(() => stampOf(row), () => row.slice());
    for (let i = 0; i < ROW_WORDS; i++) sum[i]! += copy[i]!;
  }
  const mirror = Object.fromEntries(MIRROR_COUNTS.map((count) => [count, sum[ARMS * ARM_WORDS + MIRROR[count]]!]));
  return { stable: armOf(sum, ARM.stable), control: armOf(sum, ARM.control), canary: armOf(sum, ARM.canary), mirror: mirror as Record<MirrorCount, number> };
}

/** Moves with every request that is assigned or settled. */
function stampOf(row: Float64Array): number {
  let stamp = 0;
  for (let arm = 0; arm < ARMS; arm++) {
    const at = arm * ARM_WORDS;
    stamp += row[at + WORD.assigned]! + row[at + WORD.successes]! + row[at + WORD.failures]! + row[at + WORD.spared]!;
  }
  return stamp;
}

function armOf(sum: Float64Array, arm: number): ArmReading {
  const words = sum.subarray(arm * ARM_WORDS, (arm + 1) * ARM_WORDS);
  const { assigned, units, keyless, successes, failures, spared, events, timed, warming, exceed, latency, outcomes } = WORD;
  return {
    assigned: words[assigned]!, units: words[units]!, keyless: words[keyless]!,
    successes: words[successes]!, failures: words[failures]!, spared: words[spared]!, events: words[events]!,
    timed: words[timed]!, warming: words[warming]!,
    exceed: [words[exceed]!, words[exceed + 1]!, words[exceed + 2]!, words[exceed + 3]!],
    slower: words[WORD.slower]!, faster: words[WORD.faster]!,
    latency: words.slice(latency, latency + LATENCY_BUCKETS),
    outcomes: words.slice(outcomes, outcomes + OUTCOMES),
  };
}
