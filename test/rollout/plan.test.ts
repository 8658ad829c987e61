import { describe, expect, it } from 'vitest';
import { durationMs } from '../../src/rollout/fields.js';
import { parsePlan } from '../../src/rollout/plan.js';
import { planOf } from '../support/plan.js';

function faultsOf(source: unknown): string[] {
  const read = parsePlan(source);
  return 'faults' in read ? read.faults.map(({ path, message }) => `${path.join('.')}: ${message}`) : [];
}

describe('parsePlan', () => {
  it('gives an empty block a canary of four steps without a mirror', () => {
    const plan = planOf({});
    expect(plan.strategy).toBe('canary');
    expect(plan.steps.map(({ weight }) => weight)).toEqual([100, 500, 2500, 5000]);
    expect(plan.mirror).toBeNull();
    expect(plan.assign).toEqual({ kind: 'chance' });
    expect(plan.analysis.metrics.map(({ name }) => name)).toEqual(['errors', 'latency']);
    expect(plan.maxDurationMs).toBe(86_400_000);
    expect(plan.limits).toEqual({ memoryBytes: null, crashes: 2 });
  });

  it('reads a whole plan', () => {
    const plan = planOf({
      gates: { golden: 'required' },
      mirror: { percent: 10, maxConcurrency: 2, minPairs: 50, bake: '10s' },
      steps: [{ weight: 0.5, minSamples: 10, bake: '1m' }, { weight: 20 }],
      assign: { by: 'header:X-User-Id' },
      match: [{ header: 'X-Canary', value: 'always' }],
      analysis: { metrics: { latency: { margin: 2, dryRun: true } }, onInconclusive: 'abort' },
      maxDuration: '2h', approval: true, keepLoaded: 90, limits: { memory: '2GiB', crashes: 0 },
      notify: [{ url: 'https://example.com/hook', secretEnv: 'HOOK', events: ['promoted', 'aborted'] }],
    });
    expect(plan.mirror).toMatchObject({ weight: 1000, concurrencyMax: 2, minPairs: 50, bakeMs: 10_000, noiseWeight: 1000 });
    expect(plan.steps).toEqual([{ weight: 50, minSamples: 10, bakeMs: 60_000 }, { weight: 2000, minSamples: 200, bakeMs: 0 }]);
    expect(plan.assign).toEqual({ kind: 'header', name: 'x-user-id' });
    expect(plan.limits).toEqual({ memoryBytes: 2 ** 31, crashes: 0 });
    expect(plan.force).toEqual([{ header: 'x-canary', value: 'always', arm: 'canary' }]);
    expect(plan.analysis.metrics.find(({ name }) => name === 'latency')).toEqual({ name: 'latency', margin: 2, ceiling: null, required: false, dryRun: true });
    expect(plan.keepLoadedMs).toBe(90_000);
    expect(plan.notify).toEqual([{ url: 'https://example.com/hook', secretEnv: 'HOOK', events: ['promoted', 'aborted'] }]);
  });

  it.each([
    ['cookie:uid', { kind: 'cookie', name: 'uid' }],
    ['json:/parameters/user', { kind: 'json', pointer: '/parameters/user' }],
    ['id', { kind: 'json', pointer: '/id' }],
    ['none', { kind: 'chance' }],
  ])('assigns by %s', (text, assign) => {
    expect(planOf({ assign: text }).assign).toEqual(assign);
  });

  it('reads what a teacher is asked for, and leaves agreement undecided where it is not named', () => {
    const teacher = { percent: 100, compare: 'teacher' };
    const plain = planOf({ mirror: teacher, steps: [] });
    expect(plain.mirror).toMatchObject({ compare: 'teacher', slices: null, labels: null });
    expect(plain.analysis.metrics.find(({ name }) => name === 'agreement')).toMatchObject({ dryRun: true, required: false });
    expect(planOf({ mirror: teacher, steps: [], analysis: { metrics: { agreement: { margin: 0.1 } } } }).analysis.metrics.find(({ name }) => name === 'agreement')).toMatchObject({ dryRun: false, margin: 0.1 });
    expect(planOf({ mirror: { percent: 10 } }).analysis.metrics.find(({ name }) => name === 'agreement')).toMatchObject({ dryRun: false });
    const whole = planOf({ mirror: { ...teacher, slices: { by: 'header:X-Segment' }, labels: { maxRows: 5_000, rollAt: { rows: 100 } } }, steps: [] });
    expect(whole.mirror).toMatchObject({
      slices: { by: { kind: 'header', name: 'x-segment' }, max: 8 },
      labels: { rowsMax: 5_000, bytesMax: 2 ** 30, rollRows: 100, rollBytes: 2 ** 24, rollMs: 300_000 },
    });
    expect(planOf({ mirror: { ...teacher, labels: true }, steps: [] }).mirror!.labels).toMatchObject({ rowsMax: 1_000_000 });
  });

  it('lists every fault at once, each with its path', () => {
    expect(faultsOf({ stratgy: 'swap', steps: [{ weight: 5, bake: 'soon' }], assign: 'header', analysis: { alphaAbort: 2 }, notify: [{ url: 'ftp://x' }] })).toHaveLength(5);
  });

  it('waits for the proof of what can be proven: failures over steps, agreement in a mirror alone', () => {
    const required = (source: unknown): string[] => planOf(source).analysis.metrics.filter((metric) => metric.required).map(({ name }) => name);
    expect(required({ mirror: { percent: 10 } })).toEqual(['errors']);
    expect(required({ mirror: { percent: 10 }, steps: [] })).toEqual(['agreement']);
  });

  it.each([
    [{ steps: [{ weight: 5 }, { weight: 5 }] }, 'steps.1.weight: weights rise from step to step'],
    [{ steps: [{ weight: 0 }] }, 'steps.0.weight: a step has a weight above 0'],
    [{ mirror: { percent: 1, slices: { by: 'none' } } }, 'mirror.slices.by: slices are told by something that requests have: header:NAME, cookie:NAME, json:/POINTER or id'],
    [{ mirror: { percent: 1, labels: true } }, 'mirror.labels: labels are what a teacher answers; add `compare: teacher`'],
    [{ mirror: { percent: 1, compare: 'teacher', labels: { maxRows: 10 } } }, 'mirror.labels.rollAt.rows: a file has at most `maxRows`'],
    [{ mirror: { percent: 1, compare: 'teacher', labels: { maxBytes: '1MiB' } } }, 'mirror.labels.rollAt.bytes: a file has at most `maxBytes`'],
    [{ mirror: { percent: 1, compare: 'teacher', labels: { rollAt: { bytes: '1GiB' } } } }, 'mirror.labels.rollAt.bytes: a file has at most 256MiB'],
    [{ mirror: { percent: 1, compare: 'teacher', labels: { rollAt: { after: 0 } } } }, 'mirror.labels.rollAt.after: a file is open for a while'],
    [{ steps: [{ weight: 80 }] }, 'steps.0.weight: with a control twin of the same size a step has at most 50; or set `twin: false`'],
    [{ steps: [] }, 'steps: a canary has steps, a mirror, or both'],
    [{ strategy: 'swap', mirror: { percent: 10 } }, 'mirror: a swap has no mirror; leave `strategy` out'],
    [{ gates: { allowBreaking: true } }, 'gates.allowBreaking: a candidate that breaks the signature cannot take requests made for the serving version; use `strategy: swap`'],
    [{ analysis: { metrics: { cost: {} } } }, 'analysis.metrics.cost: no such metric; there are errors, latency, agreement'],
    [{ analysis: { metrics: { agreement: {} } } }, 'analysis.metrics.agreement: agreement needs a `mirror`'],
    [{ analysis: { metrics: { errors: { margin: 0.5 } } } }, 'analysis.metrics.errors.margin: the margin is a ratio above 1, such as 1.5'],
    [{ analysis: { metrics: { errors: { required: true, dryRun: true } } } }, 'analysis.metrics.errors: `required` and `dryRun` contradict each other'],
    [{ twin: false, analysis: { metrics: { latency: { required: true } } } }, 'analysis.metrics.latency: latency is compared with a control twin, and `twin` is false'],
    [{ mirror: { percent: 10 }, steps: [], analysis: { metrics: { errors: { required: true } } } }, 'analysis.metrics.errors: without `steps` no request meets the candidate, so `errors` is never proven'],
    [{ notify: [{ url: 'https://x.test', events: ['promotd'] }] }, 'notify.0.events.0: no such event "promotd"; did you mean `promoted`?; there are started, restarted, advanced, paused, resumed, approval, promoted, aborted, failed, undone, swapped, pinned, unpinned'],
    [{ notify: [{ url: 'https://ann:secret@x.test' }] }, 'notify.0.url: expected an http or https URL without user and password, since everybody who reads the plan sees it'],
    [{ notify: [{ url: 'https://x.test', secretEnv: 'no name' }] }, 'notify.0.secretEnv: expected the name of an environment variable'],
    [{ limits: { memory: 'lots' } }, 'limits.memory: expected a size such as 512MiB or 2GiB, got "lots"'],
    [{ limits: { memory: 0 } }, 'limits.memory: expected a size such as 512MiB or 2GiB, got 0'],
    [{ mirror: { percent: 5, compare: 'teacher', minPairs: 0 } }, 'mirror: a student that goes on to take traffic needs `minPairs` or `bake`'],
  ])('refuses what cannot work: %j', (source, fault) => {
    expect(faultsOf(source)).toEqual([fault]);
  });
});

describe('durationMs', () => {
  it.each([['30s', 30_000], ['10m', 600_000], ['1.5h', 5_400_000], ['250ms', 250], ['1d', 86_400_000], [5, 5000]])('reads %s', (text, ms) => {
    expect(durationMs(text)).toBe(ms);
  });
  it.each(['', '10', 'm', '-1s', '1 s', '1s2'])('refuses %j', (text) => {
    expect(durationMs(text)).toBeNull();
  });
});
