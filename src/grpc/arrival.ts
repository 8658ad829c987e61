/**
 * The message that arrives on one stream, seen below the library, which gathers it without a bound on the time it takes
 * or on how many there are. Counts what is there of it, and when it was last complete.
 */
import type { Intake } from '../serving/intake.js';

/** A flag and the length of the message. */
const HEAD_BYTES = 5;

export class Arrival {
  private headBytes = 0;
  private length = 0;
  private missing = 0;
  private heldBytes = 0;
  /** When what is awaited began to be. */
  private beganTick: number;

  /** @param awaited whether the peer owes its first message from the start, as it does where it may send one only */
  constructor(
    private readonly intake: Intake,
    private awaited: boolean,
    tick: number,
  ) {
    this.beganTick = tick;
  }

  /** @returns false when there is no room for what came; the stream must be closed then */
  took(chunk: Buffer, tick: number): boolean {
    // Nearly every message comes in one piece.
    if (this.headBytes === 0 && chunk.length >= HEAD_BYTES && chunk.readUInt32BE(1) === chunk.length - HEAD_BYTES) {
      this.awaited = false;
      return true;
    }
    for (let at = 0; at < chunk.length; ) at += this.headBytes < HEAD_BYTES ? this.readHead(chunk[at]!, tick) : this.readBody(chunk.length - at);
    return this.hold(this.headBytes === HEAD_BYTES ? this.length - this.missing : 0);
  }

  /**
   * Whether the peer owes the rest of a message for longer than `ticks`.
   * @param paused whether it is us who read no further
   */
  isLate(tick: number, ticks: number, paused: boolean): boolean {
    if (paused) this.beganTick = tick;
    return this.awaited && tick - this.beganTick > ticks;
  }

  closed(): void {
    this.awaited = false;
    this.hold(0);
  }

  private readHead(byte: number, tick: number): number {
    if (this.headBytes === 0) {
      if (!this.awaited) this.beganTick = tick;
      this.awaited = true;
      this.length = 0;
    } else {
      this.length = this.length * 256 + byte;
    }
    this.headBytes += 1;
    if (this.headBytes === HEAD_BYTES) this.missing = this.length;
    if (this.headBytes === HEAD_BYTES && this.missing === 0) this.complete();
    return 1;
  }

  private readBody(there: number): number {
    const count = Math.min(this.missing, there);
    this.missing -= count;
    if (this.missing === 0) this.complete();
    return count;
  }

  private complete(): void {
    this.headBytes = 0;
    this.awaited = false;
  }

  private hold(byteLength: number): boolean {
    const more = byteLength - this.heldBytes;
    if (more > 0 && !this.intake.fits(more)) return false;
    if (more < 0) this.intake.give(-more);
    this.heldBytes = byteLength;
    return true;
  }
}
