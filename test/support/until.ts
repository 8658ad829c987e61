/** Waiting on a state: looked at again and again, for a bounded time, and never for a fixed while. */
import { systemClock } from '../../src/base/clock.js';

/** Below the time that a test has, so that the name of what did not come is what the failure says. */
const GIVE_UP_US = 25_000_000;
const BETWEEN_LOOKS_MS = 10;

/** The first value that `look` gives which is neither false, null nor undefined. Rejects with the name of what did not come. */
export async function until<T>(what: string, look: () => Promise<T | false | null | undefined> | T | false | null | undefined): Promise<T> {
  const endUs = systemClock.nowUs() + GIVE_UP_US;
  while (systemClock.nowUs() < endUs) {
    const value = await look();
    if (value !== false && value !== null && value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
  throw new Error(`never came: ${what}`);
}
