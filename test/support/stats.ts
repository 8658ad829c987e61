/** Counters of one instance as its lane holds them, by name. */
import { INSTANCE, instanceWindow } from '../../src/telemetry/layout.js';
import type { World } from './world.js';

export function readInstance(world: World, index: number): Record<'executions' | 'inferences' | 'requests' | 'failedBatches' | 'isolated', number> {
  const lane = instanceWindow(world.route.stats, index);
  const at = (word: number): number => lane[word]!;
  return {
    executions: at(INSTANCE.executions),
    inferences: at(INSTANCE.inferences),
    requests: at(INSTANCE.requests),
    failedBatches: at(INSTANCE.failedBatches),
    isolated: at(INSTANCE.isolated),
  };
}
