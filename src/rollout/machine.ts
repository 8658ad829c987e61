/**
 * How one model's document changes. Pure: a document and what happened in, the next document out, or a refusal that
 * names the remedy. The same document comes back (`===`) when nothing changes. What this promises: an end is never left,
 * so an aborted rollout is never promoted; weights move only with a transition; every transition and every switch of the
 * stable version has a number of its own and says who and why.
 */
import { ServingError } from '../base/error.js';
import { HISTORY_MAX, isOver, phaseText, type Document, type Phase, type Rollout } from './document.js';
import type { SwitchKind, TransitionKind } from './kind.js';
import type { Plan, Webhook } from './plan.js';

/** What the judge says at one moment, as far as a rollout acts on it. */
export interface Verdict {
  /** hold: the evidence cannot be used now, such as a wrong split or an unhealthy baseline. */
  readonly kind: 'worse' | 'proven' | 'unknown' | 'hold';
  readonly reason: string;
  /** No metric speaks against the candidate, so that a larger share is defensible. */
  readonly mayAdvance: boolean;
  /** Canary units in the present phase and in all, and compared pairs. */
  readonly phaseUnits: number;
  readonly units: number;
  readonly pairs: number;
}

export type RolloutEvent =
  /** The candidate serves, and so does the control twin unless `isTwinless` says that it was planned and has no room. */
  | { readonly type: 'ready'; readonly isTwinless?: boolean }
  | { readonly type: 'failed'; readonly why: string }
  /** The version that the candidate is compared with is gone; that says nothing against the candidate. */
  | { readonly type: 'orphaned'; readonly why: string }
  | { readonly type: 'frozen'; readonly latencyUs: readonly [number, number, number, number] }
  | { readonly type: 'judged'; readonly verdict: Verdict }
  | { readonly type: 'restarted' };

export interface Moment {
  readonly atMs: number;
  readonly who: string;
  /** Webhooks of the model's config now; they are kept with a switch, which has no plan of its own. */
  readonly hooks?: readonly Webhook[];
}

const TRANSITIONS_MAX = 200;
const SWITCHES_MAX = 200;
const SYSTEM = 'sluice';

// --- verbs ------------------------------------------------------------------------------------------

export interface Start {
  readonly id: string;
  readonly candidate: number;
  readonly fingerprint: string;
  readonly plan: Plan;
  readonly why: string;
}

/** @throws ServingError conflict while another rollout is on, or for a candidate that is stable already */
export function start(document: Document, { id, candidate, fingerprint, plan, why }: Start, moment: Moment): Document {
  const { atMs, who } = moment;
  const { rollout, stable, model } = document;
  if (rollout !== null && !isOver(rollout.phase)) {
    throw conflict(`rollout '${rollout.id}' of model '${model}' to version ${rollout.candidate} is on; promote or abort it first`);
  }
  if (stable === 0) throw conflict(`model '${model}' has no stable version yet; the first version needs no rollout`);
  if (candidate === stable) throw conflict(`version ${candidate} of model '${model}' is the stable version already`);
  const fresh: Rollout = {
    id, stable, candidate, fingerprint, plan, phase: { kind: 'pending' }, sinceMs: atMs, startedMs: atMs, pausedMs: 0, segment: 1,
    latencyUs: null, evidence: { segments: [] }, keys: null, comparison: null, labels: null, reason: why,
    transitions: [{ seq: 1, kind: 'started', atMs, from: 'none', to: 'pending', who, why }],
  };
  return {
    ...unpin(retired(document), moment, `rollout '${id}' was started: ${why}`),
    rollout: fresh,
    kept: document.kept.filter(({ version }) => version !== candidate),
    rejected: document.rejected.filter(({ version }) => version !== candidate),
  };
}

export function pause(document: Document, { atMs, who }: Moment, why: string): Document {
  const rollout = running(document, 'pause');
  if (rollout.pausedMs > 0) throw conflict(`rollout '${rollout.id}' is paused already`);
  return put(document, { ...noted(rollout, 'paused', 'paused', { atMs, who }, why), pausedMs: atMs });
}

