/**
 * Who a process is, beyond its number, which the system gives to another one later: the moment it was started, the
 * boot it belongs to, and the space its number counts in (containers have their own). Where the system does not tell
 * (no /proc) only the number remains, and a number in use counts as the same process.
 */
import { readFileSync, readlinkSync } from 'node:fs';

export interface ProcessId {
  readonly pid: number;
  /** Ticks since boot; '' where not told. */
  readonly started: string;
  readonly boot: string;
  readonly space: string;
}

export function thisProcess(): ProcessId {
  return { pid: process.pid, started: statOf(process.pid)?.started ?? '', ...world() };
}

/** @returns whether that very process still runs; one of another boot, machine or container cannot be seen and counts as gone */
export function isRunning(id: ProcessId): boolean {
  const here = world();
  if (id.boot !== here.boot || id.space !== here.space) return false;
  const stat = statOf(id.pid);
  if (stat !== null) return stat.started === id.started && !stat.dead;
  if (here.boot !== '') return false;
  try {
    process.kill(id.pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}

function world(): { readonly boot: string; readonly space: string } {
  return { boot: attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()), space: attempt(() => readlinkSync('/proc/self/ns/pid')) };
}

/** The name in brackets may hold anything, blanks and brackets too, so fields are counted from the last bracket on. */
function statOf(pid: number): { readonly started: string; readonly dead: boolean } | null {
  const text = attempt(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const started = fields[19];
  // A killed process that nobody has waited for yet is a zombie: it runs no more.
  return text === '' || started === undefined ? null : { started, dead: fields[0] === 'Z' || fields[0] === 'X' };
}

function attempt(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
