/**
 * Families of commands: a word behind `sluice`, and the file that defines what may follow it. A family is loaded when it
 * is asked for: the options of the server alone take longer to define than a client command may take to run.
 */
import type { CommandWithExamples } from './example.js';
import type { CliPorts } from './ports.js';

export interface Context {
  readonly ports: CliPorts;
  /** The exit code of the command that ran. */
  readonly finish: (code: number) => void;
}

/** Completes the command of a family: its arguments and options, or its subcommands. */
export type Define = (command: CommandWithExamples, context: Context) => void;

export interface Family {
  readonly name: string;
  readonly doc: string;
  readonly load: () => Promise<Define>;
}

/** In the order of the help text. The first is the one that runs where none is named. */
export const FAMILIES: readonly Family[] = [
  { name: 'serve', doc: 'serve the models of a repository', load: async () => (await import('./command/serve.js')).defineServe },
  { name: 'rollout', doc: 'see and steer the rollouts of a server', load: async () => (await import('./command/rollout.js')).defineRollout },
  { name: 'model', doc: 'see, load, unload and label the models of a server', load: async () => (await import('./command/model.js')).defineModel },
  { name: 'publish', doc: 'put a version of a model into a repository, whole or not at all', load: async () => (await import('./command/publish.js')).definePublish },
  { name: 'config', doc: 'look at options and configs', load: async () => (await import('./command/config.js')).defineConfig },
];
