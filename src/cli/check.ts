/** `sluice config check DIR`: reads the config of one model's folder as the server would, and tells all faults. */
import { asServingError } from '../base/error.js';
import { formatFault } from '../config/fault.js';
import type { Fault } from '../config/fault.js';
import { MODEL_FILENAME } from '../config/normalise.js';
import { printPbtxt } from '../config/print.js';
import { CONFIG_FILE_NAMES, modelConfigMessage, parseModelConfig } from '../config/read.js';
import type { ConfigFile } from '../config/read.js';
import { renderModelConfig } from '../config/render.js';
import { resolveModelConfig } from '../config/resolve.js';
import type { ModelSummary } from '../config/summary.js';
import { EXIT } from './ports.js';
import type { CliPorts } from './ports.js';

export async function checkModel(ports: CliPorts, folder: string, defaultMaxBatchSize: number): Promise<number> {
  const trimmed = folder.replace(/[\\/]+$/, '') || folder;
  const names = ports.list(trimmed);
  if (names === null) return fail(ports, [{ where: folder, path: '', message: 'there is no such folder' }]);

  const files = configFiles(ports, trimmed);
  if (files.length === 0 && !names.some((name) => /^[1-9]\d*$/.test(name))) {
    const message = 'holds neither a config nor a version folder; name the folder of one model, such as `models/digits`';
    return fail(ports, [{ where: folder, path: '', message }]);
  }
  const parsed = parseModelConfig(files);
  if (parsed.kind === 'faults') return fail(ports, parsed.faults);

  const modelName = trimmed.split(/[\\/]/).at(-1) ?? trimmed;
  const filename = parsed.value.draft.default_model_filename || MODEL_FILENAME;
  const summary = await summarise(ports, trimmed, names, filename);
  if (summary.kind === 'fault') return fail(ports, [summary.fault]);
  const resolved = resolveModelConfig({ modelName, located: parsed.value, summary: summary.value, defaultMaxBatchSize });
  if (resolved.kind === 'faults') return fail(ports, resolved.faults);

  for (const note of [...parsed.notes, ...resolved.notes]) ports.err(`note: ${formatFault(note)}\n`);
  if (summary.value === null) ports.err('note: no model file was read; the config is checked by itself\n');
  ports.out(printPbtxt(renderModelConfig(resolved.value), modelConfigMessage));
  return EXIT.done;
}

/** The config files of a model's folder; none where there is no such folder. */
export function configFiles(ports: Pick<CliPorts, 'list' | 'read'>, folder: string): ConfigFile[] {
  const names = ports.list(folder) ?? [];
  return CONFIG_FILE_NAMES.filter((name) => names.includes(name)).map((name) => ({ name: `${folder}/${name}`, text: ports.read(`${folder}/${name}`) ?? '' }));
}

type Summarised =
  | { readonly kind: 'summary'; readonly value: ModelSummary | null }
  | { readonly kind: 'fault'; readonly fault: Fault };

/** The file of the highest version, as the server would look for it. */
async function summarise(ports: CliPorts, folder: string, names: readonly string[], filename: string): Promise<Summarised> {
  const versions = names.filter((name) => /^[1-9]\d*$/.test(name)).sort((a, b) => Number(b) - Number(a));
  const version = versions.find((name) => ports.list(`${folder}/${name}`)?.includes(filename) === true);
  if (version === undefined || ports.summarise === null) return { kind: 'summary', value: null };
  const path = `${folder}/${version}/${filename}`;
  try {
    return { kind: 'summary', value: await ports.summarise(path) };
  } catch (thrown) {
    return { kind: 'fault', fault: { where: path, path: '', message: asServingError(thrown).message } };
  }
}

function fail(ports: CliPorts, faults: readonly Fault[]): number {
  ports.err(faults.map((fault) => `${formatFault(fault)}\n`).join(''));
  return EXIT.fault;
}
