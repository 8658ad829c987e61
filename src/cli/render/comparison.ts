/** What a mirror measured, by output and by slice of the traffic. Pure. */
import type { Look } from './look.js';
import { table } from './table.js';
import { count, share } from './words.js';

/** As much of a comparison as is shown; the JSON has all of it. */
export interface ComparisonShown {
  readonly candidate: SideShown;
  /** The stable version against itself. */
  readonly floor: SideShown;
  readonly slices: readonly SliceShown[];
}

interface SideShown {
  readonly outputs: Readonly<Record<string, {
    readonly pairs: number;
    readonly agreement: number | null;
    readonly measures: Readonly<Partial<Record<string, { readonly mean: number }>>>;
  }>>;
}

interface SliceShown {
  readonly kind: 'value' | 'none' | 'other';
  readonly value: string | null;
  readonly pairs: number;
  readonly agreement: number | null;
  readonly outputs: Readonly<Record<string, { readonly divergence: number | null }>>;
}

/** Means that say most in one number each; those that no output has are left out. */
const MEASURES = ['top1', 'cosine', 'rank', 'relative', 'divergence'] as const;
const SLICES_SHOWN = 8;

export function comparisonLines({ candidate, floor, slices }: ComparisonShown, look: Look): string[] {
  return ['', ...outputTable(candidate, floor, look), ...(slices.length === 0 ? [] : ['', ...sliceTable(slices, look)])];
}

function outputTable(candidate: SideShown, floor: SideShown, look: Look): string[] {
  const outputs = Object.entries(candidate.outputs);
  const measures = MEASURES.filter((name) => outputs.some(([, { measures: own }]) => own[name] !== undefined));
  const rows = outputs.map(([name, { pairs, agreement, measures: own }]) => [
    name, count(pairs), rate(agreement), rate(floor.outputs[name]?.agreement ?? null), ...measures.map((measure) => mean(own[measure]?.mean)),
  ]);
  return table(look, ['OUTPUT', 'PAIRS', 'AGREE', 'WITH ITSELF', ...measures.map((name) => name.toUpperCase())], rows);
}

/** The worst first. */
function sliceTable(slices: readonly SliceShown[], look: Look): string[] {
  const sorted = [...slices].sort((a, b) => (a.agreement ?? 1) - (b.agreement ?? 1));
  const rows = sorted.slice(0, SLICES_SHOWN).map(({ kind, value, pairs, agreement, outputs }) => [
    kind === 'value' ? (value ?? '') : kind === 'none' ? '(without a value)' : '(all others)', count(pairs), rate(agreement), mean(divergenceOf(outputs)),
  ]);
  const more = sorted.length - SLICES_SHOWN;
  return [...table(look, ['SLICE', 'PAIRS', 'AGREE', 'DIVERGENCE'], rows), ...(more > 0 ? [`and ${count(more)} that agree more`] : [])];
}

/** Of the first output that holds probabilities. */
function divergenceOf(outputs: SliceShown['outputs']): number | undefined {
  return Object.values(outputs).find(({ divergence }) => divergence !== null)?.divergence ?? undefined;
}

function rate(agreement: number | null): string {
  return agreement === null ? '' : share(agreement);
}

function mean(value: number | undefined): string {
  return value === undefined ? '' : String(Number(value.toPrecision(3)));
}
