/**
 * What one process knows of one rollout and the document does not: the counters of each stretch with one split, and
 * what the judge said last. Stretches before this process are in the document and are only added to.
 */
import { addComparisons, type KeptComparison } from '../compare/comparison.js';
import type { Evidence } from '../judge/evidence.js';
import type { Judgement } from '../judge/judgement.js';
import { gather, type CandidateFacts, type Gathered, type LiveSegment } from './evidence.js';
import type { LabelCounts, Rollout } from './document.js';
import type { Book, Counters } from './port.js';
import { shareOf, type Weights } from './traffic.js';

/** The stable version's counts this long ago tell whether it is well now. */
const RECENT_MS = 60_000;
const RECENT_EVERY_MS = 1_000;

interface Stretch extends LiveSegment {
  readonly counters: Counters;
}

export class Live {
  readonly id: string;
  /** Counted by earlier processes. */
  private readonly base: Evidence;
  private readonly comparisonBase: KeptComparison | null;
  private readonly stretches: Stretch[] = [];
  private readonly recent: { readonly atMs: number; readonly units: number; readonly failures: number }[] = [];
  private readonly crashesBefore: number;
  judgement: Judgement | null = null;
  reason: string | null = null;
  /** When counts were last written, and which. */
  savedMs = 0;
  saved = '';

  /** @param facts of the candidate, its crashes counted since the process began */
  constructor(rollout: Rollout, readonly book: Book, private readonly facts: () => CandidateFacts) {
    this.id = rollout.id;
    this.base = rollout.evidence;
    this.comparisonBase = rollout.comparison;
    this.crashesBefore = facts().crashes - (rollout.evidence.guards?.crashes ?? 0);
  }

  /** From now on requests are divided by these weights. */
  begin(rollout: Rollout, weights: Weights, counters: Counters, nowMs: number): void {
    this.stretches.push({
      counters,
      // While somebody is asked, the last step goes on.
      stage: rollout.phase.kind === 'step' ? rollout.phase.index : Math.max(0, rollout.plan.steps.length - 1),
      share: shareOf(weights),
      hasTwin: weights.control > 0,
      sinceMs: nowMs,
      read: () => counters.read(),
    });
  }

  gather(rollout: Rollout, nowMs: number): Gathered {
    const { crashes, memoryBytes } = this.facts();
    const gathered = gather(this.base, this.stretches, rollout.sinceMs, { crashes: crashes - this.crashesBefore, memoryBytes });
    return { ...gathered, evidence: { ...gathered.evidence, guards: { ...gathered.evidence.guards, baselineRecent: this.baselineRecent(gathered.health, nowMs) } } };
  }

  /** What the document keeps beside the evidence. */
  kept({ plan }: Rollout): Pick<Rollout, 'keys' | 'comparison' | 'labels'> {
    return { keys: plan.assign.kind === 'chance' ? null : this.book.saveKeys(), comparison: this.comparison(), labels: this.labels() };
  }

  comparison(): KeptComparison | null {
    return this.stretches.reduce((sum, { counters }) => {
      const more = counters.comparison();
      return more === null ? sum : addComparisons(sum, more);
    }, this.comparisonBase);
  }

  labels(): LabelCounts | null {
    return this.book.labelCounts();
  }

  /** p50, p90, p95, p99 of the stable version once `countMin` of its requests were seen under any split; null before. */
  latencyUs(countMin: number): readonly [number, number, number, number] | null {
    const newest = this.stretches.at(-1)?.counters;
    if (newest === undefined || newest.latencyCount() < countMin) return null;
    return [newest.latencyUs(0.5), newest.latencyUs(0.9), newest.latencyUs(0.95), newest.latencyUs(0.99)];
  }

  private baselineRecent({ requests: units, failed: failures }: Gathered['health'], nowMs: number): { readonly units: number; readonly failures: number } {
    const { recent } = this;
    const last = recent.at(-1);
    if (last === undefined || nowMs - last.atMs >= RECENT_EVERY_MS) recent.push({ atMs: nowMs, units, failures });
    while (recent.length > 1 && recent[1]!.atMs <= nowMs - RECENT_MS) recent.shift();
    const then = recent[0]!;
    return { units: units - then.units, failures: failures - then.failures };
  }
}
