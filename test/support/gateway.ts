/**
 * The real gateway as its users have it: a process of the built program on free ports, with its log in reach, or the
 * same inside the test's process where the scripted engine is wanted. Both end with the test that started them.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { later } from './later.js';
import { systemClock } from '../../src/base/clock.js';
import { scanFlags } from '../../src/config/flags.js';
import { loadServerOptions } from '../../src/config/load.js';
import type { ServerOptions } from '../../src/config/server.js';
import { Gateway } from '../../src/server.js';
import { createLog } from '../../src/telemetry/log.js';
import { projectRoot } from './folder.js';
import { HttpClient, readMetrics, type Metrics } from './rest.js';
import { GrpcClient } from './rpc.js';
import { until } from './until.js';

type Fields = Readonly<Record<string, unknown>>;

export interface Ports {
  readonly http: number;
  readonly grpc: number;
  readonly metrics: number;
}

const COMMON = ['--host', '127.0.0.1', '--http-port', '0', '--grpc-port', '0', '--metrics-port', '0', '--device', 'cpu', '--front-ends', '1', '--repository-poll-secs', '0.1'];

function portsOf(fields: Fields): Ports {
  const port = (name: string): number => Number(/(\d+)$/.exec(String(fields[name] ?? '0'))?.[1] ?? 0);
  return { http: port('http'), grpc: port('grpc'), metrics: port('metrics') };
}

export class GatewayProcess {
  readonly log: Fields[] = [];
  readonly errors: string[] = [];
  readonly ended: Promise<number | string>;
  ports: Ports = { http: 0, grpc: 0, metrics: 0 };
  private exit: number | string | null = null;

  constructor(private readonly child: ChildProcess) {
    createInterface({ input: child.stdout! }).on('line', (line) => this.log.push(line.startsWith('{') ? (JSON.parse(line) as Fields) : { text: line }));
    createInterface({ input: child.stderr! }).on('line', (line) => this.errors.push(line));
    this.ended = new Promise((resolve) =>
      child.once('close', (code, signal) => {
        this.exit = code ?? String(signal);
        resolve(this.exit);
      }),
    );
  }

  get pid(): number {
    return this.child.pid!;
  }
  get hasEnded(): boolean {
    return this.exit !== null;
  }
  get http(): HttpClient {
    return new HttpClient(this.ports.http);
  }
  grpc(): GrpcClient {
    return new GrpcClient(this.ports.grpc);
  }
  metrics(): Promise<Metrics> {
    return readMetrics(this.ports.metrics);
  }

  said(text: string): Promise<Fields> {
    return until(`'${text}' in the log; it holds ${JSON.stringify(this.log.slice(-5))} ${this.errors.join(' ')}`, () => {
      const line = this.log.find((fields) => String(fields['msg']).includes(text));
      return line ?? (this.hasEnded ? { msg: 'ended' } : null);
    });
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** Answers the exit code. */
  async stop(): Promise<number | string> {
    if (!this.hasEnded) this.signal('SIGTERM');
    return this.ended;
  }

  /** Open descriptors, sockets included. */
  fds(): number {
    return readdirSync(`/proc/${this.pid}/fd`).length;
  }
  threads(): number {
    return readdirSync(`/proc/${this.pid}/task`).length;
  }
  residentBytes(): number {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  }
}

/** Starts the program and does not wait. */
export function spawnGateway(args: readonly string[], env: Readonly<Record<string, string>> = {}, entry = 'dist/src/main.js'): GatewayProcess {
  const child = spawn(process.execPath, [join(projectRoot, entry), ...args], { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  const gateway = new GatewayProcess(child);
  later(async () => {
    if (gateway.hasEnded) return;
    child.kill('SIGKILL');
    await gateway.ended;
  });
  return gateway;
}

/** Starts the program and waits until it is ready. */
export async function startGateway(repository: string, ...flags: readonly string[]): Promise<GatewayProcess> {
  const gateway = spawnGateway(['serve', ...COMMON, '--model-repository', repository, '--state-dir', `${repository}-state`, ...flags]);
  gateway.ports = portsOf(await gateway.said('ready'));
  return gateway;
}

/** Starts the program with the scripted engine as a process of its own, and does not wait. */
export function spawnScripted(repository: string, ...flags: readonly string[]): GatewayProcess {
  return spawnGateway([...COMMON, '--model-repository', repository, '--state-dir', `${repository}-state`, ...flags], {}, 'test/support/scripted.mjs');
}

/** @returns false when it ended before it was ready */
export async function isReady(gateway: GatewayProcess): Promise<boolean> {
  const said = await gateway.said('ready');
  gateway.ports = portsOf(said);
  return said['msg'] === 'ready';
}

function serverOptions(argv: readonly string[]): ServerOptions {
  const loaded = loadServerOptions({ flags: scanFlags(argv), env: {}, file: null }, { cores: 2 });
  if (loaded.kind === 'faults') throw new Error(JSON.stringify(loaded.faults));
  return loaded.value.options;
}

export interface InProcess {
  readonly gateway: Gateway;
  readonly ports: Ports;
  readonly http: HttpClient;
  readonly log: string[];
  grpc(): GrpcClient;
  metrics(): Promise<Metrics>;
  stop(): Promise<void>;
}

/** The whole gateway in this process, with the scripted engine. */
export async function startScripted(repository: string, ...flags: readonly string[]): Promise<InProcess> {
  const argv = [...COMMON, '--model-repository', repository, '--state-dir', `${repository}-state`, ...flags];
  const options = serverOptions(argv);
  const log: string[] = [];
  const logs = createLog({ clock: systemClock, destination: { write: (line: string) => void log.push(line) }, pretty: false, level: 'info', format: 'ISO8601' });
  const faults: unknown[] = [];
  const gateway = new Gateway({ options, version: '0', logs, access: () => undefined, onFatal: (fault) => faults.push(fault), engine: 'fake' });
  let stopped = false;
  const stop = async (): Promise<void> => {
    if (stopped) return;
    stopped = true;
    await gateway.stop();
    if (faults.length > 0) throw faults[0];
  };
  later(stop);
  const ports = portsOf((await gateway.start()) as unknown as Fields);
  return { gateway, ports, log, stop, http: new HttpClient(ports.http), grpc: () => new GrpcClient(ports.grpc), metrics: () => readMetrics(ports.metrics) };
}
