import { describe, expect, it } from 'vitest';
import { runTool } from '../../src/device/tool.js';

const node = (script: string, timeoutMs = 20_000) => runTool({ file: process.execPath, args: ['-e', script], timeoutMs, env: { PROBE_WORD: 'word' } });

describe('a helper program', () => {
  it('ends with its code and its words', async () => {
    expect(await node('process.stdout.write(process.env.PROBE_WORD); process.stderr.write("e"); process.exitCode = 3')).toEqual({ end: 'exit', code: 3, stdout: 'word', stderr: 'e' });
    expect(await node('process.stdout.write("ok")')).toMatchObject({ end: 'exit', code: 0, stdout: 'ok' });
  });
  it('dies of a signal', async () => {
    expect(await node('process.kill(process.pid, "SIGABRT")')).toMatchObject({ end: 'signal', signal: 'SIGABRT' });
  });
  it('is ended when its time is up', async () => {
    expect(await node('setInterval(() => {}, 1000)', 300)).toMatchObject({ end: 'timeout', timeoutMs: 300 });
  });
  it('may be missing', async () => {
    expect(await runTool({ file: 'no-such-tool-here', args: [], timeoutMs: 1000 })).toMatchObject({ end: 'missing', file: 'no-such-tool-here' });
  });
});
