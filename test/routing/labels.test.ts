import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTable, PLAIN_TRAFFIC } from '../../src/routing/build.js';
import { dropGone, effectiveLabels, EMPTY_BOOK, moveLabel } from '../../src/routing/labels.js';
import { resolve } from '../../src/routing/resolve.js';

const serving = new Set([1, 3]);
const known = new Set([1, 2, 3]);

describe('labels', () => {
  it('give stable to the default version', () => {
    expect([...effectiveLabels(EMPTY_BOOK, serving)]).toEqual([['stable', 3]]);
    expect([...effectiveLabels(EMPTY_BOOK, new Set())]).toEqual([]);
    expect([...effectiveLabels(EMPTY_BOOK, serving, 1)]).toEqual([['stable', 1]]);
    expect([...effectiveLabels(EMPTY_BOOK, new Set([3]), 1, [3])]).toEqual([]);
  });

  it('set by request go before declared ones, and those before the default', () => {
    const declared = { ...EMPTY_BOOK, declared: new Map([['stable', 1], ['old', 1], ['next', 2]]) };
    expect(Object.fromEntries(effectiveLabels(declared, serving))).toEqual({ stable: 1, old: 1 });
    const book = moveLabel(declared, { model: 'm', label: 'stable', version: 3 }, serving, known);
    expect(effectiveLabels(book, serving).get('stable')).toBe(3);
    const off = moveLabel(book, { model: 'm', label: 'stable', version: null }, serving, known);
    expect(effectiveLabels(off, serving).get('stable')).toBe(1);
  });

  it.each([
    [2, 'canary', 'version_not_ready'], [9, 'canary', 'version_not_found'], [1, '', 'invalid_argument'], [1, 'a/b', 'invalid_argument'],
    [1, '.x', 'invalid_argument'], [null, 'canary', 'version_not_found'],
  ] as const)('do not move to %j as %j: %s', (version, label, reason) => {
    expect(() => moveLabel(EMPTY_BOOK, { model: 'm', label, version }, serving, known)).toThrow(expect.objectContaining({ reason }));
  });

  it('vanish with their version', () => {
    const book = moveLabel(EMPTY_BOOK, { model: 'm', label: 'canary', version: 3 }, serving, known);
    const after = dropGone(book, new Set([1]));
    expect(after.gone).toEqual(['canary']);
    expect(effectiveLabels(after.book, serving).has('canary')).toBe(false);
  });

  it('never point to a version that does not serve', () => {
    const labels = fc.dictionary(fc.constantFrom('a', 'b', 'stable'), fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(labels, labels, fc.uniqueArray(fc.integer({ min: 1, max: 4 })), (declared, set, versions) => {
        const book = { declared: new Map(Object.entries(declared)), set: new Map(Object.entries(set)) };
        const now = new Set(versions);
        for (const version of effectiveLabels(book, now).values()) expect(now.has(version)).toBe(true);
        expect(effectiveLabels(book, now).has('stable')).toBe(now.size > 0);
      }),
    );
  });
});

describe('the table', () => {
  const entry = (version: number) => ({ model: 'm', version, servingId: version, route: `r${version}`, signature: { inputs: [], outputs: [], maxBatchSize: 0 } });
  const table = buildTable(7, [
    { name: 'm', serving: [entry(3), entry(1)], labels: new Map([['stable', 3], ['canary', 4]]), unavailable: new Map([[4, 'broken'], [3, 'x'], [0, 'config']]), expected: true, traffic: PLAIN_TRAFFIC },
    { name: 'n', serving: [], labels: new Map(), unavailable: new Map([[1, 'broken']]), expected: true, traffic: PLAIN_TRAFFIC },
    { name: 'gone', serving: [], labels: new Map(), unavailable: new Map([[1, 'unloaded']]), expected: false, traffic: PLAIN_TRAFFIC },
  ]);

  it('answers with the highest version, the named one, or the labelled one', () => {
    expect(table.epoch).toBe(7);
    expect(resolve(table, 'm', '', '').version).toBe(3);
    expect(resolve(table, 'm', '1', '').version).toBe(1);
    expect(resolve(table, 'm', '', 'stable').version).toBe(3);
  });

  it('lets a held version answer only to its name, even while nothing else serves', () => {
    const facts = { name: 'm', labels: new Map(), unavailable: new Map([[1, '']]), expected: true };
    const held = (...versions: number[]) => buildTable(1, [{ ...facts, serving: versions.map(entry), traffic: { ...PLAIN_TRAFFIC, stable: 1, held: [3] } }]);
    expect(resolve(held(1, 3), 'm', '', '').version).toBe(1);
    expect(resolve(held(2, 3), 'm', '', '').version).toBe(2);
    expect(() => resolve(held(3), 'm', '', '')).toThrow(expect.objectContaining({ reason: 'version_not_ready' }));
    expect(resolve(held(3), 'm', '3', '').version).toBe(3);
  });

  it.each([
    ['gone', 'model_not_found'],
    ['n', 'version_not_ready'],
  ])('asks to come back for what may serve again, and not for what was unloaded: %s', (model, reason) => {
    expect(() => resolve(table, model, '', '')).toThrow(expect.objectContaining({ reason }));
  });

  it.each([
    ['m', '4', '', "Request for unknown model: 'm' version 4 is not at ready state"],
    ['m', '9', '', "Request for unknown model: 'm' version 9 is not found"],
    ['n', '', '', "Request for unknown model: 'n' has no available versions"],
    ['x', '', '', "Request for unknown model: 'x' is not found"],
    ['m', '', 'canary', "model 'm' has no label 'canary' on a serving version"],
  ])('tells what does not serve: %s %s %s', (model, version, label, text) => {
    expect(() => resolve(table, model, version, label)).toThrow(text);
  });
});