export function resume(document: Document, { atMs, who }: Moment, why: string): Document {
  const rollout = running(document, 'resume');
  if (rollout.pausedMs === 0) throw conflict(`rollout '${rollout.id}' is not paused`);
  return put(document, { ...noted(rollout, 'resumed', phaseText(rollout), { atMs, who }, why), pausedMs: 0 });
}

/** By a person: at any time, and as the answer to `approval`. */
export function promote(document: Document, moment: Moment, why: string): Document {
  const rollout = running(document, 'promote');
  if (rollout.phase.kind === 'pending') throw conflict(`version ${rollout.candidate} is not loaded yet; promote it when it serves`);
  return promoted(document, rollout, moment, why);
}

export function abort(document: Document, moment: Moment, why: string): Document {
  return aborted(document, running(document, 'abort'), moment, why);
}

/** Back to the version before the last promotion, without a load while it is still kept. */
export function undo(document: Document, moment: Moment, why: string): Document {
  const { rollout, model } = document;
  if (rollout === null || rollout.phase.kind !== 'promoted') {
    throw conflict(`model '${model}' has no promotion to undo; an aborted rollout stays aborted, start a new one`);
  }
  if (document.stable !== rollout.candidate) {
    throw conflict(`model '${model}' has gone on from version ${rollout.candidate} to version ${document.stable} since; pin the version you want`);
  }
  const undone = moved(rollout, { kind: 'undone' }, moment, why);
  return {
    ...document,
    rollout: undone,
    stable: rollout.stable,
    kept: [{ version: rollout.candidate, untilMs: moment.atMs + rollout.plan.keepLoadedMs }],
    rejected: rejecting(document, rollout, why),
  };
}

/** Holds a model to one version, whatever is published. */
export function pin(document: Document, version: number, moment: Moment, why: string): Document {
  const { rollout } = document;
  const ended = rollout !== null && !isOver(rollout.phase) ? aborted(document, rollout, moment, why) : document;
  return { ...ended, stable: version, pinned: true, switches: switching(document, 'pinned', version, moment, why) };
}

export function unpin(document: Document, moment: Moment, why: string): Document {
  return document.pinned ? { ...document, pinned: false, switches: switching(document, 'unpinned', document.stable, moment, why) } : document;
}

/** A version takes over without a rollout. */
export function swap(document: Document, version: number, moment: Moment, why: string): Document {
  return document.stable === version ? document : { ...swapped(document, version), switches: switching(document, 'swapped', version, moment, why) };
}

/** A version was found to be what answers already; nobody decided anything. */
export function swapped(document: Document, version: number): Document {
  return document.stable === version ? document : { ...document, stable: version };
}

/** Lets go of versions whose time is over. */
export function forget(document: Document, nowMs: number): Document {
  const kept = document.kept.filter(({ untilMs }) => untilMs > nowMs);
  return kept.length === document.kept.length ? document : { ...document, kept };
}

// --- events -----------------------------------------------------------------------------------------

export function reduce(document: Document, event: RolloutEvent, atMs: number): Document {
  const { rollout } = document;
  if (rollout === null || isOver(rollout.phase)) return document;
  const moment = { atMs, who: SYSTEM };
  switch (event.type) {
    case 'ready':
      // Whoever has paused it wants no request on the candidate before it is resumed.
      return rollout.phase.kind === 'pending' && rollout.pausedMs === 0 ? put(document, ready(rollout, event.isTwinless === true, moment)) : document;
    case 'failed':
      return { ...put(document, moved(rollout, { kind: 'failed' }, moment, event.why)), rejected: rejecting(document, rollout, event.why) };
    case 'orphaned':
      return put(document, moved(rollout, { kind: 'failed' }, moment, event.why));
    case 'frozen':
      return rollout.latencyUs === null ? put(document, { ...rollout, latencyUs: event.latencyUs, segment: rollout.segment + 1 }) : document;
    case 'restarted':
      return put(document, { ...noted(rollout, 'restarted', rollout.pausedMs > 0 ? 'paused' : phaseText(rollout), moment, 'the server was started again'), segment: rollout.segment + 1 });
    case 'judged':
      return judged(document, rollout, event.verdict, moment);
  }
}

