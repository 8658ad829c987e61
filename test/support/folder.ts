/** Folders for one test file: made in the temporary folder of the machine, gone when the file is done. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { later } from './later.js';
import { encodeModel, GraphBuilder } from './models.js';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** A fresh folder that goes with the test, or with the file when made outside of a test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-test-'));
  later(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function put(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Versions of the example model as a user has them. */
export function copyDigits(repository: string, versions: readonly number[]): void {
  const source = join(projectRoot, 'models', 'digits');
  cpSync(source, join(repository, 'digits'), { recursive: true, filter: (path) => !/\/digits\/\d+(\/|$)/.test(path) });
  for (const version of versions) cpSync(join(source, String(version)), join(repository, 'digits', String(version)), { recursive: true });
}

export interface Script {
  readonly add?: number;
  readonly delayMs?: number;
  readonly failOn?: number;
  readonly crashOn?: number;
  readonly failLoad?: string;
  readonly gate?: string;
  readonly loadGate?: string;
}

/** `x` to `y`, FP32 `[batch, n]` with n free, run by the scripted engine. `config` stands in for the whole text where given. */
export function scriptedModel(repository: string, name: string, script: Script, config = 'max_batch_size: 8\ndynamic_batching { }\n', version = 1): void {
  const tensors = { inputs: [{ name: 'x', datatype: 'FP32', dims: [-1, -1] }], outputs: [{ name: 'y', datatype: 'FP32', dims: [-1, -1] }] };
  const graph = new GraphBuilder(name).input('x', 'FP32', ['batch', 'n']).output('y', 'FP32', ['batch', 'n']).node('Identity', ['x'], ['y']);
  put(repository, `${name}/config.pbtxt`, config);
  put(repository, `${name}/${version}/script.json`, JSON.stringify({ ...tensors, ...script }));
  put(repository, `${name}/${version}/model.onnx`, encodeModel(graph));
}
