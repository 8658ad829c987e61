/**
 * Keeps a front draining: sleeps on the front end's signal without blocking its event loop, settles everything that
 * came back in one go, and sleeps again. For a client that sends one request at a time it looks for the answer before it
 * sleeps. Also owns the one timer of the deadlines.
 */
import type { Clock } from '../base/clock.js';
import { Patience } from '../base/patience.js';
import type { Exchange } from '../memory/ticket.js';
import type { DataFront } from './front.js';

/** Node takes no longer delay; an alarm that comes early only looks again. */
const DELAY_MS_MAX = 2 ** 31 - 1;

export class Pump {
  private stopped = false;
  private timer: NodeJS.Timeout | null = null;
  private readonly patience: Patience;
  private looking = false;

  constructor(
    private readonly exchange: Exchange,
    private readonly frontEnd: number,
    private readonly front: () => DataFront,
    private readonly clock: Clock,
    private readonly watchUs: number,
  ) {
    this.patience = new Patience(watchUs);
  }

  start(): void {
    this.turn();
  }

  stop(): void {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
  }

  /** Sets the one alarm; a new one replaces it. Node's timers count whole milliseconds, so it is rounded up. */
  readonly setAlarm = (delayUs: number): void => {
    if (this.timer !== null) clearTimeout(this.timer);
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.front().onAlarm();
    }, Math.min(DELAY_MS_MAX, Math.ceil(delayUs / 1000)));
    this.timer.unref();
  };

  /** Told of every request that was queued; the look itself waits until the sockets that are readable have been read. */
  readonly sent = (inFlight: number): void => {
    if (inFlight > 1) return this.patience.crowd();
    this.patience.lone();
    if (this.patience.budgetUs === 0 || this.looking) return;
    this.looking = true;
    setImmediate(this.look);
  };

  private readonly look = (): void => {
    const { exchange, frontEnd, clock } = this;
    this.looking = false;
    if (this.stopped || this.front().callers !== 1) return;
    exchange.setWatching(frontEnd, true);
    const endUs = clock.nowUs() + this.watchUs;
    while (!exchange.hasDone(frontEnd) && clock.nowUs() < endUs);
    exchange.setWatching(frontEnd, false);
    this.patience.looked(this.front().drain() > 0);
  };

  private readonly turn = (): void => {
    if (this.stopped) return;
    const seen = this.exchange.signal(this.frontEnd);
    this.front().drain();
    const wait = this.exchange.waitSignal(this.frontEnd, seen);
    // Sockets get their turn between two drains even when instances answer faster than we settle.
    if (wait.async) void (wait.value as Promise<string>).then(this.turn);
    else setImmediate(this.turn);
  };
}
