/** What a process counts of a rollout over stretches and restarts: everything that was written once, and nothing twice. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptComparison } from '../../src/compare/comparison.js';
import { TALLY_LAYOUT, tallyCells } from '../../src/compare/tally.js';
import type { Evidence } from '../../src/judge/evidence.js';
import type { Rollout } from '../../src/rollout/document.js';
import { emptyDocument } from '../../src/rollout/document.js';
import { Live } from '../../src/rollout/live.js';
import { reduce, start, swapped } from '../../src/rollout/machine.js';
import { HandCounting } from './puppets.js';
import { planOf } from '../support/plan.js';

const PLAN = planOf({ steps: [{ weight: 10 }, { weight: 50 }], twin: false });
const STARTED = reduce(start(swapped(emptyDocument('m'), 1), { id: 'r1', candidate: 2, fingerprint: 'f', plan: PLAN, why: '' }, { atMs: 0, who: 'a' }), { type: 'ready' }, 0).rollout!;
const WEIGHTS = [{ canary: 1000, control: 0, isMirrored: false }, { canary: 5000, control: 0, isMirrored: false }];

/** A rollout as one process after the other has it. */
class Story {
  counting = new HandCounting();
  crashes = 0;
  live: Live;
  rollout: Rollout = STARTED;
  private index = 0;
  constructor() {
    this.live = this.process();
    this.begin(0);
  }
  begin(index: number): void {
    this.index = index;
    this.rollout = { ...this.rollout, phase: { kind: 'step', index } };
    this.live.begin(this.rollout, WEIGHTS[index]!, this.counting.counters(null, 'm', 1), 0);
  }
  evidence(): Evidence {
    return this.live.gather(this.rollout, 0).evidence;
  }
  snapshot(): void {
    this.rollout = { ...this.rollout, evidence: this.evidence() };
  }
  restart(): void {
    this.counting = new HandCounting();
    this.crashes = 0;
    this.live = this.process();
    this.begin(this.index);
  }
  private process(): Live {
    return new Live(this.rollout, this.counting.open('m', this.rollout), () => ({ crashes: this.crashes, memoryBytes: 0 }));
  }
}

const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('count' as const), canary: fc.nat(50), stable: fc.nat(50), dies: fc.boolean() }),
    fc.record({ do: fc.constantFrom('snapshot' as const, 'restart' as const) }),
    fc.record({ do: fc.constant('step' as const), index: fc.constantFrom(0, 1) }),
  ),
  { maxLength: 60 },
);

describe('counts over restarts', () => {
  it('are all that was written and all since, never more than was sent, in as few segments as there are shares', () => {
    fc.assert(fc.property(steps, (story) => {
      const rollout = new Story();
      const written = { canary: 0, stable: 0, crashes: 0 };
      let since = { canary: 0, stable: 0, crashes: 0 };
      for (const step of story) {
        switch (step.do) {
          case 'count':
            rollout.counting.now.add('canary', step.canary);
            rollout.counting.now.add('stable', step.stable);
            if (step.dies) rollout.crashes += 1;
            since = { canary: since.canary + step.canary, stable: since.stable + step.stable, crashes: since.crashes + (step.dies ? 1 : 0) };
            break;
          case 'snapshot':
            rollout.snapshot();
            for (const key of ['canary', 'stable', 'crashes'] as const) written[key] += since[key];
            since = { canary: 0, stable: 0, crashes: 0 };
            break;
          case 'restart':
            rollout.restart();
            since = { canary: 0, stable: 0, crashes: 0 };
            break;
          case 'step':
            rollout.begin(step.index);
        }
        const { segments, guards } = rollout.evidence();
        expect({
          canary: segments.reduce((sum, { canary }) => sum + canary.units, 0),
          stable: segments.reduce((sum, { baseline }) => sum + baseline.units, 0),
          crashes: guards?.crashes,
        }).toEqual({ canary: written.canary + since.canary, stable: written.stable + since.stable, crashes: written.crashes + since.crashes });
        expect(segments.length).toBeLessThanOrEqual(WEIGHTS.length);
      }
    }), { numRuns: 300 });
  });
});

describe('what a process knows', () => {
  it('tells how well the stable version did in its last minute only', () => {
    const story = new Story();
    const recent = (nowMs: number) => story.live.gather(story.rollout, nowMs).evidence.guards?.baselineRecent;
    expect(recent(0)).toEqual({ units: 0, failures: 0 });
    story.counting.now.add('stable', 100, 90);
    expect(recent(1_000)).toEqual({ units: 100, failures: 90 });
    story.counting.now.add('stable', 50);
    expect(recent(61_000)).toEqual({ units: 50, failures: 0 });
  });

  it('freezes no quantiles before enough requests were seen', () => {
    const story = new Story();
    story.counting.now.latencies = 99;
    expect(story.live.latencyUs(100)).toBeNull();
    story.counting.now.latencies = 100;
    expect(story.live.latencyUs(100)).toEqual([500, 900, 950, 990]);
  });

  it('adds what its stretches compared to what was kept before, each once', () => {
    const compared = (requests: number): KeptComparison => {
      const side = { requests, disagreements: 0, cells: Array.from({ length: tallyCells(0) }, () => 0) };
      return { layout: TALLY_LAYOUT, outputs: [], candidate: side, floor: side, skips: { busy: requests, memory: 0, outside: 0, faults: 0 }, slices: null };
    };
    const story = new Story();
    const seen = (): unknown => [story.live.comparison()?.candidate.requests, story.live.comparison()?.skips.busy];
    expect(story.live.comparison()).toBeNull();
    story.counting.now.compared = compared(5);
    story.begin(1);
    story.counting.now.compared = compared(2);
    expect([seen(), seen()]).toEqual([[7, 7], [7, 7]]);
    story.rollout = { ...story.rollout, ...story.live.kept(story.rollout) };
    story.restart();
    expect(seen()).toEqual([7, 7]);
    story.counting.now.compared = compared(1);
    expect(seen()).toEqual([8, 8]);
  });

  it('counts the last step on while somebody is asked', () => {
    const story = new Story();
    story.rollout = { ...story.rollout, phase: { kind: 'approval' } };
    story.live.begin(story.rollout, WEIGHTS[1]!, story.counting.counters(null, 'm', 1), 0);
    story.counting.now.add('canary', 1);
    expect(story.evidence().segments.at(-1)).toMatchObject({ stage: 1, share: 0.5, canary: { units: 1 } });
  });
});
