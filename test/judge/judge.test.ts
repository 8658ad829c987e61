import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/judge/evidence.js';
import { culprits, judge } from '../../src/judge/judge.js';
import type { MetricRow } from '../../src/judge/judgement.js';
import { DEFAULT_PLAN, METRICS, type JudgePlan } from '../../src/judge/plan.js';
import { arm, evidence, HARMLESS, segment } from './cases.js';

const onlyErrors: JudgePlan = { ...DEFAULT_PLAN, metrics: [METRICS.errors] };

describe('judge', () => {
  it('knows nothing from no evidence, and says what is missing', () => {
    const judgement = judge(DEFAULT_PLAN, { segments: [] });
    expect(judgement).toMatchObject({ kind: 'unknown', missing: ['errors', 'latency'], mayAdvance: true, logAbort: expect.closeTo(0, 12) });
    expect(judgement.rows.map((row) => [row.needAbort.more, row.needPromote.more])).toEqual([[null, null], [null, null]]);
  });

  it('proves a harmless candidate', () => {
    expect(judge(DEFAULT_PLAN, HARMLESS)).toMatchObject({ kind: 'proven', superior: [] });
  });

  it('keeps proof waiting for the least exposure', () => {
    const judgement = judge({ ...DEFAULT_PLAN, canaryUnitsMin: 20_001 }, HARMLESS);
    expect(judgement).toMatchObject({ kind: 'unknown', missing: [] });
    expect(judgement.reason).toContain('1 more canary unit');
  });

  it('keeps proof waiting for every required metric', () => {
    const plan: JudgePlan = { ...DEFAULT_PLAN, metrics: [...DEFAULT_PLAN.metrics, { ...METRICS.labels, required: true }] };
    expect(judge(plan, HARMLESS)).toMatchObject({ kind: 'unknown', missing: ['labels'] });
  });

  it('aborts on failures and names the culprit', () => {
    const judgement = judge(DEFAULT_PLAN, evidence(segment(0.05, arm(400, 20), arm(7600, 76))));
    expect(judgement).toMatchObject({ kind: 'worse', culprits: ['errors'], mayAdvance: false });
  });

  it('aborts on a slow tail', () => {
    const slow = evidence(segment(0.5, arm(1500, 15, [750, 190, 150, 90]), arm(1500, 15)));
    expect(judge(DEFAULT_PLAN, slow)).toMatchObject({ kind: 'worse', culprits: ['latency'] });
  });

  it('calls a candidate better when it is', () => {
    expect(judge(onlyErrors, evidence(segment(0.5, arm(10_000, 20), arm(10_000, 100))))).toMatchObject({ kind: 'proven', superior: ['errors'] });
  });

  it('says how much more is needed, of what', () => {
    const [row] = judge(onlyErrors, evidence(segment(0.5, arm(2000, 20), arm(2000, 20)))).rows;
    expect(row?.needPromote.of).toBe('canary units');
    expect(row?.needPromote.more).toBeGreaterThan(1000);
    expect(row?.needPromote.more).toBeLessThan(20_000);
    expect(row?.needAbort.more).toBeNull();
  });

  it('holds on a split that is not the planned one, whatever else it shows', () => {
    const off = evidence(segment(0.05, arm(700, 100), arm(9300, 93)));
    const judgement = judge(DEFAULT_PLAN, off);
    expect(judgement).toMatchObject({ kind: 'mismatch', mayAdvance: false });
    expect(judgement.reason).toContain('7 %');
  });

  it('keeps the ramp where a metric is suspicious, and moves it otherwise', () => {
    const plan: JudgePlan = { ...onlyErrors, stageUnitsMin: [100, 500] };
    const calm = segment(0.05, arm(200, 2), arm(3800, 38));
    expect(judge(plan, evidence(calm)).mayAdvance).toBe(true);
    expect(judge(plan, evidence(calm, segment(0.25, arm(400, 4), arm(1200, 12), 1))).mayAdvance).toBe(false);
    const leaning = judge(plan, evidence(segment(0.05, arm(200, 8), arm(3800, 38))));
    expect(leaning).toMatchObject({ kind: 'unknown', mayAdvance: false });
    expect(leaning.rows[0]?.reason).toContain('leans to worse');
  });

  it('proves errors by a ceiling where failures are too rare to compare', () => {
    const plan: JudgePlan = { ...onlyErrors, metrics: [{ ...METRICS.errors, proof: { form: 'ceiling', rate: 0.01 } }], canaryUnitsMin: 0 };
    expect(judge(plan, evidence(segment(0.05, arm(378), arm(7182)))).kind).toBe('proven');
    expect(judge(plan, evidence(segment(0.05, arm(370), arm(7030)))).kind).toBe('unknown');
  });

  it('counts failures by the share of batches where it is given', () => {
    const even = segment(0.05, arm(500, 30), arm(9500, 30));
    expect(judge(onlyErrors, evidence(even)).kind).toBe('worse');
    expect(judge(onlyErrors, evidence({ ...even, failureShare: 0.5 })).kind).toBe('unknown');
  });

  it('judges disagreement beyond the noise floor only', () => {
    const plan: JudgePlan = { ...DEFAULT_PLAN, metrics: [{ ...METRICS.agreement, required: true }], canaryUnitsMin: 0 };
    const mirrored = (disagreements: number): Evidence => ({
      segments: [],
      mirror: { candidate: { pairs: 5000, disagreements }, floor: { pairs: 5000, disagreements: 10 } },
    });
    expect(judge(plan, mirrored(10)).kind).toBe('proven');
    expect(judge(plan, mirrored(50)).kind).toBe('unknown');
    expect(judge(plan, mirrored(110)).kind).toBe('worse');
  });

  it('gives the weight of metrics that are not planned to the others', () => {
    const { rows } = judge(DEFAULT_PLAN, HARMLESS);
    expect(rows.map((row) => row.weight)).toEqual([expect.closeTo(0.35 / 0.65, 12), expect.closeTo(0.3 / 0.65, 12)]);
  });

  it('asks for evidence of 1 to alpha', () => {
    expect(judge(DEFAULT_PLAN, HARMLESS).thresholdAbort).toBeCloseTo(4.605170185988092, 9);
    expect(judge(DEFAULT_PLAN, HARMLESS).rows[0]?.thresholdPromote).toBeCloseTo(2.995732273553991, 9);
  });

  it('is plain data', () => {
    const judgement = judge(DEFAULT_PLAN, HARMLESS);
    expect(JSON.parse(JSON.stringify(judgement))).toEqual(judgement);
  });
});