function judged(document: Document, rollout: Rollout, verdict: Verdict, moment: Moment): Document {
  const { plan, phase } = rollout;
  if (phase.kind === 'pending') return document;
  // Harm is acted on also while a person has stopped the ramp, or is being waited for.
  if (verdict.kind === 'worse') return aborted(document, rollout, moment, verdict.reason);
  if (rollout.pausedMs > 0 || phase.kind === 'approval') return explained(document, rollout, verdict.reason);
  const isBaked = moment.atMs - rollout.sinceMs >= bakeMs(rollout);
  if (verdict.kind !== 'hold' && verdict.mayAdvance && isBaked && hasSamples(rollout, verdict)) {
    const next = following(rollout);
    if (next !== null) return put(document, moved(rollout, next, moment, `no sign of harm in ${seenText(rollout, verdict)}`));
    if (isFinal(rollout) && verdict.kind === 'proven' && verdict.units >= leastUnits(rollout)) return settled(document, rollout, moment, verdict.reason);
  }
  if (!isEndless(rollout) && moment.atMs - rollout.startedMs >= plan.maxDurationMs) return outOfTime(document, rollout, verdict, moment);
  return explained(document, rollout, verdict.reason);
}

/** What the phase that ends has seen. */
function seenText({ phase }: Rollout, { pairs, phaseUnits }: Verdict): string {
  return phase.kind === 'mirror' ? `${pairs} compared pairs` : `${phaseUnits} canary units at this share`;
}

function outOfTime(document: Document, rollout: Rollout, verdict: Verdict, moment: Moment): Document {
  const isBlind = verdict.units === 0 && verdict.pairs === 0;
  const { onNoData, onInconclusive } = rollout.plan.analysis;
  const why = isBlind ? 'its time is over and it saw no requests' : `its time is over without a decision: ${verdict.reason}`;
  switch (isBlind ? onNoData : onInconclusive) {
    case 'abort':
      return aborted(document, rollout, moment, why);
    case 'promote':
      // Evidence that cannot be used proves nothing; only a person may promote on it.
      return verdict.kind === 'hold' ? explained(document, rollout, why) : settled(document, rollout, moment, why);
    case 'hold':
      return explained(document, rollout, `${why}; it holds, promote or abort it`);
  }
}

// --- phases -----------------------------------------------------------------------------------------

function firstPhase(plan: Plan): Phase {
  return plan.mirror !== null ? { kind: 'mirror' } : { kind: 'step', index: 0 };
}

function ready(rollout: Rollout, isTwinless: boolean, moment: Moment): Rollout {
  const next = moved(rollout, firstPhase(rollout.plan), moment, 'the candidate is loaded and passed its gates');
  return isTwinless ? { ...next, isTwinless } : next;
}

/** The phase after this one by itself; null where only a decision leads on. */
function following({ phase, plan }: Rollout): Phase | null {
  if (phase.kind === 'mirror') return plan.steps.length > 0 ? { kind: 'step', index: 0 } : null;
  if (phase.kind === 'step' && phase.index + 1 < plan.steps.length) return { kind: 'step', index: phase.index + 1 };
  return null;
}

function isFinal({ phase, plan }: Rollout): boolean {
  return phase.kind === 'step' ? phase.index === plan.steps.length - 1 : phase.kind === 'mirror' && plan.steps.length === 0 && plan.mirror?.compare !== 'teacher';
}

/** A student is held against its teacher for as long as somebody wants it. */
function isEndless({ phase, plan }: Rollout): boolean {
  return phase.kind === 'mirror' && plan.mirror?.compare === 'teacher' && plan.steps.length === 0;
}

function bakeMs({ phase, plan }: Rollout): number {
  if (phase.kind === 'mirror') return plan.mirror?.bakeMs ?? 0;
  return phase.kind === 'step' ? plan.steps[phase.index]!.bakeMs : 0;
}

