/**
 * Prints docs/configuration.md and the JSON Schemas of `sluice.yaml` and `config.yaml` from the declarations in
 * src/config, for tools/docs.mjs.
 */
import { z } from 'zod';
import { defaultText } from '../../src/cli/command/serve.js';
import type { FieldSpec, FieldType, Message } from '../../src/config/field.js';
import { modelConfigSchema } from '../../src/config/model.js';
import { modelConfigMessage } from '../../src/config/read.js';
import { OPTION_GROUPS, OPTION_NAMES, optionOf, variableOf } from '../../src/config/server.js';

const HEAD = `# Configuration

This page is printed from the declarations in \`src/config\` by \`tools/docs/configuration.ts\`; do not edit it by hand.

## Server options

An option is taken from its flag, else from its variable, else from the config file, else it has its default. The file
is named by \`--config FILE\` or \`SLUICE_CONFIG\`, is YAML, and spells each option as its flag without the dashes in front
(\`http-port\` or \`http_port\`). A list is given by repeating the flag, by commas in the variable, by a list in the file.
Sizes are numbers of bytes or carry a unit: \`64MiB\`. A switch stands alone, and is turned off by \`--no-\` before its name.
Everything that is wrong is told at once, and the process exits with code 2. \`sluice config print\` shows the effective
options and where each came from. [sluice.json](schema/sluice.json) is the JSON Schema of the file.
`;

const MODEL_HEAD = `## Model config

\`NAME/config.pbtxt\` (protobuf's text format) or \`NAME/config.yaml\` (the same field names), or neither: what is left out
is taken from the model file or has its default. Both files at once are an error. \`sluice config check DIR\` tells what is
wrong, with line and column, and prints the config as the server completes it; \`--default-max-batch-size\` counts there too.
[config.json](schema/config.json) is the JSON Schema of \`config.yaml\`.

Fields marked with * are not in Triton's config. In \`config.pbtxt\` they are parameters, with these values:

| field | parameter | value |
| --- | --- | --- |
| \`labels\` | \`labels\` | \`stable=3,canary=4\` |
| \`dynamic_batching.allowed_batch_sizes\` | \`allowed_batch_sizes\` | \`1,4,16,64\` |
| \`transition_policy\` | \`transition_policy\` | \`availability-preserving\` or \`resource-preserving\` |
| \`memory_bytes\` | \`memory_bytes\` | a number of bytes |
| \`session.KEY\` | \`session.KEY\` | text, such as \`1\` for \`session.disable_cpu_ep_fallback\` |

Parameters that the engine knows:

| parameter | value |
| --- | --- |
| \`intra_op_thread_count\` | threads within an operator; 0 or none leaves it to the server |
| \`inter_op_thread_count\` | threads between operators, for \`execution_mode\` 1 |
| \`execution_mode\` | 0 sequential (default), 1 parallel |
| \`enable_mem_arena\`, \`enable_mem_pattern\` | 1 (default) or 0 |
| \`session.KEY\`, \`optimization.KEY\`, \`ep.KEY\`, \`mlas.KEY\` | passed on to ONNX Runtime as session config entries |

Other parameters are kept and shown to clients.
`;

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function optionTables(): string {
  return OPTION_GROUPS.map((group) => {
    const rows = OPTION_NAMES.filter((name) => optionOf(name).group === group).map((name) => {
      const { flag, kind, doc, fallbackText } = optionOf(name);
      const value = kind.placeholder === '' ? '' : ` ${kind.placeholder}`;
      const repeat = kind.form === 'list' ? ' Repeatable.' : '';
      const fallback = fallbackText ?? `\`${defaultText(name)}\``;
      return `| \`--${flag}${cell(value)}\` | \`${variableOf(flag)}\` | ${fallback} | ${cell(doc)}${repeat} |\n`;
    });
    return `### ${group}\n\n| flag | variable | default | meaning |\n| --- | --- | --- | --- |\n${rows.join('')}`;
  }).join('\n');
}

function typeName(type: FieldType): string {
  if (type.kind === 'message' && type.message.fields.size === 0) return '`{}`';
  if (type.kind === 'message') return `[${type.message.name}](#${anchor(type.message.name)})`;
  if (type.kind !== 'enum') return type.kind;
  return Object.keys(type.values).filter((value) => value !== 'TYPE_INVALID').map((value) => `\`${value}\``).join(' ');
}

function typeText(type: FieldType, spec: FieldSpec): string {
  const name = typeName(type);
  if (spec.shape === 'list') return `list of ${name}`;
  return spec.shape === 'map' ? `map of ${spec.key} to ${name}` : name;
}

function anchor(name: string): string {
  return name.toLowerCase().replaceAll('.', '');
}

/** Messages of parts that are refused or only kept say nothing that anybody could use. */
function isServed(spec: FieldSpec): boolean {
  return !/^(Refused|Kept for clients)/.test(spec.doc) && !spec.doc.endsWith('are refused.');
}

function messageTables(message: Message, seen: Set<string>): string {
  if (seen.has(message.name) || message.fields.size === 0) return '';
  seen.add(message.name);
  const specs = [...message.fields.values()];
  const rows = specs.map((spec) => `| \`${spec.name}\`${spec.own ? ' *' : ''} | ${isServed(spec) ? typeText(spec.type, spec) : ''} | ${cell(spec.doc)} |\n`);
  const inner = specs.filter(isServed).map((spec) => (spec.type.kind === 'message' ? messageTables(spec.type.message, seen) : ''));
  return `### ${message.name}\n\n| field | type | meaning |\n| --- | --- | --- |\n${rows.join('')}\n${inner.join('')}`;
}

export function renderConfigurationPage(): string {
  return `${HEAD}\n${optionTables()}\n${MODEL_HEAD}\n${messageTables(modelConfigMessage, new Set()).trimEnd()}\n`;
}

type JsonSchema = Record<string, unknown>;

/** A bound at the end of the safe integers is no bound that anybody set; a size may be text as well. */
function tidy(schema: JsonSchema): void {
  for (const bound of ['minimum', 'maximum'] as const) {
    if (Math.abs(Number(schema[bound])) === Number.MAX_SAFE_INTEGER) delete schema[bound];
  }
  const pattern = schema['textPattern'];
  delete schema['textPattern'];
  if (typeof pattern === 'string') {
    const { description, hint, ...plain } = schema;
    for (const key of Object.keys(plain)) delete schema[key];
    schema['anyOf'] = [plain, { type: 'string', pattern }];
  }
  delete schema['hint'];
}

function jsonSchema(schema: z.ZodType, id: string, title: string): string {
  const made = z.toJSONSchema(schema, { io: 'input', override: ({ jsonSchema: part }) => tidy(part as JsonSchema) });
  return `${JSON.stringify({ title, ...made, $id: id }, null, 2)}\n`;
}

/** By file name under docs/schema. */
export function renderSchemas(): Record<string, string> {
  const entries = OPTION_NAMES.map((name) => {
    const { flag, kind, doc } = optionOf(name);
    return [flag, kind.schema.optional().meta({ description: doc })] as const;
  });
  return {
    'sluice.json': jsonSchema(z.strictObject(Object.fromEntries(entries)), 'sluice.json', 'Options of the server (sluice.yaml)'),
    'config.json': jsonSchema(modelConfigSchema, 'config.json', 'Config of a model (config.yaml)'),
  };
}

export function renderServerSchema(): string {
  return renderSchemas()['sluice.json']!;
}

export function renderModelSchema(): string {
  return renderSchemas()['config.json']!;
}
