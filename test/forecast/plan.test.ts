import { describe, expect, it } from 'vitest';
import { effectsOf, forecast, stepsOf } from '../../src/forecast/plan.js';
import { planOf } from '../support/plan.js';

const service = { ratePerS: 40, errors: 0.01, spread: 0.5, noise: 0.002 };

describe('steps', () => {
  it('take as long as their samples or their bake, one after the other', () => {
    const steps = stepsOf(planOf({ mirror: { percent: 10, minPairs: 360, noisePercent: 10 }, steps: [{ weight: 1, minSamples: 200 }, { weight: 50, minSamples: 200, bake: '5m' }] }), service);
    expect(steps.map(({ name, takesMs, endMs }) => [name, Math.round(takesMs!), Math.round(endMs!)])).toEqual([
      ['mirror', 100_000, 100_000], ['step 1', 500_000, 600_000], ['step 2', 300_000, 900_000],
    ]);
    expect(steps[1]).toMatchObject({ percent: 1, perS: 0.4 });
  });

  it('never end without requests', () => {
    const steps = stepsOf(planOf({ steps: [{ weight: 1, minSamples: 0, bake: '1m' }, { weight: 5 }, { weight: 9, minSamples: 0 }] }), { ratePerS: 0 });
    expect(steps.map(({ takesMs, endMs }) => [takesMs, endMs])).toEqual([[60_000, 60_000], [null, null], [0, null]]);
  });
});

describe('effects', () => {
  it('are those that the plan judges', () => {
    const kinds = (source: unknown, errors = 0.01): string[] => [...new Set(effectsOf(planOf(source), { ...service, errors }).map(({ kind }) => kind))];
    expect(kinds({})).toEqual(['errors', 'latency']);
    expect(kinds({ twin: false })).toEqual(['errors']);
    expect(kinds({ mirror: { percent: 10 } })).toEqual(['errors', 'latency', 'agreement']);
    expect(kinds({ mirror: { percent: 10 }, steps: [] })).toEqual(['agreement']);
    expect(effectsOf(planOf({ twin: false }), { ...service, errors: 0 }).map(({ effect }) => effect)).toContain('1 % failures where none were');
  });
});

describe('forecast', () => {
  const told = forecast({ plan: planOf({}), service, runs: 30, seed: 1 });

  it('finds larger harm sooner, and proves what is harmless', () => {
    const ms = (effect: string): number => told.detections.find((each) => each.effect === effect)!.msMedian ?? Infinity;
    expect(ms('10 times as many failures')).toBeLessThanOrEqual(ms('3 times as many failures'));
    expect(ms('3 times as many failures')).toBeLessThan(ms('1.5 times as many failures'));
    expect(ms('5 % of requests three times slower')).toBeLessThan(3_600_000);
    expect(told.harmless.abortedShare).toBeLessThanOrEqual(0.1);
    expect(told.harmless.promotedShare).toBeGreaterThanOrEqual(0.9);
    expect(told.harmless.msMedian).toBeGreaterThan(told.steps.at(-1)!.endMs!);
  });

  it('agrees with the measured table of the test alone, at an even share and without latency', () => {
    const plan = planOf({ steps: [{ weight: 50, minSamples: 0 }], analysis: { metrics: { latency: { dryRun: true } } } });
    const medians = forecast({ plan, service, runs: 60, seed: 1 }).detections.filter(({ kind }) => kind === 'errors').map(({ canaryMedian }) => canaryMedian ?? Infinity);
    // Ratios 2, 3, 5 and 10 at 1 % failures; looked at each second, so a little later.
    [2967, 975, 350, 127].forEach((wanted, at) => {
      expect(medians[at + 1]! / wanted).toBeGreaterThan(0.75);
      expect(medians[at + 1]! / wanted).toBeLessThan(1.35);
    });
  });

  it('is plain data with its seed, its weights and its guarantees', () => {
    expect(JSON.parse(JSON.stringify(told))).toEqual(told);
    expect(told).toMatchObject({ seed: 1, runs: 30, guarantees: { alphaAbort: 0.01, alphaPromote: 0.05 } });
    expect(told.weights.map(({ metric, required }) => [metric, required])).toEqual([['errors', true], ['latency', false]]);
    expect(told.weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it('does not call a median what fewer than half of the runs came to', () => {
    const { harmless } = forecast({ plan: planOf({ maxDuration: '10m' }), service: { ...service, ratePerS: 0.5 }, runs: 4, seed: 1 });
    expect(harmless).toMatchObject({ promotedShare: 0, msMedian: null, canaryMedian: null });
  });
});
