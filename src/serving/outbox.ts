/**
 * Answers that sockets have not taken: bounded in bytes and in time, whatever the clients do. One for each front end and
 * all its protocols. An answer that finds no room is written all the same; the one that has waited longest is cut off for
 * it, because a client that reads is done before its turn comes.
 */

export interface OutboxLimits {
  /** Bytes that may wait; one answer by itself may be longer. */
  readonly bytesMax: number;
  /** Time that every answer has, besides the time that its length gives it. */
  readonly timeoutMs: number;
}

export const outboxLimits: OutboxLimits = { bytesMax: 256 * 1024 * 1024, timeoutMs: 30_000 };

/** An answer, or a part of one, on its way into a socket. Both fields are the outbox's while it waits there. */
export interface Unsent {
  unsentBytes: number;
  dueTick: number;
  /** Closes the way it goes. The outbox has forgotten the answer before it calls. */
  cut(): void;
}

/** How often the outbox looks for answers whose time is over. */
export const outboxSweepMs = 1000;
/** A long answer has a second more for each 128 KiB: a client may be slow, but not that slow. */
const BYTES_PER_TICK = 128 * 1024;

export class Outbox {
  /** Bytes that wait now. */
  bytes = 0;
  /** Answers that were cut off so far. */
  cuts = 0;
  private tick = 0;
  /** In the order in which they began to wait. */
  private readonly waiting = new Set<Unsent>();

  constructor(private readonly limits: OutboxLimits = outboxLimits) {}

  /** The answer waits from now on, until `release`. */
  hold(answer: Unsent, byteLength: number): void {
    for (const oldest of this.waiting) {
      if (this.bytes + byteLength <= this.limits.bytesMax) break;
      this.cut(oldest);
    }
    answer.unsentBytes = byteLength;
    // The tick at hand has begun already, so that it does not count.
    answer.dueTick = this.tick + 1 + Math.ceil(this.limits.timeoutMs / outboxSweepMs + byteLength / BYTES_PER_TICK);
    this.waiting.add(answer);
    this.bytes += byteLength;
  }

  /** It was taken, or its connection is gone. Does nothing for what does not wait. */
  release(answer: Unsent): void {
    if (this.waiting.delete(answer)) this.bytes -= answer.unsentBytes;
  }

  /** Called every `outboxSweepMs`. */
  sweep(): void {
    this.tick += 1;
    for (const answer of this.waiting) if (answer.dueTick <= this.tick) this.cut(answer);
  }

  private cut(answer: Unsent): void {
    this.release(answer);
    this.cuts += 1;
    answer.cut();
  }
}
