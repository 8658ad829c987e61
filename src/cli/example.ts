/** Commands whose help text ends in examples. They are kept apart from the text, since the reference page shows them too. */
import { Command } from 'commander';

export interface Example {
  readonly line: string;
  /** What it is good for; '' where the line says it. */
  readonly doc: string;
}

export class CommandWithExamples extends Command {
  private readonly shown: Example[] = [];

  override createCommand(name?: string): CommandWithExamples {
    return new CommandWithExamples(name);
  }

  get examples(): readonly Example[] {
    return this.shown;
  }

  example(line: string, doc = ''): this {
    if (this.shown.length === 0) this.addHelpText('after', () => `\n${exampleText(this.shown)}`);
    this.shown.push({ line, doc });
    return this;
  }
}

function exampleText(examples: readonly Example[]): string {
  const title = examples.length === 1 ? 'Example:' : 'Examples:';
  return [title, ...examples.flatMap(({ line, doc }) => [`  ${line}`, ...(doc === '' ? [] : [`      ${doc}`])])].join('\n');
}
