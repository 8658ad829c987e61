/**
 * Reads a model's config and files into what the control room asks for: one plan per model, one completed config per
 * version. Files are small texts here; the model file itself is read by the analysis pool.
 */
import { join, normalize } from 'node:path';
import { createHash } from 'node:crypto';
import { assert } from '../base/assert.js';
import { ServingError } from '../base/error.js';
import { faultError, type Outcome } from '../config/fault.js';
import { signatureOf, versionPolicyOf } from '../config/derive.js';
import type { ModelConfig, TransitionPolicy } from '../config/model.js';
import { MODEL_FILENAME } from '../config/normalise.js';
import { parseModelConfig, parseModelConfigJson, type LocatedDraft } from '../config/read.js';
import { resolveModelConfig } from '../config/resolve.js';
import type { Completed, ConfigSource, ModelPlan, ModelReader } from '../control/port.js';
import { placeInstances, type DeviceChoice, type InstanceGroup } from '../device/select.js';
import { planOfConfig } from '../rollout/block.js';
import type { OnnxSummary } from '../onnx/summary.js';
import { readWhole } from './file.js';
import type { ServedConfig } from './served.js';
import { readWarmup } from './warmup.js';

/** Configs are parsed on the control thread; the largest known ones have some ten thousand bytes. */
const CONFIG_BYTES_MAX = 1024 * 1024;
const LABELS_BYTES_MAX = 16 * 1024 * 1024;

export interface ReaderOptions {
  readonly defaultMaxBatchSize: number;
  readonly transition: TransitionPolicy;
  readonly devices: DeviceChoice;
  readonly inspect: (path: string) => Promise<OnnxSummary>;
  /** Tells of things in a config that have no effect. */
  readonly note: (model: string, text: string) => void;
}

export function createReader(options: ReaderOptions): ModelReader<ServedConfig, OnnxSummary> {
  return {
    read: (source) => readPlan(source, options),
    inspect: (path) => options.inspect(path),
  };
}

async function readPlan(source: ConfigSource, options: ReaderOptions): Promise<ModelPlan<ServedConfig, OnnxSummary>> {
  const texts = await Promise.all(
    source.configFiles.map(async (name) => ({ name, text: (await readWhole(join(source.folder, name), name, CONFIG_BYTES_MAX)).toString('utf8') })),
  );
  if (source.override !== null && Buffer.byteLength(source.override) > CONFIG_BYTES_MAX) {
    throw new ServingError('load_failed', `the config of the request has more than ${CONFIG_BYTES_MAX} bytes`);
  }
  const parsed = source.override === null ? parseModelConfig(texts) : parseModelConfigJson(source.override);
  const located = valueOf(parsed, source.model, options);
  const { draft } = located;
  return {
    policy: versionPolicyOf(draft),
    modelFile: draft.default_model_filename === '' ? MODEL_FILENAME : draft.default_model_filename,
    labels: draft.labels,
    transition: draft.transition_policy ?? options.transition,
    rollout: valueOf(planOfConfig(located), source.model, options),
    // Another plan is no other version.
    digest: createHash('sha256').update(JSON.stringify({ ...draft, rollout: undefined })).digest('hex'),
    complete: (_version, summary) => completeVersion(source, located, summary, options),
  };
}

async function completeVersion(source: ConfigSource, located: LocatedDraft, summary: OnnxSummary, options: ReaderOptions): Promise<Completed<ServedConfig>> {
  const resolved = resolveModelConfig({ modelName: source.model, located, summary, defaultMaxBatchSize: options.defaultMaxBatchSize });
  const config = valueOf(resolved, source.model, options);
  const signature = signatureOf(config, await readLabels(config, source.folder));
  return {
    config: { config, summary, warmup: await readWarmup(config, signature, source.folder) },
    signature,
    placements: placeInstances(source.model, config.instance_group.map(groupOf), options.devices),
  };
}

/** KIND_MODEL is refused when the config is checked, so the other kinds are all there are. */
function groupOf(group: ModelConfig['instance_group'][number]): InstanceGroup {
  assert(group.kind !== 'KIND_MODEL', 'KIND_MODEL was refused by the check');
  return { kind: group.kind, count: group.count, gpus: group.gpus };
}

function valueOf<T>(outcome: Outcome<T>, model: string, options: ReaderOptions): T {
  if (outcome.kind === 'faults') throw faultError('load_failed', outcome.faults);
  for (const note of outcome.notes) options.note(model, [note.where, note.path, note.message].filter((part) => part !== '').join(': '));
  return outcome.value;
}

/** Lines of each output's label file. */
async function readLabels(config: ModelConfig, folder: string): Promise<Record<string, readonly string[]>> {
  const labels: Record<string, readonly string[]> = {};
  for (const output of config.output) {
    if (output.label_filename === '') continue;
    const path = normalize(join(folder, output.label_filename));
    if (!path.startsWith(`${normalize(folder)}/`)) {
      throw new ServingError('load_failed', `label_filename '${output.label_filename}' of output '${output.name}' leads out of the model's folder`);
    }
    const text = await readWhole(path, `label file '${output.label_filename}' of output '${output.name}'`, LABELS_BYTES_MAX);
    labels[output.name] = text.toString('utf8').replace(/\r?\n$/, '').split(/\r?\n/);
  }
  return labels;
}
