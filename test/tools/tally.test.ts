import { describe, expect, it } from 'vitest';
import { tally } from '../../tools/tally.mjs';

const good = 'checks: 2 passed, 0 failed';
const report = (passed: number, failed: number, files: { status: string; assertionResults: { status: string }[] }[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults: files,
});

describe('the last line of the checks', () => {
  it('adds tests and checks', () => {
    expect(tally(report(10, 0), 0, good)).toEqual({ passed: 12, failed: 0 });
    expect(tally(report(9, 1, [{ status: 'failed', assertionResults: [{ status: 'failed' }] }]), 1, 'checks: 1 passed, 1 failed')).toEqual({ passed: 10, failed: 2 });
  });
  it('counts a file that cannot be loaded', () => {
    expect(tally(report(10, 0, [{ status: 'failed', assertionResults: [] }]), 1, good)).toEqual({ passed: 12, failed: 1 });
  });
  it('is never green without a report, without a test, without checks, or after a bad exit', () => {
    expect(tally(undefined, 0, good).failed).toBe(1);
    expect(tally(report(0, 0), 0, good).failed).toBe(1);
    expect(tally(report(10, 0), 0, '').failed).toBe(1);
    expect(tally(report(10, 0), 1, good).failed).toBe(1);
  });
});
