/** The nearest known name to one that is unknown, for faults that end in a question. */

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Names longer than this are nobody's typing error, and comparing them would cost without bound. */
const LENGTH_MAX = 80;

export function nearest(name: string, known: Iterable<string>): string | null {
  if (name.length > LENGTH_MAX) return null;
  const plain = name.toLowerCase().replaceAll('-', '_');
  const limit = Math.max(1, Math.floor(plain.length / 3));
  let best: string | null = null;
  let least = limit + 1;
  for (const candidate of known) {
    const far = distance(plain, candidate.toLowerCase().replaceAll('-', '_'));
    if (far < least) {
      best = candidate;
      least = far;
    }
  }
  return best;
}

/** `; did you mean X?`, or nothing. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const found = nearest(name, known);
  return found === null ? '' : `; did you mean \`${found}\`?`;
}