describe('guards', () => {
  it.each([
    [{ contractFaults: 1 }, 'contract', 'abort'],
    [{ crashes: 3 }, 'crash loop', 'abort'],
    [{ outputs: { checked: 1000, nonFinite: 11 } }, 'non-finite outputs', 'abort'],
    [{ memoryBytes: 2 ** 31 }, 'memory', 'abort'],
    [{ baselineRecent: { units: 100, failures: 51 } }, 'baseline unhealthy', 'hold'],
  ])('%j', (guards, guard, action) => {
    const plan = { ...DEFAULT_PLAN, guards: { ...DEFAULT_PLAN.guards, memoryBytesMax: 2 ** 30 } };
    expect(judge(plan, { ...HARMLESS, guards })).toMatchObject({ kind: 'guarded', guard, action, mayAdvance: false });
  });

  it('leave alone what is within them', () => {
    const guards = { contractFaults: 0, crashes: 2, outputs: { checked: 50, nonFinite: 50 }, memoryBytes: 1, baselineRecent: { units: 10, failures: 10 } };
    expect(judge(DEFAULT_PLAN, { ...HARMLESS, guards }).kind).toBe('proven');
  });

  it('do not let an outage hide a candidate that is worse', () => {
    const worse = evidence(segment(0.5, arm(1000, 200), arm(1000, 60)));
    expect(judge(DEFAULT_PLAN, { ...worse, guards: { baselineRecent: { units: 100, failures: 60 } } }).kind).toBe('worse');
  });
});

describe('culprits', () => {
  const row = (metric: MetricRow['metric'], weight: number, logHarm: number): MetricRow => {
    const [first] = judge(onlyErrors, HARMLESS).rows;
    if (first === undefined) throw new TypeError('no row');
    return { ...first, metric, weight, logHarm };
  };

  it('are those whose evidence stands among so many metrics', () => {
    expect(culprits([row('errors', 0.5, Math.log(300)), row('latency', 0.5, 0)], 0.01)).toEqual(['errors']);
    expect(culprits([row('errors', 0.5, Math.log(150)), row('latency', 0.5, Math.log(120))], 0.01)).toEqual(['errors', 'latency']);
  });

  it('name the heaviest part where only the sum convicts', () => {
    expect(culprits([row('errors', 0.9, Math.log(110)), row('latency', 0.1, Math.log(90))], 0.01)).toEqual(['errors']);
  });
});
