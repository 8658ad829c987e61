/** Something to do at the end of the test that runs, or of the test file when no test runs yet. */
import { afterAll, onTestFinished } from 'vitest';

const atEnd: (() => unknown)[] = [];

afterAll(async () => {
  for (const run of atEnd.splice(0).reverse()) await run();
});

export function later(run: () => unknown): void {
  try {
    onTestFinished(async () => void (await run()));
  } catch {
    // Thrown outside of a test, such as in a hook of the whole file.
    atEnd.push(run);
  }
}
