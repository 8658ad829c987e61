/**
 * The ratio of two arms' event rates: its most likely value, and the confidence sequence of all ratios that E1 has not
 * refuted. The sequence holds at every look at once, so it may be shown on a live page.
 */
import { exactRatio, ratioLogE, type ArmEvents } from './ratio.js';
import type { Interval } from './report.js';

/** Ratios outside are shown as 0 and infinity. */
const LOWEST = 1e-4;
const HIGHEST = 1e4;
const BISECTIONS = 40;
const STEP = 1.3;

function total(events: readonly ArmEvents[], arm: 'canary' | 'baseline'): number {
  return events.reduce((sum, part) => sum + part[arm], 0);
}

/** The most likely ratio: the canary's events equal what this ratio makes one expect. */
export function likelyRatio(events: readonly ArmEvents[]): number | null {
  const informative = events.filter(({ share }) => share > 0 && share < 1);
  const canary = total(informative, 'canary');
  const baseline = total(informative, 'baseline');
  if (canary + baseline === 0) return null;
  if (canary === 0) return 0;
  if (baseline === 0) return Infinity;
  let low = Math.log(LOWEST);
  let high = Math.log(HIGHEST);
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = (low + high) / 2;
    const ratio = Math.exp(middle);
    let expected = 0;
    for (const part of informative) expected += ((part.canary + part.baseline) * part.share * ratio) / (part.share * ratio + 1 - part.share);
    if (expected < canary) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/** From a ratio that is not refuted, outwards to the border of those that are. */
function border(events: readonly ArmEvents[], from: number, step: number, refuted: number): number | null {
  let inside = from;
  let outside = from * step;
  while (ratioLogE(exactRatio(outside), events) < refuted) {
    inside = outside;
    outside *= step;
    if (outside < LOWEST || outside > HIGHEST) return null;
  }
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = Math.sqrt(inside * outside);
    if (ratioLogE(exactRatio(middle), events) < refuted) inside = middle;
    else outside = middle;
  }
  return inside;
}

/** All ratios r with E(r) < 1/alpha; open ends are 0 and Infinity. */
export function ratioInterval(events: readonly ArmEvents[], alpha: number): Interval {
  const refuted = Math.log(1 / alpha);
  const likely = likelyRatio(events);
  if (likely === null) return { low: 0, high: Infinity };
  const from = Math.min(HIGHEST, Math.max(LOWEST, likely));
  return {
    low: likely === 0 ? 0 : (border(events, from, 1 / STEP, refuted) ?? 0),
    high: likely === Infinity ? Infinity : (border(events, from, STEP, refuted) ?? Infinity),
  };
}
