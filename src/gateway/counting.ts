/** What front ends count for rollouts, as rollouts read it: shared memory made here, and its words given their meaning. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { createTallies, readTallies, type ArmReading as ArmWords } from '../telemetry/arms.js';
import { createKeys } from '../telemetry/keys.js';
import { latencyQuantileUs } from '../telemetry/latency.js';
import { defaultRule } from '../compare/rule.js';
import type { ArmCounts } from '../judge/evidence.js';
import type { CounterMaker, Counters } from '../rollout/port.js';
import type { Shared } from '../rollout/traffic.js';
import { createPairs, mirrorEvidence, readPairs } from '../serving/pairs.js';
import type { TensorSpec } from '../tensor/signature.js';

/** Front ends tell failed runs of at most this many instances apart. */
const INSTANCES_MAX = 64;

/** @param outputs of a serving version; null when it does not serve */
export function createCounting(frontEnds: number, outputs: (model: string, version: number) => readonly TensorSpec[] | null): CounterMaker {
  return {
    keys(saved) {
      const shared = createKeys();
      if (saved !== null) new Uint8Array(shared).set(inflateRawSync(Buffer.from(saved, 'base64'), { maxOutputLength: shared.byteLength }));
      // A copy, since front ends go on writing.
      return { shared, save: () => deflateRawSync(new Uint8Array(shared).slice(), { level: 1 }).toString('base64') };
    },
    counters(keys, model, stable, plan) {
      const specs = plan.mirror === null ? null : outputs(model, stable);
      const { mirror } = plan;
      const pairs = specs === null || mirror === null ? null : { rules: specs.map((spec) => mirror.outputs[spec.name] ?? defaultRule(spec)), pairs: createPairs(frontEnds, specs.length) };
      return countersOf(createTallies(frontEnds, INSTANCES_MAX), keys.shared, pairs);
    },
  };
}

const NO_PAIRS = { mirror: { pairs: 0, disagreements: 0 }, floor: { pairs: 0, disagreements: 0 }, outputs: { checked: 0, nonFinite: 0 } };

function countersOf(tallies: SharedArrayBuffer, keys: SharedArrayBuffer, mirrored: Shared['mirror']): Counters {
  const latency = (): Float64Array => {
    const { stable } = readTallies(tallies);
    return stable.latency;
  };
  return {
    shared: { tallies, keys, mirror: mirrored },
    read() {
      const { stable, control, canary, mirror } = readTallies(tallies);
      return {
        stable: countsOf(stable), control: countsOf(control), canary: countsOf(canary),
        ...(mirrored === null ? NO_PAIRS : mirrorEvidence(readPairs(mirrored.pairs))),
        mirrorFaults: mirror.faults,
        health: { requests: stable.successes + stable.failures + control.successes + control.failures, failed: stable.failures + control.failures },
      };
    },
    latencyUs: (q) => latencyQuantileUs(latency(), q),
    latencyCount: () => latency().reduce((sum, count) => sum + count, 0),
  };
}

function countsOf({ units, events, timed, warming, exceed }: ArmWords): ArmCounts {
  return { units, failures: events, timed, warmupTimed: warming, exceed };
}
