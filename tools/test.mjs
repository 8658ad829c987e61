/**
 * `npm test [-- VITEST ARGS]`: installs and builds what is stale, checks the types of sources and tests, and runs the
 * suite (all of it when no argument narrows it). Both always run, so that one fault does not hide another.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, guarded, prepare, say } from './build.mjs';

function node(script, args) {
  const done = spawnSync(process.execPath, [join(ROOT, 'node_modules', ...script.split('/')), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ORT_DISABLE_TELEMETRY: '1' },
  });
  return done.status ?? 1;
}

await guarded(() => {
  prepare();
  say('checking types');
  const types = node('typescript/bin/tsc', ['-p', 'tsconfig.test.json', '--noEmit', '--incremental', '--tsBuildInfoFile', 'dist/.tsbuildinfo.test']);
  if (types !== 0) say('the type check failed; the suite runs nevertheless');
  const suite = node('vitest/vitest.mjs', ['run', ...process.argv.slice(2)]);
  if (types !== 0) say('FAILED: type check (its faults stand above the suite)');
  process.exitCode = types === 0 ? suite : 1;
});
