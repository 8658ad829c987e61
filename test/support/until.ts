/** Waiting on a state: looked at again and again, a bounded number of times, and never for a fixed while. */
const LOOKS_MAX = 4000;
const BETWEEN_LOOKS_MS = 10;

/** The first value that `look` gives which is neither false, null nor undefined. Rejects with the name of what did not come. */
export async function until<T>(what: string, look: () => Promise<T | false | null | undefined> | T | false | null | undefined): Promise<T> {
  for (let looks = 0; looks < LOOKS_MAX; looks++) {
    const value = await look();
    if (value !== false && value !== null && value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
  throw new Error(`never came: ${what}`);
}
