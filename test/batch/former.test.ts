/** The tables of Triton's batcher tests (L0_batcher, L0_model_queue), and what must hold for every line and policy. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Former, type Line } from '../../src/batch/former.js';
import type { BatchPolicy } from '../../src/batch/policy.js';
import { policyOf } from '../support/world.js';

interface Waiting {
  readonly rows: number;
  readonly shape: number;
  readonly atUs: number;
}

/** A line as an array; ids are positions in `all`, so that they stay while others leave. */
class ArrayLine implements Line {
  readonly order: number[] = [];
  constructor(readonly all: readonly Waiting[]) {}
  first = (): number => this.order[0] ?? -1;
  next = (id: number): number => this.order[this.order.indexOf(id) + 1] ?? -1;
  rows = (id: number): number => this.all[id]!.rows;
  shape = (id: number): number => this.all[id]!.shape;
  offeredUs = (id: number): number => this.all[id]!.atUs;
}

interface Run {
  readonly atUs: number;
  readonly rows: number;
  readonly ids: readonly number[];
}

const S = 1_000_000;

/** One idle instance that takes whatever leaves, woken as the former asks: by arrivals and by its own wait. */
function serve(policy: BatchPolicy, all: readonly Waiting[], holdUntilAll = false): Run[] {
  const former = new Former(policy, Math.max(1, policy.maxBatchSize));
  const line = new ArrayLine(all);
  const runs: Run[] = [];
  let arrived = 0;
  let nowUs = 0;
  while (arrived < all.length || line.order.length > 0) {
    if (holdUntilAll && arrived < all.length) nowUs = Math.max(nowUs, all[all.length - 1]!.atUs);
    for (; arrived < all.length && all[arrived]!.atUs <= nowUs; arrived++) line.order.push(arrived);
    const formed = former.form(line, nowUs);
    if (formed.count > 0) {
      const ids = [...formed.ids.subarray(0, formed.count)];
      runs.push({ atUs: nowUs, rows: formed.rows, ids });
      for (const id of ids) line.order.splice(line.order.indexOf(id), 1);
      continue;
    }
    const dueUs = nowUs + formed.waitUs;
    const nextUs = all[arrived]?.atUs ?? Infinity;
    expect(Math.min(dueUs, nextUs), 'the line waits for nothing').toBeLessThan(Infinity);
    nowUs = Math.min(dueUs, nextUs);
  }
  return runs;
}

const shapes: Record<string, number> = { a: 0, b: 1 };

/** '3 7b': requests of 3 rows of shape a and 7 rows of shape b, one second apart. */
const requests = (text: string, apartUs = S): Waiting[] =>
  text.split(' ').map((word, k) => ({ rows: parseInt(word, 10), shape: shapes[word.replace(/\d+/, '') || 'a']!, atUs: k * apartUs }));

/** Rows of each run in order, and the whole seconds that its requests waited. */
const told = (runs: readonly Run[], all: readonly Waiting[]): string =>
  runs.map(({ rows, ids, atUs }) => `${rows}:${ids.map((id) => Math.round((atUs - all[id]!.atUs) / S)).join(',')}`).join(' ');

describe('the batcher, by Triton\'s table: at most 8 rows, 2 or 6 preferred, 10 s of delay', () => {
  const policy = policyOf({ maxBatchSize: 8, preferredSizes: [2, 6], maxQueueDelayUs: 10 * S });
  const cases: readonly (readonly [what: string, sent: string, expected: string, hold?: boolean, apartUs?: number])[] = [
    ['a preferred size leaves at once', '2 6', '2:0 6:0'],
    ['below every preferred size waits', '1', '1:10'],
    ['between preferred sizes waits', '3', '3:10'],
    ['over the largest preferred size leaves', '7', '7:0'],
    ['two that together lie between wait for the oldest', '1 3', '4:10,9'],
    ['another shape waits in a line of its own (Triton flushes the first)', '1 1b', '1:10 1:10'],
    ['one shape may be given in turns with another', '1 1b 1 1b', '2:2,0 2:2,0'],
    ['three then another shape: nothing is flushed', '1 3 1b', '4:10,9 1:10'],
    ['another shape reaches a preferred size by itself', '1 3 1b 5b', '6:1,0 4:10,9'],
    ['the same, held until all four wait', '1 3 1b 5b', '6:1,0 4:10,9', true],
    ['3, 7: over the largest preferred together, so one after the other', '3 7', '3:1 7:0'],
    ['3, 4: the first leaves, the second waits', '3 4', '3:1 4:10'],
    ['the same, held until both wait', '3 4', '3:1 4:10', true],
    ['all that is overdue leaves together', '3 4 1', '8:22,11,0', true, 11 * S],
    ['the largest preferred size, not three of the smallest', '1 1 1 1 1 1', '6:5,4,3,2,1,0', true],
    ['two leave, the third waits', '1 1 1', '2:2,1 1:10', true],
    ['exactly the most leaves', '8', '8:0'],
    ['what would not fit stays behind', '7 2', '7:0 2:0'],
  ];
  for (const [what, sent, expected, hold, apartUs] of cases) {
    it(`${sent}: ${what}`, () => {
      const all = requests(sent, apartUs);
      expect(told(serve(policy, all, hold), all)).toBe(expected);
    });
  }
});

