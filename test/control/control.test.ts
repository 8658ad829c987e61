import { describe, expect, it } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import { calm, house } from './house.js';

describe('poll', () => {
  it('brings up what is complete and follows new versions', async () => {
    const h = house();
    h.files.put('/r/m/1/model.onnx');
    await h.look();
    expect(h.loader.pending).toHaveLength(0);
    await h.follow();
    expect(await h.admin.index(false)).toEqual([{ name: 'm', version: '1', state: 'READY' }]);
    h.files.put('/r/m/2/model.onnx');
    await h.follow();
    expect(await h.admin.index(true)).toEqual([{ name: 'm', version: '2', state: 'READY' }]);
    expect((await h.admin.modelMetadata('m', '')).versions).toEqual(['2']);
    const epochs = h.fronts.tables.map((table) => table.epoch);
    expect(epochs).toEqual([...epochs].sort((a, b) => a - b));
    await h.follow();
    expect(h.loader.loaded).toHaveLength(2);
  });

  it('leaves what serves alone when a new version is broken, empty, or a file of the old one is deleted', async () => {
    const h = house();
    h.files.put('/r/m/1/model.onnx');
    await h.follow();
    h.reader.brokenPaths.add('/r/m/2/model.onnx');
    h.files.put('/r/m/2/model.onnx');
    await h.follow();
    expect(await h.admin.index(false)).toEqual([
      { name: 'm', version: '1', state: 'READY' },
      { name: 'm', version: '2', state: 'UNAVAILABLE', reason: "'/r/m/2/model.onnx' is cut short" },
    ]);
    await h.files.remove('/r/m/2');
    h.files.put('/r/m/3/weights.bin');
    h.files.put('/r/m/1/README');
    await h.files.remove('/r/m/1/model.onnx');
    await h.follow();
    expect(await h.admin.index(false)).toEqual([
      { name: 'm', version: '1', state: 'READY' },
      { name: 'm', version: '3', state: 'UNAVAILABLE', reason: "no file 'model.onnx' in version folder '/r/m/3'" },
    ]);
    expect(h.loader.loaded).toHaveLength(1);
  });

  it('keeps serving under a broken config, says so, and reads it once', async () => {
    const h = house();
    h.files.put('/r/m/1/model.onnx');
    await h.follow();
    h.reader.fault = 'config.pbtxt:3:1: unknown field';
    h.files.put('/r/m/config.pbtxt');
    await h.follow();
    const reads = h.reader.reads;
    await h.look();
    expect(h.reader.reads).toBe(reads);
    const line = 'the config of a model cannot be used; what serves is left as it was';
    expect(h.notes.filter((note) => note === line)).toHaveLength(1);
    expect(await h.admin.index(false)).toEqual([
      { name: 'm', state: 'UNAVAILABLE', reason: 'config.pbtxt:3:1: unknown field' },
      { name: 'm', version: '1', state: 'READY' },
    ]);
  });

  it('reloads on another config, and not on a touched one', async () => {
    const h = house();
    h.files.put('/r/m/1/model.onnx');
    h.files.put('/r/m/config.pbtxt');
    await h.follow();
    h.files.put('/r/m/config.pbtxt');
    await h.follow();
    expect(h.loader.loaded).toHaveLength(1);
    h.reader.digest = 'e';
    h.files.put('/r/m/config.pbtxt');
    await h.follow();
    expect(h.loader.loaded.map((loaded) => loaded.unloads)).toEqual([1, 0]);
  });

  it('takes a model down that left, forgets it, and shuts down holding nothing', async () => {
    const h = house();
    h.files.put('/r/m/1/model.onnx');
    h.files.put('/r/n/1/model.onnx');
    await h.follow();
    await h.files.remove('/r/m');
    await h.follow();
    expect(await h.admin.index(false)).toEqual([{ name: 'n', version: '1', state: 'READY' }]);
    await h.control.stop();
    expect(h.budget.held.size).toBe(0);
    expect(h.loader.loaded.map((loaded) => loaded.unloads)).toEqual([1, 1]);
  });

  it('allows no load by request', async () => {
    await expect(house().load()).rejects.toThrow('explicit model load / unload is not allowed if polling is enabled');
    await expect(house('none').admin.unload('m', false)).rejects.toMatchObject({ reason: 'control_not_allowed' });
  });

  it('starts with two looks, then looks at each interval, never two at once', async () => {
    const h = house();
    h.files.put('/r/m/1/model.onnx');
    const started = h.control.start();
    await calm();
    expect(h.pause.timers.map((timer) => timer.delayMs)).toEqual([50]);
    h.pause.fire();
    await h.finish();
    await started;
    expect(await h.admin.index(true)).toHaveLength(1);
    expect(h.pause.timers.map((timer) => timer.delayMs)).toEqual([1000]);
    h.pause.fire();
    expect(h.pause.timers).toHaveLength(0);
    await calm();
    expect(h.pause.timers).toHaveLength(1);
    await h.control.stop();
    expect(h.pause.timers).toHaveLength(0);
  });
});

