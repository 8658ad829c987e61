/**
 * Port for log lines. A line is a message in fixed words and fields that vary, so that lines of one kind can be found
 * and folded. No line is written on the path of a request; a fault seen there is counted, and logged with a `kind`.
 */
import type { Clock } from './clock.js';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** `kind` marks lines that may come in floods: of one kind and message, at most one per second is written. */
export type LogFields = Readonly<Record<string, unknown>> & { readonly kind?: string };

export interface Log {
  debug(fields: LogFields, msg: string): void;
  info(fields: LogFields, msg: string): void;
  warn(fields: LogFields, msg: string): void;
  error(fields: LogFields, msg: string): void;
  /** A log whose lines carry these fields too. */
  child(fields: LogFields): Log;
}

export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silentLog,
};

export const FOLD_US = 1_000_000;

/** Kinds remembered at once; past it a kind seen for the first time is written without being folded. */
export const FOLD_KINDS_MAX = 256;

interface Folded {
  writtenUs: number;
  repeated: number;
}

/** Decides which repeated lines are written. */
export class RepeatFold {
  private readonly seen = new Map<string, Folded>();

  constructor(private readonly clock: Clock) {}

  /** @returns how many lines like this were held back since the last written one, or -1: hold this one back too */
  admit(key: string): number {
    const now = this.clock.nowUs();
    const entry = this.seen.get(key);
    if (entry === undefined) {
      if (this.seen.size >= FOLD_KINDS_MAX) this.forget(now);
      if (this.seen.size < FOLD_KINDS_MAX) this.seen.set(key, { writtenUs: now, repeated: 0 });
      return 0;
    }
    if (now - entry.writtenUs < FOLD_US) {
      entry.repeated += 1;
      return -1;
    }
    const repeated = entry.repeated;
    entry.writtenUs = now;
    entry.repeated = 0;
    return repeated;
  }

  private forget(now: number): void {
    for (const [key, entry] of this.seen) {
      if (now - entry.writtenUs >= FOLD_US && entry.repeated === 0) this.seen.delete(key);
    }
  }
}

export type LogWrite = (level: LogLevel, fields: LogFields, msg: string) => void;

/** A log over one writing function; holds binding of fields and folding for every implementation. */
export function createLogOver(write: LogWrite, clock: Clock): Log {
  return bound(write, new RepeatFold(clock), {});
}

function bound(write: LogWrite, fold: RepeatFold, base: LogFields): Log {
  const line = (level: LogLevel) => (fields: LogFields, msg: string): void => {
    const all: LogFields = { ...base, ...fields };
    if (all.kind === undefined) {
      write(level, all, msg);
      return;
    }
    const repeated = fold.admit(`${all.kind} ${msg}`);
    if (repeated >= 0) write(level, repeated > 0 ? { ...all, repeated } : all, msg);
  };
  return {
    debug: line('debug'),
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    child: (fields) => bound(write, fold, { ...base, ...fields }),
  };
}
