import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Outbox, type Unsent } from '../../src/serving/outbox.js';

class Answer implements Unsent {
  unsentBytes = 0;
  dueTick = 0;
  cuts = 0;
  cut(): void {
    this.cuts += 1;
  }
}

const sweep = (outbox: Outbox, times: number): void => {
  for (let i = 0; i < times; i++) outbox.sweep();
};

describe('Outbox', () => {
  it('cuts an answer off after its time, and a long one later', () => {
    const outbox = new Outbox({ bytesMax: 2 ** 30, timeoutMs: 3000 });
    const [short, long] = [new Answer(), new Answer()];
    outbox.hold(short, 100);
    outbox.hold(long, 10 * 128 * 1024);
    sweep(outbox, 4);
    expect([short.cuts, long.cuts, outbox.bytes]).toEqual([0, 0, 100 + 10 * 128 * 1024]);
    sweep(outbox, 1);
    expect([short.cuts, long.cuts]).toEqual([1, 0]);
    sweep(outbox, 8);
    expect(long.cuts).toBe(0);
    sweep(outbox, 1);
    expect([long.cuts, outbox.bytes, outbox.cuts]).toEqual([1, 0, 2]);
  });

  it('makes room by the one that has waited longest, and lets a very long one wait alone', () => {
    const outbox = new Outbox({ bytesMax: 100, timeoutMs: 1000 });
    const [first, second, third, huge] = [new Answer(), new Answer(), new Answer(), new Answer()];
    outbox.hold(first, 60);
    outbox.hold(second, 30);
    outbox.hold(third, 50);
    expect([first.cuts, second.cuts, third.cuts, outbox.bytes]).toEqual([1, 0, 0, 80]);
    outbox.hold(huge, 1000);
    expect([second.cuts, third.cuts, huge.cuts, outbox.bytes]).toEqual([1, 1, 0, 1000]);
    outbox.release(huge);
    expect(outbox.bytes).toBe(0);
  });

  it('forgets an answer before it cuts it, so that telling it so changes nothing', () => {
    const outbox = new Outbox({ bytesMax: 100, timeoutMs: 1000 });
    const answer = new Answer();
    answer.cut = () => outbox.release(answer);
    outbox.hold(answer, 60);
    outbox.hold(new Answer(), 60);
    expect([outbox.bytes, outbox.cuts]).toEqual([60, 1]);
  });

  it('holds what waits and never more than its bound, whatever comes and goes', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('hold' as const), bytes: fc.integer({ min: 1, max: 100 }) }),
      fc.record({ kind: fc.constant('release' as const), at: fc.nat(20) }),
      fc.record({ kind: fc.constant('sweep' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const outbox = new Outbox({ bytesMax: 150, timeoutMs: 2000 });
        const held: Answer[] = [];
        const released = new Set<Answer>();
        for (const one of steps) {
          if (one.kind === 'sweep') outbox.sweep();
          else if (one.kind === 'release') {
            const answer = held[one.at];
            if (answer === undefined) continue;
            outbox.release(answer);
            released.add(answer);
          } else {
            const answer = new Answer();
            held.push(answer);
            outbox.hold(answer, one.bytes);
          }
          const waiting = held.filter((answer) => answer.cuts === 0 && !released.has(answer));
          expect(outbox.bytes).toBe(waiting.reduce((sum, answer) => sum + answer.unsentBytes, 0));
          expect(outbox.bytes).toBeLessThanOrEqual(150);
        }
        expect(held.every((answer) => answer.cuts <= 1)).toBe(true);
      }),
    );
  });
});
