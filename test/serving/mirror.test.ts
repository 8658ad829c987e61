/** The mirror over a data plane that is stepped by hand: what is chosen, what it costs, and that all of it comes back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FakeScript } from '../../src/backend/fake.js';
import type { CompareRule } from '../../src/compare/rule.js';
import type { Mirror } from '../../src/routing/split.js';
import { readPairs } from '../../src/serving/pairs.js';
import { readTallies } from '../../src/telemetry/arms.js';
import { MirrorWorld } from './mirrored.js';

const EXACT: CompareRule = { kind: 'exact' };

function worldOf(script: Partial<FakeScript> = {}, mirror: Partial<Mirror> = {}, more: ConstructorParameters<typeof MirrorWorld>[0] = {}): MirrorWorld {
  return new MirrorWorld({ ...more, candidateScript: { add: 1, ...script }, mirror: { rules: [EXACT], ...mirror } });
}

describe('a mirror', () => {
  it('counts agreement, disagreement and noise exactly, by requests and by rows', () => {
    const world = worldOf({ add: 2 }, { noiseWeight: 10_000 });
    const asks = [world.ask([1]), world.ask([2, 3]), world.ask([4, 5, 6])];
    world.turn();
    expect(asks.map(({ outcome, values }) => [outcome, values])).toEqual([['ok', [2]], ['ok', [3, 4]], ['ok', [5, 6, 7]]]);
    const { candidate, floor } = readPairs(world.pairs);
    expect([candidate.requests, candidate.disagreements, candidate.rows.pairs, candidate.rows.disagreements]).toEqual([3, 3, 6, 6]);
    expect(candidate.rows.outputs[0]!.measures.maxAbsolute).toEqual({ pairs: 6, mean: 1, worst: 1 });
    expect([floor.requests, floor.disagreements, floor.rows.pairs, floor.rows.outputs[0]!.identical]).toEqual([3, 0, 6, 6]);
    expect(world.mirrorCounts()).toEqual({ compared: 3, noise: 3, faults: 0, skippedBusy: 0, skippedMemory: 0, skippedOutside: 0 });
    expect(world.leaks()).toEqual(world.nothing());
  });

  it('leaves counters, logs and alarms of callers as they are', () => {
    const world = worldOf();
    world.ask([1]);
    world.turn();
    expect(world.settled).toHaveLength(1);
    expect(readPairs(world.pairs).candidate.requests).toBe(1);
    expect(world.callerCounts('candidate')).toEqual({ success: 0, inFlight: 0 });
    expect(world.callerCounts('stable')).toEqual({ success: 1, inFlight: 0 });
  });

  it('chooses its share, and the noise its share of that, by chances of its own', () => {
    const world = worldOf({}, { weight: 2_000, noiseWeight: 5_000, concurrencyMax: 1_000 });
    for (let k = 0; k < 5_000; k++) {
      world.ask([k]);
      world.turn();
    }
    const { compared, noise } = world.mirrorCounts();
    // Four standard errors of a binomial.
    expect(Math.abs(compared - 1_000)).toBeLessThan(4 * Math.sqrt(5_000 * 0.2 * 0.8));
    expect(Math.abs(noise - compared / 2)).toBeLessThan(4 * Math.sqrt(compared * 0.25));
  });

  it('keeps to its bound while the candidate does not answer, and callers notice nothing', () => {
    const world = worldOf({}, { concurrencyMax: 3 });
    world.holdCandidate = true;
    const asks = Array.from({ length: 20 }, (_, k) => world.ask([k]));
    world.turn();
    expect(asks.map(({ outcome }) => outcome)).toEqual(asks.map(() => 'ok'));
    expect(world.mirrorCounts()).toMatchObject({ compared: 0, skippedBusy: 17 });
    expect([world.front.openRequests, world.front.callers]).toEqual([3, 0]);
    world.holdCandidate = false;
    world.turn();
    expect(world.mirrorCounts()).toMatchObject({ compared: 3, skippedBusy: 17, faults: 0 });
    expect(world.leaks()).toEqual(world.nothing());
  });

  it('gives a run up at its deadline, as a fault of the candidate, and has its memory back', () => {
    const world = worldOf({}, { concurrencyMax: 2 });
    world.holdCandidate = true;
    world.ask([1]);
    world.turn();
    world.pass(10_000_001);
    expect(world.mirrorCounts()).toMatchObject({ faults: 1, compared: 0 });
    expect(world.leaks()).not.toEqual(world.nothing());
    world.holdCandidate = false;
    world.turn();
    expect(world.mirrorCounts()).toMatchObject({ faults: 1, compared: 0 });
    expect(world.leaks()).toEqual(world.nothing());
  });

  it('counts what the candidate fails, and goes on', () => {
    const world = worldOf({ failOn: 666 });
    const asks = [world.ask([666]), world.ask([1])];
    world.turn();
    expect(asks.map(({ outcome }) => outcome)).toEqual(['ok', 'ok']);
    expect(world.mirrorCounts()).toMatchObject({ faults: 1, compared: 1 });
    expect(world.leaks()).toEqual(world.nothing());
  });

  it('does not copy what the stable version failed', () => {
    const world = worldOf({}, {}, { script: { add: 1, failOn: 666 } });
    const ask = world.ask([666]);
    world.turn();
    expect(ask.outcome).toBe('backend_failed');
    expect(world.mirrorCounts()).toMatchObject({ faults: 0, compared: 0 });
  });

  it('skips where memory is short, before a caller is refused for it', () => {
    const world = worldOf({}, { concurrencyMax: 100 }, { arenaBytes: 16 * 1024 });
    world.holdCandidate = true;
    const first = Array.from({ length: 4 }, (_, k) => world.ask([k]));
    world.turn();
    const { skippedMemory } = world.mirrorCounts();
    // An eighth of the memory is 4 blocks of the smallest size.
    expect(skippedMemory).toBe(0);
    const more = Array.from({ length: 4 }, (_, k) => world.ask([k]));
    world.turn();
    expect(world.mirrorCounts().skippedMemory).toBe(4);
    expect([...first, ...more].map(({ outcome }) => outcome)).toEqual(Array.from({ length: 8 }, () => 'ok'));
    world.holdCandidate = false;
    world.turn();
    expect(world.leaks()).toEqual(world.nothing());
  });

  it('takes no more than half of the candidate\'s queue', () => {
    const world = worldOf({}, { concurrencyMax: 100 }, { queueSizeMax: 6 });
    world.holdCandidate = true;
    for (let k = 0; k < 6; k++) {
      world.ask([k]);
      world.turn();
    }
    expect(world.mirrorCounts()).toMatchObject({ skippedBusy: 3, faults: 0 });
    const direct = Array.from({ length: 3 }, (_, k) => world.ask([k], { version: '2' }));
    world.holdCandidate = false;
    world.turn();
    expect(direct.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok']);
    expect(world.leaks()).toEqual(world.nothing());
  });

  it('leaves alone what lies in a client\'s memory', () => {
    const world = worldOf();
    world.askRegion();
    expect(() => world.turn()).not.toThrow();
    expect(world.mirrorCounts()).toMatchObject({ skippedOutside: 1, compared: 0, faults: 0 });
  });

  it('does not put its copies into the order of callers', () => {
    const world = worldOf({}, { noiseWeight: 10_000 }, { preserveOrdering: true });
    const outcomes: string[] = [];
    world.holdCandidate = true;
    world.ask([1], { onSettled: () => outcomes.push('first') });
    world.turn();
    world.ask([2], { version: '2', onSettled: () => outcomes.push('direct') });
    world.ask([3], { onSettled: () => outcomes.push('third') });
    world.turn();
    expect(outcomes).toEqual(['first', 'third']);
    world.holdCandidate = false;
    world.turn();
    expect(outcomes).toEqual(['first', 'third', 'direct']);
    expect(world.mirrorCounts()).toMatchObject({ compared: 2, noise: 2 });
    expect(world.leaks()).toEqual(world.nothing());
  });

  it('is nothing once the split is gone, and what is under way ends', () => {
    const world = worldOf({}, { noiseWeight: 10_000 });
    world.holdCandidate = true;
    world.ask([1]);
    world.turn();
    world.direct(null);
    world.ask([2]);
    world.turn();
    expect(world.mirrorCounts()).toMatchObject({ noise: 1, compared: 0 });
    world.holdCandidate = false;
    world.turn();
    expect(world.mirrorCounts()).toMatchObject({ noise: 1, compared: 1 });
    expect(world.leaks()).toEqual(world.nothing());
  });

  it('gives up what waits for a candidate that leaves, which is drained only when all of it is back', () => {
    const world = worldOf();
    world.holdCandidate = true;
    world.ask([1]);
    world.turn();
    world.withoutCandidate();
    expect(world.drained).toEqual([]);
    world.holdCandidate = false;
    world.turn();
    expect(world.drained).toEqual([{ front: 0, servingId: 2 }]);
    expect(world.mirrorCounts()).toMatchObject({ compared: 0, faults: 0 });
    expect(world.leaks()).toEqual(world.nothing());
  });

  it('lives through the death of the candidate', () => {
    const world = worldOf();
    world.holdCandidate = true;
    world.ask([1]);
    world.turn();
    world.killCandidate();
    world.turn();
    expect(world.mirrorCounts()).toMatchObject({ faults: 1 });
    const ask = world.ask([2]);
    world.turn();
    expect(ask.outcome).toBe('ok');
    expect(world.mirrorCounts()).toMatchObject({ faults: 2, compared: 0 });
    expect(world.leaks()).toEqual(world.nothing());
  });

  it('compares by name where the candidate\'s signature differs', () => {
    const world = worldOf({}, {}, { candidateOutputs: [['other', 'FP32', [1]], ['y', 'FP32', [1]]] });
    world.ask([1, 2]);
    world.turn();
    const { candidate } = readPairs(world.pairs);
    expect([candidate.requests, candidate.disagreements, candidate.rows.outputs[0]!.identical]).toEqual([1, 0, 2]);
    const without = worldOf({}, {}, { candidateOutputs: [['other', 'FP32', [1]]] });
    without.ask([1]);
    without.turn();
    expect(readPairs(without.pairs).candidate).toMatchObject({ requests: 1, disagreements: 1 });
    expect(readTallies(without.tallies).mirror.faults).toBe(0);
  });

  it('comes back to nothing whatever order things happen in', () => {
    type Event = 'ask' | 'askBatch' | 'turn' | 'hold' | 'go' | 'off' | 'on' | 'pass' | 'direct' | 'cancel';
    const event = fc.constantFrom<Event>('ask', 'askBatch', 'turn', 'hold', 'go', 'off', 'on', 'pass', 'direct', 'cancel');
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const world = worldOf({}, { weight: 7_000, noiseWeight: 4_000, concurrencyMax: 4 }, { arenaBytes: 64 * 1024 });
        const asks: ReturnType<MirrorWorld['ask']>[] = [];
        const done = (): number => asks.filter(({ outcome }) => outcome === 'ok').length;
        for (const each of events) {
          if (each === 'ask') asks.push(world.ask([asks.length]));
          else if (each === 'askBatch') asks.push(world.ask([1, 2, 3, 4, 5, 6, 7, 8]));
          else if (each === 'turn') world.turn();
          else if (each === 'hold') world.holdCandidate = true;
          else if (each === 'go') world.holdCandidate = false;
          else if (each === 'off') world.withoutCandidate();
          else if (each === 'on') world.direct(world.split);
          else if (each === 'pass') world.pass(4_000_000);
          else if (each === 'direct') world.direct(null);
          else world.ask([9], { onSettled: () => undefined }).request.abandon(null);
        }
        world.holdCandidate = false;
        world.turn();
        expect(done()).toBe(asks.length);
        expect(world.leaks()).toEqual(world.nothing());
        expect(readPairs(world.pairs).candidate.disagreements).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});
