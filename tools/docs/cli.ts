/** Prints docs/cli.md from the definitions of the commands, for tools/docs.mjs. */
import { describeCommands, type Described } from '../../src/cli/describe.js';
import { EXIT } from '../../src/cli/ports.js';

const HEAD = `# Command line

This page is printed from the definitions in \`src/cli/command\` by \`npm run docs\`; do not edit it.

\`sluice\` is \`node dist/src/main.js\`; \`npm start -- ARGUMENTS\` builds what is stale and runs the same. Every command prints its help
with \`--help\`, and a mistyped one says what may have been meant.

Commands that ask a server find it by \`--server URL\`, else by the variable \`SLUICE_SERVER\`, else at \`http://localhost:8000\`. With
\`--json\` they print what the server answers. Colours are used on a terminal alone, and never where \`NO_COLOR\` is set; bars are
drawn in plain characters where the locale (\`LC_ALL\`, \`LC_CTYPE\`, \`LANG\`) is not UTF-8. Times are local.

| exit code | meaning |
| --- | --- |
| ${EXIT.done} | done; of \`watch\`: promoted |
| ${EXIT.fault} | a fault, or a refusal of the server; of \`watch\`: aborted, failed or undone, or no end within \`--timeout\` |
| ${EXIT.options} | unusable arguments or options |
| ${EXIT.interrupted} | \`watch\` was left with Ctrl-C; the rollout goes on |

`;

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function code(text: string): string {
  return `\`${cell(text)}\``;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function optionTable({ arguments: given, options }: Described): string {
  const rows = [...given.map(({ name, doc }) => [name, doc] as const), ...options.map(({ flags, doc }) => [flags, doc] as const)];
  if (rows.length === 0) return '';
  return `| argument or option | meaning |\n| --- | --- |\n${rows.map(([name, doc]) => `| ${code(name)} | ${cell(doc)} |\n`).join('')}\n`;
}

function exampleBlock({ examples }: Described): string {
  const lines = examples.map(({ line, doc }) => (doc === '' ? line : `${line}  # ${doc}`));
  return `\`\`\`\n${lines.join('\n')}\n\`\`\`\n`;
}

function section(command: Described, depth: number): string {
  const title = `${'#'.repeat(depth)} ${command.name}\n\n`;
  const flags = command.usage.endsWith('[FLAGS]') ? 'The flags are the [server options](configuration.md#server-options).\n\n' : '';
  const usage = command.commands.length > 0 ? '' : `${code(command.usage)}\n\n`;
  const own = `${title}${usage}${sentence(command.doc)}\n\n${flags}${optionTable(command)}${exampleBlock(command)}`;
  return [own, ...command.commands.map((inner) => section(inner, depth + 1))].join('\n');
}

export async function renderCliPage(): Promise<string> {
  const families = await describeCommands();
  return `${HEAD}${families.map((family) => section(family, 2)).join('\n')}`;
}
