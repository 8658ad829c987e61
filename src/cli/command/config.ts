/** `sluice config print` and `sluice config check`. */
import type { Command } from 'commander';
import { SERVER_OPTIONS } from '../../config/server.js';
import { checkModel } from '../check.js';
import type { CommandWithExamples } from '../example.js';
import type { Context } from '../family.js';
import { gatherOptions, reportFaults } from '../options.js';
import { EXIT } from '../ports.js';
import type { CliPorts } from '../ports.js';
import { printOptions } from '../print.js';
import { configFlag, helpOption, withServerFlags } from './serve.js';

export function defineConfig(config: CommandWithExamples, { ports, finish }: Context): void {
  config.example('sluice config print').example('sluice config check models/digits');
  withServerFlags(config.command('print'))
    .description('print the effective options, as YAML that `--config` takes')
    .example('sluice config print > sluice.yaml', 'what is in force, with where each came from')
    .example('sluice config print --json --http-port 9000')
    .action((_options: unknown, command: Command) => finish(print(ports, command.args)));
  config
    .command('check')
    .argument('<DIR>', 'folder of a model')
    .description('check the config of a model, and print it as the server completes it')
    .addOption(configFlag())
    .addOption(helpOption('defaultMaxBatchSize'))
    .example('sluice config check models/digits')
    .action(async (folder: string, given: CheckFlags) => finish(await check(ports, folder, given)));
}

function print(ports: CliPorts, tokens: readonly string[]): number {
  const loaded = gatherOptions(ports, tokens.filter((token) => token !== '--json'));
  if (loaded.kind === 'faults') {
    reportFaults(ports, loaded.faults);
    return EXIT.options;
  }
  ports.out(printOptions(loaded.value, tokens.includes('--json')));
  return EXIT.done;
}

interface CheckFlags {
  readonly config?: string;
  readonly defaultMaxBatchSize?: string;
}

/** Takes the options that bear on a model's config from where the server would: flags, environment, config file. */
async function check(ports: CliPorts, folder: string, given: CheckFlags): Promise<number> {
  const tokens = [
    ...(given.config === undefined ? [] : [`--config=${given.config}`]),
    ...(given.defaultMaxBatchSize === undefined ? [] : [`--${SERVER_OPTIONS.defaultMaxBatchSize.flag}=${given.defaultMaxBatchSize}`]),
  ];
  const loaded = gatherOptions(ports, tokens);
  if (loaded.kind === 'faults') {
    reportFaults(ports, loaded.faults);
    return EXIT.options;
  }
  return checkModel(ports, folder, loaded.value.options.defaultMaxBatchSize);
}
