/** Tokens of protobuf's text format, each with its line and column. Comments and blanks are dropped. */
import { ServingError } from '../base/error.js';
import { formatFault } from './fault.js';
import type { Fault } from './fault.js';

export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'symbol' | 'end';
  /** As written; for strings, the decoded value. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** The text cannot be read on from here. Never leaves the parser. */
export class SyntaxHalt extends ServingError {
  constructor(readonly fault: Fault) {
    super('malformed_body', formatFault(fault));
  }
}

const BLANK = /(?:\s|#[^\n]*)+/y;
const NAME = /[A-Za-z_][\w]*/y;
const NUMBER = /0[xX][0-9a-fA-F]+|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?[fF]?/y;
const SYMBOLS = '{}<>[]:;,.-/';
const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', "'": "'", '"': '"', '?': '?',
};
const NUMERIC_ESCAPE = /([0-7]{1,3})|[xX]([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})/y;

export function tokenize(text: string, file: string): Token[] {
  const lexer = new Lexer(text, file);
  const tokens: Token[] = [];
  for (;;) {
    const token = lexer.next();
    tokens.push(token);
    if (token.kind === 'end') return tokens;
  }
}

class Lexer {
  private at = 0;
  private line = 1;
  private lineStart = 0;

  constructor(
    private readonly text: string,
    private readonly file: string,
  ) {
    if (text.startsWith('\uFEFF')) this.at = this.lineStart = 1;
  }

  next(): Token {
    this.advance(this.match(BLANK));
    const place = { line: this.line, column: this.at - this.lineStart + 1 };
    const first = this.text[this.at];
    if (first === undefined) return { kind: 'end', text: '', ...place };
    if (first === '"' || first === "'") return { kind: 'string', text: this.quoted(first), ...place };

    const name = this.match(NAME);
    if (name !== '') {
      this.advance(name);
      return { kind: 'name', text: name, ...place };
    }
    const number = this.match(NUMBER);
    if (number !== '') {
      this.advance(number);
      if (this.match(NAME) !== '') this.halt(`expected a blank after the number \`${number}\``);
      return { kind: 'number', text: number, ...place };
    }
    if (!SYMBOLS.includes(first)) this.halt(`unexpected character ${JSON.stringify(first)}`);
    this.advance(first);
    return { kind: 'symbol', text: first, ...place };
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text)?.[0] ?? '';
  }

  private advance(piece: string): void {
    for (let i = piece.indexOf('\n'); i >= 0; i = piece.indexOf('\n', i + 1)) {
      this.line += 1;
      this.lineStart = this.at + i + 1;
    }
    this.at += piece.length;
  }

  private halt(message: string): never {
    const where = `${this.file}:${this.line}:${this.at - this.lineStart + 1}`;
    throw new SyntaxHalt({ where, path: '', message });
  }

  /** Octal and hex escapes are bytes, so the whole is gathered as bytes and must be UTF-8 in the end. */
  private quoted(quote: string): string {
    const bytes: number[] = [];
    const push = (piece: string): void => {
      for (const byte of Buffer.from(piece, 'utf8')) bytes.push(byte);
    };
    this.at += 1;
    for (;;) {
      const point = this.text.codePointAt(this.at);
      if (point === undefined || point === 10) this.halt('the string is not closed on its line');
      const character = String.fromCodePoint(point);
      if (character === quote) break;
      if (character === '\\') this.escape(bytes, push);
      else {
        push(character);
        this.at += character.length;
      }
    }
    this.at += 1;
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
    } catch {
      return this.halt('the string is not UTF-8');
    }
  }

  private escape(bytes: number[], push: (piece: string) => void): void {
    const simple = SIMPLE_ESCAPES[this.text[this.at + 1] ?? ''];
    if (simple !== undefined) {
      push(simple);
      this.at += 2;
      return;
    }
    NUMERIC_ESCAPE.lastIndex = this.at + 1;
    const match = NUMERIC_ESCAPE.exec(this.text);
    if (!match) this.halt('unknown escape in the string');
    const [whole, octal, hex, short, long] = match;
    const byte = octal !== undefined ? parseInt(octal, 8) : hex !== undefined ? parseInt(hex, 16) : null;
    const point = parseInt(short ?? long ?? '0', 16);
    if ((byte ?? 0) > 255) this.halt('the octal escape exceeds a byte');
    if (byte === null && (point > 0x10ffff || (point >= 0xd800 && point < 0xe000))) this.halt('the escape is no Unicode character');
    if (byte !== null) bytes.push(byte);
    else push(String.fromCodePoint(point));
    this.at += 1 + whole.length;
  }
}
