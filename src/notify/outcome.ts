/** What an answer means for an event, and how long to wait before the next try. Pure. */

export type Outcome =
  | { readonly kind: 'delivered' }
  /** No use to try again. */
  | { readonly kind: 'gone'; readonly reason: string }
  /** The receiver does not want this event; perhaps it was set up wrongly, so it is tried a few times. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Nothing is known about this event: the receiver is away, or busy. */
  | { readonly kind: 'failed'; readonly reason: string; readonly waitMs: number };

const REST_MIN_MS = 1_000;
const REST_MAX_MS = 15 * 60_000;
const RETRY_AFTER_MAX_MS = 3_600_000;

/** Anything else would be read as a date with much good will. */
const HTTP_DATE = /^[A-Z][a-z]{2,8}[, ]/;

/** Answers of the 4xx kind that say "later". */
const LATER: readonly number[] = [408, 425, 429];

/** @param retryAfter the header, in seconds or as a date */
export function outcomeOf(status: number, retryAfter: string | null, nowMs: number): Outcome {
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === 410) return { kind: 'gone', reason: 'answered 410: it wants no events any more' };
  if (status >= 300 && status < 400) return { kind: 'refused', reason: `answered ${status}: redirects are not followed, name the place itself` };
  if (status >= 400 && status < 500 && !LATER.includes(status)) return { kind: 'refused', reason: `answered ${status}` };
  return { kind: 'failed', reason: `answered ${status}`, waitMs: retryAfterMs(retryAfter, nowMs) };
}

function retryAfterMs(text: string | null, nowMs: number): number {
  if (text === null) return 0;
  const isSeconds = /^\d{1,9}$/.test(text);
  if (!isSeconds && !HTTP_DATE.test(text)) return 0;
  const waitMs = isSeconds ? Number(text) * 1000 : Date.parse(text) - nowMs;
  return Number.isFinite(waitMs) ? Math.min(Math.max(waitMs, 0), RETRY_AFTER_MAX_MS) : 0;
}

/**
 * Doubles from a second to a quarter of an hour; the upper half is drawn, so that many senders do not come at once.
 * @param failures in a row, from 1; @param random from 0 to 1
 */
export function restMs(failures: number, random: number): number {
  const wholeMs = Math.min(REST_MIN_MS * 2 ** Math.min(failures - 1, 30), REST_MAX_MS);
  return wholeMs * (0.5 + 0.5 * random);
}
