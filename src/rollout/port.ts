/**
 * What rollouts need from their surroundings: the way to the front ends, a second copy of the serving version, the
 * counters that front ends write, time, and somebody to tell. All of it comes in, so that tests bring their own.
 */
import type { KeptComparison } from '../compare/comparison.js';
import type { Clock } from '../base/clock.js';
import type { StateStore } from '../state/store.js';
import type { Ledger } from '../lifecycle/ledger.js';
import type { Split } from '../routing/split.js';
import type { Change } from './desk.js';
import type { LabelCounts, Rollout } from './document.js';
import type { SegmentReading } from './evidence.js';
import type { Plan } from './plan.js';
import type { Shared } from './traffic.js';

export interface Direction {
  /** Answers requests that name no version. */
  readonly stable: number;
  readonly split: Split | null;
  /** Whether the control twin takes its share. */
  readonly twin: boolean;
  /** Versions that answer only requests that name them, even while nothing else serves. */
  readonly held: readonly number[];
}

export interface Road {
  /** Resolves when every front end has it. Rejected, it is asked again later. */
  direct(model: string, direction: Direction): Promise<void>;
}

/** Second copies of serving versions, at most one per model. */
export interface Twins {
  /** Resolves when it is loaded and warm, or says why there is none. Never rejects. */
  open(model: string, version: number): Promise<{ readonly why: string } | null>;
  /** Called after no table names it any more, or to call off one that is opening; resolves when its memory is free. Fine when there is none. */
  close(model: string): Promise<void>;
  /** Whether it can take requests now. */
  serves(model: string): boolean;
}

/** What front ends count under one split. */
export interface Counters {
  readonly shared: Shared;
  read(): SegmentReading;
  /** What the mirror's pairs add up to; null where none are made. */
  comparison(): KeptComparison | null;
  /** Quantile of the stable version's latencies in microseconds, over `count` requests. */
  latencyUs(q: number): number;
  latencyCount(): number;
}

/** What outlives the segments of a rollout: keys that it has met, values of its slices, labels on their way to disk. */
export interface Book {
  readonly keys: SharedArrayBuffer;
  readonly slices: SharedArrayBuffer | null;
  readonly labels: SharedArrayBuffer | null;
  /** The keys as text for the document. */
  saveKeys(): string;
  /** Null where none are written. */
  labelCounts(): LabelCounts | null;
}

export interface CounterMaker {
  /** Goes on where the document says that earlier processes were. */
  open(model: string, rollout: Rollout): Book;
  /** @param stable the version that is compared with */
  counters(book: Book, model: string, stable: number, plan: Plan): Counters;
}

export interface RolloutPorts {
  readonly store: StateStore;
  readonly ledger: Ledger;
  readonly road: Road;
  readonly twins: Twins;
  readonly counting: CounterMaker;
  readonly clock: Clock;
  /** A timer, and a function that calls it off. */
  readonly after: (delayMs: number, then: () => void) => () => void;
  /** Part of a rollout's id; never twice the same. */
  readonly newId: () => string;
  /** Deaths of instances of a version since the process began. */
  readonly crashes: (model: string, version: number) => number;
  /** What a version holds on all devices; 0 while it is not loaded. */
  readonly memoryBytes: (model: string, version: number) => number;
  /** What is wanted of the model has changed: look at its versions again. */
  readonly resteer: (model: string) => void;
  /** A change that the store has; must not throw. */
  readonly told: (change: Change) => void;
  /** Keeps what the judge was shown, to judge it again later; must not throw. */
  readonly record: (line: RecordLine) => void;
  readonly fault: (model: string, fault: unknown) => void;
}

export interface RecordLine {
  readonly model: string;
  readonly rollout: string;
  readonly atMs: number;
  readonly phase: string;
  readonly evidence: unknown;
}
