import { describe, expect, it } from 'vitest';
import { Turns } from '../../src/base/turns.js';

describe('turns', () => {
  it('go one after the other for each key, whatever became of the one before', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const first = turns.take('a', async () => {
      await gate;
      seen.push('a1');
      throw new RangeError('no');
    });
    const second = turns.take('a', async () => void seen.push('a2'));
    await turns.take('b', async () => void seen.push('b1'));
    expect(seen).toEqual(['b1']);
    open();
    await expect(first).rejects.toThrow('no');
    await second;
    await turns.settled();
    expect(seen).toEqual(['b1', 'a1', 'a2']);
  });
});
