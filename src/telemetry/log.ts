/**
 * The log of the process on pino: JSON lines, or readable ones on a terminal. The only importer of pino and
 * pino-pretty. Lines are written at once and by this thread (no worker transport): they are rare, and the last ones
 * before a crash are those that matter.
 */
import { pino, type DestinationStream } from 'pino';
import { prettyFactory } from 'pino-pretty';
import type { Clock } from '../base/clock.js';
import { createLogOver, type Log, type LogLevel } from '../base/log.js';

/** Triton's names: `default` prints milliseconds since the epoch, `ISO8601` a date. */
export type LogFormat = 'default' | 'ISO8601';

export interface LogOptions {
  readonly clock: Clock;
  /** File descriptor of stdout, or a stream for tests. */
  readonly destination: number | DestinationStream;
  readonly pretty: boolean;
  readonly level: LogLevel;
  readonly format: LogFormat;
}

export interface LogControl {
  readonly log: Log;
  /** Switches one level on or off; levels are independent, as in Triton's log settings. */
  enable(level: LogLevel, on: boolean): void;
  enabled(level: LogLevel): boolean;
  setFormat(format: LogFormat): void;
  readonly format: LogFormat;
}

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

function streamOf(options: LogOptions, iso: () => boolean): DestinationStream {
  const { destination } = options;
  const raw = typeof destination === 'number' ? pino.destination({ dest: destination, sync: true }) : destination;
  if (!options.pretty) return raw;
  const colorize = typeof destination === 'number';
  const short = prettyFactory({ colorize, translateTime: 'SYS:HH:MM:ss.l' });
  const dated = prettyFactory({ colorize, translateTime: "UTC:yyyy-mm-dd'T'HH:MM:ss.l'Z'" });
  return { write: (line) => raw.write(iso() ? dated(line) : short(line)) };
}

export function createLog(options: LogOptions): LogControl {
  const { clock } = options;
  let format = options.format;
  const on = new Set<LogLevel>(LEVELS.slice(LEVELS.indexOf(options.level)));
  const timestamp = (): string => {
    const ms = clock.wallMs();
    return format === 'ISO8601' ? `,"time":"${new Date(ms).toISOString()}"` : `,"time":${Math.trunc(ms)}`;
  };
  const stream = streamOf(options, () => format === 'ISO8601');
  const logger = pino({ level: 'debug', base: null, timestamp, formatters: { level: (label) => ({ level: label }) } }, stream);
  const log = createLogOver((level, fields, msg) => {
    if (on.has(level)) logger[level](fields, msg);
  }, clock);
  return {
    log,
    enable(level, enabled) {
      if (enabled) on.add(level);
      else on.delete(level);
    },
    enabled: (level) => on.has(level),
    setFormat(next) {
      format = next;
    },
    get format() {
      return format;
    },
  };
}
