/** `sluice rollout replay`, of a file and of a server. */
import { describe, expect, it } from 'vitest';
import { runCommand, type Ran } from '../../support/cli.js';
import { documentAfter, viewAfter } from '../../support/rollouts.js';
import { arm, segment } from '../../judge/cases.js';

const START_MS = Date.UTC(2026, 2, 14, 12);
const line = (second: number, phase: string, failures: number): string =>
  JSON.stringify({ atMs: START_MS + second * 1000, phase, evidence: { segments: [segment(0.5, arm(1000 + second, failures), arm(1000 + second, 10))], guards: { crashes: 0 } } });
const LINES = [line(0, 'step 1 of 2 (5 %)', 10), line(60, 'step 1 of 2 (5 %)', 28), line(120, 'step 2 of 2 (50 %)', 33), line(180, 'step 2 of 2 (50 %)', 60)];
const FILES: Readonly<Record<string, string>> = {
  'digits.jsonl': `${LINES.join('\n')}\n`,
  'torn.jsonl': `${LINES[0]!}\n${LINES[1]!.slice(0, 50)}\n${LINES[2]!}\n`,
  'empty.jsonl': '\n',
};

function run(argv: readonly string[], answers: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return runCommand(['rollout', 'replay', ...argv], {
    read: (path) => FILES[path] ?? null,
    fetch: (url) => {
      const body = answers[new URL(url).pathname];
      return Promise.resolve(body === undefined ? new Response('{"error":"nothing is recorded"}', { status: 404 }) : new Response(body));
    },
  });
}

describe('sluice rollout replay', () => {
  it('says when a recording would have been decided', async () => {
    const { code, out, err } = await run(['digits.jsonl']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('digits.jsonl: 4 lines over 3 min');
    expect(out).toMatch(/^as it was +aborted +3 min +step 2 of 2 \(50 %\) +1,180 +never$/m);
    expect(out).toMatch(/^3 min +worse +step 2 of 2/m);
  });

  it('is sooner or later with other settings, and says which', async () => {
    const { out } = await run(['digits.jsonl', '--alpha-abort', '30%', '--without', 'latency']);
    expect(out).toMatch(/^with changes +aborted +60 s /m);
    expect(out).toContain('changes: alphaAbort 0.3; without latency');
    const strict = await run(['digits.jsonl', '--alpha-abort', '0.000000001%', '--margin', 'errors=2', '--min-samples', '5', '--alpha-promote', '1%', '--json']);
    expect(JSON.parse(strict.out)).toMatchObject({ asItWas: { decision: 'aborted' }, otherwise: { decision: 'held', at: { line: 4 } } });
  });

  it('names broken lines by number and goes on without them', async () => {
    const { code, out, err } = await run(['torn.jsonl']);
    expect(code).toBe(0);
    expect(err).toContain('torn.jsonl, line 2: is no JSON');
    expect(out).toContain('torn.jsonl: 2 lines over 2 min');
    expect(out).toContain('; 1 left out');
  });

  it('reads what a server has recorded, with the plan and the course of the rollout', async () => {
    const view = viewAfter(documentAfter({ steps: [{ weight: 5 }, { weight: 50 }], analysis: { alphaAbort: 1e-30 } }, 2));
    const { code, out } = await run(['--model', 'digits', '--server', 'http://host:1'], { '/v2/models/digits/rollout/recording': FILES['digits.jsonl']!, '/v2/models/digits/rollout': JSON.stringify(view) });
    expect(code).toBe(0);
    expect(out).toMatch(/^as it was +held +until the end/m);
    expect(out).toContain('step 2 of 2 (50 %)');
    expect(out).toContain('version 2 appeared in the repository');
  });

  it.each<[string[], number, string]>([
    [[], 2, 'name a file or --model'],
    [['digits.jsonl', '--model', 'digits'], 2, 'name a file or --model'],
    [['nowhere.jsonl'], 1, 'nowhere.jsonl: there is no such file'],
    [['empty.jsonl'], 1, 'no line that can be judged'],
    [['--model', 'digits', '--server', 'http://host:1'], 1, 'nothing is recorded'],
    [['digits.jsonl', '--without', 'speed'], 2, "the plan has no metric 'speed'; it has errors, latency"],
    [['digits.jsonl', '--without', 'errors', '--without', 'latency'], 2, 'nothing could abort'],
    [['digits.jsonl', '--margin', 'errors'], 2, 'It is a metric and its margin'],
    [['digits.jsonl', '--margin', 'errors=0.5'], 2, 'it is a ratio above 1'],
  ])('refuses %j', async (argv, code, wanted) => {
    const ran = await run(argv);
    expect([ran.code, ran.out]).toEqual([code, '']);
    expect(ran.err).toContain(wanted);
  });
});
