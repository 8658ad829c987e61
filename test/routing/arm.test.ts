import { describe, expect, it } from 'vitest';
import { armOf, bucketOf, saltOf } from '../../src/routing/arm.js';
import { WEIGHT_WHOLE } from '../../src/routing/split.js';

const KEYS = 1_000_000;
const WEIGHTS = [10, 100, 500, 2500, 5000];

describe('a million keys', () => {
  const salt = saltOf('2-ab12cd34');
  const buckets = Uint16Array.from({ length: KEYS }, (_, key) => bucketOf(salt, `user-${key}`));
  const armsAt = (weight: number): Uint8Array => Uint8Array.from(buckets, (bucket) => ['stable', 'control', 'canary'].indexOf(armOf({ canaryWeight: weight, controlWeight: weight }, bucket)));

  it.each(WEIGHTS)('fall to canary and control at weight %d, within four standard errors', (weight) => {
    const arms = armsAt(weight);
    const share = weight / WEIGHT_WHOLE;
    const bound = 4 * Math.sqrt(KEYS * share * (1 - share));
    for (const arm of [1, 2]) expect(Math.abs(arms.reduce((sum, each) => sum + (each === arm ? 1 : 0), 0) - KEYS * share)).toBeLessThan(bound);
  });

  it('stay in their arm while weights grow', () => {
    const left = WEIGHTS.slice(1).map((weight, at) => {
      const [before, after] = [armsAt(WEIGHTS[at]!), armsAt(weight)];
      return before.reduce((sum, arm, key) => sum + (arm !== 0 && after[key] !== arm ? 1 : 0), 0);
    });
    expect(left).toEqual([0, 0, 0, 0]);
  });

  it('fall otherwise under another rollout', () => {
    const other = saltOf('2-ab12cd35');
    let both = 0;
    buckets.forEach((bucket, key) => (both += bucket < 500 && bucketOf(other, `user-${key}`) < 500 ? 1 : 0));
    const share = 0.05 * 0.05;
    expect(Math.abs(both - KEYS * share)).toBeLessThan(4 * Math.sqrt(KEYS * share * (1 - share)));
  });
});
