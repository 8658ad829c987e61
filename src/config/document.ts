/** YAML (and JSON, which is YAML) read into plain values, with the line and column of each of them. */
import { LineCounter, isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import type { Fault, Locate, Outcome, Path } from './fault.js';
import { refuse, succeed } from './fault.js';

/** A config file as plain values that nobody has checked yet. */
export interface ConfigDocument {
  readonly value: Readonly<Record<string, unknown>>;
  readonly locate: Locate;
}

/** The text must hold one mapping; an empty text is an empty mapping. */
export function parseYaml(text: string, file: string): Outcome<ConfigDocument> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, logLevel: 'silent' });
  const placeOf = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  if (document.errors.length > 0) {
    return refuse(document.errors.map((e): Fault => ({ where: placeOf(e.pos[0]), path: '', message: e.message })));
  }
  const read = plainValue(document);
  if (read.kind === 'bad') return refuse([{ where: file, path: '', message: read.message }]);
  const value = read.value ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    return refuse([{ where: `${file}:1:1`, path: '', message: 'expected fields as `name: value`' }]);
  }
  const locate: Locate = (path, part) => {
    const offset = offsetOf(document.contents, path, part);
    return offset === null ? file : placeOf(offset);
  };
  return succeed({ value: value as Record<string, unknown>, locate });
}

type PlainValue = { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'bad'; readonly message: string };

/** Aliases may be wrong, or multiply without bound; the reader then throws. */
function plainValue(document: ReturnType<typeof parseDocument>): PlainValue {
  try {
    return { kind: 'value', value: document.toJS({ maxAliasCount: 100 }) as unknown };
  } catch (thrown) {
    return { kind: 'bad', message: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

/** The place of the deepest part of the path that exists. */
function offsetOf(root: unknown, path: Path, part: 'key' | 'value'): number | null {
  let node: unknown = root;
  let offset = rangeStart(root);
  for (const [depth, step] of path.entries()) {
    if (isSeq(node) && typeof step === 'number') node = node.items[step];
    else if (isMap(node)) {
      const pair = node.items.find((item) => String(isScalar(item.key) ? item.key.value : item.key) === String(step));
      if (!pair) return offset;
      const atKey = part === 'key' && depth === path.length - 1;
      if (atKey) return rangeStart(pair.key) ?? offset;
      node = pair.value ?? pair.key;
    } else return offset;
    offset = rangeStart(node) ?? offset;
  }
  return offset;
}

function rangeStart(node: unknown): number | null {
  const range = (node as { range?: readonly [number, number, number] | null } | null)?.range;
  return range?.[0] ?? null;
}

/** One line for each field, each with a comment behind it where there is something to say. */
export function printYaml(fields: Readonly<Record<string, unknown>>, commentOf: (key: string) => string): string {
  return Object.entries(fields)
    .map(([key, value]) => `${key}: ${stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd()}  # ${commentOf(key)}\n`)
    .join('');
}
