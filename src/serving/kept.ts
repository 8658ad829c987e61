/**
 * The outputs of an answered request, kept in private memory until those of its mirrored run are there: the instance's
 * own memory is a ring, and a part held back in it would stop the version that serves. What is kept and compared is
 * bounded, since a front end does both between the requests of its callers: of a large batch only the first rows.
 */
import { copyOut } from '../memory/copy.js';
import type { PooledRequest } from './request.js';

/** Numbers beyond this are cut after a whole row. */
const PAIR_BYTES_MAX = 64 * 1024;
/** A single row may be larger, up to here; and so may strings. */
const KEPT_BYTES_MAX = 1024 * 1024;

const NO_BYTES = new Uint8Array(0);

export class Kept {
  /** Rows that are compared. */
  rows = 0;
  /** By position in the stable version's signature; null where an output is not compared. */
  readonly outputs: (Uint8Array | null)[] = [];
  private readonly others: (Uint8Array | null)[] = [];
  private whole = 0;
  private memory = NO_BYTES;

  /** Copies what can be compared. @returns false when it is too large */
  keep(request: PooledRequest): boolean {
    const { signature, batched } = request.target;
    const { outputs } = this;
    outputs.length = 0;
    this.whole = batched ? request.rows : 1;
    let numeric = 0;
    for (let i = 0; i < signature.outputs.length; i++) {
      const bytes = request.outputBytes(i);
      outputs.push(bytes);
      if (signature.outputs[i]!.datatype !== 'BYTES') numeric += bytes?.length ?? 0;
    }
    this.rows = numeric <= PAIR_BYTES_MAX ? this.whole : Math.max(1, Math.floor((PAIR_BYTES_MAX * this.whole) / numeric));
    let total = 0;
    for (let i = 0; i < outputs.length; i++) {
      // Strings have no rows of one length to cut after.
      if (this.rows < this.whole && signature.outputs[i]!.datatype === 'BYTES') outputs[i] = null;
      total += this.cutLength(outputs[i]!);
    }
    if (total > KEPT_BYTES_MAX) return false;
    if (this.memory.length < total) this.memory = new Uint8Array(Math.max(total, 512));
    const source = request.outputMemory();
    let at = 0;
    for (let i = 0; i < outputs.length; i++) {
      const bytes = outputs[i]!;
      if (bytes === null) continue;
      const length = this.cutLength(bytes);
      copyOut(source, bytes.byteOffset - source.byteOffset, length, this.memory, at);
      outputs[i] = this.memory.subarray(at, at + length);
      at += length;
    }
    return true;
  }

  /**
   * The same rows of another answer, where they lie.
   * @param places of the outputs in that answer's signature; -1 where it has none of that name and kind
   */
  beside(request: PooledRequest, places: Int32Array): readonly (Uint8Array | null)[] {
    const { others, outputs } = this;
    others.length = 0;
    for (let i = 0; i < outputs.length; i++) {
      const bytes = outputs[i] === null || places[i]! < 0 ? null : request.outputBytes(places[i]!);
      others.push(bytes === null ? null : bytes.subarray(0, this.cutLength(bytes)));
    }
    return others;
  }

  /** Lets go of what a usual request would not need. */
  clear(): void {
    this.outputs.length = 0;
    this.others.length = 0;
    if (this.memory.length > PAIR_BYTES_MAX) this.memory = NO_BYTES;
  }

  private cutLength(bytes: Uint8Array | null): number {
    if (bytes === null) return 0;
    // Lengths that are no whole rows stay as they are: they will not be alike.
    return this.rows === this.whole || bytes.length % this.whole !== 0 ? bytes.length : (bytes.length / this.whole) * this.rows;
  }
}
