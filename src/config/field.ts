/**
 * The kinds of field a model config is made of, for whoever declares a message. A message is declared once as a
 * zod schema; from the same declaration come its type, its check, its JSON Schema, the text format's parser and
 * the reference page. The kinds follow proto3: a scalar left out has its zero, a sub-message left out is absent.
 */
import { z } from 'zod';

export type ScalarKind = 'bool' | 'int32' | 'uint32' | 'int64' | 'uint64' | 'double' | 'string' | 'json';

export interface Element<T> {
  readonly schema: z.ZodType<T>;
  readonly zero: T;
}

interface KindNote {
  readonly kind: ScalarKind | 'enum';
  readonly values?: Readonly<Record<string, number>>;
}

/** What zod itself does not know of a schema: its proto kind, a map's key kind, a message's name. */
const kinds = z.registry<KindNote>();
const mapKeys = z.registry<{ readonly key: ScalarKind }>();
const names = z.registry<{ readonly name: string }>();
const extensions = z.registry<{ readonly own: true }>();

/** 64-bit values beyond 2^53 are clamped: they stand for "as many as there can be", and order is kept. */
export function clampInteger(value: bigint): number {
  const max = BigInt(Number.MAX_SAFE_INTEGER);
  if (value > max) return Number.MAX_SAFE_INTEGER;
  return Number(value < -max ? -max : value);
}

/** proto3's JSON writes 64-bit integers as strings, and so do careful people. */
function toInteger(value: unknown): unknown {
  if (typeof value === 'string' && /^-?\d+$/.test(value)) return clampInteger(BigInt(value));
  if (typeof value === 'number' && Number.isInteger(value)) return clampInteger(BigInt(value));
  return value;
}

function toText(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'number' ? String(value) : value;
}

function integer(kind: ScalarKind, least: number, most: number): Element<number> {
  const schema = z.preprocess(toInteger, z.int().min(least).max(most));
  kinds.add(schema, { kind });
  return { schema, zero: 0 };
}

function scalar<T>(kind: ScalarKind, schema: z.ZodType<T>, zero: T): Element<T> {
  kinds.add(schema, { kind });
  return { schema, zero };
}

export const BOOL = scalar('bool', z.boolean(), false);
export const STRING = scalar('string', z.string(), '');
/** Text that YAML may spell as a number or a boolean; ONNX Runtime reads `1` and `0`. */
export const TEXT = scalar('string', z.preprocess(toText, z.string()), '');
export const DOUBLE = scalar('double', z.number(), 0);
export const INT32 = integer('int32', -(2 ** 31), 2 ** 31 - 1);
export const UINT32 = integer('uint32', 0, 2 ** 32 - 1);
export const INT64 = integer('int64', Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
export const UINT64 = integer('uint64', 0, Number.MAX_SAFE_INTEGER);

/** An enum by name; its number is accepted too, as in protobuf's own formats. */
export function enumeration<const V extends Readonly<Record<string, number>>>(values: V): Element<keyof V & string> {
  const list = Object.keys(values) as [keyof V & string, ...(keyof V & string)[]];
  const byNumber = (value: unknown): unknown =>
    typeof value === 'number' ? (list.find((name) => values[name] === value) ?? value) : value;
  const schema = z.preprocess(byNumber, z.enum(list)) as unknown as z.ZodType<keyof V & string>;
  kinds.add(schema, { kind: 'enum', values });
  return { schema, zero: list[0] };
}

/** A scalar that has its zero when it is left out. */
export function one<T>(element: Element<T>, doc: string): z.ZodDefault<z.ZodType<T>> {
  return element.schema.default(element.zero as never).meta({ description: doc });
}

/** A scalar whose absence says something of its own. */
export function maybe<T>(element: Element<T>, doc: string): z.ZodOptional<z.ZodType<T>> {
  return element.schema.optional().meta({ description: doc });
}

export function list<T>(element: Element<T>, doc: string): z.ZodDefault<z.ZodArray<z.ZodType<T>>> {
  return z.array(element.schema).default([]).meta({ description: doc });
}

export function many<S extends z.ZodType>(message: S, doc: string): z.ZodDefault<z.ZodArray<S>> {
  return z.array(message).default([]).meta({ description: doc });
}

export function sub<S extends z.ZodType>(message: S, doc: string): z.ZodOptional<S> {
  return message.optional().meta({ description: doc });
}

const anything = z.unknown();
kinds.add(anything, { kind: 'json' });

/** An object that another room reads; here it is only carried. */
export function carried(doc: string): z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>> {
  return z.record(z.string(), anything).optional().meta({ description: doc });
}

/** A map; keys are kept as text also where proto declares a number for them. */
export function map<S extends z.ZodType>(value: S, doc: string, key: ScalarKind = 'string') {
  const keys = key === 'string' ? z.string() : z.string().regex(/^\d+$/);
  const record = z.record(keys, value);
  mapKeys.add(record, { key });
  return record.default({} as never).meta({ description: doc });
}

export function message<S extends z.core.$ZodLooseShape>(name: string, shape: S) {
  const schema = z.strictObject(shape);
  names.add(schema, { name });
  return schema;
}

/** Marks a field that Triton does not have; the text format spells it as a parameter. */
export function own<S extends z.ZodType>(schema: S): S {
  extensions.add(schema, { own: true });
  return schema;
}

export type FieldType =
  | { readonly kind: ScalarKind }
  | { readonly kind: 'enum'; readonly values: Readonly<Record<string, number>> }
  | { readonly kind: 'message'; readonly message: Message };

export interface FieldSpec {
  readonly name: string;
  readonly doc: string;
  readonly own: boolean;
  readonly type: FieldType;
  readonly shape: 'one' | 'list' | 'map';
  /** Whether leaving the field out says something else than its zero. */
  readonly presence: boolean;
  /** Kind of a map's keys; `string` for everything else. */
  readonly key: ScalarKind;
}

/** A message as data, for parsers and pages. */
export interface Message {
  readonly name: string;
  readonly fields: ReadonlyMap<string, FieldSpec>;
}

const described = new WeakMap<z.ZodType, Message>();

/** Reads the declaration of a message back as data. */
export function describe(schema: z.ZodObject): Message {
  const known = described.get(schema);
  if (known) return known;
  const fields = new Map<string, FieldSpec>();
  for (const [name, field] of Object.entries(schema.shape)) fields.set(name, specOf(name, field as z.ZodType));
  const result = { name: names.get(schema)?.name ?? 'message', fields };
  described.set(schema, result);
  return result;
}

function specOf(name: string, field: z.ZodType): FieldSpec {
  const inner = unwrap(field);
  const presence = field instanceof z.ZodOptional;
  const base = { name, doc: field.meta()?.description ?? '', own: extensions.has(field), presence, key: 'string' as ScalarKind };
  if (inner instanceof z.ZodArray) return { ...base, shape: 'list', type: typeOf(inner.element as z.ZodType) };
  if (inner instanceof z.ZodRecord) {
    const key = mapKeys.get(inner)?.key ?? 'string';
    return { ...base, shape: 'map', key, type: typeOf(inner.valueType as z.ZodType) };
  }
  return { ...base, shape: 'one', type: typeOf(inner) };
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return unwrap(schema.unwrap() as z.ZodType);
  return schema;
}

function typeOf(schema: z.ZodType): FieldType {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) return { kind: 'message', message: describe(inner) };
  const note = kinds.get(inner);
  if (note?.kind === 'enum') return { kind: 'enum', values: note.values ?? {} };
  return { kind: note?.kind ?? 'string' };
}
