/**
 * Protobuf's text format, read by the description of a message into plain values with the place of each. A wrong
 * field is a fault and reading goes on behind it; broken syntax ends the reading.
 */
import type { ConfigDocument } from './document.js';
import { pathText, refuse, succeed } from './fault.js';
import type { Fault, Outcome, Path } from './fault.js';
import { clampInteger } from './field.js';
import type { FieldSpec, FieldType, Message } from './field.js';
import { SyntaxHalt, tokenize } from './lexer.js';
import type { Token } from './lexer.js';
import { didYouMean } from './suggest.js';

type Values = Record<string, unknown>;

/** No config nests deeper than ten; the bound keeps hostile text off the stack. */
const DEPTH_MAX = 64;

export function parsePbtxt(text: string, file: string, message: Message): Outcome<ConfigDocument> {
  try {
    const reader = new Reader(tokenize(text, file), file);
    const value = reader.fields(message, null, []);
    if (reader.faults.length > 0) return refuse(reader.faults);
    const { places } = reader;
    return succeed({
      value,
      locate: (path, part) => {
        for (let length = path.length; length > 0; length -= 1) {
          const text = pathText(path.slice(0, length));
          const found = places.get(`${part} ${text}`) ?? places.get(`value ${text}`) ?? places.get(`key ${text}`);
          if (found !== undefined) return found;
        }
        return file;
      },
    });
  } catch (thrown) {
    if (thrown instanceof SyntaxHalt) return refuse([thrown.fault]);
    throw thrown;
  }
}

class Reader {
  readonly faults: Fault[] = [];
  readonly places = new Map<string, string>();
  private at = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly file: string,
  ) {}

  /** Fields up to the closing symbol, or up to the end of the text. */
  fields(message: Message, close: string | null, path: Path): Values {
    const values: Values = {};
    this.depth += 1;
    if (this.depth > DEPTH_MAX) this.halt(this.peek(), 'nested too deep');
    for (;;) {
      const token = this.take();
      if (token.kind === 'end' && close !== null) this.halt(token, `expected \`${close}\` before the end`);
      if (token.kind === 'end' || (token.kind === 'symbol' && token.text === close)) break;
      if (token.kind !== 'name') this.halt(token, 'expected the name of a field');
      this.field(message, token, values, path);
      if (this.isSymbol(',') || this.isSymbol(';')) this.take();
    }
    this.depth -= 1;
    return values;
  }

  private field(message: Message, token: Token, values: Values, path: Path): void {
    const spec = message.fields.get(token.text);
    const colon = this.isSymbol(':');
    if (colon) this.take();
    if (!spec || spec.own) {
      const others = [...message.fields.values()].filter((field) => !field.own).map((field) => field.name);
      const parameter = `parameters { key: "${token.text}" value { string_value: "…" } }`;
      const guess = spec ? `; in this format it is a parameter: \`${parameter}\`` : didYouMean(token.text, others);
      this.fault(token, path, `\`${message.name}\` has no field \`${token.text}\`${guess}`);
      this.skip(colon);
      return;
    }
    if (!colon && spec.shape !== 'map' && spec.type.kind !== 'message') this.halt(this.peek(), `expected \`:\` after \`${spec.name}\``);
    this.places.set(`key ${pathText([...path, spec.name])}`, this.place(token));
    if (spec.shape === 'one') {
      if (Object.hasOwn(values, spec.name)) this.fault(token, [...path, spec.name], 'given more than once');
      values[spec.name] = this.value(spec.type, [...path, spec.name]);
      return;
    }
    const add = spec.shape === 'list' ? this.listAdder(spec, values, path) : this.mapAdder(spec, values, path);
    if (!this.isSymbol('[')) return add();
    this.take();
    for (let more = !this.isSymbol(']'); more; ) {
      add();
      more = this.isSymbol(',');
      if (more) this.take();
    }
    this.expect(']');
  }

  private listAdder(spec: FieldSpec, values: Values, path: Path): () => void {
    const list = (values[spec.name] ??= []) as unknown[];
    return () => list.push(this.value(spec.type, [...path, spec.name, list.length]));
  }

  /** A map is written as entries with `key` and `value`; a later entry of the same key wins, as in protobuf. */
  private mapAdder(spec: FieldSpec, values: Values, path: Path): () => void {
    const map = (values[spec.name] ??= {}) as Values;
    const entry: Message = {
      name: `entry of ${spec.name}`,
      fields: new Map<string, FieldSpec>([
        ['key', { name: 'key', doc: '', own: false, type: { kind: spec.key }, shape: 'one', presence: true, key: 'string' }],
        ['value', { name: 'value', doc: '', own: false, type: spec.type, shape: 'one', presence: true, key: 'string' }],
      ]),
    };
    return () => {
      const start = this.peek();
      const read = this.value({ kind: 'message', message: entry }, [...path, spec.name]) as Values;
      const empty: unknown = spec.type.kind === 'message' ? {} : spec.type.kind === 'string' ? '' : 0;
      const key = String(read['key'] ?? (spec.key === 'string' ? '' : 0));
      this.places.set(`value ${pathText([...path, spec.name, key])}`, this.place(start));
      Object.defineProperty(map, key, { value: read['value'] ?? empty, enumerable: true, writable: true, configurable: true });
    };
  }

  private value(type: FieldType, path: Path): unknown {
    const token = this.peek();
    this.places.set(`value ${pathText(path)}`, this.place(token));
    if (type.kind === 'message') {
      this.take();
      const open = token.kind === 'symbol' ? token.text : '';
      if (open !== '{' && open !== '<') this.halt(token, `expected \`{\` to open \`${type.message.name}\``);
      return this.fields(type.message, open === '{' ? '}' : '>', path);
    }
    if (token.kind === 'symbol' && token.text !== '-') this.halt(token, `expected a value, got \`${token.text}\``);
    if (token.kind === 'end') this.halt(token, 'expected a value before the end');
    if (type.kind === 'string') return this.string(path);
    if (token.kind === 'string') {
      this.take();
      return this.fault(token, path, `expected ${wanted(type)}, got the string ${JSON.stringify(token.text)}`);
    }
    const negative = this.isSymbol('-');
    if (negative) this.take();
    const word = this.take();
    const read = word.kind === 'name' && !negative ? readWord(type, word.text) : readNumber(type, word.text, negative);
    if (read !== null) return read;
    const guess = type.kind === 'enum' ? didYouMean(word.text, Object.keys(type.values)) : '';
    return this.fault(token, path, `expected ${wanted(type)}, got \`${negative ? '-' : ''}${word.text}\`${guess}`);
  }

  private string(path: Path): unknown {
    const first = this.take();
    if (first.kind !== 'string') return this.fault(first, path, `expected a string in quotes, got \`${first.text}\``);
    let text = first.text;
    while (this.peek().kind === 'string') text += this.take().text;
    return text;
  }

  /** Passes over the value of a field that is not known. */
  private skip(colon: boolean): void {
    const open: string[] = [];
    const closing: Readonly<Record<string, string>> = { '{': '}', '<': '>', '[': ']' };
    if (!colon && !this.isSymbol('{') && !this.isSymbol('<')) this.halt(this.peek(), 'expected `:` or `{`');
    for (;;) {
      const token = this.take();
      if (token.kind === 'end') this.halt(token, 'expected a value before the end');
      const close = token.kind === 'symbol' ? closing[token.text] : undefined;
      if (close !== undefined) open.push(close);
      else if (token.kind === 'symbol' && token.text === open.at(-1)) open.pop();
      if (open.length === 0 && token.text !== '-') break;
    }
    while (this.tokens[this.at - 1]?.kind === 'string' && this.peek().kind === 'string') this.take();
  }

  private peek(): Token {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] as Token;
  }

  private take(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  private isSymbol(text: string): boolean {
    const token = this.peek();
    return token.kind === 'symbol' && token.text === text;
  }

  private expect(symbol: string): void {
    if (!this.isSymbol(symbol)) this.halt(this.peek(), `expected \`${symbol}\``);
    this.take();
  }

  private place(token: Token): string {
    return `${this.file}:${token.line}:${token.column}`;
  }

  private fault(token: Token, path: Path, message: string): undefined {
    this.faults.push({ where: this.place(token), path: pathText(path), message });
    return undefined;
  }

  private halt(token: Token, message: string): never {
    const got = token.kind === 'end' || message.includes('got') || message.includes('end') ? '' : `, got \`${token.text}\``;
    throw new SyntaxHalt({ where: this.place(token), path: '', message: `${message}${got}` });
  }
}

