/**
 * When two answers to one input count as different. One rule per output; without a declared one the kind of the
 * output decides. Differences are always measured in full; the rule only says which of them is a disagreement.
 */
import type { TensorSpec } from '../tensor/signature.js';
import { isFloat } from './decode.js';

export type CompareRule =
  /** The largest element is another one. */
  | { readonly kind: 'top1' }
  /** Fewer than this share of the `k` largest elements are the same. */
  | { readonly kind: 'topK'; readonly k: number; readonly atLeast: number }
  /** Length of the difference over length of the stable row; for one element the plain relative difference. */
  | { readonly kind: 'relative'; readonly atMost: number }
  /** Largest absolute difference of any element. */
  | { readonly kind: 'absolute'; readonly atMost: number }
  | { readonly kind: 'cosine'; readonly atLeast: number }
  /** Spearman's correlation of the row's elements. */
  | { readonly kind: 'rank'; readonly atLeast: number }
  /** Any byte differs. */
  | { readonly kind: 'exact' }
  /** Measured and reported, never a disagreement. */
  | { readonly kind: 'report' };

export const DEFAULT_TOP_K = 5;
const TOP_K_MAX = 64;
export const DEFAULT_RELATIVE = 1e-2;
export const DEFAULT_COSINE = 0.999;

/** Scores of classes are told from embeddings only by being declared; a vector is taken for scores. */
export function defaultRule(spec: TensorSpec): CompareRule {
  if (!isFloat(spec.datatype)) return { kind: 'exact' };
  const wide = spec.dims.filter((dim) => dim !== 1);
  return wide.length === 1 ? { kind: 'top1' } : { kind: 'relative', atMost: DEFAULT_RELATIVE };
}

export const EMBEDDING_RULE: CompareRule = { kind: 'cosine', atLeast: DEFAULT_COSINE };

/** Null when the rule can be used for the output, or what is wrong with it. */
export function ruleFault(spec: TensorSpec, rule: CompareRule): string | null {
  const numeric = rule.kind !== 'exact' && rule.kind !== 'report';
  if (numeric && spec.datatype === 'BYTES') return `output '${spec.name}' holds strings, which can only be compared by 'exact' or 'report'`;
  if (numeric && rule.kind !== 'absolute' && rule.kind !== 'relative' && !isFloat(spec.datatype)) {
    return `output '${spec.name}' is ${spec.datatype}; '${rule.kind}' compares rows of floats`;
  }
  switch (rule.kind) {
    case 'topK':
      if (!Number.isInteger(rule.k) || rule.k < 1 || rule.k > TOP_K_MAX) return `k of output '${spec.name}' must be a whole number from 1 to ${TOP_K_MAX}`;
      if (elementsOf(spec) <= rule.k) return `output '${spec.name}' has ${elementsOf(spec)} elements, so that its ${rule.k} largest are always the same ones; lower k`;
      return within(spec.name, rule.atLeast, 0, 1);
    case 'cosine':
    case 'rank':
      return within(spec.name, rule.atLeast, -1, 1);
    case 'relative':
    case 'absolute':
      return rule.atMost >= 0 ? null : `atMost of output '${spec.name}' must be 0 or more`;
    default:
      return null;
  }
}

function within(name: string, value: number, least: number, greatest: number): string | null {
  return value >= least && value <= greatest ? null : `atLeast of output '${name}' must be from ${least} to ${greatest}`;
}

/** Of one row; infinity where a dimension has any size. */
function elementsOf(spec: TensorSpec): number {
  return spec.dims.reduce((product, dim) => product * (dim < 0 ? Infinity : dim), 1);
}
