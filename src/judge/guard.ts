/** Hard guards: facts that decide without statistics. Pure; the first that holds is reported, those that abort first. */
import type { GuardFacts } from './evidence.js';
import type { GuardName } from './judgement.js';
import type { GuardPlan } from './plan.js';
import { percent } from './words.js';

export interface GuardHit {
  readonly guard: GuardName;
  readonly action: 'abort' | 'hold';
  readonly reason: string;
}

/** Guards on the candidate itself: each of them aborts. */
export function candidateGuard(plan: GuardPlan, facts: GuardFacts): GuardHit | null {
  const abort = (guard: GuardName, reason: string): GuardHit => ({ guard, action: 'abort', reason });
  const { outputs, crashes = 0, contractFaults = 0, memoryBytes = 0 } = facts;
  if (contractFaults > plan.contractFaultsMax) return abort('contract', `${contractFaults} answers of the candidate break its signature; ${plan.contractFaultsMax} are allowed`);
  if (crashes > plan.crashesMax) return abort('crash loop', `the candidate's instances died ${crashes} times; ${plan.crashesMax} are allowed`);
  if (plan.memoryBytesMax !== undefined && memoryBytes > plan.memoryBytesMax) {
    return abort('memory', `the candidate holds ${memoryBytes} bytes; ${plan.memoryBytesMax} are allowed`);
  }
  if (outputs !== undefined && outputs.checked >= plan.outputsMin && outputs.nonFinite > plan.nonFiniteShareMax * outputs.checked) {
    const share = percent(outputs.nonFinite / outputs.checked);
    return abort('non-finite outputs', `${share} of ${outputs.checked} outputs of the candidate hold NaN or infinity; ${percent(plan.nonFiniteShareMax)} are allowed`);
  }
  return null;
}

/** An outage of the stable version is no time to judge by: hold until it is over. */
export function baselineGuard(plan: GuardPlan, facts: GuardFacts): GuardHit | null {
  const recent = facts.baselineRecent;
  if (recent === undefined || recent.units < plan.baselineUnitsMin) return null;
  if (recent.failures <= plan.baselineFailureRateMax * recent.units) return null;
  const share = percent(recent.failures / recent.units);
  return {
    guard: 'baseline unhealthy',
    action: 'hold',
    reason: `the stable version itself fails ${share} of its last ${recent.units} units, above ${percent(plan.baselineFailureRateMax)}; nothing is decided until it is well`,
  };
}
