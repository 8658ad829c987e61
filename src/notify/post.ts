/** One try over HTTP. Follows no redirect: a signed event must not go where its owner has not sent it. */
import { codeOf } from '../base/durable.js';

export interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
}

/** Rejects when there was no answer. */
export type Post = (url: string, headers: Readonly<Record<string, string>>, body: string, signal: AbortSignal) => Promise<Answer>;

export const post: Post = async (url, headers, body, signal) => {
  const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
  // Nobody reads it, and an endless one would hold the socket.
  await response.body?.cancel();
  return { status: response.status, retryAfter: response.headers.get('retry-after') };
};

/** `fetch failed` says nothing; its cause has the word. */
export function networkReason(thrown: unknown): string {
  const cause = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown;
  return `no answer (${codeOf(cause)})`;
}
