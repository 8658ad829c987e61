/**
 * A share of a thread's time for work that may be left undone: time passes and earns some, the work spends what it took.
 * In debt there is none until the share has made up for it, so that over any while the work keeps to its share.
 */
export class Allowance {
  private creditUs: number;
  private seenUs = 0;

  /** @param creditUsMax what idle time can save up, and what there is at first */
  constructor(
    private readonly share: number,
    private readonly creditUsMax: number,
  ) {
    this.creditUs = creditUsMax;
  }

  /** Whether there is some left. */
  has(nowUs: number): boolean {
    if (nowUs > this.seenUs) this.creditUs = Math.min(this.creditUsMax, this.creditUs + (nowUs - this.seenUs) * this.share);
    this.seenUs = nowUs;
    return this.creditUs > 0;
  }

  spend(us: number): void {
    this.creditUs -= us;
  }
}