describe('explicit', () => {
  it('answers when every wanted version serves; asked again does nothing', async () => {
    const h = house('explicit');
    h.files.put('/r/m/1/model.onnx');
    expect(await h.admin.index(false)).toEqual([{ name: 'm' }]);
    let done = false;
    const loading = h.load().then(() => (done = true));
    await calm();
    expect(done).toBe(false);
    await h.finish();
    await loading;
    await h.load();
    expect(h.loader.loaded).toHaveLength(1);
    await h.admin.unload('m', true);
    await calm();
    expect(await h.admin.index(false)).toEqual([{ name: 'm', version: '1', state: 'UNAVAILABLE', reason: 'unloaded' }]);
    expect(h.budget.held.size).toBe(0);
  });

  it('refuses what is not there, and unloads it gladly', async () => {
    const h = house('explicit');
    await expect(h.load()).rejects.toMatchObject({ reason: 'model_not_found', message: "failed to load 'm', failed to poll from model repository" });
    await expect(h.admin.load('../m', { config: null, files: new Map() })).rejects.toMatchObject({ reason: 'invalid_argument' });
    await expect(h.load(null, new Map([['1/model.onnx', new Uint8Array(1)]]))).rejects.toMatchObject({ reason: 'invalid_argument' });
    await expect(h.admin.unload('m', true)).resolves.toBeUndefined();
  });

  it('tells the cause of a failed load, keeps the old set, and tries again when asked again', async () => {
    const h = house('explicit');
    h.files.put('/r/m/1/model.onnx');
    const first = h.load();
    await h.finish();
    await first;
    h.reader.brokenPaths.add('/r/m/2/model.onnx');
    h.files.put('/r/m/2/model.onnx');
    await expect(h.load()).rejects.toMatchObject({
      reason: 'load_failed',
      message: "load failed for model 'm': version 2 is at UNAVAILABLE state: '/r/m/2/model.onnx' is cut short;",
    });
    expect((await h.admin.index(false)).map((row) => `${row.version} ${row.state}`)).toEqual(['1 READY', '2 UNAVAILABLE']);
    h.loader.last().say(0, 'engine fault');
    await calm();
    h.pause.fire();
    await h.finish();
    expect((await h.admin.index(true)).map((row) => row.version)).toEqual(['1']);
    h.reader.brokenPaths.clear();
    const again = h.load();
    await h.finish();
    await again;
    expect((await h.admin.index(true)).map((row) => row.version)).toEqual(['2']);
  });

  it('lets an unload withdraw a load', async () => {
    const h = house('explicit');
    h.files.put('/r/m/1/model.onnx');
    const loading = h.load();
    await calm();
    await h.admin.unload('m', false);
    await expect(loading).rejects.toThrow('it was unloaded meanwhile');
    h.loader.fail(h.loader.take(1), 'aborted');
    await calm();
    expect(h.budget.held.size).toBe(0);
  });

  it('uses and remembers an override, and drops one that failed', async () => {
    const h = house('explicit');
    h.files.put('/r/m/1/model.onnx');
    for (const config of [null, '{"x":1}']) {
      const loading = h.load(config);
      await h.finish();
      await loading;
    }
    expect(h.loader.loaded).toHaveLength(2);
    await expect(h.load('bad')).rejects.toThrow("load failed for model 'm': bad override");
    await h.load();
    expect(h.loader.loaded).toHaveLength(2);
  });

  it('serves a model that came with the request', async () => {
    const h = house('explicit');
    const loading = h.load('{}', new Map([['5/model.onnx', new Uint8Array(9)]]));
    await h.finish();
    await loading;
    expect((await h.admin.index(true)).map((row) => row.version)).toEqual(['5']);
    expect(h.loader.last().spec.modelPath).toBe('/tmp/own/1/5/model.onnx');
  });

  it('refuses a model file outside of the model', async () => {
    const h = house('explicit');
    h.files.put('/r/m/1/model.onnx');
    h.reader.modelFile = '../../secret';
    await expect(h.load()).rejects.toThrow('default_model_filename');
  });

  it('comes to a consistent end under many loads and unloads', async () => {
    const h = house('explicit');
    h.files.put('/r/m/1/model.onnx');
    const results: Promise<unknown>[] = [];
    for (let round = 0; round < 20; round += 1) {
      results.push(h.load().catch(() => 'refused'));
      if (round % 3 === 0) results.push(h.admin.unload('m', false));
      await calm();
      if (round % 2 === 0) await h.finish();
    }
    for (let turn = 0; turn < 30; turn += 1) await h.finish();
    await Promise.all(results);
    expect(h.budget.held.size).toBe(h.loader.loaded.filter((loaded) => loaded.unloads === 0).length);
    await h.admin.unload('m', false);
    await h.finish();
    expect(h.budget.held.size).toBe(0);
  });
});

