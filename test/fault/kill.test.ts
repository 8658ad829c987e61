/**
 * SIGKILL at random moments of rollouts that come and go by themselves, with traffic and people at it. After each start
 * the files are whole, decisions that were answered hold, no end was left, and nothing is counted that was not sent.
 * SLUICE_KILLS sets another number of kills, SLUICE_SEED repeats a run.
 */
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder.js';
import { isReady, spawnScripted } from '../support/gateway.js';
import { Chronicle, seeded, storedOf } from './chronicle.js';
import { Crowd } from './crowd.js';

const KILLS = Number(process.env['SLUICE_KILLS'] ?? 10);
const SEED = Number(process.env['SLUICE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
/** Kills that come while the server starts; the others come this long after it was ready, at most. */
const EARLY = 0.25;
const EARLY_MS_MAX = 1_000;
const LIFE_MS_MAX = 2_500;

describe('a server that is killed', () => {
  it(`comes back ${KILLS} times with every decision and no count too many (seed ${SEED})`, async () => {
    const random = seeded(SEED);
    const repository = temporaryFolder();
    const chronicle = new Chronicle();
    const crowd = new Crowd(repository, chronicle, random);
    crowd.publish();
    const lifeOf = async (isOver: (() => boolean) | null): Promise<void> => {
      const gateway = spawnScripted(repository, '--repository-poll-secs', '0.05');
      // A wait for a time, and no state: the moment of a kill must have nothing to do with what the server does.
      const killIn = (ms: number): void => void setTimeout(() => gateway.signal('SIGKILL'), ms);
      if (isOver === null && random() < EARLY) killIn(random() * EARLY_MS_MAX);
      if (await isReady(gateway)) {
        const lifeMs = random() * LIFE_MS_MAX;
        if (isOver === null) killIn(lifeMs);
        await crowd.visit(gateway, isOver ?? (() => gateway.hasEnded));
      }
      if (isOver !== null) expect(await gateway.stop()).toBe(0);
      await gateway.ended;
      chronicle.left(storedOf(`${repository}-state`));
    };
    for (let kill = 0; kill < KILLS; kill++) {
      await lifeOf(null);
      expect(chronicle.faults, `after kill ${kill + 1} with seed ${SEED}`).toEqual([]);
    }
    // And then everything goes on to an end of its own.
    await lifeOf(() => chronicle.endedInThisLife > 0);
    expect(chronicle.faults, `at the end, with seed ${SEED}`).toEqual([]);
    if (process.env['SLUICE_KILLS'] !== undefined) process.stdout.write(`${chronicle.summary()}\n`);
  }, 60_000 + KILLS * 15_000);
});
