/** What front ends count for rollouts, as rollouts read it: shared memory made here, and its words given their meaning. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { createTallies, readTallies, type ArmReading as ArmWords } from '../telemetry/arms.js';
import { createKeys } from '../telemetry/keys.js';
import { latencyQuantileUs } from '../telemetry/latency.js';
import { keepComparison } from '../compare/comparison.js';
import { defaultRule } from '../compare/rule.js';
import type { ArmCounts } from '../judge/evidence.js';
import type { MirrorPlan } from '../rollout/mirror.js';
import type { Book, CounterMaker, Counters } from '../rollout/port.js';
import type { Shared } from '../rollout/traffic.js';
import { createPairs, mirrorEvidence, readPairs, sumPairs } from '../serving/pairs.js';
import { createSlices, SliceBook, slicesOf } from '../serving/slices.js';
import type { Signature, TensorSpec } from '../tensor/signature.js';
import type { LabelDesk } from './teachers.js';

/** Front ends tell failed runs of at most this many instances apart. */
const INSTANCES_MAX = 64;

export interface CountingParts {
  readonly frontEnds: number;
  /** Of a version that serves; null when it does not. */
  readonly signature: (model: string, version: number) => Signature | null;
  readonly labels: LabelDesk;
}

export function createCounting({ frontEnds, signature, labels }: CountingParts): CounterMaker {
  return {
    open(model, rollout) {
      const keys = createKeys();
      if (rollout.keys !== null) new Uint8Array(keys).set(inflateRawSync(Buffer.from(rollout.keys, 'base64'), { maxOutputLength: keys.byteLength }));
      const { slices } = rollout.plan.mirror ?? { slices: null };
      const writer = labels.open(model, rollout, signature(model, rollout.stable));
      return {
        keys,
        // A copy, since front ends go on writing.
        saveKeys: () => deflateRawSync(new Uint8Array(keys).slice(), { level: 1 }).toString('base64'),
        slices: slices === null ? null : createSlices(slices.max, rollout.comparison?.slices?.values.slice(0, slices.max)),
        labels: writer?.shared ?? null,
        labelCounts: () => writer?.counts() ?? null,
      };
    },
    counters(book, model, stable, plan) {
      const outputs = signature(model, stable)?.outputs ?? null;
      const mirrored = plan.mirror === null || outputs === null ? null : mirroredOf(plan.mirror, outputs, book, frontEnds);
      return countersOf(createTallies(frontEnds, INSTANCES_MAX), book, mirrored, outputs ?? []);
    },
  };
}

function mirroredOf(plan: MirrorPlan, outputs: readonly TensorSpec[], book: Book, frontEnds: number): NonNullable<Shared['mirror']> {
  return {
    rules: outputs.map((spec) => plan.outputs[spec.name] ?? defaultRule(spec)),
    pairs: createPairs(frontEnds, outputs.length, slicesOf(book.slices)),
    ...(plan.slices === null || book.slices === null ? {} : { slices: { by: plan.slices.by, values: book.slices } }),
    ...(book.labels === null ? {} : { labels: book.labels }),
  };
}

const NO_PAIRS = { mirror: { pairs: 0, disagreements: 0 }, floor: { pairs: 0, disagreements: 0 }, outputs: { checked: 0, nonFinite: 0 } };

function countersOf(tallies: SharedArrayBuffer, book: Book, mirrored: Shared['mirror'], outputs: readonly TensorSpec[]): Counters {
  const latency = (): Float64Array => {
    const { stable } = readTallies(tallies);
    return stable.latency;
  };
  return {
    shared: { tallies, keys: book.keys, mirror: mirrored },
    read() {
      const { stable, control, canary, mirror } = readTallies(tallies);
      return {
        stable: countsOf(stable), control: countsOf(control), canary: countsOf(canary),
        ...(mirrored === null ? NO_PAIRS : mirrorEvidence(readPairs(mirrored.pairs))),
        mirrorFaults: mirror.faults,
        health: { requests: stable.successes + stable.failures + control.successes + control.failures, failed: stable.failures + control.failures },
        outcomes: { stable: [...stable.outcomes], control: [...control.outcomes], canary: [...canary.outcomes] },
        latencySigns: { canarySlower: canary.slower, baselineSlower: canary.faster },
      };
    },
    comparison() {
      if (mirrored === null) return null;
      const { skippedBusy, skippedMemory, skippedOutside, faults } = readTallies(tallies).mirror;
      const values = book.slices === null ? null : new SliceBook(book.slices).values();
      const skips = { busy: skippedBusy, memory: skippedMemory, outside: skippedOutside, faults };
      return keepComparison(outputs.map(({ name }) => name), sumPairs(mirrored.pairs), skips, values);
    },
    latencyUs: (q) => latencyQuantileUs(latency(), q),
    latencyCount: () => latency().reduce((sum, count) => sum + count, 0),
  };
}

function countsOf({ units, events, timed, warming, exceed }: ArmWords): ArmCounts {
  return { units, failures: events, timed, warmupTimed: warming, exceed };
}
