/**
 * Runs a helper program to its end and returns how it ended as a value. Bounded in time and in output. The timer is
 * a true effect of the operating system's side (`execFile` kills the child), not of our own clock.
 */
import { execFile } from 'node:child_process';

export type ToolOutcome =
  | { readonly end: 'exit'; readonly code: number; readonly stdout: string; readonly stderr: string }
  | { readonly end: 'signal'; readonly signal: string; readonly stdout: string; readonly stderr: string }
  | { readonly end: 'timeout'; readonly timeoutMs: number; readonly stdout: string; readonly stderr: string }
  | { readonly end: 'missing'; readonly file: string; readonly cause: string };

export interface ToolCall {
  readonly file: string;
  readonly args: readonly string[];
  readonly timeoutMs: number;
  readonly env?: Readonly<Record<string, string>>;
}

export type RunTool = (call: ToolCall) => Promise<ToolOutcome>;

const OUTPUT_BYTES_MAX = 1 << 20;

export const runTool: RunTool = (call) =>
  new Promise((resolve) => {
    const options = { timeout: call.timeoutMs, killSignal: 'SIGKILL', maxBuffer: OUTPUT_BYTES_MAX, env: { ...process.env, ...call.env } } as const;
    const child = execFile(call.file, call.args, options, (fault, stdout, stderr) => {
      if (fault === null) resolve({ end: 'exit', code: 0, stdout, stderr });
      else if (child.pid === undefined) resolve({ end: 'missing', file: call.file, cause: fault.message });
      else if (fault.killed === true) resolve({ end: 'timeout', timeoutMs: call.timeoutMs, stdout, stderr });
      else if (typeof fault.signal === 'string') resolve({ end: 'signal', signal: fault.signal, stdout, stderr });
      else resolve({ end: 'exit', code: typeof fault.code === 'number' ? fault.code : 1, stdout, stderr });
    });
  });
