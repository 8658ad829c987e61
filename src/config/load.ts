/**
 * Makes the effective options of flags, variables, the config file and defaults, in this order. Pure: the texts come
 * in, and either frozen options with the source of each value go out, or every fault there is.
 */
import { parseYaml } from './document.js';
import { issueText } from './explain.js';
import type { Fault, Outcome } from './fault.js';
import { refuse, succeed } from './fault.js';
import { optionByKey, unknownOption } from './flags.js';
import type { ScannedFlags } from './flags.js';
import { deepFreeze } from './freeze.js';
import { OPTION_NAMES, SERVER_OPTIONS, optionOf, variableOf } from './server.js';
import type { MachineFacts, OptionName, ServerOptions } from './server.js';
import { nearest } from './suggest.js';

export interface OptionInputs {
  readonly flags: ScannedFlags;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly file: { readonly path: string; readonly text: string } | null;
}

/** Where a value came from: `default`, `--http-port`, `SLUICE_HTTP_PORT` or `sluice.yaml:3:1`. */
export type OptionSources = Readonly<Record<OptionName, string>>;

export interface LoadedOptions {
  readonly options: ServerOptions;
  readonly sources: OptionSources;
}

interface Given {
  readonly raw: unknown;
  readonly where: string;
}

type Layer = Map<OptionName, Given>;

const CONFIG_VARIABLE = 'SLUICE_CONFIG';
/** Where client commands find a server; whoever has set it may start one all the same. */
const SERVER_VARIABLE = 'SLUICE_SERVER';
const OTHER_VARIABLES: readonly string[] = [CONFIG_VARIABLE, SERVER_VARIABLE];

/** The config file that is asked for; the caller reads it. */
export function configPathOf(flags: ScannedFlags, env: OptionInputs['env']): string | null {
  return flags.config ?? (env[CONFIG_VARIABLE] || null);
}

export function loadServerOptions(inputs: OptionInputs, facts: MachineFacts): Outcome<LoadedOptions> {
  const faults: Fault[] = [...inputs.flags.faults];
  const notes: Fault[] = [];
  const layers = [flagLayer(inputs.flags), envLayer(inputs.env, faults, notes), fileLayer(inputs.file, faults)];

  const options: Record<string, unknown> = {};
  const sources: Record<string, string> = {};
  for (const name of OPTION_NAMES) {
    const option = optionOf(name);
    // A value that a stronger source hides is checked too: it would break the day the stronger one goes.
    const values = layers.flatMap((layer) => {
      const given = layer.get(name);
      return given ? [{ given, value: check(name, given, faults) }] : [];
    });
    const first = values[0];
    options[name] = first ? first.value : deepFreeze(option.fallback(facts));
    sources[name] = first ? first.given.where : 'default';
  }
  if (faults.length > 0) return refuse(faults);
  const loaded = { options: Object.freeze(options) as ServerOptions, sources: Object.freeze(sources) as OptionSources };
  const clashes = contradictions(loaded);
  return clashes.length > 0 ? refuse(clashes) : succeed(loaded, notes);
}

function check(name: OptionName, given: Given, faults: Fault[]): unknown {
  const { schema } = optionOf(name).kind;
  const parsed = schema.safeParse(given.raw, { reportInput: true });
  if (parsed.success) return deepFreeze(parsed.data);
  const hint = schema.meta()?.['hint'];
  for (const issue of parsed.error.issues.slice(0, 1)) {
    const ranged = issue.code === 'too_small' || issue.code === 'too_big';
    const message = typeof hint === 'string' && !ranged ? `${hint}, got ${JSON.stringify(given.raw)}` : issueText(issue);
    faults.push({ where: given.where, path: '', message });
  }
  return undefined;
}

function flagLayer(flags: ScannedFlags): Layer {
  const layer: Layer = new Map();
  for (const { name, flag, text } of flags.given) {
    const before = layer.get(name);
    const raw = optionOf(name).kind.form === 'list' ? [...((before?.raw as unknown[] | undefined) ?? []), text] : text;
    layer.set(name, { raw, where: flag });
  }
  return layer;
}

/** What Kubernetes puts into every pod for a Service named `sluice`, `sluice-metrics` and the like. */
const SERVICE_LINK_NAME = /_(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT_\d+_(TCP|UDP|SCTP)(_.*)?)$/;
const SERVICE_LINK_VALUE = /^(tcp|udp|sctp):\/\//;

