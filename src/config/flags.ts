/**
 * Reads `--name value`, `--name=value`, `--switch` and `--no-switch` from the command line into what was given for
 * which option. Values are not looked at here; every token that fits nowhere is a fault.
 */
import type { Fault } from './fault.js';
import { OPTION_NAMES, optionOf } from './server.js';
import type { OptionName } from './server.js';
import { didYouMean } from './suggest.js';

export interface GivenFlag {
  readonly name: OptionName;
  readonly flag: string;
  readonly text: string | boolean;
}

export interface ScannedFlags {
  readonly given: readonly GivenFlag[];
  /** Value of `--config`. */
  readonly config: string | null;
  readonly faults: readonly Fault[];
}

/** Names under which Triton's users look for an option. */
const TRITON_NAMES: ReadonlyMap<string, string> = new Map(Object.entries({
  'model-store': 'model-repository',
  'exit-timeout-secs': 'drain-timeout-ms',
  'model-load-thread-count': 'model-load-concurrency',
  'model-load-retry-count': 'model-load-retries',
  'http-max-input-size': 'max-request-bytes',
  'http-thread-count': 'front-ends',
  'http-address': 'host',
  'grpc-address': 'host',
  'metrics-address': 'host',
  'allow-http': 'http-port',
  'allow-grpc': 'grpc-port',
  'allow-metrics': 'metrics-port',
  'log-verbose': 'log-level',
}));

const byFlag = new Map<string, OptionName>(OPTION_NAMES.map((name) => [optionOf(name).flag, name]));

export function unknownOption(name: string): string {
  const twin = TRITON_NAMES.get(name);
  if (twin !== undefined) return `no such option; it is called \`${twin}\` here`;
  return `no such option${didYouMean(name, [...byFlag.keys(), 'config'])}`;
}

export function optionByKey(key: string): OptionName | null {
  return byFlag.get(key.replaceAll('_', '-')) ?? null;
}

export function scanFlags(tokens: readonly string[]): ScannedFlags {
  const given: GivenFlag[] = [];
  const faults: Fault[] = [];
  let config: string | null = null;
  const queue = [...tokens];
  const isValue = (next: string | undefined): next is string =>
    next !== undefined && (!next.startsWith('-') || /^-[\d.]/.test(next) || next === '-');

  for (let token = queue.shift(); token !== undefined; token = queue.shift()) {
    if (!token.startsWith('--') || token === '--') {
      faults.push({ where: token, path: '', message: 'unexpected argument; options are written `--name value`' });
      continue;
    }
    const equals = token.indexOf('=');
    const flag = equals < 0 ? token : token.slice(0, equals);
    const attached = equals < 0 ? null : token.slice(equals + 1);
    const plain = flag.slice(2);
    const negated = plain.startsWith('no-') ? (byFlag.get(plain.slice(3)) ?? null) : null;
    const name = byFlag.get(plain) ?? null;

    if (negated !== null && optionOf(negated).kind.form === 'switch' && attached === null) {
      given.push({ name: negated, flag, text: false });
    } else if (name === null && plain !== 'config') {
      faults.push({ where: flag, path: '', message: unknownOption(plain) });
      if (attached === null && isValue(queue[0])) queue.shift();
    } else if (name !== null && optionOf(name).kind.form === 'switch') {
      const worded = attached ?? (/^(true|false)$/.test(queue[0] ?? '') ? (queue.shift() ?? null) : null);
      given.push({ name, flag, text: worded ?? true });
    } else {
      const text = attached ?? (isValue(queue[0]) ? queue.shift() : undefined);
      if (text === undefined || text === '') faults.push({ where: flag, path: '', message: 'needs a value' });
      else if (name === null) config = text;
      else given.push({ name, flag, text });
    }
  }
  return { given, config, faults };
}
