/** Facts of the machine and of the build, written into every result: a number without them is worth nothing. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';

const ROOT = new URL('../../', import.meta.url);

const NATIVE_PACKAGES = ['onnxruntime-node', 'uws-current', 'uws-older', '@grpc/grpc-js', 'protobufjs', 'autocannon'] as const;

export interface MachineFacts {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly kernel: string;
  readonly node: string;
  readonly v8: string;
  readonly packages: Readonly<Record<string, string>>;
  /** Commit of the working tree, with `+` when files differ from it; `unknown` outside a checkout. */
  readonly commit: string;
  /** One minute load average before the run: says whether the machine was idle. */
  readonly loadBefore: number;
}

export function machineFacts(): MachineFacts {
  const packages: Record<string, string> = {};
  for (const name of NATIVE_PACKAGES) packages[name] = packageVersion(name);
  return {
    cpu: os.cpus()[0]?.model.trim() ?? 'unknown',
    cores: os.availableParallelism(),
    memoryBytes: os.totalmem(),
    kernel: `${os.type()} ${os.release()} ${os.arch()}`,
    node: process.version,
    v8: process.versions.v8,
    packages,
    commit: commitText(),
    loadBefore: os.loadavg()[0] ?? 0,
  };
}

function packageVersion(name: string): string {
  try {
    const text = readFileSync(new URL(`node_modules/${name}/package.json`, ROOT), 'utf8');
    const { version } = JSON.parse(text) as { version?: unknown };
    return typeof version === 'string' ? version : 'unknown';
  } catch {
    return 'absent';
  }
}

function commitText(): string {
  try {
    const git = (...args: string[]): string =>
      execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return git('rev-parse', '--short=12', 'HEAD') + (git('status', '--porcelain', '--untracked-files=no') === '' ? '' : '+');
  } catch {
    return 'unknown';
  }
}
