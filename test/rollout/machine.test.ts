import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import { emptyDocument, isOver, type Document } from '../../src/rollout/document.js';
import { abort, forget, pause, pin, promote, reduce, resume, start, swapped, undo, unpin, type RolloutEvent, type Verdict } from '../../src/rollout/machine.js';
import { NO_WEIGHTS, weightsOf } from '../../src/rollout/traffic.js';
import { planOf } from '../support/plan.js';

const PLAN = planOf({ steps: [{ weight: 5, minSamples: 10, bake: '10s' }, { weight: 50, minSamples: 20 }], analysis: { minSamples: 100 }, maxDuration: '1h', keepLoaded: '10m' });

const verdict = (change: Partial<Verdict> = {}): Verdict => ({ kind: 'unknown', reason: 'too early', mayAdvance: true, phaseUnits: 0, units: 0, pairs: 0, ...change });
const judged = (change: Partial<Verdict> = {}): RolloutEvent => ({ type: 'judged', verdict: verdict(change) });
const by = (atMs: number, who = 'ann'): { atMs: number; who: string } => ({ atMs, who });

function begun(plan = PLAN): Document {
  return start(swapped(emptyDocument('m'), 1), { id: 'r1', candidate: 2, fingerprint: 'f2', plan, why: 'published' }, by(0));
}
function serving(plan = PLAN): Document {
  return reduce(begun(plan), { type: 'ready' }, 0);
}
const refusal = (run: () => unknown): string => {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof ServingError) return `${thrown.reason}: ${thrown.message}`;
    throw thrown;
  }
  return '';
};

