/** Publishes a folder as `sluice publish` was asked to: the model file read, held against the config that it will be served by. */
import { ServingError } from '../base/error.js';
import { faultError } from '../config/fault.js';
import { MODEL_FILENAME } from '../config/normalise.js';
import { parseModelConfig, type LocatedDraft } from '../config/read.js';
import { resolveModelConfig } from '../config/resolve.js';
import { publish, type Published } from '../publish/publish.js';
import { modelNameOf } from '../publish/place.js';
import { configFiles } from './check.js';
import type { CliPorts } from './ports.js';

export interface PublishWish {
  readonly source: string;
  readonly repository: string;
  readonly model: string | null;
  readonly version: number | null;
}

/** The server has its own; a config without a batch size is completed by it, and is no less right for it. */
const DEFAULT_MAX_BATCH_SIZE = 64;

/**
 * @param source absolute
 * @throws ServingError with what is wrong and the remedy
 */
export async function publishFolder(ports: CliPorts, { source, repository, model, version }: PublishWish): Promise<Published> {
  const [name = '', parent = ''] = source.split(/[\\/]/).filter((part) => part !== '').reverse();
  const modelName = model ?? modelNameOf(name, parent);
  const located = configOf(ports, source, `${repository}/${modelName}`);
  return publish({
    source, repository, model, version,
    modelFile: located.draft.default_model_filename || MODEL_FILENAME,
    inspect: (path) => inspect(ports, path, modelName, located),
    progress: (done, total, path) => ports.err(`copied ${done} of ${total}: ${path}\n`),
  });
}

/** The config of the model in the repository; of the folder where the model is new, since it is published with it. */
function configOf(ports: CliPorts, source: string, folder: string): LocatedDraft {
  const present = configFiles(ports, folder);
  const isNew = ports.list(folder) === null;
  const parsed = parseModelConfig(isNew ? configFiles(ports, source) : present);
  if (parsed.kind === 'faults') throw faultError('invalid_argument', parsed.faults);
  return parsed.value;
}

/** @throws ServingError for a file that cannot be read, or that the config contradicts */
async function inspect(ports: CliPorts, path: string, modelName: string, located: LocatedDraft): Promise<void> {
  if (ports.summarise === null) return;
  const summary = await ports.summarise(path).catch((thrown: unknown) => {
    throw new ServingError('invalid_argument', `'${path}' cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`, { cause: thrown });
  });
  const resolved = resolveModelConfig({ modelName, located, summary, defaultMaxBatchSize: DEFAULT_MAX_BATCH_SIZE });
  if (resolved.kind === 'faults') throw faultError('invalid_argument', resolved.faults);
}
