/** Writes plain values in protobuf's text format, so that reading them gives the same values. */
import type { FieldSpec, FieldType, Message } from './field.js';

type Values = Readonly<Record<string, unknown>>;

export function printPbtxt(values: Values, message: Message, indent = ''): string {
  let text = '';
  for (const spec of message.fields.values()) {
    const value = values[spec.name];
    if (value === undefined || spec.own) continue;
    if (spec.shape === 'list') text += printList(spec, value as readonly unknown[], indent);
    else if (spec.shape === 'map') text += printMap(spec, value as Values, indent);
    else if (spec.presence || !isZero(spec.type, value)) text += printField(spec.name, spec.type, value, indent);
  }
  return text;
}

/** proto3 leaves zeros out, but for fields whose absence says something else. */
function isZero(type: FieldType, value: unknown): boolean {
  if (type.kind === 'enum') return type.values[value as string] === 0;
  return value === '' || value === false || Object.is(value, 0);
}

function printField(name: string, type: FieldType, value: unknown, indent: string): string {
  if (type.kind !== 'message') return `${indent}${name}: ${printScalar(type, value)}\n`;
  const body = printPbtxt(value as Values, type.message, `${indent}  `);
  return body === '' ? `${indent}${name} { }\n` : `${indent}${name} {\n${body}${indent}}\n`;
}

function printList(spec: FieldSpec, list: readonly unknown[], indent: string): string {
  if (list.length === 0) return '';
  if (spec.type.kind === 'message') return list.map((value) => printField(spec.name, spec.type, value, indent)).join('');
  return `${indent}${spec.name}: [ ${list.map((value) => printScalar(spec.type, value)).join(', ')} ]\n`;
}

function printMap(spec: FieldSpec, map: Values, indent: string): string {
  const inner = `${indent}  `;
  return Object.entries(map)
    .map(([key, value]) => {
      const keyText = spec.key === 'string' ? printString(key) : key;
      return `${indent}${spec.name} {\n${inner}key: ${keyText}\n${printField('value', spec.type, value, inner)}${indent}}\n`;
    })
    .join('');
}

function printScalar(type: FieldType, value: unknown): string {
  if (type.kind === 'string') return printString(value as string);
  if (typeof value === 'number' && !Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  return Object.is(value, -0) ? '-0.0' : String(value);
}

function printString(text: string): string {
  let out = '"';
  for (const byte of Buffer.from(text, 'utf8')) {
    const character = String.fromCharCode(byte);
    if (character === '"' || character === '\\') out += `\\${character}`;
    else out += byte >= 0x20 && byte < 0x7f ? character : `\\${byte.toString(8).padStart(3, '0')}`;
  }
  return `${out}"`;
}
