/** Fields that several parts of a plan have, as their owner writes them. */
import { z } from 'zod';
import type { CompareRule } from '../compare/rule.js';
import { parseBytes } from '../config/units.js';
import { WEIGHT_WHOLE, type AssignBy } from '../routing/split.js';

const UNITS_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `10m`, `1.5h`, `30s`; a bare number is seconds. */
export function durationMs(text: string | number): number | null {
  if (typeof text === 'number') return Number.isFinite(text) && text >= 0 ? text * 1000 : null;
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text.trim());
  return match === null ? null : Number(match[1]) * UNITS_MS[match[2]!]!;
}

export const duration = z.union([z.string(), z.number()]).transform((value, context) => {
  const ms = durationMs(value);
  if (ms !== null) return ms;
  context.addIssue({ code: 'custom', message: `expected a duration such as 30s, 10m or 24h, got ${JSON.stringify(value)}` });
  return z.NEVER;
});

export const percent = z.number().min(0).max(100).transform((value) => Math.round(value * (WEIGHT_WHOLE / 100)));

export const bytes = z.union([z.string(), z.number()]).transform((value, context) => {
  const size = parseBytes(String(value));
  if (size !== null && size > 0) return size;
  context.addIssue({ code: 'custom', message: `expected a size such as 512MiB or 2GiB, got ${JSON.stringify(value)}` });
  return z.NEVER;
});

/** What tells senders apart. */
export const assignBy = z
  .union([
    z.string(),
    z.strictObject({ by: z.string() }).transform(({ by }) => by),
  ])
  .transform((by, context): AssignBy => {
    const [, kind, name] = /^(header|cookie|json):(.+)$/.exec(by) ?? [];
    if (by === 'none' || by === 'chance') return { kind: 'chance' };
    if (by === 'id') return { kind: 'json', pointer: '/id' };
    if (kind === 'header' && /^[\w-]+$/.test(name!)) return { kind: 'header', name: name!.toLowerCase() };
    if (kind === 'cookie' && /^[\w!#$%&'*+.^`|~-]+$/.test(name!)) return { kind: 'cookie', name: name! };
    if (kind === 'json' && name!.startsWith('/')) return { kind: 'json', pointer: name! };
    context.addIssue({ code: 'custom', message: `expected header:NAME, cookie:NAME, json:/POINTER, id or none, got ${JSON.stringify(by)}` });
    return z.NEVER;
  });

/** `top1`, or with a number `{ topK: 5, atLeast: 0.8 }`, `{ relative: 0.01 }` and the like. */
export const compareRule = z
  .union([
    z.enum(['top1', 'exact', 'report']).transform((kind): CompareRule => ({ kind })),
    z.strictObject({ topK: z.int().min(1).max(64), atLeast: z.number().min(0).max(1).default(1) }).transform(({ topK, atLeast }): CompareRule => ({ kind: 'topK', k: topK, atLeast })),
    z.strictObject({ relative: z.number().min(0) }).transform(({ relative }): CompareRule => ({ kind: 'relative', atMost: relative })),
    z.strictObject({ absolute: z.number().min(0) }).transform(({ absolute }): CompareRule => ({ kind: 'absolute', atMost: absolute })),
    z.strictObject({ cosine: z.number().min(-1).max(1) }).transform(({ cosine }): CompareRule => ({ kind: 'cosine', atLeast: cosine })),
    z.strictObject({ rank: z.number().min(-1).max(1) }).transform(({ rank }): CompareRule => ({ kind: 'rank', atLeast: rank })),
  ], { error: 'expected top1, exact, report, or one of { topK: 5 }, { relative: 0.01 }, { absolute: 0.1 }, { cosine: 0.999 }, { rank: 0.99 }' });
