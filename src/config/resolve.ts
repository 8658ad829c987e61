/** The whole way from a draft to the config that a version is served by. The one door for other rooms. */
import { check } from './check.js';
import { complete } from './complete.js';
import { pathText, refuse, succeed } from './fault.js';
import type { Fault, Outcome, Path } from './fault.js';
import type { ModelConfig, ModelConfigDraft } from './model.js';
import { deepFreeze } from './freeze.js';
import { normalise } from './normalise.js';
import type { LocatedDraft } from './read.js';
import { sessionFindings } from './session.js';
import type { ModelSummary } from './summary.js';
import { notedParts, refusedParts } from './unsupported.js';

export interface ResolveInputs {
  /** Name of the model's folder. */
  readonly modelName: string;
  readonly located: LocatedDraft;
  /** Null where no model file was read; the config then has to be complete by itself. */
  readonly summary: ModelSummary | null;
  readonly defaultMaxBatchSize: number;
}

export function resolveModelConfig({ modelName, located, summary, defaultMaxBatchSize }: ResolveInputs): Outcome<ModelConfig> {
  const { draft, locate } = located;
  const place = ({ path, message }: { path: Path; message: string }): Fault => ({
    where: locate(path, 'value'), path: pathText(path), message,
  });
  const refused = [...refusedParts(draft), ...oneofFaults(draft, modelName)].map(place);
  // The rest would speak about parts that are refused as a whole.
  if (refused.length > 0) return refuse(refused);

  const completion = summary
    ? complete(draft, summary, defaultMaxBatchSize, locate)
    : { draft: { ...draft, max_batch_size: draft.max_batch_size ?? 0 }, faults: [], notes: [] };
  const config = normalise(completion.draft, modelName);
  const session = sessionFindings(config);
  const faults = [...completion.faults, ...unexplained(check(config).map(place), completion.faults), ...session.faults.map(place)];
  if (faults.length > 0) return refuse(faults);
  const notes = [...completion.notes, ...notedParts(draft).map(place), ...session.notes.map(place)];
  return succeed(deepFreeze(config), notes);
}

/** A gap that completion could not fill is explained already, and the check finds it once more. */
function unexplained(found: readonly Fault[], explained: readonly Fault[]): readonly Fault[] {
  const side = (fault: Fault): string => fault.path.split('[')[0] ?? '';
  const sides = new Set(explained.map(side));
  return found.filter((fault) => !(/^(must be given|a model needs)/.test(fault.message) && sides.has(side(fault))));
}

function oneofFaults(draft: ModelConfigDraft, modelName: string): { path: Path; message: string }[] {
  const found: { path: Path; message: string }[] = [];
  const policies = Object.keys(draft.version_policy ?? {});
  if (policies.length > 1) found.push({ path: ['version_policy'], message: `only one of ${policies.map((p) => `\`${p}\``).join(', ')} can be given` });
  if (draft.name !== '' && draft.name !== modelName) {
    found.push({ path: ['name'], message: `\`${draft.name}\` must be the name of the folder, \`${modelName}\`` });
  }
  return found;
}
