/**
 * E3, the sign test (McNemar's on discordant pairs): under the null the first side wins at most half of the pairs that
 * have a winner. Used for paired labels and, where pairs of latencies are kept, as a fifth part of the latency test.
 */
import { logMeanExp } from './numbers.js';

export const WIN_RATES = [0.52, 0.55, 0.6, 0.7, 0.8, 0.9] as const;

export function signLogs(wins: number, losses: number): number[] {
  return WIN_RATES.map((rate) => wins * Math.log(2 * rate) + losses * Math.log(2 * (1 - rate)));
}

export function signLogE(wins: number, losses: number): number {
  return logMeanExp(signLogs(wins, losses));
}
