import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRestart, withinWindow, type RestartBudget } from '../../src/instance/restart.js';

const budget: RestartBudget = { restarts: 3, windowMs: 60_000 };

describe('a restart', () => {
  it('comes after a pause that doubles, within a bound', () => {
    const pauses = [0, 1, 2].map((count) => decideRestart(Array.from({ length: count }, () => 0), budget, 0));
    expect(pauses).toEqual([100, 200, 400].map((pauseMs) => ({ kind: 'granted', pauseMs })));
    const many = decideRestart(Array.from({ length: 900 }, () => 0), { restarts: 1000, windowMs: 60_000 }, 0);
    expect(many).toEqual({ kind: 'granted', pauseMs: 10_000 });
  });

  it('waits, once the budget is spent, until the oldest leaves the window', () => {
    expect(decideRestart([1000, 2000, 3000], budget, 4000)).toEqual({ kind: 'spent', waitMs: 57_000 });
    expect(withinWindow([1000, 2000, 3000], budget, 61_000)).toEqual([2000, 3000]);
  });

  it('never comes without a budget', () => {
    expect(decideRestart([], { restarts: 0, windowMs: 1000 }, 0)).toEqual({ kind: 'never' });
  });

  it('is never granted more often than the budget says, and always in the end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 60 }), fc.integer({ min: 1, max: 4 }), (gaps, restarts) => {
        const own: RestartBudget = { restarts, windowMs: 1000 };
        const granted: number[] = [];
        let nowMs = 0;
        const ask = (): ReturnType<typeof decideRestart> => {
          const decision = decideRestart(withinWindow(granted, own, nowMs), own, nowMs);
          if (decision.kind === 'granted') granted.push(nowMs);
          return decision;
        };
        for (const gap of gaps) {
          nowMs += gap;
          const decision = ask();
          if (decision.kind !== 'spent') continue;
          expect(decision.waitMs).toBeLessThanOrEqual(own.windowMs);
          nowMs += decision.waitMs;
          expect(ask().kind).toBe('granted');
        }
        for (const moment of granted) expect(withinWindow(granted, own, moment).filter((each) => each <= moment).length).toBeLessThanOrEqual(restarts);
      }),
    );
  });
});
