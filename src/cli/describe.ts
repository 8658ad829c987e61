/** All commands as plain data, for the reference page. */
import type { Option } from 'commander';
import { ServingError } from '../base/error.js';
import type { CommandWithExamples, Example } from './example.js';
import { FAMILIES, type Context } from './family.js';
import type { CliPorts } from './ports.js';
import { buildProgram } from './program.js';

export interface Described {
  /** With the names of the commands above it: `sluice rollout start`. */
  readonly name: string;
  readonly usage: string;
  readonly doc: string;
  readonly arguments: readonly { readonly name: string; readonly doc: string }[];
  /** Of its own; those of the server are on a page of theirs. */
  readonly options: readonly { readonly flags: string; readonly doc: string }[];
  readonly examples: readonly Example[];
  readonly commands: readonly Described[];
}

/** Families with their subcommands, in the order of the help text. */
export async function describeCommands(): Promise<readonly Described[]> {
  const context: Context = { ports: NOBODY, finish: () => undefined };
  const program = await buildProgram(context, FAMILIES.map(({ name }) => name));
  return program.commands.map((command) => described(command as CommandWithExamples, 'sluice'));
}

function described(command: CommandWithExamples, above: string): Described {
  const name = `${above} ${command.name()}`;
  return {
    name,
    usage: `${name} ${command.usage()}`,
    doc: command.description(),
    arguments: command.registeredArguments.map((argument) => ({ name: argument.name(), doc: argument.description })),
    options: command.options.map(({ flags, description }: Option) => ({ flags, doc: description })),
    examples: command.examples,
    commands: command.commands.map((inner) => described(inner as CommandWithExamples, name)),
  };
}

/** Defining commands touches nothing; only running them would. */
const NOBODY: CliPorts = {
  argv: [], env: {}, version: '', cores: 1, out: () => undefined, err: () => undefined, read: () => null, list: () => null,
  screen: { isTerminal: false, size: () => ({ columns: 80, rows: 24 }), utcOffsetMinutes: 0 },
  user: '', clock: { nowUs: () => 0, wallMs: () => 0 }, fetch: () => Promise.reject(new ServingError('internal', 'nothing runs here')), wait: async () => undefined,
  interruption: () => new AbortController().signal, serve: async () => undefined, summarise: null,
};

