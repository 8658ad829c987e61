/**
 * Writes src/onnx/generated/onnx.js and types.d.ts from proto/onnx.proto. Both are checked in, so that neither a
 * build nor an installation needs protobufjs-cli. `--check` writes nothing and exits with 1 if they are stale.
 * The two have different names on purpose: tsc does not emit a .js file that has a .d.ts of its name beside it.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'src/onnx/generated');
const folder = mkdtempSync(join(tmpdir(), 'onnx-'));
const cli = (name, ...args) =>
  execFileSync(process.execPath, [join(root, 'node_modules/protobufjs-cli/bin', name), ...args], { cwd: root });

try {
  const commented = join(folder, 'commented.js');
  const js = join(folder, 'onnx.js');
  const types = join(folder, 'types.d.ts');
  // Node's ESM resolver wants the file's full name: the package has no export map.
  const options = ['-t', 'static-module', '-w', 'es6', '--es6', '--dependency', 'protobufjs/minimal.js', '-r', 'onnx',
    '--no-service', '--no-delimited', '--no-typeurl', '--no-verify', '--no-convert'];
  cli('pbjs', ...options, '-o', commented, 'proto/onnx.proto');
  cli('pbjs', ...options, '--no-comments', '-o', js, 'proto/onnx.proto');
  cli('pbts', '-o', types, commented);
  let stale = false;
  for (const [made, name] of [[js, 'onnx.js'], [types, 'types.d.ts']]) {
    const head = '// Generated from proto/onnx.proto by tools/generate-onnx.mjs; not edited by hand.\n';
    const text = head + readFileSync(made, 'utf8').replace('import Long = require("long")', 'import type Long from "long"');
    if (process.argv.includes('--check')) stale ||= readFileSync(join(target, name), 'utf8') !== text;
    else writeFileSync(join(target, name), text);
  }
  if (stale) process.stderr.write('src/onnx/generated is stale: run node tools/generate-onnx.mjs\n');
  process.exitCode = stale ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
