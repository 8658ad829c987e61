/**
 * From counters of front ends to what the judge is shown, and from its judgement to what a rollout acts on. Pure. What
 * earlier processes counted is kept in the document as whole segments; the live ones are added to it and never to
 * each other, so nothing is counted twice.
 */
import type { ArmCounts, Evidence, LatencySigns, MirrorCounts, Segment } from '../judge/evidence.js';
import type { Judgement } from '../judge/judgement.js';
import { DEFAULT_PLAN, METRICS, type JudgePlan, type MetricPlan as JudgeMetric } from '../judge/plan.js';
import type { Rollout } from './document.js';
import type { Verdict } from './machine.js';
import type { MetricPlan, Plan } from './plan.js';

/** What front ends counted under one segment. */
export interface SegmentReading {
  readonly stable: ArmCounts;
  readonly control: ArmCounts;
  readonly canary: ArmCounts;
  readonly mirror: MirrorCounts;
  readonly floor: MirrorCounts;
  /** Candidate outputs that were compared, and those with NaN or infinity. */
  readonly outputs: { readonly checked: number; readonly nonFinite: number };
  /** Mirrored requests that failed on the candidate. */
  readonly mirrorFaults: number;
  /** Requests that the stable version and its twin answered or failed: an outage fails requests, whose batches are fewer. */
  readonly health: { readonly requests: number; readonly failed: number };
  /** Answers by bin; none where they are not told apart. */
  readonly outcomes?: Readonly<Record<'stable' | 'control' | 'canary', readonly number[]>>;
  readonly latencySigns?: LatencySigns;
}

/** A stretch with one split, still counting. */
export interface LiveSegment {
  readonly stage: number;
  readonly share: number;
  readonly hasTwin: boolean;
  /** Since when, to tell what belongs to the present phase. */
  readonly sinceMs: number;
  read(): SegmentReading;
}

export interface Gathered {
  readonly evidence: Evidence;
  readonly phaseUnits: number;
  /** Of the stable version and its twin, in this process. */
  readonly health: SegmentReading['health'];
}

/** What is known of the candidate without counting requests. */
export interface CandidateFacts {
  /** Since the rollout began, over all processes. */
  readonly crashes: number;
  readonly memoryBytes: number;
}

/** @param base evidence of earlier processes @param phaseSinceMs when the present phase began */
export function gather(base: Evidence, live: readonly LiveSegment[], phaseSinceMs: number, facts: CandidateFacts): Gathered {
  const segments: Segment[] = [...base.segments];
  let candidate = base.mirror?.candidate ?? NO_PAIRS;
  let floor = base.mirror?.floor ?? NO_PAIRS;
  let outputs = base.guards?.outputs ?? { checked: 0, nonFinite: 0 };
  let signs = base.latencySigns ?? NO_SIGNS;
  let phaseUnits = 0;
  let health = { requests: 0, failed: 0 };
  for (const each of live) {
    const reading = each.read();
    health = { requests: health.requests + reading.health.requests, failed: health.failed + reading.health.failed };
    // A copy that the candidate fails, of a request that the stable version has answered, is as good as a wrong answer.
    candidate = addPairs(addPairs(candidate, reading.mirror), { pairs: reading.mirrorFaults, disagreements: reading.mirrorFaults });
    floor = addPairs(floor, reading.floor);
    outputs = { checked: outputs.checked + reading.outputs.checked, nonFinite: outputs.nonFinite + reading.outputs.nonFinite };
    if (each.share === 0) continue;
    const { canary, control, stable } = reading;
    const arms = each.hasTwin ? { canary, baseline: control } : { canary: untimed(canary), baseline: untimed(stable) };
    segments.push({ stage: each.stage, share: each.share, ...arms, ...outcomesOf(reading, each.hasTwin) });
    if (each.hasTwin) signs = addSigns(signs, reading.latencySigns ?? NO_SIGNS);
    if (each.sinceMs >= phaseSinceMs) phaseUnits += reading.canary.units;
  }
  return {
    evidence: {
      segments: compact(segments),
      ...(candidate.pairs > 0 || floor.pairs > 0 ? { mirror: { candidate, floor } } : {}),
      ...(signs.canarySlower + signs.baselineSlower > 0 ? { latencySigns: signs } : {}),
      guards: { outputs, ...facts },
    },
    phaseUnits,
    health,
  };
}

/** Arms of different sizes batch differently, so that their latencies say nothing about the versions. */
function untimed(counts: ArmCounts): ArmCounts {
  return { ...counts, timed: 0, exceed: [0, 0, 0, 0] };
}

/** Cut behind the last bin that anything fell into; nothing where nothing did. */
function outcomesOf({ outcomes }: SegmentReading, hasTwin: boolean): Pick<Segment, 'outcomes'> {
  if (outcomes === undefined) return {};
  const canary = [...outcomes.canary];
  const baseline = [...(hasTwin ? outcomes.control : outcomes.stable)];
  while (canary.length > 0 && canary.at(-1) === 0 && baseline.at(-1) === 0) {
    canary.pop();
    baseline.pop();
  }
  return canary.length === 0 ? {} : { outcomes: { canary, baseline } };
}

function addOutcomes(a: Segment['outcomes'], b: Segment['outcomes']): Pick<Segment, 'outcomes'> {
  if (a === undefined || b === undefined) return a === undefined && b === undefined ? {} : { outcomes: (a ?? b)! };
  return { outcomes: { canary: addBins(a.canary, b.canary), baseline: addBins(a.baseline, b.baseline) } };
}

