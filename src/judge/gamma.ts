/**
 * log Gamma for positive arguments, to about 1e-14 of its value: Lanczos' series (g 7, 9 terms; Lanczos 1964) below
 * 10,000, Stirling's above, where the series would lose digits to cancellation.
 */
import { assert } from '../base/assert.js';

const LANCZOS_G = 7;
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
const STIRLING_FROM = 10_000;

function lanczos(x: number): number {
  // The series wants arguments above one half; Gamma(x + 1) = x Gamma(x) brings smaller ones there.
  if (x < 0.5) return lanczos(x + 1) - Math.log(x);
  let sum = LANCZOS[0] ?? 0;
  for (let i = 1; i < LANCZOS.length; i++) sum += (LANCZOS[i] ?? 0) / (x - 1 + i);
  const shifted = x - 0.5 + LANCZOS_G;
  return HALF_LOG_TWO_PI + (x - 0.5) * Math.log(shifted) - shifted + Math.log(sum);
}

function stirling(x: number): number {
  const inverse = 1 / x;
  return HALF_LOG_TWO_PI + (x - 0.5) * Math.log(x) - x + inverse / 12 - inverse ** 3 / 360;
}

export function logGamma(x: number): number {
  assert(x > 0, 'log Gamma is wanted for positive arguments only');
  return x >= STIRLING_FROM ? stirling(x) : lanczos(x);
}

export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}