function envLayer(env: OptionInputs['env'], faults: Fault[], notes: Fault[]): Layer {
  const byVariable = new Map(OPTION_NAMES.map((name) => [variableOf(optionOf(name).flag), name]));
  const layer: Layer = new Map();
  for (const [variable, text] of Object.entries(env)) {
    if (!variable.startsWith('SLUICE_') || OTHER_VARIABLES.includes(variable) || text === undefined || text === '') continue;
    const name = byVariable.get(variable);
    if (name !== undefined && !SERVICE_LINK_VALUE.test(text)) {
      const list = optionOf(name).kind.form === 'list';
      layer.set(name, { raw: list ? text.split(',').map((part) => part.trim()) : text, where: variable });
    } else if (SERVICE_LINK_NAME.test(variable) || SERVICE_LINK_VALUE.test(text)) {
      const message = 'ignored: it looks like a service link of Kubernetes; `enableServiceLinks: false` keeps it away';
      if (name !== undefined) notes.push({ where: variable, path: '', message });
    } else {
      const bare = [...byVariable.keys(), ...OTHER_VARIABLES].map((known) => known.slice('SLUICE_'.length));
      const near = nearest(variable.slice('SLUICE_'.length), bare);
      const guess = near === null ? '' : `; did you mean \`SLUICE_${near}\`?`;
      faults.push({ where: variable, path: '', message: `no option has this variable${guess}` });
    }
  }
  return layer;
}

function fileLayer(file: OptionInputs['file'], faults: Fault[]): Layer {
  const layer: Layer = new Map();
  if (!file) return layer;
  const document = parseYaml(file.text, file.path);
  if (document.kind === 'faults') {
    faults.push(...document.faults);
    return layer;
  }
  const { value, locate } = document.value;
  for (const [key, raw] of Object.entries(value)) {
    const where = locate([key], 'key');
    const name = optionByKey(key);
    if (name === null) faults.push({ where, path: key, message: unknownOption(key.replaceAll('_', '-')) });
    else if (layer.has(name)) faults.push({ where, path: key, message: 'given twice, once with `-` and once with `_`' });
    else layer.set(name, { raw, where: `${where} (${key})` });
  }
  return layer;
}

/** Values that are fine alone and make no sense together. */
function contradictions({ options, sources }: LoadedOptions): Fault[] {
  const faults: Fault[] = [];
  const add = (name: OptionName, message: string): void => {
    const where = sources[name] === 'default' ? `--${SERVER_OPTIONS[name].flag}` : sources[name];
    faults.push({ where, path: '', message });
  };
  if (options.loadModel.length > 0 && options.modelControlMode !== 'explicit') {
    add('loadModel', `needs \`--model-control-mode explicit\`; the mode is \`${options.modelControlMode}\``);
  }
  if (options.httpPort === 'off' && options.grpcPort === 'off') add('httpPort', 'off together with `--grpc-port` leaves nothing to serve');
  const ports = (['httpPort', 'grpcPort', 'metricsPort'] as const).filter((name) => options[name] !== 'off' && options[name] !== 0);
  for (const [i, name] of ports.entries()) {
    const twin = ports.slice(0, i).find((other) => options[other] === options[name]);
    if (twin) add(name, `port ${options[name]} is taken by \`--${SERVER_OPTIONS[twin].flag}\``);
  }
  if (options.maxRequestBytes > options.requestMemoryBytes) {
    add('maxRequestBytes', `more than \`--request-memory-bytes\` (${options.requestMemoryBytes}); such a request could never be taken`);
  }
  if (options.notifySecretEnv !== '' && options.notifyUrl.length === 0) add('notifySecretEnv', 'signs what goes to `--notify-url`, and there is none');
  const twice = options.modelRepository.find((folder, i) => options.modelRepository.indexOf(folder) !== i);
  if (twice !== undefined) add('modelRepository', `\`${twice}\` is given twice`);
  return faults;
}

/** The effective options as `sluice.yaml` would say them. */
export function printableOptions(options: ServerOptions): Record<string, unknown> {
  const printed: Record<string, unknown> = {};
  for (const name of OPTION_NAMES) {
    const { flag, kind } = optionOf(name);
    printed[flag] = kind.print(options[name]);
  }
  return printed;
}
