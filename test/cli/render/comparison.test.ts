import { describe, expect, it } from 'vitest';
import { comparisonLines } from '../../../src/cli/render/comparison.js';
import { statusLines } from '../../../src/cli/render/status.js';
import type { RolloutView } from '../../../src/rollout/view.js';
import { arm, documentAfter, NOON_MS, viewAfter } from '../../support/rollouts.js';

const look = { isTerminal: true, columns: 80, isColoured: false, isUnicode: true, nowMs: NOON_MS + 200_000, utcOffsetMinutes: 0 };
const slice = (value: string | null, agreement: number, divergence: number | null = null) =>
  ({ kind: value === null ? 'none' as const : 'value' as const, value, pairs: 1200, agreement, outputs: { digit: { divergence: null }, probabilities: { divergence } } });

const comparison = {
  candidate: {
    outputs: {
      probabilities: { pairs: 4120, agreement: 0.982, measures: { top1: { mean: 0.982 }, cosine: { mean: 0.99912 }, divergence: { mean: 0.0123 } } },
      digit: { pairs: 4120, agreement: 1, measures: {} },
    },
  },
  floor: { outputs: { probabilities: { pairs: 400, agreement: 0.9975, measures: {} }, digit: { pairs: 400, agreement: null, measures: {} } } },
  slices: [slice('de', 0.99, 0.01), slice(null, 1), slice('fr', 0.95, 0.2)],
};

describe('comparisonLines', () => {
  it('shows outputs with the measures that they have, and slices with the worst first', () => {
    expect(comparisonLines(comparison, look)).toEqual([
      '',
      'OUTPUT         PAIRS  AGREE   WITH ITSELF  TOP1   COSINE  DIVERGENCE',
      'probabilities  4,120  98.2 %  99.8 %       0.982  0.999   0.0123',
      'digit          4,120  100 %',
      '',
      'SLICE              PAIRS  AGREE  DIVERGENCE',
      'fr                 1,200  95 %   0.2',
      'de                 1,200  99 %   0.01',
      '(without a value)  1,200  100 %',
    ]);
  });

  it('says how many slices it leaves out', () => {
    const slices = Array.from({ length: 11 }, (_, k) => slice(`s${k}`, 1 - k / 100));
    expect(comparisonLines({ ...comparison, slices }, look).at(-1)).toBe('and 3 that agree more');
  });
});

describe('a status', () => {
  const of = (view: RolloutView): string => statusLines({ ...view, rollout: { ...view.rollout!, comparison } as unknown as RolloutView['rollout'] }, look).join('\n');
  const mirror = { percent: 20, compare: 'teacher' };

  it('has the comparison while pairs are all there is, and none once there is a split', () => {
    expect(of(viewAfter(documentAfter({ mirror }, 1)))).toContain('OUTPUT         PAIRS');
    const evidence = { segments: [{ stage: 0, share: 0.5, canary: arm(40), baseline: arm(40) }] };
    expect(of(viewAfter(documentAfter({ mirror }, 2), { evidence }))).not.toContain('OUTPUT');
  });

  it('of a student against its teacher has no deadline and waits for somebody', () => {
    const lines = of(viewAfter(documentAfter({ mirror, steps: [] }, 1)));
    expect(lines).toMatch(/^digits {2}1 → 2 {2}mirror {2}for 2 min 20 s\nrollout 2-ab12cd34 {2}began 12:00:00\n/);
    expect(lines).toContain('waits for  `sluice rollout abort digits` or `promote`; until then');
  });
});
