/** Trace settings and the file that traces go to, under the state folder. */
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { asServingError } from '../base/error.js';
import type { Log } from '../base/log.js';
import { TraceSettings, type TraceRules } from '../telemetry/settings.js';
import { TraceWriter } from '../telemetry/trace.js';

export interface Traces {
  readonly settings: TraceSettings;
  readonly writer: TraceWriter;
  /** Resolves when every line given so far is in its file. */
  flushed(): Promise<void>;
}

export function openTraces(stateDir: string, changed: (rules: TraceRules) => void, log: Log): Traces {
  const file = join(stateDir, 'trace.jsonl');
  const settings = new TraceSettings(file, changed);
  let last = Promise.resolve();
  const append = (part: number, lines: string): void => {
    last = last
      .then(() => mkdir(stateDir, { recursive: true }))
      .then(() => appendFile(part < 0 ? file : `${file}.${part}`, lines))
      .catch((thrown: unknown) => log.error({ kind: 'trace', cause: asServingError(thrown).message }, `traces cannot be written to ${file}`));
  };
  return { settings, writer: new TraceWriter(settings, { append }), flushed: () => last };
}
