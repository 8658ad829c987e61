/** Control's parts on files in memory, with puppets for loads and front ends, stepped by hand. */
import { ServingError } from '../../src/base/error.js';
import { controlAdmin } from '../../src/control/admin.js';
import { Board } from '../../src/control/board.js';
import { Catalog } from '../../src/control/catalog.js';
import { Control } from '../../src/control/control.js';
import { Loads } from '../../src/control/load.js';
import type { ModelPlan, ModelReader, Publisher, Steersman } from '../../src/control/port.js';
import { Ledger } from '../../src/lifecycle/ledger.js';
import { Manager } from '../../src/lifecycle/manager.js';
import { DEFAULT_LIFECYCLE } from '../../src/lifecycle/port.js';
import { Overrides } from '../../src/repository/override.js';
import type { VersionPolicy } from '../../src/repository/version.js';
import { Watch, type ControlMode } from '../../src/repository/watch.js';
import type { RoutingTable } from '../../src/routing/table.js';
import { ManualClock } from '../../src/base/clock.js';
import { BookBudget, calm as few, HandPause, PuppetLoader, type Config, type Route } from '../lifecycle/puppets.js';
import { MemoryFiles } from '../repository/memory.js';

export async function calm(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await few();
}

class Fronts implements Publisher<Route> {
  readonly tables: RoutingTable<Route>[] = [];
  rejects = 0;
  async publish(table: RoutingTable<Route>): Promise<void> {
    if (this.rejects-- > 0) throw new RangeError('a front end died');
    this.tables.push(table);
  }
  async drained(): Promise<void> {}
}

class Reader implements ModelReader<Config, string> {
  policy: VersionPolicy = { kind: 'latest', count: 1 };
  labels: Record<string, number> = {};
  digest = 'd';
  fault = '';
  modelFile = 'model.onnx';
  reads = 0;
  readonly brokenPaths = new Set<string>();
  async read(source: { override: string | null }): Promise<ModelPlan<Config, string>> {
    this.reads += 1;
    if (this.fault !== '' || source.override === 'bad') throw new ServingError('invalid_argument', this.fault || 'bad override');
    return {
      policy: this.policy, modelFile: this.modelFile, labels: this.labels, transition: 'availability-preserving', rollout: null, digest: this.digest + (source.override ?? ''),
      complete: () => ({ config: { bytes: 10 }, signature: { inputs: [{ name: 'x', datatype: 'FP32', dims: [3], modelDims: [3], optional: false, labels: [] }], outputs: [], maxBatchSize: 8 }, placements: [] }),
    };
  }
  async inspect(path: string): Promise<string> {
    if (this.brokenPaths.has(path)) throw new ServingError('load_failed', `'${path}' is cut short`);
    return path;
  }
}

/** Every pick of the version policy, as without a rollout. */
const unsteered: Steersman = { steer: async ({ onDisk, pick }) => ({ wanted: pick([...onDisk.keys()]), notes: new Map() }) };

export function house(mode: ControlMode = 'poll') {
  const files = new MemoryFiles();
  const [pause, loader, budget, fronts, reader, notes] = [new HandPause(), new PuppetLoader(), new BookBudget(), new Fronts(), new Reader(), [] as string[]];
  const clock = new ManualClock();
  const ledger = new Ledger(clock);
  const note = (_level: string, message: string): void => void notes.push(message);
  const shelf = { kept: [] as string[], fault: null as ServingError | null, gate: Promise.resolve() };
  const labelStore = {
    keep: async (model: string, labels: ReadonlyMap<string, number>): Promise<void> => {
      await shelf.gate;
      if (shelf.fault !== null) throw shelf.fault;
      shelf.kept.push(`${model}: ${[...labels].map((pair) => pair.join('=')).join(' ')}`);
    },
  };
  const board = new Board<Route>(fronts, ledger, pause, note, labelStore);
  const manager = new Manager<Config, Route>({ loader, budget, exposure: board, clock, pause, note }, DEFAULT_LIFECYCLE, ledger);
  const watch = new Watch(files, { roots: ['/r'], mode, loadModels: [] });
  const overrides = new Overrides(files, '/tmp/own');
  const catalog = new Catalog<Config, Route, string>(manager, board, reader, unsteered, note);
  const control = new Control(watch, overrides, catalog, manager, pause, note);
  const loads = new Loads(watch, overrides, catalog, manager);
  const view = { platform: 'onnxruntime_onnx', toJson: (config: Config) => ({ bytes: config.bytes }), properties: () => ({ run: '7' }) };
  const admin = controlAdmin({ manager, ledger, board, watch, loads, view });
  const load = (config: string | null = null, content = new Map<string, Uint8Array>()) => admin.load('m', { config, files: content });
  const look = async (): Promise<void> => {
    await control.look();
    await calm();
  };
  const finish = async (): Promise<void> => {
    for (let turn = 0; turn < 3; turn += 1) {
      await calm();
      for (const pending of loader.pending.splice(0)) loader.succeed(pending);
    }
    await calm();
  };
  const follow = async (): Promise<void> => {
    await look();
    await look();
    await finish();
  };
  return { files, pause, loader, budget, fronts, reader, notes, ledger, board, shelf, manager, control, admin, load, look, finish, follow };
}
