/**
 * What was seen of a model's rollouts over the lives of several processes, and everything in it that must not be: an end
 * that was left, an answered decision that is gone, a generation or a phase that went back, a count above what was sent.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sumOf, type View } from '../support/rollout.js';

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Stored {
  readonly generation: number;
  readonly value: { readonly stable: number; readonly rollout: View; readonly history: readonly View[] };
}

/** The model's document as the killed process left it. @throws when the file is torn */
export function storedOf(stateDir: string): Stored | null {
  const folder = join(stateDir, 'state', 'rollouts');
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder).filter((name) => !name.startsWith('.'));
  if (files.length === 0) return null;
  return JSON.parse(readFileSync(join(folder, files[0]!), 'utf8')) as Stored;
}

const ORDER = ['pending', 'mirror', 'step', 'approval', 'promoted', 'aborted', 'failed', 'undone'];
const ENDS = ORDER.slice(4);

interface Counts {
  answered: number;
  unanswered: number;
}

export class Chronicle {
  readonly faults: string[] = [];
  endedInThisLife = 0;
  private readonly endOf = new Map<string, string>();
  private readonly sent = new Map<string, Counts>();
  /** Answered verbs, by rollout. */
  private readonly decided = new Map<string, string>();
  private last: { readonly generation: number; readonly view: View } | null = null;
  private readonly looks: { readonly transitions: number; readonly id: string; readonly units: number }[] = [];
  private readonly lags: number[] = [];
  private lives = 0;

  /** A request of the canary's arm was answered. */
  answered(rollout: string): void {
    this.countsOf(rollout).answered += 1;
  }

  /** A request was sent while this rollout was on, and the server died with it. */
  unanswered(rollout: string): void {
    this.countsOf(rollout).unanswered += 1;
  }

  /** A verb is on its way. @returns what to call with whether it was done; without a call, nobody knows */
  decide(rollout: string, verb: string): (isDone: boolean) => void {
    const before = this.decided.get(rollout);
    this.decided.delete(rollout);
    return (isDone) => {
      const now = isDone ? verb : before;
      if (now !== undefined) this.decided.set(rollout, now);
    };
  }

  /** A look at the server while it lives. */
  saw(view: View): void {
    this.check(view);
    if (view.rollout !== null) this.looks.push({ transitions: view.rollout.transitions.length, id: view.rollout.id, units: sumOf(view, 'canary', 'units') });
  }

  /** The first look after a start. */
  resumed(view: View): void {
    this.lives += 1;
    this.endedInThisLife = 0;
    this.check(view);
  }

  /** What the process left on the disk. */
  left(stored: Stored | null): void {
    // The next life may end before anybody looks at it.
    const looks = this.looks.splice(0);
    if (stored === null) {
      if (this.last !== null && this.last.generation > 0) this.fault('the document is gone');
      return;
    }
    const { rollout } = stored.value;
    if (rollout === null) return;
    const units = rollout.evidence.segments.reduce((sum: number, { canary }: View) => sum + canary.units, 0);
    // Counts go into a write before it is done, so that a look may be newer than the write of the transition that comes next.
    // What is undone was counted for the last time by its promotion.
    const counted = rollout.transitions.length - (rollout.phase.kind === 'undone' ? 1 : 0);
    const before = looks.filter(({ transitions, id }) => id === rollout.id && transitions < counted - 1).at(-1);
    if (before !== undefined && units < before.units) this.fault(`the document with ${rollout.transitions.length} transitions counts ${units}, and ${before.units} were counted before it was written`);
    const newest = looks.filter(({ id }) => id === rollout.id).at(-1);
    if (newest !== undefined) this.lags.push(newest.units - units);
    this.bound(rollout.id, units);
  }

  summary(): string {
    const lags = [...this.lags].sort((a, b) => a - b);
    const ends = [...this.endOf.values()].reduce<Record<string, number>>((counts, end) => ({ ...counts, [end]: (counts[end] ?? 0) + 1 }), {});
    return `${this.lives} starts that came to be ready, ends ${JSON.stringify(ends)}, canary units lost with a process: median ${lags[lags.length >> 1] ?? 0}, most ${lags.at(-1) ?? 0}`;
  }

  private check(view: View): void {
    const { generation, rollout, history } = view;
    for (const past of [...history, ...(rollout === null ? [] : [rollout])]) this.checkEnd(past.id, past.phase);
    if (this.last !== null && generation < this.last.generation) this.fault(`generation went back from ${this.last.generation} to ${generation}`);
    if (rollout !== null) {
      const before = this.last?.view.rollout;
      if (before?.id === rollout.id && this.rank(rollout) < this.rank(before)) this.fault(`rollout ${rollout.id} went back from ${before.phaseText} to ${rollout.phaseText}`);
      this.bound(rollout.id, sumOf(view, 'canary', 'units'));
      this.checkDecision(rollout);
    }
    if (rollout?.phase === 'aborted' && view.stable === rollout.candidate) this.fault(`rollout ${rollout.id} is aborted and its candidate is stable`);
    this.last = { generation, view };
  }

  private checkEnd(id: string, phase: string): void {
    if (!ENDS.includes(phase)) return;
    const before = this.endOf.get(id);
    if (before === undefined) this.endedInThisLife += 1;
    else if (before !== phase && !(before === 'promoted' && phase === 'undone')) this.fault(`rollout ${id} was ${before} and is ${phase}`);
    this.endOf.set(id, phase);
  }

  private checkDecision(rollout: View): void {
    const verb = this.decided.get(rollout.id);
    const holds: Readonly<Record<string, boolean>> = {
      promote: ['promoted', 'undone'].includes(rollout.phase), abort: rollout.phase === 'aborted', undo: rollout.phase === 'undone',
      pause: rollout.paused || rollout.over, resume: !rollout.paused,
    };
    if (verb !== undefined && holds[verb] !== true) this.fault(`'${verb}' of rollout ${rollout.id} was answered, and it is ${rollout.phaseText}${rollout.paused ? ' and paused' : ''}`);
  }

  private bound(id: string, units: number): void {
    const { answered, unanswered } = this.countsOf(id);
    if (units > answered + unanswered + this.open) this.fault(`rollout ${id} counts ${units} canary requests, and at most ${answered + unanswered + this.open} were sent`);
  }

  /** Requests that are under way just now. */
  open = 0;

  private rank({ phase, step }: View): number {
    return ORDER.indexOf(phase) * 100 + (step ?? 0);
  }

  private countsOf(rollout: string): Counts {
    let counts = this.sent.get(rollout);
    if (counts === undefined) this.sent.set(rollout, (counts = { answered: 0, unanswered: 0 }));
    return counts;
  }

  fault(text: string): void {
    if (this.faults.length < 20) this.faults.push(text);
  }
}
