#!/usr/bin/env node
/**
 * Start of the process: hands the commands what they touch of the world, and sets the exit code. The gateway and the
 * reader of model files are loaded when they are asked for: a client command must not wait for native code.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { cpus, userInfo } from 'node:os';
import { systemClock } from './base/clock.js';
import { EXIT } from './cli/ports.js';
import { runCli } from './cli/program.js';
import type { ModelSummary } from './config/summary.js';

// GPUs are numbered as nvidia-smi numbers them; CUDA reads this when it is loaded.
process.env['CUDA_DEVICE_ORDER'] ??= 'PCI_BUS_ID';

function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

async function summarise(path: string): Promise<ModelSummary> {
  const { AnalysisPool } = await import('./analysis/pool.js');
  const pool = new AnalysisPool();
  try {
    return await pool.inspect(path);
  } finally {
    await pool.close();
  }
}

/** A process in a container may run under a number that has no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env['USER'] ?? '';
  }
}

function wait(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, delayMs);
    signal.addEventListener('abort', done);
  });
}

const interruption = new AbortController();

function listen(): AbortSignal {
  if (process.listenerCount('SIGINT') === 0) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interruption.abort());
    // `watch | head` closes the pipe; what is left to say has no reader.
    process.stdout.on('error', () => interruption.abort());
  }
  return interruption.signal;
}

const version = packageVersion();
const code = await runCli({
  argv: process.argv.slice(2),
  env: process.env,
  version,
  cores: cpus().length,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  read: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : null),
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : null),
  screen: {
    isTerminal: process.stdout.isTTY === true,
    size: () => ({ columns: process.stdout.columns ?? 80, rows: process.stdout.rows ?? 24 }),
    utcOffsetMinutes: -new Date().getTimezoneOffset(),
  },
  user: userName(),
  clock: systemClock,
  fetch: (...asked) => fetch(...asked),
  wait,
  interruption: listen,
  serve: async (options, report) => (await import('./process.js')).serve(options, report, version),
  summarise,
});
// Everything is closed by now; setting the code lets streams flush, where exiting would cut them off.
process.exitCode = code === EXIT.done ? 0 : code;
