/**
 * Where external weights lie. A model file names its weight files itself, so the name is input from outside: only
 * names that stay in the folder of the model pass, whatever the platform's idea of a path.
 */
import { posix } from 'node:path';

/** The path relative to the model's folder, or null where it leaves the folder or is no name of a file. */
export function externalPath(location: string): string | null {
  if (location === '' || location.includes('\0') || location.includes('\\')) return null;
  if (location.startsWith('/') || /^[a-zA-Z]:/.test(location)) return null;
  // ONNX Runtime reads this prefix as an address in memory instead of a file.
  if (location.startsWith('*/_ORT_MEM_ADDR_/*')) return null;
  const path = posix.normalize(location);
  if (path === '.' || path === '..' || path.startsWith('../') || path.endsWith('/')) return null;
  return path;
}

/** A decimal count of bytes, or null. */
export function externalNumber(text: string): number | null {
  if (!/^[0-9]{1,16}$/.test(text)) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : null;
}
