/** The definitions of all commands: what a reader of help texts and of the reference page may rely on. */
import { beforeAll, describe, expect, it } from 'vitest';
import { describeCommands, type Described } from '../../src/cli/describe.js';
import { OPTION_NAMES, optionOf } from '../../src/config/server.js';
import { runCommand } from '../support/cli.js';

let all: readonly Described[] = [];
const everyOne = (commands: readonly Described[]): Described[] => commands.flatMap((command) => [command, ...everyOne(command.commands)]);

beforeAll(async () => {
  all = everyOne(await describeCommands());
});

describe('the commands', () => {
  it('are those that people look for', () => {
    const names = all.map(({ name }) => name.replace('sluice ', ''));
    expect(names).toEqual(expect.arrayContaining(['serve', 'config check', 'publish', 'model list', 'model label', 'model load', 'model unload']));
    for (const verb of ['list', 'status', 'watch', 'start', 'promote', 'abort', 'pause', 'resume', 'undo', 'pin', 'unpin']) expect(names).toContain(`rollout ${verb}`);
  });

  it('each have a description, an example in the help text, and a meaning for every option', async () => {
    for (const { name, doc, examples, options, arguments: given } of all) {
      expect(doc, name).not.toBe('');
      expect([...options, ...given].filter((one) => one.doc === ''), name).toEqual([]);
      expect(examples.length, name).toBeGreaterThan(0);
      const { code, out } = await runCommand([...name.split(' ').slice(1), '--help']);
      expect(code, name).toBe(0);
      expect(out, name).toContain(examples[0]!.line);
    }
  });

  it('have examples that name commands and flags which are there', () => {
    const serverFlags = OPTION_NAMES.map((name) => `--${optionOf(name).flag}`);
    for (const { line } of all.flatMap(({ examples }) => examples)) {
      const words = line.replace(/^(\w+=\S+ )*/, '').split(/ (?:&&|\||>) /)[0]!.split(' ');
      const named = all.filter(({ name }) => words.join(' ').startsWith(name)).sort((a, b) => b.name.length - a.name.length)[0];
      expect(named, line).toBeDefined();
      const known = [...named!.options.flatMap(({ flags }) => flags.split(/[ ,]+/)), ...serverFlags, '--config', '--json', '--help'];
      expect(words.filter((word) => word.startsWith('--') && !known.includes(word)), line).toEqual([]);
    }
  });
});
