/**
 * The control thread's brain with its surroundings named: repository, lifecycle, routing and instances, from a folder
 * on disk to a table on every front end.
 */
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import type { Clock } from '../base/clock.js';
import type { Log } from '../base/log.js';
import type { VersionRoute } from '../batch/route.js';
import { PLATFORM } from '../config/normalise.js';
import { renderModelConfig } from '../config/render.js';
import type { ServerOptions } from '../config/server.js';
import { controlAdmin, type ControlAdmin } from '../control/admin.js';
import { Board } from '../control/board.js';
import { Catalog } from '../control/catalog.js';
import { Control } from '../control/control.js';
import { Loads } from '../control/load.js';
import type { ConfigView, Publisher } from '../control/port.js';
import type { After } from '../instance/group.js';
import { InstanceLoader } from '../instance/loader.js';
import type { EngineName } from '../instance/message.js';
import type { ThreadPool } from '../instance/pool.js';
import type { Ledger } from '../lifecycle/ledger.js';
import { Manager } from '../lifecycle/manager.js';
import { DEFAULT_LIFECYCLE, type Note } from '../lifecycle/port.js';
import type { OnnxSummary } from '../onnx/summary.js';
import { disk } from '../repository/disk.js';
import { Overrides } from '../repository/override.js';
import { Watch } from '../repository/watch.js';
import type { ControlCounters } from '../telemetry/control.js';
import type { RolloutPorts } from '../rollout/port.js';
import type { RoutingTable, VersionEntry } from '../routing/table.js';
import type { StateStore } from '../state/store.js';
import type { StatisticsLedger } from '../telemetry/ledger.js';
import { createBudget } from './budget.js';
import type { Hardware } from './hardware.js';
import { Gates } from './gates.js';
import { Instances } from './instances.js';
import { StoredLabels } from './labels.js';
import type { LabelParts } from './teacher.js';
import type { SharedMemory } from './memory.js';
import { planLoad } from './planner.js';
import { createReader } from './reader.js';
import { createRollouts, type RolloutDesk } from './rollouts.js';
import type { ServedConfig } from './served.js';

export interface ModelSurroundings {
  readonly options: ServerOptions;
  readonly engine: EngineName;
  readonly clock: Clock;
  readonly log: Log;
  readonly after: After;
  readonly ledger: Ledger;
  readonly counters: ControlCounters;
  readonly statistics: StatisticsLedger;
  readonly memory: SharedMemory;
  readonly threads: ThreadPool;
  readonly hardware: Hardware;
  readonly publisher: Publisher<VersionRoute>;
  /** Decisions about rollouts, and what is told of them. */
  readonly store: StateStore;
  readonly told: RolloutPorts['told'];
  /** A load can serve no more; its requests are to be answered. */
  readonly onFailed: (routeId: number) => void;
  readonly inspect: (path: string) => Promise<OnnxSummary>;
  readonly writeLabels: LabelParts['write'];
  /** A folder of this process alone. */
  readonly tempFolder: string;
}

export interface Models {
  readonly control: Control<ServedConfig, VersionRoute, OnnxSummary>;
  readonly admin: ControlAdmin;
  readonly board: Board<VersionRoute>;
  readonly instances: Instances;
  readonly rollouts: RolloutDesk;
  /** Reads what earlier processes decided, before any version is loaded. @returns what cannot be read, in words */
  open(): Promise<readonly string[]>;
}

/** The first look and the second, which tells what is complete. */
const SETTLE_MS = 50;

const view: ConfigView<ServedConfig> = {
  toJson: (served) => renderModelConfig(served.config),
  platform: PLATFORM,
  properties: (served) => Object.fromEntries(served.summary.metadata.map(({ key, value }) => [key, value])),
};

export function createModels(around: ModelSurroundings): Models {
  const { options, ledger, log, after, publisher, hardware } = around;
  const note: Note = (level, message, fields) => log[level](fields, message);
  const pause = { after };
  const labels = new StoredLabels(around.store);
  const board = new Board<VersionRoute>(publisher, ledger, pause, note, labels);
  const gates: Gates = new Gates({
    gatesOf: (model, version) => rollouts.engine.gatesOf(model, version),
    serving: (model) => servingOf(board.table, model),
    log,
  });
  const instances = createInstances(around, gates);
  const budget = createBudget(hardware.devices, options.memoryBudget);
  const manager = new Manager<ServedConfig, VersionRoute>(
    { loader: instances, budget, exposure: board, clock: around.clock, pause, note },
    {
      ...DEFAULT_LIFECYCLE,
      load: { ...DEFAULT_LIFECYCLE.load, count: options.modelLoadRetries },
      loadsMax: options.modelLoadConcurrency,
      drainDeadlineMs: options.drainTimeoutMs,
    },
    ledger,
  );
  const reader = createReader({
    defaultMaxBatchSize: options.defaultMaxBatchSize,
    transition: options.transitionPolicy,
    devices: hardware.choice,
    inspect: around.inspect,
    note: (model, text) => log.warn({ kind: 'config', model }, text),
  });
  const rollouts: RolloutDesk = createRollouts({ ...around, manager, board, instances, budget, pause, resteer: (model) => void catalog.again(model) });
  const catalog = new Catalog(manager, board, reader, rollouts.engine, note);
  const overrides = new Overrides(disk, around.tempFolder);
  const watch = new Watch(disk, { roots: options.modelRepository.map((folder) => resolve(folder)), mode: options.modelControlMode, loadModels: options.loadModel });
  const loads = new Loads(watch, overrides, catalog, manager);
  const rhythm = { pollMs: options.repositoryPollSecs * 1000, settleMs: SETTLE_MS };
  return {
    control: new Control(watch, overrides, catalog, manager, pause, note, rhythm),
    admin: controlAdmin({ manager, ledger, board, watch, loads, view }),
    board,
    instances,
    rollouts,
    async open() {
      const kept = await labels.open();
      for (const [model, each] of kept.labels) board.recall(model, each);
      return [...kept.faults, ...(await rollouts.engine.open())];
    },
  };
}

/** What answers requests of the model that name no version. */
function servingOf(table: RoutingTable<VersionRoute>, name: string): VersionEntry<VersionRoute> | null {
  const model = table.models.get(name);
  return model?.versions.get(model.defaultVersion) ?? null;
}

function createInstances(around: ModelSurroundings, gates: Gates): Instances {
  const { options, log, memory, clock } = around;
  const loader = new InstanceLoader<ServedConfig>(
    async (spec) =>
      planLoad(spec.config, {
        engine: around.engine,
        defaultMaxQueueSize: options.defaultMaxQueueSize,
        // One core is left to the front ends; the rest is shared by the instances of the version.
        probing: gates.probing(spec),
        intraOpThreads: Math.max(1, Math.floor((cpus().length - 1) / spec.placements.length)),
      }),
    {
      exchange: memory.exchange,
      arenas: memory.arenas,
      threads: around.threads,
      outputBytes: options.outputMemoryBytes,
      watchUs: options.watchUs,
      restarts: { restarts: options.instanceRestarts, windowMs: options.instanceRestartWindowMs },
      after: around.after,
      nowMs: () => clock.nowUs() / 1000,
      log: (level, model, version, text) => log[level]({ kind: 'instance', model, version }, text),
      onRestart: () => around.counters.restarted('instance'),
      onDeath: (model, version) => instances.died(model, version),
    },
  );
  const instances: Instances = new Instances(loader, memory.exchange, around.statistics, clock, around.onFailed, (spec) => gates.admit(spec));
  return instances;
}
