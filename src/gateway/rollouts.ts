/** Rollouts with their surroundings named: the board as their road, twins from the loader, counters in shared memory. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Clock } from '../base/clock.js';
import { asServingError } from '../base/error.js';
import type { Log } from '../base/log.js';
import type { VersionRoute } from '../batch/route.js';
import type { Board } from '../control/board.js';
import type { Publisher } from '../control/port.js';
import type { Ledger } from '../lifecycle/ledger.js';
import type { VersionSpec } from '../lifecycle/loader.js';
import type { Manager } from '../lifecycle/manager.js';
import type { Budget, Pause } from '../lifecycle/port.js';
import { Rollouts } from '../rollout/engine.js';
import type { RolloutPorts } from '../rollout/port.js';
import type { StateStore } from '../state/store.js';
import type { Instances } from './instances.js';
import { Recordings } from './recordings.js';
import { createCounting } from './counting.js';
import { viewOfKnown } from './rolloutadmin.js';
import { RolloutNewsDesk } from './rolloutnews.js';
import { LabelDesk } from './teachers.js';
import type { LabelParts } from './teacher.js';
import type { SharedMemory } from './memory.js';
import type { ServedConfig } from './served.js';
import type { TransitionCounts } from './rolloutgauges.js';
import { TwinLoads } from './twins.js';

export interface RolloutParts {
  readonly store: StateStore;
  readonly ledger: Ledger;
  readonly manager: Manager<ServedConfig, VersionRoute>;
  readonly board: Board<VersionRoute>;
  readonly instances: Instances;
  readonly budget: Budget;
  readonly publisher: Publisher<VersionRoute>;
  readonly memory: SharedMemory;
  readonly clock: Clock;
  readonly pause: Pause;
  readonly log: Log;
  readonly options: { readonly drainTimeoutMs: number; readonly stateDir: string };
  readonly writeLabels: LabelParts['write'];
  readonly told: RolloutPorts['told'];
  readonly resteer: RolloutPorts['resteer'];
}

export interface RolloutDesk {
  readonly engine: Rollouts;
  readonly recordings: Recordings;
  readonly news: RolloutNewsDesk;
  readonly labels: LabelDesk;
  readonly transitions: TransitionCounts;
}

export function createRollouts(parts: RolloutParts): RolloutDesk {
  const { manager, board, ledger, publisher, instances, options, log } = parts;
  const specOf = (model: string, version: number): VersionSpec<ServedConfig> | null => manager.held(model).filter((spec) => spec.version === version).at(-1) ?? null;
  const transitions = new Map<string, Map<string, number>>();
  const recordings = new Recordings(join(options.stateDir, 'recordings'), (fault) => log.error({ kind: 'rollout', cause: fault.message }, 'what the judge was shown cannot be recorded'));
  const twins: TwinLoads = new TwinLoads({
    loader: instances,
    budget: parts.budget,
    specOf,
    drained: (servingId) => publisher.drained(servingId, options.drainTimeoutMs),
    lost: (model) => engine.moved(model),
  });
  const after = (delayMs: number, then: () => void): (() => void) => parts.pause.after(delayMs, then);
  const news = new RolloutNewsDesk({ view: (model) => viewOfKnown(engine, ledger, model), clock: parts.clock, after });
  const labels = new LabelDesk(
    options.stateDir,
    {
      frontEnds: parts.memory.frontEnds, clock: parts.clock, write: parts.writeLabels, after,
      failed: ({ model, rollout }, text) => log.error({ kind: 'rollout', model, rollout, cause: text }, 'labels cannot be written; the rollout goes on without them'),
    },
    (model, rollout, counts) => void engine.labelled(model, rollout, counts).catch((fault: unknown) => log.error({ kind: 'rollout', model, cause: asServingError(fault).message }, 'the counts of labels cannot be kept')),
  );
  const engine: Rollouts = new Rollouts({
    store: parts.store,
    ledger,
    road: { direct: (model, { stable, split, twin, held }) => board.direct(model, { stable, split, held, twin: twin ? twins.entry(model) : null }) },
    twins,
    counting: createCounting({ frontEnds: parts.memory.frontEnds, signature: (model, version) => specOf(model, version)?.signature ?? null, labels }),
    clock: parts.clock,
    after,
    newId: () => randomBytes(4).toString('hex'),
    crashes: (model, version) => instances.deaths(model, version),
    memoryBytes: (model, version) => instances.bytes(model, version),
    resteer: parts.resteer,
    told: (change) => {
      for (const { transition } of change.transitions) count(transitions, change.model, transition.to);
      news.changed(change.model);
      if (change.after.rollout !== null) labels.follow(change.after.rollout);
      parts.told(change);
    },
    record: (line) => recordings.add(line),
    fault: (model, fault) => log.error({ kind: 'rollout', model, cause: asServingError(fault).message }, 'a rollout met a fault'),
  });
  return { engine, recordings, news, labels, transitions };
}

/** Words of a transition are for people (`step 2 of 4 (5 %)`); its first one is a name. */
function count(transitions: Map<string, Map<string, number>>, model: string, to: string): void {
  const counts = transitions.get(model) ?? new Map<string, number>();
  transitions.set(model, counts);
  const name = /^\w+/.exec(to)?.[0] ?? to;
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
