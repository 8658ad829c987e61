/**
 * The mirror of one model on one front end, under one split: which requests are chosen, where their copies run and what
 * counts them. Made anew with every table; copies under way keep the one that they began with.
 */
import { queuePolicyOf, type Admission, type VersionRoute } from '../batch/route.js';
import { Comparer } from '../compare/pair.js';
import type { Exchange } from '../memory/ticket.js';
import { bucketOfHash, saltOf } from '../routing/arm.js';
import type { Mirror, Split } from '../routing/split.js';
import type { ModelEntry, VersionEntry } from '../routing/table.js';
import { MirrorLane } from '../telemetry/arms.js';
import { createStats } from '../telemetry/layout.js';
import { inputPlaces, outputPlaces } from './copy.js';
import { outputsOf, PairLane } from './pairs.js';
import { VersionTarget, type Leaving } from './target.js';
import type { Versions } from './versions.js';

/** What outlives a table. */
export interface Progress {
  /** Copies under way, against the bound of the plan. */
  underWay: number;
  /** Where the row of chances is. */
  chance: number;
}

/** One of the two runs of a copy. */
export interface Run {
  readonly target: VersionTarget;
  readonly inputs: Int32Array;
  readonly outputs: Int32Array;
}

export class Mirroring {
  readonly lane: MirrorLane;
  readonly pairs: PairLane;
  readonly comparer: Comparer;
  readonly candidate: Run;
  readonly noise: Run;
  private readonly seed: number;

  private constructor(
    split: Split,
    readonly plan: Mirror,
    readonly progress: Progress,
    /** Callers' requests, some of which are copied. */
    readonly stable: VersionTarget,
    runs: { readonly candidate: VersionTarget; readonly noise: VersionTarget },
    frontEnd: number,
  ) {
    const { signature } = stable;
    this.seed = saltOf(`${split.rollout}/mirror/${frontEnd}`);
    this.lane = new MirrorLane(split.tallies, frontEnd);
    this.pairs = new PairLane(plan.pairs, frontEnd);
    this.comparer = new Comparer(signature.outputs, plan.rules);
    const run = (target: VersionTarget): Run => ({ target, inputs: inputPlaces(signature, target.signature), outputs: outputPlaces(signature, target.signature) });
    this.candidate = run(runs.candidate);
    this.noise = run(runs.noise);
  }

  /** Null where a table has nothing to mirror, or not both versions to do it with. */
  static of(model: ModelEntry<VersionRoute>, versions: Versions, exchange: Exchange, frontEnd: number, leaving: Leaving, progress: () => Progress): Mirroring | null {
    const { split } = model;
    const mirror = split?.mirror ?? null;
    if (split === null || mirror === null || mirror.weight === 0) return null;
    const stable = model.versions.get(model.defaultVersion);
    const candidate = model.versions.get(split.candidate);
    if (stable === undefined || candidate === undefined || stable === candidate) return null;
    // Control prepared these for another stable version, which is gone.
    if (stable.signature.outputs.length !== outputsOf(mirror.pairs)) return null;
    const targetOf = (entry: VersionEntry<VersionRoute>): VersionTarget => mirroredTarget(entry, versions.target(entry.servingId)!, exchange, leaving);
    return new Mirroring(split, mirror, progress(), versions.stableArm(model.name) ?? versions.target(stable.servingId)!, { candidate: targetOf(candidate), noise: targetOf(stable) }, frontEnd);
  }

  /** By a row of chances of its own: neither the key of a request nor its bucket has a say. */
  chooses(weight: number): boolean {
    const { progress } = this;
    progress.chance = (progress.chance + 0x9e3779b9) | 0;
    return bucketOfHash(mix(progress.chance ^ this.seed)) < weight;
  }
}

/** The same load with other rules: behind every caller, never more than half of the queue, no order, counted nowhere. */
function mirroredTarget(entry: VersionEntry<VersionRoute>, caller: VersionTarget, exchange: Exchange, leaving: Leaving): VersionTarget {
  const route: VersionRoute = { ...entry.route, admission: behindCallers(entry.route.admission), stats: createStats(1, 1, 1) };
  const target = new VersionTarget({ ...entry, route }, exchange, 0, { caller, arm: null, headers: null });
  target.leaving = leaving;
  return target;
}

function behindCallers(admission: Admission): Admission {
  const { priorityLevels } = admission;
  const { queueSizeMax } = queuePolicyOf(admission, priorityLevels);
  return {
    priorityLevels, defaultPriority: priorityLevels, preserveOrdering: false, queueByPriority: new Map(),
    queue: { queueSizeMax: Math.max(1, queueSizeMax >> 1), defaultTimeoutUs: 0, allowTimeoutOverride: false, timeoutAction: 'reject' },
  };
}

function mix(value: number): number {
  let h = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
