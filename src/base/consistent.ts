/**
 * Reads counters that another thread writes as they stood at one moment: read again while they moved meanwhile. A reader
 * that is put aside between two of them would else see one from before and one from long after. The last try is taken as
 * it is, since a writer must not be waited for.
 */
const TRIES = 64;

/** @param stamp a sum that every change of what `read` sees changes too */
export function readSteady<T>(stamp: () => number, read: () => T): T {
  let before = stamp();
  for (let tries = 1; ; tries++) {
    const value = read();
    const after = stamp();
    if (after === before || tries === TRIES) return value;
    before = after;
  }
}
