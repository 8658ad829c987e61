/** `sluice model list`, `load`, `unload` and `label`: what a server has, and what it should have. */
import { Option } from 'commander';
import type { Client, Labels } from '../client.js';
import type { CommandWithExamples } from '../example.js';
import type { Context } from '../family.js';
import { EXIT, type CliPorts } from '../ports.js';
import { labelTable, modelTable } from '../render/list.js';
import { lookOf } from '../render/look.js';
import { clientOf, print, tell, versionOf, withServer, withTimeout, type RemoteFlags } from './remote.js';

export function defineModel(family: CommandWithExamples, context: Context): void {
  for (const add of [addList, addLoad, addUnload, addLabel]) add(family, context);
  family.example('sluice model list').example('sluice model label digits canary 2', 'requests may name a label in place of a version');
}

function addList(family: CommandWithExamples, { ports, finish }: Context): void {
  withTimeout(withServer(family.command('list')))
    .description('list the versions of all models, with their states and labels')
    .example('sluice model list --server http://gpu-1:8000')
    .action(async (flags: RemoteFlags, command: CommandWithExamples) => finish(await list(ports, clientOf(ports, flags, command), flags.json === true)));
}

/** Requests for labels at a time. */
const ABREAST = 8;

async function list(ports: CliPorts, client: Client, isJson: boolean): Promise<number> {
  const index = await client.index();
  if (index.kind !== 'answered' || isJson) return print(ports, index, isJson, () => []);
  // Only what serves can have labels.
  const names = [...new Set(index.body.filter(({ state }) => state === 'READY').map(({ name }) => name))];
  const labels = new Map<string, Labels>();
  for (let at = 0; at < names.length; at += ABREAST) {
    await Promise.all(names.slice(at, at + ABREAST).map(async (name) => {
      const answer = await client.labels(name);
      if (answer.kind === 'answered') labels.set(name, answer.body);
    }));
  }
  return print(ports, index, false, (rows) => (rows.length === 0 ? ['the repository of the server holds no model'] : modelTable(rows, labels, lookOf(ports))));
}

function addLoad(family: CommandWithExamples, { ports, finish }: Context): void {
  withTimeout(withServer(family.command('load')))
    .description('load a model; the server must run with `--model-control-mode explicit`')
    .argument('<NAME>', 'name of the model')
    .example('sluice model load digits --timeout 300', 'waits until it serves')
    .action(async (name: string, flags: RemoteFlags, command: CommandWithExamples) => {
      finish(print(ports, await clientOf(ports, flags, command).load(name), flags.json === true, () => [`${name} is loaded and serves`]));
    });
}

function addUnload(family: CommandWithExamples, { ports, finish }: Context): void {
  withTimeout(withServer(family.command('unload')))
    .description('unload a model; the server must run with `--model-control-mode explicit`')
    .argument('<NAME>', 'name of the model')
    .example('sluice model unload digits')
    .action(async (name: string, flags: RemoteFlags, command: CommandWithExamples) => {
      finish(print(ports, await clientOf(ports, flags, command).unload(name), flags.json === true, () => [`${name} takes no new requests and is unloaded when those in flight are answered`]));
    });
}

interface LabelFlags extends RemoteFlags {
  readonly delete?: boolean;
}

interface LabelWish {
  readonly model: string;
  readonly label: string | null;
  readonly version: number | null;
}

function addLabel(family: CommandWithExamples, { ports, finish }: Context): void {
  withTimeout(withServer(family.command('label')))
    .description('list the labels of a model, show one, point it at a version, or delete it')
    .argument('<MODEL>', 'the model')
    .argument('[LABEL]', 'name of a label')
    .argument('[VERSION]', 'the version that it shall point at', versionOf)
    .addOption(new Option('--delete', 'delete the label'))
    .example('sluice model label digits')
    .example('sluice model label digits canary 2')
    .example('sluice model label digits canary --delete')
    .action(async (model: string, label: string | undefined, version: number | undefined, flags: LabelFlags, command: CommandWithExamples) => {
      const isDelete = flags.delete === true;
      if (isDelete && label === undefined) command.error('error: --delete needs a LABEL');
      if (isDelete && version !== undefined) command.error('error: a VERSION and --delete contradict each other');
      const wish = { model, label: label ?? null, version: version ?? null };
      finish(await changeLabel(ports, clientOf(ports, flags, command), wish, isDelete, flags.json === true));
    });
}

async function changeLabel(ports: CliPorts, client: Client, { model, label, version }: LabelWish, isDelete: boolean, isJson: boolean): Promise<number> {
  if (label !== null && isDelete) return print(ports, await client.deleteLabel(model, label), isJson, () => [`${model} has no label ${label} any more`]);
  if (label !== null && version !== null) return print(ports, await client.setLabel(model, label, version), isJson, () => [`${label} of ${model} points at version ${version}`]);
  const labels = await client.labels(model);
  if (labels.kind !== 'answered') return tell(ports, labels);
  if (label === null) return print(ports, labels, isJson, (all) => labelTable(all, lookOf(ports)));
  const at = Object.hasOwn(labels.body, label) ? labels.body[label] : undefined;
  if (at === undefined) {
    ports.err(`sluice: model '${model}' has no label '${label}'; it has ${Object.keys(labels.body).sort().join(', ') || 'none'}\n`);
    return EXIT.fault;
  }
  ports.out(`${isJson ? JSON.stringify({ label, version: at }) : at}\n`);
  return EXIT.done;
}
