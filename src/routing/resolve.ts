/**
 * Which version answers a request: the one named, the one a label points to, or the default. Pure; the texts are
 * Triton's, because clients match on them.
 */
import { ServingError } from '../base/error.js';
import type { ModelEntry, RoutingTable, VersionEntry } from './table.js';

export function resolve<Route>(
  table: RoutingTable<Route>,
  model: string,
  version: string,
  label: string,
): VersionEntry<Route> {
  const entry = findModel(table, model);
  if (label !== '') return resolveLabel(entry, label);
  if (version === '') {
    const chosen = entry.versions.get(entry.defaultVersion);
    if (chosen) return chosen;
    throw new ServingError(entry.expected ? 'version_not_ready' : 'model_not_found', `Request for unknown model: '${model}' has no available versions`);
  }
  return resolveVersion(entry, version);
}

export function findModel<Route>(table: RoutingTable<Route>, model: string): ModelEntry<Route> {
  const entry = table.models.get(model);
  if (entry) return entry;
  throw unknownModel(model);
}

export function unknownModel(model: string): ServingError {
  return new ServingError('model_not_found', `Request for unknown model: '${model}' is not found`);
}

function resolveVersion<Route>(entry: ModelEntry<Route>, version: string): VersionEntry<Route> {
  const number = /^[0-9]{1,15}$/.test(version) ? Number(version) : Number.NaN;
  if (Number.isNaN(number)) {
    throw new ServingError('invalid_argument', `model version '${version}' of '${entry.name}' is not a positive integer`);
  }
  const chosen = entry.versions.get(number);
  if (chosen) return chosen;
  if (entry.unavailable.has(number)) {
    throw new ServingError('version_not_ready', `Request for unknown model: '${entry.name}' version ${version} is not at ready state`);
  }
  throw new ServingError('version_not_found', `Request for unknown model: '${entry.name}' version ${version} is not found`);
}

function resolveLabel<Route>(entry: ModelEntry<Route>, label: string): VersionEntry<Route> {
  const chosen = entry.versions.get(entry.labels.get(label) ?? 0);
  if (chosen) return chosen;
  throw new ServingError('version_not_found', `model '${entry.name}' has no label '${label}' on a serving version`);
}
