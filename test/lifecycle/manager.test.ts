import { describe, expect, it } from 'vitest';
import { calm, version, wanting, world } from './puppets.js';

type World = ReturnType<typeof world>;

async function serve(w: World, number: number, fingerprint = 'a'): Promise<void> {
  w.manager.aspire('m', wanting([version(number, fingerprint)]));
  await calm();
  w.loader.succeed(w.loader.take(number));
  await calm();
}

function index(w: World): string[] {
  return w.ledger.versions('m').map((row) => `${row.version} ${row.state}${row.reason === '' ? '' : `: ${row.reason}`}`);
}

describe('the life of one version', () => {
  it('goes from wanted to available, announced after the front ends have it', async () => {
    const w = world();
    w.manager.aspire('m', wanting([version(1)]));
    await calm();
    expect(index(w)).toEqual(['1 LOADING']);
    w.fronts.hold = true;
    w.loader.succeed(w.loader.take(1));
    await calm();
    expect(index(w)).toEqual(['1 LOADING']);
    w.fronts.held.shift()?.();
    await calm();
    expect(index(w)).toEqual(['1 READY']);
    expect(w.ledger.history().map((move) => move.to)).toEqual([
      'new', 'validating', 'reserved', 'loading', 'warming', 'warming', 'warm', 'publishing', 'available',
    ]);
  });

  it('drains before it is unloaded, and announces draining before it is withdrawn', async () => {
    const w = world();
    await serve(w, 1);
    w.fronts.hold = true;
    w.manager.aspire('m', wanting([]));
    await calm();
    expect(index(w)).toEqual(['1 UNLOADING']);
    expect(w.fronts.versions('m')).toEqual([1]);
    w.fronts.held.shift()?.();
    await calm();
    expect(w.fronts.versions('m')).toEqual([]);
    expect(w.loader.last().unloads).toBe(0);
    w.fronts.held.shift()?.();
    await calm();
    expect(w.loader.last().unloads).toBe(1);
    expect(w.budget.held.size).toBe(0);
    expect(index(w)).toEqual(['1 UNAVAILABLE: unloaded']);
  });

  it('stops early when it is not wanted any more, and gives back what it held', async () => {
    const w = world();
    w.manager.aspire('m', wanting([version(1)]));
    await calm();
    const pending = w.loader.take(1);
    w.manager.aspire('m', wanting([]));
    await calm();
    expect(pending.signal.aborted).toBe(true);
    const loaded = w.loader.succeed(pending);
    await calm();
    expect(loaded.unloads).toBe(1);
    expect(w.budget.held.size).toBe(0);
    expect(w.fronts.history).toEqual([]);
  });

  it('wanted again while it is stopped, gets a copy of its own', async () => {
    const w = world();
    w.manager.aspire('m', wanting([version(1)]));
    await calm();
    const first = w.loader.take(1);
    w.manager.aspire('m', wanting([]));
    await calm();
    w.manager.aspire('m', wanting([version(1)]));
    await calm();
    w.loader.succeed(w.loader.take(1));
    w.loader.fail(first, 'stopped');
    await calm();
    expect(index(w)).toEqual(['1 READY']);
  });

  it('says how many instances serve while it is degraded', async () => {
    const w = world();
    await serve(w, 1);
    w.loader.last().say(1);
    expect(index(w)).toEqual(['1 READY: degraded: 1 of 2 instances']);
    w.loader.last().say(2);
    expect(index(w)).toEqual(['1 READY']);
  });
});