function hasSamples({ phase, plan }: Rollout, verdict: Verdict): boolean {
  if (phase.kind === 'mirror') return verdict.pairs >= (plan.mirror?.minPairs ?? 0);
  return phase.kind === 'step' && verdict.phaseUnits >= plan.steps[phase.index]!.minSamples;
}

function leastUnits({ phase, plan }: Rollout): number {
  return phase.kind === 'mirror' ? 0 : plan.analysis.minSamples;
}

// --- moves ------------------------------------------------------------------------------------------

function settled(document: Document, rollout: Rollout, moment: Moment, why: string): Document {
  if (!rollout.plan.approval) return promoted(document, rollout, moment, why);
  return put(document, moved(rollout, { kind: 'approval' }, moment, `${why}; waits for \`promote\``));
}

function promoted(document: Document, rollout: Rollout, moment: Moment, why: string): Document {
  return {
    ...put(document, moved(rollout, { kind: 'promoted' }, moment, why)),
    stable: rollout.candidate,
    kept: [{ version: rollout.stable, untilMs: moment.atMs + rollout.plan.keepLoadedMs }],
  };
}

function aborted(document: Document, rollout: Rollout, moment: Moment, why: string): Document {
  return {
    ...put(document, moved(rollout, { kind: 'aborted' }, moment, why)),
    kept: [{ version: rollout.candidate, untilMs: moment.atMs + rollout.plan.keepLoadedMs }],
    rejected: rejecting(document, rollout, why),
  };
}

function rejecting(document: Document, { id, candidate, fingerprint }: Rollout, reason: string): Document['rejected'] {
  return [...document.rejected.filter(({ version }) => version !== candidate), { version: candidate, fingerprint, rollout: id, reason }];
}

function moved(rollout: Rollout, phase: Phase, moment: Moment, why: string): Rollout {
  const next = { ...rollout, phase, sinceMs: moment.atMs, segment: rollout.segment + 1 };
  return { ...noted(next, kindOf(phase), phaseText(next), moment, why, phaseText(rollout)), pausedMs: 0 };
}

/** What a move into a phase does. */
function kindOf({ kind }: Phase): TransitionKind {
  switch (kind) {
    case 'pending':
      return 'started';
    case 'mirror':
    case 'step':
      return 'advanced';
    default:
      return kind;
  }
}

function noted(rollout: Rollout, kind: TransitionKind, to: string, { atMs, who }: Moment, why: string, from = phaseText(rollout)): Rollout {
  const seq = (rollout.transitions.at(-1)?.seq ?? 0) + 1;
  const transitions = [...rollout.transitions, { seq, kind, atMs, from: rollout.pausedMs > 0 ? 'paused' : from, to, who, why }];
  return { ...rollout, transitions: transitions.slice(-TRANSITIONS_MAX), reason: why };
}

function switching({ switches, stable }: Document, kind: SwitchKind, to: number, { atMs, who, hooks = [] }: Moment, why: string): Document['switches'] {
  const seq = Math.max((switches.at(-1)?.seq ?? 0) + 1, atMs);
  return [...switches, { seq, kind, atMs, from: stable, to, who, why, hooks }].slice(-SWITCHES_MAX);
}

function explained(document: Document, rollout: Rollout, reason: string): Document {
  return rollout.reason === reason ? document : put(document, { ...rollout, reason });
}

function put(document: Document, rollout: Rollout): Document {
  return { ...document, rollout };
}

/** Puts a rollout that is over among the earlier ones. */
function retired(document: Document): Document {
  const { rollout, history } = document;
  if (rollout === null) return document;
  return { ...document, rollout: null, history: [{ ...rollout, evidence: { segments: [] }, keys: null, comparison: null }, ...history].slice(0, HISTORY_MAX) };
}

function running(document: Document, verb: string): Rollout {
  const { rollout, model } = document;
  if (rollout === null) throw conflict(`model '${model}' has no rollout to ${verb}`);
  if (isOver(rollout.phase)) throw conflict(`rollout '${rollout.id}' of model '${model}' is ${rollout.phase.kind} and stays so; there is nothing to ${verb}`);
  return rollout;
}

function conflict(text: string): ServingError {
  return new ServingError('conflict', text);
}
