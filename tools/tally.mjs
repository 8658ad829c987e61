/**
 * `node tools/tally.mjs REPORT TEST_EXIT CHECKS_LINE` prints `N passed, N failed` for `.ci/run` from vitest's JSON report and the
 * count of the other checks, and exits 1 unless all is well. Promises never to say green where the suite did not report.
 */
import { existsSync, readFileSync } from 'node:fs';
import { isMain } from './build.mjs';

/** A file that cannot even be loaded has no failed test in it, and counts as one failure. */
export function tally(report, testExit, checks) {
  const counted = /^checks: (\d+) passed, (\d+) failed$/m.exec(checks);
  let passed = counted === null ? 0 : Number(counted[1]);
  let failed = counted === null ? 1 : Number(counted[2]);
  let suiteFailed = 0;
  if (report === undefined) suiteFailed = 1;
  else {
    passed += report.numPassedTests;
    suiteFailed += report.numFailedTests;
    for (const file of report.testResults) {
      if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')) suiteFailed += 1;
    }
    // A report without a test, or a bad exit that no test explains (types, a crashed worker), is a failure of its own.
    if (report.numPassedTests === 0 && suiteFailed === 0) suiteFailed = 1;
  }
  if (testExit !== 0 && suiteFailed === 0) suiteFailed = 1;
  failed += suiteFailed;
  return { passed, failed };
}

function readReport(path) {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined; // half a report is no report
  }
}

if (isMain(import.meta.url)) {
  const [path = '', testExit = '1', checks = ''] = process.argv.slice(2);
  const { passed, failed } = tally(readReport(path), Number(testExit), checks);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}
