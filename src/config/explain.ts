/** Turns the issues of zod into faults in our words, with their place and the nearest name. */
import type { z } from 'zod';
import { pathText } from './fault.js';
import type { Fault, Locate, Path } from './fault.js';
import type { Message } from './field.js';
import { didYouMean } from './suggest.js';

type Issue = z.core.$ZodIssue;

const EXPECTED: Readonly<Record<string, string>> = {
  int: 'an integer', number: 'a number', string: 'text', boolean: '`true` or `false`', array: 'a list',
  object: 'a group of fields', record: 'a map of names to values',
};

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? JSON.stringify(value) : Array.isArray(value) ? 'a list' : value !== null && typeof value === 'object' ? 'a group' : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** What is wrong, in one clause. */
export function issueText(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${EXPECTED[issue.expected] ?? issue.expected}, got ${shown(issue.input)}`;
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') return 'must not be empty';
      return `must be at least ${issue.minimum}, got ${shown(issue.input)}`;
    case 'too_big':
      return `must be at most ${issue.maximum}, got ${shown(issue.input)}`;
    case 'invalid_value': {
      const values = issue.values.map(String);
      const guess = typeof issue.input === 'string' ? didYouMean(issue.input, values) : '';
      return `expected one of ${values.map((v) => `\`${v}\``).join(', ')}, got ${shown(issue.input)}${guess}`;
    }
    case 'invalid_key':
      return 'the key of this entry must be a whole number';
    default:
      return `${issue.message}, got ${shown(issue.input)}`;
  }
}

function messageAt(root: Message, path: Path): Message | null {
  let current: Message | null = root;
  for (let i = 0; i < path.length && current; i += 1) {
    const field = current.fields.get(String(path[i]));
    if (!field || field.type.kind !== 'message') return null;
    current = field.type.message;
    if (field.shape !== 'one') i += 1;
  }
  return current;
}

/** Every issue as a fault; unknown names become one fault each. */
export function explain(issues: readonly Issue[], root: Message, locate: Locate): Fault[] {
  const faults: Fault[] = [];
  for (const issue of issues) {
    const path = issue.path.filter((step): step is string | number => typeof step !== 'symbol');
    if (issue.code !== 'unrecognized_keys') {
      faults.push({ where: locate(path, 'value'), path: pathText(path), message: issueText(issue) });
      continue;
    }
    const message = messageAt(root, path);
    for (const key of issue.keys) {
      const guess = message ? didYouMean(key, message.fields.keys()) : '';
      const text = `\`${message?.name ?? 'the group'}\` has no field \`${key}\`${guess}`;
      faults.push({ where: locate([...path, key], 'key'), path: pathText(path), message: text });
    }
  }
  return faults;
}
