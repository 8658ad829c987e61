/**
 * When a dead instance may come back. Pure: moments of earlier restarts, the budget and the time in, a decision out.
 * Promises that within any window no more restarts are granted than the budget has, and that a spent budget is a
 * pause, not an end: once the oldest restart has left the window there is one to grant again.
 */
export interface RestartBudget {
  /** Restarts allowed within the window, for all instances of the version together; 0 never restarts. */
  readonly restarts: number;
  readonly windowMs: number;
}

export type RestartDecision =
  | { readonly kind: 'granted'; readonly pauseMs: number }
  /** Ask again then. */
  | { readonly kind: 'spent'; readonly waitMs: number }
  | { readonly kind: 'never' };

/** First pause before a restart; doubles with each one in the window, up to a bound. */
const PAUSE_MS = 100;
const PAUSE_MS_MAX = 10_000;

/** Those that still count, of moments in ascending order. */
export function withinWindow(moments: readonly number[], budget: RestartBudget, nowMs: number): readonly number[] {
  return moments.filter((moment) => moment > nowMs - budget.windowMs);
}

/** @param moments of the restarts within the window, ascending */
export function decideRestart(moments: readonly number[], budget: RestartBudget, nowMs: number): RestartDecision {
  if (budget.restarts === 0) return { kind: 'never' };
  if (moments.length < budget.restarts) return { kind: 'granted', pauseMs: Math.min(PAUSE_MS_MAX, PAUSE_MS * 2 ** moments.length) };
  // The one whose leaving makes room; with a budget that did not change it is the oldest.
  const leaves = moments[moments.length - budget.restarts]!;
  return { kind: 'spent', waitMs: Math.max(1, leaves + budget.windowMs - nowMs) };
}
