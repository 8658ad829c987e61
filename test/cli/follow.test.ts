/** Watching a rollout on a terminal, in a pipe and as JSON, against answers that a test lays out one by one. */
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { sightOf } from '../../src/cli/follow.js';
import type { CliPorts } from '../../src/cli/ports.js';
import { emptyDocument } from '../../src/rollout/document.js';
import { abort, promote, start, type Moment } from '../../src/rollout/machine.js';
import type { RolloutView } from '../../src/rollout/view.js';
import { runCommand, type Ran } from '../support/cli.js';
import { arm, documentAfter, NOON_MS, viewAfter } from '../support/rollouts.js';
import { planOf } from '../support/plan.js';

const PLAN = { steps: [{ weight: 5 }, { weight: 25 }] };
const ANN: Moment = { atMs: NOON_MS + 190_000, who: 'ann' };
const evidence = { segments: [{ stage: 0, share: 0.5, canary: arm(420, 1), baseline: arm(400, 1) }] };
const step1 = viewAfter(documentAfter(PLAN, 1), { evidence });
const step2 = viewAfter(documentAfter(PLAN, 2), { evidence });
const promoted = viewAfter(promote(documentAfter(PLAN, 2), ANN, 'seen enough'), { evidence });
const aborted = viewAfter(abort(documentAfter(PLAN, 1), ANN, 'worse in errors'), { evidence });

type Scripted = RolloutView | 'away' | { readonly status: number; readonly error: string };

interface Asked {
  readonly script: readonly Scripted[];
  readonly isTerminal?: boolean;
  /** Rounds after which Ctrl-C is pressed. */
  readonly interruptAfter?: number;
  readonly index?: readonly object[];
}

/** Each look at the server takes the next of the script, and a second passes in between; the last one stays. */
async function command(argv: readonly string[], { script, isTerminal = false, interruptAfter = Infinity, index = [] }: Asked): Promise<Ran & { readonly looks: number }> {
  const clock = new ManualClock((NOON_MS + 200_000) * 1000);
  const interruption = new AbortController();
  let looks = 0;
  const ports: Partial<CliPorts> = {
    clock,
    env: { LANG: 'C.UTF-8', NO_COLOR: '1' },
    screen: { isTerminal, size: () => ({ columns: 80, rows: 40 }), utcOffsetMinutes: 0 },
    interruption: () => interruption.signal,
    wait: async (delayMs) => {
      clock.advanceUs(delayMs * 1000);
      if (looks >= interruptAfter) interruption.abort();
    },
    fetch: async (url) => {
      if (String(url).endsWith('/v2/repository/index')) return Response.json(index);
      const next = script[Math.min(looks++, script.length - 1)]!;
      if (next === 'away') throw Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }) });
      return 'status' in next ? Response.json({ error: next.error }, { status: next.status }) : Response.json(next);
    },
  };
  const ran = await runCommand(argv, ports);
  return { ...ran, looks };
}

const watch = (asked: Asked, ...flags: string[]) => command(['rollout', 'watch', 'digits', ...flags], asked);

