import { describe, expect, it } from 'vitest';
import { TwinKeeper } from '../../src/rollout/twin.js';
import { calm, HandTwins } from './puppets.js';

function world(): { readonly twins: HandTwins; readonly keeper: TwinKeeper; readonly settled: (string | null)[]; readonly faults: unknown[] } {
  const twins = new HandTwins();
  const settled: (string | null)[] = [];
  const faults: unknown[] = [];
  return { twins, settled, faults, keeper: new TwinKeeper('m', twins, (refused) => settled.push(refused), (fault) => faults.push(fault)) };
}

describe('a keeper of twins', () => {
  it('opens one for a rollout once, and closes it when no table names it', async () => {
    const { twins, keeper, settled } = world();
    keeper.open('r1', 1);
    keeper.open('r1', 1);
    await calm();
    expect([keeper.serves('r1'), keeper.serves('r2'), settled]).toEqual([true, false, [null]]);
    let unname: () => void = () => undefined;
    const closed = keeper.close(new Promise((resolve) => (unname = resolve)));
    await calm();
    expect([twins.calls, keeper.serves('r1')]).toEqual([['open m 1'], false]);
    unname();
    await closed;
    expect(twins.calls).toEqual(['open m 1', 'close m']);
    await keeper.close(Promise.resolve());
    expect(twins.calls).toHaveLength(2);
  });

  it('takes a refusal for settled, without a twin', async () => {
    const { twins, keeper, settled } = world();
    twins.isHeld = true;
    keeper.open('r1', 1);
    await calm();
    expect(keeper.isSettled('r1')).toBe(false);
    twins.opening[0]!({ why: 'no room' });
    await calm();
    expect([keeper.isSettled('r1'), keeper.serves('r1'), settled]).toEqual([true, false, ['no room']]);
  });

  it('goes on after a close that failed', async () => {
    const { twins, keeper, faults } = world();
    keeper.open('r1', 1);
    await calm();
    twins.close = () => Promise.reject(new TypeError('the thread hangs'));
    await keeper.close(Promise.reject(new TypeError('lost')));
    expect(faults).toHaveLength(1);
    keeper.open('r2', 2);
    await calm();
    expect(keeper.serves('r2')).toBe(true);
  });
});