describe('a rollout', () => {
  it('takes its steps when each has its time and samples, and promotes on proof', () => {
    let document = serving();
    expect(document.rollout?.phase).toEqual({ kind: 'step', index: 0 });
    document = reduce(document, judged({ phaseUnits: 10, units: 10 }), 9_999);
    expect(document.rollout?.phase).toEqual({ kind: 'step', index: 0 });
    document = reduce(document, judged({ phaseUnits: 9, units: 9 }), 10_000);
    expect(document.rollout?.phase).toEqual({ kind: 'step', index: 0 });
    document = reduce(document, judged({ phaseUnits: 10, units: 10 }), 10_000);
    expect(document.rollout?.phase).toEqual({ kind: 'step', index: 1 });
    document = reduce(document, judged({ kind: 'proven', phaseUnits: 50, units: 99 }), 11_000);
    expect(document.rollout?.phase.kind).toBe('step');
    document = reduce(document, judged({ kind: 'proven', phaseUnits: 50, units: 100, reason: 'within 1.5' }), 12_000);
    expect(document.rollout?.phase.kind).toBe('promoted');
    expect(document.stable).toBe(2);
    expect(document.kept).toEqual([{ version: 1, untilMs: 612_000 }]);
    expect(document.rollout?.transitions.map(({ from, to, who }) => `${from} > ${to} by ${who}`)).toEqual([
      'none > pending by ann', 'pending > step 1 of 2 (5 %) by sluice', 'step 1 of 2 (5 %) > step 2 of 2 (50 %) by sluice', 'step 2 of 2 (50 %) > promoted by sluice',
    ]);
  });

  it('does not step while a metric is suspicious or the evidence cannot be used', () => {
    const document = serving();
    for (const change of [{ mayAdvance: false }, { kind: 'hold' as const }]) {
      expect(reduce(document, judged({ ...change, phaseUnits: 99, units: 99 }), 20_000).rollout?.phase).toEqual({ kind: 'step', index: 0 });
    }
  });

  it('aborts on harm in every phase, paused or not, and keeps the candidate from coming back', () => {
    for (const document of [serving(), pause(serving(), by(1), 'lunch'), reduce(begun(planOf({ mirror: { percent: 10 } })), { type: 'ready' }, 0)]) {
      const after = reduce(document, judged({ kind: 'worse', reason: 'errors 4 times' }), 5);
      expect(after.rollout?.phase.kind).toBe('aborted');
      expect(after.stable).toBe(1);
      expect(after.kept.map(({ version }) => version)).toEqual([2]);
      expect(after.rejected).toEqual([{ version: 2, fingerprint: 'f2', rollout: 'r1', reason: 'errors 4 times' }]);
      expect(weightsOf(after.rollout, true)).toEqual(NO_WEIGHTS);
    }
  });

  it('waits for a person where the plan says so', () => {
    const plan = planOf({ steps: [{ weight: 50, minSamples: 0 }], approval: true, analysis: { minSamples: 0 } });
    const waiting = reduce(serving(plan), judged({ kind: 'proven' }), 1);
    expect(waiting.rollout?.phase.kind).toBe('approval');
    expect(reduce(waiting, judged({ kind: 'proven' }), 2).rollout?.phase.kind).toBe('approval');
    expect(weightsOf(waiting.rollout, true).canary).toBe(5000);
    expect(promote(waiting, by(3), 'looks good').stable).toBe(2);
  });

  it('ends in failure with the cause when the candidate does not come up', () => {
    const failed = reduce(begun(), { type: 'failed', why: 'golden set: 3 of 50 rows' }, 5);
    expect(failed.rollout).toMatchObject({ phase: { kind: 'failed' }, reason: 'golden set: 3 of 50 rows' });
    expect(failed.stable).toBe(1);
    expect(failed.rejected).toHaveLength(1);
  });

  it.each([
    ['hold', 'step'], ['abort', 'aborted'], ['promote', 'promoted'],
  ])('does what onInconclusive: %s says when time is over', (onInconclusive, expected) => {
    const plan = planOf({ steps: [{ weight: 50 }], maxDuration: '1h', analysis: { onInconclusive, onNoData: 'hold' } });
    expect(reduce(serving(plan), judged({ units: 5 }), 3_600_000).rollout?.phase.kind).toBe(expected);
    // Without any request the other rule holds.
    expect(reduce(serving(plan), judged(), 3_600_000).rollout?.phase.kind).toBe('step');
  });

  it('never promotes by itself on evidence that cannot be used', () => {
    const plan = planOf({ steps: [{ weight: 50, minSamples: 0 }], maxDuration: '1h', analysis: { onInconclusive: 'promote', minSamples: 0 } });
    expect(reduce(serving(plan), judged({ kind: 'hold', units: 5 }), 3_600_000).rollout?.phase.kind).toBe('step');
  });

  it('goes from the mirror to the steps once it has compared enough', () => {
    const mirrored = reduce(begun(planOf({ mirror: { percent: 10, minPairs: 100 } })), { type: 'ready' }, 0);
    expect(weightsOf(mirrored.rollout, false)).toEqual({ canary: 0, control: 0, isMirrored: true });
    expect(reduce(mirrored, judged({ pairs: 99 }), 1).rollout?.phase.kind).toBe('mirror');
    const stepping = reduce(mirrored, judged({ pairs: 100 }), 1);
    expect(stepping.rollout?.transitions.at(-1)?.why).toBe('no sign of harm in 100 compared pairs');
    expect(stepping.rollout?.phase).toEqual({ kind: 'step', index: 0 });
    // Copies would queue with the canary's callers and not with the control twin's.
    expect(weightsOf(stepping.rollout, true)).toEqual({ canary: 100, control: 100, isMirrored: false });
  });

  it('goes on mirroring through its steps only where the plan says so', () => {
    const document = reduce(begun(planOf({ mirror: { percent: 10, minPairs: 0, throughout: true } })), { type: 'ready' }, 0);
    expect(weightsOf(reduce(document, judged(), 1).rollout, true)).toEqual({ canary: 100, control: 100, isMirrored: true });
  });

  it('keeps a student against its teacher for ever, and promotes it never by itself', () => {
    const student = reduce(begun(planOf({ mirror: { percent: 100, compare: 'teacher', minPairs: 1 }, steps: [] })), { type: 'ready' }, 0);
    const later = reduce(student, judged({ kind: 'proven', pairs: 1e6 }), 1e12);
    expect(later.rollout?.phase.kind).toBe('mirror');
  });

  it('can be undone after a promotion, back to a version that is still loaded', () => {
    const undone = undo(promote(serving(), by(5), 'sure'), by(6), 'not so sure');
    expect(undone).toMatchObject({ stable: 1, kept: [{ version: 2 }], rejected: [{ version: 2 }] });
    expect(refusal(() => undo(undone, by(7), 'again'))).toBe("conflict: model 'm' has no promotion to undo; an aborted rollout stays aborted, start a new one");
  });

  it('refuses verbs that contradict the state, and says what to do', () => {
    expect(refusal(() => start(serving(), { id: 'r2', candidate: 3, fingerprint: 'f3', plan: PLAN, why: '' }, by(1)))).toContain('promote or abort it first');
    expect(refusal(() => promote(begun(), by(1), ''))).toContain('is not loaded yet');
    expect(refusal(() => resume(serving(), by(1), ''))).toContain('is not paused');
    expect(refusal(() => pause(emptyDocument('m'), by(1), ''))).toContain('has no rollout to pause');
    expect(refusal(() => promote(abort(serving(), by(1), 'no'), by(2), ''))).toContain('is aborted and stays so');
    expect(refusal(() => start(swapped(emptyDocument('m'), 1), { id: 'r', candidate: 1, fingerprint: '', plan: PLAN, why: '' }, by(0)))).toContain('is the stable version already');
  });

  it('is not undone once the model has gone on from it', () => {
    const promoted = promote(serving(), by(5), 'sure');
    for (const since of [pin(promoted, 1, by(6), 'freeze'), unpin(pin(promoted, 1, by(6), 'freeze'), by(6), ''), swapped(promoted, 3)]) {
      expect(refusal(() => undo(since, by(7), ''))).toContain(`has gone on from version 2 to version ${since.stable} since`);
    }
  });

  it('ends without a word against its candidate when the stable version is gone', () => {
    const orphan = reduce(serving(), { type: 'orphaned', why: 'version 1 left' }, 5);
    expect(orphan).toMatchObject({ stable: 1, kept: [], rejected: [], rollout: { phase: { kind: 'failed' }, reason: 'version 1 left' } });
  });

  it('stays paused over a restart, and says so', () => {
    const again = reduce(pause(serving(), by(1), 'lunch'), { type: 'restarted' }, 2);
    expect(again.rollout).toMatchObject({ pausedMs: 1, segment: 3 });
    expect(again.rollout?.transitions.at(-1)).toMatchObject({ from: 'paused', to: 'paused' });
    expect(reduce(again, judged({ phaseUnits: 99, units: 99 }), 20_000).rollout?.phase).toEqual({ kind: 'step', index: 0 });
    expect(resume(again, by(3), '').rollout).toMatchObject({ pausedMs: 0 });
  });

  it('that was paused before its candidate came up sends it nothing until it is resumed', () => {
    const paused = pause(begun(), by(1), 'not now');
    expect(reduce(paused, { type: 'ready' }, 2)).toBe(paused);
    expect(reduce(resume(paused, by(3), ''), { type: 'ready' }, 4).rollout?.phase).toEqual({ kind: 'step', index: 0 });
  });

  it('is ended by a pin, and no candidate starts while the pin stands', () => {
    const pinned = pin(serving(), 1, by(2), 'freeze');
    expect(pinned).toMatchObject({ stable: 1, pinned: true, rollout: { phase: { kind: 'aborted' } } });
    expect(unpin(pinned, by(3), 'go on').pinned).toBe(false);
  });

  it('lets kept versions go when their time is over', () => {
    const aborted = abort(serving(), by(0), 'no');
    expect(forget(aborted, 599_999)).toBe(aborted);
    expect(forget(aborted, 600_000).kept).toEqual([]);
  });
});

