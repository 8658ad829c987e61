/** Collects the chunks of a body that must be seen whole. Grows as bytes come, never on a client's word alone. */
import type { Intake } from '../serving/intake.js';
import { tooLarge } from './compress.js';

const firstBytes = 64 * 1024;
const nothing = new Uint8Array(0);

export class Body {
  #bytes = nothing;
  length = 0;

  constructor(private readonly intake: Intake) {}

  /** @throws ServingError payload_too_large, memory_full */
  add(chunk: Uint8Array, bytesMax: number): void {
    const needed = this.length + chunk.length;
    if (needed > bytesMax) throw tooLarge(bytesMax);
    if (needed > this.#bytes.length) {
      const room = Math.max(needed, Math.min(bytesMax, this.#bytes.length * 2), firstBytes);
      this.intake.take(room - this.#bytes.length);
      const larger = new Uint8Array(room);
      larger.set(this.#bytes.subarray(0, this.length));
      this.#bytes = larger;
    }
    this.#bytes.set(chunk, this.length);
    this.length = needed;
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }

  /** Must be called when the body is no longer needed; its owner may be pooled. */
  clear(): void {
    this.length = 0;
    this.intake.give(this.#bytes.length);
    this.#bytes = nothing;
  }
}
