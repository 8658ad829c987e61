/**
 * The control half of the protocol's Admin: metadata, config, index, load, unload and labels. Reads the routing
 * table and the ledger; whatever changes something goes through the wanted sets. The rest of Admin (statistics,
 * settings, shared memory, metrics) belongs to other rooms and is joined at the composition root.
 */
import type { VersionSpec } from '../lifecycle/loader.js';
import type { Ledger, VersionRow } from '../lifecycle/ledger.js';
import type { Manager } from '../lifecycle/manager.js';
import { findModel, resolve } from '../routing/resolve.js';
import type { Admin, IndexRow, LoadParameters, ModelMetadata, TensorMetadata } from '../serving/admin.js';
import { ServingError } from '../base/error.js';
import type { TensorSpec } from '../tensor/signature.js';
import type { Watch } from '../repository/watch.js';
import type { Board } from './board.js';
import type { Loads } from './load.js';
import type { ConfigView } from './port.js';

export type ControlAdmin = Pick<Admin, 'modelMetadata' | 'modelConfig' | 'index' | 'load' | 'unload' | 'labels' | 'setLabel'>;

export interface AdminParts<Config, Route, Summary> {
  readonly manager: Manager<Config, Route>;
  readonly ledger: Ledger;
  readonly board: Board<Route>;
  readonly watch: Watch;
  readonly loads: Loads<Config, Route, Summary>;
  readonly view: ConfigView<Config>;
}

export function controlAdmin<Config, Route, Summary>(parts: AdminParts<Config, Route, Summary>): ControlAdmin {
  const { board, loads, view } = parts;
  return {
    async modelMetadata(model, version) {
      const spec = specOf(parts, model, version);
      const batches = spec.signature.maxBatchSize > 0;
      const versions = version === '' ? [...findModel(board.table, model).versions.keys()].sort((a, b) => a - b) : [spec.version];
      const metadata: ModelMetadata = {
        name: model,
        versions: versions.map(String),
        platform: view.platform,
        inputs: spec.signature.inputs.map((tensor) => tensorMetadata(tensor, batches)),
        outputs: spec.signature.outputs.map((tensor) => tensorMetadata(tensor, batches)),
        properties: view.properties(spec.config),
      };
      return metadata;
    },
    async modelConfig(model, version) {
      return view.toJson(specOf(parts, model, version).config);
    },
    async index(readyOnly) {
      const names = new Set([...(await parts.watch.names()), ...parts.ledger.models()]);
      return [...names].sort().flatMap((name) => indexRows(name, parts.ledger.versions(name), readyOnly));
    },
    load(model: string, parameters: LoadParameters) {
      return loads.load(model, parameters);
    },
    async unload(model) {
      loads.unload(model);
    },
    async labels(model) {
      return Object.fromEntries(findModel(board.table, model).labels);
    },
    async setLabel(model, label, version, expected) {
      findModel(board.table, model);
      await board.setLabel(model, label, version, expected);
    },
  };
}

/** What a serving version was loaded from. @throws ServingError with Triton's texts when it does not serve. */
function specOf<Config, Route, Summary>(parts: AdminParts<Config, Route, Summary>, model: string, version: string): VersionSpec<Config> {
  const entry = resolve(parts.board.table, model, version, '');
  const spec = parts.manager.spec(model, entry.servingId);
  if (spec) return spec;
  throw new ServingError('version_not_ready', `Request for unknown model: '${model}' version ${entry.version} is not at ready state`);
}

function tensorMetadata(tensor: TensorSpec, batches: boolean): TensorMetadata {
  return { name: tensor.name, datatype: tensor.datatype, shape: batches ? [-1, ...tensor.dims] : tensor.dims };
}

/** A model that was never loaded has only its name, as with Triton. */
function indexRows(name: string, rows: readonly VersionRow[], readyOnly: boolean): readonly IndexRow[] {
  if (readyOnly) return rows.filter((row) => row.state === 'READY').map(indexRow);
  return rows.length === 0 ? [{ name }] : rows.map(indexRow);
}

function indexRow(row: VersionRow): IndexRow {
  const version = row.version === 0 ? {} : { version: String(row.version) };
  const reason = row.reason === '' ? {} : { reason: row.reason };
  return { name: row.model, ...version, state: row.state, ...reason };
}
