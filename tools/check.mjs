/**
 * `npm run check`: every check that is not the test suite. Each runs whatever the others say, and the last line on
 * stdout counts them. `--no-types` leaves out the type check for a caller that has just had it from `npm test`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, guarded, prepare, say } from './build.mjs';

const CHECKS = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.test.json', '--noEmit', '--incremental', '--tsBuildInfoFile', 'dist/.tsbuildinfo.test'] },
  { name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '.'] },
  { name: 'pages fresh', args: ['tools/docs.mjs', '--check'] },
];

await guarded(() => {
  prepare();
  const chosen = CHECKS.filter((check) => check.name !== 'types' || !process.argv.includes('--no-types'));
  let failed = 0;
  for (const check of chosen) {
    const started = performance.now();
    const [script, ...rest] = check.args;
    const done = spawnSync(process.execPath, [join(ROOT, script), ...rest], { cwd: ROOT, stdio: ['ignore', 2, 2] });
    const ok = done.status === 0;
    if (!ok) failed += 1;
    say(`check ${check.name}: ${ok ? 'ok' : 'FAILED'} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  }
  process.stdout.write(`checks: ${chosen.length - failed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
});
