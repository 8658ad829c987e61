/** How far a student's probabilities are from its teacher's. */

/** Probabilities of half precision, or of a model that rounds, add up to one only about. */
const SUM_TOLERANCE = 1e-2;
/** A probability of nothing counts as this much, or one class that a student rules out would make the whole infinite. */
export const PROBABILITY_FLOOR = 1e-10;

/** Kullback-Leibler divergence of `other` from `row` in nats, at least 0; NaN unless both are probabilities. */
export function divergenceOf(row: Float64Array, other: Float64Array, count: number): number {
  if (!isDistribution(row, count) || !isDistribution(other, count)) return NaN;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const p = row[i]!;
    if (p > 0) sum += p * Math.log(p / Math.max(other[i]!, PROBABILITY_FLOOR));
  }
  return Math.max(0, sum);
}

function isDistribution(row: Float64Array, count: number): boolean {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    if (!(row[i]! >= 0)) return false;
    sum += row[i]!;
  }
  return Math.abs(sum - 1) <= SUM_TOLERANCE;
}
