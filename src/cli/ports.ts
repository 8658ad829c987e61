/** All that the commands touch of the world, handed in by whoever starts the process. */
import type { Clock } from '../base/clock.js';
import type { OptionSources } from '../config/load.js';
import type { ServerOptions } from '../config/server.js';
import type { ModelSummary } from '../config/summary.js';

export interface StartReport {
  readonly sources: OptionSources;
  /** Things said that have no effect, one line each, to be logged. */
  readonly notes: readonly string[];
}

/** The terminal that people look at, if it is one. */
export interface Screen {
  readonly isTerminal: boolean;
  readonly size: () => { readonly columns: number; readonly rows: number };
  /** Minutes that local time is ahead of UTC. */
  readonly utcOffsetMinutes: number;
}

export interface CliPorts {
  /** Arguments behind the name of the program. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  readonly cores: number;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** The text of a file; null where there is none. May throw for what cannot be read. */
  readonly read: (path: string) => string | null;
  /** Names in a folder; null where there is none. */
  readonly list: (folder: string) => readonly string[] | null;
  /** Where `out` goes. */
  readonly screen: Screen;
  /** Login name of whoever runs the command, for the audit log of a server. */
  readonly user: string;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  /** Resolves after the delay, or as soon as the signal is raised. */
  readonly wait: (delayMs: number, signal: AbortSignal) => Promise<void>;
  /** From the first call on, Ctrl-C and the like raise the signal and do not end the process. */
  readonly interruption: () => AbortSignal;
  /** Runs the server until it has stopped. */
  readonly serve: (options: ServerOptions, report: StartReport) => Promise<void>;
  /** Reads a model file; null where the build cannot. */
  readonly summarise: ((path: string) => Promise<ModelSummary>) | null;
}

/** Interrupted is what shells make of a Ctrl-C; nothing that waits for a promotion may take it for one. */
export const EXIT = { done: 0, fault: 1, options: 2, interrupted: 130 } as const;
