/** `sluice serve`, which is also what runs when no command is named. */
import { Option as HelpOption } from 'commander';
import { formatFault } from '../../config/fault.js';
import { OPTION_GROUPS, OPTION_NAMES, optionOf, variableOf } from '../../config/server.js';
import type { OptionName } from '../../config/server.js';
import type { CommandWithExamples } from '../example.js';
import type { Context } from '../family.js';
import { gatherOptions, reportFaults } from '../options.js';
import { EXIT } from '../ports.js';
import type { CliPorts } from '../ports.js';

export function defineServe(command: CommandWithExamples, { ports, finish }: Context): void {
  withServerFlags(command)
    .example('sluice serve --model-repository models --http-port 8000')
    .example('SLUICE_DEVICE=cpu sluice serve --config sluice.yaml', 'flags go before variables, variables before the file')
    .action(async () => finish(await serve(ports, command.args)));
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

/** Commander passes the flags on unread, and shows them in the help text by group. */
export function withServerFlags(command: CommandWithExamples): CommandWithExamples {
  const shown = [configFlag(), ...OPTION_GROUPS.flatMap((group) => OPTION_NAMES.filter((name) => optionOf(name).group === group).map(helpOption))];
  return command
    .usage('[FLAGS]')
    .allowUnknownOption()
    .allowExcessArguments()
    .helpOption('-h, --help', 'print this help')
    .configureHelp({ visibleOptions: () => shown });
}

export function configFlag(): HelpOption {
  return new HelpOption('--config <FILE>', 'File of options in YAML, with the names of the flags. (SLUICE_CONFIG)').helpGroup('Config file:');
}

export function helpOption(name: OptionName): HelpOption {
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
