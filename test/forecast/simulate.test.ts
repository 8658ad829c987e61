import { describe, expect, it } from 'vitest';
import { limitsOf, outcomes, quantile, RULES, simulate, summarise, type Summary } from '../../src/forecast/simulate.js';
import { QUIET, scenariosOf } from '../../src/forecast/traffic.js';
import { planOf } from '../support/plan.js';

const plan = planOf({ maxDuration: '2h' });
const service = { ratePerS: 40, errors: 0.01, spread: 0.5 };

describe('simulate', () => {
  it('gives the same for the same seed, and something else for another', () => {
    const traffic = { ...QUIET, ...service };
    const first = outcomes('sluice', plan, traffic, 3, 5);
    expect(outcomes('sluice', plan, traffic, 3, 5)).toEqual(first);
    expect(outcomes('sluice', plan, traffic, 3, 6)).not.toEqual(first);
  });

  it('tells scenarios apart as they should be, where threshold rules do not', () => {
    const said: string[] = [];
    const wanted = ['same', 'errors', 'tail', 'incident', 'routing', 'silence'];
    const simulated = simulate({
      plan, service, rules: RULES, runs: 12, seed: 1,
      scenarios: scenariosOf(5).filter(({ name }) => wanted.includes(name)),
      progress: (scenario, rule) => said.push(`${scenario.name} ${rule}`),
    });
    const of = (name: string, rule: string): Summary => simulated.find(({ scenario }) => scenario.name === name)!.summaries.find((each) => each.rule === rule)!;
    expect(said).toHaveLength(wanted.length * RULES.length);
    expect(of('same', 'sluice').aborted).toBeLessThanOrEqual(1);
    expect(of('errors', 'sluice').aborted).toBe(12);
    expect(of('tail', 'sluice').aborted).toBeGreaterThanOrEqual(11);
    expect(of('incident', 'sluice').aborted).toBeLessThanOrEqual(1);
    expect(of('routing', 'sluice').held).toBe(12);
    expect(of('silence', 'sluice')).toMatchObject({ held: 12, msMedian: null, canaryMedian: null });
    expect(of('routing', 'argo, constant').promoted).toBe(12);
    expect(of('tail', 'argo, constant').promoted).toBeGreaterThan(2);
    expect(of('silence', 'argo, constant').aborted).toBe(12);
    expect(of('silence', 'flagger').aborted).toBe(12);
  });

  it('does not take heavy users for a difference', () => {
    const { aborted } = summarise('sluice', outcomes('sluice', planOf({ assign: 'header:x-user', maxDuration: '30m' }), { ...QUIET, ...service, users: { count: 5000, exponent: 1.2 } }, 40, 1));
    // More than 4 of 40 at a chance of 1 % each: once in twenty thousand.
    expect(aborted).toBeLessThanOrEqual(4);
  });
});

describe('summaries', () => {
  it('count endings and take times of what was decided', () => {
    const all = [['aborted', 10], ['promoted', 30], ['held', 1000]] as const;
    expect(summarise('flagger', all.map(([kind, atMs]) => ({ kind, atMs, canaryRequests: atMs * 2, why: '' })))).toEqual({
      rule: 'flagger', runs: 3, aborted: 1, promoted: 1, held: 1, msMedian: 10, msP90: 30, canaryMedian: 20, canaryP90: 60,
    });
    expect(quantile([], 0.5)).toBeNull();
  });

  it('allow what users of such rules would', () => {
    expect([limitsOf(0).failureRateMax, limitsOf(0.02).failureRateMax]).toEqual([0.01, 0.04]);
  });
});
