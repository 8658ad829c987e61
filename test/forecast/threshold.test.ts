import { describe, expect, it } from 'vitest';
import type { Decider, Ending } from '../../src/forecast/decider.js';
import { ArgoLike, FlaggerLike, type ArgoSettings, type FlaggerSettings } from '../../src/forecast/threshold.js';
import type { ArmPassed, Passed } from '../../src/forecast/world.js';

const arm = (requests = 0, failed = 0, slow = 0): ArmPassed => ({ requests, failed, slow, units: requests, events: failed, timed: requests - failed, exceed: [0, 0, 0, 0] });
const seen = (canary: ArmPassed, stable = arm(1000, 1)): Passed => ({ canary, stable, control: arm() });
const LIMITS = { failureRateMax: 0.02, slowShareMax: 0.01 };

/** Shows one picture per look until it ends. */
function run(decider: Decider, pictures: readonly Passed[]): (Ending & { readonly atMs: number; readonly looks: number }) | null {
  let nowMs = 0;
  for (const [looks, picture] of pictures.entries()) {
    nowMs = decider.nextMs(nowMs);
    const ending = decider.look(picture, nowMs);
    if (ending !== null) return { ...ending, atMs: nowMs, looks: looks + 1 };
  }
  return null;
}

const times = (count: number, picture: Passed): Passed[] => Array.from({ length: count }, () => picture);

describe('like Argo Rollouts', () => {
  const argo = (more: Partial<ArgoSettings> = {}): ArgoLike =>
    new ArgoLike({ steps: [500, 5000], pauseMs: 120_000, intervalMs: 60_000, failureLimit: 1, limits: LIMITS, fleetRatio: null, ...more });

  it('takes its steps by time and promotes when the analysis has not failed', () => {
    const decider = argo();
    expect(decider.weights).toEqual({ canary: 500, control: 0 });
    expect(run(decider, times(9, seen(arm(100, 1))))).toMatchObject({ kind: 'promoted', atMs: 240_000 });
    expect(decider.weights.canary).toBe(5000);
  });

  it('fails when failed measurements exceed the limit, and not at it', () => {
    const bad = seen(arm(100, 3));
    const good = seen(arm(100, 0));
    expect(run(argo(), [bad, good, good, good])).toMatchObject({ kind: 'promoted' });
    expect(run(argo(), [bad, good, bad])).toMatchObject({ kind: 'aborted', looks: 3, why: '2 failed measurements' });
    expect(run(argo({ failureLimit: 0 }), [seen(arm(100, 0, 2))])).toMatchObject({ kind: 'aborted', looks: 1 });
  });

  it('compares with the fleet where it is told to', () => {
    const worse = seen(arm(1000, 2), arm(10_000, 10));
    const alike = seen(arm(1000, 1), arm(10_000, 10));
    expect(run(argo({ fleetRatio: 1.5 }), [worse, worse])).toMatchObject({ kind: 'aborted' });
    expect(run(argo({ fleetRatio: 1.5 }), times(4, alike))).toMatchObject({ kind: 'promoted' });
    expect(run(argo(), times(4, worse))).toMatchObject({ kind: 'promoted' });
  });

  it('errs where there never was data, and ends after five in a row ten seconds apart', () => {
    expect(run(argo(), times(9, seen(arm())))).toMatchObject({ kind: 'aborted', atMs: 100_000 });
  });

  it('takes an empty interval after the first request for a failed measurement', () => {
    expect(run(argo(), [seen(arm(10)), seen(arm()), seen(arm())])).toMatchObject({ kind: 'aborted', why: '2 failed measurements' });
  });
});

describe('like Flagger', () => {
  const flagger = (more: Partial<FlaggerSettings> = {}): FlaggerLike => new FlaggerLike({ steps: [500, 2500, 5000], intervalMs: 60_000, threshold: 2, limits: LIMITS, ...more });

  it('moves on with every check that passes', () => {
    expect(run(flagger(), times(5, seen(arm(100, 1))))).toMatchObject({ kind: 'promoted', atMs: 180_000 });
  });

  it('rolls back when failed checks reach the threshold, in all and not in a row', () => {
    const bad = seen(arm(100, 5));
    expect(run(flagger(), [bad, seen(arm(100)), bad])).toMatchObject({ kind: 'aborted', looks: 3 });
    expect(run(flagger(), [bad, ...times(3, seen(arm(100)))])).toMatchObject({ kind: 'promoted', atMs: 240_000 });
  });

  it('takes silence for a failure', () => {
    expect(run(flagger(), times(5, seen(arm())))).toMatchObject({ kind: 'aborted', atMs: 120_000 });
  });
});
