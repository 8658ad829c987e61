/** Bodies of the trace and logging extensions, and the JSON object that every control body is. */
import { ServingError } from '../base/error.js';
import type { SettingValue } from '../serving/admin.js';
import { parseJson } from './json.js';

/** An empty body counts as `{}`. @throws ServingError malformed_body, invalid_argument */
export function objectBody(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  if (bytes.length === 0) return {};
  const value = parseJson(bytes);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ServingError('invalid_argument', 'the request body must be a JSON object');
  }
  return value as Readonly<Record<string, unknown>>;
}

export function parseLogSettings(bytes: Uint8Array): Readonly<Record<string, SettingValue>> {
  const settings: Record<string, SettingValue> = {};
  for (const [key, value] of Object.entries(objectBody(bytes))) {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      throw new ServingError('invalid_argument', `log setting '${key}' must be a string, a number or a boolean`);
    }
    settings[key] = value;
  }
  return settings;
}

/** null clears a setting of a model to the global value; the global settings have nothing to fall back to but their defaults. */
export function parseTraceSettings(bytes: Uint8Array, ofModel: boolean): Readonly<Record<string, SettingValue | null>> {
  const settings: Record<string, SettingValue | null> = {};
  for (const [key, value] of Object.entries(objectBody(bytes))) {
    if (value === null || typeof value === 'string') settings[key] = value;
    else if (typeof value === 'number' || typeof value === 'boolean') settings[key] = String(value);
    else if (Array.isArray(value) && value.every((item) => typeof item === 'string')) settings[key] = value;
    else throw new ServingError('invalid_argument', `trace setting '${key}' must be a string, a list of strings${ofModel ? ', or null to clear it' : ''}`);
  }
  return settings;
}