type PlainType = Exclude<FieldType, { kind: 'message' }>;

function wanted(type: PlainType): string {
  if (type.kind === 'enum') return `one of ${Object.keys(type.values).map((name) => `\`${name}\``).join(', ')}`;
  if (type.kind === 'bool') return '`true` or `false`';
  return type.kind === 'double' ? 'a number' : 'an integer';
}

const WORDS: Readonly<Record<string, boolean>> = { true: true, True: true, t: true, false: false, False: false, f: false };

function readWord(type: PlainType, word: string): unknown {
  if (type.kind === 'enum') return Object.hasOwn(type.values, word) ? word : null;
  if (type.kind === 'bool') return Object.hasOwn(WORDS, word) ? (WORDS[word] ?? null) : null;
  return type.kind === 'double' ? readNumber(type, word, false) : null;
}

const INTEGER = /^(?:0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*)$/;

function readNumber(type: PlainType, text: string, negative: boolean): unknown {
  if (type.kind === 'double') return readDouble(text, negative);
  if (!INTEGER.test(text)) return null;
  const octal = /^0[0-7]+$/.test(text);
  const magnitude = BigInt(octal ? `0o${text.slice(1)}` : text);
  const value = clampInteger(negative ? -magnitude : magnitude);
  if (type.kind === 'bool') return value === 0 ? false : value === 1 ? true : null;
  // A number that the enum does not have is left for the schema's check to refuse.
  return value === 0 ? 0 : value;
}

function readDouble(text: string, negative: boolean): number | null {
  const word = text.toLowerCase();
  const sign = negative ? -1 : 1;
  if (word === 'inf' || word === 'infinity') return sign * Infinity;
  if (word === 'nan') return NaN;
  if (!/^(\d|\.\d)/.test(word)) return null;
  if (INTEGER.test(text)) return sign * Number(/^0[0-7]+$/.test(text) ? `0o${text.slice(1)}` : text);
  return sign * Number(word.replace(/f$/, ''));
}
