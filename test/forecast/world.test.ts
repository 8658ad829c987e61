import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/base/random.js';
import { exceedChances, failRate, loadAt, QUIET, slowZ, aboveChance, type Traffic } from '../../src/forecast/traffic.js';
import { BASELINE, CANARY } from '../../src/forecast/sums.js';
import { worldOf, type ArmPassed, type Weights } from '../../src/forecast/world.js';

const WEIGHTS: Weights = { canary: 500, control: 500 };

function pass(traffic: Partial<Traffic>, ms = 1_000_000, weights = WEIGHTS): Record<'stable' | 'control' | 'canary', ArmPassed> {
  return worldOf({ ...QUIET, ...traffic }, createRandom(11), 'r').pass(0, ms, weights);
}

const near = (value: number, mean: number): void => expect(Math.abs(value - mean)).toBeLessThan(4.5 * Math.sqrt(mean));

describe('requests that come one by one', () => {
  it('fall to the arms by weight and fail at their rate', () => {
    const { stable, control, canary } = pass({ ratePerS: 100, errors: 0.02, errorRatio: 3 });
    near(canary.requests, 5000);
    near(control.requests, 5000);
    near(stable.requests, 90_000);
    near(canary.failed, 300);
    near(control.failed, 100);
    expect(canary.units).toBe(canary.requests);
    expect(canary.events).toBe(canary.failed);
  });

  it('are timed once in a tick at most, and slow where they should be', () => {
    const { control, canary } = pass({ ratePerS: 4000, errors: 0, slowShare: 1, slowFactor: 1.5 }, 100_000);
    // 200 a second in ticks of a twentieth: nearly every tick has one.
    near(canary.timed, 2000 * (1 - Math.exp(-10)));
    near(control.exceed[0], control.timed / 2);
    near(canary.exceed[0], canary.timed * exceedChances({ spread: 0.5, slowShare: 1, slowFactor: 1.5 }, CANARY)[0]!);
    near(control.slow, control.requests * aboveChance(QUIET, BASELINE, slowZ(QUIET)));
    const [p50, p90, p95, p99] = control.exceed;
    expect([p50, p90, p95, p99]).toEqual([p50, p90, p95, p99].toSorted((a, b) => b - a));
  });

  it('fail by the batch where batches fail', () => {
    const { canary } = pass({ ratePerS: 1000, errors: 0.02, failedRows: 8 });
    expect(canary.failed).toBe(8 * canary.events);
    near(canary.events, 125);
  });

  it('fall otherwise than planned where the split is at fault', () => {
    const { control, canary } = pass({ ratePerS: 100, shareFactor: 0.7 });
    near(canary.requests, 3500);
    near(control.requests, 5000);
  });
});

describe('users', () => {
  const USERS = { count: 2000, exponent: 1.2 };

  it('are one unit, one failure and one latency each, over the whole rollout', () => {
    const world = worldOf({ ...QUIET, ratePerS: 200, errors: 0.05, users: USERS }, createRandom(2), 'r');
    const sums = { units: 0, events: 0, timed: 0, requests: 0 };
    for (let at = 0; at < 40; at++) {
      const { canary } = world.pass(at * 10_000, (at + 1) * 10_000, WEIGHTS);
      for (const field of ['units', 'events', 'timed', 'requests'] as const) sums[field] += canary[field];
    }
    expect(sums.units).toBeGreaterThan(60);
    expect(sums.units).toBeLessThan(140);
    expect(sums.events).toBeLessThanOrEqual(sums.units);
    expect(sums.timed).toBeLessThanOrEqual(sums.units);
    expect(sums.requests).toBeGreaterThan(sums.units);
  });

  it('that come to the canary with a later step count there although the serving version met them', () => {
    const world = worldOf({ ...QUIET, ratePerS: 500, users: USERS }, createRandom(2), 'r');
    world.pass(0, 60_000, { canary: 100, control: 100 });
    const { canary, control } = world.pass(60_000, 120_000, { canary: 2500, control: 2500 });
    expect(canary.units).toBeGreaterThan(200);
    expect(Math.abs(canary.units - control.units)).toBeLessThan(4 * Math.sqrt(canary.units + control.units));
  });

  it('count per request only where that is asked for', () => {
    const { canary } = pass({ ratePerS: 100, users: { ...USERS, countsRequests: true } });
    expect(canary.units).toBe(canary.requests);
  });
});

describe('what is true of a moment', () => {
  it('is an incident for everybody while it lasts', () => {
    const traffic: Traffic = { ...QUIET, errorRatio: 2, incident: { afterMs: 10, forMs: 10, errors: 0.2 } };
    expect([5, 15, 25].map((atMs) => failRate(traffic, CANARY, atMs))).toEqual([0.004, 0.2, 0.004]);
    expect(failRate(traffic, BASELINE, 15)).toBe(0.2);
  });

  it('is a load with the ratio of a day', () => {
    const loads = Array.from({ length: 97 }, (_, quarter) => loadAt({ ...QUIET, dayRatio: 10 }, quarter * 900_000, 0.3));
    expect(Math.max(...loads) / Math.min(...loads)).toBeGreaterThan(9.5);
    expect(Math.max(...loads) / Math.min(...loads)).toBeLessThan(10.01);
    expect(loadAt(QUIET, 5, 0.1)).toBe(1);
  });
});
