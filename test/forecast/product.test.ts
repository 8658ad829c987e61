import { describe, expect, it } from 'vitest';
import { randomOf } from '../../src/forecast/draw.js';
import { Product } from '../../src/forecast/product.js';
import { follow, type Outcome } from '../../src/forecast/simulate.js';
import { QUIET, scenariosOf, type Traffic } from '../../src/forecast/traffic.js';
import { planOf } from '../support/plan.js';

const PLANS = [
  planOf({ maxDuration: '20m' }),
  planOf({ twin: false, steps: [{ weight: 10, bake: '2m' }, { weight: 50 }], maxDuration: '15m', analysis: { minSamples: 400 } }),
  planOf({ mirror: { percent: 20, minPairs: 300 }, steps: [{ weight: 25 }], maxDuration: '15m', analysis: { metrics: { agreement: { required: true } } } }),
  planOf({ mirror: { percent: 50 }, steps: [], maxDuration: '15m' }),
];

function run(planAt: number, traffic: Partial<Traffic>, seed: number, asksAlways: boolean): Outcome {
  const plan = PLANS[planAt]!;
  const settings = { plan, traffic: { ...QUIET, ratePerS: 60, errors: 0.02, ...traffic }, random: randomOf(seed, 0), id: `2-${seed}` };
  return follow(new Product({ ...settings, asksAlways }), settings);
}

describe('the product as a decider', () => {
  it('decides the same when it asks the judge at every look', () => {
    const kinds = new Set<string>();
    for (const { name, traffic } of scenariosOf(5).filter(({ name: each }) => each !== 'users' && each !== 'day')) {
      PLANS.forEach((_, planAt) => {
        const sparing = run(planAt, traffic, 3, false);
        expect(sparing, `${name} under plan ${planAt}`).toEqual(run(planAt, traffic, 3, true));
        kinds.add(sparing.kind);
      });
    }
    expect([...kinds].sort()).toEqual(['aborted', 'held', 'promoted']);
  });

  it('is stopped by answers that differ, and promotes a mirror that agrees', () => {
    expect(run(3, {}, 1, false)).toMatchObject({ kind: 'promoted', canaryRequests: 0 });
    expect(run(3, { disagreement: 0.2 }, 1, false).kind).toBe('aborted');
  });

  it('holds where requests are not divided as planned, and says so', () => {
    const { kind, why } = run(0, { shareFactor: 0.6 }, 1, false);
    expect(kind).toBe('held');
    expect(why).toContain('the split is at fault');
  });
});