describe('failures', () => {
  it('stay with their cause until the files change', async () => {
    const w = world();
    w.manager.aspire('m', wanting([version(1, 'a', 10, 'not an ONNX file')]));
    await calm();
    expect(index(w)).toEqual(['1 UNAVAILABLE: not an ONNX file']);
    w.manager.aspire('m', wanting([version(1, 'a')]));
    await calm();
    expect(w.loader.pending).toHaveLength(0);
    w.manager.aspire('m', wanting([version(1, 'b')]));
    await calm();
    w.loader.succeed(w.loader.take(1));
    await calm();
    expect(index(w)).toEqual(['1 READY']);
  });

  it('are tried again within the bound, after a growing pause', async () => {
    const w = world({ load: { count: 2, pauseMs: 100, pauseMsMax: 150 } });
    w.manager.aspire('m', wanting([version(1)]));
    await calm();
    const delays: number[] = [];
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      w.loader.fail(w.loader.take(1));
      await calm();
      delays.push(w.pause.timers[0]?.delayMs ?? 0);
      w.pause.fire();
      await calm();
    }
    expect(delays).toEqual([100, 150]);
    w.loader.fail(w.loader.take(1), 'third time');
    await calm();
    expect(index(w)).toEqual(['1 UNAVAILABLE: third time']);
    expect(w.budget.held.size).toBe(0);
  });

  it('are not tried again once unwanted', async () => {
    const w = world({ load: { count: 2, pauseMs: 100, pauseMsMax: 150 } });
    w.manager.aspire('m', wanting([version(1)]));
    await calm();
    w.loader.fail(w.loader.take(1));
    await calm();
    w.manager.aspire('m', wanting([]));
    await calm();
    expect(w.pause.timers).toHaveLength(0);
    expect(w.loader.pending).toHaveLength(0);
    expect(w.budget.held.size).toBe(0);
  });

  it('of a new version leave the old one serving', async () => {
    const w = world();
    await serve(w, 1);
    w.manager.aspire('m', wanting([version(2)]));
    await calm();
    w.loader.fail(w.loader.take(2), 'truncated');
    await calm();
    expect(w.fronts.versions('m')).toEqual([1]);
    expect(index(w)).toEqual(['1 READY', '2 UNAVAILABLE: truncated']);
  });

  it('of a reload leave the old copy serving and say so', async () => {
    const w = world();
    await serve(w, 1, 'a');
    w.manager.aspire('m', wanting([version(1, 'b')]));
    await calm();
    w.loader.fail(w.loader.take(1), 'truncated');
    await calm();
    expect(index(w)).toEqual(['1 READY: reload: truncated']);
    expect(w.loader.last().unloads).toBe(0);
  });

  it('of all instances take the version down and bring it back within the bound', async () => {
    const w = world({ revive: { count: 1, pauseMs: 7, pauseMsMax: 7 } });
    await serve(w, 1);
    w.loader.last().say(0, 'engine fault');
    await calm();
    expect(index(w)).toEqual(['1 UNAVAILABLE: engine fault']);
    expect(w.loader.last().unloads).toBe(1);
    w.pause.fire();
    await calm();
    w.loader.succeed(w.loader.take(1));
    await calm();
    expect(index(w)).toEqual(['1 READY']);
    w.loader.last().say(0, 'engine fault again');
    await calm();
    expect(w.pause.timers).toHaveLength(0);
    expect(index(w)).toEqual(['1 UNAVAILABLE: engine fault again']);
    expect(w.loader.loaded.map((loaded) => loaded.unloads)).toEqual([1, 1]);
  });

  it('do not use up the bound when the version served long in between', async () => {
    const w = world({ revive: { count: 1, pauseMs: 7, pauseMsMax: 7 }, steadyMs: 1_000 });
    await serve(w, 1);
    for (let crash = 0; crash < 3; crash += 1) {
      w.clock.advanceUs(2_000_000);
      w.loader.last().say(0, 'engine fault');
      await calm();
      w.pause.fire();
      await calm();
      w.loader.succeed(w.loader.take(1));
      await calm();
    }
    expect(index(w)).toEqual(['1 READY']);
  });
});

describe('swaps', () => {
  it('keep the old version until the new one is on every front end', async () => {
    const w = world();
    await serve(w, 1);
    w.manager.aspire('m', wanting([version(2)]));
    await calm();
    expect(w.fronts.versions('m')).toEqual([1]);
    w.loader.succeed(w.loader.take(2));
    await calm();
    expect(w.fronts.history).toEqual(['m: 1#1', 'm: 1#1 2#2', 'm: 2#2']);
    expect(w.loader.loaded.map((loaded) => loaded.unloads)).toEqual([1, 0]);
  });

  it('of a reload replace the copy in one table', async () => {
    const w = world();
    await serve(w, 1, 'a');
    w.manager.aspire('m', wanting([version(1, 'b')]));
    await calm();
    expect(index(w)).toEqual(['1 READY']);
    w.loader.succeed(w.loader.take(1));
    await calm();
    expect(w.fronts.history).toEqual(['m: 1#1', 'm: 1#2']);
    expect(w.fronts.drains).toEqual(new Set([1]));
    expect(w.loader.loaded.map((loaded) => loaded.unloads)).toEqual([1, 0]);
  });

  it('that do not fit refuse with the reason, and happen when room is given back', async () => {
    const w = world({}, 25);
    await serve(w, 1);
    w.manager.aspire('other', wanting([version(7, 'a', 10, '', 'other')]));
    await calm();
    w.loader.succeed(w.loader.take(7));
    await calm();
    w.manager.aspire('m', wanting([version(2)]));
    await calm();
    expect(index(w)).toEqual(['1 READY', '2 UNAVAILABLE: model \'m\' version 2 (copy 3) needs 10; choose the resource-preserving policy']);
    w.manager.aspire('other', wanting([]));
    await calm();
    w.loader.succeed(w.loader.take(2));
    await calm();
    expect(w.fronts.versions('m')).toEqual([2]);
    expect(w.budget.held.size).toBe(1);
  });

  it('under resource-preserving free the old version first', async () => {
    const w = world({}, 15);
    await serve(w, 1);
    w.manager.aspire('m', wanting([version(2)], { transition: 'resource-preserving' }));
    await calm();
    expect(w.loader.loaded[0]?.unloads).toBe(1);
    w.loader.succeed(w.loader.take(2));
    await calm();
    expect(w.fronts.versions('m')).toEqual([2]);
  });
});

