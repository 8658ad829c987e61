/**
 * `npm run install:cuda [-- --from DIR|npm|onnxruntime] [--to DIR] [--dry-run] [--force]` puts ONNX Runtime's CUDA provider
 * next to ONNX Runtime. Promises to leave either a whole, checked provider of the right version or what was there
 * before, to do nothing where it is in place, and to end with the CUDA libraries that this host lacks.
 * Plain JavaScript without dependencies: images run it where only the production packages are installed.
 */
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { SetupFault, guarded, isMain, say } from './build.mjs';

export const ORT_VERSION = '1.29.0';
export const PROVIDER = 'libonnxruntime_providers_cuda.so';
export const SHARED = 'libonnxruntime_providers_shared.so';
/** The republish on npm, pinned byte by byte: a third party packed it, so its name alone proves nothing. */
const NPM_PACKAGE = 'com.github.asus4.onnxruntime.linux-x64-gpu@0.4.9';
const NPM_FOLDER = 'package/Plugins/Linux/x64';
export const PINNED_SHA256 = {
  [PROVIDER]: '56cf3254b118ad837ccc4ed8f6d1b23504bbf7ef91b34cbc0b289cb7f10b3037',
  [SHARED]: 'c6a12593396095f5670160e284c35d1700b7708cf3037b7042e2a5200ccae772',
};

export const LIBRARIES = [
  { name: 'libcuda.so.1', from: 'the NVIDIA driver (580 or later for CUDA 13)', needed: true },
  { name: 'libcudart.so.13', from: 'the CUDA 13 runtime (apt: cuda-cudart-13-0)', needed: true },
  { name: 'libcublas.so.13', from: 'cuBLAS 13 (apt: libcublas-13-0)', needed: true },
  { name: 'libcublasLt.so.13', from: 'cuBLAS 13 (apt: libcublas-13-0)', needed: true },
  { name: 'libcurand.so.10', from: 'cuRAND (apt: libcurand-13-0)', needed: true },
  { name: 'libcudnn.so.9', from: 'cuDNN 9 for CUDA 13 (apt: libcudnn9-cuda-13)', needed: false },
];

export function parseArgs(args) {
  const options = { from: undefined, to: undefined, dryRun: false, force: false };
  for (let at = 0; at < args.length; at += 1) {
    const [flag, inline] = args[at].split(/=(.*)/s);
    if (flag === '--from' || flag === '--to') {
      const value = inline ?? args[(at += 1)];
      if (!value) throw new SetupFault(`${flag} needs a value`);
      options[flag.slice(2)] = value;
    } else if (flag === '--dry-run') options.dryRun = true;
    else if (flag === '--force') options.force = true;
    else throw new SetupFault(`unknown option ${flag}; known are --from DIR|npm|onnxruntime, --to DIR, --dry-run, --force`);
  }
  return options;
}