function addBins(a: readonly number[], b: readonly number[]): number[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, bin) => (a[bin] ?? 0) + (b[bin] ?? 0));
}

const NO_SIGNS: LatencySigns = { canarySlower: 0, baselineSlower: 0 };

function addSigns(a: LatencySigns, b: LatencySigns): LatencySigns {
  return { canarySlower: a.canarySlower + b.canarySlower, baselineSlower: a.baselineSlower + b.baselineSlower };
}

const NO_PAIRS: MirrorCounts = { pairs: 0, disagreements: 0 };

function addPairs(a: MirrorCounts, b: MirrorCounts): MirrorCounts {
  return { pairs: a.pairs + b.pairs, disagreements: a.disagreements + b.disagreements };
}

/** Segments of one stage and share are one: likelihoods of counts add, so a document stays small over many restarts. */
export function compact(segments: readonly Segment[]): Segment[] {
  const merged = new Map<string, Segment>();
  for (const segment of segments) {
    const key = `${segment.stage}/${segment.share}`;
    const other = merged.get(key);
    merged.set(key, other === undefined ? segment : { ...other, canary: addArms(other.canary, segment.canary), baseline: addArms(other.baseline, segment.baseline), ...addOutcomes(other.outcomes, segment.outcomes) });
  }
  return [...merged.values()];
}

function addArms(a: ArmCounts, b: ArmCounts): ArmCounts {
  const [a50, a90, a95, a99] = a.exceed;
  const [b50, b90, b95, b99] = b.exceed;
  return {
    units: a.units + b.units, failures: a.failures + b.failures, timed: a.timed + b.timed, warmupTimed: a.warmupTimed + b.warmupTimed,
    exceed: [a50 + b50, a90 + b90, a95 + b95, a99 + b99],
  };
}

/**
 * The judge's plan of a rollout, the same from its first request to its last. A metric that will have nothing to say has
 * no weight, so that the others decide sooner: without steps no request meets the candidate, and latency is compared
 * with a twin only, since arms of different sizes batch differently.
 * @param isTwinless there was no room for the planned twin; latency that is required then stays so, and is never proven
 */
export function judgePlanOf(plan: Plan, isTwinless = false): JudgePlan {
  const { analysis, limits, steps } = plan;
  const speaks = ({ name }: MetricPlan): boolean => (name === 'agreement' ? true : steps.length > 0 && (name !== 'latency' || plan.twin));
  return {
    ...DEFAULT_PLAN,
    metrics: analysis.metrics.filter(speaks).map((metric) => {
      const judged = metricOf(metric);
      return metric.name === 'latency' && isTwinless ? { ...judged, weight: 0 } : judged;
    }),
    alphaAbort: analysis.alphaAbort,
    alphaPromote: analysis.alphaPromote,
    canaryUnitsMin: steps.length === 0 ? 0 : analysis.minSamples,
    stageUnitsMin: [],
    guards: {
      ...DEFAULT_PLAN.guards,
      nonFiniteShareMax: analysis.nonFiniteMax,
      crashesMax: limits.crashes,
      ...(limits.memoryBytes === null ? {} : { memoryBytesMax: limits.memoryBytes }),
    },
  };
}

/** What the arms answer is shown where it was counted, and never decides: a new version is meant to answer differently. */
export function withOutcomes(plan: JudgePlan, { segments }: Evidence): JudgePlan {
  return segments.some(({ outcomes }) => outcomes !== undefined) ? { ...plan, metrics: [...plan.metrics, METRICS.distribution] } : plan;
}

function metricOf({ name, margin, ceiling, required, dryRun }: MetricPlan): JudgeMetric {
  const common = { weight: dryRun ? 0 : METRICS[name].weight, required: required && !dryRun };
  switch (name) {
    case 'errors':
      return { ...METRICS.errors, ...common, proof: ceiling === null ? { form: 'ratio', margin } : { form: 'either', margin, rate: ceiling } };
    case 'latency':
      return { ...METRICS.latency, ...common, margin };
    case 'agreement':
      return { ...METRICS.agreement, ...common, tolerance: margin };
  }
}

export function verdictOf(judgement: Judgement, { evidence, phaseUnits }: Pick<Gathered, 'evidence' | 'phaseUnits'>, rollout: Rollout): Verdict {
  const pairs = evidence.mirror?.candidate.pairs ?? 0;
  const mayAdvance = judgement.mayAdvance && (rollout.phase.kind !== 'mirror' || mayLeaveMirror(judgement, rollout.plan));
  return { kind: kindOf(judgement), reason: judgement.reason, mayAdvance, phaseUnits, units: judgement.canaryUnits, pairs };
}

/** Where agreement must be proven and copies end with the mirror phase, its proof comes first. */
function mayLeaveMirror(judgement: Judgement, { mirror }: Plan): boolean {
  const agreement = judgement.rows.find(({ metric }) => metric === 'agreement');
  if (agreement === undefined || !agreement.required || mirror?.throughout === true) return true;
  return (agreement.logProof ?? 0) >= (agreement.thresholdPromote ?? 0);
}

function kindOf(judgement: Judgement): Verdict['kind'] {
  switch (judgement.kind) {
    case 'worse':
    case 'proven':
    case 'unknown':
      return judgement.kind;
    case 'mismatch':
      return 'hold';
    case 'guarded':
      return judgement.action === 'abort' ? 'worse' : 'hold';
  }
}