describe('watch in a pipe', () => {
  it('prints a line per change and ends with 0 when the candidate is promoted', async () => {
    const { code, out, err } = await watch({ script: [step1, step1, step1, step2, step2, promoted] });
    expect(out.split('\n')).toEqual([
      'digits  1 → 2  step 1 of 2 (5 %)  for 2 min 20 s  23 h 56 min left',
      '12:01:00  pending → step 1 (5 %)  sluice: the candidate is loaded and passed its gates',
      '12:02:00  step 1 (5 %) → step 2 (25 %)  sluice: no sign of harm in 5000 canary units at this share',
      '12:03:10  step 2 (25 %) → promoted  ann: seen enough',
      'promoted: version 2 of digits is stable',
      '',
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('misses no change between two looks, and ends with 1 when the candidate is aborted', async () => {
    const pending = viewAfter(documentAfter(PLAN, 0));
    const { code, out, err } = await watch({ script: [pending, aborted] });
    expect(out.split('\n').slice(1, 4)).toEqual([
      '12:00:00  none → pending  sluice: version 2 appeared in the repository',
      '12:01:00  pending → step 1 (5 %)  sluice: the candidate is loaded and passed its gates',
      '12:03:10  step 1 (5 %) → aborted  ann: worse in errors',
    ]);
    expect([code, err]).toEqual([1, 'aborted: worse in errors\nversion 1 of digits answers\n']);
  });

  it('says when the judgement becomes another', async () => {
    const wrong = viewAfter(documentAfter(PLAN, 1), { evidence: { segments: [{ stage: 0, share: 0.5, canary: arm(900), baseline: arm(300) }] } });
    const { out } = await watch({ script: [step1, wrong, promoted] });
    expect(out).toContain('12:03:21  the canary has 75 % of the units where 50 % were planned: the split is at fault, and no comparison on it means anything\n');
  });

  it('tells of a server that goes away once, and goes on when it is back', async () => {
    const { code, err, looks } = await watch({ script: [step1, 'away', 'away', { status: 503, error: 'draining' }, step2, 'away', promoted] });
    expect([code, looks]).toEqual([0, 7]);
    expect(err.split('\n').filter((line) => line.includes('nothing listens there'))).toHaveLength(2);
    expect(err).toContain('sluice: draining (trying again)\n');
  });

  it('gives up on a server that stays away', async () => {
    const { code, err, looks } = await watch({ script: [step1, 'away'] });
    expect([code, looks]).toEqual([1, 62]);
    expect(err.trimEnd().split('\n').at(-1)).toBe('sluice: cannot reach a server at http://localhost:8000: nothing listens there; start one with `sluice serve`, or name another with --server URL or SLUICE_SERVER (tried for 1 min; the rollout is kept by the server and goes on when it is back)');
  });

  it('ends at its limit, at a refusal, and where there is nothing to watch', async () => {
    expect(await watch({ script: [step1] }, '--timeout', '5')).toMatchObject({ code: 1, looks: 6, err: 'sluice: it is not over after 5 s; the rollout goes on without being watched\n' });
    expect(await watch({ script: [{ status: 404, error: 'no such model' }] })).toMatchObject({ code: 1, looks: 1, err: 'sluice: no such model\n' });
    expect(await watch({ script: [viewAfter({ ...emptyDocument('digits'), stable: 1 })] })).toMatchObject({ code: 1, err: "sluice: model 'digits' has had no rollout; `sluice rollout start digits VERSION` begins one\n" });
  });

  it('follows its rollout also when another has taken its place', async () => {
    const next = start(abort(documentAfter(PLAN, 1), ANN, 'worse in errors'), { id: '3-x', candidate: 3, fingerprint: 'g', plan: planOf(PLAN), why: '' }, ANN);
    const { code, err } = await watch({ script: [step1, viewAfter(next)] });
    expect([code, err]).toEqual([1, 'aborted: worse in errors\nversion 1 of digits answers\n']);
    expect(sightOf(viewAfter(next), { rollout: 'gone', candidate: null })).toEqual({ kind: 'forgotten' });
  });

  it('leaves with 130 on Ctrl-C', async () => {
    expect(await watch({ script: [step1], interruptAfter: 3 })).toMatchObject({ code: 130, looks: 3, err: 'sluice: watching is over; the rollout goes on\n' });
  });

  it('prints views as JSON lines, one per change', async () => {
    const { out, code } = await watch({ script: [step1, step1, step2, promoted] }, '--json');
    const lines = out.trimEnd().split('\n').map((line) => JSON.parse(line) as RolloutView);
    expect(lines.map(({ rollout }) => rollout?.phaseText)).toEqual(['step 1 of 2 (5 %)', 'step 2 of 2 (25 %)', 'promoted']);
    expect(code).toBe(0);
  });
});

describe('watch on a terminal', () => {
  const shown = (text: string): string => text.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '');

  it('draws every second in place, and gives the cursor back at the end', async () => {
    const { code, out } = await watch({ script: [step1, step1, promoted], isTerminal: true });
    const frames = out.split('\r\u001b[');
    expect(frames).toHaveLength(3);
    expect(out.startsWith('\u001b[?25ldigits  1 → 2  step 1 of 2 (5 %)  for 2 min 20 s')).toBe(true);
    expect(shown(frames[1]!)).toContain('digits  1 → 2  step 1 of 2 (5 %)  for 2 min 21 s');
    expect(out.endsWith('\u001b[?25hpromoted: version 2 of digits is stable\n')).toBe(true);
    expect(code).toBe(0);
  });

  it('shows trouble below the last that was seen, and takes it away again', async () => {
    const { out } = await watch({ script: [step1, 'away', step2, promoted], isTerminal: true });
    const frames = out.split('\r\u001b[').map(shown);
    const away = frames.find((frame) => frame.includes('nothing listens'))!;
    expect(away).toContain('step 1 of 2 (5 %)');
    expect(frames.at(-2)).not.toContain('nothing listens');
  });

  it.each([[{ script: [step1], interruptAfter: 2 }, 130], [{ script: [step1, { status: 404, error: 'gone' }] }, 1]] as const)('gives the cursor back however it ends', async (asked, code) => {
    const ran = await watch({ ...asked, isTerminal: true });
    expect(ran.code).toBe(code);
    expect(ran.out.match(/\u001b\[\?25l/g)).toHaveLength(1);
    expect(ran.out.endsWith('\u001b[?25h')).toBe(true);
  });
});

describe('start --watch', () => {
  it('follows the rollout that it began, whatever follows that', async () => {
    const { code, err } = await command(['rollout', 'start', 'digits', '2', '--watch'], { script: [step1, step1, aborted] });
    expect(code).toBe(1);
    expect(err).toContain('aborted: worse in errors');
  });
});
