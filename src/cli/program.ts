/** The commands and their help texts. The only file that knows commander. */
import { Command, CommanderError, Option as HelpOption } from 'commander';
import { asServingError } from '../base/error.js';
import { formatFault } from '../config/fault.js';
import { OPTION_GROUPS, OPTION_NAMES, SERVER_OPTIONS, optionOf, variableOf } from '../config/server.js';
import type { OptionName } from '../config/server.js';
import { checkModel } from './check.js';
import { gatherOptions, reportFaults } from './options.js';
import { EXIT } from './ports.js';
import type { CliPorts } from './ports.js';
import { printOptions } from './print.js';

/** Runs one command; the exit code comes back and nothing is thrown. */
export async function runCli(ports: CliPorts): Promise<number> {
  const code: { value: number } = { value: EXIT.done };
  const program = buildProgram(ports, (value) => {
    code.value = value;
  });
  try {
    await program.parseAsync([...ports.argv], { from: 'user' });
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.done : EXIT.options;
    ports.err(`sluice: ${asServingError(thrown).message}\n`);
    return EXIT.fault;
  }
  return code.value;
}

function buildProgram(ports: CliPorts, finish: (code: number) => void): Command {
  const program = new Command('sluice')
    .description('Serves versioned ONNX models over the Open Inference Protocol.')
    .version(ports.version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({ writeOut: ports.out, writeErr: ports.err });
  program.addHelpText('after', '\n`sluice FLAGS` is `sluice serve FLAGS`; `sluice serve --help` lists the flags.');

  withServerFlags(program.command('serve', { isDefault: true }))
    .description('serve the models of a repository')
    .action(async (_options: unknown, command: Command) => finish(await serve(ports, command.args)));

  const config = program.command('config').description('look at options and configs');
  withServerFlags(config.command('print'))
    .description('print the effective options, as YAML that `--config` takes')
    .addHelpText('after', '\n`--json` prints JSON instead.')
    .action((_options: unknown, command: Command) => finish(print(ports, command.args)));
  config
    .command('check')
    .argument('<DIR>', 'folder of a model')
    .description('check the config of a model, and print it as the server completes it')
    .addOption(configFlag())
    .addOption(helpOption('defaultMaxBatchSize'))
    .action(async (folder: string, given: CheckFlags) => finish(await check(ports, folder, given)));
  return program;
}

async function serve(ports: CliPorts, tokens: readonly string[]): Promise<number> {
  const loaded = gatherOptions(ports, tokens);
  if (loaded.kind === 'faults') {
    reportFaults(ports, loaded.faults);
    return EXIT.options;
  }
  const { options, sources } = loaded.value;
  await ports.serve(options, { sources, notes: loaded.notes.map(formatFault) });
  return EXIT.done;
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

/** Commander passes the flags on unread, and shows them in the help text by group. */
function withServerFlags(command: Command): Command {
  const shown = [configFlag(), ...OPTION_GROUPS.flatMap((group) => OPTION_NAMES.filter((name) => optionOf(name).group === group).map(helpOption))];
  return command
    .usage('[FLAGS]')
    .allowUnknownOption()
    .allowExcessArguments()
    .helpOption('-h, --help', 'print this help')
    .configureHelp({ visibleOptions: () => shown });
}

function configFlag(): HelpOption {
  return new HelpOption('--config <FILE>', 'File of options in YAML, with the names of the flags. (SLUICE_CONFIG)').helpGroup('Config file:');
}

function helpOption(name: OptionName): HelpOption {
  const { flag, kind, doc, group } = optionOf(name);
  // Long choices would push every meaning off a narrow terminal.
  const choices = kind.placeholder.includes('|');
  const value = kind.placeholder === '' ? '' : ` <${choices ? 'WORD' : kind.placeholder}>`;
  const words = choices ? `${kind.placeholder.replaceAll('|', ', ')}: ` : '';
  return new HelpOption(`--${flag}${value}`, `${words}${doc} (default: ${defaultText(name)}; ${variableOf(flag)})`).helpGroup(`${group}:`);
}

export function defaultText(name: OptionName): string {
  const { kind, fallback, fallbackText } = optionOf(name);
  return fallbackText ?? String(kind.print(fallback({ cores: 1 })));
}
