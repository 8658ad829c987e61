/**
 * The whole control side of the protocol, joined from the rooms that answer its parts: models from the control room,
 * statistics and settings from telemetry, shared memory from its registry.
 */
import { ServingError } from '../base/error.js';
import type { ControlAdmin } from '../control/admin.js';
import type { Ledger } from '../lifecycle/ledger.js';
import type { Admin, ModelStatistics } from '../serving/admin.js';
import type { StatisticsLedger } from '../telemetry/ledger.js';
import type { LogSettings, TraceSettings } from '../telemetry/settings.js';
import { versionStatistics } from '../telemetry/statistics.js';
import type { NoticeAdmin } from './noticeadmin.js';
import type { RolloutAdmin } from './rolloutadmin.js';
import type { RegionDesk } from './regions.js';
import { unknownModel } from '../routing/resolve.js';

export interface AdminParts {
  readonly control: ControlAdmin;
  readonly rollouts: RolloutAdmin;
  readonly notices: NoticeAdmin;
  readonly ledger: Ledger;
  readonly statistics: StatisticsLedger;
  readonly traces: TraceSettings;
  readonly logs: LogSettings;
  readonly regions: RegionDesk;
  readonly version: string;
  readonly metrics: () => Promise<string>;
}

/** In the order in which Triton names them; clients look for `statistics`. */
const EXTENSIONS = [
  'classification', 'model_repository', 'model_repository(unload_dependents)', 'schedule_policy', 'model_configuration',
  'system_shared_memory', 'binary_tensor_data', 'parameters', 'statistics', 'trace', 'logging',
] as const;

export function joinAdmin(parts: AdminParts): Admin {
  const { control, regions, traces, logs, version, metrics } = parts;
  return {
    ...control,
    ...parts.rollouts,
    ...parts.notices,
    serverMetadata: async () => ({ name: 'sluice', version, extensions: EXTENSIONS }),
    statistics: async (model, number) => statisticsOf(parts, model, number),
    async traceSettings(model, update) {
      if (model !== '' && parts.ledger.versions(model).length === 0) throw unknownModel(model);
      return traces.update(model, update);
    },
    logSettings: async (update) => logs.update(update),
    regionStatus: async (name) => regions.status(name),
    regionRegister: (region) => regions.register(region),
    regionUnregister: (name) => regions.unregister(name),
    metrics,
  };
}

function statisticsOf({ ledger, statistics }: AdminParts, model: string, version: string): ModelStatistics[] {
  const models = model === '' ? ledger.models() : [model];
  if (model !== '' && ledger.versions(model).length === 0) {
    throw new ServingError('invalid_argument', `requested model '${model}' is not available`);
  }
  const rows = models.flatMap((name) => ledger.versions(name)).filter((row) => row.version > 0 && statistics.attached(row.model, row.version));
  const wanted = version === '' ? rows : rows.filter((row) => String(row.version) === version);
  if (version !== '' && wanted.length === 0) {
    throw new ServingError('invalid_argument', `requested model version is not available for model '${model}'`);
  }
  return wanted.map((row) => versionStatistics(row.model, row.version, statistics.totals(row.model, row.version)));
}
