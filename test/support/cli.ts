/** The commands as a test runs them: what they print is kept, and they touch what the test hands them. */
import { systemClock } from '../../src/base/clock.js';
import type { CliPorts } from '../../src/cli/ports.js';
import { runCli } from '../../src/cli/program.js';
import type { ServerOptions } from '../../src/config/server.js';

export interface Ran {
  code: number;
  out: string;
  err: string;
  served: ServerOptions[];
  notes: string[];
}

export async function runCommand(argv: readonly string[], more: Partial<CliPorts> = {}): Promise<Ran> {
  const ran: Ran = { code: -1, out: '', err: '', served: [], notes: [] };
  ran.code = await runCli({
    argv, env: {}, version: '1.2.3', cores: 2,
    out: (text) => void (ran.out += text),
    err: (text) => void (ran.err += text),
    read: () => null,
    list: () => null,
    screen: { isTerminal: false, size: () => ({ columns: 100, rows: 40 }), utcOffsetMinutes: 0 },
    user: 'ann',
    clock: systemClock,
    fetch: (...asked) => fetch(...asked),
    wait: () => new Promise((resolve) => setImmediate(resolve)),
    interruption: () => new AbortController().signal,
    serve: async (options, report) => {
      ran.served.push(options);
      ran.notes.push(...report.notes);
    },
    summarise: null,
    ...more,
  });
  return ran;
}
