/**
 * The gateway under test, as a user starts it: a child process with free ports, ready when its log says so, stopped by
 * SIGTERM to its pid, and expected to leave with exit code 0. Its log is kept in a short tail for the fault text.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { builtFile } from './child.js';
import { BenchFault } from './fault.js';

const READY_MS_MAX = 60_000;
const LEAVE_MS_MAX = 30_000;
const TAIL_LINES = 20;

export interface GatewayOptions {
  readonly repository: string;
  readonly stateDir: string;
  /** Passed on behind our own flags, so that they win. */
  readonly flags: readonly string[];
}

export interface GatewayPorts {
  readonly http: number;
  readonly grpc: number;
  readonly metrics: number;
}

export class Gateway {
  private constructor(
    private readonly child: ChildProcess,
    readonly ports: GatewayPorts,
    private readonly tail: readonly string[],
  ) {}

  static async start(options: GatewayOptions): Promise<Gateway> {
    const child = spawn(process.execPath, [builtFile('../src/main.js').pathname, ...gatewayArguments(options)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const onParentExit = (): void => void child.kill('SIGTERM');
    process.once('exit', onParentExit);
    child.once('exit', () => process.off('exit', onParentExit));
    const tail: string[] = [];
    try {
      return new Gateway(child, await readyPorts(child, tail), tail);
    } catch (fault) {
      child.kill('SIGTERM');
      throw fault;
    }
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.ports.http}`;
  }

  /** Rejects when the gateway does not leave cleanly: a benchmark that ends in a crash has measured nothing. */
  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const left = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      const timer = setTimeout(() => this.child.kill('SIGKILL'), LEAVE_MS_MAX);
      await left;
      clearTimeout(timer);
    }
    if (this.child.exitCode === 0) return;
    const how = this.child.signalCode ?? `code ${String(this.child.exitCode)}`;
    throw new BenchFault(`the gateway ended with ${how}; its last words:\n${this.tail.join('\n')}`);
  }
}

export function gatewayArguments(options: GatewayOptions): string[] {
  return [
    'serve',
    ...['--host', '127.0.0.1'],
    ...['--http-port', '0', '--grpc-port', '0', '--metrics-port', '0'],
    ...['--model-repository', options.repository],
    ...['--model-control-mode', 'poll', '--repository-poll-secs', '0.25'],
    ...['--state-dir', options.stateDir],
    ...['--device', 'cpu'],
    ...options.flags,
  ];
}

/** Ports of a `ready` line, or null for any other line. Addresses may be a number, `host:port` or a URL. */
export function readyLine(line: string): GatewayPorts | null {
  if (!line.startsWith('{')) return null;
  let fields: Record<string, unknown>;
  try {
    fields = JSON.parse(line) as Record<string, unknown>;
  } catch {
    return null;
  }
  if (fields['msg'] !== 'ready') return null;
  return { http: portOf(fields['http']), grpc: portOf(fields['grpc']), metrics: portOf(fields['metrics']) };
}

function portOf(address: unknown): number {
  const match = /(\d+)\/?$/.exec(String(address ?? ''));
  return match === null ? 0 : Number(match[1]);
}

function readyPorts(child: ChildProcess, tail: string[]): Promise<GatewayPorts> {
  return new Promise((resolve, reject) => {
    const fail = (what: string): void => reject(new BenchFault(`the gateway ${what}; its last words:\n${tail.join('\n')}`));
    const timer = setTimeout(() => fail(`was not ready within ${READY_MS_MAX / 1000} s`), READY_MS_MAX);
    const ended = (code: number | null): void => {
      clearTimeout(timer);
      fail(`ended with code ${String(code)} before it was ready`);
    };
    child.once('exit', ended);
    const look = (line: string): void => {
      tail.push(line);
      if (tail.length > TAIL_LINES) tail.shift();
      const ports = readyLine(line);
      if (ports === null) return;
      clearTimeout(timer);
      child.off('exit', ended);
      resolve(ports);
    };
    for (const stream of [child.stdout, child.stderr] as (Readable | null)[]) {
      if (stream !== null) createInterface({ input: stream }).on('line', look);
    }
  });
}
