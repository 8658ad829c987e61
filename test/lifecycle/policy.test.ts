import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextAction, type Snapshot } from '../../src/lifecycle/policy.js';
import { holds, type Phase } from '../../src/lifecycle/state.js';

/** `id/version phase flags`, flags: w wanted, c cancelled, f failed. */
function copies(...rows: string[]): Snapshot[] {
  return rows.map((row) => {
    const [, id, version, phase, flags] = /^(\d+)\/(\d+) (\w+) ?(\w*)$/.exec(row) ?? [];
    return {
      id: Number(id), version: Number(version), phase: phase as Phase,
      aspired: flags?.includes('w') ?? false, cancelled: flags?.includes('c') ?? false, failed: flags?.includes('f') ?? false,
    };
  });
}

describe('availability-preserving', () => {
  it.each([
    ['loads the highest wanted version first', ['1/1 new w', '2/2 new w'], { kind: 'load', id: 2 }],
    ['has nothing to do while a load runs', ['1/1 available', '2/2 loading w'], null],
    ['publishes what is warm', ['1/1 available', '2/2 warm w'], { kind: 'publish', ids: [2] }],
    ['retires the old one after the new one serves', ['1/1 available', '2/2 available w'], { kind: 'retire', id: 1 }],
    ['keeps the old one while another wanted one is on its way', ['1/1 available', '2/2 available w', '3/3 loading w'], null],
    ['keeps the old one when the new one failed', ['1/1 available', '2/2 error w'], null],
    ['keeps a copy whose own replacement failed', ['1/2 available', '2/2 error w', '3/3 available w'], null],
    ['retires all when nothing is wanted', ['1/1 available', '2/2 available'], { kind: 'retire', id: 1 }],
    ['cancels what is not wanted any more', ['1/1 loading'], { kind: 'cancel', id: 1, why: 'unwanted' }],
    ['cancels once', ['1/1 loading c'], null],
    ['lets a table on its way arrive', ['1/1 publishing'], null],
    ['takes a crashed copy down', ['1/1 available wf'], { kind: 'retire', id: 1 }],
    ['never publishes a crashed copy', ['1/1 warm wf'], { kind: 'cancel', id: 1, why: 'failed' }],
  ] as const)('%s', (_name, rows, action) => {
    expect(nextAction(copies(...rows), 'availability-preserving', false)).toEqual(action);
  });
});

describe('resource-preserving', () => {
  it.each([
    ['retires first', ['1/1 available', '2/2 new w'], { kind: 'retire', id: 1 }],
    ['waits until the old one holds nothing', ['1/1 unloading', '2/2 new w'], null],
    ['loads then', ['1/1 end', '2/2 new w'], { kind: 'load', id: 2 }],
  ] as const)('%s', (_name, rows, action) => {
    expect(nextAction(copies(...rows), 'resource-preserving', false)).toEqual(action);
  });
});

describe('all or nothing', () => {
  it.each([
    ['waits for company', ['1/1 warm w', '2/2 loading w'], null],
    ['publishes all at once', ['1/1 warm w', '2/2 warm w', '3/3 available w'], { kind: 'publish', ids: [1, 2] }],
    ['withdraws company', ['1/1 warm w', '2/2 error w'], { kind: 'cancel', id: 1, why: 'company' }],
    ['leaves an unchanged version alone', ['1/1 available w', '2/2 error w', '3/3 available'], null],
  ] as const)('%s', (_name, rows, action) => {
    expect(nextAction(copies(...rows), 'availability-preserving', true)).toEqual(action);
  });
});

const phases: readonly Phase[] = [
  'new', 'validating', 'reserved', 'loading', 'warming', 'warm', 'publishing', 'available', 'draining', 'unloading', 'end', 'error',
];
const anyCopies = fc
  .array(fc.record({ version: fc.integer({ min: 1, max: 4 }), phase: fc.constantFrom(...phases), aspired: fc.boolean(), cancelled: fc.boolean() }), { maxLength: 6 })
  .map((rows) => {
    const wanted = new Set<number>();
    return rows.map((row, index): Snapshot => {
      const aspired = row.aspired && !wanted.has(row.version);
      if (aspired) wanted.add(row.version);
      return { ...row, id: index + 1, aspired, failed: false };
    });
  });

it('asked twice answers the same, and retires the last one that serves only when nothing is wanted', () => {
  fc.assert(
    fc.property(anyCopies, fc.boolean(), (rows, together) => {
      const action = nextAction(rows, 'availability-preserving', together);
      expect(nextAction(rows, 'availability-preserving', together)).toEqual(action);
      if (action?.kind !== 'retire') return;
      const rest = rows.filter((copy) => copy.phase === 'available' && copy.id !== action.id);
      expect(rest.length > 0 || !rows.some((copy) => copy.aspired)).toBe(true);
    }),
  );
});

it('under resource-preserving loads nothing while something unwanted holds memory', () => {
  fc.assert(
    fc.property(anyCopies, (rows) => {
      const action = nextAction(rows, 'resource-preserving', false);
      if (action?.kind === 'load') expect(rows.filter((copy) => !copy.aspired && holds(copy.phase))).toEqual([]);
    }),
  );
});