describe('all or nothing', () => {
  it('publishes every version in one table', async () => {
    const w = world();
    await serve(w, 1);
    w.manager.aspire('m', wanting([version(2), version(3)], { allOrNothing: true }));
    await calm();
    w.loader.succeed(w.loader.take(3));
    await calm();
    expect(w.fronts.versions('m')).toEqual([1]);
    w.loader.succeed(w.loader.take(2));
    await calm();
    expect(w.fronts.history).toEqual(['m: 1#1', 'm: 1#1 2#2 3#3', 'm: 2#2 3#3']);
  });

  it('withdraws the others when one fails, and the old set serves on', async () => {
    const w = world();
    await serve(w, 1);
    w.manager.aspire('m', wanting([version(2), version(3), version(4)], { allOrNothing: true }));
    await calm();
    const slow = w.loader.take(2);
    w.loader.succeed(w.loader.take(4));
    await calm();
    w.loader.fail(w.loader.take(3), 'broken');
    await calm();
    expect(slow.signal.aborted).toBe(true);
    w.loader.fail(slow, 'aborted');
    await calm();
    expect(index(w)).toEqual([
      '1 READY',
      '2 UNAVAILABLE: withdrawn, because version 3 of the same load failed',
      '3 UNAVAILABLE: broken',
      '4 UNAVAILABLE: withdrawn, because version 3 of the same load failed',
    ]);
    expect(w.fronts.versions('m')).toEqual([1]);
    expect(w.budget.held.size).toBe(1);
    expect(w.loader.pending).toHaveLength(0);
  });
});

describe('the manager', () => {
  it('loads at most as many at once as it may, over all models', async () => {
    const w = world({ loadsMax: 2 });
    for (const model of ['a', 'b', 'c']) w.manager.aspire(model, wanting([version(1, 'a', 10, '', model)]));
    await calm();
    expect(w.loader.pending.map((pending) => pending.spec.model)).toEqual(['a', 'b']);
    w.loader.succeed(w.loader.take(1));
    await calm();
    expect(w.loader.pending.map((pending) => pending.spec.model)).toEqual(['b', 'c']);
  });

  it('takes at most one action per model and step', async () => {
    const w = world();
    w.manager.aspire('m', wanting([version(1), version(2)]));
    w.manager.step();
    expect(w.ledger.copies('m').map((copy) => `${copy.version} ${copy.state.phase}`)).toEqual(['1 new', '2 validating']);
    w.manager.step();
    expect(w.ledger.copies('m').map((copy) => copy.state.phase)).toEqual(['validating', 'validating']);
    expect(w.manager.step()).toBe(false);
  });

  it('shuts down in the middle of everything and holds nothing then', async () => {
    const w = world();
    await serve(w, 1);
    w.manager.aspire('m', wanting([version(1), version(2)]));
    await calm();
    let idle = false;
    const done = w.manager.shutdown().then(() => (idle = true));
    await calm();
    expect(idle).toBe(false);
    w.loader.fail(w.loader.take(2), 'aborted');
    await done;
    expect(w.budget.held.size).toBe(0);
    expect(w.loader.last().unloads).toBe(1);
    w.manager.aspire('m', wanting([version(3)]));
    await calm();
    expect(w.loader.pending).toHaveLength(0);
  });

  it('shuts down at once when it holds nothing', async () => {
    await expect(world().manager.shutdown()).resolves.toBeUndefined();
  });
});
