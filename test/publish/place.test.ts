import { describe, expect, it } from 'vitest';
import { nextVersion, placementOf, type Source } from '../../src/publish/place.js';

const source = (change: Partial<Source>): Source => ({ name: 'm', parent: 'models', files: [], folders: [], ...change });
const NO_WISH = { model: null, version: null };

describe('placementOf', () => {
  it.each([
    ['a model', source({ folders: ['1', '12', 'notes'], files: ['config.yaml'] }), NO_WISH, { model: 'm', version: 12, versionFolder: '12', shared: ['config.yaml'] }],
    ['an older version of a model', source({ folders: ['1', '12'] }), { model: 'other', version: 1 }, { model: 'other', version: 1, versionFolder: '1', shared: [] }],
    ['a version in its place', source({ name: '3', parent: 'm', files: ['model.onnx'] }), NO_WISH, { model: 'm', version: 3, versionFolder: '', shared: [] }],
    ['a plain folder', source({ name: 'm', files: ['model.onnx'] }), NO_WISH, { model: 'm', version: null, versionFolder: '', shared: [] }],
  ])('knows %s', (_, given, wish, placed) => {
    expect(placementOf(given, wish, 'model.onnx')).toEqual(placed);
  });

  it('refuses versions that are not there and names that no model can have', () => {
    expect(() => placementOf(source({ folders: ['1', '3'] }), { model: null, version: 2 }, 'model.onnx')).toThrow("'m' has no version 2; it has 1, 3");
    expect(() => placementOf(source({ files: ['model.onnx'] }), { model: '.m', version: 2 }, 'model.onnx')).toThrow(/must not begin with a dot; give --model NAME/);
  });
});

it('nextVersion goes on from the highest', () => {
  expect([nextVersion([]), nextVersion([3, 1])]).toEqual([1, 4]);
});
