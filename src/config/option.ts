/**
 * Kinds of server option. Flags and variables are text and a config file has numbers and booleans of its own, so a
 * kind takes both and its zod schema is the one place where either becomes a checked value.
 */
import { z } from 'zod';
import { ADDRESS_HINT, isAddress, VARIABLE, VARIABLE_HINT } from './address.js';
import { formatBytes, parseBytes } from './units.js';

export interface OptionKind<T> {
  readonly schema: z.ZodType<T>;
  /** What stands for the value in help texts. */
  readonly placeholder: string;
  /** Writes a value so that reading it gives the same value. */
  readonly print: (value: T) => string | number | boolean | string[];
  /** A switch may stand without a value, and has a `--no-` form. */
  readonly form: 'value' | 'switch' | 'list';
}

function toNumber(value: unknown): unknown {
  return typeof value === 'string' && /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(value.trim()) ? Number(value) : value;
}

function toText(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

export function integer(min: number, max: number): OptionKind<number> {
  return { schema: z.preprocess(toNumber, z.int().min(min).max(max)), placeholder: 'N', print: (v) => v, form: 'value' };
}

export function number(min: number, max: number): OptionKind<number> {
  return { schema: z.preprocess(toNumber, z.number().min(min).max(max)), placeholder: 'N', print: (v) => v, form: 'value' };
}

export function text(placeholder: string): OptionKind<string> {
  return { schema: z.preprocess(toText, z.string().min(1)), placeholder, print: (v) => v, form: 'value' };
}

/** An http or https URL; empty where none is needed. Users and passwords are refused, since options are printed and logged. */
export function url(least: 0 | 1): OptionKind<string> {
  const address = 'https?://[^\\s/?#@]+([/?#]\\S*)?';
  const hint = ADDRESS_HINT;
  const pattern = new RegExp(least === 0 ? `^(${address})?$` : `^${address}$`);
  const schema = z.string().regex(pattern, hint).refine((text) => text === '' || isAddress(text), hint).meta({ hint });
  return { schema, placeholder: 'URL', print: (v) => v, form: 'value' };
}

/** Name of an environment variable; empty for none. */
export function variable(): OptionKind<string> {
  const hint = VARIABLE_HINT;
  const schema = z.union([z.literal(''), z.string().regex(VARIABLE, hint)], hint).meta({ hint });
  return { schema, placeholder: 'NAME', print: (v) => v, form: 'value' };
}

export function choice<const C extends readonly [string, ...string[]]>(choices: C): OptionKind<C[number]> {
  return {
    schema: z.enum(choices),
    placeholder: choices.join('|'),
    print: (v) => v,
    form: 'value',
  };
}

const SWITCH_WORDS = new Map([['true', true], ['on', true], ['1', true], ['false', false], ['off', false], ['0', false]]);

export function toggle(): OptionKind<boolean> {
  const schema = z.preprocess(
    (value) => (typeof value === 'string' ? (SWITCH_WORDS.get(value.toLowerCase()) ?? value) : value),
    z.boolean(),
  );
  return { schema, placeholder: '', print: (v) => v, form: 'switch' };
}

/** What a size looks like as text, for JSON Schemas. */
const SIZE_PATTERN = '\\d+(\\.\\d+)? ?([KMGT]i?B?|B)?';
const SIZE_HINT = 'expected a number of bytes, or a number with KiB, MiB or GiB';

/** Bytes as a plain number or as text with a unit. */
export function bytes(min: number, max = Number.MAX_SAFE_INTEGER): OptionKind<number> {
  const whole = z.int().min(min).max(max);
  const schema = z.preprocess((value) => (typeof value === 'string' ? (parseBytes(value) ?? value) : value), whole);
  return { schema: schema.meta({ hint: SIZE_HINT, textPattern: `^${SIZE_PATTERN}$` }), placeholder: 'SIZE', print: formatBytes, form: 'value' };
}

export type Port = number | 'off';

/** YAML 1.1 habits write `off` unquoted; YAML 1.2 keeps it text, and `false` means the same. */
export function port(): OptionKind<Port> {
  const hint = 'expected a port number, 0 for any free one, or `off`';
  const schema = z.preprocess(
    (value) => (value === false ? 'off' : toNumber(value)),
    z.union([z.int().min(0).max(65535), z.literal('off')]),
  );
  return { schema: schema.meta({ hint }), placeholder: 'PORT', print: (v) => v, form: 'value' };
}

export type DeviceChoice = 'auto' | 'cpu' | 'cuda' | `cuda:${number}`;

export function device(): OptionKind<DeviceChoice> {
  const schema = z.string().regex(/^(auto|cpu|cuda|cuda:\d+)$/) as unknown as z.ZodType<DeviceChoice>;
  const hint = 'expected `auto`, `cpu`, `cuda` or `cuda:N`';
  return { schema: schema.meta({ hint }), placeholder: 'DEVICE', print: (v) => v, form: 'value' };
}

/** Bytes by device name. */
export type MemoryBudget = Readonly<Record<string, number>>;

function budgetOf(value: unknown): unknown {
  if (value === '') return {};
  if (typeof value !== 'string') return value;
  const entries = value.split(',').map((part) => {
    const at = part.indexOf('=');
    return [part.slice(0, Math.max(at, 0)).trim(), part.slice(at + 1).trim()] as const;
  });
  return Object.fromEntries(entries);
}

export function budget(): OptionKind<MemoryBudget> {
  const size = bytes(1).schema;
  const schema = z.preprocess(budgetOf, z.record(z.string().regex(/^(cpu|cuda:\d+)$/), size));
  const hint = 'expected DEVICE=SIZE pairs such as `cpu=4GiB,cuda:0=20GiB`';
  return {
    schema: schema.meta({ hint, textPattern: `^((cpu|cuda:\\d+)=${SIZE_PATTERN}(, ?|$))*$` }),
    placeholder: 'DEVICE=SIZE,…',
    print: (v) => Object.entries(v).map(([name, size]) => `${name}=${formatBytes(size)}`).join(','),
    form: 'value',
  };
}

/** A list: the flag repeats, a variable separates by commas, a file has a list or one value. */
export function listOf(element: OptionKind<string>, least: 0 | 1): OptionKind<readonly string[]> {
  const schema = z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(element.schema).min(least));
  return { schema, placeholder: element.placeholder, print: (v) => [...v], form: 'list' };
}
