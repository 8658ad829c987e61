/** Where a rollout is and how it goes on: its stages, how requests are divided, and what the present phase waits for. Pure. */
import type { Judgement } from '../../judge/judgement.js';
import { list } from '../../judge/words.js';
import type { OneView } from '../../rollout/view.js';
import { stack, type Part } from './bar.js';
import { glyphsOf, paint, type Colour, type Look } from './look.js';
import { LABEL_COLUMNS } from './metric.js';
import { count, percentText, span } from './words.js';

const BAR_MAX = 60;

export function unitOf({ plan }: Pick<OneView, 'plan'>): 'requests' | 'keys' {
  return plan.assign.kind === 'chance' ? 'requests' : 'keys';
}

export function trafficLine({ weights }: OneView, look: Look): string {
  const glyphs = glyphsOf(look);
  const parts: readonly (Part & { readonly name: string })[] = [
    { name: 'stable', weight: weights.stable, glyph: glyphs.full, colour: 'green' },
    { name: 'control', weight: weights.control, glyph: glyphs.half, colour: 'cyan' },
    { name: 'canary', weight: weights.canary, glyph: glyphs.empty, colour: 'yellow' },
  ];
  const legend = parts.filter(({ weight }) => weight > 0).map(({ name, weight, glyph, colour }) => ({ plain: `${glyph} ${name} ${percentText(weight)} %`, colour }));
  const legendColumns = legend.reduce((sum, { plain }) => sum + plain.length + 2, 0);
  const width = Math.max(8, Math.min(BAR_MAX, look.columns - LABEL_COLUMNS - 2 - legendColumns));
  return `${'traffic'.padEnd(LABEL_COLUMNS)}${stack(look, parts, width)}${legend.map(({ plain, colour }) => `  ${paint(look, colour, plain)}`).join('')}`;
}

/** Every stage of the plan, with a mark at those that are over and at the present one. */
export function stagesLine(rollout: OneView, look: Look): string {
  const { plan, phase, steps, over } = rollout;
  const glyphs = glyphsOf(look);
  const stages = [
    ...(plan.mirror === null ? [] : ['mirror']),
    ...steps.map((percent) => `${percentText(percent)} %`),
    ...(plan.approval ? ['approval'] : []),
    'promoted',
  ];
  const at = stageOf(rollout, stages);
  const marked = stages.map((name, index) => {
    if (index < at || phase === 'promoted') return paint(look, 'green', `${glyphs.done} ${name}`);
    if (index > at) return paint(look, 'dim', `${glyphs.ahead} ${name}`);
    return over ? paint(look, phaseColour(rollout), `${glyphs.stopped} ${name}`) : paint(look, 'bold', `${glyphs.here} ${name}`);
  });
  return `${'stages'.padEnd(LABEL_COLUMNS)}${marked.join('   ')}`;
}

/** The present stage, or the one in which it was stopped; -1 before the first. */
function stageOf({ phase, step, plan, evidence }: OneView, stages: readonly string[]): number {
  const before = plan.mirror === null ? 0 : 1;
  if (step !== null) return step - 1 + before;
  switch (phase) {
    case 'promoted':
    case 'undone':
      return stages.length - 1;
    case 'approval':
      return stages.length - 2;
    case 'mirror':
      return 0;
    default:
      // Counts tell how far it came: there are some of every stage that it was in.
      if (evidence.segments.length > 0) return Math.max(...evidence.segments.map(({ stage }) => stage)) + before;
      return evidence.mirror === undefined ? -1 : 0;
  }
}

/** A student is held against its teacher for as long as somebody wants it. */
export function isEndless({ phase, plan }: OneView): boolean {
  return phase === 'mirror' && plan.mirror?.compare === 'teacher' && plan.steps.length === 0;
}

/** What has to come before the next stage; empty for one that is over. */
export function waitsFor(model: string, rollout: OneView, judgement: Judgement | null, nowMs: number): string[] {
  const { plan, phase, over, paused, evidence } = rollout;
  if (over) return [];
  if (paused) return [`\`sluice rollout resume ${model}\`; harm aborts it all the same`];
  switch (phase) {
    case 'pending':
      return [`version ${rollout.candidate} to be loaded and to pass its gates`];
    case 'approval':
      return [`\`sluice rollout promote ${model}\` by somebody`];
    case 'mirror': {
      if (isEndless(rollout)) return [`\`sluice rollout abort ${model}\` or \`promote\`; until then the student is held against its teacher`];
      const { minPairs = 0, bakeMs = 0 } = plan.mirror ?? {};
      return [...reaching(evidence.mirror?.candidate.pairs ?? 0, minPairs, 'compared pairs'), ...baking(rollout, bakeMs, nowMs), ...(rollout.steps.length === 0 ? proofs(judgement) : [])];
    }
    case 'step': {
      const index = (rollout.step ?? 1) - 1;
      const { minSamples = 0, bakeMs = 0 } = plan.steps[index] ?? {};
      const isLast = index === plan.steps.length - 1;
      const unit = unitOf(rollout);
      const perSecond = perSecondOf(rollout, nowMs);
      return [
        ...reaching(unitsOf(rollout, index), minSamples, `canary ${unit} in this step`, perSecond),
        ...baking(rollout, bakeMs, nowMs),
        ...(isLast ? [...reaching(unitsOf(rollout, null), plan.analysis.minSamples, `canary ${unit} in all`, perSecond), ...proofs(judgement)] : []),
      ];
    }
    default:
      return [];
  }
}

/** @param stage null for all */
function unitsOf({ evidence }: OneView, stage: number | null): number {
  return evidence.segments.reduce((sum, segment) => sum + (stage === null || segment.stage === stage ? segment.canary.units : 0), 0);
}

/** Before these a rate says nothing. */
const RATE_UNITS_MIN = 10;
const RATE_MS_MIN = 2_000;

/** Canary units in a second of the present step; null while that is not known. */
export function perSecondOf(rollout: OneView, nowMs: number): number | null {
  const { step, since, paused, over } = rollout;
  if (step === null || paused || over) return null;
  const ageMs = nowMs - Date.parse(since);
  const units = unitsOf(rollout, step - 1);
  return units < RATE_UNITS_MIN || ageMs < RATE_MS_MIN ? null : units / (ageMs / 1000);
}

function reaching(have: number, wanted: number, what: string, perSecond: number | null = null): string[] {
  if (have >= wanted) return [];
  return [`${count(have)} of ${count(wanted)} ${what}${perSecond === null ? '' : ` (${span(((wanted - have) / perSecond) * 1000)})`}`];
}

function baking({ since }: OneView, bakeMs: number, nowMs: number): string[] {
  const leftMs = Date.parse(since) + bakeMs - nowMs;
  return leftMs > 0 ? [`${span(leftMs)} more in it`] : [];
}

function proofs(judgement: Judgement | null): string[] {
  return judgement?.kind === 'unknown' && judgement.missing.length > 0 ? [`the proof of ${list(judgement.missing)}`] : [];
}

export function phaseColour({ phase, paused }: Pick<OneView, 'phase' | 'paused'>): Colour {
  if (phase === 'promoted') return 'green';
  if (phase === 'aborted' || phase === 'failed') return 'red';
  return paused || phase === 'undone' || phase === 'approval' ? 'yellow' : 'cyan';
}
