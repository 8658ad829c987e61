import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { bytesText, freeBytes, heldBytes, openLedger, release, reserve, settle, type Ledger } from '../../src/device/budget.js';

const GIB = 2 ** 30;

function granted(ledger: Ledger, owner: string, estimate: Record<string, number>): Ledger {
  const outcome = reserve(ledger, owner, estimate);
  if (outcome.state === 'refused') return expect.fail(outcome.refusal.text);
  return outcome.ledger;
}

describe('a ledger', () => {
  it('refuses with device, need, rest and remedy', () => {
    const ledger = granted(openLedger({ cpu: 0, 'cuda:0': 2 * GIB }), "model 'digits' version 1", { 'cuda:0': 1.5 * GIB });
    const outcome = reserve(ledger, "model 'digits' version 2", { cpu: 10, 'cuda:0': GIB });
    expect(outcome).toMatchObject({ state: 'refused', refusal: { device: 'cuda:0', neededBytes: GIB, freeBytes: GIB / 2 } });
    expect(outcome.state === 'refused' && outcome.refusal.text).toBe(
      "model 'digits' version 2 needs 1.0 GiB on cuda:0, which has 512.0 MiB free; unload another model, or serve this one with " +
        '--transition-policy resource-preserving (transition_policy in its config), which unloads the old version before it loads the new one',
    );
  });
  it('refuses a device that is not in use', () => {
    const outcome = reserve(openLedger({ cpu: 0 }), 'x', { 'cuda:1': 1 });
    expect(outcome.state === 'refused' && outcome.refusal.text).toContain('placed on cuda:1, which this server does not use');
  });
  it('does not bound a device of unknown memory', () => {
    const ledger = granted(openLedger({ cpu: 0 }), 'x', { cpu: 1e15 });
    expect(freeBytes(ledger, 'cpu')).toBe(Infinity);
    expect(heldBytes(ledger, 'cpu')).toBe(1e15);
  });
  it('takes a measurement above the estimate for the truth and grants nothing until it is paid back', () => {
    const over = settle(granted(openLedger({ cpu: 100 }), 'x', { cpu: 60 }), 'x', { cpu: 130 });
    expect(freeBytes(over, 'cpu')).toBe(-30);
    expect(reserve(over, 'y', { cpu: 1 })).toMatchObject({ state: 'refused', refusal: { freeBytes: 0 } });
    expect(freeBytes(release(over, 'x'), 'cpu')).toBe(100);
  });
  it('stops when one owner reserves twice, for that is our bug', () => {
    const ledger = granted(openLedger({ cpu: 100 }), 'x', { cpu: 1 });
    expect(() => reserve(ledger, 'x', { cpu: 1 })).toThrow('x holds bytes of cpu already');
  });

  const move = fc.oneof(
    fc.record({ kind: fc.constant('reserve' as const), owner: fc.integer({ min: 0, max: 5 }), cpu: fc.nat(60), cuda: fc.nat(60) }),
    fc.record({ kind: fc.constant('release' as const), owner: fc.integer({ min: 0, max: 5 }) }),
  );
  it('never grants more than the budget, grants all or nothing, and gives back exactly what was held', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
        const budget = { cpu: 100, 'cuda:0': 80 };
        const mirror = new Map<string, { cpu: number; 'cuda:0': number }>();
        let ledger = openLedger(budget);
        for (const each of moves) {
          const owner = String(each.owner);
          const before = ledger;
          if (each.kind === 'release') {
            ledger = release(ledger, owner);
            mirror.delete(owner);
          } else if (!mirror.has(owner)) {
            const estimate = { cpu: each.cpu, 'cuda:0': each.cuda };
            const outcome = reserve(ledger, owner, estimate);
            const fits = each.cpu <= freeBytes(before, 'cpu') && each.cuda <= freeBytes(before, 'cuda:0');
            expect(outcome.state).toBe(fits ? 'granted' : 'refused');
            if (outcome.state === 'granted') {
              ledger = outcome.ledger;
              mirror.set(owner, estimate);
            }
          }
          for (const device of ['cpu', 'cuda:0'] as const) {
            const expected = [...mirror.values()].reduce((sum, held) => sum + held[device], 0);
            expect(heldBytes(ledger, device)).toBe(expected);
            expect(heldBytes(ledger, device)).toBeLessThanOrEqual(budget[device]);
          }
        }
        for (const owner of [...mirror.keys()]) ledger = release(ledger, owner);
        expect(freeBytes(ledger, 'cpu')).toBe(100);
      }),
    );
  });
});

describe('bytes in words', () => {
  it.each([
    [12, '12 bytes'],
    [3 * 2 ** 20, '3.0 MiB'],
    [1.5 * GIB, '1.5 GiB'],
  ])('%d', (bytes, text) => {
    expect(bytesText(bytes)).toBe(text);
  });
});
