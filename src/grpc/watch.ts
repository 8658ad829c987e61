/**
 * sluice.v1.RolloutService/WatchRollout. All watchers of a model share one question to the control side, asked again
 * whenever it is answered and while anybody watches. A watcher has one view on its way at most and one that waits
 * behind it, the newest, so that who reads slowly costs two views and skips the rest.
 */
import type { ServerWritableStream } from '@grpc/grpc-js';
import { ServingError } from '../base/error.js';
import type { Admin } from '../serving/admin.js';
import { NOTHING_SEEN, type RolloutMark } from '../serving/rollout.js';
import { read, written } from './messages.js';
import { faultOf, statusOf, type GrpcLog } from './status.js';
import { viewMessage } from './view.js';

/** Watchers hold memory and a stream each. */
const WATCHERS_MAX = 1000;
/** A question stays on the control side for this long when its watchers have gone. */
const ASK_MS = 5_000;

interface Watcher {
  readonly call: ServerWritableStream<Buffer, Buffer>;
  /** Whether the transport has taken the last view. */
  isSending: boolean;
  waiting: Buffer | null;
}

interface Feed {
  readonly model: string;
  readonly watchers: Set<Watcher>;
  newest: Buffer | null;
}

export class RolloutWatches {
  private readonly feeds = new Map<string, Feed>();
  private count = 0;
  private draining = false;

  constructor(
    private readonly admin: Admin,
    private readonly log: GrpcLog,
  ) {}

  /** Streams that are open. */
  get open(): number {
    return this.count;
  }

  watch(call: ServerWritableStream<Buffer, Buffer>): void {
    try {
      if (this.draining) throw leaving();
      if (this.count === WATCHERS_MAX) throw new ServingError('queue_full', `${WATCHERS_MAX} watches of rollouts are open; retry later or use GetRollout`);
      this.join(read.watchRollout(call.request).model, { call, isSending: false, waiting: null });
    } catch (thrown) {
      call.emit('error', statusOf(faultOf(thrown, this.log, 'WatchRollout')));
    }
  }

  /** Ends the watches, which would keep the server open, and takes no more. */
  drain(): void {
    this.draining = true;
    for (const feed of this.feeds.values()) this.end(feed, leaving());
  }

  private join(model: string, watcher: Watcher): void {
    const present = this.feeds.get(model);
    const feed = present ?? { model, watchers: new Set(), newest: null };
    feed.watchers.add(watcher);
    this.count += 1;
    watcher.call.on('cancelled', () => this.leave(feed, watcher));
    if (feed.newest !== null) send(watcher, feed.newest);
    if (present !== undefined) return;
    this.feeds.set(model, feed);
    void this.follow(feed);
  }

  private leave(feed: Feed, watcher: Watcher): void {
    if (feed.watchers.delete(watcher)) this.count -= 1;
  }

  private async follow(feed: Feed): Promise<void> {
    let seen: RolloutMark = NOTHING_SEEN;
    try {
      while (feed.watchers.size > 0) {
        const { generation, digest, body } = await this.admin.rolloutNews(feed.model, seen, ASK_MS);
        if (generation === seen.generation && digest === seen.digest) continue;
        seen = { generation, digest };
        feed.newest = written.rollout(viewMessage(body));
        for (const watcher of feed.watchers) send(watcher, feed.newest);
      }
    } catch (thrown) {
      this.end(feed, faultOf(thrown, this.log, 'WatchRollout'));
    }
    this.feeds.delete(feed.model);
  }

  private end(feed: Feed, fault: ServingError): void {
    for (const watcher of [...feed.watchers]) {
      this.leave(feed, watcher);
      watcher.waiting = null;
      watcher.call.emit('error', statusOf(fault));
    }
  }
}

function leaving(): ServingError {
  return new ServingError('draining', 'the server is shutting down');
}

function send(watcher: Watcher, view: Buffer): void {
  if (watcher.isSending) {
    watcher.waiting = view;
    return;
  }
  watcher.isSending = true;
  watcher.call.write(view, () => {
    watcher.isSending = false;
    const { waiting } = watcher;
    watcher.waiting = null;
    if (waiting !== null) send(watcher, waiting);
  });
}
