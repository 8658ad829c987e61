import { describe, expect, it } from 'vitest';
import { Carrier } from '../../src/rollout/carrier.js';
import type { Direction } from '../../src/rollout/port.js';
import { NO_WEIGHTS } from '../../src/rollout/traffic.js';
import { calm } from './puppets.js';

interface Load {
  readonly direction: Direction;
  resolve(): void;
  reject(text: string): void;
}

function world(): { readonly carrier: Carrier; readonly loads: Load[]; readonly faults: string[]; send(stable: number): Promise<void> } {
  const loads: Load[] = [];
  const faults: string[] = [];
  const direct = (direction: Direction): Promise<void> => new Promise((resolve, reject) => loads.push({ direction, resolve, reject: (text) => reject(new TypeError(text)) }));
  const carrier = new Carrier(direct, (fault) => faults.push((fault as Error).message));
  return { carrier, loads, faults, send: (stable) => carrier.send(`${stable}`, NO_WEIGHTS, () => ({ stable, split: null, twin: false, held: [] })) };
}

describe('a carrier', () => {
  it('sends what is new, and answers with what is under way for the same', async () => {
    const { carrier, loads, send } = world();
    const first = send(1);
    expect([send(1) === first, loads.length, carrier.state]).toEqual([true, 1, 'under way']);
    loads[0]!.resolve();
    await first;
    expect(carrier.state).toBe('arrived');
    await send(1);
    expect(loads).toHaveLength(1);
  });

  it('knows what was lost, and sends it again when asked', async () => {
    const { carrier, loads, faults, send } = world();
    const first = send(1);
    loads[0]!.reject('blocked');
    await expect(first).rejects.toThrow('blocked');
    expect([carrier.state, faults]).toEqual(['lost', ['blocked']]);
    const again = send(1);
    loads[1]!.resolve();
    await again;
    expect([carrier.state, loads.length]).toEqual(['arrived', 2]);
  });

  it('does not miss what a newer one has taken the place of', async () => {
    const { carrier, loads, send } = world();
    send(1).catch(() => undefined);
    const second = send(2);
    loads[0]!.reject('blocked');
    await calm();
    expect(carrier.state).toBe('under way');
    loads[1]!.resolve();
    await second;
    expect(carrier.state).toBe('arrived');
  });

  it('takes a direction that cannot be made for a lost one', async () => {
    const { carrier, faults } = world();
    const broken = carrier.send('x', NO_WEIGHTS, () => {
      throw new TypeError('no counters');
    });
    await expect(broken).rejects.toThrow('no counters');
    expect([carrier.state, faults]).toEqual(['lost', ['no counters']]);
  });
});
