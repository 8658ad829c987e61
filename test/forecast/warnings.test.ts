import { describe, expect, it } from 'vitest';
import { stepsOf, type Detection, type Service } from '../../src/forecast/plan.js';
import { warningsOf } from '../../src/forecast/warnings.js';
import { planOf } from '../support/plan.js';

const WELL: Detection = { effect: '', kind: 'none', runs: 100, abortedShare: 0, promotedShare: 1, msMedian: 1, msP90: 1, canaryMedian: 1, canaryP90: 1 };
const SERVICE: Service = { ratePerS: 40, errors: 0.0005, spread: 0.5, noise: 0 };

function warned(source: unknown, service: Partial<Service> = {}, harmless: Partial<Detection> = {}): string[] {
  const plan = planOf(source);
  const all = { ...SERVICE, ...service };
  return warningsOf(plan, all, stepsOf(plan, all), { ...WELL, ...harmless });
}

describe('warnings', () => {
  it('are none where all is well', () => {
    expect(warned({})).toEqual([]);
  });

  it.each<[string, unknown, Partial<Service>, Partial<Detection>, string]>([
    ['a rate at which time runs out', {}, { ratePerS: 0.01 }, {}, 'step 1 needs 23.1 days for its 200 samples'],
    ['no requests', { analysis: { onNoData: 'abort' } }, { ratePerS: 0 }, {}, '`onNoData` says abort'],
    ['no failures and no ceiling', { analysis: { metrics: { errors: { ceiling: 'off' } } } }, { errors: 0 }, {}, 'can never be proven by a ratio'],
    ['no failures and a ceiling', {}, { errors: 0 }, {}, 'about 5300 canary requests'],
    ['more failures than the ceiling', {}, { errors: 0.01 }, {}, 'above the ceiling of 0.1 %'],
    ['no twin', { twin: false }, {}, {}, 'latency is not judged without a control twin'],
    ['nothing required', { analysis: { metrics: { errors: { required: false } } } }, {}, {}, 'only a person promotes'],
    ['a dry run', { analysis: { metrics: { latency: { dryRun: true } } } }, {}, {}, '`latency` is a dry run'],
    ['keys', { assign: 'header:x-user' }, {}, {}, 'a key counts once'],
    ['a person', { approval: true }, {}, {}, 'waits for a person'],
    ['few promotions', {}, {}, { promotedShare: 0.4 }, '40 % were proven within `maxDuration` of 24 h'],
  ])('name %s', (_, source, service, harmless, wanted) => {
    expect(warned(source, service, harmless).join('\n')).toContain(wanted);
  });

  it('name steps of keys that were counted already, without a twin alone', () => {
    expect(warned({ assign: 'header:x-user' }).join('\n')).not.toContain('steps after the first');
    expect(warned({ assign: 'header:x-user', twin: false }).join('\n')).toContain('steps after the first need keys that are new');
  });
});
