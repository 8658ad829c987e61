/** Bodies of the model repository extension. */
import { ServingError } from '../base/error.js';
import type { LoadParameters } from '../serving/admin.js';
import { objectBody } from './settings.js';

const base64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Whether only ready models are asked for. */
export function parseIndex(bytes: Uint8Array): boolean {
  const { ready } = objectBody(bytes);
  return flag(ready, 'ready');
}

export function parseUnload(bytes: Uint8Array): boolean {
  return flag(parametersOf(bytes)['unload_dependents'], 'unload_dependents');
}

function flag(value: unknown, name: string): boolean {
  if (value === undefined) return false;
  if (typeof value !== 'boolean') throw new ServingError('invalid_argument', `'${name}' must be a boolean`);
  return value;
}

function parametersOf(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const { parameters } = objectBody(bytes);
  if (parameters === undefined) return {};
  if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters)) {
    throw new ServingError('invalid_argument', "'parameters' must be an object");
  }
  return parameters as Readonly<Record<string, unknown>>;
}

/** `config` is JSON text, each `file:<version>/<name>` is base64. */
export function parseLoad(bytes: Uint8Array): LoadParameters {
  let config: string | null = null;
  const files = new Map<string, Uint8Array>();
  for (const [key, value] of Object.entries(parametersOf(bytes))) {
    if (typeof value !== 'string') throw new ServingError('invalid_argument', `load parameter '${key}' must be a string`);
    if (key === 'config') config = value;
    else if (key.startsWith('file:')) files.set(safePath(key.slice('file:'.length)), decode(key, value));
    else throw new ServingError('invalid_argument', `unknown load parameter '${key}'; known are 'config' and 'file:<version>/<name>'`);
  }
  if (files.size > 0 && config === null) {
    throw new ServingError('invalid_argument', "load parameter 'config' must be given together with 'file:' parameters");
  }
  return { config, files };
}

/** A file stays inside its model's folder. */
function safePath(path: string): string {
  const parts = path.split('/');
  const unsafe = parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\\') || part.includes('\0'));
  if (unsafe) throw new ServingError('invalid_argument', `file '${path}' of a load must be a relative path inside the model's folder`);
  return path;
}

function decode(key: string, value: string): Uint8Array {
  if (!base64.test(value)) throw new ServingError('invalid_argument', `load parameter '${key}' is not valid base64`);
  return Buffer.from(value, 'base64');
}
