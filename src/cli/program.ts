/** Reads the arguments, runs one command, and turns what became of it into an exit code. */
import { CommanderError } from 'commander';
import { asServingError } from '../base/error.js';
import { didYouMean } from '../config/suggest.js';
import { CommandWithExamples } from './example.js';
import { FAMILIES, type Context } from './family.js';
import { EXIT } from './ports.js';
import type { CliPorts } from './ports.js';

/** Runs one command; the exit code comes back and nothing is thrown. */
export async function runCli(ports: CliPorts): Promise<number> {
  const code: { value: number } = { value: EXIT.done };
  const context: Context = { ports, finish: (value) => void (code.value = value) };
  const [first = ''] = ports.argv;
  const isFlag = first === '' || first.startsWith('-');
  const names = FAMILIES.map(({ name }) => name);
  if (!isFlag && ![...names, 'help'].includes(first)) {
    ports.err(`sluice: there is no command \`${first}\`${didYouMean(first, names)}\n\`sluice --help\` lists the commands.\n`);
    return EXIT.options;
  }
  try {
    const program = await buildProgram(context, isFlag ? [FAMILIES[0]!.name] : ports.argv);
    await program.parseAsync([...ports.argv], { from: 'user' });
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.done : EXIT.options;
    ports.err(`sluice: ${asServingError(thrown).message}\n`);
    return EXIT.fault;
  }
  return code.value;
}

/** @param words families named in it are complete, the others are there by name for the help text */
export async function buildProgram(context: Context, words: readonly string[]): Promise<CommandWithExamples> {
  const { ports } = context;
  const program = new CommandWithExamples('sluice')
    .description('Serves versioned ONNX models over the Open Inference Protocol, and rolls new versions out.')
    .version(ports.version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [COMMAND]', 'print the help of a command')
    // So that a command may have a --version of its own.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ getOutHelpWidth: () => ports.screen.size().columns, writeOut: ports.out, writeErr: ports.err, outputError: (text, write) => write(text.replace(/^error: /, 'sluice: ')) });
  program
    .example('sluice --model-repository models', '`sluice FLAGS` is `sluice serve FLAGS`')
    .example('sluice rollout --help', 'the commands of a family');
  for (const [index, { name, doc, load }] of FAMILIES.entries()) {
    const command = program.command(name, { isDefault: index === 0 }).description(doc);
    if (words.includes(name)) (await load())(command, context);
  }
  return program;
}