type Act = (document: Document, atMs: number) => Document;
const VERBS: Readonly<Record<string, Act>> = {
  start: (document, atMs) => start(document, { id: `r${atMs}`, candidate: document.stable === 1 ? 2 : 1, fingerprint: 'f', plan: PLAN, why: '' }, by(atMs)),
  pause: (document, atMs) => pause(document, by(atMs), ''),
  resume: (document, atMs) => resume(document, by(atMs), ''),
  promote: (document, atMs) => promote(document, by(atMs), ''),
  abort: (document, atMs) => abort(document, by(atMs), ''),
  undo: (document, atMs) => undo(document, by(atMs), ''),
  pin: (document, atMs) => pin(document, 1, by(atMs), ''),
  unpin: (document, atMs) => unpin(document, by(atMs), ''),
  ready: (document, atMs) => reduce(document, { type: 'ready' }, atMs),
  orphaned: (document, atMs) => reduce(document, { type: 'orphaned', why: '' }, atMs),
  failed: (document, atMs) => reduce(document, { type: 'failed', why: '' }, atMs),
  restarted: (document, atMs) => reduce(document, { type: 'restarted' }, atMs),
  frozen: (document, atMs) => reduce(document, { type: 'frozen', latencyUs: [1, 2, 3, 4] }, atMs),
  worse: (document, atMs) => reduce(document, judged({ kind: 'worse' }), atMs),
  proven: (document, atMs) => reduce(document, judged({ kind: 'proven', phaseUnits: 1e4, units: 1e4 }), atMs),
  unknown: (document, atMs) => reduce(document, judged({ phaseUnits: 1e4, units: 1e4 }), atMs),
};

describe('any order of verbs and events', () => {
  it('keeps ends, changes weights only in a new segment, and never promotes what was aborted', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(VERBS)), { maxLength: 60 }), (names) => {
        let document = swapped(emptyDocument('m'), 1);
        const ended = new Map<string, string>();
        names.forEach((name, index) => {
          const before = document;
          try {
            document = VERBS[name]!(before, (index + 1) * 11_000);
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(ServingError);
            expect(document).toBe(before);
          }
          const { rollout } = document;
          expect([1, 2]).toContain(document.stable);
          if (rollout === null) return;
          const previous = ended.get(rollout.id);
          if (previous !== undefined && previous !== rollout.phase.kind) expect([previous, rollout.phase.kind]).toEqual(['promoted', 'undone']);
          if (isOver(rollout.phase)) ended.set(rollout.id, rollout.phase.kind);
          if (rollout.phase.kind === 'promoted' && !names.slice(0, index + 1).includes('pin')) expect(document.stable).toBe(rollout.candidate);
          if (before.rollout?.id !== rollout.id) return;
          if (before.rollout.pausedMs > 0 && rollout.pausedMs === 0 && !isOver(rollout.phase)) expect(name).toBe('resume');
          expect(rollout.segment).toBeGreaterThanOrEqual(before.rollout.segment);
          const moved = JSON.stringify(weightsOf(before.rollout, true)) !== JSON.stringify(weightsOf(rollout, true));
          if (moved) expect(rollout.segment).toBeGreaterThan(before.rollout.segment);
          expect(rollout.transitions.every(({ who }) => who !== '')).toBe(true);
          expect(rollout.transitions.map(({ seq }) => seq)).toEqual(rollout.transitions.map((_, at) => at + 1));
        });
      }),
      { numRuns: 2000 },
    );
  });
});
