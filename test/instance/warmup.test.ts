import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/backend/backend.js';
import { EVERY_SIZE_MAX, planWarmup, warmupSizes } from '../../src/instance/warmup.js';
import { fakeSession, policyOf, signatureOf, simpleSignature } from '../support/world.js';

function recorded(session: Session, rows: number[]): Session {
  return {
    inputs: session.inputs,
    outputs: session.outputs,
    close: () => session.close(),
    prepare: (shapes) => {
      rows.push(shapes[0]?.[0] ?? 0);
      return session.prepare(shapes);
    },
  };
}

describe('sizes that are warmed up', () => {
  it('are all that a run can have, up to a bound', () => {
    expect(warmupSizes(policyOf({ maxBatchSize: 0, dynamic: false }))).toEqual([0]);
    expect(warmupSizes(policyOf({ maxBatchSize: 3 }))).toEqual([1, 2, 3]);
    expect(warmupSizes(policyOf({ maxBatchSize: EVERY_SIZE_MAX }))).toHaveLength(EVERY_SIZE_MAX);
  });

  it('are the declared ones where runs are padded, however large', () => {
    expect(warmupSizes(policyOf({ maxBatchSize: 4096, allowedSizes: [1, 100, 4096] }))).toEqual([1, 100, 4096]);
  });

  it('are beyond the bound powers of two, preferred sizes and the largest', () => {
    const sizes = warmupSizes(policyOf({ maxBatchSize: 1000, preferredSizes: [48, 300] }));
    expect(sizes.slice(0, EVERY_SIZE_MAX)).toEqual(Array.from({ length: EVERY_SIZE_MAX }, (_, at) => at + 1));
    expect(sizes.slice(EVERY_SIZE_MAX)).toEqual([128, 256, 300, 512, 1000]);
  });

  it('are few, ascending, and hold a size at most twice any that a run can have', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.double({ min: 0, max: 1, noNaN: true }), (maxBatchSize, at) => {
        const sizes = warmupSizes(policyOf({ maxBatchSize }));
        expect(sizes.length).toBeLessThanOrEqual(EVERY_SIZE_MAX + 32);
        expect([...sizes].sort((a, b) => a - b)).toEqual(sizes);
        const rows = Math.max(1, Math.round(at * maxBatchSize));
        const cover = sizes.find((size) => size >= rows);
        expect(cover).toBeDefined();
        expect(cover!).toBeLessThanOrEqual(rows * 2);
      }),
    );
  });
});

describe('a plan', () => {
  it('runs the largest first, and says how many sizes it leaves out', () => {
    const rows: number[] = [];
    const signature = simpleSignature(1000);
    const plan = planWarmup(recorded(fakeSession(signature), rows), signature, policyOf({ maxBatchSize: 1000 }), []);
    for (let k = 0; k < plan.total; k++) plan.run(k);
    expect([rows[0], rows.length, plan.total, plan.skipped]).toEqual([1000, 68, 68, 1000 - 68]);
  });

  it('leaves nothing out of small, padded and sampled models', () => {
    const small = simpleSignature(8);
    expect(planWarmup(fakeSession(small), small, policyOf(), [])).toMatchObject({ total: 8, skipped: 0 });
    const large = simpleSignature(1000);
    expect(planWarmup(fakeSession(large), large, policyOf({ maxBatchSize: 1000, allowedSizes: [10, 1000] }), [])).toMatchObject({ total: 2, skipped: 0 });
    const free = signatureOf([['x', 'FP32', [-1]]], [['y', 'FP32', [-1]]], 1000);
    const sample = { name: 's', rows: 1, count: 2, inputs: [{ shape: [3], bytes: null }] };
    expect(planWarmup(fakeSession(free), free, policyOf({ maxBatchSize: 1000 }), [sample])).toMatchObject({ total: 2, skipped: 0 });
  });
});
