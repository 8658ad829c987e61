/**
 * Brings the checkout to the state in which it can run: dependencies installed, sources compiled. Promises to do
 * nothing where nothing is stale (a few milliseconds) and to say on stderr what it does where something is.
 * Plain JavaScript on Node's built-ins alone, because it runs before anything is installed.
 */
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** The same floor as `engines` in package.json. */
export const NODE_MIN = [20, 11];
/** What the build reads. A change of any name, size or time in these means a build. */
const SOURCES = ['src', 'bench', 'tools', 'tsconfig.json', 'package-lock.json'];

/** A fault that the person at the keyboard can mend; its text names the remedy and is printed without a stack. */
export class SetupFault extends Error {}

export function say(text) {
  process.stderr.write(`sluice: ${text}\n`);
}

export function nodeFault(version, [major, minor] = NODE_MIN) {
  const [haveMajor = 0, haveMinor = 0] = version.split('.').map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return undefined;
  return `Node.js ${version} is too old, ${major}.${minor} or later is needed. Install a current LTS release, for instance from https://nodejs.org or with \`nvm install 20\`.`;
}

/** Walks the sources into one line per file, so that removals and restored older files count as changes too. */
export function fingerprint(root, names) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name));
    } else hash.update(`${relative(root, path)} ${stat.size} ${stat.mtimeMs}\n`);
  };
  for (const name of names) visit(join(root, name));
  return hash.digest('hex');
}

function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Whether npm's own record of what it installed says the same as the lock file; parts for other platforms may be absent. */
export function matchesLock(lock, installed) {
  for (const [path, wanted] of Object.entries(lock.packages ?? {})) {
    if (path === '' || wanted.link === true) continue;
    const have = installed.packages?.[path];
    if (have === undefined ? wanted.optional !== true : have.version !== wanted.version) return false;
  }
  return true;
}

function lockStamp(root) {
  const hash = createHash('sha256');
  for (const name of ['package-lock.json', 'package.json']) hash.update(readText(join(root, name)) ?? '');
  return `${hash.digest('hex')} ${process.platform}-${process.arch}`;
}

function npm(root, args) {
  // npm's own path is known when npm started us; that spares a search, and works where npm is no command of its own.
  const script = process.env['npm_execpath'];
  const viaNode = script !== undefined && /npm-cli\.c?js$/.test(script);
  const [file, head] = viaNode ? [process.execPath, [script]] : ['npm', []];
  return spawnSync(file, [...head, ...args], { cwd: root, stdio: ['ignore', 2, 2], shell: !viaNode && process.platform === 'win32' });
}

export function ensureInstalled(root = ROOT) {
  const modules = join(root, 'node_modules');
  const stampFile = join(modules, '.sluice-install');
  const stamp = lockStamp(root);
  if (readText(stampFile) === stamp) return false;
  const record = readText(join(modules, '.package-lock.json'));
  const lock = readText(join(root, 'package-lock.json'));
  if (lock === undefined) throw new SetupFault(`package-lock.json is missing in ${root}; restore it from version control.`);
  const current = record !== undefined && matchesLock(JSON.parse(lock), JSON.parse(record));
  if (!current) {
    say(record === undefined ? 'installing dependencies (npm ci), once' : 'dependencies changed, installing them anew (npm ci)');
    const started = performance.now();
    const done = npm(root, ['ci', '--include=dev', '--no-fund', '--no-audit']);
    if (done.error !== undefined || done.status !== 0) throw new SetupFault(installFault(done));
    say(`dependencies installed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  writeFileSync(stampFile, stamp);
  return !current;
}

function installFault(done) {
  if (done.error !== undefined) return `npm cannot be started (${done.error.message}). It comes with Node.js; put it on PATH.`;
  return [
    `npm ci ended with ${done.signal ?? `exit code ${done.status}`}; its own words stand above.`,
    'If this machine reaches no registry: name a mirror (`npm config set registry URL`), or copy node_modules/ from a',
    'checkout of the same commit on the same platform and start again; it is taken as it is.',
  ].join('\n');
}

/** Removes compiled files whose source is gone, so that nothing runs that is no longer in the tree. */
function prune(root) {
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (/\.m?js(\.map)?$/.test(entry.name)) {
        const output = relative(join(root, 'dist'), path).replace(/\.map$/, '');
        const sources = [output, output.replace(/\.js$/, '.ts'), output.replace(/\.mjs$/, '.mts')];
        if (!sources.some((source) => existsSync(join(root, source)))) rmSync(path);
      }
    }
  };
  for (const name of ['src', 'bench', 'tools']) {
    const folder = join(root, 'dist', name);
    if (existsSync(folder)) visit(folder);
  }
}

export function ensureBuilt(root = ROOT) {
  const stampFile = join(root, 'dist', '.sluice-build');
  const stamp = fingerprint(root, SOURCES);
  if (readText(stampFile) === stamp) return false;
  say('compiling');
  const started = performance.now();
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const done = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.json'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (done.error !== undefined || done.status !== 0) throw new SetupFault('the sources do not compile; the faults stand above.');
  prune(root);
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
  say(`compiled in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return true;
}

/** Everything a run needs. */
export function prepare(root = ROOT) {
  const fault = nodeFault(process.versions.node);
  if (fault !== undefined) throw new SetupFault(fault);
  ensureInstalled(root);
  ensureBuilt(root);
}

/** Runs a step of the bootstrap; a SetupFault becomes its text and exit code 1, anything else is our bug and keeps its stack. */
export async function guarded(step) {
  try {
    await step();
  } catch (thrown) {
    if (!(thrown instanceof SetupFault)) throw thrown;
    say(thrown.message);
    process.exit(1);
  }
}

/** Hands the process over to a compiled entry, which finds its own flags in `process.argv` as if it had been started itself. */
export async function handOver(entry, args) {
  const path = join(ROOT, 'dist', ...entry.split('/'));
  if (!existsSync(path)) throw new SetupFault(`${relative(ROOT, path).split(sep).join('/')} does not exist; is its source in the tree?`);
  process.argv = [process.execPath, path, ...args];
  await import(pathToFileURL(path).href);
}

export function isMain(url) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);
}

if (isMain(import.meta.url)) await guarded(() => prepare());
