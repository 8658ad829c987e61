/** Waiting on a state: looked at again and again, for a bounded time, and never for a fixed while. */
import { TestRunner } from 'vitest';
import { systemClock } from '../../src/base/clock.js';

/** In hooks, and for tests without a time of their own. */
const TEST_MS = 30_000;
/** Before the test's own time is over, so that the name of what did not come is what the failure says. */
const EARLIER_MS = 5000;
const BETWEEN_LOOKS_MS = 10;

/** The first value that `look` gives which is neither false, null nor undefined. Rejects with the name of what did not come. */
export async function until<T>(what: string, look: () => Promise<T | false | null | undefined> | T | false | null | undefined): Promise<T> {
  const testMs = TestRunner.getCurrentTest()?.timeout ?? TEST_MS;
  const endUs = systemClock.nowUs() + Math.max(EARLIER_MS, testMs - EARLIER_MS) * 1000;
  while (systemClock.nowUs() < endUs) {
    const value = await look();
    if (value !== false && value !== null && value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
  throw new Error(`never came: ${what}`);
}
