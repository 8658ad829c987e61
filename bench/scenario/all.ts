/** All scenarios, in the order of the table. */
import { computeScenario } from './compute.js';
import { millionScenario } from './million.js';
import { mirrorScenario } from './mirror.js';
import { overloadScenario } from './overload.js';
import { ratioScenarios } from './ratio.js';
import type { Scenario } from './scenario.js';
import { singleScenario } from './single.js';
import { swapScenario } from './swap.js';

const [json, binary, grpc, image] = ratioScenarios;

export const SCENARIOS: readonly Scenario[] = [
  json, binary, grpc, singleScenario, image, computeScenario, swapScenario, overloadScenario, mirrorScenario, millionScenario,
].filter((scenario) => scenario !== undefined);