describe('the batcher without delay', () => {
  const sizes = (policy: Partial<BatchPolicy>, sent: string): number[] => {
    const all = requests(sent, 0);
    return serve(policyOf({ maxBatchSize: 8, ...policy }), all, true).map(({ rows }) => rows);
  };
  it('prefers 4 and 6, and sends the rest at once', () => {
    const preferredSizes = [4, 6];
    expect(sizes({ preferredSizes }, '1 1 1 1')).toEqual([4]);
    expect(sizes({ preferredSizes }, '1 1 1 1 1')).toEqual([4, 1]);
    expect(sizes({ preferredSizes }, '1 1 1 1 1 1 1')).toEqual([6, 1]);
    expect(sizes({ preferredSizes }, '1 1 1')).toEqual([3]);
  });
  it('cuts 12 into runs of 4 where 4 is preferred', () => {
    expect(sizes({ preferredSizes: [4], maxQueueDelayUs: 10 * S }, '1 1 1 1 1 1 1 1 1 1 1 1')).toEqual([4, 4, 4]);
  });
  it('cuts 12 into two where nothing is preferred, with or without delay', () => {
    expect(sizes({}, '1 1 1 1 1 1 1 1 1 1 1 1')).toEqual([8, 4]);
    expect(sizes({ maxQueueDelayUs: S }, '1 1 1 1 1 1 1 1 1 1 1 1')).toEqual([8, 4]);
  });
  it('sends what is there', () => {
    expect(sizes({}, '1 2 1b')).toEqual([3, 1]);
  });
  it('runs every request alone where the config has no dynamic batching', () => {
    expect(sizes({ dynamic: false, preferredSizes: [] }, '1 3 8')).toEqual([1, 3, 8]);
  });
});

describe('for every line and policy', () => {
  const anyPolicy = fc
    .record({ max: fc.integer({ min: 1, max: 16 }), preferred: fc.uniqueArray(fc.integer({ min: 1, max: 16 }), { maxLength: 3 }), delay: fc.constantFrom(0, 5, 100) })
    .map(({ max, preferred, delay }) => {
      const fitting = preferred.filter((size) => size <= max).sort((a, b) => a - b);
      return policyOf({ maxBatchSize: max, preferredSizes: fitting.length > 0 ? fitting : [max], maxQueueDelayUs: delay });
    });
  const anyLine = (max: number): fc.Arbitrary<Waiting[]> =>
    fc
      .array(fc.record({ rows: fc.integer({ min: 1, max }), shape: fc.nat(3), gap: fc.nat(40) }), { minLength: 1, maxLength: 40 })
      .map((all) => {
        let atUs = 0;
        return all.map(({ rows, shape, gap }) => ({ rows, shape, atUs: (atUs += gap) }));
      });

  it('no run is too large or of two shapes, nobody waits beyond the delay, and each shape keeps its order', () => {
    fc.assert(
      fc.property(anyPolicy.chain((policy) => fc.tuple(fc.constant(policy), anyLine(policy.maxBatchSize))), ([policy, all]) => {
        const runs = serve(policy, all);
        const order = new Map<number, number>();
        const seen = new Set<number>();
        for (const { ids, rows, atUs } of runs) {
          expect(rows).toBe(ids.reduce((sum, id) => sum + all[id]!.rows, 0));
          expect(rows).toBeLessThanOrEqual(policy.maxBatchSize);
          expect(new Set(ids.map((id) => all[id]!.shape)).size).toBe(1);
          for (const id of ids) {
            expect(seen.has(id)).toBe(false);
            seen.add(id);
            const { shape, atUs: fromUs } = all[id]!;
            expect(id).toBeGreaterThan(order.get(shape) ?? -1);
            order.set(shape, id);
            // An instance that is always idle serves everybody within the delay.
            expect(atUs - fromUs).toBeLessThanOrEqual(policy.maxQueueDelayUs);
          }
        }
        expect(seen.size).toBe(all.length);
      }),
      { numRuns: 300 },
    );
  });

  it('a later request in front (by priority) does not make an older one wait longer', () => {
    const policy = policyOf({ maxBatchSize: 8, maxQueueDelayUs: 100 });
    const line = new ArrayLine([{ rows: 1, shape: 0, atUs: 0 }, { rows: 1, shape: 0, atUs: 90 }]);
    line.order.push(1, 0);
    expect(new Former(policy, 8).form(line, 95)).toMatchObject({ count: 0, waitUs: 5 });
    expect(new Former(policy, 8).form(line, 100)).toMatchObject({ count: 2, rows: 2 });
  });

  it('says how many rows are missing for one shape, and that any may do for several', () => {
    const policy = policyOf({ maxBatchSize: 8, preferredSizes: [4, 8], maxQueueDelayUs: 100 });
    const line = new ArrayLine([{ rows: 1, shape: 0, atUs: 0 }, { rows: 5, shape: 1, atUs: 10 }]);
    line.order.push(0);
    expect(new Former(policy, 8).form(line, 20)).toMatchObject({ count: 0, waitUs: 80, rowsMissing: 3 });
    line.order.push(1);
    expect(new Former(policyOf({ maxBatchSize: 8, maxQueueDelayUs: 100 }), 8).form(line, 20)).toMatchObject({ count: 0, waitUs: 80, rowsMissing: 1 });
  });
});
