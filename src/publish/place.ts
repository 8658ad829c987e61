/** What a folder to publish is, and where its parts go. Pure. */
import { ServingError } from '../base/error.js';
import { nameFault, versionOf } from '../repository/layout.js';

export interface Source {
  /** Name of the folder. */
  readonly name: string;
  /** Name of the folder around it. */
  readonly parent: string;
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

export interface Wish {
  readonly model: string | null;
  readonly version: number | null;
}

export interface Placement {
  readonly model: string;
  /** Null: one more than the highest version that is there. */
  readonly version: number | null;
  /** Folder of the version's files, relative to the source; '' is the source itself. */
  readonly versionFolder: string;
  /** Files of the model beside its versions, put there where the model is new. */
  readonly shared: readonly string[];
}

/**
 * A folder with version folders is a model's; its highest version is published, or the one asked for. Any other folder
 * holds the files of one version.
 * @throws ServingError invalid_argument with the remedy
 */
export function placementOf(source: Source, wish: Wish, modelFile: string): Placement {
  const versions = source.folders.flatMap((name) => versionOf(name) ?? []).sort((a, b) => b - a);
  if (versions.length > 0) {
    const version = wish.version ?? versions[0]!;
    if (!versions.includes(version)) throw new ServingError('invalid_argument', `'${source.name}' has no version ${version}; it has ${[...versions].reverse().join(', ')}`);
    return { model: modelOf(wish.model ?? source.name), version, versionFolder: String(version), shared: source.files };
  }
  if (!source.files.includes(modelFile) && !source.folders.includes(modelFile)) {
    throw new ServingError('invalid_argument', `'${source.name}' has neither a file '${modelFile}' nor version folders such as '1'; name the folder of a model or of one version`);
  }
  const model = wish.model ?? modelNameOf(source.name, source.parent);
  return { model: modelOf(model), version: wish.version ?? versionOf(source.name), versionFolder: '', shared: [] };
}

/** The model that a folder belongs to by its name: a version's lies in its model's. */
export function modelNameOf(name: string, parent: string): string {
  return versionOf(name) === null ? name : parent;
}

function modelOf(name: string): string {
  const fault = nameFault(name);
  if (fault !== null) throw new ServingError('invalid_argument', `${fault}; give --model NAME`);
  return name;
}

/** @param present versions that are in the repository */
export function nextVersion(present: readonly number[]): number {
  return Math.max(0, ...present) + 1;
}
