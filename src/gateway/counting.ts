/** What front ends count for rollouts, as rollouts read it: shared memory made here, and its words given their meaning. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { createTallies, readTallies, type ArmReading as ArmWords } from '../telemetry/arms.js';
import { createKeys } from '../telemetry/keys.js';
import { latencyQuantileUs } from '../telemetry/latency.js';
import type { ArmCounts } from '../judge/evidence.js';
import type { CounterMaker, Counters } from '../rollout/port.js';

/** Front ends tell failed runs of at most this many instances apart. */
const INSTANCES_MAX = 64;

export function createCounting(frontEnds: number): CounterMaker {
  return {
    keys(saved) {
      const shared = createKeys();
      if (saved !== null) new Uint8Array(shared).set(inflateRawSync(Buffer.from(saved, 'base64'), { maxOutputLength: shared.byteLength }));
      // A copy, since front ends go on writing.
      return { shared, save: () => deflateRawSync(new Uint8Array(shared).slice(), { level: 1 }).toString('base64') };
    },
    counters(keys) {
      return countersOf(createTallies(frontEnds, INSTANCES_MAX), keys.shared);
    },
  };
}

function countersOf(tallies: SharedArrayBuffer, keys: SharedArrayBuffer): Counters {
  const latency = (): Float64Array => {
    const { stable } = readTallies(tallies);
    return stable.latency;
  };
  return {
    shared: { tallies, keys },
    read() {
      const { stable, control, canary, mirror } = readTallies(tallies);
      return {
        stable: countsOf(stable), control: countsOf(control), canary: countsOf(canary),
        mirror: { pairs: mirror.compared, disagreements: 0 },
        floor: { pairs: mirror.noise, disagreements: 0 },
        outputs: { checked: 0, nonFinite: 0 },
        mirrorFaults: mirror.faults,
      };
    },
    latencyUs: (q) => latencyQuantileUs(latency(), q),
    latencyCount: () => latency().reduce((sum, count) => sum + count, 0),
  };
}

function countsOf({ units, events, timed, warming, exceed }: ArmWords): ArmCounts {
  return { units, failures: events, timed, warmupTimed: warming, exceed };
}