export function sha256(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** The version stands in the library as a string of its own; a provider of another version loads and then misbehaves. */
export function carriesVersion(path, version = ORT_VERSION) {
  return readFileSync(path).includes(Buffer.from(`${version}\0`));
}

/** What is in a folder: nothing, part of a provider, one of another version, a whole one, or the very one pinned. */
export function inspect(folder) {
  const present = [PROVIDER, SHARED].filter((name) => existsSync(join(folder, name)));
  if (present.length === 0) return 'nothing';
  if (present.length === 1) return 'part';
  if (Object.entries(PINNED_SHA256).every(([name, hash]) => sha256(join(folder, name)) === hash)) return 'pinned';
  return carriesVersion(join(folder, PROVIDER)) ? 'whole' : 'other version';
}

function ortFolder() {
  let manifest;
  try {
    manifest = createRequire(import.meta.url).resolve('onnxruntime-node/package.json');
  } catch {
    throw new SetupFault('onnxruntime-node is not installed; run `npm ci` first.');
  }
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  if (version !== ORT_VERSION) throw new SetupFault(`onnxruntime-node is ${version}, but the provider is for ${ORT_VERSION}; restore the version that package-lock.json names (npm ci).`);
  return dirname(manifest);
}

/** Copies beside the target and renames, so that no half-written library is ever found under its name. */
function place(source, target) {
  for (const name of [SHARED, PROVIDER]) {
    const part = join(target, `.${name}.part`);
    copyFileSync(join(source, name), part);
    renameSync(part, join(target, name));
  }
}

function fromFolder(folder, target) {
  const found = inspect(folder);
  if (found === 'nothing' || found === 'part') throw new SetupFault(`${folder} must hold ${PROVIDER} and ${SHARED}.`);
  if (found === 'other version') throw new SetupFault(`${join(folder, PROVIDER)} is not of ONNX Runtime ${ORT_VERSION}.`);
  place(folder, target);
  return found === 'pinned' ? 'its hash is the pinned one' : `its hash is not the pinned one, its version is ${ORT_VERSION}`;
}

function run(file, args, options, what) {
  const done = spawnSync(file, args, { stdio: ['ignore', 'pipe', 2], encoding: 'utf8', ...options });
  if (done.error !== undefined || done.status !== 0) throw new SetupFault(`${what} failed: ${done.error?.message ?? done.signal ?? `exit code ${done.status}`}`);
  return done.stdout.trim();
}

function fromNpm(target) {
  const work = mkdtempSync(join(tmpdir(), 'sluice-cuda-'));
  try {
    say(`downloading ${NPM_PACKAGE} from the npm registry (180 MB)`);
    const archive = run('npm', ['pack', '--silent', NPM_PACKAGE], { cwd: work }, 'npm pack').split('\n').at(-1) ?? '';
    run('tar', ['-xzf', archive, `${NPM_FOLDER}/${PROVIDER}`, `${NPM_FOLDER}/${SHARED}`], { cwd: work }, 'unpacking');
    const folder = join(work, NPM_FOLDER);
    for (const [name, hash] of Object.entries(PINNED_SHA256)) {
      const have = sha256(join(folder, name));
      if (have !== hash) throw new SetupFault(`${name} has sha256 ${have} instead of ${hash}; it is not installed. Do not use this registry's copy.`);
      say(`sha256 of ${name} is as pinned`);
    }
    place(folder, target);
    return 'hashes as pinned';
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function fromOnnxRuntime(ort, target) {
  const home = join(ort, 'bin', 'napi-v6', 'linux', 'x64');
  if (resolve(target) !== resolve(home)) throw new SetupFault("ONNX Runtime's installer writes to its own folder only; leave --to out.");
  say("running ONNX Runtime's own installer (NuGet, 300 MB)");
  // Its manifest is still called cuda12; since 1.27 the package it fetches is built for CUDA 13.
  const env = { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'cuda12' };
  run(process.execPath, [join(ort, 'script', 'install.js')], { cwd: ort, env }, "ONNX Runtime's installer");
  const found = inspect(target);
  if (found !== 'whole' && found !== 'pinned') throw new SetupFault(`ONNX Runtime's installer ended well, but left ${found === 'nothing' ? 'no provider' : `a provider that is ${found}`}.`);
  return found === 'pinned' ? 'its hash is the pinned one' : `version ${ORT_VERSION}`;
}

/** `ldconfig -p` and LD_LIBRARY_PATH are what the loader reads; the CUDA folders are looked at only to give better advice. */
export function findLibraries(libraries, { ldconfig, searchPath, exists, likely }) {
  return libraries.map((wanted) => {
    const folder = searchPath.find((path) => exists(join(path, wanted.name)));
    if (folder !== undefined || new RegExp(`^\\s*${wanted.name.replaceAll('.', '\\.')} `, 'm').test(ldconfig)) return { ...wanted, state: 'found' };
    const hidden = likely.find((path) => exists(join(path, wanted.name)));
    return hidden === undefined ? { ...wanted, state: 'missing' } : { ...wanted, state: 'hidden', folder: hidden };
  });
}

function likelyFolders() {
  const folders = ['/usr/local/nvidia/lib64', '/usr/lib/x86_64-linux-gnu', '/usr/lib/wsl/lib'];
  for (const entry of existsSync('/usr/local') ? readdirSync('/usr/local') : []) {
    if (entry.startsWith('cuda')) folders.push(`/usr/local/${entry}/lib64`, `/usr/local/${entry}/targets/x86_64-linux/lib`);
  }
  return folders;
}

function reportLibraries() {
  const ldconfig = ['ldconfig', '/sbin/ldconfig'].map((file) => spawnSync(file, ['-p'], { encoding: 'utf8' }).stdout).find((text) => text) ?? '';
  const searchPath = (process.env['LD_LIBRARY_PATH'] ?? '').split(':').filter((path) => path !== '');
  const found = findLibraries(LIBRARIES, { ldconfig, searchPath, exists: existsSync, likely: likelyFolders() });
  for (const library of found) {
    const weight = library.needed ? 'CUDA cannot be used without it' : 'models with convolutions fail without it';
    if (library.state === 'missing') say(`missing on this host: ${library.name}, ${weight}; it comes with ${library.from}`);
    if (library.state === 'hidden') say(`${library.name} lies in ${library.folder}, where the loader does not look: add that folder to LD_LIBRARY_PATH`);
  }
  if (found.every((library) => library.state === 'found')) say('all CUDA libraries that the provider needs are on this host');
}

function install(options, ort, target) {
  // The official source first; npm's copy where that cannot be reached. Either way the version or the hash is checked.
  const ways = options.from === undefined ? (options.to === undefined ? ['onnxruntime', 'npm'] : ['npm']) : [options.from];
  if (options.dryRun) {
    say(`would put ${PROVIDER} and ${SHARED} into ${target}, from ${ways.join(', or if that fails from ')}`);
    return;
  }
  for (const [nth, way] of ways.entries()) {
    try {
      const how = way === 'npm' ? fromNpm(target) : way === 'onnxruntime' ? fromOnnxRuntime(ort, target) : fromFolder(resolve(way), target);
      say(`CUDA provider ${ORT_VERSION} installed from ${way} into ${target} (${how})`);
      return;
    } catch (thrown) {
      if (!(thrown instanceof SetupFault) || nth === ways.length - 1) throw thrown;
      say(`${thrown.message}; trying ${ways[nth + 1]}`);
    }
  }
}

export function main(args) {
  const options = parseArgs(args);
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new SetupFault(`the CUDA provider exists for linux x64 only, this is ${process.platform} ${process.arch}.`);
  const ort = ortFolder();
  const target = options.to === undefined ? join(ort, 'bin', 'napi-v6', 'linux', 'x64') : resolve(options.to);
  if (!existsSync(target) || !statSync(target).isDirectory()) throw new SetupFault(`${target} is no folder.`);
  const found = inspect(target);
  if ((found === 'pinned' || found === 'whole') && !options.force) say(`CUDA provider ${ORT_VERSION} is in ${target} already; nothing to do (--force installs it anew)`);
  else {
    if (found !== 'nothing') say(`${target} holds ${found === 'part' ? 'part of a provider' : 'a provider'}${found === 'other version' ? ' of another version' : ''}; it is to be replaced`);
    install(options, ort, target);
  }
  reportLibraries();
}

if (isMain(import.meta.url)) await guarded(() => main(process.argv.slice(2)));
