/** What the kernel counts for a process: resident memory and CPU time. Linux only; elsewhere both are NaN. */
import { readFileSync } from 'node:fs';

/** Kernel ticks a second; 100 on every Linux that Node.js runs on. */
const TICKS_PER_SECOND = 100;

export function residentBytes(pid: number): number {
  return residentOf(readProc(pid, 'status'));
}

export function cpuSeconds(pid: number): number {
  return cpuSecondsOf(readProc(pid, 'stat'));
}

export function residentOf(status: string): number {
  const match = /^VmRSS:\s+(\d+) kB$/m.exec(status);
  return match === null ? NaN : Number(match[1]) * 1024;
}

/** User and system time; the command in parentheses may itself hold spaces and parentheses, so count from the last. */
export function cpuSecondsOf(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? NaN) + Number(fields[12] ?? NaN)) / TICKS_PER_SECOND;
}

function readProc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
