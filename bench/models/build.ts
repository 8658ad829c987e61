/**
 * Model repositories for benchmarks and tests, made on demand and never checked in; the same call writes the same
 * bytes. `buildRepository(folder, names)` is what most callers want.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ServingError } from '../../src/base/error.js';
import { external, poison, simple, simpleString, spin } from './behaviour.js';
import { faulty } from './faulty.js';
import { identities } from './identity.js';
import type { BenchModel } from './model.js';
import { heavy, image, small } from './speed.js';

export { faulty } from './faulty.js';
export { identities, identityOf } from './identity.js';
export { external, poison, simple, simpleString, spin } from './behaviour.js';
export { heavy, image, small } from './speed.js';
export type { BenchModel } from './model.js';

/** All models that serve, by name. */
export function goodModels(): ReadonlyMap<string, BenchModel> {
  const models = [small(), image(), heavy(), simple(), simpleString(), spin(), poison(), external(), ...identities()];
  return new Map(models.map((model) => [model.name, model]));
}

/** All models that must fail to load, by name. */
export function faultyModels(): ReadonlyMap<string, BenchModel> {
  return new Map(faulty().map((model) => [model.name, model]));
}

/** Writes one model below `folder`, its files of version 1 as `version`. */
export function writeModel(folder: string, model: BenchModel, version = 1): void {
  for (const [path, bytes] of model.files) {
    const target = join(folder, model.name, path.replace(/^1\//, `${version}/`));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}

/** Writes the named models (faulty ones by name only), or every one that serves, below `folder`. */
export function buildRepository(folder: string, names?: readonly string[]): readonly string[] {
  const good = goodModels();
  const bad = faultyModels();
  const wanted = names ?? [...good.keys()];
  for (const name of wanted) {
    const model = good.get(name) ?? bad.get(name);
    if (model === undefined) {
      throw new ServingError('model_not_found', `no such model '${name}'; there are ${[...good.keys(), ...bad.keys()].join(', ')}`);
    }
    writeModel(folder, model);
  }
  return wanted;
}
