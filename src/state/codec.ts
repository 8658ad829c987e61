/**
 * A document as a file. What a reader of another time or a crash of the disk could leave is told apart: a newer schema
 * (upgrade), a torn or foreign file (look at it, then move it aside), and a file that belongs to another key.
 */
import { ServingError } from '../base/error.js';
import type { Document, Json } from './store.js';

/** Raised when a reader of today would misread what is written tomorrow; older ones are brought up in `decode`. */
export const SCHEMA = 1;

const MARK = 'sluice-state';

export function encode(document: Document): string {
  const { key, generation, epoch, writtenMs, value } = document;
  return `${JSON.stringify({ format: MARK, schema: SCHEMA, key, generation, epoch, writtenMs, value }, null, 1)}\n`;
}

/** @param where the path, for the text of a fault; @param key what the file must be about, or null to take what it says */
export function decode(text: string, where: string, key: string | null): Document {
  const fields = fieldsOf(text);
  if (fields === null || fields['format'] !== MARK) throw unreadable(where, 'is torn or is no document of the state store');
  const schema = fields['schema'];
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1) throw unreadable(where, 'names no schema version');
  if (schema > SCHEMA) {
    throw new ServingError('state_failed', `state file '${where}' has schema ${schema} and this version of Sluice reads up to ${SCHEMA}: run the version that wrote it, or give --state-dir another folder; the file was left alone`);
  }
  const { generation, epoch, writtenMs, value } = fields;
  if (!isCount(generation) || generation < 1 || !isCount(epoch) || typeof writtenMs !== 'number' || value === undefined) {
    throw unreadable(where, 'lacks fields of a document');
  }
  if (typeof fields['key'] !== 'string' || (key !== null && fields['key'] !== key)) throw unreadable(where, `is about ${JSON.stringify(fields['key'])}, another key than its name says`);
  return { key: fields['key'], generation, epoch, writtenMs, value: value as Json };
}

export function unreadable(where: string, what: string, cause?: unknown): ServingError {
  return new ServingError('state_failed', `state file '${where}' ${what}: look at it, restore it or move it aside; it was left alone and nothing is written over it`, { cause });
}

function fieldsOf(text: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
