import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Deadlines } from '../../src/serving/deadlines.js';

const TICKETS = 16;

it('always knows who is due next, whatever is added, moved and taken out', () => {
  const step = fc.oneof(
    fc.record({ add: fc.nat(TICKETS - 1), dueUs: fc.integer({ min: 1, max: 100 }) }),
    fc.record({ remove: fc.nat(TICKETS - 1) }),
    fc.record({ nowUs: fc.integer({ min: 0, max: 110 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const deadlines = new Deadlines(TICKETS);
      const model = new Map<number, number>();
      for (const each of steps) {
        if ('add' in each) {
          deadlines.add(each.add, each.dueUs);
          model.set(each.add, each.dueUs);
        } else if ('remove' in each) {
          deadlines.remove(each.remove);
          model.delete(each.remove);
        } else {
          const due = [...model.values()].filter((dueUs) => dueUs <= each.nowUs).sort((a, b) => a - b);
          for (const dueUs of due) {
            const ticket = deadlines.takeDue(each.nowUs);
            expect(model.get(ticket)).toBe(dueUs);
            model.delete(ticket);
          }
          expect(deadlines.takeDue(each.nowUs)).toBe(-1);
        }
        expect(deadlines.nextUs).toBe(Math.min(Infinity, ...model.values()));
      }
    }),
    { numRuns: 300 },
  );
});
