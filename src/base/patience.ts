/**
 * Whether a thread that has run out of work should look for more for a moment before it sleeps. Waking a sleeping
 * thread costs 20 to 130 us on an idle core, several times what a small model needs, so a client that sends one request
 * at a time waits mostly for wake-ups. Looking burns CPU, so it is done only while requests come one by one, and after
 * some looks in vain not for a while: at most VAIN_MAX looks in REST requests are lost.
 */
const STREAK_MIN = 8;
/** One vain look is no reason to stop: a sleep on either side makes the other's next look vain as well. */
const VAIN_MAX = 16;
const REST = 256;

export class Patience {
  private streak = 0;
  private vain = 0;

  /** @param watchUs how long one look may take; 0 never looks */
  constructor(private readonly watchUs: number) {}

  /** A request came and no other was there. */
  lone(): void {
    this.streak += 1;
  }

  /** Requests come side by side: there is no sleep to save, and cores are wanted elsewhere. */
  crowd(): void {
    this.streak = Math.min(this.streak, 0);
  }

  /** How long to look before the sleep that is due now; 0 for not at all. */
  get budgetUs(): number {
    return this.streak >= STREAK_MIN ? this.watchUs : 0;
  }

  looked(found: boolean): void {
    this.vain = found ? 0 : this.vain + 1;
    if (this.vain < VAIN_MAX) return;
    this.vain = 0;
    this.streak = STREAK_MIN - REST;
  }
}
