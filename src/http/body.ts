/** Collects the chunks of a body that must be seen whole. Grows as bytes come, never on a client's word alone. */
import { tooLarge } from './compress.js';

const firstBytes = 64 * 1024;

export class Body {
  #bytes = new Uint8Array(0);
  length = 0;

  /** @throws ServingError payload_too_large */
  add(chunk: Uint8Array, bytesMax: number): void {
    const needed = this.length + chunk.length;
    if (needed > bytesMax) throw tooLarge(bytesMax);
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, Math.min(bytesMax, this.#bytes.length * 2), firstBytes));
      larger.set(this.#bytes.subarray(0, this.length));
      this.#bytes = larger;
    }
    this.#bytes.set(chunk, this.length);
    this.length = needed;
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }

  /** Lets go of memory that a pooled owner should not sit on. */
  clear(): void {
    this.length = 0;
    if (this.#bytes.length > firstBytes) this.#bytes = new Uint8Array(0);
  }
}
