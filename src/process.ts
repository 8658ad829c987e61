/** The serving process: runs the gateway until a signal or a fault, and turns either into a drained stop. */
import { systemClock } from './base/clock.js';
import { asServingError } from './base/error.js';
import type { LogLevel } from './base/log.js';
import type { StartReport } from './cli/ports.js';
import type { ServerOptions } from './config/server.js';
import { Gateway } from './server.js';
import { createLog, type LogControl } from './telemetry/log.js';

const STDOUT = 1;

/**
 * A native run cannot be called off, and its thread is never terminated. One that never returns must not keep the
 * process for ever: the signal's own action ends it, where an exit would abort.
 */
function watchStop(options: ServerOptions, log: LogControl['log']): void {
  const boundMs = options.drainGraceMs + 2 * options.drainTimeoutMs + options.hangTimeoutMs;
  const timer = setTimeout(() => {
    log.error({ boundMs }, 'a model run does not return; the process is ended with it');
    process.removeAllListeners('SIGTERM');
    process.kill(process.pid, 'SIGTERM');
  }, boundMs);
  timer.unref();
}

function openLog(options: ServerOptions): LogControl {
  const pretty = options.logFormat === 'pretty' || (options.logFormat === 'auto' && process.stdout.isTTY);
  const levels: Readonly<Record<ServerOptions['logLevel'], LogLevel>> = {
    trace: 'debug', debug: 'debug', info: 'info', warn: 'warn', error: 'error', fatal: 'error', silent: 'error',
  };
  const logs = createLog({ clock: systemClock, destination: STDOUT, pretty, level: levels[options.logLevel], format: 'ISO8601' });
  if (options.logLevel === 'silent') logs.enable('error', false);
  return logs;
}

/** @throws ServingError for whatever ended it but a signal */
export async function serve(options: ServerOptions, report: StartReport, version: string): Promise<void> {
  const logs = openLog(options);
  const { log } = logs;
  for (const note of report.notes) log.warn({}, note);
  let wake: (fault: unknown) => void = () => undefined;
  const ended = new Promise<unknown>((resolve) => (wake = resolve));
  const gateway = new Gateway({
    options,
    version,
    logs,
    access: (lines) => process.stdout.write(lines),
    onFatal: (fault) => wake(fault),
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping: requests in flight are finished first');
      wake(null);
    });
  }
  process.once('uncaughtException', (error) => wake(error));
  process.once('unhandledRejection', (error) => wake(error));
  const started = gateway.start();
  void started.then(
    ({ http, grpc, metrics, httpDriver }) => log.info({ http, grpc, metrics, httpDriver }, 'ready'),
    (thrown: unknown) => wake(thrown),
  );
  const fault = await ended;
  if (fault !== null) log.error({ cause: asServingError(fault).message, stack: fault instanceof Error ? fault.stack : undefined }, 'the server stops for a fault');
  watchStop(options, log);
  await gateway.stop();
  log.info({}, 'stopped');
  if (fault !== null) throw asServingError(fault);
}
