/** From the text of a config file, or of a load request, to a checked draft that still knows where each field stood. */
import { parseYaml } from './document.js';
import type { ConfigDocument } from './document.js';
import { explain } from './explain.js';
import { promote } from './extensions.js';
import { refuse, succeed } from './fault.js';
import type { Locate, Outcome } from './fault.js';
import { describe } from './field.js';
import type { FieldType, Message } from './field.js';
import { modelConfigSchema } from './model.js';
import type { ModelConfigDraft } from './model.js';
import { parsePbtxt } from './pbtxt.js';

export interface ConfigFile {
  /** `config.pbtxt`, `config.yaml` or `config.yml`, with or without a folder before it. */
  readonly name: string;
  readonly text: string;
}

export interface LocatedDraft {
  readonly draft: ModelConfigDraft;
  readonly locate: Locate;
}

/** File names under which a model's folder may hold its config. */
export const CONFIG_FILE_NAMES = ['config.pbtxt', 'config.yaml', 'config.yml'] as const;

export const modelConfigMessage: Message = describe(modelConfigSchema);

/** The files found in the folder of a model: none, or one. */
export function parseModelConfig(files: readonly ConfigFile[]): Outcome<LocatedDraft> {
  const [file, ...others] = files;
  if (!file) return toDraft({ value: {}, locate: () => '' });
  if (others.length > 0) {
    const names = files.map(({ name }) => name);
    return refuse([{ where: names.join(', '), path: '', message: 'a model has one config file; remove all but one' }]);
  }
  const text = file.name.endsWith('.pbtxt');
  const document = text ? parsePbtxt(file.text, file.name, modelConfigMessage) : parseYaml(file.text, file.name);
  return document.kind === 'ok' ? toDraft(document.value) : document;
}

/** The `config` parameter of a load request: proto3's JSON, with snake_case or camelCase names. */
export function parseModelConfigJson(text: string): Outcome<LocatedDraft> {
  const document = parseYaml(text, 'config');
  if (document.kind === 'faults') return document;
  const { value, locate } = document.value;
  const renamed: [string, string][] = [];
  const snake = snakeNames(value, { kind: 'message', message: modelConfigMessage }, renamed);
  const original = new Map(renamed);
  return toDraft({
    value: snake as Record<string, unknown>,
    locate: (path, part) => locate(path.map((step) => original.get(String(step)) ?? step), part),
  });
}

function toDraft(document: ConfigDocument): Outcome<LocatedDraft> {
  const { locate } = document;
  const parsed = modelConfigSchema.safeParse(document.value, { reportInput: true });
  if (!parsed.success) return refuse(explain(parsed.error.issues, modelConfigMessage, locate));
  const { draft, faults } = promote(parsed.data, locate);
  return faults.length > 0 ? refuse(faults) : succeed({ draft, locate });
}

function camelName(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Renames the fields of messages, and never the keys of maps. A null stands for a field left out. */
function snakeNames(value: unknown, type: FieldType, renamed: [string, string][]): unknown {
  if (type.kind !== 'message' || value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const byCamel = new Map([...type.message.fields.values()].map((spec) => [camelName(spec.name), spec.name]));
  const result: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(value)) {
    if (entry === null) continue;
    const known = type.message.fields.has(key) ? key : byCamel.get(key);
    const spec = type.message.fields.get(known ?? '');
    if (known !== undefined && known !== key) renamed.push([known, key]);
    result[known ?? key] = spec ? eachEntry(entry, spec.shape, (inner) => snakeNames(inner, spec.type, renamed)) : entry;
  }
  return result;
}

function eachEntry(value: unknown, shape: 'one' | 'list' | 'map', change: (inner: unknown) => unknown): unknown {
  if (shape === 'list') return Array.isArray(value) ? value.map(change) : value;
  if (shape === 'one' || value === null || typeof value !== 'object') return change(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]));
}
