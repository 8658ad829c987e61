/**
 * Copies between private and shared memory. V8 copies to and from shared memory word by word when source and target
 * lie alike within a word, and byte by byte when they do not; bytes off the wire hardly ever do. Going through a
 * small private buffer that lies as the shared side does leaves the odd part to a plain memmove: 600 KB took 280 µs
 * and take 51 µs so (bench/micro/copy.ts). Short copies are not worth the detour.
 */
const STAGE_BYTES = 32 * 1024;
const WORD_BYTES = 8;
const DIRECT_BYTES_MAX = 512;

const stage = new Uint8Array(STAGE_BYTES + WORD_BYTES);

/**
 * Copies all of `source` to `byteOffset` of shared memory.
 * @param target a view that starts on a word, as a view of a whole buffer does
 */
export function copyIn(source: Uint8Array, target: Uint8Array, byteOffset: number): void {
  if (source.length <= DIRECT_BYTES_MAX) {
    target.set(source, byteOffset);
    return;
  }
  for (let done = 0; done < source.length; ) {
    const at = byteOffset + done;
    const skew = at % WORD_BYTES;
    const count = Math.min(STAGE_BYTES, source.length - done);
    stage.set(source.subarray(done, done + count), skew);
    target.set(stage.subarray(skew, skew + count), at);
    done += count;
  }
}

/** Copies `byteLength` bytes of shared memory to `to` of `target`. `source` starts on a word. */
export function copyOut(source: Uint8Array, byteOffset: number, byteLength: number, target: Uint8Array, to: number): void {
  if (byteLength <= DIRECT_BYTES_MAX) {
    target.set(source.subarray(byteOffset, byteOffset + byteLength), to);
    return;
  }
  for (let done = 0; done < byteLength; ) {
    const at = byteOffset + done;
    const skew = at % WORD_BYTES;
    const count = Math.min(STAGE_BYTES, byteLength - done);
    stage.set(source.subarray(at, at + count), skew);
    target.set(stage.subarray(skew, skew + count), to + done);
    done += count;
  }
}
