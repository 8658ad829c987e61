import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeOf, restMs } from '../../src/notify/outcome.js';

describe('an answer', () => {
  it.each([
    [200, 'delivered'], [202, 'delivered'], [204, 'delivered'], [301, 'refused'], [302, 'refused'], [307, 'refused'], [400, 'refused'], [401, 'refused'], [404, 'refused'],
    [410, 'gone'], [408, 'failed'], [425, 'failed'], [429, 'failed'], [500, 'failed'], [503, 'failed'],
  ])('%d means %s', (status, kind) => {
    expect(outcomeOf(status, null, 0).kind).toBe(kind);
  });

  it.each([
    ['7', 7_000], ['0', 0], [new Date(90_000).toUTCString(), 60_000], [new Date(1_000).toUTCString(), 0], ['999999999', 3_600_000], ['soon', 0], ['-5', 0],
  ])('with Retry-After %s is waited for', (retryAfter, waitMs) => {
    expect(outcomeOf(503, retryAfter, 30_000)).toMatchObject({ kind: 'failed', waitMs });
  });
});

it('a rest doubles up to a quarter of an hour, and half of it is drawn', () => {
  expect([1, 2, 3, 4].map((failures) => restMs(failures, 1))).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect([restMs(3, 0), restMs(40, 1), restMs(2_000, 0)]).toEqual([2_000, 900_000, 450_000]);
  fc.assert(fc.property(fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
    const rest = restMs(failures, random);
    expect(rest).toBeGreaterThanOrEqual(500);
    expect(rest).toBeLessThanOrEqual(900_000);
  }));
});
