import { describe, expect, it } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import { coarse, holds, NEXT, onItsWay, transition, type Phase, type VersionState } from '../../src/lifecycle/state.js';

const cause = new ServingError('load_failed', 'broken');
const states: readonly VersionState[] = [
  { phase: 'new' }, { phase: 'validating' }, { phase: 'reserved' }, { phase: 'loading', attempt: 1, attemptsMax: 1 },
  { phase: 'warming', done: 0, total: 1 }, { phase: 'warm' }, { phase: 'publishing' }, { phase: 'available', sinceMs: 0, health: '' },
  { phase: 'draining' }, { phase: 'unloading', cause: null }, { phase: 'end' }, { phase: 'error', cause, remedy: 'files' },
];

describe('the table of edges', () => {
  it('is what transition allows, and nothing else', () => {
    for (const from of states) {
      for (const to of states) {
        if (NEXT[from.phase].includes(to.phase)) expect(transition(from, to)).toBe(to);
        else expect(() => transition(from, to)).toThrow(`illegal transition ${from.phase} -> ${to.phase}`);
      }
    }
  });

  it('lets go of loaded memory through unloading only', () => {
    const phases = Object.keys(NEXT) as Phase[];
    const leaves = phases.filter((phase) => holds(phase) && NEXT[phase].some((next) => !holds(next)));
    expect(leaves).toEqual(['reserved', 'unloading']);
  });

  it('never leads from the way down back to the way up', () => {
    const reach = (phase: Phase, seen = new Set<Phase>()): Set<Phase> => {
      for (const next of NEXT[phase]) if (!seen.has(next)) reach(next, seen.add(next));
      return seen;
    };
    expect([...reach('draining')].sort()).toEqual(['end', 'error', 'unloading']);
  });
});

it('shows four coarse states', () => {
  expect(states.map(coarse)).toEqual([
    'UNAVAILABLE', 'LOADING', 'LOADING', 'LOADING', 'LOADING', 'LOADING', 'LOADING', 'READY', 'UNLOADING', 'UNLOADING', 'UNAVAILABLE', 'UNAVAILABLE',
  ]);
  for (const state of states) if (coarse(state) === 'LOADING') expect(onItsWay(state.phase)).toBe(true);
});
