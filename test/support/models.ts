/** Model repositories for tests: made in a folder of their own, which the caller removes. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildRepository } from '../../bench/models/build.js';

export * from '../../bench/models/build.js';
export { encodeModel, GraphBuilder, tensor, tensorValue } from '../../src/onnx/build.js';

/** Writes the named models (all that serve without names) into a fresh folder and returns its path. */
export function temporaryRepository(...names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'repository-'));
  buildRepository(folder, names.length > 0 ? names : undefined);
  return folder;
}
