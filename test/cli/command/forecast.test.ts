/** `sluice rollout plan` and `simulate` as they are typed. */
import { describe, expect, it } from 'vitest';
import type { Forecast } from '../../../src/forecast/plan.js';
import { runCommand, type Ran } from '../../support/cli.js';

const FILES: Readonly<Record<string, string>> = {
  'config.yaml': 'max_batch_size: 8\nrollout:\n  steps: [{ weight: 25, minSamples: 100 }]\n  approval: true\n',
  'wrong.yaml': 'steps: [{ weight: 60 }, { weight: 10 }]\n',
  'swap.yaml': 'strategy: swap\n',
};
const run = (...argv: readonly string[]): Promise<Ran> => runCommand(['rollout', ...argv], { read: (path) => FILES[path] ?? null });

describe('sluice rollout plan', () => {
  it('tells steps, times, guarantees and warnings, and what it is at on stderr', async () => {
    const { code, out, err } = await run('plan', '--rate', '40/s', '--errors', '2%', '--runs', '2');
    expect(code).toBe(0);
    expect(out).toContain('at 40/s with 2 % failures');
    expect(out).toMatch(/^step 1 +1 % +24\/min +200 +- +8\.33 min +8\.33 min$/m);
    expect(out).toMatch(/^3 times as many failures +\d+ % +\d+ % +abort +/m);
    expect(out).toMatch(/at\s+most\s+1 %;/);
    expect(out).toContain('(seed 1)');
    expect(out).toContain('Warnings');
    expect(err).toContain('simulating 5 % of requests three times slower');
  });

  it('takes the plan of a model, and gives the same for a seed', async () => {
    const argv = ['plan', '--plan', 'config.yaml', '--rate', '600/min', '--runs', '3', '--seed', '9', '--json'];
    const [first, second] = [await run(...argv), await run(...argv)];
    expect(second.out).toBe(first.out);
    const told = JSON.parse(first.out) as Forecast;
    expect(told.steps).toMatchObject([{ percent: 25, perS: 2.5, takesMs: 40_000 }]);
    expect(told.warnings.join()).toContain('`approval` is on');
  });

  it.each([
    [['plan'], "required option '--rate <RATE>'"],
    [['plan', '--rate', '4/fortnight'], 'It is a number of requests in a time'],
    [['plan', '--rate', '4', '--errors', '200%'], 'It is a share'],
    [['plan', '--rate', '4', '--runs', '0'], 'It is a whole number from 1'],
    [['plan', '--rate', '4', '--plan', 'nowhere.yaml'], 'nowhere.yaml: there is no such file'],
    [['plan', '--rate', '4', '--plan', 'wrong.yaml'], 'steps[1].weight: weights rise from step to step'],
    [['plan', '--rate', '4', '--plan', 'swap.yaml'], 'has no steps to look ahead to'],
    [['simulate', '--rate', '4', '--scenario', 'sme'], 'nothing is called sme; scenarios are same, errors,'],
    [['simulate', '--rate', '4', '--ratio', '1'], 'It is a ratio above 1'],
  ])('refuses %j', async (argv, wanted) => {
    const { code, out, err } = await run(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(wanted);
  });
});

describe('sluice rollout simulate', () => {
  it('shows every rule beside the others, with the seed', async () => {
    const { code, out } = await run('simulate', '--rate', '40/s', '--errors', '1%', '--runs', '3', '--scenario', 'silence', '--scenario', 'errors');
    expect(code).toBe(0);
    expect(out).toContain('3 rollouts of each, seed 1');
    expect(out).toContain('errors: 3 times as many failures; right is to abort');
    expect(out).toMatch(/^ {2}sluice +0 % +0 % +100 % +0 % +- +- +- +-$/m);
    expect(out).toMatch(/^ {2}flagger +100 % +0 % +0 % +100 % /m);
    expect(out).not.toContain('same:');
  });

  it('prints what programs read', async () => {
    const { out } = await run('simulate', '--rate', '0', '--runs', '2', '--scenario', 'silence', '--rule', 'sluice', '--json');
    expect(JSON.parse(out)).toMatchObject({ runs: 2, seed: 1, simulated: [{ scenario: { name: 'silence' }, summaries: [{ rule: 'sluice', held: 2 }] }] });
  });
});
