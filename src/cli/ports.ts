/** All that the commands touch of the world, handed in by whoever starts the process. */
import type { OptionSources } from '../config/load.js';
import type { ServerOptions } from '../config/server.js';
import type { ModelSummary } from '../config/summary.js';

export interface StartReport {
  readonly sources: OptionSources;
  /** Things said that have no effect, one line each, to be logged. */
  readonly notes: readonly string[];
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
  /** Runs the server until it has stopped. */
  readonly serve: (options: ServerOptions, report: StartReport) => Promise<void>;
  /** Reads a model file; null where the build cannot. */
  readonly summarise: ((path: string) => Promise<ModelSummary>) | null;
}

export const EXIT = { done: 0, fault: 1, options: 2 } as const;
