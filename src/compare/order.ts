/** Likeness of two rows by the order of their elements. Memory is kept between rows and grows to the longest one. */

/** Longer rows are not ranked: two sorts of them would cost more than the model's own arithmetic. */
export const RANK_ELEMENTS_MAX = 1024;
/** Up to here counting beats sorting. */
const COUNTED_MAX = 24;

/** The first of the greatest elements; -1 where there is no number. */
export function topOf(row: Float64Array, count: number): number {
  let best = -1;
  let value = -Infinity;
  for (let i = 0; i < count; i++) {
    const each = row[i]!;
    if (each > value || (best < 0 && each === value)) {
      best = i;
      value = each;
    }
  }
  return best;
}

export class Orders {
  private readonly tops: readonly [Int32Array, Int32Array];
  private ranksA = new Float64Array(0);
  private ranksB = new Float64Array(0);
  private sorted = new Float64Array(0);

  constructor(private readonly k: number) {
    this.tops = [new Int32Array(k), new Int32Array(k)];
  }

  /** Share of the k greatest of `a` that are among the k greatest of `b`; NaN for rows of no more than k elements. */
  overlap(a: Float64Array, b: Float64Array, count: number): number {
    if (count <= this.k) return NaN;
    const [topA, topB] = this.tops;
    const foundA = select(a, count, topA);
    const foundB = select(b, count, topB);
    let both = 0;
    for (let i = 0; i < foundA; i++) for (let j = 0; j < foundB; j++) if (topA[i] === topB[j]) both++;
    return both / this.k;
  }

  /** Spearman's correlation with ties shared; NaN where a row has one element, too many, or all the same. */
  correlation(a: Float64Array, b: Float64Array, count: number): number {
    if (count < 2 || count > RANK_ELEMENTS_MAX) return NaN;
    if (this.ranksA.length !== count) {
      this.ranksA = new Float64Array(count);
      this.ranksB = new Float64Array(count);
      this.sorted = new Float64Array(count);
    }
    this.rank(a, count, this.ranksA);
    this.rank(b, count, this.ranksB);
    // Shared ranks keep the sum, so the mean is known.
    const mean = (count - 1) / 2;
    let cross = 0;
    let squareA = 0;
    let squareB = 0;
    for (let i = 0; i < count; i++) {
      const x = this.ranksA[i]! - mean;
      const y = this.ranksB[i]! - mean;
      cross += x * y;
      squareA += x * x;
      squareB += y * y;
    }
    return squareA === 0 || squareB === 0 ? NaN : Math.max(-1, Math.min(1, cross / Math.sqrt(squareA * squareB)));
  }

  private rank(row: Float64Array, count: number, ranks: Float64Array): void {
    if (count <= COUNTED_MAX) {
      for (let i = 0; i < count; i++) {
        const value = row[i]!;
        let rank = -0.5;
        for (let j = 0; j < count; j++) rank += row[j]! < value ? 1 : row[j] === value ? 0.5 : 0;
        ranks[i] = rank;
      }
      return;
    }
    const { sorted } = this;
    for (let i = 0; i < count; i++) sorted[i] = row[i]!;
    sorted.sort();
    for (let i = 0; i < count; i++) ranks[i] = (below(sorted, row[i]!, false) + below(sorted, row[i]!, true) - 1) / 2;
  }
}

/** Indexes of the greatest elements, greatest first; returns how many there are. */
function select(row: Float64Array, count: number, into: Int32Array): number {
  let found = 0;
  for (let i = 0; i < count; i++) {
    const value = row[i]!;
    if (Number.isNaN(value)) continue;
    if (found === into.length && !(value > row[into[found - 1]!]!)) continue;
    if (found < into.length) found++;
    let at = found - 1;
    for (; at > 0 && value > row[into[at - 1]!]!; at--) into[at] = into[at - 1]!;
    into[at] = i;
  }
  return found;
}

/** How many elements are below a value, or (`within`) not above it. */
function below(sorted: Float64Array, value: number, within: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = sorted[middle]!;
    if (each < value || (within && each === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
