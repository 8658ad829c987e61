/**
 * Bytes of requests that have begun to arrive and are not complete, beside request memory: what must be seen whole
 * before it can be placed there. One for each front end and all its protocols. Bytes come from clients, so the bound is
 * on what is there and not on what was announced.
 */
import { ServingError } from '../base/error.js';

export const intakeBytesMax = 256 * 1024 * 1024;

export class Intake {
  /** Bytes held now. */
  bytes = 0;

  constructor(private readonly bytesMax = intakeBytesMax) {}

  /** @returns false, and takes nothing, where they do not fit */
  fits(byteLength: number): boolean {
    if (this.bytes + byteLength > this.bytesMax) return false;
    this.bytes += byteLength;
    return true;
  }

  /** @throws ServingError memory_full */
  take(byteLength: number): void {
    if (!this.fits(byteLength)) throw new ServingError('memory_full', `requests that are still arriving hold ${this.bytes} bytes; retry, or raise --request-memory-bytes`);
  }

  give(byteLength: number): void {
    this.bytes -= byteLength;
  }
}
