/**
 * Tells who watches a model's rollout that it has changed. A change that is kept wakes them; counts, reasons and weights
 * are looked at on a rhythm, one look for all who watch a model and none while nobody does. Nothing is kept for
 * those who wait but what they have seen, so that one who never comes back leaves nothing behind.
 */
import { createHash } from 'node:crypto';
import type { Clock } from '../base/clock.js';
import { asServingError, ServingError } from '../base/error.js';
import type { RolloutView } from '../rollout/view.js';
import type { RolloutMark, RolloutNews } from '../serving/rollout.js';

const LOOK_MS = 500;
const WAIT_MS_MAX = 30_000;
/** Of all models; a front end asks once for all of its gRPC watchers of a model, and once for each REST request. */
const WAITERS_MAX = 1000;

interface Waiter {
  readonly seen: RolloutMark;
  readonly untilMs: number;
  resolve(news: RolloutNews): void;
  reject(fault: ServingError): void;
}

interface Feed {
  readonly waiters: Set<Waiter>;
  /** When somebody was last told something new. */
  toldMs: number;
  cancelLook: () => void;
}

export interface NewsParts {
  /** @throws ServingError model_not_found */
  readonly view: (model: string) => RolloutView;
  readonly clock: Clock;
  readonly after: (delayMs: number, then: () => void) => () => void;
}

export class RolloutNewsDesk {
  private readonly feeds = new Map<string, Feed>();
  private waiting = 0;
  private isClosed = false;

  constructor(private readonly parts: NewsParts) {}

  /** As `rolloutNews` of the Admin port. @throws ServingError model_not_found, queue_full, draining */
  async next(model: string, seen: RolloutMark, waitMs: number): Promise<RolloutNews> {
    // Whoever joins a feed waits for its look, which is one for all.
    const feed = this.feeds.get(model);
    if (feed !== undefined && seen.generation >= 0) return this.wait(feed, seen, waitMs);
    const news = this.read(model, true);
    if (seen.generation < 0) return news;
    if (this.isClosed) throw new ServingError('draining', 'the server is shutting down');
    const opened = this.open(model);
    if (!isNew(news, seen)) return this.wait(opened, seen, waitMs);
    opened.toldMs = this.nowMs();
    return news;
  }

  /** A change of the model's rollout is kept. Looks once whoever called has done what follows from it. */
  changed(model: string): void {
    const feed = this.feeds.get(model);
    if (feed === undefined || feed.waiters.size === 0) return;
    this.lookAfter(model, feed, Math.max(0, feed.toldMs + LOOK_MS - this.nowMs()));
  }

  /** Answers everybody with what there is, and turns away who comes later. */
  close(): void {
    this.isClosed = true;
    for (const [model, feed] of this.feeds) {
      feed.cancelLook();
      this.answer(model, feed, () => true);
    }
    this.feeds.clear();
  }

  /** @throws ServingError queue_full */
  private wait(feed: Feed, seen: RolloutMark, waitMs: number): Promise<RolloutNews> {
    if (this.waiting === WAITERS_MAX) throw new ServingError('queue_full', `${WAITERS_MAX} requests wait for news of rollouts; ask again later`);
    this.waiting += 1;
    return new Promise((resolve, reject) => {
      feed.waiters.add({ seen, untilMs: this.nowMs() + Math.min(waitMs, WAIT_MS_MAX), resolve, reject });
    });
  }

  /** A feed is there as long as somebody waits, and one look longer: who was told and comes back waits for the next look. */
  private open(model: string): Feed {
    const feed: Feed = { waiters: new Set(), toldMs: -Infinity, cancelLook: () => undefined };
    this.feeds.set(model, feed);
    this.lookAfter(model, feed, LOOK_MS);
    return feed;
  }

  private lookAfter(model: string, feed: Feed, delayMs: number): void {
    feed.cancelLook();
    feed.cancelLook = this.parts.after(delayMs, () => this.look(model, feed));
  }

  private look(model: string, feed: Feed): void {
    if (feed.waiters.size === 0) {
      this.feeds.delete(model);
      return;
    }
    const nowMs = this.nowMs();
    this.answer(model, feed, (waiter) => nowMs >= waiter.untilMs);
    this.lookAfter(model, feed, LOOK_MS);
  }

  private answer(model: string, feed: Feed, isDue: (waiter: Waiter) => boolean): void {
    let news: RolloutNews | ServingError;
    try {
      news = this.read(model, [...feed.waiters].some(({ seen }) => seen.digest !== ''));
    } catch (thrown) {
      news = asServingError(thrown);
    }
    for (const waiter of feed.waiters) {
      if (news instanceof ServingError) waiter.reject(news);
      else if (isNew(news, waiter.seen)) feed.toldMs = this.nowMs();
      else if (!isDue(waiter)) continue;
      if (!(news instanceof ServingError)) waiter.resolve(news);
      feed.waiters.delete(waiter);
      this.waiting -= 1;
    }
  }

  /** @param isDigested whether somebody looks at more than the generation */
  private read(model: string, isDigested: boolean): RolloutNews {
    const body = this.parts.view(model);
    const digest = !isDigested ? '' : createHash('sha1').update(JSON.stringify(body)).digest('base64url');
    return { generation: body.generation, digest, body };
  }

  private nowMs(): number {
    return this.parts.clock.nowUs() / 1000;
  }
}

function isNew(news: RolloutNews, seen: RolloutMark): boolean {
  return news.generation !== seen.generation || (seen.digest !== '' && news.digest !== seen.digest);
}