describe('answers', () => {
  it('metadata and config are those of the version asked for', async () => {
    const h = house();
    h.reader.policy = { kind: 'all' };
    h.files.put('/r/m/1/model.onnx');
    h.files.put('/r/m/10/model.onnx');
    await h.follow();
    expect(await h.admin.modelMetadata('m', '')).toEqual({
      name: 'm', versions: ['1', '10'], platform: 'onnxruntime_onnx', inputs: [{ name: 'x', datatype: 'FP32', shape: [-1, 3] }], outputs: [], properties: { run: '7' },
    });
    expect((await h.admin.modelMetadata('m', '1')).versions).toEqual(['1']);
    expect(await h.admin.modelConfig('m', '')).toEqual({ bytes: 10 });
    await expect(h.admin.modelConfig('m', '3')).rejects.toMatchObject({ reason: 'version_not_found' });
  });

  it('labels reach every front end, and only move to what serves', async () => {
    const h = house();
    h.reader.policy = { kind: 'all' };
    h.reader.labels = { old: 1, next: 3 };
    h.files.put('/r/m/1/model.onnx');
    h.files.put('/r/m/2/model.onnx');
    await h.follow();
    expect(await h.admin.labels('m')).toEqual({ stable: 2, old: 1 });
    await h.admin.setLabel('m', 'canary', 2, null);
    expect(h.fronts.tables.at(-1)?.models.get('m')?.labels.get('canary')).toBe(2);
    await expect(h.admin.setLabel('m', 'canary', 3, null)).rejects.toMatchObject({ reason: 'version_not_found' });
    await expect(h.admin.setLabel('m', 'canary', 1, 1)).rejects.toMatchObject({ reason: 'precondition_failed', message: "label 'canary' of model 'm' points at version 2, not at version 1; read it again" });
    await expect(h.admin.setLabel('m', 'new', 1, 1)).rejects.toThrow("label 'new' of model 'm' points nowhere, not at version 1");
    // Of two who have read the same, one is too late.
    const moves = await Promise.allSettled([h.admin.setLabel('m', 'canary', 1, 2), h.admin.setLabel('m', 'canary', 1, 2)]);
    expect(moves.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await h.admin.setLabel('m', 'canary', 2, 1);
    await h.files.remove('/r/m/2');
    await h.follow();
    expect(await h.admin.labels('m')).toEqual({ stable: 1, old: 1 });
    expect(h.notes).toContain('a label went with its version');
  });

  it('labels are kept before they hold, go with their versions, and stay kept when the server stops', async () => {
    const h = house();
    h.reader.policy = { kind: 'all' };
    h.files.put('/r/m/1/model.onnx');
    h.files.put('/r/m/2/model.onnx');
    await h.follow();
    await Promise.all([h.admin.setLabel('m', 'canary', 2, null), h.admin.setLabel('m', 'old', 1, null)]);
    expect(h.shelf.kept).toEqual(['m: canary=2', 'm: canary=2 old=1']);
    h.shelf.fault = new ServingError('state_failed', 'no space left');
    await expect(h.admin.setLabel('m', 'old', 2, null)).rejects.toMatchObject({ reason: 'state_failed' });
    expect(await h.admin.labels('m')).toEqual({ stable: 2, canary: 2, old: 1 });
    h.shelf.fault = null;
    await h.files.remove('/r/m/2');
    await h.follow();
    expect(h.shelf.kept.at(-1)).toBe('m: old=1');
    const before = h.shelf.kept.length;
    await h.board.close();
    await h.files.remove('/r/m/1');
    await h.follow();
    expect(h.shelf.kept).toHaveLength(before);
  });

  it('labels of an earlier process hold once their versions serve, unless they were moved or taken off meanwhile', async () => {
    const h = house();
    h.reader.policy = { kind: 'all' };
    h.board.recall('m', new Map([['a', 1], ['b', 2], ['c', 2], ['d', 2]]));
    h.files.put('/r/m/1/model.onnx');
    await h.follow();
    expect(await h.admin.labels('m')).toEqual({ stable: 1, a: 1 });
    await h.admin.setLabel('m', 'b', 1, null);
    await h.admin.setLabel('m', 'c', null, null);
    expect(h.shelf.kept.at(-1)).toBe('m: d=2 a=1 b=1');
    h.files.put('/r/m/2/model.onnx');
    await h.follow();
    expect(await h.admin.labels('m')).toEqual({ stable: 2, a: 1, b: 1, d: 2 });
  });

  it('a label that is being kept does not undo what versions did meanwhile', async () => {
    const h = house();
    h.reader.policy = { kind: 'all' };
    h.board.recall('m', new Map([['d', 2]]));
    h.files.put('/r/m/1/model.onnx');
    await h.follow();
    let open = (): void => undefined;
    h.shelf.gate = new Promise((resolve) => (open = resolve));
    const moved = h.admin.setLabel('m', 'a', 1, null);
    h.files.put('/r/m/2/model.onnx');
    await h.follow();
    expect(await h.admin.labels('m')).toEqual({ stable: 2, d: 2 });
    open();
    await moved;
    expect(await h.admin.labels('m')).toEqual({ stable: 2, a: 1, d: 2 });
  });

  it('a table that did not arrive is sent again before anything is announced', async () => {
    const h = house();
    h.files.put('/r/m/1/model.onnx');
    await h.follow();
    h.fronts.rejects = 1;
    h.files.put('/r/m/2/model.onnx');
    await h.look();
    await h.look();
    await h.finish();
    expect((await h.admin.index(true)).map((row) => row.version)).toEqual(['1']);
    h.pause.fire();
    await calm();
    expect((await h.admin.index(true)).map((row) => row.version)).toEqual(['2']);
  });
});
